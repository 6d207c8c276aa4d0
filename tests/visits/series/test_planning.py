"""What the clock plans: a horizon ahead, each day once, and what could not be is tried again."""

from __future__ import annotations

import asyncio
from datetime import date, datetime, timedelta

import pytest

from tests.visits.series.story import FIRST, PLANNED, Rhythmic, rhythmic, the_clock_comes_by
from tests.visits.story import MORNING, a_story, at, on
from tests.world import World
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.visits.rules import CancelCause, CancelSide, VisitSetting

pytestmark = pytest.mark.usefixtures("worker")
DECEMBER = date(2026, 12, 15)


async def _running(world: World) -> Rhythmic:
    """A rhythm nobody planned anything of yet, as after a restore of the database."""
    found = await rhythmic(world)
    await world.a_series(found.story.match, FIRST)
    return found


def _days(*days: str, at: str = "14:00") -> list[str]:
    return [f"{day} {at}" for day in days]


async def test_visits_are_asked_for_eight_weeks_ahead_and_no_further(world: World) -> None:
    with on():
        mine = await _running(world)
        await the_clock_comes_by()
        assert await mine.visits() == _days(*PLANNED)
        assert await mine.story.places() == 4
        verbs = "select person_id, verb from history where organisation_id = $1 order by id"
        rows = await world.rows(verbs, mine.story.organisation)
        assert [(row["person_id"], row["verb"]) for row in rows] == [(None, "visit.propose")] * 4


async def test_the_prison_is_told_once_and_the_volunteer_not_at_all(world: World) -> None:
    with on():
        mine = await _running(world)
        await the_clock_comes_by()
        (event, payload), *more = await mine.told()
        assert (event, more) == ("series.proposed", [])
        assert payload == {"visit": str(await mine.visit_on(FIRST.date())), "audience": "STAFF"}


async def test_day_by_day_one_comes_into_sight_and_nothing_is_made_twice(world: World) -> None:
    with on():
        mine = await _running(world)
    for day in range(30):
        with on(MORNING + timedelta(days=day)):
            await the_clock_comes_by()
            await the_clock_comes_by()
    every = await mine.visits()
    assert every == _days(*PLANNED, "01-26", "02-09")
    # the later ones each came alone, and are told as any visit is
    assert [event for event, _ in await mine.told()] == ["series.proposed", "visit.proposed", "visit.proposed"]


async def test_a_worker_that_was_away_for_weeks_makes_up_for_what_is_still_to_come(world: World) -> None:
    with on():
        mine = await _running(world)
    with on(at(9, day=20, month=12)):
        await the_clock_comes_by()
    assert await mine.visits() == _days("12-29", "01-12", "01-26", "02-09")


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
        mine = await _running(world)
        await asyncio.gather(*(the_clock_comes_by() for _ in range(4)))
    assert await mine.visits() == _days(*PLANNED)
    assert [event for event, _ in await mine.told()] == ["series.proposed"]


async def test_two_volunteers_for_the_last_place_of_an_hour(world: World) -> None:
    with on():
        first = await _running(world)
        await world.connection.execute(
            "update visiting_slot set capacity = 1 where facility_id = $1", first.story.facility
        )
        other = Rhythmic(await a_story(world, facility=first.story.facility))
        await world.a_series(other.story.match, FIRST)
        await asyncio.gather(*(the_clock_comes_by() for _ in range(3)))
        planned = [await each.visits() for each in (first, other)]
        assert sorted(planned, key=len) == [[], _days(*PLANNED)]
        loser = first if not planned[0] else other
        assert await loser.shown() == [*(f"{day} HELD_BACK FULL" for day in PLANNED), "01-26 TO_COME", "02-09 TO_COME"]


async def test_a_closed_day_is_held_back_told_once_and_planned_when_it_opens(world: World) -> None:
    with on():
        mine = await _running(world)
        await mine.block(DECEMBER)
        await the_clock_comes_by()
        assert await mine.visits() == _days("12-01", "12-29", "01-12")
        assert (await mine.shown())[1] == "12-15 HELD_BACK CLOSED"
    for day in (1, 2):
        with on(MORNING + timedelta(days=day)):
            await the_clock_comes_by()
    told = await mine.told("series.held_back")
    assert [payload for _, payload in told] == [{"match": str(mine.story.match.id)}]
    await world.connection.execute("delete from blocked_day where facility_id = $1", mine.story.facility)
    with on(MORNING + timedelta(days=3)):
        await the_clock_comes_by()
        assert await mine.visits() == _days(*PLANNED)
        assert (await mine.shown())[1] == "12-15 PROPOSED"


async def test_a_full_hour_is_planned_when_a_place_comes_free(world: World) -> None:
    with on():
        mine = await _running(world)
        places = await mine.fill(DECEMBER)
        await the_clock_comes_by()
        assert (await mine.shown())[1] == "12-15 HELD_BACK FULL"
        # what one sees is how it stands, not how it stood when the worker came by
        await world.connection.execute("delete from slot_place where id = $1", places[0])
        assert (await mine.shown())[1] == "12-15 TO_COME"
    with on(MORNING + timedelta(days=1)):
        await the_clock_comes_by()
    assert await mine.visits() == _days(*PLANNED)


