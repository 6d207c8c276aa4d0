"""What the clock plans: a horizon ahead, and each day once."""

from __future__ import annotations

import asyncio
from datetime import date, datetime, timedelta

import pytest

from tests.visits.series.story import FIRST, PLANNED, Rhythmic, days_at, rhythmic, running, the_clock_comes_by
from tests.visits.story import MORNING, a_story, at, on
from tests.world import World
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.visits.rules import CancelCause, CancelSide, VisitSetting

pytestmark = pytest.mark.usefixtures("worker")
DECEMBER = date(2026, 12, 15)


async def test_visits_are_asked_for_eight_weeks_ahead_and_no_further(world: World) -> None:
    with on():
        mine = await running(world)
        await the_clock_comes_by()
        assert await mine.visits() == days_at(*PLANNED)
        assert await mine.story.places() == 4
        verbs = "select person_id, verb from history where organisation_id = $1 order by id"
        rows = await world.rows(verbs, mine.story.organisation)
        assert [(row["person_id"], row["verb"]) for row in rows] == [(None, "visit.propose")] * 4


async def test_the_prison_is_told_once_and_the_volunteer_not_at_all(world: World) -> None:
    with on():
        mine = await running(world)
        await the_clock_comes_by()
        (event, payload), *more = await mine.told()
        assert (event, more) == ("series.proposed", [])
        assert payload == {"visit": str(await mine.visit_on(FIRST.date())), "audience": "STAFF"}


async def test_day_by_day_one_comes_into_sight_and_nothing_is_made_twice(world: World) -> None:
    with on():
        mine = await running(world)
    for day in range(30):
        with on(MORNING + timedelta(days=day)):
            await the_clock_comes_by()
            await the_clock_comes_by()
    every = await mine.visits()
    assert every == days_at(*PLANNED, "01-26", "02-09")
    # the later ones each came alone, and are told as any visit is
    assert [event for event, _ in await mine.told()] == ["series.proposed", "visit.proposed", "visit.proposed"]


async def test_a_worker_that_was_away_for_weeks_makes_up_for_what_is_still_to_come(world: World) -> None:
    with on():
        mine = await running(world)
    with on(at(9, day=20, month=12)):
        await the_clock_comes_by()
    assert await mine.visits() == days_at("12-29", "01-12", "01-26", "02-09")


async def test_two_in_the_afternoon_across_both_changes_of_the_clock(world: World) -> None:
    for first, month in ((datetime(2027, 3, 16, 14, tzinfo=AMSTERDAM), 3), (at(14, day=13, month=10, year=2027), 10)):
        with on(first - timedelta(days=5)):
            found = await rhythmic(world)
            await world.a_series(found.story.match, first, every_weeks=3)
            await the_clock_comes_by()
            days = [first.date() + timedelta(weeks=3 * number) for number in range(3)]
            assert await found.visits() == [f"{day:%m-%d} 14:00" for day in days]
            starts = await world.rows(
                "select p.starts_at from visit v join presence p on p.id = v.presence_id where v.match_id = $1"
                " order by p.starts_at",
                found.story.match.id,
            )
            assert len({row["starts_at"].hour for row in starts}) == 2, f"the clock changes in month {month}"


async def test_two_workers_at_once_make_each_visit_once(world: World) -> None:
    with on():
        mine = await running(world)
        await asyncio.gather(*(the_clock_comes_by() for _ in range(4)))
    assert await mine.visits() == days_at(*PLANNED)
    assert [event for event, _ in await mine.told()] == ["series.proposed"]


async def test_two_volunteers_for_the_last_place_of_an_hour(world: World) -> None:
    with on():
        first = await running(world)
        await world.connection.execute(
            "update visiting_slot set capacity = 1 where facility_id = $1", first.story.facility
        )
        other = Rhythmic(await a_story(world, facility=first.story.facility))
        await world.a_series(other.story.match, FIRST)
        await asyncio.gather(*(the_clock_comes_by() for _ in range(3)))
        planned = [await each.visits() for each in (first, other)]
        assert sorted(planned, key=len) == [[], days_at(*PLANNED)]
        loser = first if not planned[0] else other
        assert await loser.shown() == [*(f"{day} HELD_BACK FULL" for day in PLANNED), "01-26 TO_COME", "02-09 TO_COME"]


