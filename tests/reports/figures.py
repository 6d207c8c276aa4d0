"""Visits that were held, by the handful, for the tests of reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from tests.world import Ids, World
from vrijplaats.core.actor import Actor
from vrijplaats.core.clock import AMSTERDAM


@dataclass(frozen=True, slots=True)
class Circle:
    """An organisation with one volunteer and the people that volunteer visits."""

    organisation: UUID
    volunteer: Actor
    matches: Sequence[Ids]


async def a_circle(world: World, people: int = 5, name: str | None = None) -> Circle:
    """An organisation that visits this many people in prison."""
    facility = await world.a_facility()
    organisation = await world.an_organisation(name, facilities=[facility])
    volunteer = await world.a_volunteer(organisation, admitted=[facility], capacity=20)
    return Circle(organisation, volunteer, [await world.a_match(volunteer, facility) for _ in range(people)])


async def a_held_visit(
    world: World, match: Ids, starts_at: datetime, *, minutes: int = 50, outcome: str = "HELD"
) -> None:
    """A visit that was logged."""
    visit = await world.a_visit(match, starts_at, state="LOGGED")
    await world.insert(
        "visit_log",
        visit_id=visit.id,
        organisation_id=visit.organisation_id,
        outcome=outcome,
        minutes=minutes,
        setting="SUPERVISED_HALL",
        travel_kilometres=Decimal(10),
    )


async def a_quarter(world: World, circle: Circle, starts_at: datetime, *, minutes: int = 50) -> None:
    """One visit to each, two hours apart."""
    for number, match in enumerate(circle.matches):
        await a_held_visit(world, match, starts_at + timedelta(hours=2 * number), minutes=minutes)


def noon(year: int, month: int, day: int) -> datetime:
    """Noon in Amsterdam."""
    return datetime(year, month, day, 12, tzinfo=AMSTERDAM)
