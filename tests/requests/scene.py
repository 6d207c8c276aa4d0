"""A prison with staff, an organisation that is active there, and the form they fill in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import Any
from uuid import UUID

from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.requests import actions
from vrijplaats.requests.queries import RequestView
from vrijplaats.requests.rules import ActivityKind
from vrijplaats.requests.wish import DetaineeName

_number = count(1)


def a_name(family_name: str | None = None) -> DetaineeName:
    """Somebody nobody has entered before, unless the name is given."""
    return DetaineeName(given_name="Winston", family_name=family_name or f"Obispo {_letters(next(_number))}", wing="C2")


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


@dataclass(frozen=True, slots=True)
class Scene:
    """One prison and one organisation."""

    world: World
    facility: UUID
    organisation: UUID
    staff: Actor
    coordinator: Actor

    def form(self, **changes: Any) -> dict[str, Any]:
        """A good form, but for what is changed."""
        detainee = None if "detainee_id" in changes else a_name()
        return {
            "facility_id": self.facility,
            "activity_kind": ActivityKind.ONE_TO_ONE,
            "languages": ["nl"],
            "organisation_id": None,
            "volunteer_gender": None,
            "note": None,
            "detainee": detainee,
            "detainee_id": None,
            "consent": True,
            **changes,
        }

    async def enter(self, **changes: Any) -> RequestView:
        """Staff enters a wish, in a transaction of its own."""
        async with db.transaction(self.staff):
            return await actions.request_visit(self.staff, **self.form(**changes))

    async def row(self, request_id: UUID) -> dict[str, Any]:
        """The request as it is kept."""
        return (await self.world.rows("select * from visit_request where id = $1", request_id))[0]

    async def verbs(self, request_id: UUID) -> list[str]:
        """What the history says was done to the request, in order."""
        sql = "select verb from history where subject ->> 'request' = $1 order by id"
        return [row["verb"] for row in await self.world.rows(sql, str(request_id))]

    async def told(self, request_id: UUID) -> list[dict[str, Any]]:
        """What the outbox holds about the request, in order."""
        sql = "select * from outbox where payload ->> 'request_id' = $1 order by id"
        return await self.world.rows(sql, str(request_id))


async def a_scene(world: World) -> Scene:
    """A fresh one."""
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    staff, coordinator = await world.a_staff_member(facility), await world.a_coordinator(organisation)
    return Scene(world, facility, organisation, staff, coordinator)
