"""Somebody says not to be there while days are planned at the same moment: no visit is asked for on a day away."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from datetime import date, timedelta
from typing import Any

import asyncpg
import pytest

from tests.visits.series.story import FIRST, Rhythmic, rhythmic, the_clock_comes_by
from tests.visits.story import on
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.jobs import WORKER
from vrijplaats.matching.absence import actions as absence
from vrijplaats.volunteers.rules import Period

pytestmark = pytest.mark.usefixtures("worker")
DECEMBER = date(2026, 12, 15)
_THURSDAYS = FIRST + timedelta(days=2)
_DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()"


async def _away(mine: Rhythmic, said: asyncio.Event, go: asyncio.Event) -> None:
    """Away around the fifteenth, in a transaction that ends when it is told to."""
    actor = mine.story.volunteer
    async with db.transaction(actor):
        await absence.be_away(actor, period=Period(DECEMBER, DECEMBER + timedelta(days=2)), call_off=())
        said.set()
        await go.wait()


async def _paused(mine: Rhythmic, said: asyncio.Event, go: asyncio.Event) -> None:
    actor = mine.story.volunteer
    async with db.transaction(actor):
        await absence.start_pause(actor, ends_on=DECEMBER + timedelta(days=2), call_off=())
        said.set()
        await go.wait()


async def _meanwhile(mine: Rhythmic, work: Coroutine[Any, Any, Any], *, pausing: bool = False) -> None:
    """The work begins when the absence is written and not yet kept; it goes on once the work waits, or is over."""
    said, go = asyncio.Event(), asyncio.Event()
    first = asyncio.create_task((_paused if pausing else _away)(mine, said, go))
    await said.wait()
    second = asyncio.create_task(work)
    while not second.done() and not await mine.story.world.somebody_waits():
        await asyncio.sleep(0.02)
    go.set()
    await asyncio.gather(first, second)


async def test_the_worker_sees_who_says_to_be_away_at_this_moment(world: World) -> None:
    with on():
        mine = await rhythmic(world)
        await world.a_series(mine.story.match, FIRST)
        await _meanwhile(mine, the_clock_comes_by())
        assert await mine.visits() == ["12-01 14:00", "12-29 14:00", "01-12 14:00"]
        assert (await mine.shown())[1] == "12-15 HELD_BACK AWAY"


async def test_and_who_pauses(world: World) -> None:
    with on():
        mine = await rhythmic(world)
        await world.a_series(mine.story.match, FIRST)
        await _meanwhile(mine, the_clock_comes_by(), pausing=True)
        assert await mine.visits() == ["12-29 14:00", "01-12 14:00"]


async def test_so_does_agreeing_on_another_phone(world: World) -> None:
    with on():
        mine = await rhythmic(world)
        await _meanwhile(mine, mine.agree())
        assert await mine.visits() == ["12-01 14:00", "12-29 14:00", "01-12 14:00"]


async def test_and_taking_back_a_time_that_was_skipped(world: World) -> None:
    with on():
        mine = await rhythmic(world)
        await mine.agree()
        await mine.skip(DECEMBER)
        await _meanwhile(mine, mine.unskip(DECEMBER))
        assert await mine.visits() == ["12-01 14:00", "12-29 14:00", "01-12 14:00"]


async def test_another_rhythm_and_calling_off_at_once_do_not_wait_for_each_other(world: World) -> None:
    with on():
        before = await world.value(_DEADLOCKS)
        for _ in range(6):
            mine = await rhythmic(world)
            await mine.agree()
            actor, visit = mine.story.volunteer, await mine.visit_on(DECEMBER)

            async def away(actor: Any = actor, visit: Any = visit) -> None:
                async with db.transaction(actor):
                    await absence.be_away(actor, period=Period(DECEMBER, DECEMBER), call_off=[visit])

            answers = await asyncio.gather(mine.agree(_THURSDAYS), away(), return_exceptions=True)
            # a visit that moved to another day meanwhile is none of that day any more: then nothing is called off
            assert [each for each in answers if isinstance(each, asyncpg.PostgresError)] == []
        assert await world.value(_DEADLOCKS) == before


async def test_the_worker_holds_a_volunteer_and_changes_nothing_of_them(world: World) -> None:
    mine = await rhythmic(world)
    who = mine.story.volunteer.volunteer_id
    async with db.transaction({}, connection=WORKER):
        assert await db.fetch_value("select id from volunteer where id = $1 for share", who) == who
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
        async with db.transaction({}, connection=WORKER):
            await db.execute("update volunteer set place = null where id = $1", who)
