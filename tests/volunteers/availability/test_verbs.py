"""The week, the days away, a pause and the number of people: what is kept, who reads it, and when it is over."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest
import pytest_asyncio

from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import InvalidInput, NotFound
from vrijplaats.core.jobs import WORKER, run_periodic
from vrijplaats.core.pools import open_database
from vrijplaats.settings import Login, Settings
from vrijplaats.volunteers.availability import actions, queries
from vrijplaats.volunteers.availability.jobs import PERIODIC
from vrijplaats.volunteers.availability.queries import AvailabilityView
from vrijplaats.volunteers.availability.rules import MOST_PERIODS, DayPart, WeekPart
from vrijplaats.volunteers.rules import Pause, Period

END, FORGET = PERIODIC
NOON = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
TODAY = NOON.date()
Verb = Callable[..., Awaitable[AvailabilityView]]


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    """core.db, open for the worker's role too; closed with the other."""
    await open_database(db.dsn(Login.WORKER), max_size=4, name=WORKER)


def in_days(number: int) -> date:
    return TODAY + timedelta(days=number)


async def _volunteer(world: World, **register: Any) -> Actor:
    return await world.a_volunteer(await world.an_organisation(), **register)


async def _do(verb: Verb, actor: Actor, **what: Any) -> AvailabilityView:
    with clock.travel(NOON):
        async with db.transaction(actor):
            return await verb(actor, **what)


async def _told(world: World, actor: Actor, event: str) -> list[list[UUID]]:
    sql = "select recipients from outbox where organisation_id = $1 and event = $2 order by id"
    return [row["recipients"] for row in await world.rows(sql, actor.organisation_id, event)]


async def _verbs(world: World, actor: Actor) -> list[str]:
    sql = "select verb from history where organisation_id = $1 order by id"
    return [row["verb"] for row in await world.rows(sql, actor.organisation_id)]


async def test_a_week_takes_the_place_of_the_one_before(world: World) -> None:
    els = await _volunteer(world)
    tuesday = {WeekPart(2, DayPart.MORNING), WeekPart(2, DayPart.AFTERNOON), WeekPart(4, DayPart.EVENING)}
    view = await _do(actions.set_week, els, parts=tuesday)
    assert set(view.week) == tuesday
    rows = await world.rows(
        "select weekday, starts, ends from volunteer_availability where volunteer_id = $1 order by 1", els.volunteer_id
    )
    assert [tuple(row.values()) for row in rows] == [(2, time(8), time(17)), (4, time(17), time(22))]
    assert (await _do(actions.set_week, els, parts=set())).week == ()
    assert await _verbs(world, els) == ["availability.week", "availability.week"]
    with pytest.raises(InvalidInput):
        await _do(actions.set_week, els, parts={WeekPart(8, DayPart.MORNING)})


async def test_the_hours_of_the_prisons_where_one_may_enter_are_shown(world: World) -> None:
    here, elsewhere = await world.a_facility(), await world.a_facility("Vught")
    await world.connection.execute("delete from visiting_slot where facility_id = $1", here)
    await world.a_visiting_slot(here, weekday=2, starts=time(13), ends=time(16))
    organisation = await world.an_organisation(facilities=[here, elsewhere])
    els = await world.a_volunteer(organisation, admitted=[here])
    async with db.transaction(els, read_only=True):
        assert (await queries.my_availability(els)).visiting == (WeekPart(2, DayPart.AFTERNOON),)


async def test_days_away_that_touch_become_one_and_can_be_taken_back(world: World) -> None:
    els = await _volunteer(world)
    await _do(actions.add_away, els, period=Period(in_days(10), in_days(14)))
    await _do(actions.add_away, els, period=Period(in_days(30), in_days(30)))
    view = await _do(actions.add_away, els, period=Period(in_days(15), in_days(20)))
    assert view.away == (Period(in_days(10), in_days(20)), Period(in_days(30), in_days(30)))
    # what is there already changes nothing
    assert (await _do(actions.add_away, els, period=Period(in_days(12), in_days(13)))).away == view.away
    assert (await _do(actions.remove_away, els, first=in_days(10))).away == view.away[1:]
    for first in (in_days(10), in_days(11)):
        with pytest.raises(NotFound):
            await _do(actions.remove_away, els, first=first)


async def test_there_are_no_more_periods_than_anybody_keeps_track_of(world: World) -> None:
    els = await _volunteer(world)
    for number in range(MOST_PERIODS):
        await _do(actions.add_away, els, period=Period(in_days(number * 3), in_days(number * 3)))
    with pytest.raises(InvalidInput):
        await _do(actions.add_away, els, period=Period(in_days(200), in_days(201)))
    # one that joins two of them is welcome
    assert len((await _do(actions.add_away, els, period=Period(in_days(0), in_days(6)))).away) == MOST_PERIODS - 2


