"""Suggestions, invitations and matches in the graph, and the four verbs."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from vrijplaats.accounts.graphql import Facility, Organisation
from vrijplaats.core.access import require
from vrijplaats.core.actor import Role
from vrijplaats.core.graphql import (
    Connection,
    Info,
    InvalidInput,
    NotAllowedNow,
    NotFound,
    actor_of,
    connection_of,
    encode_cursor,
    load,
    uuid_of,
    uuid_or_none,
    verb,
)
from vrijplaats.matching import actions, companions, queries
from vrijplaats.matching.models import DeclineReason, MatchEndReason, MatchState, OfferState
from vrijplaats.matching.problems import (
    AlreadyMatched,
    AlreadyOffered,
    AtCapacity,
    NotEligible,
    OfferExpired,
    OfferTaken,
    OfferWithdrawn,
)
from vrijplaats.matching.ranking import Fit
from vrijplaats.matching.words import about, sentence
from vrijplaats.visits.graphql import Visit
from vrijplaats.volunteers.rules import ActivityKind

for each in (OfferState, MatchState, DeclineReason, MatchEndReason, Fit):
    strawberry.enum(each)
if not hasattr(ActivityKind, "__strawberry_definition__"):
    strawberry.enum(ActivityKind)


@strawberry.type
class Volunteer:
    """Somebody of the organisation's register."""

    id: strawberry.ID
    display_name: str
    place: str | None

    @classmethod
    def of(cls, view: queries.VolunteerView) -> "Volunteer":
        return cls(id=strawberry.ID(str(view.id)), display_name=view.display_name, place=view.place)


@strawberry.type
class Suggestion:
    """Somebody who can be asked; reasons and cares are sentences in the viewer's language."""

    volunteer: Volunteer
    score: int
    fit: Fit
    reasons: list[str]
    cares: list[str]
    already_offered: bool

    @classmethod
    def of(cls, view: queries.SuggestionView, locale: str) -> "Suggestion":
        return cls(
            volunteer=Volunteer.of(view.volunteer),
            score=view.score,
            fit=view.fit,
            reasons=[sentence(fact, locale) for fact in view.reasons],
            cares=[sentence(fact, locale) for fact in view.cares],
            already_offered=view.already_offered,
        )


@strawberry.type
class NotEligibleVolunteer:
    """Somebody who cannot be asked now, with one reason in words."""

    volunteer: Volunteer
    reason: str

    @classmethod
    def of(cls, view: queries.NotEligibleView, locale: str) -> "NotEligibleVolunteer":
        return cls(volunteer=Volunteer.of(view.volunteer), reason=about(view.obstacle, locale))


@strawberry.type
class Offer:
    """A request put to one volunteer; nothing in it tells who asks."""

    id: strawberry.ID
    state: OfferState
    expires_at: datetime
    answered_at: datetime | None
    created_at: datetime
    facility: Facility
    activity_kind: ActivityKind
    languages: list[str]
    waiting_days: int
    distance_kilometres: int | None
    reasons: list[str]
    volunteer: Volunteer
    note: str | None = strawberry.field(description="The practical note of the request, without names.")
    match_id: strawberry.ID | None
    visiting_weekdays: list[int] = strawberry.field(description="1 = Monday: days with visiting hours.")
    suitable_weekdays: list[int] = strawberry.field(description="Those of them that suit this volunteer.")

    @classmethod
    def of(cls, view: queries.OfferView, info: Info) -> "Offer":
        actor = actor_of(info)
        personal = actor.role is Role.VOLUNTEER
        return cls(
            id=strawberry.ID(str(view.id)),
            state=view.state,
            expires_at=view.expires_at,
            answered_at=view.answered_at,
            created_at=view.created_at,
            facility=Facility.of(view.facility),
            activity_kind=ActivityKind(view.activity_kind),
            languages=view.languages,
            waiting_days=view.waiting_days,
            distance_kilometres=view.distance_kilometres,
            reasons=[sentence(fact, actor.locale, personal=personal) for fact in view.reasons],
            volunteer=Volunteer.of(view.volunteer),
            note=view.note,
            match_id=strawberry.ID(str(view.match_id)) if view.match_id else None,
            visiting_weekdays=view.visiting_weekdays,
            suitable_weekdays=view.suitable_weekdays,
        )


@strawberry.type
class MatchedDetainee:
    """The first name is all a volunteer ever sees of a name."""

    given_name: str
    pseudonym: str


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
    async def visits_held(self, info: Info) -> int:
        return (await load(info, companions.visits, self.view.id)).held

    @strawberry.field
    async def next_visit(self, info: Info) -> Visit | None:
        view = (await load(info, companions.visits, self.view.id)).next
        return Visit.of(view) if view else None

    @strawberry.field
    async def last_visit(self, info: Info) -> Visit | None:
        view = (await load(info, companions.visits, self.view.id)).last
        return Visit.of(view) if view else None


@strawberry.input
class OfferRequestInput:
    """One to twenty volunteers, and until when they can answer: at most thirty days."""

    request_id: strawberry.ID
    volunteer_ids: list[strawberry.ID]
    expires_at: datetime


@strawberry.input
class AcceptOfferInput:
    """Yes."""

    offer_id: strawberry.ID


@strawberry.input
class DeclineOfferInput:
    """Not now. A reason is never needed."""

    offer_id: strawberry.ID
    reason: DeclineReason | None = None


@strawberry.input
class EndMatchInput:
    """Why it ended, without blame."""

    match_id: strawberry.ID
    reason: MatchEndReason


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
    """The match has ended."""

    match: Match


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
        return [Offer.of(view, info) for view in await queries.my_offers(actor)]

    @strawberry.field
    async def offer(self, info: Info, id: strawberry.ID) -> Offer | None:
        actor, known = actor_of(info), uuid_or_none(id)
        view = await queries.offer(actor, known) if known else None
        return Offer.of(view, info) if view else None

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
    async def organisation_matches(self, info: Info, first: int = 50, after: str | None = None) -> Connection[Match]:
        """The coordinator's matches, newest first."""
        actor = actor_of(info)
        require(actor, Role.COORDINATOR)
        views, total = await queries.organisation_matches(actor, first=first, after=after)
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
        views = await actions.offer_request(
            actor_of(info),
            request_id=uuid_of(input.request_id),
            volunteer_ids=[uuid_of(volunteer_id) for volunteer_id in input.volunteer_ids],
            expires_at=input.expires_at,
        )
        return OfferRequestSuccess(offers=[Offer.of(view, info) for view in views])

    @strawberry.mutation
    @verb
    async def accept_offer(self, info: Info, input: AcceptOfferInput) -> AcceptOfferResult:
        view = await actions.accept_offer(actor_of(info), offer_id=uuid_of(input.offer_id))
        return AcceptOfferSuccess(match=Match.of(view))

    @strawberry.mutation
    @verb
    async def decline_offer(self, info: Info, input: DeclineOfferInput) -> DeclineOfferResult:
        view = await actions.decline_offer(actor_of(info), offer_id=uuid_of(input.offer_id), reason=input.reason)
        return DeclineOfferSuccess(offer=Offer.of(view, info))

    @strawberry.mutation
    @verb
    async def end_match(self, info: Info, input: EndMatchInput) -> EndMatchResult:
        view = await actions.end_match(actor_of(info), match_id=uuid_of(input.match_id), reason=input.reason)
        return EndMatchSuccess(match=Match.of(view))
