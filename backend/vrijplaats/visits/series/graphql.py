"""A rhythm in the graph: which one a match has, how one would fall, and its verbs."""

from datetime import date, datetime
from typing import Annotated

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
from vrijplaats.visits.problems import DoubleBooked, FacilityBlocked, FacilityFull, NotAdmitted, OutsideVisitingHours
from vrijplaats.visits.series import actions, queries
from vrijplaats.visits.series.shown import SeriesOccurrence, VisitSeries


@strawberry.input
class SetRhythmInput:
    """Every 2 or 3 weeks, from this first time on, at the same time on the clock. `callOff` also calls off what the
    prison confirmed of the rhythm there was; what it did not answer yet moves along."""

    match_id: strawberry.ID
    every_weeks: int
    starts_at: datetime
    ends_at: datetime
    call_off: bool | None = None


@strawberry.input
class SetUsualWeeksInput:
    """2 or 3."""

    weeks: int


@strawberry.input
class StopSeriesInput:
    """Which match. `callOff` also calls off the visits that are planned."""

    match_id: strawberry.ID
    call_off: bool | None = None


@strawberry.input
class SkipOccurrenceInput:
    """Which match, and which day of its rhythm."""

    match_id: strawberry.ID
    day: date


@strawberry.input
class UnskipOccurrenceInput:
    """Which match, and which day of its rhythm."""

    match_id: strawberry.ID
    day: date


@strawberry.input
class MoveOccurrenceInput:
    """Which match, which day of its rhythm, and the other moment with a zone, inside visiting hours."""

    match_id: strawberry.ID
    day: date
    starts_at: datetime
    ends_at: datetime


@strawberry.type
class SetRhythmSuccess:
    """The rhythm that runs from now on."""

    series: VisitSeries


@strawberry.type
class StopSeriesSuccess:
    """The match that has no rhythm any more."""

    match_id: strawberry.ID


@strawberry.type
class SkipOccurrenceSuccess:
    """The rhythm as it is now."""

    series: VisitSeries


@strawberry.type
class UnskipOccurrenceSuccess:
    """The rhythm as it is now."""

    series: VisitSeries


@strawberry.type
class MoveOccurrenceSuccess:
    """The rhythm as it is now."""

    series: VisitSeries


@strawberry.type
class SeriesPreview:
    """How a rhythm would fall, before anything is kept."""

    occurrences: list[SeriesOccurrence]
    staying: list[SeriesOccurrence] = strawberry.field(
        description="Visits of the rhythm there is that the prison confirmed, on other days."
    )
    moving: int = strawberry.field(description="How many visits that the prison did not answer yet move along.")


@strawberry.type
class SetUsualWeeksSuccess:
    """With how many weeks the form begins."""

    usual_weeks: int


SetUsualWeeksResult = Annotated[SetUsualWeeksSuccess | InvalidInput, strawberry.union("SetUsualWeeksResult")]
SetRhythmResult = Annotated[
    SetRhythmSuccess | OutsideVisitingHours | InvalidInput | NotAllowedNow | NotFound,
    strawberry.union("SetRhythmResult"),
]
StopSeriesResult = Annotated[StopSeriesSuccess | NotAllowedNow | NotFound, strawberry.union("StopSeriesResult")]
SkipOccurrenceResult = Annotated[
    SkipOccurrenceSuccess | NotAllowedNow | NotFound, strawberry.union("SkipOccurrenceResult")
]
UnskipOccurrenceResult = Annotated[
    UnskipOccurrenceSuccess | NotAllowedNow | NotFound, strawberry.union("UnskipOccurrenceResult")
]
MoveOccurrenceResult = Annotated[
    MoveOccurrenceSuccess
    | DoubleBooked
    | OutsideVisitingHours
    | FacilityBlocked
    | FacilityFull
    | NotAdmitted
    | InvalidInput
    | NotAllowedNow
    | NotFound,
    strawberry.union("MoveOccurrenceResult"),
]


@strawberry.type
class Query:
    """What one should know before."""

    @strawberry.field
    async def usual_weeks(self, info: Info) -> int:
        """With how many weeks between two visits the form begins; the organisation chose it."""
        return await queries.usual_weeks(actor_of(info))

    @strawberry.field
    async def series_preview(
        self, info: Info, match_id: strawberry.ID, every_weeks: int, starts_at: datetime, ends_at: datetime
    ) -> SeriesPreview | None:
        """How this rhythm would fall for a running match of one's own."""
        actor, known = actor_of(info), uuid_or_none(match_id)
        if known is None:
            return None
        found = await queries.preview(actor, known, every_weeks=every_weeks, starts_at=starts_at, ends_at=ends_at)
        if found is None:
            return None
        return SeriesPreview(
            occurrences=[SeriesOccurrence.of(each, actor.locale) for each in found.occurrences],
            staying=[SeriesOccurrence.of(each, actor.locale) for each in found.staying],
            moving=found.moving,
        )


@strawberry.type
class Mutation:
    """The verbs of a rhythm."""

    @strawberry.mutation
    @verb
    async def set_usual_weeks(self, info: Info, input: SetUsualWeeksInput) -> SetUsualWeeksResult:
        """Coordinator: for appointments that are made from now on."""
        await actions.set_usual_weeks(actor_of(info), input.weeks)
        return SetUsualWeeksSuccess(usual_weeks=await queries.usual_weeks(actor_of(info)))

    @strawberry.mutation
    @verb
    async def set_rhythm(self, info: Info, input: SetRhythmInput) -> SetRhythmResult:
        view = await actions.set_rhythm(
            actor_of(info),
            match_id=uuid_of(input.match_id),
            every_weeks=input.every_weeks,
            starts_at=input.starts_at,
            ends_at=input.ends_at,
            call_off=bool(input.call_off),
        )
        return SetRhythmSuccess(series=VisitSeries.of(view))

    @strawberry.mutation
    @verb
    async def stop_series(self, info: Info, input: StopSeriesInput) -> StopSeriesResult:
        await actions.stop_series(actor_of(info), match_id=uuid_of(input.match_id), call_off=bool(input.call_off))
        return StopSeriesSuccess(match_id=input.match_id)

    @strawberry.mutation
    @verb
    async def skip_occurrence(self, info: Info, input: SkipOccurrenceInput) -> SkipOccurrenceResult:
        view = await actions.skip_occurrence(actor_of(info), match_id=uuid_of(input.match_id), day=input.day)
        return SkipOccurrenceSuccess(series=VisitSeries.of(view))

    @strawberry.mutation
    @verb
    async def unskip_occurrence(self, info: Info, input: UnskipOccurrenceInput) -> UnskipOccurrenceResult:
        view = await actions.unskip_occurrence(actor_of(info), match_id=uuid_of(input.match_id), day=input.day)
        return UnskipOccurrenceSuccess(series=VisitSeries.of(view))

    @strawberry.mutation
    @verb
    async def move_occurrence(self, info: Info, input: MoveOccurrenceInput) -> MoveOccurrenceResult:
        view = await actions.move_occurrence(
            actor_of(info),
            match_id=uuid_of(input.match_id),
            day=input.day,
            starts_at=input.starts_at,
            ends_at=input.ends_at,
        )
        return MoveOccurrenceSuccess(series=VisitSeries.of(view))