async def test_two_phones_that_say_it_at_once_keep_one_period(world: World) -> None:
    els = await _volunteer(world)
    periods = [Period(in_days(10 + number), in_days(12 + number)) for number in range(5)]
    with clock.travel(NOON):

        async def say(period: Period) -> None:
            async with db.transaction(els):
                await actions.add_away(els, period=period)

        await asyncio.gather(*(say(period) for period in periods))
        async with db.transaction(els, read_only=True):
            assert (await queries.my_availability(els)).away == (Period(in_days(10), in_days(16)),)


async def test_a_pause_is_told_once_to_the_coordinators_of_who_visits_somebody(world: World) -> None:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    els, idle = await world.a_volunteer(organisation, admitted=[facility]), await world.a_volunteer(organisation)
    await world.a_match(els, facility)
    view = await _do(actions.begin_pause, els, ends_on=in_days(30))
    assert view.pause == Pause(starts_on=TODAY, ends_on=in_days(30))
    await _do(actions.begin_pause, els, ends_on=None)
    assert (await _do(actions.begin_pause, els, ends_on=in_days(9))).pause == Pause(starts_on=TODAY, ends_on=in_days(9))
    await _do(actions.begin_pause, idle, ends_on=None)
    assert await _told(world, els, "pause.started") == [[]]
    assert await _verbs(world, els) == ["pause.start", "pause.change", "pause.change", "pause.start"]


async def test_somebody_who_is_back_is_back_today_and_a_second_press_changes_nothing(world: World) -> None:
    els = await _volunteer(world, carrying=1)
    await _do(actions.begin_pause, els, ends_on=None)
    for _ in range(2):
        assert (await _do(actions.end_pause, els, starts_on=TODAY)).pause is None
    assert await _told(world, els, "pause.ended") == [[]]
    with pytest.raises(NotFound):
        await _do(actions.end_pause, els, starts_on=in_days(-1))
    # and may pause again on the same day
    assert (await _do(actions.begin_pause, els, ends_on=None)).pause is not None


async def test_a_late_press_ends_no_other_pause(world: World) -> None:
    els = await _volunteer(world)
    whose = {"organisation_id": els.organisation_id, "volunteer_id": els.volunteer_id}
    await world.insert("volunteer_pause", **whose, starts_on=in_days(-40), ends_on=in_days(-20), over_on=in_days(-19))
    await _do(actions.begin_pause, els, ends_on=None)
    assert (await _do(actions.end_pause, els, starts_on=in_days(-40))).pause is not None


async def test_the_morning_after_its_last_day_somebody_is_welcomed_back_once(world: World) -> None:
    els = await _volunteer(world, carrying=1)
    await _do(actions.begin_pause, els, ends_on=in_days(2))
    whose = (els.organisation_id, els.volunteer_id)
    over = "select over_on from volunteer_pause where organisation_id = $1 and volunteer_id = $2"
    for days, hour, expected in (
        (2, 20, []),
        (2, 23, []),
        (3, 6, []),
        (3, 7, [[els.person_id]]),
        (4, 9, [[els.person_id]]),
    ):
        # the 23rd hour in UTC is past midnight here, where the pause is over and nobody is told at night
        with clock.travel(NOON.replace(hour=hour) + timedelta(days=days)):
            await asyncio.gather(run_periodic(END), run_periodic(END))
            async with db.transaction(els, read_only=True):
                paused = (await queries.my_availability(els)).pause is not None
        assert paused is (days == 2 and hour < 23)
        assert await _told(world, els, "pause.over") == expected
    assert await world.value(over, *whose) == in_days(3)
    assert len(await _told(world, els, "pause.ended")) == 1
    assert await _verbs(world, els) == ["pause.start", "pause.end"]


async def test_a_new_pause_may_begin_before_anybody_was_told_of_the_end_of_the_last(world: World) -> None:
    els = await _volunteer(world)
    whose = {"organisation_id": els.organisation_id, "volunteer_id": els.volunteer_id}
    await world.insert("volunteer_pause", **whose, starts_on=in_days(-9), ends_on=in_days(-1))
    view = await _do(actions.begin_pause, els, ends_on=in_days(5))
    assert view.pause == Pause(starts_on=TODAY, ends_on=in_days(5))


