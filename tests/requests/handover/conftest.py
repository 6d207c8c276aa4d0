"""Two organisations that work at one prison."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

import pytest_asyncio

from tests.requests.scene import Scene, a_scene
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import DomainError
from vrijplaats.requests.handover import actions
from vrijplaats.requests.queries import RequestView
from vrijplaats.settings import Settings


@dataclass(frozen=True, slots=True)
class Two:
    """One has a request, the other works there too."""

    scene: Scene
    ours: Actor
    others: Actor

    @property
    def world(self) -> World:
        return self.scene.world

    @property
    def other(self) -> UUID:
        assert self.others.organisation_id is not None
        return self.others.organisation_id

    async def ours_waits(self) -> UUID:
        return await self.world.a_request(self.scene.facility, self.scene.organisation, claimed_by=self.ours.person_id)

    async def proposed(self, request: UUID) -> UUID:
        """The proposal to the other organisation, made by ours."""
        async with db.transaction(self.ours):
            await actions.propose_hand_over(self.ours, request_id=request, organisation_id=self.other)
        found: UUID = await self.world.value(
            "select id from hand_over where request_id = $1 and state = 'PROPOSED'", request
        )
        return found

    async def release(self, actor: Actor, request: UUID) -> RequestView:
        async with db.transaction(actor):
            return await actions.release_request(actor, request_id=request)

    async def withdraw(self, actor: Actor, hand_over: UUID) -> str | None:
        return await _code(actor, actions.withdraw_hand_over, hand_over)

    async def accept(self, actor: Actor, hand_over: UUID) -> str | None:
        return await _code(actor, actions.accept_hand_over, hand_over)

    async def decline(self, actor: Actor, hand_over: UUID) -> str | None:
        return await _code(actor, actions.decline_hand_over, hand_over)

    async def state(self, hand_over: UUID) -> str:
        found: str = await self.world.value("select state from hand_over where id = $1", hand_over)
        return found

    async def events(self, request: UUID) -> list[tuple[str, UUID | None]]:
        return [(row["event"], row["organisation_id"]) for row in await self.scene.told(request)]

    async def history(self, request: UUID, organisation: UUID) -> list[str]:
        sql = "select verb from history where subject ->> 'request' = $1 and organisation_id = $2 order by id"
        return [row["verb"] for row in await self.world.rows(sql, str(request), organisation)]


class _Answer(Protocol):
    async def __call__(self, actor: Actor, *, hand_over_id: UUID) -> object: ...


async def _code(actor: Actor, answer: _Answer, hand_over: UUID) -> str | None:
    try:
        async with db.transaction(actor):
            await answer(actor, hand_over_id=hand_over)
    except DomainError as error:
        return error.code
    return None


@pytest_asyncio.fixture(loop_scope="module")
async def two(db: Settings, world: World) -> Two:
    """Fresh ones."""
    scene = await a_scene(world)
    other = await world.an_organisation(facilities=[scene.facility])
    return Two(scene, scene.coordinator, await world.a_coordinator(other))
