"""Transfer and release in the graph: what a prison reports, and how a match goes on."""

from typing import Annotated

import strawberry

from vrijplaats.accounts.graphql import Facility
from vrijplaats.core.access import require
from vrijplaats.core.actor import Role
from vrijplaats.core.graphql import Info, InvalidInput, NotAllowedNow, NotFound, actor_of, uuid_of, uuid_or_none, verb
from vrijplaats.matching.continuity import actions, near, queries
from vrijplaats.matching.continuity.inputs import (
    AnswerTakeOverInput,
    HandBackMatchInput,
    HandOverMatchInput,
    KeepMatchInput,
    NoteMeetingInput,
    ReportDepartureInput,
    SayWishInput,
    TaperMatchInput,
    UndoDepartureInput,
)
from vrijplaats.matching.continuity.rules import Report
from vrijplaats.matching.continuity.shown import Departure, MatchCounts, NearVolunteer, TakeOver
from vrijplaats.matching.graphql import Match
from vrijplaats.matching.queries import match_counts, matches_in_review, matches_outside


@strawberry.type
class ReportDepartureSuccess:
    """The organisations know."""

    departure: Departure


@strawberry.type
class UndoDepartureSuccess:
    """Everything goes on as it was."""

    departure_id: strawberry.ID


@strawberry.type
class KeepMatchSuccess:
    """The match goes on at the new prison."""

    match: Match


@strawberry.type
class HandOverMatchSuccess:
    """Somebody else is looked for."""

    match: Match


@strawberry.type
class HandBackMatchSuccess:
    """The wish waits for everybody, or will from the day on."""

    match: Match


@strawberry.type
class AnswerTakeOverSuccess:
    """It was said; what is still theirs to answer or to do."""

    take_overs: list[TakeOver]


@strawberry.type
class TaperMatchSuccess:
    """The match goes on outside."""

    match: Match


@strawberry.type
class SayWishSuccess:
    """The coordinator knows."""

    match: Match


@strawberry.type
class NoteMeetingSuccess:
    """It was noted."""

    match: Match


ReportDepartureResult = Annotated[
    ReportDepartureSuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("ReportDepartureResult")
]
UndoDepartureResult = Annotated[
    UndoDepartureSuccess | NotAllowedNow | NotFound, strawberry.union("UndoDepartureResult")
]
KeepMatchResult = Annotated[KeepMatchSuccess | NotAllowedNow | NotFound, strawberry.union("KeepMatchResult")]
HandOverMatchResult = Annotated[
    HandOverMatchSuccess | NotAllowedNow | NotFound, strawberry.union("HandOverMatchResult")
]
HandBackMatchResult = Annotated[
    HandBackMatchSuccess | NotAllowedNow | NotFound, strawberry.union("HandBackMatchResult")
]
AnswerTakeOverResult = Annotated[
    AnswerTakeOverSuccess | NotAllowedNow | NotFound, strawberry.union("AnswerTakeOverResult")
]
TaperMatchResult = Annotated[TaperMatchSuccess | NotAllowedNow | NotFound, strawberry.union("TaperMatchResult")]
SayWishResult = Annotated[SayWishSuccess | NotAllowedNow | NotFound, strawberry.union("SayWishResult")]
NoteMeetingResult = Annotated[NoteMeetingSuccess | NotAllowedNow | NotFound, strawberry.union("NoteMeetingResult")]


@strawberry.type
class Query:
    """What was reported from here."""

    @strawberry.field
    async def departures(self, info: Info) -> list[Departure]:
        """Staff: what was reported from here and can still be taken back, the latest first."""
        return [Departure.of(view) for view in await queries.departures(actor_of(info))]

    @strawberry.field
    async def match_counts(self, info: Info) -> MatchCounts:
        """Coordinator: how many matches there are, however many of them a list shows."""
        actor = actor_of(info)
        require(actor, Role.COORDINATOR)
        return MatchCounts(**await match_counts(actor))

    @strawberry.field
    async def matches_in_review(self, info: Info, first: int = 100) -> list[Match]:
        """Coordinator: the matches for which it is to be chosen how to go on, those of which the day comes first on
        top; so many, at most a thousand."""
        actor = actor_of(info)
        require(actor, Role.COORDINATOR)
        return [Match.of(view) for view in await matches_in_review(actor, first)]

    @strawberry.field
    async def matches_outside(self, info: Info, first: int = 100) -> list[Match]:
        """Coordinator: the matches that go on outside, for which somebody nearer can still be asked, those that end
        first on top; so many, at most a thousand."""
        actor = actor_of(info)
        require(actor, Role.COORDINATOR)
        return [Match.of(view) for view in await matches_outside(actor, first)]

    @strawberry.field
    async def near_home(self, info: Info, match_id: strawberry.ID) -> list[NearVolunteer]:
        """Coordinator: who could take over a match after a release, the nearest to the new home first."""
        known = uuid_or_none(match_id)
        actor = actor_of(info)
        require(actor, Role.COORDINATOR)
        return [NearVolunteer.of(view) for view in await near.near_home(actor, known)] if known else []

    @strawberry.field
    async def my_take_overs(self, info: Info) -> list[TakeOver]:
        """Volunteer: what they are asked to take over, and what they said yes to and have not begun."""
        return [TakeOver.of(view) for view in await near.take_overs(actor_of(info))]

    @strawberry.field
    async def other_facilities(self, info: Info) -> list[Facility]:
        """Staff: where somebody may go to."""
        return [Facility.of(view) for view in await queries.other_facilities(actor_of(info))]