async def test_who_left_is_not_welcomed_back_and_their_days_are_forgotten(world: World) -> None:
    gone, els = await _volunteer(world, status="LEFT"), await _volunteer(world)
    for actor in (gone, els):
        whose = {"organisation_id": actor.organisation_id, "volunteer_id": actor.volunteer_id}
        await world.insert("volunteer_pause", **whose, starts_on=in_days(-9))
        for first, last in ((-60, -31), (-50, -30) if actor is gone else (-29, -20), (5, 9)):
            days = {"starts_on": in_days(first), "ends_on": in_days(last)}
            if first == -50:
                continue
            await world.insert("volunteer_away", **whose, **days, created_at=NOON)
    with clock.travel(NOON):
        await run_periodic(END)
        await run_periodic(FORGET)
    assert await _told(world, gone, "pause.over") == []
    count = "select count(*) from {} where volunteer_id = $1"
    assert await world.value(count.format("volunteer_away"), gone.volunteer_id) == 0
    assert await world.value(count.format("volunteer_away"), els.volunteer_id) == 2
    assert await world.value(count.format("volunteer_pause") + " and over_on is null", gone.volunteer_id) == 0
    assert await world.value(count.format("volunteer_pause") + " and over_on is null", els.volunteer_id) == 1


@pytest.mark.parametrize("connection", ["app", "worker"])
async def test_whoever_plans_visits_reads_on_which_days_somebody_is_away(world: World, connection: str) -> None:
    els = await _volunteer(world)
    whose = {"organisation_id": els.organisation_id, "volunteer_id": els.volunteer_id}
    for first, last in ((-3, 2), (10, 12)):
        await world.insert("volunteer_away", **whose, starts_on=in_days(first), ends_on=in_days(last), created_at=NOON)
    # stopped on the 15th day, begun and stopped on the same day, and one that still runs
    await world.insert("volunteer_pause", **whose, starts_on=in_days(13), ends_on=in_days(20), over_on=in_days(15))
    await world.insert("volunteer_pause", **whose, starts_on=in_days(25), over_on=in_days(25))
    await world.insert("volunteer_pause", **whose, starts_on=in_days(40))
    assert els.volunteer_id is not None
    stranger = await _volunteer(world)
    assert stranger.volunteer_id is not None
    opened = db.transaction(els, read_only=True) if connection == "app" else db.transaction({}, connection=WORKER)
    async with opened:
        found = await queries.absences([els.volunteer_id, stranger.volunteer_id], TODAY, in_days(60))
    assert found == {
        els.volunteer_id: (
            Period(TODAY, in_days(2)),
            Period(in_days(10), in_days(14)),
            Period(in_days(40), in_days(60)),
        )
    }


async def test_only_the_volunteer_says_it_and_colleagues_do_not_read_it(world: World) -> None:
    els = await _volunteer(world)
    assert els.organisation_id is not None
    colleague, anja = await world.a_volunteer(els.organisation_id), await world.a_coordinator(els.organisation_id)
    await _do(actions.add_away, els, period=Period(in_days(1), in_days(2)))
    await _do(actions.begin_pause, els, ends_on=None)
    counts = []
    for actor in (els, anja, colleague):
        async with db.transaction(actor, read_only=True):
            counts.append(
                [
                    await db.fetch_value(f"select count(*) from {table} where volunteer_id = $1", els.volunteer_id)
                    for table in ("volunteer_away", "volunteer_pause", "volunteer_availability")
                ]
            )
    assert counts == [[1, 1, 7], [1, 1, 7], [0, 0, 0]]
    # a coordinator says whose it is (test_for_somebody)
    with pytest.raises(NotFound):
        await _do(actions.set_capacity, anja, capacity=1)


async def test_nobody_changes_the_row_of_a_colleague(world: World) -> None:
    els = await _volunteer(world)
    assert els.organisation_id is not None
    colleague = await world.a_volunteer(els.organisation_id)
    async with db.transaction(colleague):
        assert not await db.execute("update volunteer set capacity = 20 where id = $1", els.volunteer_id)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with db.transaction(colleague):
            await db.execute(
                "insert into volunteer_pause (organisation_id, volunteer_id, starts_on) values ($1, $2, $3)",
                els.organisation_id,
                els.volunteer_id,
                TODAY,
            )


async def test_fewer_people_than_now_is_possible(world: World) -> None:
    els = await _volunteer(world, capacity=3, carrying=2)
    for number in (1, 0, 20):
        view = await _do(actions.set_capacity, els, capacity=number)
        assert (view.capacity, view.carrying) == (number, 2)
    for number in (-1, 21):
        with pytest.raises(InvalidInput):
            await _do(actions.set_capacity, els, capacity=number)
