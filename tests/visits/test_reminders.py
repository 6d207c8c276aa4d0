"""The question of the same evening."""

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest_asyncio

from tests.visits.story import Story, a_story, at, on
from tests.world import World
from vrijplaats.core.jobs import WORKER, run_periodic
from vrijplaats.core.pools import open_database
from vrijplaats.settings import Login, Settings
from vrijplaats.visits import reminders
from vrijplaats.visits.jobs import PERIODIC


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    """core.db, open for the worker's role too; closed with the other."""
    await open_database(db.dsn(Login.WORKER), max_size=4, name=WORKER)


async def _round(moment: datetime) -> None:
    with on(moment):
        await run_periodic(PERIODIC[0])


async def _asked(story: Story, visit: UUID) -> list[Any]:
    told = await story.outbox("visit.log_reminder")
    return [row["recipients"] for row in told if row["payload"]["visit"] == str(visit)]


async def test_who_visited_today_and_did_not_log_is_asked_once_in_the_evening(world: World) -> None:
    story = await a_story(world)
    today, logged = await world.a_visit(story.match, at(14)), await world.a_visit(story.match, at(10))
    tonight, before = await world.a_visit(story.match, at(21)), await world.a_visit(story.match, at(14, day=22))
    with on(at(12)):
        await story.log(logged.id)
    await _round(at(19, 14))
    assert await _asked(story, today.id) == []
    for minute in (15, 30, 45):
        await _round(at(19, minute))
    assert await _asked(story, today.id) == [[story.volunteer.person_id]]
    await _round(at(23))
    assert await _asked(story, tonight.id) == [[story.volunteer.person_id]]
    assert await _asked(story, today.id) == [[story.volunteer.person_id]]
    assert await _asked(story, logged.id) == await _asked(story, before.id) == []


async def test_who_could_not_be_asked_that_evening_is_asked_once_in_the_morning(world: World) -> None:
    """The worker stood still from the evening on; and a visit that ended after its last look of the day."""
    story = await a_story(world)
    missed, late = await world.a_visit(story.match, at(14)), await world.a_visit(story.match, at(22, 55))
    next_day = await world.a_visit(story.match, at(9, day=25))
    for moment in (at(0, 2, day=25), at(7, 47, day=25)):
        await _round(moment)
    assert await _asked(story, missed.id) == await _asked(story, late.id) == []
    once = [[story.volunteer.person_id]]
    for moment in (at(8, 2, day=25), at(12, day=25)):
        await _round(moment)
        assert await _asked(story, missed.id) == await _asked(story, late.id) == once
        assert await _asked(story, next_day.id) == []
    await _round(at(19, 17, day=25))
    assert [await _asked(story, each.id) for each in (missed, late, next_day)] == [once, once, once]


async def test_nobody_is_asked_about_a_visit_that_was_off(world: World) -> None:
    story = await a_story(world)
    off = await world.a_visit(story.match, at(14), state="CANCELLED", cancel_side="VOLUNTEER", cancel_cause="ILL")
    proposed = await world.a_visit(story.match, at(16), state="PROPOSED")
    await _round(at(20))
    assert await _asked(story, off.id) == await _asked(story, proposed.id) == []


async def test_whether_somebody_was_asked_already_is_found_without_reading_all_that_was_told(world: World) -> None:
    """A table of a test is small: what is asked is which way there is when it is not."""
    async with world.connection.transaction():
        await world.connection.execute("set local enable_seqscan = off")
        plan = await world.rows(f"explain {reminders.NOT_LOGGED}", at(8), at(20))
    assert "outbox_log_reminder" in str(plan)
