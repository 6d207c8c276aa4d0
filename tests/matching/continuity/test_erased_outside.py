"""A name that its prison erases while two people meet outside: gone for the prison, and theirs until that ends."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.matching.continuity.scene import Scene
from tests.matching.continuity.taking_over import answer, ask, living_in, released
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.matching.actions import end_match
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.models import MatchEndReason
from vrijplaats.requests.erasing import erase_detainee

pytestmark = pytest.mark.usefixtures("db")


async def _erased(world: World) -> Scene:
    scene = await released(world)
    async with db.transaction(scene.coordinator):
        await actions.taper_match(scene.coordinator, match_id=scene.match.id)
    async with db.transaction(scene.staff):
        seen = await erase_detainee(scene.staff, request_id=scene.match.request_id, withdraw=False)
    assert seen.name_erased
    return scene


async def _keys(scene: Scene) -> object:
    return await scene.world.value("select count(*) from detainee_key where facility_id = $1", scene.here)


async def _end(actor: Actor, match_id: UUID) -> None:
    async with db.transaction(actor):
        await end_match(actor, match_id=match_id, reason=MatchEndReason.OTHER)


async def test_who_meets_them_reads_it_until_the_match_ends_and_then_nobody_can(world: World) -> None:
    scene = await _erased(world)
    detainee = await scene.detainee()
    assert await scene.name(scene.volunteer, detainee)
    assert await scene.name(scene.staff, detainee) is None
    assert await world.value("select fingerprint from detainee where id = $1", detainee) is None
    told = "select count(*) from outbox where event = 'detainee.erased' and facility_id = $1"
    assert await world.value(told, scene.here) == 0
    await _end(scene.volunteer, scene.match.id)
    assert await _keys(scene) == 0


async def test_who_takes_over_reads_it_as_well(world: World) -> None:
    scene = await _erased(world)
    near = await living_in(scene, "Dicht Bij", "Groningen")
    await ask(scene, near)
    await answer(scene, near, yes=True)
    async with db.transaction(near):
        begun = await actions.note_meeting(near, match_id=scene.match.id)
    assert await scene.name(near, await scene.detainee())
    await _end(near, begun.id)
    assert await _keys(scene) == 0


async def test_a_match_that_ends_leaves_the_names_that_were_not_erased(world: World) -> None:
    scene = await released(world)
    await _end(scene.volunteer, scene.match.id)
    assert await _keys(scene) == 1
    assert clock.today() == (await scene.row("match", scene.match.id))["ended_on"]