@pytest.mark.parametrize("side", [CancelSide.VOLUNTEER, CancelSide.FACILITY])
async def test_what_was_called_off_is_not_brought_back(world: World, side: CancelSide) -> None:
    with on():
        mine = await running(world)
        await the_clock_comes_by()
        cause = CancelCause.ILL if side is CancelSide.VOLUNTEER else CancelCause.CLOSED
        actor = mine.story.volunteer if side is CancelSide.VOLUNTEER else mine.story.staff
        await mine.story.cancel(await mine.visit_on(DECEMBER), actor, side, cause)
    with on(MORNING + timedelta(days=1)):
        await the_clock_comes_by()
        assert await mine.visits() == days_at("12-01", "12-29", "01-12")
        assert (await mine.shown())[1] == "12-15 CANCELLED"


async def test_what_was_moved_keeps_its_place(world: World) -> None:
    with on():
        mine = await running(world)
        await the_clock_comes_by()
        visit = await mine.visit_on(DECEMBER)
        await mine.move(DECEMBER, at(10, day=17, month=12))
    with on(MORNING + timedelta(days=1)):
        await the_clock_comes_by()
        assert await mine.visits() == ["12-01 14:00", "12-17 10:00", "12-29 14:00", "01-12 14:00"]
        moved = (await mine.coming())[1]
        assert (moved.visit_id, moved.day, moved.moved, moved.starts_at) == (
            visit,
            DECEMBER,
            True,
            at(10, day=17, month=12),
        )


async def test_moved_onto_a_later_day_of_the_rhythm_that_day_has_one_visit(world: World) -> None:
    later = date(2027, 1, 26)
    with on():
        mine = await running(world)
        await the_clock_comes_by()
        await mine.move(DECEMBER, at(10, day=26, month=1, year=2027))
    with on(at(9, day=6, month=12)):
        await the_clock_comes_by()
        assert await mine.visits() == ["12-01 14:00", "12-29 14:00", "01-12 14:00", "01-26 10:00"]
        assert "01-26 HELD_BACK ELSEWHERE" in await mine.shown() or (await mine.visit_on(later)) is None


async def test_a_visit_that_stood_there_already_becomes_the_one_of_that_day(world: World) -> None:
    with on():
        mine = await running(world)
        own = await mine.story.propose(at(10, day=15, month=12))
        await the_clock_comes_by()
        assert await mine.visits() == ["12-01 14:00", "12-15 10:00", "12-29 14:00", "01-12 14:00"]
        assert await mine.visit_on(DECEMBER) == own.id


async def test_in_review_it_rests_and_goes_on_when_the_match_does(world: World) -> None:
    state = "update match set state = $2 where id = $1"
    with on():
        mine = await running(world)
        await world.connection.execute(state, mine.story.match.id, "REVIEW")
        await the_clock_comes_by()
        assert await mine.visits() == []
        await world.connection.execute(state, mine.story.match.id, "ACTIVE")
        await the_clock_comes_by()
        assert await mine.visits() == days_at(*PLANNED)


async def test_where_the_organisation_no_longer_works_nothing_is_planned(world: World) -> None:
    with on():
        mine = await running(world)
        await world.connection.execute(
            "update organisation_facility set active_until = '2026-11-22' where organisation_id = $1",
            mine.story.organisation,
        )
        await the_clock_comes_by()
    assert await mine.visits() == []


async def test_what_it_asks_for_is_confirmed_and_logged_as_any_visit(world: World) -> None:
    with on():
        mine = await running(world)
        await the_clock_comes_by()
        visit = await mine.visit_on(FIRST.date())
        await mine.story.confirm(visit, VisitSetting.PRIVATE_ROOM)
    with on(at(16, day=1, month=12)):
        await mine.story.log(visit)
        assert (await mine.shown())[0] == "12-15 PROPOSED"
