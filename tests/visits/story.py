"""What the tests of visits have in common: a match at a prison, a clock that stands still, and the verbs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.world import Ids, World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.visits import actions
from vrijplaats.visits.rules import CancelCause, CancelSide, Log, VisitOutcome, VisitRegime, VisitSetting
from vrijplaats.visits.views import VisitView

# a Monday
MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def at(hour: int, minute: int = 0, *, day: int = 24, month: int = 11, year: int = 2026) -> datetime:
    """A time on the clock in Amsterdam; without a day that of tomorrow."""
    return datetime(year, month, day, hour, minute, tzinfo=AMSTERDAM)


@contextmanager
def on(moment: datetime = MORNING) -> Iterator[None]:
    """Let it be that moment."""
    with clock.travel(moment):
        yield


@dataclass(frozen=True, slots=True)
class Story:
    """One match with everybody around it."""

    world: World
    facility: UUID
    organisation: UUID
    volunteer: Actor
    coordinator: Actor
    staff: Actor
    match: Ids

    async def propose(self, starts_at: datetime, minutes: int = 60, *, match: UUID | None = None) -> VisitView:
        """The volunteer proposes a visit."""
        async with db.transaction(self.volunteer):
            return await actions.propose_visit(
                self.volunteer,
                match_id=match or self.match.id,
                starts_at=starts_at,
                ends_at=starts_at + timedelta(minutes=minutes),
            )

    async def confirm(
        self,
        visit: UUID,
        setting: VisitSetting = VisitSetting.SUPERVISED_HALL,
        regime: VisitRegime = VisitRegime.OFFICIAL,
    ) -> VisitView:
        """The facility's staff confirm it."""
        async with db.transaction(self.staff):
            return await actions.confirm_visit(self.staff, visit_id=visit, regime=regime, setting=setting)

    async def cancel(
        self,
        visit: UUID,
        actor: Actor | None = None,
        side: CancelSide = CancelSide.VOLUNTEER,
        cause: CancelCause = CancelCause.ILL,
    ) -> VisitView:
        """Somebody calls it off; the volunteer unless another is named."""
        actor = actor or self.volunteer
        async with db.transaction(actor):
            return await actions.cancel_visit(actor, visit_id=visit, side=side, cause=cause)

    async def log(self, visit: UUID, **changes: Any) -> VisitView:
        """The volunteer logs it."""
        async with db.transaction(self.volunteer):
            return await actions.log_visit(self.volunteer, visit_id=visit, log=a_log(**changes))

    async def outbox(self, event: str) -> list[dict[str, Any]]:
        """What was told about visits of this organisation."""
        sql = "select recipients, payload from outbox where organisation_id = $1 and event = $2 order by id"
        rows = await self.world.rows(sql, self.organisation, event)
        return [{**row, "payload": json.loads(row["payload"])} for row in rows]

    async def verbs(self) -> list[str]:
        """What the history says was done about visits of this organisation."""
        sql = "select verb from history where organisation_id = $1 and verb like 'visit.%' order by id"
        return [row["verb"] for row in await self.world.rows(sql, self.organisation)]

    async def places(self) -> int:
        """How many places are taken in the slots of the facility."""
        taken: int = await self.world.value("select count(*) from slot_place where facility_id = $1", self.facility)
        return taken


def a_log(**changes: Any) -> Log:
    """A visit that was held."""
    usual: dict[str, Any] = {
        "outcome": VisitOutcome.HELD,
        "minutes": 60,
        "setting": VisitSetting.SUPERVISED_HALL,
        "travel_kilometres": 24.5,
    }
    return Log(**(usual | changes))


async def a_story(world: World, *, facility: UUID | None = None, person: UUID | None = None, **match: Any) -> Story:
    """A new organisation with a volunteer, admitted and matched at the facility."""
    facility = facility or await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    volunteer = await world.a_volunteer(organisation, admitted=[facility], person=person)
    return Story(
        world=world,
        facility=facility,
        organisation=organisation,
        volunteer=volunteer,
        coordinator=await world.a_coordinator(organisation, "Anja Vos"),
        staff=await world.a_staff_member(facility),
        match=await world.a_match(volunteer, facility, **match),
    )
