"""Two screens of one volunteer agree on a rhythm at the same moment: one runs, and nothing of the other is left."""

import asyncio
from datetime import timedelta

import pytest

from tests.visits.series.story import FIRST, Rhythmic
from tests.visits.story import a_story, on
from tests.world import World
from vrijplaats.core import db
from vrijplaats.matching.actions import end_match
from vrijplaats.matching.models import MatchEndReason

pytestmark = pytest.mark.usefixtures("db")
_RUNNING = "select count(*)::int from series where match_id = $1 and ended_at is null"
_LEFT = """
select count(*)::int from visit v where v.match_id = $1 and v.state in ('PROPOSED', 'CONFIRMED') and not exists (
  select from series_occurrence c join series s on s.id = c.series_id where c.visit_id = v.id and s.ended_at is null)
"""
_THURSDAYS = FIRST + timedelta(days=2)


async def test_the_first_rhythm_of_a_match(world: World) -> None:
    with on():
        rhythm = Rhythmic(await a_story(world))
        await asyncio.gather(*(rhythm.agree(first, weeks=2) for first in (FIRST, _THURSDAYS) * 3))
        assert await world.value(_RUNNING, rhythm.story.match.id) == 1
        assert await world.value(_LEFT, rhythm.story.match.id) == 0


async def test_another_in_its_place(world: World) -> None:
    with on():
        rhythm = Rhythmic(await a_story(world))
        await rhythm.agree()
        await asyncio.gather(*(rhythm.agree(first, weeks=3) for first in (FIRST, _THURSDAYS) * 3))
        assert await world.value(_RUNNING, rhythm.story.match.id) == 1
        assert await world.value(_LEFT, rhythm.story.match.id) == 0


async def test_while_the_match_ends(world: World) -> None:
    with on():
        story = await a_story(world)
        rhythm = Rhythmic(story)
        await rhythm.agree()

        async def end() -> None:
            async with db.transaction(story.coordinator):
                await end_match(story.coordinator, match_id=story.match.id, reason=MatchEndReason.RELEASED)

        again = (rhythm.agree(first) for first in (_THURSDAYS, FIRST) * 2)
        await asyncio.gather(*again, end(), return_exceptions=True)
        assert await world.value(_RUNNING, story.match.id) == 0
        assert await world.value(_LEFT, story.match.id) == 0
        assert await story.places() == 0
