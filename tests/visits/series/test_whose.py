"""Whose a rhythm is: the volunteer decides, the coordinator reads, the prison sees what belongs together."""

from __future__ import annotations

from datetime import date, timedelta

import asyncpg
import pytest

from tests.visits.series.story import FIRST, Rhythmic, rhythmic
from tests.visits.story import a_story, on
from tests.world import World
from vrijplaats.core import db as database
from vrijplaats.core.errors import Forbidden, NotFound
from vrijplaats.visits.series import actions, queries

pytestmark = pytest.mark.usefixtures("db")
DECEMBER = date(2026, 12, 15)


async def _agreed(world: World) -> Rhythmic:
    mine = await rhythmic(world)
    await mine.agree()
    return mine


async def test_only_the_volunteer_of_the_match_has_a_say_in_it(world: World) -> None:
    with on():
        mine, other = await _agreed(world), await a_story(world)
        match = mine.story.match.id
        for actor, error in (
            (other.volunteer, NotFound),
            (mine.story.staff, Forbidden),
            (mine.story.coordinator, Forbidden),
        ):
            with pytest.raises(error):
                async with database.transaction(actor):
                    await actions.stop_series(actor, match_id=match)
            with pytest.raises(error):
                async with database.transaction(actor):
                    await actions.skip_occurrence(actor, match_id=match, day=DECEMBER)
            with pytest.raises(error):
                async with database.transaction(actor):
                    await actions.set_rhythm(
                        actor, match_id=match, every_weeks=2, starts_at=FIRST, ends_at=FIRST + timedelta(hours=1)
                    )


async def test_the_coordinator_reads_it_and_the_prison_only_which_visits_belong_together(world: World) -> None:
    with on():
        mine, stranger = await _agreed(world), await a_story(world)
        visits = [await mine.visit_on(date(2026, 12, day)) for day in (1, 15)]
        match = mine.story.match.id
        async with database.transaction(mine.story.coordinator, read_only=True):
            seen = (await queries.series_of(mine.story.coordinator, [match]))[match]
            assert len(await queries.occurrences(mine.story.coordinator, seen)) == 6
        async with database.transaction(mine.story.staff, read_only=True):
            assert set((await queries.series_of_visits(visits)).values()) == {seen.id}
            assert await queries.series_of(mine.story.staff, [match]) == {}
        async with database.transaction(stranger.staff, read_only=True):
            assert await queries.series_of_visits(visits) == {}
        async with database.transaction(stranger.coordinator, read_only=True):
            assert await queries.series_of(stranger.coordinator, [match]) == {}


async def test_a_colleague_reads_and_changes_nothing_of_it(world: World) -> None:
    """By the walls themselves: these are statements that no verb makes."""
    with on():
        mine = await _agreed(world)
        await mine.skip(DECEMBER)
    story = mine.story
    colleague = await world.a_volunteer(story.organisation, admitted=[story.facility])
    series = await world.value("select id from series where match_id = $1", story.match.id)
    for actor, count in ((story.volunteer, 4), (story.coordinator, 4), (colleague, 0)):
        async with database.transaction(actor):
            one = await database.fetch_value("select count(*) from series where id = $1", series)
            assert one == min(count, 1)
            days = "select count(*) from series_occurrence where series_id = $1"
            assert await database.fetch_value(days, series) == count
    async with database.transaction(colleague):
        for change in (
            "update series set ended_at = now(), end_reason = 'STOPPED' where id = $1",
            "update series_occurrence set hindrance = null where series_id = $1",
            "delete from series_occurrence where series_id = $1",
            # without a word of whose: not even what cannot be read is reached
            "update series_occurrence set hindrance = null where $1::uuid is not null",
            "delete from series_occurrence where $1::uuid is not null",
        ):
            assert await database.execute(change, series) == 0, change
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
        async with database.transaction(colleague):
            await database.execute(
                "insert into series_occurrence (organisation_id, facility_id, series_id, on_day, state) "
                "values ($1, $2, $3, '2026-12-22', 'SKIPPED')",
                *(story.organisation, story.facility, series),
            )
    assert await world.value("select count(*) from series_occurrence where series_id = $1", series) == 4
    assert await world.value("select ended_at from series where id = $1", series) is None
