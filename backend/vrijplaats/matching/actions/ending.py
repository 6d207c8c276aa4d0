"""A match ends, by the volunteer or the coordinator. What was planned with it is called off in the same move."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg

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
from vrijplaats.matching.models import MatchEndReason, MatchState, WishAfterEnd
from vrijplaats.matching.queries.matches import WISH_AFTER_END
from vrijplaats.matching.telling import tell_coordinators, tell_people, tell_staff
from vrijplaats.visits.series.keeping import end_series
from vrijplaats.visits.series.rules import EndReason

_READ = f"""
select m.id, m.state, m.request_id, m.organisation_id, m.facility_id, m.volunteer_id, v.person_id,
  {WISH_AFTER_END} as wish_after_end,
  m.outside_until is not null or exists (select from match_review r join departure d on d.id = r.departure_id
    where r.match_id = m.id and d.kind = 'RELEASE' and d.moved_at is not null) as released
from match m join volunteer v on v.id = m.volunteer_id left join visit_request r on r.id = m.request_id
where m.id = $1 and m.organisation_id = $2 and ($3::uuid is null or m.volunteer_id = $3)
"""
# whoever moves the person to another prison holds it, and where it is by then is what counts
_LOCK_REQUEST = "select id from visit_request where id = $1 for update"
# the request before the volunteer, as an acceptance does; closed, because the name goes with it (promise 3)
_CLOSE = """
update visit_request set state = 'CLOSED', ended_at = $2, end_reason = 'MATCH_ENDED'
where id = $1 and state = any ($3) and organisation_id = $4
"""
_WITHDRAW = """
update offer o set state = 'WITHDRAWN', answered_at = $2 from volunteer v
where o.request_id = $1 and o.organisation_id = $3 and o.state = 'LIVE' and v.id = o.volunteer_id
returning o.id, v.person_id
"""
# the days waited are the person's and stay (waits_again, 0054); it is the same organisation that looks for somebody
_REOPEN = """
update visit_request set state = 'OPEN', claimed_by = coalesce($2, claimed_by), claimed_at = $3
where id = $1 and state = 'MATCHED'
"""
_ANOTHER_WAITS = "select another_waits($1, $2)"
# after these the person waits for somebody else, unless they said that they do not
WAITS_AFTER = frozenset({MatchEndReason.VOLUNTEER_WISH, MatchEndReason.NO_CLICK, MatchEndReason.OTHER})
# nobody is asked any more for who wants nobody, or is not there: also where somebody else was looked for already
NOBODY_WAITS = frozenset({MatchEndReason.DETAINEE_WISH, MatchEndReason.RELEASED})
_END = "update match set state = 'ENDED', ended_on = $2, end_reason = $3 where id = $1 and state <> 'ENDED'"
# one that was handed over was let go of then
_LIGHTEN = """
update volunteer set carrying = carrying - 1 where id = $1 and carrying > 0
  and not exists (select from match_review v join departure d on d.id = v.departure_id
    where v.match_id = $2 and v.choice = 'HAND_OVER' and d.moved_at is not null)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """The match as it ended, and whether the person waits for somebody else now."""

    match: queries.MatchView
    waits_again: bool


