"""How a match goes on after a transfer or a release: the coordinator chooses, and the volunteer says what they would
like. Nobody chooses for the volunteer that they must.

It is chosen from the report on, and chosen anew until the day; on the day the worker does what was chosen
(actions.moving). From then on a choice takes effect at once, and stands. The request's row, which both lock first, says
who was before whom."""

from typing import Any
from uuid import UUID

import asyncpg

from vrijplaats.accounts.queries import FacilityView
from vrijplaats.core import clock, db, history
from vrijplaats.core.access import own_organisation, require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.matching import queries
from vrijplaats.matching.continuity import rules
from vrijplaats.matching.continuity.actions.handing_back import hand_back
from vrijplaats.matching.continuity.actions.taking_over import passed_on
from vrijplaats.matching.continuity.letting_go import ask_no_more, take_back_admissions
from vrijplaats.matching.continuity.queries import ReviewView, reviews_of
from vrijplaats.matching.continuity.rules import DepartureKind, ReviewChoice, VolunteerWish
from vrijplaats.matching.telling import tell_coordinators, tell_volunteer
from vrijplaats.visits.series.keeping import end_series, hold_series
from vrijplaats.visits.series.rules import EndReason
from vrijplaats.volunteers.admissions.actions import request_admission

# the request before the match, as by everything that touches both
_LOCK_REQUEST = """
select r.id from visit_request r join match m on m.request_id = r.id
where m.id = $1 and m.organisation_id = $2 for update of r
"""
_HOLD_WISHES = "select hold_wishes_of($1)"
_READ = """
select m.id, m.state, m.request_id, m.organisation_id, m.facility_id, m.volunteer_id from match m
where m.id = $1 and m.organisation_id = $2 and ($3::uuid is null or m.volunteer_id = $3) for update of m
"""
_CHOOSE = """
update match_review r set choice = $2, chosen_by = $3, chosen_at = $4, together = $5, asked_id = null, asked_at = null,
  answer = null, answered_at = null
where r.id = $1 and r.answer is distinct from 'YES' and (r.choice is null
  or exists (select from departure d where d.id = r.departure_id and d.moved_at is null))
"""
# the one that was just asked for; or one that stands because of another match of theirs, which then needs it no less
_ASKED_FOR = """
update match_review set admission_id = coalesce($2, (select x.admission_id from match_review x
  join admission a on a.id = x.admission_id and a.state = 'REQUESTED' and a.volunteer_id = $3 and a.facility_id = $4
  limit 1)) where id = $1
"""
_GO_ON = "update match set state = 'ACTIVE', outside_until = $2 where id = $1 and state = 'REVIEW'"
# the days waited are the person's and stay (waits_again, 0054); it is the same organisation that looks for somebody
_REOPEN = """
update visit_request set state = 'OPEN', claimed_by = $2, claimed_at = $3 where id = $1 and state = 'MATCHED'
"""
_LIGHTEN = "update volunteer set carrying = carrying - 1 where id = $1 and carrying > 0"
_WISH = "update match_review set wish = $2, wished_at = $3 where id = $1"
# after a transfer the new match stands for the old one as well; outside each is handed over by itself
_TOGETHER = """
select r.id from match_review r join match m on m.id = r.match_id
where r.organisation_id = $2 and r.choice = 'HAND_OVER' and r.together and (r.match_id = $1
    or m.outside_until is null and exists (select from match n
      where n.id = $1 and n.organisation_id = m.organisation_id and n.request_id = m.request_id))
  and (r.asked_id is null or r.answer = 'YES' and m.outside_until is not null)
  and ($3::uuid is null or r.asked_id = $3 or exists (select from match x where x.id = $1 and x.volunteer_id = $3))
"""
# after a release who takes over has no match yet
_READ_MEETING = """
select m.id, m.state, m.request_id, m.organisation_id, m.facility_id, m.volunteer_id from match m
where m.id = $1 and m.organisation_id = $2 and ($3::uuid is null or m.volunteer_id = $3 or exists (
  select from match_review r where r.match_id = m.id and r.asked_id = $3 and r.answer = 'YES')) for update of m
"""
# what goes on outside is no prison's business
_OUTSIDE = ("match.taper", "match.met")
_MET = "update match_review set met_at = $2 where id = $1 and met_at is null"


