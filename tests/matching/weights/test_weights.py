"""A coordinator lets things count, and the order in the inbox follows at once: in the own organisation only."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from tests.matching.scene import Scene, a_scene
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.errors import Forbidden
from vrijplaats.core.jobs import WORKER
from vrijplaats.core.pools import open_database
from vrijplaats.matching import queries
from vrijplaats.matching.queries.candidates import ranking_of
from vrijplaats.matching.weights.actions import set_matching_weights
from vrijplaats.matching.weights.queries import matching_weights
from vrijplaats.matching.weights.rules import USUAL, Level, Weights
from vrijplaats.settings import Login, Settings


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    """core.db, open for the worker's role too; closed with the other."""
    await open_database(db.dsn(Login.WORKER), max_size=2, name=WORKER)


FAR = {"latitude": 51.6, "longitude": 4.8}


async def _order(scene: Scene, request: UUID) -> list[tuple[str, list[str], list[str]]]:
    async with db.transaction(scene.coordinator):
        found = (await queries.suggestions(scene.coordinator, [request]))[request].eligible
    return [
        (each.volunteer.display_name, [f.kind.value for f in each.reasons], [f.kind.value for f in each.cares])
        for each in found
    ]


async def _set(scene: Scene, **levels: Level) -> None:
    async with db.transaction(scene.coordinator):
        await set_matching_weights(scene.coordinator, Weights(**levels))


async def test_the_order_follows_what_counts(world: World) -> None:
    scene = await a_scene(world)
    await scene.a_volunteer("Dichtbij", carrying=2)
    await scene.a_volunteer("Ruimte", **FAR)
    request = await scene.a_request()
    assert [name for name, *_ in await _order(scene, request)] == ["Dichtbij", "Ruimte"]
    await _set(scene, distance=Level.NOT, load=Level.HEAVILY)
    assert [name for name, *_ in await _order(scene, request)] == ["Ruimte", "Dichtbij"]
    assert (await scene.verbs()) == ["weights.set"]


async def test_the_worker_ranks_by_the_same_weights(world: World) -> None:
    scene = await a_scene(world)
    await scene.a_volunteer("Dichtbij", carrying=2)
    await scene.a_volunteer("Ruimte", **FAR)
    request = await scene.a_request()
    await _set(scene, distance=Level.NOT)
    async with db.transaction({}, connection=WORKER):
        _, ranking = await ranking_of(scene.organisation, request)
    assert [each.volunteer.display_name for each in ranking.eligible] == ["Ruimte", "Dichtbij"]


async def test_weights_are_kept_and_can_be_changed_again(world: World) -> None:
    scene, other = await a_scene(world), await a_scene(world)
    for levels in ({"language": Level.A_LITTLE}, {"waiting": Level.HEAVILY, "days": Level.NOT}):
        await _set(scene, **levels)
        async with db.transaction(scene.coordinator):
            assert await matching_weights(scene.coordinator) == Weights(**levels)
    async with db.transaction(other.coordinator):
        assert await matching_weights(other.coordinator) == USUAL


async def test_only_coordinators_decide_what_counts(world: World) -> None:
    scene = await a_scene(world)
    for nobody in (await scene.a_volunteer(), await world.a_staff_member(scene.facility)):
        with pytest.raises(Forbidden):
            async with db.transaction(nobody):
                await set_matching_weights(nobody, USUAL)


@pytest.mark.parametrize(("reason", "reasons", "cares"), [("RELEASED", ["KNOWN"], []), ("NO_CLICK", [], ["PARTED"])])
async def test_somebody_whom_the_detainee_knows_goes_first_unless_it_did_not_go_well(
    world: World, reason: str, reasons: list[str], cares: list[str]
) -> None:
    scene = await a_scene(world)
    former, other = await scene.a_volunteer("Vroeger", carrying=1), await scene.a_volunteer("Ander", carrying=1)
    detainee = await world.a_detainee(scene.facility, "Ravi")
    before = await scene.a_request(detainee=detainee, state="CLOSED")
    ended = {"state": "ENDED", "ended_on": clock.today(), "end_reason": reason}
    await world.a_match(former, scene.facility, request=before, **ended)
    await world.connection.execute("update volunteer set carrying = 1 where organisation_id = $1", scene.organisation)
    await world.connection.execute("update visit_request set state = 'CLOSED' where id = $1", before)
    request = await scene.a_request(detainee=detainee)
    found = await _order(scene, request)
    assert [name for name, *_ in found] == (["Vroeger", "Ander"] if reasons else ["Ander", "Vroeger"])
    (told,) = [rest for name, *rest in found if name == "Vroeger"]
    assert [set(reasons) <= set(told[0]), told[1]] == [True, cares]
    assert other.volunteer_id != former.volunteer_id


async def test_a_newcomer_goes_first_where_a_colleague_can_come_along(world: World) -> None:
    scene = await a_scene(world)
    somebody: dict[str, Any] = {"capacity": 2, "carrying": 0}
    await scene.a_volunteer("Geoefend", **somebody)
    await scene.a_volunteer("Nieuw", status="READY", **somebody)
    request = await scene.a_request()
    found = await _order(scene, request)
    assert [(name, cares) for name, _, cares in found] == [("Geoefend", []), ("Nieuw", ["FIRST_ALONE"])]
    guide = await scene.a_volunteer("Gids", capacity=1)
    await world.a_match(guide, scene.facility, started_on=clock.today() - timedelta(days=200))
    await world.connection.execute("update volunteer set carrying = capacity where id = $1", guide.volunteer_id)
    found = await _order(scene, request)
    assert [name for name, *_ in found] == ["Nieuw", "Geoefend"]
    assert "FIRST_WITH" in found[0][1]
    await _set(scene, newcomer=Level.NOT)
    assert {name for name, *_ in await _order(scene, request)} == {"Nieuw", "Geoefend"}
