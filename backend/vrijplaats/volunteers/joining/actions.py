"""Inviting many people who were imported: each gets the invitation that one gets who is asked alone (0045), in a letter
that waits for its turn."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from vrijplaats.accounts.invitations.rules import LASTS_IMPORTED
from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.access import require_fresh
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import InvalidInput, NotAllowedNow, NotFound
from vrijplaats.volunteers.joining import rules
from vrijplaats.volunteers.joining.queries import STANDING, moment

# as an import does: of two who ask at once the second sees whom the first asked
_LOCK = "select pg_advisory_xact_lock(hashtextextended('import|' || $1, 0))"
_OURS = "select count(*) from volunteer where organisation_id = $1 and id = any ($2)"
_CHOSEN = f"""
with {STANDING.strip()}
select s.id, s.display_name, s.email, s.locale from standing s
where s.can_invite and ($4::uuid[] is null or s.id = any ($4)) order by s.sorted, s.id
"""
_WAITING = """
select count(*) from invitation where organisation_id = $1 and role = 'VOLUNTEER' and mail_state = 'WAITING'
  and accepted_at is null and withdrawn_at is null and expires_at > $2
"""
# the one that ran out makes room in the list of who is asked
_SUPERSEDE = """
update invitation set withdrawn_at = $2, shown_id = null, shown_until = null
where organisation_id = $1 and role = 'VOLUNTEER' and lower(email) = any ($3) and accepted_at is null
  and withdrawn_at is null and expires_at <= $2
"""
_INVITE = """
insert into invitation (role, organisation_id, contact_person, display_name, email, locale, invited_by, created_at,
  expires_at, mail_state, volunteer_id)
select 'VOLUNTEER', $1, false, x.display_name, x.email, x.locale, $2, $3,
  $4::timestamptz + make_interval(secs => x.wait), 'WAITING', x.id
from jsonb_to_recordset($5) x (id uuid, display_name text, email text, locale text, wait integer)
returning id, email
"""
_ASKED = "update imported_contact set invited_at = $3 where organisation_id = $1 and volunteer_id = any ($2)"


async def invite_imported(actor: Actor, *, volunteer_ids: Collection[UUID] | None, expected: int) -> int:
    """Ask these, or all who can be asked; gives how many. `expected` is how many the screen said. Who was asked, joined
    or has no address is left out. Raises StepUpNeeded, InvalidInput, NotFound, and NotAllowedNow when it is another
    number."""
    organisation_id, now, since = moment(actor)
    require_fresh(actor)
    await db.execute(_LOCK, str(organisation_id))
    await _check(organisation_id, volunteer_ids)
    wanted = None if volunteer_ids is None else list(volunteer_ids)
    people = await db.fetch_long(_CHOSEN, organisation_id, now, since, wanted)
    if not people:
        raise NotAllowedNow(reason=rules.NOBODY)
    if len(people) != expected:
        raise NotAllowedNow(reason={each: words.format(now=len(people)) for each, words in rules.MOVED.items()})
    await _invite(actor, organisation_id, people)
    await history.record(
        actor, "register.invite", subject={"people": str(len(people))}, organisation_id=organisation_id
    )
    return len(people)


async def _check(organisation_id: UUID, volunteer_ids: Collection[UUID] | None) -> None:
    if volunteer_ids is None:
        return
    if not 1 <= len(volunteer_ids) <= rules.MOST_CHOSEN:
        label = {"nl": "mensen", "en": "people"}
        raise InvalidInput(field="volunteerIds", label=label, requirement=rules.MANY)
    if await db.fetch_value(_OURS, organisation_id, list(volunteer_ids)) < len(set(volunteer_ids)):
        raise NotFound


async def _invite(actor: Actor, organisation_id: UUID, people: list[dict[str, Any]]) -> None:
    now = clock.now()
    waiting = await db.fetch_value(_WAITING, organisation_id, now)
    waits = {row["email"]: rules.leaves_after(place, waiting) for place, row in enumerate(people)}
    await db.execute(_SUPERSEDE, organisation_id, now, [row["email"].lower() for row in people])
    letters = [
        {name: row[name] for name in ("display_name", "email", "locale")}
        | {"id": str(row["id"]), "wait": waits[row["email"]].seconds}
        for row in people
    ]
    made = await db.fetch(_INVITE, organisation_id, actor.person_id, now, now + LASTS_IMPORTED, letters)
    await db.execute(_ASKED, organisation_id, [row["id"] for row in people], now)
    await outbox.tell_each(
        "mail.invitation",
        [outbox.Told(recipients=[], payload={"invitation": str(row["id"])}, after=waits[row["email"]]) for row in made],
    )