async def keep_match(actor: Actor, *, match_id: UUID) -> queries.MatchView:
    """The same volunteer goes to the new place; admission there is asked for in the same go."""
    match, review = await _open(actor, match_id, DepartureKind.TRANSFER)
    rules.check_goes_along(left=review.volunteer_left)
    if not review.active_there:
        raise NotAllowedNow(reason=rules.NO_PLACE_WITH_US)
    await _choose(actor, match, review, ReviewChoice.KEEP)
    if review.moved:
        await db.execute(_GO_ON, match_id, None)
    await tell_volunteer("match.kept", _about(match, at=review.to_facility))
    if review.to_facility is not None:
        await _ask_admission(actor, match["volunteer_id"], review, review.to_facility.id)
    return await _done(actor, "match.keep", match)


async def hand_over_match(actor: Actor, *, match_id: UUID, together: bool) -> queries.MatchView:
    """Somebody near the new place is looked for, by the usual suggestions; the match ends when one says yes. With
    `together` both are asked to go once together."""
    match, review = await _open(actor, match_id, DepartureKind.TRANSFER)
    if not review.active_there:
        raise NotAllowedNow(reason=rules.NO_PLACE_WITH_US)
    await _choose(actor, match, review, ReviewChoice.HAND_OVER, together=together)
    await take_back_admissions(actor, [review.id], match["volunteer_id"])
    if review.moved:
        await _wait_again(actor, match["request_id"])
        # room for somebody else from now on: nothing is planned with this match any more
        await db.execute(_LIGHTEN, match["volunteer_id"])
    await tell_volunteer("match.handed_over", _about(match, at=review.to_facility))
    return await _done(actor, "match.hand_over", match)


async def hand_back_match(actor: Actor, *, match_id: UUID) -> queries.MatchView:
    """The organisation does not come to the new prison: whoever does finds the wish in the pool there, with the days
    that it has waited. The match ends on the day."""
    match, review = await _open(actor, match_id, DepartureKind.TRANSFER, also_others=True)
    if review.active_there:
        raise NotAllowedNow(reason=rules.PLACE_WITH_US)
    await _choose(actor, match, review, ReviewChoice.HAND_BACK)
    await take_back_admissions(actor, [review.id], match["volunteer_id"])
    if review.moved:
        await db.execute(_LIGHTEN, match["volunteer_id"])
        await hand_back(match)
    return await _done(actor, "match.hand_back", match)


async def taper_match(actor: Actor, *, match_id: UUID) -> queries.MatchView:
    """After a release people go on meeting outside, half a year at most."""
    match, review = await _open(actor, match_id, DepartureKind.RELEASE)
    rules.check_goes_along(left=review.volunteer_left)
    await _choose(actor, match, review, ReviewChoice.TAPER)
    if review.moved:
        await db.execute(_GO_ON, match_id, rules.taper_until(review.day))
    await tell_volunteer("match.tapers", _about(match))
    return await _done(actor, "match.taper", match)


async def say_wish(actor: Actor, *, match_id: UUID, wish: VolunteerWish) -> queries.MatchView:
    """The volunteer would like to go on, or not; it can be said again until the coordinator has chosen."""
    require(actor, Role.VOLUNTEER)
    match, review = await _read(actor, match_id)
    rules.check_open(match["state"], review.choice)
    if review.wish is not wish:
        await db.execute(_WISH, review.id, wish.value, clock.now())
        await tell_coordinators("match.wish", _about(match))
    return await _done(actor, "match.wish", match)


