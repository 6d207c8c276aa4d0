"""That a paper ends is said in time to both sides, and a visit for which it would is raised."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from tests.volunteers.desk import Desk, a_desk
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core import db as database
from vrijplaats.core.actor import Actor
from vrijplaats.core.jobs import WORKER, run_periodic
from vrijplaats.core.pools import open_database
from vrijplaats.settings import Login, Settings
from vrijplaats.visits.papers import jobs as visit_jobs
from vrijplaats.visits.papers.reviewing import visits_to_review
from vrijplaats.volunteers.credentials import jobs
from vrijplaats.volunteers.credentials.rules import step_of
from vrijplaats.volunteers.register.queries import Wanted, entries
from vrijplaats.volunteers.rules import months_after

WARN, FORGET = jobs.PERIODIC
RAISE, FORGET_RAISED = visit_jobs.PERIODIC
TODAY = date(2026, 11, 24)
MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    """core.db, open for the worker's role too; closed with the other."""
    await open_database(db.dsn(Login.WORKER), max_size=4, name=WORKER)


async def _ends(desk: Desk, volunteer: Actor, day: date, kind: str = "VOG") -> None:
    sql = "update credential set valid_until = $2 where volunteer_id = $1 and kind = $3"
    await desk.world.connection.execute(sql, volunteer.volunteer_id, day, kind)


@pytest.mark.parametrize(("left", "step"), [(91, None), (90, 90), (31, 90), (30, 30), (7, 7), (0, 7), (-1, None)])
def test_each_step_begins_on_its_day(left: int, step: int | None) -> None:
    assert step_of(TODAY + timedelta(days=left), TODAY) == step


