"""Giving a request back to everybody; proposing it to another organisation, and their answer.

The request's row is locked first, as by everything that touches its invitations: whoever comes second finds what the
first did. While a proposal stands the row says so (`proposed_to`), and nobody is invited.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.requests.handover import rules
from vrijplaats.requests.handover.queries import organisations_for
from vrijplaats.requests.handover.rules import HandOverState
from vrijplaats.requests.queries import RequestView, visit_request

_LOCK = """
select r.id, r.facility_id, r.state, r.proposed_to, r.claimed_by from visit_request r
where r.id = $1 and r.organisation_id = $2 for update
"""
_ROUNDS = """
select exists (select from waves where organisation_id = $1 and request_id = $2 and ended_at is null)
"""
_ACTIVE = """
select exists (select from organisation_facility f where f.organisation_id = $1 and f.facility_id = $2
  and f.active_from <= $3 and (f.active_until is null or f.active_until >= $3))
"""
_RELEASE = """
update visit_request set organisation_id = null, claimed_by = null, claimed_at = null
where id = $1 and organisation_id = $2 and state = 'OPEN' and proposed_to is null
"""
_IN_POOL = "insert into pool_entry (request_id, facility_id) values ($1, $2) on conflict do nothing"
_PROPOSE = """
insert into hand_over (organisation_id, facility_id, request_id, to_organisation_id, proposed_at, expires_at)
values ($1, $2, $3, $4, $5, $6) returning id
"""
_PROPOSED_TO = "update visit_request set proposed_to = $2 where id = $1"
# what somebody asks about is found first without a lock: its request is to be locked before it
_WHICH = """
select h.id, h.organisation_id, h.facility_id, h.request_id, h.to_organisation_id from hand_over h
where h.id = $1 and (h.organisation_id = $2 or h.to_organisation_id = $2)
"""
_LOCK_REQUEST = "select id from visit_request where id = $1 and proposed_to = $2 for update"
_STATE = "select state, expires_at from hand_over where id = $1"
_ANSWER = "update hand_over set state = $2, answered_at = $3 where id = $1 and state = 'PROPOSED'"
_TAKE_OVER = """
update visit_request set organisation_id = $2, claimed_by = $3, claimed_at = $4, proposed_to = null
where id = $1 and state = 'OPEN' and proposed_to = $2
"""
_LET_GO = "update visit_request set proposed_to = null where id = $1 and proposed_to = $2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposal by its ids."""

    id: UUID
    organisation_id: UUID
    facility_id: UUID
    request_id: UUID
    to_organisation_id: UUID


async def release_request(actor: Actor, *, request_id: UUID) -> RequestView:
    """Back to every organisation that works there, with the days it has waited. Raises NotFound and NotAllowedNow."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    request = await _given_away(request_id, organisation_id)
    if not await db.fetch_value(_ACTIVE, organisation_id, request["facility_id"], clock.today()):
        raise NotAllowedNow(reason=rules.NOT_ACTIVE)
    await db.execute(_IN_POOL, request_id, request["facility_id"])
    await db.execute(_RELEASE, request_id, organisation_id)
    await _tell("request.handed_back", None, request_id, request["facility_id"])
    await _record(actor, "request.hand_back", request_id, request["facility_id"], organisation_id)
    return await _seen(actor, request_id)


async def propose_hand_over(actor: Actor, *, request_id: UUID, organisation_id: UUID) -> RequestView:
    """Ask another organisation that works there to take a request over; until they answer it stays where it is."""
    own = own_organisation(actor, Role.COORDINATOR)
    request = await _given_away(request_id, own)
    if organisation_id not in {each.id for each in await organisations_for(actor, request_id)}:
        raise NotFound
    now = clock.now()
    await db.fetch_value(
        _PROPOSE, own, request["facility_id"], request_id, organisation_id, now, rules.stands_until(now)
    )
    await db.execute(_PROPOSED_TO, request_id, organisation_id)
    await _tell("handover.proposed", organisation_id, request_id, request["facility_id"])
    await _record(actor, "handover.propose", request_id, request["facility_id"], own, organisation_id)
    return await _seen(actor, request_id)


async def withdraw_hand_over(actor: Actor, *, hand_over_id: UUID) -> RequestView:
    """Who proposed it keeps the request after all. Doing so twice is no failure."""
    proposal = await _proposal(actor, hand_over_id, proposing=True)
    if await _may_still(proposal, HandOverState.WITHDRAWN):
        await db.execute(_LET_GO, proposal.request_id, proposal.to_organisation_id)
        await _answered(actor, proposal, HandOverState.WITHDRAWN, tell=proposal.to_organisation_id)
    return await _seen(actor, proposal.request_id)


async def accept_hand_over(actor: Actor, *, hand_over_id: UUID) -> RequestView:
    """The request is this organisation's from now on, and the actor's. Doing so twice is no failure."""
    proposal = await _proposal(actor, hand_over_id, proposing=False)
    if await _may_still(proposal, HandOverState.ACCEPTED):
        to = proposal.to_organisation_id
        if not await db.fetch_value(_ACTIVE, to, proposal.facility_id, clock.today()):
            raise NotAllowedNow(reason=rules.NOT_ACTIVE)
        if not await db.execute(_TAKE_OVER, proposal.request_id, to, actor.person_id, clock.now()):
            raise NotAllowedNow(reason=rules.SETTLED)
        await _answered(actor, proposal, HandOverState.ACCEPTED, tell=proposal.organisation_id)
    return await _seen(actor, proposal.request_id)


async def decline_hand_over(actor: Actor, *, hand_over_id: UUID) -> None:
    """It stays where it is. Doing so twice is no failure."""
    proposal = await _proposal(actor, hand_over_id, proposing=False)
    if await _may_still(proposal, HandOverState.DECLINED):
        await db.execute(_LET_GO, proposal.request_id, proposal.to_organisation_id)
        await _answered(actor, proposal, HandOverState.DECLINED, tell=proposal.organisation_id)


async def _given_away(request_id: UUID, organisation_id: UUID) -> dict[str, Any]:
    """An own request that can leave one's hands now; its row is locked from here on."""
    request = await db.fetch_one(_LOCK, request_id, organisation_id)
    if request is None:
        raise NotFound
    if request["proposed_to"] is not None:
        raise NotAllowedNow(reason=rules.IS_PROPOSED)
    if request["state"] != "OPEN":
        raise NotAllowedNow(reason=rules.PEOPLE_ASKED if request["state"] == "OFFERED" else rules.SETTLED)
    if await db.fetch_value(_ROUNDS, organisation_id, request_id):
        raise NotAllowedNow(reason=rules.ROUNDS_RUN)
    return request


