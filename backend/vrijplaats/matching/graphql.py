"""Suggestions, invitations and matches in the graph, and the four verbs."""

from datetime import date
from typing import Annotated
from uuid import UUID

import strawberry

from vrijplaats.accounts.graphql import Facility, Organisation
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.graphql import (
    Connection,
    Info,
    InvalidInput,
    NotAllowedNow,
    NotFound,
    actor_of,
    connection_of,
    encode_cursor,
    id_in,
    load,
    page_size,
    uuid_of,
    uuid_or_none,
    verb,
)
from vrijplaats.matching import actions, companions, queries
from vrijplaats.matching.continuity.shown import Departure, MatchReview, PreviousVolunteer
from vrijplaats.matching.inputs import AcceptOfferInput, DeclineOfferInput, EndMatchInput, OfferRequestInput
from vrijplaats.matching.models import MatchEndReason, MatchState, WishAfterEnd
from vrijplaats.matching.problems import (
    AlreadyMatched,
    AlreadyOffered,
    AtCapacity,
    NotEligible,
    OfferExpired,
    OfferTaken,
    OfferWithdrawn,
)
from vrijplaats.matching.shown import MatchedDetainee, NotEligibleVolunteer, Offer, Suggestion, Volunteer
from vrijplaats.matching.waves.graphql import Waves
from vrijplaats.visits.queries import match_summaries
from vrijplaats.visits.series.shown import VisitSeries
from vrijplaats.visits.shown import Visit
from vrijplaats.visits.views import MatchVisits
from vrijplaats.volunteers.availability.graphql import Pause
from vrijplaats.volunteers.graphql import ActivityKind

__all__ = ["Departure", "Match", "NotEligibleVolunteer", "Offer", "Suggestion", "Volunteer", "Waves"]


async def _visits_of(actor: Actor, match_ids: list[UUID]) -> list[MatchVisits]:
    found = await match_summaries(actor, match_ids)
    return [found[match_id] for match_id in match_ids]


@strawberry.type
class Match:
    """One volunteer and one detainee."""

    id: strawberry.ID
    state: MatchState
    facility: Facility
    activity_kind: ActivityKind
    started_on: date
    ended_on: date | None
    end_reason: MatchEndReason | None
    pseudonym: str
    volunteer: Volunteer
    organisation: Organisation
    coordinator_name: str | None
    outside_until: date | None
    wish_after_end: WishAfterEnd
    view: strawberry.Private[queries.MatchView]

    @classmethod
    def of(cls, view: queries.MatchView) -> "Match":
        return cls(
            id=strawberry.ID(str(view.id)),
            state=view.state,
            facility=Facility.of(view.facility),
            activity_kind=ActivityKind(view.activity_kind),
            started_on=view.started_on,
            ended_on=view.ended_on,
            end_reason=view.end_reason,
            pseudonym=view.pseudonym,
            volunteer=Volunteer.of(view.volunteer),
            organisation=Organisation.of(view.organisation),
            coordinator_name=view.coordinator_name,
            outside_until=view.outside_until,
            wish_after_end=view.wish_after_end,
            view=view,
        )

    @strawberry.field
    async def detainee(self, info: Info) -> MatchedDetainee | None:
        """For the matched volunteer and the coordinator while the match runs; each reading is audited."""
        if self.state is MatchState.ENDED:
            return None
        name = await load(info, companions.given_names, self.view.detainee_id)
        return MatchedDetainee(given_name=name, pseudonym=self.pseudonym) if name else None

    @strawberry.field
    async def pause(self, info: Info) -> Pause | None:
        """The volunteer's pause today: the match runs on without visits."""
        return Pause.of(found) if (found := await load(info, companions.pauses, self.view.volunteer.id)) else None

    @strawberry.field
    async def review(self, info: Info) -> MatchReview | None:
        """What happened to the person, and how people go on; null while nothing did."""
        return MatchReview.of(view) if (view := await load(info, companions.reviews, self.view.id)) else None

    @strawberry.field
    async def previous(self, info: Info) -> PreviousVolunteer | None:
        """Who visited before, when both go together once."""
        return PreviousVolunteer.of(view) if (view := await load(info, companions.previous, self.view.id)) else None

    @strawberry.field
    async def visits_held(self, info: Info) -> int:
        return (await load(info, _visits_of, self.view.id)).held

    @strawberry.field
    async def next_visit(self, info: Info) -> Visit | None:
        view = (await load(info, _visits_of, self.view.id)).next
        return Visit.of(view) if view else None

    @strawberry.field
    async def series(self, info: Info) -> VisitSeries | None:
        """The rhythm that was agreed on; null when there is none, or the match has ended."""
        return VisitSeries.of(view) if (view := await load(info, companions.series, self.view.id)) else None

    @strawberry.field
    async def last_visit(self, info: Info) -> Visit | None:
        view = (await load(info, _visits_of, self.view.id)).last
        return Visit.of(view) if view else None