async def test_both_sides_hear_each_step_once(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    await desk.needs("VOG")
    volunteer, other = await desk.volunteer(), await desk.volunteer()
    end = TODAY + timedelta(days=90)
    for each in (volunteer, other):
        await _ends(desk, each, end)
    heard = 0
    for days in (-1, 0, 1, 59, 60, 61, 83, 89, 90, 91, 120):
        with clock.travel(MORNING + timedelta(days=days)):
            await asyncio.gather(run_periodic(WARN), run_periodic(WARN))
        heard += days in (0, 60, 83)
        told = await desk.told("paper.ends")
        assert sorted(told) == sorted([[volunteer.person_id], [other.person_id]] * heard), days
        assert await desk.told("papers.end") == [[]] * heard, days
    with clock.travel(MORNING + timedelta(days=91)):
        await run_periodic(FORGET)
    sql = "select count(*) from paper_warning where organisation_id = $1"
    assert await world.value(sql, desk.organisation) == 0


async def test_a_shorter_term_at_one_prison_is_said_in_time_to_who_comes_there(db: Settings, world: World) -> None:
    """The earliest end that counts somewhere: of who is admitted or visits there, and of nobody else."""
    desk = await a_desk(world)
    there = await world.a_facility("Vught")
    await world.active(desk.organisation, there)
    await desk.needs("VOG")
    whose = {"organisation_id": desk.organisation, "facility_id": there}
    await world.insert("credential_validity", **whose, credential_kind="VOG", valid_months=12)
    admitted, elsewhere, ended, visiting, sooner = [await desk.volunteer() for _ in range(5)]
    for each, until in ((admitted, None), (ended, TODAY - timedelta(days=9)), (sooner, None)):
        lasts = {"valid_from": date(2020, 1, 1), "valid_until": until}
        await world.insert("admission", **whose, volunteer_id=each.volunteer_id, state="GRANTED", **lasts)
    await world.a_match(visiting, there)
    # a year old in ninety days; for two years more everywhere else
    given_ = months_after(TODAY + timedelta(days=90), -12)
    sql = "update credential set valid_from = $2, valid_until = $3 where volunteer_id = $1 and kind = 'VOG'"
    for each in (admitted, elsewhere, ended, visiting):
        await world.connection.execute(sql, each.volunteer_id, given_, months_after(given_, 36))
    await world.connection.execute(sql, sooner.volunteer_id, given_, TODAY + timedelta(days=89))
    heard: list[int] = []
    for days in (-1, 0, 59, 60, 82, 83, 90, 91, 120):
        with clock.travel(MORNING + timedelta(days=days)):
            await asyncio.gather(run_periodic(WARN), run_periodic(WARN))
        told = await desk.told("paper.ends")
        assert not [who for who in told if who in ([elsewhere.person_id], [ended.person_id])]
        assert told.count([admitted.person_id]) == told.count([visiting.person_id])
        heard.append(told.count([admitted.person_id]))
    assert heard == [0, 1, 1, 2, 2, 3, 3, 3, 3]
    said = "select distinct facility_id, until from paper_warning where volunteer_id = $1"
    assert await world.rows(said, admitted.volunteer_id) == [
        {"facility_id": there, "until": TODAY + timedelta(days=90)}
    ]
    # where it ends everywhere before it does there, that is what is said
    assert [row["facility_id"] for row in await world.rows(said, sooner.volunteer_id)] == [None]
    with clock.travel(MORNING):
        async with database.transaction(desk.anja, read_only=True):
            found = await entries(desk.anja, Wanted(ending=True), most=9, after=None)
    assert found is not None
    shown = {each.id: each.ending for each in found[0]}
    assert set(shown) == {each.volunteer_id for each in (admitted, visiting, sooner)}
    ending = shown[UUID(str(admitted.volunteer_id))]
    assert ending is not None and ending.facility is not None
    assert (ending.kind, ending.facility.id, ending.until) == ("VOG", there, TODAY + timedelta(days=90))


async def test_nobody_is_woken_for_what_is_renewed_or_not_needed_or_at_night(db: Settings, world: World) -> None:
    desk = await a_desk(world)
    await desk.needs("VOG", "REFERENCE")
    renewed, left, unneeded, pending = [await desk.volunteer() for _ in range(4)]
    for each in (renewed, left, pending):
        await _ends(desk, each, TODAY + timedelta(days=20))
    await _ends(desk, unneeded, TODAY + timedelta(days=20), "TRAINING_BASIS")
    with clock.travel(MORNING):
        await desk.saw(renewed, "VOG", TODAY)
        # seen once: whatever end stands in the row, it is never asked again
        once = await desk.saw(unneeded, "REFERENCE", date(2015, 1, 1))
        await world.connection.execute(
            "update credential set valid_until = $2 where id = $1", once, TODAY + timedelta(days=3)
        )
        await world.connection.execute("update volunteer set status = 'LEFT' where id = $1", left.volunteer_id)
    with clock.travel(MORNING - timedelta(hours=3)):
        await run_periodic(WARN)
    assert await desk.told("paper.ends") == []
    with clock.travel(MORNING):
        await run_periodic(WARN)
    assert await desk.told("paper.ends") == [[pending.person_id]]


async def test_a_visit_that_would_end_at_the_gate_is_raised_once(db: Settings, world: World) -> None:
    desk, other = await a_desk(world), await a_desk(world)
    await desk.needs("VOG")
    volunteer = await desk.volunteer("Sofie Jansen")
    match = await world.a_match(volunteer, desk.facility)
    before, after = [await world.a_visit(match, MORNING + timedelta(days=days)) for days in (5, 19)]
    await world.a_visit(match, MORNING + timedelta(days=20), state="CANCELLED", **_CANCELLED)
    await _ends(desk, volunteer, TODAY + timedelta(days=10))

    async def seen(whose: Desk) -> list[Any]:
        async with database.transaction(whose.anja, read_only=True):
            return [(view.id, view.volunteer_name) for view in await visits_to_review(whose.anja)]

    with clock.travel(MORNING):
        assert (await seen(desk), await seen(other)) == ([(after.id, "Sofie Jansen")], [])
        await asyncio.gather(run_periodic(RAISE), run_periodic(RAISE))
        await run_periodic(RAISE)
    about = "select payload ->> 'visit' as visit from outbox where organisation_id = $1 and event = 'visit.papers_end'"
    assert [row["visit"] for row in await world.rows(about, desk.organisation)] == [str(after.id)]
    assert before.id != after.id
    # well again, and then not any more: that is news once more
    with clock.travel(MORNING + timedelta(days=1)):
        renewed = await desk.saw(volunteer, "VOG", TODAY)
        assert await seen(desk) == []
        await run_periodic(RAISE)
        await world.connection.execute("delete from credential where id = $1", renewed)
        await run_periodic(RAISE)
    assert len(await world.rows(about, desk.organisation)) == 2
    with clock.travel(MORNING + timedelta(days=30)):
        assert await seen(desk) == []
        await run_periodic(FORGET_RAISED)
    assert await world.value("select count(*) from visit_review where organisation_id = $1", desk.organisation) == 0


_CANCELLED: dict[str, Any] = {"cancel_side": "FACILITY", "cancel_cause": "NO_ROOM", "cancelled_at": MORNING}