async def end_match(actor: Actor, *, match_id: UUID, reason: MatchEndReason, waits_again: bool = False) -> Ended:
    """End a match. From here on nobody reads the detainee's name through it. With `waits_again` the wish stands: its
    request is open again, with the days that were waited. Raises NotAllowedNow, NotFound."""
    require(actor, Role.VOLUNTEER, Role.COORDINATOR)
    only = actor.volunteer_id if actor.role is Role.VOLUNTEER else None
    match = await _read(actor, match_id, only)
    await end_series([match_id], EndReason.MATCH_ENDED)
    await db.fetch(_LOCK_REQUEST, match["request_id"])
    match = await _read(actor, match_id, only)
    _check(match, reason, waits_again=waits_again)
    if reason is MatchEndReason.TRANSFERRED:
        await waits_as_long(match_id)
    looked_for = match["wish_after_end"] == WishAfterEnd.WAITS and reason not in NOBODY_WAITS
    waits = looked_for or (waits_again and await _wait_again(actor, match))
    await _close(match, reason)
    if not await db.execute(_END, match_id, clock.today(), reason.value):
        raise NotAllowedNow(reason=errors.ALREADY_ENDED)
    await db.execute(_LIGHTEN, match["volunteer_id"], match_id)
    await free_who_was_asked(match_id)
    await take_back_admission_of_match(actor, match_id, match["volunteer_id"])
    await cancel_planned_visits(match, reason)
    await _tell(actor, match, waits=waits)
    await history.record(
        actor,
        "match.end",
        subject={"match": match_id, "request": match["request_id"]},
        organisation_id=match["organisation_id"],
        facility_id=None if match["released"] else match["facility_id"],
    )
    view = await queries.match(actor, match_id)
    assert view is not None
    return Ended(match=view, waits_again=waits)


async def _read(actor: Actor, match_id: UUID, only: UUID | None) -> dict[str, Any]:
    """The match; without its request when that waits with another organisation by now. Raises NotFound."""
    match = await db.fetch_one(_READ, match_id, actor.organisation_id, only)
    if match is None:
        raise NotFound
    return match


def _check(match: dict[str, Any], reason: MatchEndReason, *, waits_again: bool) -> None:
    if match["state"] == MatchState.ENDED:
        raise NotAllowedNow(reason=errors.ALREADY_ENDED)
    if waits_again and reason not in WAITS_AFTER:
        raise NotAllowedNow(reason=errors.WISH_IS_OVER)
    if waits_again and match["wish_after_end"] == WishAfterEnd.CLOSES:
        raise NotAllowedNow(reason=errors.NOBODY_COMES)


async def _wait_again(actor: Actor, match: dict[str, Any]) -> bool:
    """The request is open again; unless one of the same kind waits for them already, which has waited as long then."""
    if await db.fetch_value(_ANOTHER_WAITS, match["id"], clock.now()):
        return True
    claimed_by = actor.person_id if actor.role is Role.COORDINATOR else None
    try:
        async with db.savepoint():
            return bool(await db.execute(_REOPEN, match["request_id"], claimed_by, clock.now()))
    except asyncpg.UniqueViolationError:  # staff asked anew for them at this very moment
        return bool(await db.fetch_value(_ANOTHER_WAITS, match["id"], clock.now()))


async def _close(match: dict[str, Any], reason: MatchEndReason) -> None:
    """The request ends with the match; one that is open again only when nobody is to be looked for."""
    states = ["MATCHED", "OPEN", "OFFERED"] if reason in NOBODY_WAITS else ["MATCHED"]
    request_id, organisation_id, now = match["request_id"], match["organisation_id"], clock.now()
    if not await db.execute(_CLOSE, request_id, now, states, organisation_id):
        return
    about = {name: match[name] for name in ("request_id", "organisation_id", "facility_id")}
    # of one that was MATCHED none is live
    for offer in await db.fetch(_WITHDRAW, request_id, now, organisation_id):
        await tell_people("offer.withdrawn", [offer["person_id"]], about | {"offer_id": offer["id"]})


async def _tell(actor: Actor, match: dict[str, Any], *, waits: bool) -> None:
    """Everybody it concerns, but for the side that ended it."""
    what = "request.waits_again" if waits else "match.ended"
    about: dict[str, UUID] = {name: match[name] for name in ("request_id", "organisation_id", "facility_id")}
    about["match_id"] = match["id"]
    if actor.role is Role.VOLUNTEER:
        await tell_coordinators(what, about)
    else:
        await tell_people("match.ended", [match["person_id"]], about)
    if not match["released"]:  # after a release a prison has no part in it
        await tell_staff(what, about)