@strawberry.type
class OfferRequestSuccess:
    """Everybody was asked."""

    offers: list[Offer]


@strawberry.type
class AcceptOfferSuccess:
    """It worked: the whole match, so that no second call is needed."""

    match: Match


@strawberry.type
class DeclineOfferSuccess:
    """That is fine too."""

    offer: Offer


@strawberry.type
class EndMatchSuccess:
    """The match has ended. `waits_again`: its wish waits for somebody else, or another one of the same person does."""

    match: Match
    waits_again: bool


OfferRequestResult = Annotated[
    OfferRequestSuccess | NotEligible | AlreadyMatched | AlreadyOffered | InvalidInput | NotAllowedNow | NotFound,
    strawberry.union("OfferRequestResult"),
]
AcceptOfferResult = Annotated[
    AcceptOfferSuccess
    | OfferTaken
    | OfferExpired
    | OfferWithdrawn
    | NotEligible
    | AtCapacity
    | NotAllowedNow
    | NotFound,
    strawberry.union("AcceptOfferResult"),
]
DeclineOfferResult = Annotated[
    DeclineOfferSuccess | OfferTaken | OfferExpired | OfferWithdrawn | NotAllowedNow | NotFound,
    strawberry.union("DeclineOfferResult"),
]
EndMatchResult = Annotated[EndMatchSuccess | NotAllowedNow | NotFound, strawberry.union("EndMatchResult")]


@strawberry.type
class Query:
    """What one may ask about invitations and matches."""

    @strawberry.field
    async def my_offers(self, info: Info) -> list[Offer]:
        """The volunteer's invitations: open ones first, then what was settled within the last day."""
        actor = actor_of(info)
        require(actor, Role.VOLUNTEER)
        return [Offer.of(view, actor) for view in await queries.my_offers(actor)]

    @strawberry.field
    async def offer(self, info: Info, id: strawberry.ID) -> Offer | None:
        actor, known = actor_of(info), uuid_or_none(id)
        view = await queries.offer(actor, known) if known else None
        return Offer.of(view, actor) if view else None

    @strawberry.field
    async def my_matches(self, info: Info) -> list[Match]:
        """The volunteer's matches, running ones first."""
        actor = actor_of(info)
        require(actor, Role.VOLUNTEER)
        return [Match.of(view) for view in await queries.my_matches(actor)]

    @strawberry.field
    async def match(self, info: Info, id: strawberry.ID) -> Match | None:
        actor, known = actor_of(info), uuid_or_none(id)
        view = await queries.match(actor, known) if known else None
        return Match.of(view) if view else None

    @strawberry.field
    async def organisation_matches(
        self, info: Info, first: int = 50, after: str | None = None, search: str | None = None
    ) -> Connection[Match]:
        """The coordinator's matches, newest first; `search`: words of a volunteer's name, a pseudonym or a place."""
        actor = actor_of(info)
        require(actor, Role.COORDINATOR)
        most, last = page_size(first) + 1, id_in(after)
        views, total = await queries.organisation_matches(actor, most=most, after=last, search=search or "")
        return connection_of(
            [Match.of(view) for view in views],
            first=first,
            total=total,
            cursor=lambda match: encode_cursor(match.id),
        )


@strawberry.type
class Mutation:
    """The verbs of invitations and matches."""

    @strawberry.mutation
    @verb
    async def offer_request(self, info: Info, input: OfferRequestInput) -> OfferRequestResult:
        actor = actor_of(info)
        views = await actions.offer_request(
            actor,
            request_id=uuid_of(input.request_id),
            volunteer_ids=[uuid_of(volunteer_id) for volunteer_id in input.volunteer_ids],
            expires_at=input.expires_at,
            waves=input.waves.as_rhythm() if input.waves else None,
        )
        return OfferRequestSuccess(offers=[Offer.of(view, actor) for view in views])

    @strawberry.mutation
    @verb
    async def accept_offer(self, info: Info, input: AcceptOfferInput) -> AcceptOfferResult:
        view = await actions.accept_offer(actor_of(info), offer_id=uuid_of(input.offer_id))
        return AcceptOfferSuccess(match=Match.of(view))

    @strawberry.mutation
    @verb
    async def decline_offer(self, info: Info, input: DeclineOfferInput) -> DeclineOfferResult:
        actor = actor_of(info)
        view = await actions.decline_offer(actor, offer_id=uuid_of(input.offer_id), reason=input.reason)
        return DeclineOfferSuccess(offer=Offer.of(view, actor))

    @strawberry.mutation
    @verb
    async def end_match(self, info: Info, input: EndMatchInput) -> EndMatchResult:
        ended = await actions.end_match(
            actor_of(info),
            match_id=uuid_of(input.match_id),
            reason=input.reason,
            waits_again=bool(input.waits_again),
        )
        return EndMatchSuccess(match=Match.of(ended.match), waits_again=ended.waits_again)
