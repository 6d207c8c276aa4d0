"""Stopping by oneself; and, a month later, taking away what says who it was."""

from datetime import date
from uuid import UUID

from vrijplaats.accounts.people import actions as people
from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.core.nameless import NAMELESS
from vrijplaats.matching.leaving.actions import let_go
from vrijplaats.mydata.access import require_oneself
from vrijplaats.mydata.leaving.rules import RUNS_THE_PLATFORM, erased_on

# whoever comes back in this very moment is somebody who has a membership: the row is locked, and looked at again
_NAMELESS = """
update person p set display_name = $2, locale = 'nl', erased_at = $3
where p.id = $1 and p.erased_at is null and has_left(p.id)
"""
_ADDRESS = "select email from person_contact where person_id = $1"
_INVITATIONS = """
delete from invitation where accepted_by = $1 or (lower(email) = lower($2) and expires_at < $3)
"""
# a new table that names somebody is in one of these, or stays for a reason: tests/mydata/test_erasing.py
OF_A_PERSON = (
    *("person_contact", "passkey", "sso_identity", "calendar_feed", "push_preference", "notice"),
    *("sign_in_code", "email_change", "recovery", "session", "idempotency", "reading_noted", "inbox_view"),
    *("deputy", "message_recipient"),
)
_VOLUNTEERS = "select id from volunteer where person_id = $1 order by id"
_EMPTY = """
update volunteer set gender = null, place = null, latitude = null, longitude = null, languages = '{nl}',
  little_languages = '{}', activity_denominations = '{}', kinds = '{ONE_TO_ONE}', capacity = 1,
  fingerprint = null, emptied_at = $2
where id = $1 and was_volunteer(id) returning organisation_id
"""
# that they were asked, and what they answered, counts on; why they were asked said what they were like
_OFFERS = "update offer set distance_kilometres = null, reasons = '[]' where volunteer_id = $1"
OF_A_VOLUNTEER = (
    *("volunteer_availability", "volunteer_away", "volunteer_pause", "credential", "admission", "call_request"),
    *("correction", "paper_warning", "imported_contact", "care_talk", "message_recipient"),
    *("emergency_contact", "volunteer_note", "volunteer_key"),
)


async def leave(actor: Actor, *, membership_id: UUID) -> tuple[bool, date]:
    """The actor stops with what they are in this session: of a volunteer everything is let go of, as when a coordinator
    ends it. Gives whether the account is closed by it, and from when nothing says any more who it was. The membership
    is named, so that a screen of another session ends nothing. Raises NotFound, NotAllowedNow, LastOne and what
    require_oneself raises."""
    if membership_id != actor.membership_id:
        raise NotFound
    if actor.role is Role.OPERATOR:
        raise NotAllowedNow(reason=RUNS_THE_PLATFORM)
    require_oneself(actor)
    if actor.role is Role.VOLUNTEER:
        await let_go(actor, person_id=actor.person_id)
    await _tell(actor)
    closed = await people.leave(actor)
    return closed, erased_on(clock.today())


async def _tell(actor: Actor) -> None:
    """Those who work with them."""
    if actor.role is Role.FUNDER:
        return
    audience = "staff" if actor.role is Role.STAFF else "coordinators"
    await outbox.tell(
        "membership.left",
        recipients=[],
        payload={"membership": str(actor.membership_id), "audience": audience},
        organisation_id=actor.organisation_id,
        facility_id=actor.facility_id,
    )


async def empty(volunteer_id: UUID) -> None:
    """Worker: the register keeps that there was a volunteer, with dates and visits, and nothing of what they were
    like."""
    organisation_id = await db.fetch_value(_EMPTY, volunteer_id, clock.now())
    if organisation_id is None:
        return
    await db.execute(_OFFERS, volunteer_id)
    for table in OF_A_VOLUNTEER:
        await db.execute(f"delete from {table} where volunteer_id = $1", volunteer_id)
    await history.record(None, "volunteer.empty", subject={"volunteer": volunteer_id}, organisation_id=organisation_id)


async def erase(person_id: UUID) -> None:
    """Worker: nothing says any more who this was. The history holds ids only, and stays whole."""
    address = await db.fetch_value(_ADDRESS, person_id)
    if not await db.execute(_NAMELESS, person_id, NAMELESS, clock.now()):
        return
    for row in await db.fetch(_VOLUNTEERS, person_id):
        await empty(row["id"])
    await db.execute(_INVITATIONS, person_id, address, clock.now())
    for table in OF_A_PERSON:
        await db.execute(f"delete from {table} where person_id = $1", person_id)
    await history.record(None, "person.erase", subject={"person": person_id})
