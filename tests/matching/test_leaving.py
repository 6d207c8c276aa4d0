"""A volunteer's membership ends: the invitations, the matches and the visits do not stay by themselves."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from tests.matching.scene import Scene, a_scene, accept
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import DomainError, Forbidden, NotFound
from vrijplaats.matching.leaving import actions, queries
from vrijplaats.matching.leaving.queries import LeavingView

pytestmark = pytest.mark.usefixtures("db")


async def _end(actor: Actor, volunteer: Actor) -> None:
    assert volunteer.membership_id is not None
    async with db.transaction(actor):
        await actions.end_membership(actor, membership_id=volunteer.membership_id)


async def _left(actor: Actor, membership_id: UUID | None) -> LeavingView | None:
    assert membership_id is not None
    async with db.transaction(actor, read_only=True):
        return await queries.leaving(actor, membership_id)


async def _status(scene: Scene, volunteer: Actor) -> object:
    return await scene.world.value("select status from volunteer where id = $1", volunteer.volunteer_id)


async def test_the_coordinator_reads_beforehand_what_is_left(world: World) -> None:
    scene = await a_scene(world)
    els = await scene.a_volunteer("Els", capacity=5)
    running, reviewed, ended = [
        await world.a_match(els, scene.facility, **columns)
        for columns in ({}, {"state": "REVIEW"}, {"state": "ENDED", "ended_on": clock.today()})
    ]
    await world.a_visit(running, clock.now() + timedelta(days=3))
    await world.a_visit(running, clock.now() - timedelta(days=3))
    await world.a_visit(reviewed, clock.now() + timedelta(days=4), state="PROPOSED")
    await world.a_visit(ended, clock.now() + timedelta(days=5), state="CANCELLED", cancel_side="ORGANISATION",
        cancel_cause="NO_VOLUNTEER")  # fmt: skip
    await scene.an_offer(els)
    await scene.an_offer(els, expires_at=clock.now() - timedelta(minutes=1))
    assert await _left(scene.coordinator, els.membership_id) == LeavingView(matches=2, planned_visits=2, open_offers=1)
    colleague = await world.a_coordinator(scene.organisation)
    nothing = LeavingView(matches=0, planned_visits=0, open_offers=0)
    assert await _left(scene.coordinator, colleague.membership_id) == nothing
    stranger = await (await a_scene(world)).a_volunteer()
    assert await _left(scene.coordinator, stranger.membership_id) is None
    with pytest.raises(Forbidden):
        await _left(els, els.membership_id)


async def test_matches_wait_for_a_successor_and_visits_are_called_off(world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer()
    match = await world.a_match(volunteer, scene.facility)
    ahead = await world.a_visit(match, clock.now() + timedelta(days=7))
    begun = await world.a_visit(match, clock.now() - timedelta(minutes=10))
    await _end(scene.coordinator, volunteer)
    assert await scene.state_of("match", match.id) == "REVIEW"
    row = (await world.rows("select * from visit where id = $1", ahead.id))[0]
    assert (row["state"], row["cancel_side"], row["cancel_cause"]) == ("CANCELLED", "ORGANISATION", "NO_VOLUNTEER")
    assert await world.value("select live from presence where id = $1", row["presence_id"]) is False
    assert await scene.state_of("visit", begun.id) == "CONFIRMED"
    assert await _status(scene, volunteer) == "LEFT"
    (told,) = await scene.told("match.review")
    assert '"audience": "coordinators"' in told["payload"]
    assert len(await scene.told("visit.cancelled")) == 1
    assert await scene.verbs() == ["match.review", "membership.end"]


async def test_open_invitations_are_withdrawn_at_once(world: World) -> None:
    scene = await a_scene(world)
    leaving, other = await scene.a_volunteer(), await scene.a_volunteer()
    alone, shared = await scene.a_request(), await scene.a_request()
    offers = [await scene.an_offer(leaving, request) for request in (alone, shared)]
    kept = await scene.an_offer(other, shared)
    await _end(scene.coordinator, leaving)
    assert [await scene.state_of("offer", offer) for offer in offers] == ["WITHDRAWN", "WITHDRAWN"]
    assert await scene.state_of("offer", kept) == "LIVE"
    states = [await scene.state_of("visit_request", request) for request in (alone, shared)]
    assert states == ["OPEN", "OFFERED"]
    (told,) = await scene.told("request.unanswered")
    assert str(alone) in told["payload"]


async def test_what_another_organisation_has_with_them_stays(world: World) -> None:
    here, there = await a_scene(world), await a_scene(world)
    volunteer = await here.a_volunteer()
    elsewhere = await there.a_volunteer()
    await world.connection.execute(
        "update volunteer set person_id = $1 where id = $2", volunteer.person_id, elsewhere.volunteer_id
    )
    offer, match = await there.an_offer(elsewhere), await world.a_match(elsewhere, there.facility)
    await _end(here.coordinator, volunteer)
    assert (await there.state_of("offer", offer), await there.state_of("match", match.id)) == ("LIVE", "ACTIVE")


async def test_nobody_of_another_organisation_is_touched(world: World) -> None:
    ours, theirs = await a_scene(world), await a_scene(world)
    stranger = await theirs.a_volunteer()
    offer = await theirs.an_offer(stranger)
    with pytest.raises(NotFound):
        await _end(ours.coordinator, stranger)
    assert await theirs.state_of("offer", offer) == "LIVE"


@pytest.mark.parametrize("_round", range(8))
async def test_a_yes_at_the_same_moment_is_a_match_to_review_or_none(world: World, _round: int) -> None:
    """Whichever is first: never a live invitation, nor a running match, of somebody who left."""
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer()
    offer = await scene.an_offer(volunteer)
    said, ended = await asyncio.gather(
        accept(volunteer, offer), _end(scene.coordinator, volunteer), return_exceptions=True
    )
    assert ended is None
    assert not isinstance(said, BaseException) or isinstance(said, DomainError), said
    states = await world.rows("select state from match where volunteer_id = $1", volunteer.volunteer_id)
    assert [row["state"] for row in states] == ([] if isinstance(said, DomainError) else ["REVIEW"])
    assert await scene.state_of("offer", offer) == ("WITHDRAWN" if isinstance(said, DomainError) else "ACCEPTED")
