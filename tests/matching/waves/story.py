"""A request asked in waves, and the clock that goes by."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tests.matching.scene import Scene, a_scene
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.jobs import run_periodic
from vrijplaats.matching import actions
from vrijplaats.matching.waves import actions as waves
from vrijplaats.matching.waves.actions import SentWave
from vrijplaats.matching.waves.jobs import PERIODIC
from vrijplaats.matching.waves.queries import WavesView, waves_of
from vrijplaats.matching.waves.rules import Rhythm

MORNING = datetime(2026, 11, 24, 10, tzinfo=AMSTERDAM)


@contextmanager
def at(hour: float, day: int = 24) -> Iterator[None]:
    """The clock in Amsterdam stands still at this hour."""
    with clock.travel(MORNING.replace(day=day, hour=0) + timedelta(hours=hour)):
        yield


async def the_clock_comes_by() -> None:
    """One round of the job."""
    await run_periodic(PERIODIC[0])


@dataclass(frozen=True, slots=True)
class Waves:
    """A scene with volunteers, best first, of whom the first few were asked; the next after six hours."""

    scene: Scene
    request: UUID
    people: list[Actor]

    async def asked(self) -> list[list[str]]:
        """Who was asked, wave by wave, as numbers: the best volunteer is 1."""
        rows = await self.scene.world.rows("select wave, volunteer_id from offer where request_id = $1", self.request)
        number = {each.volunteer_id: str(place) for place, each in enumerate(self.people, 1)}
        found: dict[int, list[str]] = {}
        for row in rows:
            found.setdefault(row["wave"], []).append(number.get(row["volunteer_id"], "?"))
        return [sorted(found[wave]) for wave in sorted(found)]

    async def offer_to(self, number: int) -> UUID:
        """The last invitation of this volunteer."""
        volunteer = self.people[number - 1].volunteer_id
        found: UUID = await self.scene.world.value(
            "select id from offer where request_id = $1 and volunteer_id = $2 order by id desc limit 1",
            *(self.request, volunteer),
        )
        return found

    async def ended(self) -> Any:
        """Why they ended, or None."""
        return await self.scene.world.value("select end_reason from waves where request_id = $1", self.request)

    async def shown(self) -> WavesView | None:
        """The waves as the coordinator sees them."""
        async with db.transaction(self.scene.coordinator, read_only=True):
            return (await waves_of(self.scene.coordinator, [self.request])).get(self.request)

    async def send_now(self, wave: int, actor: Actor | None = None) -> SentWave:
        """Stuur nu."""
        actor = actor or self.scene.coordinator
        async with db.transaction(actor):
            return await waves.send_next_wave(actor, request_id=self.request, wave=wave)

    async def stop(self, actor: Actor | None = None) -> WavesView:
        """Stop de rondes."""
        actor = actor or self.scene.coordinator
        async with db.transaction(actor):
            return await waves.stop_waves(actor, request_id=self.request)


async def in_waves(world: World, *, people: int = 5, size: int = 2, hours: int = 6) -> Waves:
    """A request of which the two best were asked, at the moment at which the clock stands."""
    scene = await a_scene(world)
    # the best has most room left in their week
    able = [await scene.a_volunteer(capacity=people + 1) for _ in range(people)]
    for carrying, each in enumerate(able):
        await world.connection.execute("update volunteer set carrying = $2 where id = $1", each.volunteer_id, carrying)
    request = await scene.a_request()
    await ask(scene.coordinator, request, able[:2], Rhythm(size=size, hours=hours))
    return Waves(scene, request, able)


async def ask(coordinator: Actor, request: UUID, people: list[Actor], waves_: Rhythm | None) -> None:
    """Invite these, with or without waves; they have a day and a half to answer."""
    ids = [each.volunteer_id for each in people if each.volunteer_id is not None]
    until = clock.now() + timedelta(hours=36)
    async with db.transaction(coordinator):
        await actions.offer_request(coordinator, request_id=request, volunteer_ids=ids, expires_at=until, waves=waves_)
