"""Prisons in the graph."""

from datetime import datetime
from typing import Self

import strawberry

from vrijplaats.accounts.graphql import Facility, Organisation
from vrijplaats.core.access import own_facility
from vrijplaats.core.graphql import Info, actor_of, uuid_or_none
from vrijplaats.facilities import queries
from vrijplaats.facilities.rules import Moment, Slot

__all__ = ["Facility", "Organisation", "Query", "VisitingMoment", "VisitingSlot"]


@strawberry.type
class VisitingSlot:
    """Weekly visiting hours; 1 = Monday, times as on the clock in Amsterdam."""

    id: strawberry.ID
    weekday: int
    starts_at: str
    ends_at: str
    capacity: int

    @classmethod
    def of(cls, slot: Slot) -> Self:
        return cls(
            id=strawberry.ID(str(slot.id)),
            weekday=slot.weekday,
            starts_at=f"{slot.starts:%H:%M}",
            ends_at=f"{slot.ends:%H:%M}",
            capacity=slot.capacity,
        )


@strawberry.type
class VisitingMoment:
    """A moment at which a visit could be: visiting hours on one day that is not blocked."""

    starts_at: datetime
    ends_at: datetime
    places_left: int

    @classmethod
    def of(cls, moment: Moment) -> Self:
        return cls(starts_at=moment.starts_at, ends_at=moment.ends_at, places_left=moment.places_left)


@strawberry.type
class Query:
    """What one may ask about prisons."""

    @strawberry.field
    async def visiting_hours(self, info: Info, facility_id: strawberry.ID) -> list[VisitingSlot]:
        """The hours of a prison where you work or are active; empty for any other."""
        actor, known = actor_of(info), uuid_or_none(facility_id)
        return [VisitingSlot.of(slot) for slot in await queries.visiting_hours(actor, known)] if known else []

    @strawberry.field
    async def active_organisations(self, info: Info) -> list[Organisation]:
        """Staff: who is active at the facility, for the form."""
        actor = actor_of(info)
        return [Organisation.of(view) for view in await queries.active_organisations(actor, own_facility(actor))]
