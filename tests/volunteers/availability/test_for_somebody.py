"""Who calls says when they can, and a coordinator writes it down: under the same rules, and the volunteer hears it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from tests.matching.scene import Scene, a_scene
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import InvalidInput, NotAllowedNow, NotFound
from vrijplaats.matching.absence import actions as absence
from vrijplaats.matching.absence import queries as touched
from vrijplaats.volunteers.availability import actions, queries
from vrijplaats.volunteers.availability.queries import AvailabilityView
from vrijplaats.volunteers.availability.rules import DayPart, WeekPart
from vrijplaats.volunteers.rules import Period

pytestmark = pytest.mark.usefixtures("db")
TUESDAY = {WeekPart(2, DayPart.MORNING)}


@pytest_asyncio.fixture(loop_scope="module")
async def scene(world: World) -> Scene:
    return await a_scene(world)


async def _do(verb: Any, scene: Scene, volunteer_id: UUID | None, actor: Actor | None = None, **what: Any) -> Any:
    actor = actor or scene.coordinator
    async with db.transaction(actor):
        return await verb(actor, volunteer_id=volunteer_id, **what)


async def _mine(volunteer: Actor) -> AvailabilityView:
    async with db.transaction(volunteer, read_only=True):
        return await queries.my_availability(volunteer)


async def test_what_is_written_down_is_what_the_volunteer_sees_and_they_hear_it(scene: Scene) -> None:
    els, today = await scene.a_volunteer("Els"), clock.today()
    week = Period(today + timedelta(days=3), today + timedelta(days=9))
    await _do(actions.set_week, scene, els.volunteer_id, parts=TUESDAY)
    await _do(actions.set_capacity, scene, els.volunteer_id, capacity=1)
    await _do(absence.be_away, scene, els.volunteer_id, period=week, call_off=())
    shown = await _do(absence.start_pause, scene, els.volunteer_id, ends_on=None, call_off=())
    mine = await _mine(els)
    assert mine == shown
    assert (set(mine.week), mine.capacity, mine.away, mine.pause is not None) == (TUESDAY, 1, (week,), True)
    async with db.transaction(scene.coordinator, read_only=True):
        assert els.volunteer_id is not None
        assert await queries.availability_in_file(scene.coordinator, els.volunteer_id) == mine
    told = await scene.told("availability.set_for_you")
    assert [row["recipients"] for row in told] == [[els.person_id]] * 4
    await _do(actions.remove_away, scene, els.volunteer_id, first=week.first)
    await _do(actions.end_pause, scene, els.volunteer_id, starts_on=today)
    assert ((await _mine(els)).away, (await _mine(els)).pause) == ((), None)
    assert await scene.verbs() == [
        *("availability.week", "availability.capacity", "away.add", "pause.start", "away.remove", "pause.end")
    ]


async def test_the_visits_of_those_days_are_shown_and_called_off_as_by_the_volunteer(scene: Scene) -> None:
    els = await scene.a_volunteer("Els")
    match = await scene.world.a_match(els, scene.facility)
    noon = clock.midnight(clock.today() + timedelta(days=4)) + timedelta(hours=12)
    visit = (await scene.world.a_visit(match, noon)).id
    other = (await scene.world.a_visit(match, noon + timedelta(days=20))).id
    days = Period(clock.today() + timedelta(days=3), clock.today() + timedelta(days=5))
    async with db.transaction(scene.coordinator, read_only=True):
        found = await touched.absence_of(scene.coordinator, days.first, days.last, els.volunteer_id)
    assert ([each.id for each in found.visits], len(found.matches)) == ([visit], 1)
    with pytest.raises(InvalidInput):
        await _do(absence.be_away, scene, els.volunteer_id, period=days, call_off=[other])
    await _do(absence.be_away, scene, els.volunteer_id, period=days, call_off=[visit])
    row = (await scene.world.rows("select state, cancel_side from visit where id = $1", visit))[0]
    assert row == {"state": "CANCELLED", "cancel_side": "VOLUNTEER"}
    assert await scene.state_of("visit", other) == "CONFIRMED"


async def test_the_rules_are_the_same_and_nobody_else_is_reached(scene: Scene) -> None:
    els, bram, elsewhere = await scene.a_volunteer("Els"), await scene.a_volunteer("Bram"), await a_scene(scene.world)
    with pytest.raises(InvalidInput):
        await _do(actions.set_capacity, scene, els.volunteer_id, capacity=21)
    verbs: list[tuple[Any, dict[str, Any]]] = [
        (actions.set_week, {"parts": TUESDAY}),
        (actions.set_capacity, {"capacity": 1}),
        (actions.remove_away, {"first": clock.today()}),
        (actions.end_pause, {"starts_on": clock.today()}),
        (absence.be_away, {"period": Period(clock.today(), clock.today()), "call_off": ()}),
        (absence.start_pause, {"ends_on": None, "call_off": ()}),
    ]
    for verb, what in verbs:
        for actor, whose in ((elsewhere.coordinator, els), (bram, els)):
            with pytest.raises(NotFound):
                await _do(verb, scene, whose.volunteer_id, actor, **what)
        with pytest.raises(NotFound):
            await _do(verb, scene, None, scene.coordinator, **what)
    async with db.transaction(elsewhere.coordinator, read_only=True):
        assert els.volunteer_id is not None
        assert await queries.availability_in_file(elsewhere.coordinator, els.volunteer_id) is None
    assert await scene.told("availability.set_for_you") == []


async def test_of_who_left_nothing_is_written_down(scene: Scene) -> None:
    els = await scene.a_volunteer("Els", status="LEFT")
    with pytest.raises(NotAllowedNow):
        await _do(actions.set_week, scene, els.volunteer_id, parts=TUESDAY)
