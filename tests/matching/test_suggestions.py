"""Suggestions for a whole inbox: walls, a fixed number of statements, and quick at national size."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.matching.scene import Scene, a_scene, decline, offer
from tests.statements import counted
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.matching import queries

pytestmark = pytest.mark.usefixtures("db")
_LANGUAGES = (["nl"], ["nl", "en"], ["nl", "pap"], ["nl", "tr"], ["nl", "ar", "fr"])


async def _suggestions(actor: Actor, *request_ids: Any) -> dict[Any, queries.RequestCandidates]:
    async with db.transaction(actor):
        return await queries.suggestions(actor, request_ids)


async def test_a_coordinator_sees_who_can_go_and_who_cannot(world: World) -> None:
    scene = await a_scene(world)
    able, without = await scene.a_volunteer("Karin"), await world.a_volunteer(scene.organisation, "Bas")
    request = await scene.a_request()
    found = (await _suggestions(scene.coordinator, request))[request]
    assert [each.volunteer.id for each in found.eligible] == [able.volunteer_id]
    assert [each.volunteer.id for each in found.not_eligible] == [without.volunteer_id]


async def test_who_was_asked_and_who_said_not_now_is_seen(world: World) -> None:
    scene = await a_scene(world)
    asked, declined, request = await scene.a_volunteer("Anna"), await scene.a_volunteer("Bas"), await scene.a_request()
    _, theirs = await offer(scene.coordinator, request, asked, declined)
    await decline(declined, theirs.id if theirs.volunteer.id == declined.volunteer_id else _.id)
    found = (await _suggestions(scene.coordinator, request))[request].eligible
    seen = {
        each.volunteer.display_name: (each.already_offered, [care.kind.value for care in each.cares]) for each in found
    }
    assert seen == {"Anna": (True, []), "Bas": (False, ["SAID_NOT_NOW"])}


async def test_only_coordinators_get_suggestions_and_only_of_their_own_people(world: World) -> None:
    ours, theirs = await a_scene(world), await a_scene(world)
    volunteer, request = await ours.a_volunteer(), await ours.a_request()
    await theirs.a_volunteer()
    for nobody in (volunteer, await world.a_staff_member(ours.facility)):
        assert await _suggestions(nobody, request) == {}
    assert await _suggestions(theirs.coordinator, request) == {}
    found = (await _suggestions(ours.coordinator, request))[request]
    assert [each.volunteer.id for each in found.eligible] == [volunteer.volunteer_id]


async def test_somebody_who_left_is_not_named(world: World) -> None:
    scene = await a_scene(world)
    await scene.a_volunteer(status="LEFT")
    request = await scene.a_request()
    found = (await _suggestions(scene.coordinator, request))[request]
    assert (found.eligible, found.not_eligible) == ([], [])


async def _an_inbox(world: World) -> tuple[Scene, list[Any]]:
    scene = await a_scene(world)
    for number in range(300):
        await scene.a_volunteer(languages=_LANGUAGES[number % 5], capacity=1 + number % 3)
    wishes = [["nl"], ["pap", "nl"], ["ar"], ["tr", "nl"], ["en"]]
    return scene, [await scene.a_request(languages=wishes[number % 5]) for number in range(25)]


async def test_an_inbox_of_25_in_an_organisation_of_300(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    scene, requests = await _an_inbox(world)
    best = 9.0
    for _ in range(5):
        async with counted(scene.coordinator) as statements:
            begun = time.perf_counter()
            found = await queries.suggestions(scene.coordinator, requests)
            best = min(best, time.perf_counter() - begun)
        # requests, register, what counts
        assert len(statements) == 3
    assert len(found) == 25
    assert all(len(each.eligible) + len(each.not_eligible) == 300 for each in found.values())
    with capsys.disabled():
        print(f"\nsuggestions for 25 requests, 300 volunteers: {best * 1000:.0f} ms in 3 statements")
    assert best < 1.0, "far from what one waits for"