async def test_a_paper_that_comes_in_later(world: World) -> None:
    with on():
        mine = await _running(world)
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
    assert await mine.visits() == _days(*PLANNED)


async def test_where_the_volunteer_is_already_nothing_is_planned(world: World) -> None:
    with on():
        mine = await _running(world)
        elsewhere = await a_story(world, person=mine.story.volunteer.person_id)
        await elsewhere.propose(at(14, 30, day=15, month=12))
        await the_clock_comes_by()
        assert (await mine.shown())[:3] == ["12-01 PROPOSED", "12-15 HELD_BACK ELSEWHERE", "12-29 PROPOSED"]


async def test_a_volunteer_who_pauses_is_not_planned_for_and_is_again_afterwards(world: World) -> None:
    with on():
        mine = await _running(world)
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
    assert await mine.visits() == _days(*PLANNED)


async def test_days_away_and_a_pause_that_ends_hold_back_only_what_falls_in_them(world: World) -> None:
    with on():
        mine = await _running(world)
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
        mine = await _running(world)
        await world.connection.execute(
            "update visiting_slot set active_until = '2026-12-20' where facility_id = $1", mine.story.facility
        )
        await the_clock_comes_by()
    assert await mine.visits() == _days("12-01", "12-15")
    with on():
        assert (await mine.shown())[2] == "12-29 HELD_BACK OUTSIDE_HOURS"


@pytest.mark.parametrize("side", [CancelSide.VOLUNTEER, CancelSide.FACILITY])
async def test_what_was_called_off_is_not_brought_back(world: World, side: CancelSide) -> None:
    with on():
        mine = await _running(world)
        await the_clock_comes_by()
        cause = CancelCause.ILL if side is CancelSide.VOLUNTEER else CancelCause.CLOSED
        actor = mine.story.volunteer if side is CancelSide.VOLUNTEER else mine.story.staff
        await mine.story.cancel(await mine.visit_on(DECEMBER), actor, side, cause)
    with on(MORNING + timedelta(days=1)):
        await the_clock_comes_by()
        assert await mine.visits() == _days("12-01", "12-29", "01-12")
        assert (await mine.shown())[1] == "12-15 CANCELLED"


async def test_what_was_moved_keeps_its_place(world: World) -> None:
    with on():
        mine = await _running(world)
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
        mine = await _running(world)
        await the_clock_comes_by()
        await mine.move(DECEMBER, at(10, day=26, month=1, year=2027))
    with on(at(9, day=6, month=12)):
        await the_clock_comes_by()
        assert await mine.visits() == ["12-01 14:00", "12-29 14:00", "01-12 14:00", "01-26 10:00"]
        assert "01-26 HELD_BACK ELSEWHERE" in await mine.shown() or (await mine.visit_on(later)) is None


async def test_a_visit_that_stood_there_already_becomes_the_one_of_that_day(world: World) -> None:
    with on():
        mine = await _running(world)
        own = await mine.story.propose(at(10, day=15, month=12))
        await the_clock_comes_by()
        assert await mine.visits() == ["12-01 14:00", "12-15 10:00", "12-29 14:00", "01-12 14:00"]
        assert await mine.visit_on(DECEMBER) == own.id


async def test_in_review_it_rests_and_goes_on_when_the_match_does(world: World) -> None:
    state = "update match set state = $2 where id = $1"
    with on():
        mine = await _running(world)
        await world.connection.execute(state, mine.story.match.id, "REVIEW")
        await the_clock_comes_by()
        assert await mine.visits() == []
        await world.connection.execute(state, mine.story.match.id, "ACTIVE")
        await the_clock_comes_by()
        assert await mine.visits() == _days(*PLANNED)


async def test_where_the_organisation_no_longer_works_nothing_is_planned(world: World) -> None:
    with on():
        mine = await _running(world)
        await world.connection.execute(
            "update organisation_facility set active_until = '2026-11-22' where organisation_id = $1",
            mine.story.organisation,
        )
        await the_clock_comes_by()
    assert await mine.visits() == []


async def test_what_it_asks_for_is_confirmed_and_logged_as_any_visit(world: World) -> None:
    with on():
        mine = await _running(world)
        await the_clock_comes_by()
        visit = await mine.visit_on(FIRST.date())
        await mine.story.confirm(visit, VisitSetting.PRIVATE_ROOM)
    with on(at(16, day=1, month=12)):
        await mine.story.log(visit)
        assert (await mine.shown())[0] == "12-15 PROPOSED"


async def test_who_was_away_hears_it_when_the_day_cannot_be_after_all(world: World) -> None:
    with on():
        mine = await _running(world)
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
