"""A pause, fewer people, and a yes at the same moment: one of them is first, and what follows agrees with it."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from tests.matching.scene import Scene, a_scene, accept
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import DomainError
from vrijplaats.matching.absence import actions
from vrijplaats.visits.actions import cancel_visit
from vrijplaats.visits.rules import CancelCause, CancelSide
from vrijplaats.volunteers.availability import actions as availability
from vrijplaats.volunteers.rules import Period

pytestmark = pytest.mark.usefixtures("db")
ROUNDS = 12


async def _code(work: object) -> str:
    try:
        await work  # type: ignore[misc]  # any coroutine
    except DomainError as error:
        return error.code
    return "YES"


async def _pause(actor: Actor, *visits: object) -> None:
    async with db.transaction(actor):
        await actions.start_pause(actor, ends_on=None, call_off=list(visits))  # type: ignore[arg-type]  # the ids of a test are UUIDs


async def _capacity(actor: Actor, number: int) -> None:
    async with db.transaction(actor):
        await availability.set_capacity(actor, capacity=number)


async def _deadlocks(scene: Scene) -> object:
    return await scene.world.value("select deadlocks from pg_stat_database where datname = current_database()")


async def test_a_pause_and_a_yes_at_once(world: World) -> None:
    scene = await a_scene(world)
    before, seen = await _deadlocks(scene), set()
    for _ in range(ROUNDS):
        els = await scene.a_volunteer(capacity=5)
        offers = [await scene.an_offer(els) for _ in range(2)]
        answers = await asyncio.gather(_code(_pause(els)), *(_code(accept(els, each)) for each in offers))
        assert answers[0] == "YES"
        for each, answer in zip(offers, answers[1:], strict=True):
            state = await scene.state_of("offer", each)
            assert state == ("ACCEPTED" if answer == "YES" else "WITHDRAWN"), (answer, state)
            assert answer in {"YES", "OFFER_WITHDRAWN", "NOT_ELIGIBLE"}
        running = "select count(*) from match where volunteer_id = $1 and state <> 'ENDED'"
        assert await scene.carrying(els) == await world.value(running, els.volunteer_id) == answers.count("YES") - 1
        seen.add(answers.count("YES"))
    assert await _deadlocks(scene) == before


async def test_fewer_people_and_a_yes_at_once(world: World) -> None:
    scene = await a_scene(world)
    before = await _deadlocks(scene)
    for _ in range(ROUNDS):
        els = await scene.a_volunteer(capacity=2)
        offers = [await scene.an_offer(els) for _ in range(3)]
        answers = await asyncio.gather(_code(_capacity(els, 1)), *(_code(accept(els, each)) for each in offers))
        carrying = await scene.carrying(els)
        assert answers[0] == "YES" and carrying == answers.count("YES") - 1
        # two may have said yes before the number went down; never more, and never after it
        assert 1 <= carrying <= 2
        assert set(answers[1:]) <= {"YES", "AT_CAPACITY", "NOT_ELIGIBLE"}
        assert await _code(accept(els, await scene.an_offer(els))) in {"AT_CAPACITY", "NOT_ELIGIBLE"}
    assert await _deadlocks(scene) == before


async def test_calling_off_from_three_sides_at_once(world: World) -> None:
    scene = await a_scene(world)
    before = await _deadlocks(scene)
    for _ in range(ROUNDS):
        els = await scene.a_volunteer(capacity=5)
        match = await world.a_match(els, scene.facility)
        visits = [(await world.a_visit(match, clock.now() + timedelta(days=days))).id for days in (2, 3, 4)]

        async def away(actor: Actor = els, ids: tuple[object, ...] = tuple(visits)) -> None:
            async with db.transaction(actor):
                days = Period(clock.today(), clock.today() + timedelta(days=9))
                await actions.be_away(actor, period=days, call_off=list(ids))  # type: ignore[arg-type]  # the ids of a test are UUIDs

        async def staff(visit: object) -> None:
            async with db.transaction(scene.coordinator):
                await cancel_visit(
                    scene.coordinator,
                    visit_id=visit,  # type: ignore[arg-type]  # the ids of a test are UUIDs
                    side=CancelSide.ORGANISATION,
                    cause=CancelCause.PLANNING,
                )

        work = (_pause(els, *visits), away(), *(staff(visit) for visit in reversed(visits)))
        answers = await asyncio.gather(*(_code(each) for each in work))
        assert answers[:2] == ["YES", "YES"]
        assert {await scene.state_of("visit", visit) for visit in visits} == {"CANCELLED"}
        told = [row for row in await scene.told("visit.cancelled") if str(visits[0]) in row["payload"]]
        assert len(told) == 2
    assert await _deadlocks(scene) == before
