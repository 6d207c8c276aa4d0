"""Wishes in the graph: lists for staff and coordinators, and the three verbs."""

from datetime import datetime
from typing import Annotated

import strawberry

from vrijplaats.accounts.graphql import Facility, Organisation
from vrijplaats.core.graphql import (
    Connection,
    Info,
    InvalidInput,
    NotAllowedNow,
    NotFound,
    actor_of,
    connection_of,
    load,
    locale_of,
    page_size,
    uuid_of,
    uuid_or_none,
    verb,
)
from vrijplaats.matching import companions
from vrijplaats.matching.graphql import Departure, NotEligibleVolunteer, Offer, Suggestion, Waves
from vrijplaats.requests import actions, erasing, queries, wish
from vrijplaats.requests.course.queries import courses
from vrijplaats.requests.course.shown import RequestEvent
from vrijplaats.requests.handover.queries import of_requests as hand_overs
from vrijplaats.requests.handover.shown import HandOver
from vrijplaats.requests.inbox.graphql import InboxFilter, wanted_of
from vrijplaats.requests.inputs import ClaimRequestInput, EraseDetaineeInput, RequestVisitInput, WithdrawRequestInput
from vrijplaats.requests.problems import (
    AlreadyClaimed,
    CitizenNumber,
    ConsentMissing,
    DuplicateRequest,
    PlanReference,
    StillMatched,
    StillWaiting,
)
from vrijplaats.requests.rules import RequestState
from vrijplaats.requests.shown import DetaineeMatch, DetaineeName
from vrijplaats.volunteers.graphql import ActivityKind, Denomination, Gender

strawberry.enum(RequestState)


@strawberry.type
class VisitRequest:
    """Somebody would like a volunteer."""

    id: strawberry.ID
    state: RequestState
    pseudonym: str
    facility: Facility
    activity_kind: ActivityKind
    languages: list[str]
    volunteer_gender: Gender | None
    activity_denomination: Denomination | None = strawberry.field(description="Of the chaplaincy that is asked for.")
    note: str | None
    waiting_days: int
    created_at: datetime
    organisation: Organisation | None = strawberry.field(
        description="Null: not claimed yet, every organisation that is active there may."
    )
    live_offers: int = strawberry.field(description="People who can still answer.")
    declined_offers: int = strawberry.field(description="People who said: not now.")
    silent_offers: int = strawberry.field(description="People who let their time pass without an answer.")
    claimed_by_me: bool
    name_erased: bool = strawberry.field(description="Staff: nobody can read the name any more.")
    released: bool = strawberry.field(
        description="Staff: they were released. It stands as ended, whatever goes on outside."
    )
    person_released: bool = strawberry.field(
        description="Staff: the person was released, whenever this request ended and whatever goes on outside."
    )
    view: strawberry.Private[queries.RequestView]

    @classmethod
    def of(cls, view: queries.RequestView, info: Info) -> "VisitRequest":
        """The request as this actor sees it."""
        return cls(
            id=strawberry.ID(str(view.id)),
            state=view.state,
            pseudonym=view.pseudonym,
            facility=Facility.of(view.facility),
            activity_kind=view.activity_kind,
            languages=list(view.languages),
            volunteer_gender=view.volunteer_gender,
            activity_denomination=view.activity_denomination,
            note=view.note,
            waiting_days=view.waiting_days,
            created_at=view.created_at,
            organisation=Organisation.of(view.organisation) if view.organisation else None,
            live_offers=view.live_offers,
            declined_offers=view.declined_offers,
            silent_offers=view.silent_offers,
            claimed_by_me=queries.is_claimed_by(actor_of(info), view),
            name_erased=view.name_erased,
            released=view.released,
            person_released=view.person_released,
            view=view,
        )

    @strawberry.field
    async def detainee(self, info: Info) -> DetaineeName | None:
        """For staff of the facility and the handling coordinator; each reading is audited; null for others."""
        name = await load(info, queries.detainee_names, self.view)
        if name is None:
            return None
        return DetaineeName(given_name=name.given_name, family_name=name.family_name, wing=name.wing)

    @strawberry.field
    async def leaving(self, info: Info) -> Departure | None:
        """Staff: it was reported that they leave, and the day has not come."""
        view = await load(info, companions.leaving, self.view.id)
        return Departure.of(view) if view else None

    @strawberry.field
    async def suggestions(self, info: Info, first: int | None = 5) -> list[Suggestion]:
        """Coordinator: who can be asked, best first."""
        found = await load(info, companions.candidates, self.view.id)
        return [Suggestion.of(view, locale_of(info)) for view in found.eligible[: page_size(first)]]

    @strawberry.field
    async def not_eligible(self, info: Info, first: int | None = 20) -> list[NotEligibleVolunteer]:
        """Coordinator: who is left out, each with one reason in words."""
        found = await load(info, companions.candidates, self.view.id)
        return [NotEligibleVolunteer.of(view, locale_of(info)) for view in found.not_eligible[: page_size(first)]]

    @strawberry.field
    async def eligible_count(self, info: Info) -> int:
        """Coordinator: how many can be asked."""
        return len((await load(info, companions.candidates, self.view.id)).eligible)

    @strawberry.field
    async def not_eligible_count(self, info: Info) -> int:
        """Coordinator: how many are left out."""
        return len((await load(info, companions.candidates, self.view.id)).not_eligible)

    @strawberry.field
    async def offers(self, info: Info) -> list[Offer]:
        """Coordinator: who was asked, in that order."""
        return [Offer.of(view, actor_of(info)) for view in await load(info, companions.offers, self.view.id)]

    @strawberry.field
    async def waves(self, info: Info) -> Waves | None:
        """Coordinator: how it goes on by itself, or why it does not any more; null when nobody chose that."""
        view = await load(info, companions.waves, self.view.id)
        return Waves.of(view) if view else None

    @strawberry.field
    async def hand_over(self, info: Info) -> HandOver | None:
        """Coordinator: the proposal that another organisation takes it over, while nobody has answered it."""
        view = await load(info, hand_overs, self.view.id)
        return HandOver.of(view) if view else None

    @strawberry.field
    async def course(self, info: Info) -> list[RequestEvent]:
        """Coordinator: what happened to it since it was asked for, the oldest first."""
        return [RequestEvent.of(view) for view in await load(info, courses, self.view.id)]


