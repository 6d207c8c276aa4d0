"""Two prisons, an organisation that is active in both, and somebody who goes from one to the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from tests.world import Ids, World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.jobs import Periodic, PeriodicEach, run_periodic
from vrijplaats.matching.continuity import actions, jobs
from vrijplaats.matching.continuity.queries import DepartureView
from vrijplaats.matching.continuity.rules import DepartureKind, Report
from vrijplaats.requests.identity import Purpose, read_identity


@dataclass(frozen=True, slots=True)
class Scene:
    """Who there is at the old prison and at the new one."""

    world: World
    here: UUID
    there: UUID
    organisation: UUID
    staff: Actor
    staff_there: Actor
    coordinator: Actor
    volunteer: Actor
    match: Ids

    @property
    def match_volunteer(self) -> UUID:
        """Who visits, as the register knows them."""
        assert self.volunteer.volunteer_id is not None
        return self.volunteer.volunteer_id

    async def report(self, request: UUID | None = None, **changes: Any) -> DepartureView:
        """Staff reports it, in a transaction of its own: to the other prison, today."""
        given: dict[str, Any] = {"kind": DepartureKind.TRANSFER, "day": clock.today(), "to_facility_id": self.there}
        if changes.get("kind") is DepartureKind.RELEASE:
            del given["to_facility_id"]
        report = Report(**(given | changes))
        async with db.transaction(self.staff):
            return await actions.report_departure(
                self.staff, request_id=request or self.match.request_id, report=report
            )

    async def undo(self, departure: UUID) -> None:
        """Staff takes it back."""
        async with db.transaction(self.staff):
            await actions.undo_departure(self.staff, departure_id=departure)

    async def row(self, table: str, identifier: UUID) -> dict[str, Any]:
        """A row as it is kept."""
        return (await self.world.rows(f'select * from "{table}" where id = $1', identifier))[0]

    async def name(self, actor: Actor, detainee: UUID) -> str | None:
        """The given name, if this actor may read it."""
        async with db.transaction(actor):
            found = (await read_identity(actor, [detainee], Purpose.MATCH)).get(detainee)
        return str(found.given_name) if found else None

    async def days(self, state: str) -> list[str]:
        """On which days there are visits of the match in that state."""
        sql = """
            select to_char(p.starts_at at time zone 'Europe/Amsterdam', 'MM-DD') as day
            from visit v join presence p on p.id = v.presence_id where v.match_id = $1 and v.state = $2
            order by p.starts_at
        """
        return [row["day"] for row in await self.world.rows(sql, self.match.id, state)]

    async def detainee(self) -> UUID:
        """Who is visited in the match, as they are known where they are now."""
        found: UUID = (await self.row("match", self.match.id))["detainee_id"]
        return found

    async def events(self) -> list[str]:
        """What was told about the two prisons, in order."""
        sql = "select event from outbox where facility_id = any ($1) order by id"
        return [row["event"] for row in await self.world.rows(sql, [self.here, self.there])]


async def a_scene(world: World) -> Scene:
    """A running match at the old prison."""
    here, there = await world.a_facility("Veenhuizen"), await world.a_facility("Zwolle")
    organisation = await world.an_organisation(facilities=[here, there])
    volunteer = await world.a_volunteer(organisation, "Els Bakker", admitted=[here])
    return Scene(
        world,
        here,
        there,
        organisation,
        await world.a_staff_member(here),
        await world.a_staff_member(there),
        await world.a_coordinator(organisation),
        volunteer,
        await world.a_match(volunteer, here),
    )


async def the_clock_goes() -> None:
    """The worker's round."""
    rounds: list[Periodic | PeriodicEach] = jobs.PERIODIC
    for periodic in rounds:
        await run_periodic(periodic)


def in_days(days: int) -> date:
    return clock.today() + timedelta(days=days)
