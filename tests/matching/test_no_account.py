"""Who was imported and has not come in cannot answer: nobody asks them, by hand, in rounds or in a proposal."""

from __future__ import annotations

import pytest
import pytest_asyncio

from tests.matching.assignment.story import pair_of, preview_of, send, who_in
from tests.matching.scene import Scene, a_scene, offer
from tests.matching.waves.story import at, in_waves, the_clock_comes_by
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.jobs import WORKER
from vrijplaats.core.pools import open_database
from vrijplaats.matching import queries
from vrijplaats.matching.errors import NotEligible
from vrijplaats.matching.facts import FactKind
from vrijplaats.matching.words import sentence
from vrijplaats.settings import Login, Settings
from vrijplaats.volunteers.crowd import crowd_with_room


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    """core.db, open for the worker's role too; closed with the other."""
    await open_database(db.dsn(Login.WORKER), max_size=2, name=WORKER)


async def _came_by_a_file(scene: Scene, volunteer: Actor, *, joined: bool = False) -> None:
    whose = {"organisation_id": scene.organisation, "volunteer_id": volunteer.volunteer_id}
    await scene.world.insert("imported_contact", **whose, joined_at=clock.now() if joined else None)


async def test_they_are_not_suggested_and_the_coordinator_reads_why(world: World) -> None:
    scene = await a_scene(world)
    able, imported, request = await scene.a_volunteer("Karin"), await scene.a_volunteer("Bas"), await scene.a_request()
    came_in = await scene.a_volunteer("Cor")
    await _came_by_a_file(scene, imported)
    await _came_by_a_file(scene, came_in, joined=True)
    async with db.transaction(scene.coordinator):
        found = (await queries.suggestions(scene.coordinator, [request]))[request]
    assert {each.volunteer.id for each in found.eligible} == {able.volunteer_id, came_in.volunteer_id}
    (left_out,) = found.not_eligible
    assert (left_out.volunteer.id, left_out.obstacle.kind) == (imported.volunteer_id, FactKind.NO_ACCOUNT)
    assert sentence(left_out.obstacle, "nl") == "Heeft nog geen account: nodig eerst uit"
    assert sentence(left_out.obstacle, "en") == "Has no account yet: invite them first"


async def test_an_invitation_to_them_is_refused_and_nobody_else_is_asked(world: World) -> None:
    scene = await a_scene(world)
    able, imported, request = await scene.a_volunteer("Karin"), await scene.a_volunteer("Bas"), await scene.a_request()
    await _came_by_a_file(scene, imported)
    with pytest.raises(NotEligible) as refused:
        await offer(scene.coordinator, request, able, imported)
    assert "account" in refused.value.message("nl")
    assert await scene.told("offer.made") == []


async def test_rounds_go_past_them(world: World) -> None:
    with at(10):
        story = await in_waves(world)
        await _came_by_a_file(story.scene, story.people[2])
    with at(16):
        await the_clock_comes_by()
    assert await story.asked() == [["1", "2"], ["4", "5"]]


async def test_a_proposal_leaves_them_out_and_is_not_sent_to_them(world: World) -> None:
    scene = await a_scene(world)
    imported, request = await scene.a_volunteer("Bas"), await scene.a_request()
    await _came_by_a_file(scene, imported)
    async with db.transaction(scene.coordinator):
        assert list(await crowd_with_room(scene.coordinator)) == []
    assert who_in(await preview_of(scene.coordinator)) == {}
    sent = await send(scene.coordinator, pair_of(request, imported))
    assert (sent.invited, len(sent.refused)) == ([], 1)
    await scene.a_volunteer("Karin")
    assert who_in(await preview_of(scene.coordinator)) == {request: "Karin"}
