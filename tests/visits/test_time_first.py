"""A person's time is given out by one transaction at a time; who waits for it holds nothing that the other needs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Coroutine
from contextvars import copy_context
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.visits.series.story import FIRST, rhythmic
from tests.visits.story import Story, a_story, at, on
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.matching.continuity.actions import report_departure
from vrijplaats.matching.continuity.rules import DepartureKind, Report
from vrijplaats.matching.leaving.actions import let_go
from vrijplaats.visits.actions import move_visit
from vrijplaats.visits.errors import DoubleBooked

pytestmark = pytest.mark.usefixtures("db")
_TIME_OF = "select pg_advisory_xact_lock(hashtextextended('time ' || $1::uuid::text, 0))"
_LIVE = "select count(*) from presence where volunteer_id = $1 and live"
_HALF, _HOUR = timedelta(minutes=30), timedelta(hours=1)


async def _move(story: Story, visit: UUID, starts_at: datetime) -> object:
    async with db.transaction(story.volunteer):
        return await _moved(story, visit, starts_at)


async def _moved(story: Story, visit: UUID, starts_at: datetime) -> object:
    return await move_visit(story.volunteer, visit_id=visit, starts_at=starts_at, ends_at=starts_at + _HOUR)


async def _outcome(doing: Awaitable[object]) -> str:
    try:
        return type(await doing).__name__
    except Exception as error:
        return type(error).__name__


async def _until(world: World, number: int) -> None:
    """Until so many wait for a lock."""
    while await world.how_many_wait() < number:
        pass


async def _in_turn(story: Story, *doing: Coroutine[Any, Any, object]) -> list[str]:
    """All begin while the time of the volunteer is somebody else's; then it is the first one's, and the next one's."""
    connection = story.world.connection
    async with asyncio.timeout(60), asyncio.TaskGroup() as both, connection.transaction():
        await connection.execute(_TIME_OF, story.volunteer.person_id)
        begun = []
        for each in doing:
            begun.append(both.create_task(_outcome(each)))
            await _until(story.world, len(begun))
    return [each.result() for each in begun]


async def test_a_visit_is_planned_over_one_that_moves(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = (await story.propose(at(14))).id
        done = await _in_turn(story, story.propose(at(14) + _HALF), _move(story, visit, at(10, day=26)))
        assert done == ["DoubleBooked", "VisitView"]


async def test_and_over_one_outside(world: World) -> None:
    with on():
        story = await a_story(world, outside_until=clock.today() + timedelta(days=90))
        visit = (await story.propose(at(14))).id
        done = await _in_turn(story, story.propose(at(14) + _HALF), _move(story, visit, at(10, day=26)))
        assert done == ["DoubleBooked", "VisitView"]


async def test_and_over_one_of_a_rhythm_that_changes(world: World) -> None:
    with on():
        mine = await rhythmic(world)
        await mine.agree()
        done = await _in_turn(mine.story, mine.story.propose(FIRST + _HALF), mine.agree(FIRST + timedelta(days=2)))
        assert done == ["DoubleBooked", "SeriesView"]


async def test_a_departure_calls_off_two_visits_of_a_match(world: World) -> None:
    with on():
        story = await a_story(world)
        await story.propose(at(14))
        moves, apart = (await story.propose(at(13, day=25))).id, copy_context()

        async def report() -> None:
            async with db.transaction(story.staff):
                leaves = Report(kind=DepartureKind.RELEASE, day=clock.today())
                await report_departure(story.staff, request_id=story.match.request_id, report=leaves)

        async with asyncio.timeout(60):
            async with db.transaction(story.volunteer):
                await _moved(story, moves, at(10, day=26))
                leaving = asyncio.create_task(report(), context=apart)
                await _until(world, 1)
                # it moves on, to where one was that is called off by then
                with pytest.raises(DoubleBooked):
                    async with db.savepoint():
                        await _moved(story, moves, at(14))
            await leaving
        assert await world.value(_LIVE, story.volunteer.volunteer_id) == 0


async def test_who_leaves_has_visits_in_two_matches(world: World) -> None:
    with on():
        story = await a_story(world)
        await story.propose(at(14))
        other = await world.a_match(story.volunteer, story.facility)
        moves = (await story.propose(at(13, day=25), match=other.id)).id

        async def go() -> None:
            async with db.transaction(story.coordinator):
                await let_go(story.coordinator, person_id=story.volunteer.person_id)

        assert await _in_turn(story, _move(story, moves, at(14)), go()) == ["DoubleBooked", "NoneType"]
        assert await world.value(_LIVE, story.volunteer.volunteer_id) == 0
