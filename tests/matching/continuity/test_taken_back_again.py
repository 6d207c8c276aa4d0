"""A report that is taken back leaves a match as it was, also when that was looked at already."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.matching.continuity.scene import Scene, a_scene, in_days, the_clock_goes
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.continuity.queries import reviews_of
from vrijplaats.matching.continuity.rules import DepartureKind, Report, ReviewChoice
from vrijplaats.matching.leaving.actions import let_go

pytestmark = pytest.mark.usefixtures("db")


async def _state(scene: Scene) -> object:
    return (await scene.row("match", scene.match.id))["state"]


async def _goes_further(scene: Scene) -> UUID:
    """Reported by the new prison, to a third one."""
    further = await scene.world.a_facility("Vught")
    report = Report(kind=DepartureKind.TRANSFER, day=clock.today(), to_facility_id=further)
    async with db.transaction(scene.staff_there):
        made = await actions.report_departure(scene.staff_there, request_id=scene.match.request_id, report=report)
    return made.id


async def _undo_there(scene: Scene, departure: UUID) -> None:
    async with db.transaction(scene.staff_there):
        await actions.undo_departure(scene.staff_there, departure_id=departure)


async def _leaves(scene: Scene) -> None:
    async with db.transaction(scene.coordinator):
        await let_go(scene.coordinator, person_id=scene.volunteer.person_id)


@pytest.mark.parametrize("moved", [False, True])
async def test_of_an_earlier_report_somebody_still_has_to_choose(world: World, moved: bool) -> None:
    scene = await a_scene(world)
    await scene.report()
    await the_clock_goes()
    again = await _goes_further(scene)
    if moved:
        await the_clock_goes()
    before = len(await scene.events())
    await _undo_there(scene, again)
    assert await _state(scene) == "REVIEW"
    assert (await scene.events())[before:] == ["match.stays_looked_at", "match.stays_looked_at"]
    async with db.transaction(scene.coordinator):
        await actions.keep_match(scene.coordinator, match_id=scene.match.id)
        assert (await reviews_of([scene.match.id]))[scene.match.id].choice is ReviewChoice.KEEP
    assert await _state(scene) == "ACTIVE"


async def test_of_an_earlier_report_it_was_chosen_that_the_match_goes_on(world: World) -> None:
    scene = await a_scene(world)
    await scene.report()
    await the_clock_goes()
    async with db.transaction(scene.coordinator):
        await actions.keep_match(scene.coordinator, match_id=scene.match.id)
    await _undo_there(scene, await _goes_further(scene))
    assert await _state(scene) == "ACTIVE"


@pytest.mark.parametrize("meanwhile", [False, True])
async def test_of_a_volunteer_who_left_somebody_has_to_look_at_it(world: World, meanwhile: bool) -> None:
    scene = await a_scene(world)
    if not meanwhile:
        await _leaves(scene)
    reported = await scene.report(day=in_days(5))
    if meanwhile:
        await _leaves(scene)
    await scene.undo(reported.id)
    assert await _state(scene) == "REVIEW"
