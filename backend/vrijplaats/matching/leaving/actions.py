"""A volunteer stops. Nobody who is visited is left without a word, and nothing that was planned stays by itself.

The order of locks is that of every answer to an invitation: the requests, the volunteer, the offers (matching.actions).
"""

from typing import Any
from uuid import UUID

from vrijplaats.accounts.people import actions as people
from vrijplaats.accounts.people.queries import MemberView
from vrijplaats.core import clock, db, history
from vrijplaats.core.actor import Actor, Role
from vrijplaats.matching.actions.planned_visits import cancel_planned_visits
from vrijplaats.matching.leaving.queries import volunteer_of
from vrijplaats.matching.models import MatchEndReason
from vrijplaats.matching.telling import tell_coordinators, tell_people

_LOCK_REQUESTS = """
select r.id from visit_request r where r.id in (
  select o.request_id from offer o where o.volunteer_id = $1 and o.state = 'LIVE')
order by r.id for update
"""
_LOCK_VOLUNTEER = "select id from volunteer where id = $1 for update"
# also one that was made between the two locks: who accepts it now finds that it is LIVE no more
_WITHDRAW = """
update offer set state = 'WITHDRAWN', answered_at = $2 where volunteer_id = $1 and state = 'LIVE'
returning id as offer_id, request_id, organisation_id, facility_id
"""
_REOPEN = """
update visit_request r set state = 'OPEN' where r.id = any ($1) and r.state = 'OFFERED' and not exists (
  select from offer o where o.request_id = r.id and o.state = 'LIVE')
returning r.id as request_id, r.organisation_id, r.facility_id
"""
_REVIEW = "update match set state = 'REVIEW' where volunteer_id = $1 and state = 'ACTIVE'"
_MATCHES = """
select id, request_id, organisation_id, facility_id from match where volunteer_id = $1 and state <> 'ENDED' order by id
"""


async def end_membership(actor: Actor, *, membership_id: UUID, even_the_last: bool = False) -> MemberView:
    """Somebody is no longer what they were here; of a volunteer everything is let go of in the same transaction. Raises
    what accounts.people.actions.end_membership raises."""
    found = await people.check_may_end(actor, membership_id)
    if found.role is Role.VOLUNTEER:
        await let_go(actor, person_id=found.person_id)
    return await people.end_membership(actor, membership_id=membership_id, even_the_last=even_the_last)


async def let_go(actor: Actor, *, person_id: UUID) -> None:
    """All that this volunteer does for the actor's organisation: open invitations are withdrawn, planned visits called
    off, and running matches laid before the coordinators, who find a successor or end them. For whoever ends the
    volunteer's membership: a coordinator, or the volunteer themselves."""
    volunteer_id = await volunteer_of(actor, person_id)
    if volunteer_id is None:
        return
    await db.fetch(_LOCK_REQUESTS, volunteer_id)
    await db.fetch(_LOCK_VOLUNTEER, volunteer_id)
    withdrawn = await db.fetch(_WITHDRAW, volunteer_id, clock.now())
    reopened = await db.fetch(_REOPEN, sorted({row["request_id"] for row in withdrawn}))
    await db.execute(_REVIEW, volunteer_id)
    matches = await db.fetch(_MATCHES, volunteer_id)
    for match in matches:
        await cancel_planned_visits(match, MatchEndReason.VOLUNTEER_WISH)
        await tell_coordinators("match.review", _about(match) | {"match_id": match["id"]})
    for offer in withdrawn:
        # the phone still shows the question
        await tell_people("offer.withdrawn", [person_id], _about(offer) | {"offer_id": offer["offer_id"]})
    for request in reopened:
        await tell_coordinators("request.unanswered", _about(request))
    await _record(actor, "offer.withdraw", {"offer": "offer_id"}, withdrawn)
    await _record(actor, "match.review", {"match": "id"}, matches)


def _about(row: dict[str, Any]) -> dict[str, UUID]:
    return {name: row[name] for name in ("request_id", "organisation_id", "facility_id")}


async def _record(actor: Actor, verb: str, things: dict[str, str], rows: list[dict[str, Any]]) -> None:
    await history.record_each(
        actor,
        verb,
        subjects=[{name: row[column] for name, column in {**things, "request": "request_id"}.items()} for row in rows],
        organisation_id=actor.organisation_id,
    )
