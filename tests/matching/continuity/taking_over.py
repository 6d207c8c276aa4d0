"""Somebody is released, and others live near."""

from __future__ import annotations

from tests.matching.continuity.scene import Scene, a_scene, the_clock_goes
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.continuity.rules import DepartureKind
from vrijplaats.volunteers.places import place


async def released(world: World) -> Scene:
    scene = await a_scene(world)
    await scene.report(kind=DepartureKind.RELEASE, to_place="Groningen")
    await the_clock_goes()
    return scene


async def living_in(scene: Scene, name: str, town: str) -> Actor:
    """A volunteer who is admitted nowhere: outside there is no gate."""
    found = place(town)
    assert found is not None
    volunteer = await scene.world.a_volunteer(scene.organisation, name)
    await scene.world.connection.execute(
        "update volunteer set place = $2, latitude = $3, longitude = $4 where id = $1",
        volunteer.volunteer_id, found.label, *found.coordinates,
    )  # fmt: skip
    return volunteer


async def ask(scene: Scene, volunteer: Actor) -> None:
    assert volunteer.volunteer_id is not None
    async with db.transaction(scene.coordinator):
        await actions.ask_to_take_over(
            scene.coordinator, match_id=scene.match.id, volunteer_id=volunteer.volunteer_id
        )  # fmt: skip


async def answer(scene: Scene, volunteer: Actor, *, yes: bool) -> None:
    async with db.transaction(volunteer):
        await actions.answer_take_over(volunteer, match_id=scene.match.id, yes=yes)


async def carrying(scene: Scene, volunteer: Actor) -> object:
    return await scene.world.value("select carrying from volunteer where id = $1", volunteer.volunteer_id)
