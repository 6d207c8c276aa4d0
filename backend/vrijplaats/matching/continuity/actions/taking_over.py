"""After a release somebody near the new home takes over: asked by name, together once, and then the match is theirs.

The first volunteer goes on meeting outside until then, and theirs ends without a word about why. Who comes next reads
nothing of before: their match begins empty, and the name goes with it only then.
"""

from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.matching import queries
from vrijplaats.matching.actions.planned_visits import cancel_planned_visits
from vrijplaats.matching.continuity import rules
from vrijplaats.matching.continuity.letting_go import ask_no_more
from vrijplaats.matching.continuity.near import TakeOverView, can_take_over, take_overs
from vrijplaats.matching.continuity.queries import ReviewView, reviews_of
from vrijplaats.matching.continuity.rules import ReviewChoice
from vrijplaats.matching.models import MatchEndReason
from vrijplaats.matching.telling import tell_coordinators, tell_volunteer
from vrijplaats.visits.series.keeping import end_series, hold_series
from vrijplaats.visits.series.rules import EndReason

# the request before the match, as by everything that touches both
_LOCK_REQUEST = """
select r.id from visit_request r join match m on m.request_id = r.id
where m.id = $1 and m.organisation_id = $2 for update of r
"""
_READ = """
select m.id, m.state, m.request_id, m.organisation_id, m.facility_id, m.volunteer_id, m.outside_until,
  exists (select from visit_request r where r.id = m.request_id and r.state = 'MATCHED') as carried from match m
where m.id = $1 and m.organisation_id = $2 for update of m
"""
_ASK = """
update match_review set choice = 'HAND_OVER', chosen_by = $2, chosen_at = $3, together = true, asked_id = $4,
  asked_at = $3, answer = null, answered_at = null where id = $1 and answer is distinct from 'YES'
"""
_GO_ON = "update match set state = 'ACTIVE', outside_until = $2 where id = $1 and state = 'REVIEW'"
_LIGHTEN = "update volunteer set carrying = carrying - 1 where id = $1 and carrying > 0"
_PERSON = "select person_id from volunteer where id = $1"
_ASKED = """
select r.id, r.match_id, m.request_id, m.organisation_id, m.facility_id
from match_review r join match m on m.id = r.match_id
where r.match_id = $1 and r.asked_id = $2 and r.answer is null and m.state <> 'ENDED' for update of r
"""
_ANSWER = "update match_review set answer = $2, answered_at = $3 where id = $1"
# who has somebody to visit has started: READY becomes ACTIVE (docs/definitions/active_volunteer.md)
_MAKE_ROOM = """
update volunteer v set carrying = v.carrying + 1,
  status = case v.status when 'READY' then 'ACTIVE' else v.status end,
  status_since = case v.status when 'READY' then $2 else v.status_since end
where v.id = $1 and v.carrying < v.capacity and v.status in ('READY', 'ACTIVE') returning v.id
"""
# in review as well: the first one may have left the organisation meanwhile
_END = """
update match set state = 'ENDED', ended_on = $2, end_reason = 'RELEASED' where id = $1 and state <> 'ENDED'
"""
_BEGIN = """
insert into match (organisation_id, facility_id, request_id, volunteer_id, detainee_id, pseudonym, activity_kind,
  started_on, created_at, outside_until)
select m.organisation_id, m.facility_id, m.request_id, r.asked_id, m.detainee_id, m.pseudonym, m.activity_kind,
  $2, $3, m.outside_until
from match m join match_review r on r.match_id = m.id and r.answer = 'YES' where m.id = $1 returning id
"""
_GOES_ON = "select goes_on_outside($1, $2)"