async def _proposal(actor: Actor, hand_over_id: UUID, *, proposing: bool) -> Proposal:
    """The proposal, from the side of the actor, with its request locked from here on as far as it still stands."""
    own = own_organisation(actor, Role.COORDINATOR)
    row = await db.fetch_one(_WHICH, hand_over_id, own)
    if row is None or (row["organisation_id"] == own) is not proposing:
        raise NotFound
    proposal = Proposal(**row)
    await db.fetch_value(_LOCK_REQUEST, proposal.request_id, proposal.to_organisation_id)
    return proposal


async def _may_still(proposal: Proposal, become: HandOverState) -> bool:
    """False when it has become that already; raises NotAllowedNow when it is too late for this answer."""
    row = await db.fetch_one(_STATE, proposal.id)
    assert row is not None
    state = HandOverState(row["state"])
    if state is become:
        return False
    if state is not HandOverState.PROPOSED:
        raise NotAllowedNow(reason=rules.PASSED[state])
    if become is HandOverState.ACCEPTED and row["expires_at"] <= clock.now():
        raise NotAllowedNow(reason=rules.TIME_IS_UP)
    return True


async def _answered(actor: Actor, proposal: Proposal, state: HandOverState, *, tell: UUID) -> None:
    """What both sides keep of it; `tell` is the side that did not do it."""
    verb = {"ACCEPTED": "accept", "DECLINED": "decline", "WITHDRAWN": "withdraw"}[state.value]
    event = f"handover.{state.value.lower()}"
    if not await db.execute(_ANSWER, proposal.id, state.value, clock.now()):
        raise NotAllowedNow(reason=rules.SETTLED)
    await _tell(event, tell, proposal.request_id, proposal.facility_id)
    both = (proposal.organisation_id, proposal.to_organisation_id)
    await _record(actor, f"handover.{verb}", proposal.request_id, proposal.facility_id, *both)


async def _seen(actor: Actor, request_id: UUID) -> RequestView:
    view = await visit_request(actor, request_id)
    if view is None:
        raise NotFound
    return view


async def _tell(event: str, organisation_id: UUID | None, request_id: UUID, facility_id: UUID) -> None:
    """The coordinators of that side, or of every organisation there."""
    payload = {"audience": "coordinators", "request_id": str(request_id), "facility_id": str(facility_id)}
    await outbox.tell(event, recipients=[], payload=payload, organisation_id=organisation_id, facility_id=facility_id)


async def _record(actor: Actor | None, verb: str, request_id: UUID, facility_id: UUID, *organisations: UUID) -> None:
    """In the history of each side; always in the same order, so that no two wait for each other's."""
    for organisation_id in sorted(organisations):
        await history.record(
            actor, verb, subject={"request": request_id}, organisation_id=organisation_id, facility_id=facility_id
        )
