"""When a volunteer can, in the graph. What has to do with matches and visits is in matching.absence."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated
from uuid import UUID

import strawberry

from vrijplaats.core.graphql import (
    Info,
    InvalidInput,
    NotAllowedNow,
    NotFound,
    actor_of,
    uuid_of,
    uuid_or_none,
    verb,
)
from vrijplaats.volunteers import rules as register
from vrijplaats.volunteers.availability import actions, queries
from vrijplaats.volunteers.availability.queries import AvailabilityView
from vrijplaats.volunteers.availability.rules import DayPart, WeekPart


@strawberry.type
class Week:
    """Weekdays by the part of the day. 1 = Monday."""

    mornings: list[int]
    afternoons: list[int]
    evenings: list[int]

    @classmethod
    def of(cls, parts: Iterable[WeekPart]) -> "Week":
        known = list(parts)
        mornings, afternoons, evenings = ([each.weekday for each in known if each.part is part] for part in DayPart)
        return cls(mornings=mornings, afternoons=afternoons, evenings=evenings)


@strawberry.type
class AwayPeriod:
    """Days on which somebody is not there, the first and the last included."""

    first: date
    last: date

    @classmethod
    def of(cls, period: register.Period) -> "AwayPeriod":
        return cls(first=period.first, last=period.last)


@strawberry.type
class Pause:
    """Nobody new is asked of somebody for a while; what runs goes on. Without a last day it lasts until they say so."""

    starts_on: date
    ends_on: date | None

    @classmethod
    def of(cls, pause: register.Pause) -> "Pause":
        return cls(starts_on=pause.starts_on, ends_on=pause.ends_on)


@strawberry.type
class Availability:
    """What a volunteer says about when they can."""

    week: Week = strawberry.field(description="Empty when nothing was said.")
    visiting: Week = strawberry.field(description="When the prisons where they may enter receive visits.")
    away: list[AwayPeriod]
    pause: Pause | None
    capacity: int = strawberry.field(description="How many people they visit at most; 0 is nobody new.")
    carrying: int = strawberry.field(description="How many people they visit now.")

    @classmethod
    def of(cls, view: AvailabilityView) -> "Availability":
        return cls(
            week=Week.of(view.week),
            visiting=Week.of(view.visiting),
            away=[AwayPeriod.of(period) for period in view.away],
            pause=Pause.of(view.pause) if view.pause else None,
            capacity=view.capacity,
            carrying=view.carrying,
        )


@strawberry.input
class SetWeekInput:
    """The weekdays, 1 = Monday, on which the volunteer can in each part of the day; none at all says nothing. A
    coordinator names the volunteer."""

    mornings: list[int]
    afternoons: list[int]
    evenings: list[int]
    volunteer_id: strawberry.ID | None = None

    def parts(self) -> frozenset[WeekPart]:
        """The same as parts of the week."""
        days = zip(DayPart, (self.mornings, self.afternoons, self.evenings), strict=True)
        return frozenset(WeekPart(weekday, part) for part, weekdays in days for weekday in weekdays)


@strawberry.input
class SetCapacityInput:
    """How many people at most; 0 is nobody new. A coordinator names the volunteer."""

    capacity: int
    volunteer_id: strawberry.ID | None = None


@strawberry.input
class RemoveAwayInput:
    """The first day of the period. A coordinator names the volunteer."""

    first: date
    volunteer_id: strawberry.ID | None = None


@strawberry.type
class SetWeekSuccess:
    """The week is kept."""

    availability: Availability


@strawberry.type
class SetCapacitySuccess:
    """The number is kept."""

    availability: Availability


@strawberry.type
class RemoveAwaySuccess:
    """They are there after all."""

    availability: Availability


SetWeekResult = Annotated[SetWeekSuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("SetWeekResult")]
SetCapacityResult = Annotated[
    SetCapacitySuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("SetCapacityResult")
]
RemoveAwayResult = Annotated[RemoveAwaySuccess | NotAllowedNow | NotFound, strawberry.union("RemoveAwayResult")]


def whose(named: strawberry.ID | None) -> UUID | None:
    """The volunteer a coordinator names. Raises NotFound."""
    return None if named is None else uuid_of(named)


@strawberry.type
class Query:
    """When one can."""

    @strawberry.field
    async def my_availability(self, info: Info) -> Availability:
        """The volunteer's own, from today on."""
        return Availability.of(await queries.my_availability(actor_of(info)))

    @strawberry.field
    async def volunteer_availability(self, info: Info, volunteer_id: strawberry.ID) -> Availability | None:
        """The same of a volunteer of the own organisation, for its coordinators."""
        known = uuid_or_none(volunteer_id)
        view = await queries.availability_in_file(actor_of(info), known) if known else None
        return Availability.of(view) if view else None

    @strawberry.field
    async def my_pause(self, info: Info) -> Pause | None:
        """The pause in which the volunteer is today."""
        found = await queries.my_pause(actor_of(info))
        return Pause.of(found) if found else None


@strawberry.type
class Mutation:
    """Saying it."""

    @strawberry.mutation
    @verb
    async def set_week(self, info: Info, input: SetWeekInput) -> SetWeekResult:
        view = await actions.set_week(actor_of(info), parts=input.parts(), volunteer_id=whose(input.volunteer_id))
        return SetWeekSuccess(availability=Availability.of(view))

    @strawberry.mutation
    @verb
    async def set_capacity(self, info: Info, input: SetCapacityInput) -> SetCapacityResult:
        view = await actions.set_capacity(
            actor_of(info), capacity=input.capacity, volunteer_id=whose(input.volunteer_id)
        )
        return SetCapacitySuccess(availability=Availability.of(view))

    @strawberry.mutation
    @verb
    async def remove_away(self, info: Info, input: RemoveAwayInput) -> RemoveAwayResult:
        view = await actions.remove_away(actor_of(info), first=input.first, volunteer_id=whose(input.volunteer_id))
        return RemoveAwaySuccess(availability=Availability.of(view))
