"""A name that its prison erases while two people meet outside: gone for the prison, and theirs until that ends."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from tests.matching.continuity.scene import Scene, a_scene, the_clock_goes
from tests.matching.continuity.taking_over import answer, ask, living_in, released
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.matching.actions import end_match
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.continuity.rules import DepartureKind
from vrijplaats.matching.models import MatchEndReason
from vrijplaats.requests.erasing import erase_detainee
from vrijplaats.requests.identity import Identity, Purpose, read_identity
from vrijplaats.requests.queries import detainee_names, facility_requests, visit_request

pytestmark = pytest.mark.usefixtures("db")


async def _erased(world: World) -> Scene:
    scene = await released(world)
    async with db.transaction(scene.coordinator):
        await actions.taper_match(scene.coordinator, match_id=scene.match.id)
    await _erase(scene)
    return scene


async def _erase(scene: Scene) -> None:
    async with db.transaction(scene.staff):
        seen = await erase_detainee(scene.staff, request_id=scene.match.request_id, withdraw=False)
    assert seen.name_erased


async def _shown(scene: Scene, actor: Actor) -> Identity | None:
    """What "Toon naam" shows of the request."""
    async with db.transaction(actor):
        seen = await visit_request(actor, scene.match.request_id)
        assert seen is not None
        return (await detainee_names(actor, [seen]))[0]


async def _read(actor: Actor, detainee: UUID) -> Identity:
    async with db.transaction(actor):
        return (await read_identity(actor, [detainee], Purpose.MATCH))[detainee]


async def _released(scene: Scene) -> dict[UUID, tuple[bool, bool]]:
    """What each request says to the prison: of itself, and of the person."""
    async with db.transaction(scene.staff):
        page = await facility_requests(scene.staff, first=25, after=None)
    return {each.id: (each.released, each.person_released) for each in page.requests}


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


async def test_the_first_name_is_left_for_who_meets_them_and_nothing_for_anybody_else(world: World) -> None:
    scene = await released(world)
    detainee = await scene.detainee()
    before = await _shown(scene, scene.coordinator)
    assert before is not None and before.family_name
    await world.connection.execute("update detainee_identity set wing = '\\x00' where detainee_id = $1", detainee)
    await _erase(scene)
    assert await _shown(scene, scene.coordinator) is None
    for actor in (scene.coordinator, scene.staff):
        async with db.transaction(actor):
            assert await db.fetch("select detainee_id from detainee_identity where detainee_id = $1", detainee) == []
            assert await db.fetch("select detainee_id from read_identity_keys($1)", [detainee]) == []
    left = await _read(scene.volunteer, detainee)
    assert (left.given_name, left.family_name, left.wing) == (before.given_name, "", None)
    kept = await world.rows("select family_name, wing from detainee_identity where detainee_id = $1", detainee)
    assert [tuple(row.values()) for row in kept] == [(None, None)]


async def test_when_nobody_meets_them_the_key_goes_at_once(world: World) -> None:
    scene = await released(world)
    await _end(scene.volunteer, scene.match.id)
    assert await _keys(scene) == 1
    await _erase(scene)
    assert await _keys(scene) == 0


async def test_each_request_says_that_the_person_was_released_whatever_goes_on_outside(world: World) -> None:
    scene = await a_scene(world)
    latest = scene.match.request_id
    older = await world.a_request(
        scene.here,
        scene.organisation,
        detainee=await scene.detainee(),
        state="CLOSED",
        ended_at=clock.now() - timedelta(days=30),
    )
    assert await _released(scene) == {older: (False, False), latest: (False, False)}
    await scene.report(kind=DepartureKind.RELEASE)
    assert await _released(scene) == {older: (False, False), latest: (False, False)}
    await the_clock_goes()
    gone = {older: (False, True), latest: (True, True)}
    assert await _released(scene) == gone
    async with db.transaction(scene.coordinator):
        await actions.taper_match(scene.coordinator, match_id=scene.match.id)
    assert await _released(scene) == gone
    await _end(scene.volunteer, scene.match.id)
    assert await _released(scene) == gone


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
