"""Being away and pausing in the graph, with what it touches."""

from datetime import date
from typing import Annotated

import strawberry

from vrijplaats.core.graphql import Info, InvalidInput, NotAllowedNow, NotFound, actor_of, uuid_of, uuid_or_none, verb
from vrijplaats.matching.absence import actions, queries
from vrijplaats.matching.graphql import Match
from vrijplaats.visits.shown import Visit
from vrijplaats.volunteers.availability import actions as availability
from vrijplaats.volunteers.availability.graphql import Availability, whose
from vrijplaats.volunteers.rules import Period


@strawberry.type
class Absence:
    """What runs while the volunteer would not be there."""

    matches: list[Match]
    visits: list[Visit] = strawberry.field(description="Planned on those days; they can be called off.")
    open_offers: int = strawberry.field(description="Invitations that a pause withdraws.")

    @classmethod
    def of(cls, view: queries.AbsenceView) -> "Absence":
        return cls(
            matches=[Match.of(match) for match in view.matches],
            visits=[Visit.of(visit) for visit in view.visits],
            open_offers=view.open_offers,
        )


@strawberry.input
class AddAwayInput:
    """The first and the last day, both included; and the visits of those days that are called off. A coordinator names
    the volunteer."""

    first: date
    last: date
    visit_ids: list[strawberry.ID]
    volunteer_id: strawberry.ID | None = None


@strawberry.input
class StartPauseInput:
    """The last day of the pause, or none: until the volunteer says so. And the visits that are called off. A
    coordinator names the volunteer."""

    last: date | None = None
    visit_ids: list[strawberry.ID]
    volunteer_id: strawberry.ID | None = None


@strawberry.input
class EndPauseInput:
    """The volunteer is back from the pause that began on this day. A coordinator names them."""

    starts_on: date
    volunteer_id: strawberry.ID | None = None


@strawberry.type
class AddAwaySuccess:
    """It is kept, together with what touches it."""

    availability: Availability


@strawberry.type
class StartPauseSuccess:
    """Nobody new is asked until it is over."""

    availability: Availability


@strawberry.type
class EndPauseSuccess:
    """Whoever fits may be asked again."""

    availability: Availability


AddAwayResult = Annotated[AddAwaySuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("AddAwayResult")]
StartPauseResult = Annotated[
    StartPauseSuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("StartPauseResult")
]

EndPauseResult = Annotated[EndPauseSuccess | NotAllowedNow | NotFound, strawberry.union("EndPauseResult")]


@strawberry.type
class Query:
    """What one should know before, and where nobody is visited now."""

    @strawberry.field
    async def my_absence(self, info: Info, first: date, last: date | None = None) -> Absence:
        """What a volunteer's absence on these days would touch; without a last day everything from the first on."""
        return Absence.of(await queries.my_absence(actor_of(info), first, last))

    @strawberry.field
    async def volunteer_absence(
        self, info: Info, volunteer_id: strawberry.ID, first: date, last: date | None = None
    ) -> Absence | None:
        """The same of a volunteer of the own organisation, for its coordinators."""
        known = uuid_or_none(volunteer_id)
        view = await queries.absence_in_file(actor_of(info), known, first, last) if known else None
        return Absence.of(view) if view else None

    @strawberry.field
    async def paused_matches(self, info: Info) -> list[Match]:
        """Coordinator: matches that run on without visits, because the volunteer has a pause."""
        return [Match.of(match) for match in await queries.paused_matches(actor_of(info))]


@strawberry.type
class Mutation:
    """Being away, pausing and coming back."""

    @strawberry.mutation
    @verb
    async def add_away(self, info: Info, input: AddAwayInput) -> AddAwayResult:
        call_off = {uuid_of(visit_id) for visit_id in input.visit_ids}
        period = Period(input.first, input.last)
        view = await actions.be_away(
            actor_of(info), period=period, call_off=call_off, volunteer_id=whose(input.volunteer_id)
        )
        return AddAwaySuccess(availability=Availability.of(view))

    @strawberry.mutation
    @verb
    async def start_pause(self, info: Info, input: StartPauseInput) -> StartPauseResult:
        call_off = {uuid_of(visit_id) for visit_id in input.visit_ids}
        view = await actions.start_pause(
            actor_of(info), ends_on=input.last, call_off=call_off, volunteer_id=whose(input.volunteer_id)
        )
        return StartPauseSuccess(availability=Availability.of(view))

    @strawberry.mutation
    @verb
    async def end_pause(self, info: Info, input: EndPauseInput) -> EndPauseResult:
        view = await availability.end_pause(
            actor_of(info), starts_on=input.starts_on, volunteer_id=whose(input.volunteer_id)
        )
        return EndPauseSuccess(availability=Availability.of(view))
