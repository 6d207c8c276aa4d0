"""A volunteer says yes or not now. Of any number of simultaneous acceptances of a request exactly one succeeds.

The order of locks is the same everywhere, so that nobody waits in a circle: the request, the volunteer, the offers.
"""

from dataclasses import dataclass
from uuid import UUID

from vrijplaats.core import clock, db, history
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import DomainError, NotAllowedNow, NotFound
from vrijplaats.matching import errors, queries
from vrijplaats.matching.facts import FactKind
from vrijplaats.matching.models import DeclineReason, OfferState
from vrijplaats.matching.queries.candidates import eligibility_now, wishes_of
from vrijplaats.matching.telling import answered_on, tell_coordinators, tell_people, tell_staff, tell_volunteer

_READ = """
select o.id, o.request_id, o.organisation_id, o.facility_id, r.matched_at is not null as taken,
  r.state as request_state, m.id as match_id, c.display_name as coordinator,
  case when o.state = 'LIVE' and o.expires_at <= $4 then 'EXPIRED' else o.state end as state
from offer o
join visit_request r on r.id = o.request_id
left join lateral (
  -- who won it, gave it over and won it once more has two: this one is of the same moment
  select m.id from match m
  where m.request_id = o.request_id and m.volunteer_id = o.volunteer_id and m.organisation_id = o.organisation_id
  order by greatest(m.created_at - o.answered_at, o.answered_at - m.created_at) limit 1) m on o.state = 'ACCEPTED'
left join person c on c.id = coalesce(o.offered_by, r.claimed_by)
where o.id = $1 and o.organisation_id = $2 and o.volunteer_id = $3
"""
# One statement gives the request, the room and the match. The gate is the request's row: whoever was later waits there,
# and then finds it is OFFERED no more. Each step runs on what the step before gave, so that the last one gives a row
# only if all of them succeeded.
_ACCEPT = """
with asked as (
  select o.id, o.request_id, o.volunteer_id from offer o
  where o.id = $1 and o.organisation_id = $2 and o.volunteer_id = $3 and o.state = 'LIVE' and o.expires_at > $4
), gate as (
  update visit_request r set state = 'MATCHED', matched_at = $4
  from asked a where r.id = a.request_id and r.state = 'OFFERED'
  returning r.id, r.detainee_id, r.pseudonym, r.activity_kind, a.id as offer_id, a.volunteer_id
), room as (
  -- who has somebody to visit has started: READY becomes ACTIVE (docs/definitions/active_volunteer.md)
  update volunteer v set carrying = v.carrying + 1,
    status = case v.status when 'READY' then 'ACTIVE' else v.status end,
    status_since = case v.status when 'READY' then $5 else v.status_since end
  from gate g where v.id = g.volunteer_id and v.carrying < v.capacity
  returning v.id, g.offer_id
), won as (
  update offer o set state = 'ACCEPTED', answered_at = $4
  from room where o.id = room.offer_id and o.state = 'LIVE' and o.expires_at > $4
  returning o.id, o.organisation_id, o.facility_id, o.request_id, o.volunteer_id
)
insert into match (organisation_id, facility_id, request_id, volunteer_id, detainee_id, pseudonym, activity_kind,
  started_on, created_at)
select w.organisation_id, w.facility_id, w.request_id, w.volunteer_id, g.detainee_id, g.pseudonym, g.activity_kind,
  $5, $4
from won w join gate g on g.id = w.request_id
returning id
"""
# Not in the same statement: that one looks at the offers as they were before it waited at the gate, and would leave out
# those that were made meanwhile. Now the request is ours and no more can be made.
_SETTLE = """
with others as (
  update offer o set state = 'WITHDRAWN', answered_at = $3
  where o.request_id = $1 and o.organisation_id = $2 and o.state = 'LIVE'
  returning o.volunteer_id
)
select v.person_id from others join volunteer v on v.id = others.volunteer_id order by v.person_id
"""
# handed over after a transfer (matching.continuity): the request waits again while somebody still visits; who does goes
# when somebody else says yes
_PREVIOUS = """
select m.id from match m join visit_request r on r.id = m.request_id
where m.organisation_id = $1 and m.request_id = $2 and m.state = 'REVIEW' and r.state = 'OFFERED'
"""
_END_PREVIOUS = """
update match set state = 'ENDED', ended_on = $2, end_reason = 'TRANSFERRED' where id = $1 and state = 'REVIEW'
"""
_LOCK = """
select r.id from visit_request r join offer o on o.request_id = r.id
where o.id = $1 and o.organisation_id = $2 and o.volunteer_id = $3 for update of r
"""
# somebody who was reported to leave: it is looked at from its first moment (0065)
_IS_LOOKED_AT = "select state = 'REVIEW' from match where id = $1"
_DECLINE = "update offer set state = 'DECLINED', answered_at = $2, decline_reason = $3 where id = $1 and state = 'LIVE'"
_REOPEN = """
update visit_request r set state = 'OPEN' where r.id = $1 and r.state = 'OFFERED' and not exists (
  select from offer o where o.request_id = r.id and o.state = 'LIVE' and o.expires_at > $2)
"""


