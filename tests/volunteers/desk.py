"""A coordinator's desk: an organisation, a prison and the verbs of the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.volunteers.credentials import actions as papers
from vrijplaats.volunteers.file import actions, queries
from vrijplaats.volunteers.file.queries import FileView
from vrijplaats.volunteers.register.queries import EntryView, Wanted, entries
from vrijplaats.volunteers.rules import VolunteerStatus


@dataclass(frozen=True, slots=True)
class Desk:
    """An organisation that comes to one prison, and its coordinator."""

    world: World
    facility: UUID
    organisation: UUID
    anja: Actor

    async def volunteer(self, name: str | None = None, **register: Any) -> Actor:
        return await self.world.a_volunteer(self.organisation, name, admitted=[self.facility], **register)

    async def file(self, volunteer: Actor) -> FileView:
        assert volunteer.volunteer_id is not None
        async with db.transaction(self.anja, read_only=True):
            found = await queries.volunteer_file(self.anja, volunteer.volunteer_id)
        assert found is not None
        return found

    async def set_status(self, volunteer: Actor, status: VolunteerStatus, since: date) -> None:
        assert volunteer.volunteer_id is not None
        async with db.transaction(self.anja):
            await actions.set_status(self.anja, volunteer_id=volunteer.volunteer_id, status=status, since=since)

    async def set_work(self, volunteer: Actor, **changed: Any) -> None:
        assert volunteer.volunteer_id is not None
        work = actions.Work(**changed)
        async with db.transaction(self.anja):
            await actions.set_work(self.anja, volunteer_id=volunteer.volunteer_id, work=work)

    async def set_place(self, volunteer: Actor, place: str | None) -> None:
        assert volunteer.volunteer_id is not None
        async with db.transaction(self.anja):
            await actions.set_person(self.anja, volunteer_id=volunteer.volunteer_id, gender=None, place=place)

    async def saw(self, volunteer: Actor, kind: str, valid_from: date, valid_until: date | None = None) -> UUID:
        assert volunteer.volunteer_id is not None
        seen = papers.Seen(kind=kind, issuer="Justis", profile="45", valid_from=valid_from, valid_until=valid_until)
        async with db.transaction(self.anja):
            return await papers.record_credential(self.anja, volunteer_id=volunteer.volunteer_id, seen=seen)

    async def listed(self, **wanted: Any) -> list[str]:
        async with db.transaction(self.anja, read_only=True):
            found = await entries(self.anja, Wanted(**wanted), most=100, after=None)
        assert found is not None
        views: list[EntryView] = found[0]
        assert found[1] == len(views)
        return [view.display_name for view in views]

    async def everybody(self) -> list[EntryView]:
        async with db.transaction(self.anja, read_only=True):
            found = await entries(self.anja, Wanted(), most=100, after=None)
        assert found is not None
        return found[0]

    async def needs(self, *papers: str, kind: str = "ONE_TO_ONE", facility: UUID | None = None) -> None:
        for paper in papers:
            await self.world.insert(
                "credential_requirement",
                organisation_id=self.organisation,
                activity_kind=kind,
                credential_kind=paper,
                facility_id=facility,
            )

    async def told(self, event: str) -> list[list[UUID]]:
        sql = "select recipients from outbox where organisation_id = $1 and event = $2 order by id"
        return [row["recipients"] for row in await self.world.rows(sql, self.organisation, event)]

    async def verbs(self) -> list[str]:
        sql = "select verb from history where organisation_id = $1 order by id"
        return [row["verb"] for row in await self.world.rows(sql, self.organisation)]


async def a_desk(world: World) -> Desk:
    """A fresh one."""
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    return Desk(world, facility, organisation, await world.a_coordinator(organisation, "Anja Mulder"))