async def note_meeting(actor: Actor, *, match_id: UUID) -> queries.MatchView:
    """The old and the new volunteer were there together: said by either of them, or by the coordinator. After a release
    the one's match ends with it, and the other's begins."""
    require(actor, Role.VOLUNTEER, Role.COORDINATOR)
    own = own_organisation(actor, actor.role)
    only = actor.volunteer_id if actor.role is Role.VOLUNTEER else None
    await db.fetch(_LOCK_REQUEST, match_id, own)
    match = await db.fetch_one(_READ_MEETING, match_id, own, only)
    if match is None:
        raise NotFound
    review_id = await db.fetch_value(_TOGETHER, match_id, own, only)
    if review_id is None:
        raise NotAllowedNow(reason=rules.NOT_TOGETHER)
    next_id = await passed_on(match_id, own) if await db.execute(_MET, review_id, clock.now()) else None
    takes_over = only not in (None, match["volunteer_id"])
    if takes_over and next_id is None:
        raise NotAllowedNow(reason=rules.NOT_TOGETHER)
    return await _done(actor, "match.met", match, shown=next_id if takes_over else match_id)


async def _wait_again(actor: Actor, request_id: UUID) -> None:
    try:
        async with db.savepoint():
            await db.execute(_REOPEN, request_id, actor.person_id, clock.now())
    except asyncpg.UniqueViolationError:  # the new prison asked anew for them
        raise NotAllowedNow(reason=rules.WAITS_THERE) from None


async def _open(
    actor: Actor, match_id: UUID, kind: DepartureKind, *, also_others: bool = False
) -> tuple[dict[str, Any], ReviewView]:
    """A match of the own organisation for which this can be chosen now, locked; if need be with whatever else waits for
    the same person, all in one order."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    await hold_series([match_id])
    if also_others:
        await db.fetch_value(_HOLD_WISHES, match_id)
    await db.fetch(_LOCK_REQUEST, match_id, organisation_id)
    match, review = await _read(actor, match_id)
    rules.check_open(match["state"], review.choice if review.moved else None)
    if review.kind is not kind:
        asked_for = {DepartureKind.RELEASE: rules.NOT_RELEASED, DepartureKind.TRANSFER: rules.STAYS_BEHIND}
        raise NotAllowedNow(reason=asked_for[kind])
    if review.waits and kind is DepartureKind.TRANSFER:
        # handed over after an earlier transfer: the request goes along by itself, whoever visited is let go of already
        raise NotAllowedNow(reason=rules.LOOKED_FOR)
    return match, review


async def _read(actor: Actor, match_id: UUID) -> tuple[dict[str, Any], ReviewView]:
    only = actor.volunteer_id if actor.role is Role.VOLUNTEER else None
    match = await db.fetch_one(_READ, match_id, actor.organisation_id, only)
    if match is None:
        raise NotFound
    review = (await reviews_of([match_id])).get(match_id)
    if review is None:
        raise NotAllowedNow(reason=rules.NOT_IN_REVIEW)
    return match, review


async def _choose(
    actor: Actor, match: dict[str, Any], review: ReviewView, choice: ReviewChoice, *, together: bool = False
) -> None:
    await ask_no_more(review.id)
    if not await db.execute(_CHOOSE, review.id, choice.value, actor.person_id, clock.now(), together):
        raise NotAllowedNow(reason=rules.CHOSEN)
    if review.moved:  # the report stands: it is not the rhythm of where they are now
        await end_series([match["id"]], EndReason.MATCH_ENDED)


async def _ask_admission(actor: Actor, volunteer_id: UUID, review: ReviewView, facility_id: UUID) -> None:
    asked = None
    if review.admission is None:
        asked = await request_admission(actor, volunteer_id=volunteer_id, facility_id=facility_id)
    await db.execute(_ASKED_FOR, review.id, asked, volunteer_id, facility_id)


def _about(match: dict[str, Any], *, at: FacilityView | None = None) -> dict[str, UUID]:
    """`at`: the prison that is told of, when the person is not there yet."""
    about = {name: match[name] for name in ("request_id", "organisation_id", "facility_id")}
    return about | {"match_id": match["id"]} | ({"facility_id": at.id} if at else {})


async def _done(actor: Actor, verb: str, match: dict[str, Any], *, shown: UUID | None = None) -> queries.MatchView:
    await history.record(
        actor,
        verb,
        subject={"match": match["id"], "request": match["request_id"]},
        organisation_id=match["organisation_id"],
        facility_id=None if verb in _OUTSIDE else match["facility_id"],
    )
    view = await queries.match(actor, shown or match["id"])
    assert view is not None
    return view