class _NotWon(Exception):
    """Undoes an acceptance of which one of the steps failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """An offer of this volunteer, and how its request stands."""

    id: UUID
    request_id: UUID
    organisation_id: UUID
    facility_id: UUID
    state: str
    taken: bool
    request_state: str
    match_id: UUID | None
    coordinator: str | None

    def about(self) -> dict[str, UUID]:
        """Ids of what people are told about."""
        return {"request_id": self.request_id, "organisation_id": self.organisation_id, "facility_id": self.facility_id}


async def accept_offer(actor: Actor, *, offer_id: UUID) -> queries.MatchView:
    """The match that follows from yes. Saying yes again to what one has already accepted gives the same match."""
    require(actor, Role.VOLUNTEER)
    asked = await _read(actor, offer_id)
    if asked.match_id is not None:
        return await _shown(actor, asked.match_id)
    await _check(actor, asked)
    try:
        async with db.savepoint():
            match_id = await _win(actor, asked)
    except _NotWon:
        # whoever was first has committed by now: the same questions have other answers
        asked = await _read(actor, offer_id)
        if asked.match_id is not None:
            return await _shown(actor, asked.match_id)
        await _check(actor, asked)
        raise NotAllowedNow(reason=errors.SETTLED) from None
    await _tell_of_match(actor, asked, match_id, await _settle(asked))
    await history.record(
        actor,
        "offer.accept",
        subject={"offer": offer_id, "request": asked.request_id, "match": match_id},
        organisation_id=asked.organisation_id,
        facility_id=asked.facility_id,
    )
    return await _shown(actor, match_id)


async def decline_offer(actor: Actor, *, offer_id: UUID, reason: DeclineReason | None = None) -> queries.OfferView:
    """Not now; a reason is never needed. The last one to say so gives the request back to the coordinator."""
    require(actor, Role.VOLUNTEER)
    await db.fetch(_LOCK, offer_id, actor.organisation_id, actor.volunteer_id)
    asked, now = await _read(actor, offer_id), clock.now()
    if asked.state != OfferState.DECLINED:
        if passed := _why_passed(asked):
            raise passed
        await db.execute(_DECLINE, offer_id, now, reason.value if reason else None)
        await db.execute(_REOPEN, asked.request_id, now)
        await tell_coordinators("offer.declined", asked.about() | {"offer_id": offer_id} | answered_on(actor))
        await history.record(
            actor,
            "offer.decline",
            subject={"offer": offer_id, "request": asked.request_id},
            organisation_id=asked.organisation_id,
            facility_id=asked.facility_id,
        )
    view = await queries.offer(actor, offer_id)
    assert view is not None
    return view


async def _read(actor: Actor, offer_id: UUID) -> _Asked:
    row = await db.fetch_one(_READ, offer_id, actor.organisation_id, actor.volunteer_id, clock.now())
    if row is None:
        raise NotFound
    return _Asked(**row)


async def _check(actor: Actor, asked: _Asked) -> None:
    """Raise what stands in the way of a yes: how the offer stands, or that the volunteer cannot go today."""
    if passed := _why_passed(asked):
        raise passed
    assert actor.volunteer_id is not None
    wish = (await wishes_of(actor, [asked.request_id]))[0].wish
    for volunteer, obstacle in await eligibility_now(actor, wish, [actor.volunteer_id]):
        if obstacle is not None and obstacle.kind is FactKind.FULL:
            raise errors.AtCapacity.carrying(volunteer.carrying)
        if obstacle is not None:
            raise errors.NotEligible.for_volunteer(obstacle, asked.coordinator)


def _why_passed(asked: _Asked) -> DomainError | None:
    """Why this offer can no longer be answered."""
    if asked.state == OfferState.ACCEPTED:
        return NotAllowedNow(reason=errors.ALREADY_SAID_YES)
    if asked.state == OfferState.DECLINED:
        return NotAllowedNow(reason=errors.ALREADY_SAID_NO)
    if asked.state == OfferState.EXPIRED:
        return errors.OfferExpired()
    if asked.state == OfferState.WITHDRAWN or asked.request_state != "OFFERED":
        return errors.OfferTaken() if asked.taken else errors.OfferWithdrawn()
    return None


async def _win(actor: Actor, asked: _Asked) -> UUID:
    """The new match; undoes itself when somebody was first or a step failed."""
    await _let_previous_go(actor, asked)
    match_id: UUID | None = await db.fetch_value(
        _ACCEPT, asked.id, actor.organisation_id, actor.volunteer_id, clock.now(), clock.today()
    )
    if match_id is None:
        raise _NotWon
    return match_id


async def _let_previous_go(actor: Actor, asked: _Asked) -> None:
    """Two do not visit for one request: the match that was handed over ends here, with thanks."""
    previous = await db.fetch_value(_PREVIOUS, actor.organisation_id, asked.request_id)
    if previous is None:
        return
    await db.fetch(_LOCK, asked.id, actor.organisation_id, actor.volunteer_id)
    if await db.execute(_END_PREVIOUS, previous, clock.today()):
        await tell_volunteer("match.succeeded", asked.about() | {"match_id": previous})


async def _settle(asked: _Asked) -> list[UUID]:
    """Withdraw the other invitations of the request; gives whom they were for."""
    rows = await db.fetch(_SETTLE, asked.request_id, asked.organisation_id, clock.now())
    return [row["person_id"] for row in rows]


async def _tell_of_match(actor: Actor, asked: _Asked, match_id: UUID, others: list[UUID]) -> None:
    about = asked.about()
    await tell_people("offer.taken", others, about)
    await tell_coordinators("offer.accepted", about | {"offer_id": asked.id, "match_id": match_id} | answered_on(actor))
    await tell_staff("request.matched", about)
    if await db.fetch_value(_IS_LOOKED_AT, match_id):
        await tell_coordinators("match.departure", about | {"match_id": match_id})
        await tell_volunteer("match.departure", about | {"match_id": match_id})


async def _shown(actor: Actor, match_id: UUID) -> queries.MatchView:
    view = await queries.match(actor, match_id)
    assert view is not None
    return view
