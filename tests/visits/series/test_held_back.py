"""What could not be planned: held back with why, told once, and tried again each time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.visits.series.story import PLANNED, Rhythmic, days_at, running, the_clock_comes_by
from tests.visits.story import MORNING, a_story, at, on
from tests.world import World

pytestmark = pytest.mark.usefixtures("worker")
DECEMBER = date(2026, 12, 15)


async def test_a_closed_day_is_held_back_told_once_and_planned_when_it_opens(world: World) -> None:
    with on():
        mine = await running(world)
        await mine.block(DECEMBER)
        await the_clock_comes_by()
        assert await mine.visits() == days_at("12-01", "12-29", "01-12")
        assert (await mine.shown())[1] == "12-15 HELD_BACK CLOSED"
    for day in (1, 2):
        with on(MORNING + timedelta(days=day)):
            await the_clock_comes_by()
    told = await mine.told("series.held_back")
    assert [payload for _, payload in told] == [{"match": str(mine.story.match.id)}]
    await world.connection.execute("delete from blocked_day where facility_id = $1", mine.story.facility)
    with on(MORNING + timedelta(days=3)):
        await the_clock_comes_by()
        assert await mine.visits() == days_at(*PLANNED)
        assert (await mine.shown())[1] == "12-15 PROPOSED"


async def test_on_the_day_itself_the_prison_is_not_asked_any_more(world: World) -> None:
    with on():
        mine = await running(world)
        await mine.block(DECEMBER)
        await the_clock_comes_by()
    await world.connection.execute("delete from blocked_day where facility_id = $1", mine.story.facility)
    with on(at(6, day=15, month=12)):
        await the_clock_comes_by()
        assert await mine.visits() == days_at("12-01", "12-29", "01-12", "01-26", "02-09")
        assert (await mine.shown())[0] == "12-29 PROPOSED"


async def test_a_full_hour_is_planned_when_a_place_comes_free(world: World) -> None:
    with on():
        mine = await running(world)
        places = await mine.fill(DECEMBER)
        await the_clock_comes_by()
        assert (await mine.shown())[1] == "12-15 HELD_BACK FULL"
        # what one sees is how it stands, not how it stood when the worker came by
        await world.connection.execute("delete from slot_place where id = $1", places[0])
        assert (await mine.shown())[1] == "12-15 TO_COME"
    with on(MORNING + timedelta(days=1)):
        await the_clock_comes_by()
    assert await mine.visits() == days_at(*PLANNED)


async def test_a_paper_that_comes_in_later(world: World) -> None:
    with on():
        mine = await running(world)
        await world.connection.execute(
            "update admission set valid_until = '2026-12-20' where volunteer_id = $1", mine.story.volunteer.volunteer_id
        )
        await the_clock_comes_by()
        held = ["12-29 HELD_BACK NOT_ADMITTED", "01-12 HELD_BACK NOT_ADMITTED"]
        assert (await mine.shown())[:4] == ["12-01 PROPOSED", "12-15 PROPOSED", *held]
        # one notice for both
        assert [event for event, _ in await mine.told()] == ["series.held_back", "series.proposed"]
    await world.connection.execute(
        "update admission set valid_until = null where volunteer_id = $1", mine.story.volunteer.volunteer_id
    )
    with on(MORNING + timedelta(days=1)):
        await the_clock_comes_by()
    assert await mine.visits() == days_at(*PLANNED)


async def test_where_the_volunteer_is_already_nothing_is_planned(world: World) -> None:
    with on():
        mine = await running(world)
        elsewhere = await a_story(world, person=mine.story.volunteer.person_id)
        await elsewhere.propose(at(14, 30, day=15, month=12))
        await the_clock_comes_by()
        assert (await mine.shown())[:3] == ["12-01 PROPOSED", "12-15 HELD_BACK ELSEWHERE", "12-29 PROPOSED"]


async def test_a_volunteer_who_pauses_is_not_planned_for_and_is_again_afterwards(world: World) -> None:
    with on():
        mine = await running(world)
        await _says(world, mine, "volunteer_pause", MORNING.date())
        await the_clock_comes_by()
        assert await mine.visits() == []
        assert (await mine.shown())[0] == "12-01 HELD_BACK AWAY"
        assert await mine.told("series.held_back") == [], "who is away knows it"
        await world.connection.execute(
            "update volunteer_pause set over_on = $2 where volunteer_id = $1",
            *(mine.story.volunteer.volunteer_id, MORNING.date()),
        )
    with on(MORNING + timedelta(days=1)):
        await the_clock_comes_by()
    assert await mine.visits() == days_at(*PLANNED)


async def test_days_away_and_a_pause_that_ends_hold_back_only_what_falls_in_them(world: World) -> None:
    with on():
        mine = await running(world)
        await _says(world, mine, "volunteer_away", date(2026, 12, 14), date(2026, 12, 15))
        await _says(world, mine, "volunteer_pause", MORNING.date(), date(2026, 12, 1))
        await the_clock_comes_by()
        assert (await mine.shown())[:3] == ["12-01 HELD_BACK AWAY", "12-15 HELD_BACK AWAY", "12-29 PROPOSED"]
        assert await mine.told("series.held_back") == []


async def _says(world: World, mine: Rhythmic, table: str, first: date, last: date | None = None) -> None:
    more = {"created_at": MORNING} if table == "volunteer_away" else {}
    whose = {"organisation_id": mine.story.organisation, "volunteer_id": mine.story.volunteer.volunteer_id}
    await world.insert(table, **whose, starts_on=first, ends_on=last, **more)


async def test_hours_that_are_no_more_hold_it_back(world: World) -> None:
    with on():
        mine = await running(world)
        await world.connection.execute(
            "update visiting_slot set active_until = '2026-12-20' where facility_id = $1", mine.story.facility
        )
        await the_clock_comes_by()
    assert await mine.visits() == days_at("12-01", "12-15")
    with on():
        assert (await mine.shown())[2] == "12-29 HELD_BACK OUTSIDE_HOURS"


async def test_who_was_away_hears_it_when_the_day_cannot_be_after_all(world: World) -> None:
    with on():
        mine = await running(world)
        await _says(world, mine, "volunteer_away", DECEMBER, DECEMBER)
        await the_clock_comes_by()
        assert await mine.told("series.held_back") == []
        await world.connection.execute(
            "delete from volunteer_away where volunteer_id = $1", mine.story.volunteer.volunteer_id
        )
        await mine.fill(DECEMBER)
    for day in (1, 2):
        with on(MORNING + timedelta(days=day)):
            await the_clock_comes_by()
            assert (await mine.shown())[1] == "12-15 HELD_BACK FULL"
    assert [payload for _, payload in await mine.told("series.held_back")] == [{"match": str(mine.story.match.id)}]
