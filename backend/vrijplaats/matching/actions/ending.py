"""A match ends, by the volunteer or the coordinator. What was planned with it is called off in the same move."""

from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, history
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.matching import errors, queries
from vrijplaats.matching.actions.planned_visits import cancel_planned_visits
from vrijplaats.matching.continuity.letting_go import (
    free_who_was_asked,
    take_back_admission_of_match,
    waits_as_long,
)
from vrijplaats.matching.models import MatchEndReason
from vrijplaats.matching.telling import tell_coordinators, tell_people, tell_staff
from vrijplaats.visits.series.keeping import end_series
from vrijplaats.visits.series.rules import EndReason

_READ = """
select m.id, m.state, m.request_id, m.organisation_id, m.facility_id, m.volunteer_id, v.person_id,
  m.outside_until is not null or exists (select from match_review r join departure d on d.id = r.departure_id
    where r.match_id = m.id and d.kind = 'RELEASE' and d.moved_at is not null) as released
from match m join volunteer v on v.id = m.volunteer_id
where m.id = $1 and m.organisation_id = $2 and ($3::uuid is null or m.volunteer_id = $3)
"""
# the request before the volunteer, as an acceptance does; closed, because the name goes with it (promise 3)
_CLOSE = """
update visit_request set state = 'CLOSED', ended_at = $2, end_reason = 'MATCH_ENDED' where id = $1 and state = 'MATCHED'
"""
_END = "update match set state = 'ENDED', ended_on = $2, end_reason = $3 where id = $1 and state <> 'ENDED'"
# one that was handed over was let go of then
_LIGHTEN = """
update volunteer set carrying = carrying - 1 where id = $1 and carrying > 0
  and not exists (select from match_review v join departure d on d.id = v.departure_id
    where v.match_id = $2 and v.choice = 'HAND_OVER' and d.moved_at is not null)
"""


async def end_match(actor: Actor, *, match_id: UUID, reason: MatchEndReason) -> queries.MatchView:
    """End a match. From here on nobody reads the detainee's name through it."""
    require(actor, Role.VOLUNTEER, Role.COORDINATOR)
    only = actor.volunteer_id if actor.role is Role.VOLUNTEER else None
    match = await db.fetch_one(_READ, match_id, actor.organisation_id, only)
    if match is None:
        raise NotFound
    await end_series([match_id], EndReason.MATCH_ENDED)
    if reason is MatchEndReason.TRANSFERRED:
        await waits_as_long(match_id)
    await db.execute(_CLOSE, match["request_id"], clock.now())
    if not await db.execute(_END, match_id, clock.today(), reason.value):
        raise NotAllowedNow(reason=errors.ALREADY_ENDED)
    await db.execute(_LIGHTEN, match["volunteer_id"], match_id)
    await free_who_was_asked(match_id)
    await take_back_admission_of_match(actor, match_id, match["volunteer_id"])
    await cancel_planned_visits(match, reason)
    await _tell(actor, match)
    await history.record(
        actor,
        "match.end",
        subject={"match": match_id, "request": match["request_id"]},
        organisation_id=match["organisation_id"],
        facility_id=None if match["released"] else match["facility_id"],
    )
    view = await queries.match(actor, match_id)
    assert view is not None
    return view


async def _tell(actor: Actor, match: dict[str, Any]) -> None:
    """Everybody it concerns, but for the side that ended it."""
    about: dict[str, UUID] = {name: match[name] for name in ("request_id", "organisation_id", "facility_id")}
    about["match_id"] = match["id"]
    if actor.role is Role.VOLUNTEER:
        await tell_coordinators("match.ended", about)
    else:
        await tell_people("match.ended", [match["person_id"]], about)
    if not match["released"]:  # after a release a prison has no part in it
        await tell_staff("match.ended", about)