@strawberry.type
class Mutation:
    """The verbs of going on."""

    @strawberry.mutation
    @verb
    async def report_departure(self, info: Info, input: ReportDepartureInput) -> ReportDepartureResult:
        """Staff: somebody with a running match or an open request leaves."""
        report = Report(
            kind=input.kind,
            day=input.day,
            to_facility_id=await queries.facility_called(input.to_facility) if input.to_facility else None,
            to_place=input.to_place,
        )
        view = await actions.report_departure(actor_of(info), request_id=uuid_of(input.request_id), report=report)
        return ReportDepartureSuccess(departure=Departure.of(view))

    @strawberry.mutation
    @verb
    async def undo_departure(self, info: Info, input: UndoDepartureInput) -> UndoDepartureResult:
        """Staff: taken back, while nobody acted on it."""
        await actions.undo_departure(actor_of(info), departure_id=uuid_of(input.departure_id))
        return UndoDepartureSuccess(departure_id=input.departure_id)

    @strawberry.mutation
    @verb
    async def keep_match(self, info: Info, input: KeepMatchInput) -> KeepMatchResult:
        view = await actions.keep_match(actor_of(info), match_id=uuid_of(input.match_id))
        return KeepMatchSuccess(match=Match.of(view))

    @strawberry.mutation
    @verb
    async def hand_over_match(self, info: Info, input: HandOverMatchInput) -> HandOverMatchResult:
        actor, match_id = actor_of(info), uuid_of(input.match_id)
        if input.volunteer_id is not None:
            asked = uuid_of(input.volunteer_id)
            view = await actions.ask_to_take_over(actor, match_id=match_id, volunteer_id=asked)
        else:
            view = await actions.hand_over_match(actor, match_id=match_id, together=input.together)
        return HandOverMatchSuccess(match=Match.of(view))

    @strawberry.mutation
    @verb
    async def hand_back_match(self, info: Info, input: HandBackMatchInput) -> HandBackMatchResult:
        view = await actions.hand_back_match(actor_of(info), match_id=uuid_of(input.match_id))
        return HandBackMatchSuccess(match=Match.of(view))

    @strawberry.mutation
    @verb
    async def answer_take_over(self, info: Info, input: AnswerTakeOverInput) -> AnswerTakeOverResult:
        """Volunteer: yes or no to taking over after a release."""
        actor = actor_of(info)
        left = await actions.answer_take_over(actor, match_id=uuid_of(input.match_id), yes=input.yes)
        return AnswerTakeOverSuccess(take_overs=[TakeOver.of(view) for view in left])

    @strawberry.mutation
    @verb
    async def taper_match(self, info: Info, input: TaperMatchInput) -> TaperMatchResult:
        view = await actions.taper_match(actor_of(info), match_id=uuid_of(input.match_id))
        return TaperMatchSuccess(match=Match.of(view))

    @strawberry.mutation
    @verb
    async def say_wish(self, info: Info, input: SayWishInput) -> SayWishResult:
        view = await actions.say_wish(actor_of(info), match_id=uuid_of(input.match_id), wish=input.wish)
        return SayWishSuccess(match=Match.of(view))

    @strawberry.mutation
    @verb
    async def note_meeting(self, info: Info, input: NoteMeetingInput) -> NoteMeetingResult:
        view = await actions.note_meeting(actor_of(info), match_id=uuid_of(input.match_id))
        return NoteMeetingSuccess(match=Match.of(view))