async def ask_to_take_over(actor: Actor, *, match_id: UUID, volunteer_id: UUID) -> queries.MatchView:
    """The coordinator asks this volunteer; until they said yes somebody else can be asked instead."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    await hold_series([match_id])
    await db.fetch(_LOCK_REQUEST, match_id, organisation_id)
    match, review = await _match(actor, match_id)
    rules.check_asking(
        match["state"], review.kind, outside=match["outside_until"] is not None, yes=review.answer == "YES"
    )
    if volunteer_id == match["volunteer_id"] or not await can_take_over(actor, match["request_id"], volunteer_id):
        raise NotAllowedNow(reason=rules.NO_ROOM)
    await ask_no_more(review.id, but=volunteer_id)
    if not await db.execute(_ASK, review.id, actor.person_id, clock.now(), volunteer_id):
        raise NotAllowedNow(reason=rules.SAID_YES)
    if review.moved:
        await _let_go(match, review)
    person_id = await db.fetch_value(_PERSON, volunteer_id)
    await outbox.tell("takeover.asked", recipients=[person_id], payload={}, organisation_id=organisation_id)
    await tell_volunteer("takeover.first", _about(match))
    await _record(actor, "match.hand_over", match)
    return await _shown(actor, match_id)


async def answer_take_over(actor: Actor, *, match_id: UUID, yes: bool) -> list[TakeOverView]:
    """Who was asked says yes or no; gives what is still theirs to answer or to do."""
    await db.fetch(_LOCK_REQUEST, match_id, own_organisation(actor, Role.VOLUNTEER))
    asked = await db.fetch_one(_ASKED, match_id, actor.volunteer_id)
    if asked is None:
        raise NotFound
    if yes and not await db.fetch(_MAKE_ROOM, actor.volunteer_id, clock.today()):
        raise NotAllowedNow(reason=rules.FULL)
    await db.execute(_ANSWER, asked["id"], "YES" if yes else "NO", clock.now())
    about = _about(asked | {"id": match_id})
    await tell_coordinators("takeover.yes" if yes else "takeover.no", about)
    if yes:
        await tell_volunteer("takeover.together", about)
    await _record(actor, "match.take_over", asked | {"id": match_id})
    return await take_overs(actor)


async def passed_on(match_id: UUID, organisation_id: UUID) -> UUID | None:
    """The two went together: the first one's match ends here and the other's begins; None when nobody takes over."""
    match = await db.fetch_one(_READ, match_id, organisation_id)
    if match is None or match["outside_until"] is None or not await db.execute(_END, match_id, clock.today()):
        return None
    next_id: UUID | None = await db.fetch_value(_BEGIN, match_id, clock.today(), clock.now())
    if next_id is not None:
        await db.fetch_value(_GOES_ON, next_id, clock.now())
    await cancel_planned_visits(match, MatchEndReason.OTHER)
    await tell_volunteer("takeover.done", _about(match))
    await tell_coordinators("takeover.done", _about(match))
    return next_id


async def _let_go(match: dict[str, Any], review: ReviewView) -> None:
    """Meeting outside goes on until somebody takes over, without the rhythm of inside; whoever hands over has room for
    somebody else from now on."""
    await end_series([match["id"]], EndReason.MATCH_ENDED)
    if review.choice is not ReviewChoice.HAND_OVER and match["carried"]:
        await db.execute(_LIGHTEN, match["volunteer_id"])
    await db.execute(_GO_ON, match["id"], rules.taper_until(review.day))


async def _match(actor: Actor, match_id: UUID) -> tuple[dict[str, Any], ReviewView]:
    match = await db.fetch_one(_READ, match_id, actor.organisation_id)
    if match is None:
        raise NotFound
    review = (await reviews_of([match_id])).get(match_id)
    if review is None:
        raise NotAllowedNow(reason=rules.NOT_IN_REVIEW)
    return match, review


def _about(match: dict[str, Any]) -> dict[str, UUID]:
    about = {name: match[name] for name in ("request_id", "organisation_id", "facility_id")}
    return about | {"match_id": match["id"]}


async def _record(actor: Actor, verb: str, match: dict[str, Any]) -> None:
    subject = {"match": match["id"], "request": match["request_id"]}
    await history.record(actor, verb, subject=subject, organisation_id=match["organisation_id"])


async def _shown(actor: Actor, match_id: UUID) -> queries.MatchView:
    view = await queries.match(actor, match_id)
    assert view is not None
    return view
