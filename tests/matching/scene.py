"""A prison, an organisation with a coordinator, and whatever a test adds to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.matching import actions
from vrijplaats.matching.queries import MatchView, OfferView


def tomorrow() -> datetime:
    return datetime.now(UTC) + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Scene:
    """One organisation at one prison."""

    world: World
    facility: UUID
    organisation: UUID
    coordinator: Actor

    async def a_volunteer(self, name: str | None = None, **register: Any) -> Actor:
        """Somebody who can go there."""
        return await self.world.a_volunteer(self.organisation, name, admitted=[self.facility], **register)

    async def a_request(self, **columns: Any) -> UUID:
        """A wish the organisation handles."""
        return await self.world.a_request(self.facility, self.organisation, **columns)

    async def an_offer(self, volunteer: Actor, request: UUID | None = None, **columns: Any) -> UUID:
        """An open invitation."""
        return await self.world.an_offer(request or await self.a_request(), volunteer, **columns)

    async def state_of(self, table: str, identifier: UUID) -> Any:
        """The state of a request, offer, match or visit."""
        return await self.world.value(f"select state from {table} where id = $1", identifier)

    async def carrying(self, volunteer: Actor) -> Any:
        """How many people the register says this volunteer visits."""
        return await self.world.value("select carrying from volunteer where id = $1", volunteer.volunteer_id)

    async def told(self, event: str) -> list[dict[str, Any]]:
        """What the outbox holds about this event for this organisation."""
        return await self.world.rows(
            "select * from outbox where event = $1 and organisation_id = $2 order by id", event, self.organisation
        )

    async def verbs(self) -> list[str]:
        """The history of this organisation."""
        rows = await self.world.rows(
            "select verb from history where organisation_id = $1 order by id", self.organisation
        )
        return [row["verb"] for row in rows]


async def a_scene(world: World) -> Scene:
    """A new prison and a new organisation."""
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    await world.connection.execute(
        "insert into credential_requirement values ($1, 'ONE_TO_ONE', 'VOG'), ($1, 'ONE_TO_ONE', 'TRAINING_BASIS')",
        organisation,
    )
    return Scene(world, facility, organisation, await world.a_coordinator(organisation, "Anja Mulder"))


async def accept(actor: Actor, offer_id: UUID) -> MatchView:
    """Say yes, in a transaction of its own."""
    async with db.transaction(actor):
        return await actions.accept_offer(actor, offer_id=offer_id)


async def decline(actor: Actor, offer_id: UUID, **reason: Any) -> OfferView:
    """Say not now, in a transaction of its own."""
    async with db.transaction(actor):
        return await actions.decline_offer(actor, offer_id=offer_id, **reason)


async def offer(
    actor: Actor, request_id: UUID, *volunteers: Actor, expires_at: datetime | None = None
) -> list[OfferView]:
    """Invite these volunteers, in a transaction of its own."""
    ids = [volunteer.volunteer_id for volunteer in volunteers if volunteer.volunteer_id is not None]
    until = expires_at or clock.now() + timedelta(days=1)
    async with db.transaction(actor):
        return await actions.offer_request(actor, request_id=request_id, volunteer_ids=ids, expires_at=until)
