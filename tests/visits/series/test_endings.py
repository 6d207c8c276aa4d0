"""The end of a match, or of a volunteer, is the end of the rhythm: nothing is left at the gate."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from tests.visits.series.story import FIRST, Rhythmic, rhythmic, the_clock_comes_by
from tests.visits.story import MORNING, on
from tests.world import World
from vrijplaats.core import db as database
from vrijplaats.matching.actions import end_match
from vrijplaats.matching.leaving.actions import let_go
from vrijplaats.matching.models import MatchEndReason

pytestmark = pytest.mark.usefixtures("worker")


async def _running(world: World) -> Rhythmic:
    found = await rhythmic(world)
    await world.a_series(found.story.match, FIRST)
    return found


async def test_with_the_match_it_ends_and_its_visits_are_called_off(world: World) -> None:
    with on():
        mine = await _running(world)
        await the_clock_comes_by()
        async with database.transaction(mine.story.coordinator):
            await end_match(mine.story.coordinator, match_id=mine.story.match.id, reason=MatchEndReason.RELEASED)
    with on(MORNING + timedelta(days=1)):
        await the_clock_comes_by()
    assert (await mine.visits(), len(await mine.visits("CANCELLED"))) == ([], 4)
    reason = await world.value("select end_reason from series where match_id = $1", mine.story.match.id)
    assert reason == "MATCH_ENDED"


async def test_of_a_match_that_ends_while_a_worker_plans_nothing_is_left_at_the_gate(world: World) -> None:
    for _ in range(5):
        with on():
            mine = await _running(world)

            async def end(of: Rhythmic = mine) -> None:
                async with database.transaction(of.story.volunteer):
                    await end_match(
                        of.story.volunteer, match_id=of.story.match.id, reason=MatchEndReason.VOLUNTEER_WISH
                    )

            await asyncio.gather(the_clock_comes_by(), end(), the_clock_comes_by())
            assert await mine.visits() == []


async def test_whoever_leaves_takes_the_rhythm_along(world: World) -> None:
    with on():
        mine = await _running(world)
        await the_clock_comes_by()
        async with database.transaction(mine.story.coordinator):
            await let_go(mine.story.coordinator, person_id=mine.story.volunteer.person_id)
        await world.connection.execute("update match set state = 'ACTIVE' where id = $1", mine.story.match.id)
    with on(MORNING + timedelta(days=1)):
        await the_clock_comes_by()
    assert await mine.visits() == []
