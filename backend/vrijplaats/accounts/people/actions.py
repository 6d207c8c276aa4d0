"""Changing what somebody is in one's own organisation or prison; the operator in any. The passkey is shown for each."""

from uuid import UUID

from vrijplaats.accounts.people import queries
from vrijplaats.accounts.people.errors import ENDED, AlreadyCoordinator, LastOne, NotContactPerson
from vrijplaats.accounts.people.queries import MemberView
from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.access import require, require_fresh
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound

# locked together, so that two who end each other at once do not leave nobody
_COORDINATORS = """
select id from membership where organisation_id = $1 and role = 'COORDINATOR' and ended_at is null order by id
for update
"""
_CONTACTS = """
select id from membership where facility_id = $1 and contact_person and ended_at is null order by id for update
"""
_IS_CONTACT = "select contact_person from membership where id = $1 and ended_at is null"
_COLLEAGUES = """
select distinct person_id from membership
where role = $3 and ended_at is null and (organisation_id = $1 or facility_id = $2) order by person_id
"""
_LEAVE = "update volunteer set status = 'LEFT', status_since = $3 where person_id = $1 and organisation_id = $2"
_END = "update membership set ended_at = $2, contact_person = false where id = $1 and ended_at is null"
# what they asked others for is over too, unless they may still ask it here as something else they are: a code they drew
# for themselves would let them in again
_WITHDRAW = """
update invitation i set withdrawn_at = $2, shown_id = null, shown_until = null
from membership m
where m.id = $1 and i.invited_by = m.person_id and i.accepted_at is null and i.withdrawn_at is null
  and (i.organisation_id = m.organisation_id and m.role = 'COORDINATOR' or i.facility_id = m.facility_id)
"""
_WAYS_IN = tuple(f"delete from {each} where person_id = $1" for each in ("passkey", "sso_identity", "calendar_feed"))
_END_SESSIONS = "delete from session where person_id = $1 and membership_id = $2"
_ADD = """
insert into membership (person_id, role, organisation_id) values ($1, 'COORDINATOR', $2)
on conflict do nothing returning id
"""
_CONTACT = "update membership set contact_person = $2 where id = $1 and ended_at is null"


async def end_membership(actor: Actor, *, membership_id: UUID, even_the_last: bool = False) -> MemberView:
    """Somebody is no longer what they were here; every session in which they were it and every invitation they made as
    it is over at once. A volunteer's matches and visits are let go of by matching.leaving, which is what calls this.
    The last coordinator or contact person stays, unless an operator says that it is meant. Raises NotFound, LastOne."""
    found = await _somebody(actor, membership_id)
    if not (even_the_last and actor.role is Role.OPERATOR):
        await somebody_stays(found)
    if found.role is Role.VOLUNTEER:
        await db.execute(_LEAVE, found.person_id, actor.organisation_id, clock.today())
    if not await db.execute(_END, membership_id, clock.now()):
        raise NotAllowedNow(reason=ENDED)
    await db.execute(_WITHDRAW, membership_id, clock.now())
    if actor.role is Role.OPERATOR:
        await db.execute("select withdraw_invitations_of($1, $2)", membership_id, clock.now())
        await _tell_colleagues(found)
    await _tell(membership_id, "ended")
    await _record(actor, "membership.end", found)
    return found


async def leave(actor: Actor) -> bool:
    """The actor is no longer what they are in this session, by their own wish; whether that was all they were, and
    their
    account is closed: every way in is gone at once. Raises NotFound, LastOne."""
    found = await queries.myself(actor)
    if found is None:
        raise NotFound
    await somebody_stays(found)
    if found.role is Role.VOLUNTEER:
        await db.execute(_LEAVE, found.person_id, found.organisation_id, clock.today())
    if not await db.execute(_END, found.id, clock.now()):
        raise NotFound
    await db.execute(_WITHDRAW, found.id, clock.now())
    closed = not await queries.is_more(actor)
    for statement in _WAYS_IN if closed else ():
        await db.execute(statement, actor.person_id)
    await db.execute(_END_SESSIONS, actor.person_id, found.id)
    await _tell(found.id, "ended")
    await _record(actor, "membership.leave", found)
    return closed


async def check_may_end(actor: Actor, membership_id: UUID) -> MemberView:
    """Whose membership it is, when the actor may end it. Raises NotFound, NotContactPerson, StepUpNeeded."""
    return await _somebody(actor, membership_id)


async def make_coordinator(actor: Actor, *, membership_id: UUID) -> MemberView:
    """A volunteer becomes coordinator as well. Raises NotFound, AlreadyCoordinator."""
    found = await _somebody(actor, membership_id)
    if actor.role is not Role.COORDINATOR or found.role is not Role.VOLUNTEER:
        raise NotFound
    added = await db.fetch_value(_ADD, found.person_id, actor.organisation_id)
    if added is None:
        raise AlreadyCoordinator(name=found.display_name)
    await _tell(added, "coordinator")
    view = await queries.member(actor, added)
    assert view is not None
    await _record(actor, "membership.add", view)
    return view


async def set_contact_person(actor: Actor, *, membership_id: UUID, contact_person: bool) -> MemberView:
    """Somebody of the staff invites colleagues from now on, or no longer. Raises NotFound, LastOne."""
    found = await _somebody(actor, membership_id)
    if found.role is not Role.STAFF:
        raise NotFound
    if found.contact_person and not contact_person:
        await _not_the_last(_CONTACTS, found.facility_id, membership_id, LastOne.contact_person)
    if found.contact_person is not contact_person:
        await db.execute(_CONTACT, membership_id, contact_person)
        await _tell(membership_id, "contact" if contact_person else "no_contact")
        await _record(actor, "membership.contact_person", found)
    view = await queries.member(actor, membership_id)
    assert view is not None
    return view


async def _somebody(actor: Actor, membership_id: UUID) -> MemberView:
    """One of the people of the actor, who may change what they are."""
    require(actor, *queries.CHANGERS)
    found = await queries.member(actor, membership_id)
    if found is None:
        raise NotFound
    if actor.role is Role.STAFF and not await db.fetch_value(_IS_CONTACT, actor.membership_id):
        raise NotContactPerson
    require_fresh(actor)
    return found


async def somebody_stays(found: MemberView) -> None:
    """Raise LastOne when nobody would be left to do this work."""
    if found.role is Role.COORDINATOR:
        await _not_the_last(_COORDINATORS, found.organisation_id, found.id, LastOne.coordinator)
    if found.contact_person:
        await _not_the_last(_CONTACTS, found.facility_id, found.id, LastOne.contact_person)


async def _not_the_last(sql: str, tenant: UUID | None, membership_id: UUID, what: object) -> None:
    if [row["id"] for row in await db.fetch(sql, tenant)] == [membership_id]:
        raise LastOne(what=what)


async def _tell(membership_id: UUID, change: str) -> None:
    payload = {"membership": str(membership_id), "change": change}
    await outbox.tell("mail.role_changed", recipients=[], payload=payload)


async def _tell_colleagues(found: MemberView) -> None:
    """What the operator did, told to who does the same work there."""
    rows = await db.fetch(_COLLEAGUES, found.organisation_id, found.facility_id, found.role.value)
    if rows:
        payload = {"membership": str(found.id)}
        await outbox.tell("membership.ended", recipients=[row["person_id"] for row in rows], payload=payload)


async def _record(actor: Actor, verb: str, found: MemberView) -> None:
    await history.record(
        actor,
        verb,
        subject={"membership": found.id},
        organisation_id=found.organisation_id,
        facility_id=found.facility_id,
    )
