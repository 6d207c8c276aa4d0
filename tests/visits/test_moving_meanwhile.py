"""A visit is being moved, and at that very moment somebody else does something with it: they find it where it went."""

import asyncio
from collections.abc import Callable, Coroutine
from contextvars import copy_context
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.visits.series.story import FIRST, Rhythmic
from tests.visits.story import Story, a_story, at, on
from tests.world import World
from vrijplaats.core import db
from vrijplaats.matching.absence.actions import start_pause
from vrijplaats.matching.actions import end_match
from vrijplaats.matching.leaving.actions import let_go
from vrijplaats.matching.models import MatchEndReason
from vrijplaats.visits.actions import move_visit

pytestmark = pytest.mark.usefixtures("db")


async def _while_it_moves(story: Story, visit: UUID, do: Callable[[], Coroutine[Any, Any, object]]) -> None:
    """Begin to do it after the visit was moved, and before that is committed."""
    apart, starts_at = copy_context(), at(15)
    async with db.transaction(story.volunteer):
        await move_visit(story.volunteer, visit_id=visit, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1))
        other = asyncio.create_task(do(), context=apart)
        await _waits(story.world)
    await other


async def _waits(world: World) -> None:
    """Until somebody waits for a lock that we hold."""
    for _ in range(200):
        if await world.somebody_waits():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("nobody waits")


async def _state(story: Story, visit: UUID) -> tuple[str, int]:
    state: str = await story.world.value("select state from visit where id = $1", visit)
    live = "select count(*)::int from presence where volunteer_id = $1 and live"
    return state, await story.world.value(live, story.volunteer.volunteer_id)


async def test_the_match_ends(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = (await story.propose(at(14))).id

        async def end() -> None:
            async with db.transaction(story.coordinator):
                await end_match(story.coordinator, match_id=story.match.id, reason=MatchEndReason.RELEASED)

        await _while_it_moves(story, visit, end)
        assert await _state(story, visit) == ("CANCELLED", 0)
        assert await story.places() == 0


async def test_the_volunteer_is_let_go_of(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = (await story.propose(at(14))).id

        async def go() -> None:
            async with db.transaction(story.coordinator):
                await let_go(story.coordinator, person_id=story.volunteer.person_id)

        await _while_it_moves(story, visit, go)
        assert await _state(story, visit) == ("CANCELLED", 0)


async def test_a_pause_calls_it_off(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = (await story.propose(at(14))).id

        async def pause() -> None:
            async with db.transaction(story.volunteer):
                await start_pause(story.volunteer, ends_on=None, call_off=[visit])

        await _while_it_moves(story, visit, pause)
        assert await _state(story, visit) == ("CANCELLED", 0)


async def test_the_prison_confirms_what_it_sees_then(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = (await story.propose(at(14))).id
        await _while_it_moves(story, visit, lambda: story.confirm(visit))
        assert await _state(story, visit) == ("CONFIRMED", 1)
        assert await story.places() == 1


async def test_it_is_called_off(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = (await story.propose(at(14))).id
        await _while_it_moves(story, visit, lambda: story.cancel(visit))
        assert await _state(story, visit) == ("CANCELLED", 0)
        assert await story.places() == 0


async def test_its_rhythm_stops_with_what_was_planned(world: World) -> None:
    with on():
        story = await a_story(world)
        rhythm = Rhythmic(story)
        await rhythm.agree()
        visit = await rhythm.visit_on(FIRST.date())
        await _while_it_moves(story, visit, lambda: rhythm.stop(call_off=True))
        assert await rhythm.visits() == []
        assert await _state(story, visit) == ("CANCELLED", 0)