@strawberry.type
class RequestVisitSuccess:
    """The wish is on its way."""

    request: VisitRequest


@strawberry.type
class WithdrawRequestSuccess:
    """The wish was taken back."""

    request: VisitRequest


@strawberry.type
class ClaimRequestSuccess:
    """It is yours."""

    request: VisitRequest


@strawberry.type
class EraseDetaineeSuccess:
    """The name is gone for good."""

    request: VisitRequest


RequestVisitResult = Annotated[
    RequestVisitSuccess | ConsentMissing | PlanReference | CitizenNumber | DuplicateRequest | InvalidInput | NotFound,
    strawberry.union("RequestVisitResult"),
]
WithdrawRequestResult = Annotated[
    WithdrawRequestSuccess | NotAllowedNow | NotFound, strawberry.union("WithdrawRequestResult")
]
EraseDetaineeResult = Annotated[
    EraseDetaineeSuccess | StillMatched | StillWaiting | NotAllowedNow | NotFound,
    strawberry.union("EraseDetaineeResult"),
]
ClaimRequestResult = Annotated[ClaimRequestSuccess | AlreadyClaimed | NotFound, strawberry.union("ClaimRequestResult")]


@strawberry.type
class Query:
    """What one may ask about wishes."""

    @strawberry.field
    async def request_inbox(
        self, info: Info, first: int | None = 25, after: str | None = None, filter: InboxFilter | None = None
    ) -> Connection[VisitRequest]:
        """Coordinator: who waits for the own organisation or for any, longest first."""
        page = await queries.request_inbox(actor_of(info), first=first, after=after, wanted=wanted_of(filter))
        return _connection(page, info, first)

    @strawberry.field
    async def facility_requests(
        self, info: Info, first: int | None = 25, after: str | None = None
    ) -> Connection[VisitRequest]:
        """Staff: the facility's requests; who waits longest first, then what is settled."""
        page = await queries.facility_requests(actor_of(info), first=first, after=after)
        return _connection(page, info, first)

    @strawberry.field
    async def visit_request(self, info: Info, id: strawberry.ID) -> VisitRequest | None:
        """One request, for who may see it."""
        actor, known = actor_of(info), uuid_or_none(id)
        view = await queries.visit_request(actor, known) if known else None
        return VisitRequest.of(view, info) if view else None

    @strawberry.field
    async def recognise_detainee(
        self, info: Info, given_name: str, family_name: str, activity_kind: ActivityKind
    ) -> DetaineeMatch:
        """Staff: is this person known here already, is there an open request."""
        found = await queries.recognise_detainee(
            actor_of(info), given_name=given_name, family_name=family_name, activity_kind=activity_kind
        )
        open_request = strawberry.ID(str(found.open_request)) if found.open_request else None
        return DetaineeMatch(known=found.known, pseudonym=found.pseudonym, open_request=open_request)


@strawberry.type
class Mutation:
    """The verbs of a wish."""

    @strawberry.mutation
    @verb
    async def request_visit(self, info: Info, input: RequestVisitInput) -> RequestVisitResult:
        """Staff enters a detainee's own wish."""
        view = await actions.request_visit(
            actor_of(info),
            facility_id=uuid_of(input.facility_id),
            activity_kind=input.activity_kind,
            languages=input.languages,
            organisation_id=wish.organisation_named(input.organisation_id),
            volunteer_gender=input.volunteer_gender,
            activity_denomination=input.activity_denomination,
            note=input.note,
            detainee=input.detainee.as_typed() if input.detainee else None,
            detainee_id=uuid_of(input.detainee_id) if input.detainee_id is not None else None,
            consent=input.consent,
        )
        return RequestVisitSuccess(request=VisitRequest.of(view, info))

    @strawberry.mutation
    @verb
    async def withdraw_request(self, info: Info, input: WithdrawRequestInput) -> WithdrawRequestResult:
        """Staff takes a wish back, any time before there is a match."""
        view = await actions.withdraw_request(actor_of(info), request_id=uuid_of(input.request_id), reason=input.reason)
        return WithdrawRequestSuccess(request=VisitRequest.of(view, info))

    @strawberry.mutation
    @verb
    async def erase_detainee(self, info: Info, input: EraseDetaineeInput) -> EraseDetaineeResult:
        """Staff erases the name behind a request for good; asks for a fresh passkey."""
        view = await erasing.erase_detainee(
            actor_of(info), request_id=uuid_of(input.request_id), withdraw=input.withdraw
        )
        return EraseDetaineeSuccess(request=VisitRequest.of(view, info))

    @strawberry.mutation
    @verb
    async def claim_request(self, info: Info, input: ClaimRequestInput) -> ClaimRequestResult:
        """A coordinator takes on an unclaimed request; the first one has it."""
        view = await actions.claim_request(actor_of(info), request_id=uuid_of(input.request_id))
        return ClaimRequestSuccess(request=VisitRequest.of(view, info))


def _connection(page: queries.RequestPage, info: Info, first: int | None) -> Connection[VisitRequest]:
    nodes = [VisitRequest.of(view, info) for view in page.requests]
    return connection_of(nodes, first=first, total=page.total, cursor=lambda node: node.view.cursor)
