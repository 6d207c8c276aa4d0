"""Admission that was asked for because the same volunteer goes along is taken back when that is not so after all."""

from __future__ import annotations

from datetime import date

import pytest

from tests.matching.continuity.scene import Scene, a_scene, in_days
from tests.world import World
from vrijplaats.core import db
from vrijplaats.matching import actions as matching
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.models import MatchEndReason
from vrijplaats.volunteers.admissions import actions as admissions

pytestmark = pytest.mark.usefixtures("db")


async def _kept(world: World) -> Scene:
    """Chosen before the day: Els goes along, and the prison there was asked."""
    scene = await a_scene(world)
    await scene.report(day=in_days(5))
    async with db.transaction(scene.coordinator):
        await actions.keep_match(scene.coordinator, match_id=scene.match.id)
    assert await _asked(scene) == ["REQUESTED"]
    return scene


async def _asked(scene: Scene) -> list[str]:
    sql = "select state from admission where volunteer_id = $1 and facility_id = $2"
    return [row["state"] for row in await scene.world.rows(sql, scene.volunteer.volunteer_id, scene.there)]


async def _hand_over(scene: Scene) -> None:
    async with db.transaction(scene.coordinator):
        await actions.hand_over_match(scene.coordinator, match_id=scene.match.id, together=False)


async def _end(scene: Scene) -> None:
    async with db.transaction(scene.volunteer):
        await matching.end_match(scene.volunteer, match_id=scene.match.id, reason=MatchEndReason.OTHER)


async def _undo(scene: Scene) -> None:
    departure = await scene.world.value("select departure_id from match_review where match_id = $1", scene.match.id)
    await scene.undo(departure)


_OTHERWISE = pytest.mark.parametrize("otherwise", [_hand_over, _end, _undo])


@_OTHERWISE
async def test_nobody_goes_along_after_all(world: World, otherwise: object) -> None:
    scene = await _kept(world)
    assert callable(otherwise)
    await otherwise(scene)
    assert await _asked(scene) == []
    taken = """
    select subject ->> 'volunteer' as volunteer from history
    where organisation_id = $1 and verb = 'admission.take_back'
    """
    (row,) = await world.rows(taken, scene.organisation)
    assert row["volunteer"] == str(scene.match_volunteer)
    async with db.transaction(scene.coordinator):  # and can be asked for again
        await admissions.request_admission(
            scene.coordinator, volunteer_id=scene.match_volunteer, facility_id=scene.there
        )
    assert await _asked(scene) == ["REQUESTED"]


@_OTHERWISE
async def test_what_the_prison_answered_stands(world: World, otherwise: object) -> None:
    scene = await _kept(world)
    granted = "update admission set state = 'GRANTED', valid_from = $2 where volunteer_id = $1 and state = 'REQUESTED'"
    await world.connection.execute(granted, scene.volunteer.volunteer_id, date(2026, 1, 1))
    assert callable(otherwise)
    await otherwise(scene)
    assert await _asked(scene) == ["GRANTED"]


async def test_what_was_asked_by_hand_stands(world: World) -> None:
    scene = await a_scene(world)
    async with db.transaction(scene.coordinator):
        await admissions.request_admission(
            scene.coordinator, volunteer_id=scene.match_volunteer, facility_id=scene.there
        )
    await scene.report(day=in_days(5))
    async with db.transaction(scene.coordinator):
        await actions.keep_match(scene.coordinator, match_id=scene.match.id)
    await _hand_over(scene)
    assert await _asked(scene) == ["REQUESTED"]


async def test_another_match_that_goes_there_needs_it_until_it_does_not_either(world: World) -> None:
    scene = await _kept(world)
    second = await world.a_match(scene.volunteer, scene.here)
    await scene.report(second.request_id, day=in_days(5))
    async with db.transaction(scene.coordinator):
        await actions.keep_match(scene.coordinator, match_id=second.id)
    await _hand_over(scene)
    assert await _asked(scene) == ["REQUESTED"]
    async with db.transaction(scene.coordinator):
        await actions.hand_over_match(scene.coordinator, match_id=second.id, together=False)
    assert await _asked(scene) == []
    verbs = "select verb from history where organisation_id = $1 and verb like 'admission.%' order by id"
    seen = [row["verb"] for row in await world.rows(verbs, scene.organisation)]
    assert seen == ["admission.request", "admission.take_back"]


async def test_a_match_that_runs_there_needs_it(world: World) -> None:
    scene = await _kept(world)
    await world.a_match(scene.volunteer, scene.there)
    await _hand_over(scene)
    assert await _asked(scene) == ["REQUESTED"]
