"""A volunteer stops. Nobody who is visited is left without a word, and nothing that was planned stays by itself.

The order of locks is that of every answer to an invitation: the requests, the volunteer, the offers (matching.actions);
what plans visits ahead is stopped before, as by the end of a match. The time of who leaves is held before all of these:
visits of more than one match are called off, and none of them moves meanwhile to an hour of another.
"""

from typing import Any
from uuid import UUID

from vrijplaats.accounts.people import actions as people
from vrijplaats.accounts.people.queries import MemberView
from vrijplaats.core import db, history
from vrijplaats.core.actor import Actor, Role
from vrijplaats.matching.actions.planned_visits import cancel_planned_visits
from vrijplaats.matching.actions.withdrawing import record_withdrawn, withdraw_open_offers
from vrijplaats.matching.continuity.letting_go import let_go_of_take_overs, take_back_admissions
from vrijplaats.matching.leaving.queries import volunteer_of
from vrijplaats.matching.models import MatchEndReason
from vrijplaats.matching.telling import tell_coordinators
from vrijplaats.visits.booking import hold_time
from vrijplaats.visits.series.keeping import end_series
from vrijplaats.visits.series.rules import EndReason

_REVIEW = "update match set state = 'REVIEW' where volunteer_id = $1 and state = 'ACTIVE'"
# however a report that stands is taken back, somebody has to look at these
_STAYS = "update match_review set stays_in_review = true where match_id = any ($1) and not stays_in_review"
# what was chosen for the day of a departure and takes this volunteer is to be chosen anew
_CHOOSE_ANEW = """
update match_review r set choice = null, chosen_by = null, chosen_at = null
where r.match_id = any ($1) and r.choice in ('KEEP', 'TAPER')
  and exists (select from departure d where d.id = r.departure_id and d.moved_at is null) returning r.id
"""
_LIGHTEN = "update volunteer set carrying = greatest(carrying - $2::int, 0) where id = $1 and $2::int > 0"
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
    off, running matches and what they would have taken over laid before the coordinators, who find a successor or end
    them. For whoever ends the volunteer's membership: a coordinator, or the volunteer themselves."""
    volunteer_id = await volunteer_of(actor, person_id)
    if volunteer_id is None:
        return
    await hold_time(person_id)
    visited = await db.fetch(_MATCHES, volunteer_id)
    await end_series([match["id"] for match in visited], EndReason.MATCH_ENDED)
    promised = await let_go_of_take_overs(volunteer_id)
    withdrawn = await withdraw_open_offers(volunteer_id)
    await db.execute(_LIGHTEN, volunteer_id, promised)
    await db.execute(_REVIEW, volunteer_id)
    matches = await db.fetch(_MATCHES, volunteer_id)
    running = [match["id"] for match in matches]
    await db.execute(_STAYS, running)
    anew = [row["id"] for row in await db.fetch(_CHOOSE_ANEW, running)]
    await take_back_admissions(actor, anew, volunteer_id)
    for match in matches:
        await cancel_planned_visits(match, MatchEndReason.VOLUNTEER_WISH)
        await tell_coordinators("match.review", _about(match) | {"match_id": match["id"]})
    await record_withdrawn(actor, withdrawn)
    await history.record_each(
        actor,
        "match.review",
        subjects=[{"match": match["id"], "request": match["request_id"]} for match in matches],
        organisation_id=actor.organisation_id,
    )


def _about(row: dict[str, Any]) -> dict[str, UUID]:
    return {name: row[name] for name in ("request_id", "organisation_id", "facility_id")}
