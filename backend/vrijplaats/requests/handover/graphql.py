"""Giving a request out of one's hands, in the graph: back to everybody, or over to another organisation."""

from typing import Annotated

import strawberry

from vrijplaats.accounts.graphql import Organisation
from vrijplaats.core.graphql import Info, NotAllowedNow, NotFound, actor_of, uuid_of, uuid_or_none, verb
from vrijplaats.requests.graphql import VisitRequest
from vrijplaats.requests.handover import actions, queries
from vrijplaats.requests.handover.shown import HandOverInput, ProposeHandOverInput, ReleaseRequestInput
from vrijplaats.requests.queries import visit_requests


@strawberry.type
class ReleaseRequestSuccess:
    """Every organisation that works there sees it again."""

    request: VisitRequest


@strawberry.type
class ProposeHandOverSuccess:
    """The other organisation sees it now; until they answer it stays here."""

    request: VisitRequest


@strawberry.type
class WithdrawHandOverSuccess:
    """It stays here."""

    request: VisitRequest


@strawberry.type
class AcceptHandOverSuccess:
    """It is yours."""

    request: VisitRequest


@strawberry.type
class DeclineHandOverSuccess:
    """It stays with the other organisation; `handOverId` is the proposal that was declined."""

    hand_over_id: strawberry.ID


ReleaseRequestResult = Annotated[
    ReleaseRequestSuccess | NotAllowedNow | NotFound, strawberry.union("ReleaseRequestResult")
]
ProposeHandOverResult = Annotated[
    ProposeHandOverSuccess | NotAllowedNow | NotFound, strawberry.union("ProposeHandOverResult")
]
WithdrawHandOverResult = Annotated[
    WithdrawHandOverSuccess | NotAllowedNow | NotFound, strawberry.union("WithdrawHandOverResult")
]
AcceptHandOverResult = Annotated[
    AcceptHandOverSuccess | NotAllowedNow | NotFound, strawberry.union("AcceptHandOverResult")
]
DeclineHandOverResult = Annotated[
    DeclineHandOverSuccess | NotAllowedNow | NotFound, strawberry.union("DeclineHandOverResult")
]


@strawberry.type
class Query:
    """What is proposed, and to whom one can propose."""

    @strawberry.field
    async def proposed_to_us(self, info: Info) -> list[VisitRequest]:
        """Coordinator: the requests that other organisations ask this one to take over."""
        actor = actor_of(info)
        proposals = await queries.incoming(actor)
        found = await visit_requests(actor, [each.request_id for each in proposals])
        return [VisitRequest.of(found[each.request_id], info) for each in proposals if each.request_id in found]

    @strawberry.field
    async def hand_over_choices(self, info: Info, request_id: strawberry.ID) -> list[Organisation]:
        """Coordinator: the other organisations that work at the prison of this request today."""
        known = uuid_or_none(request_id)
        found = await queries.organisations_for(actor_of(info), known) if known else []
        return [Organisation.of(each) for each in found]


@strawberry.type
class Mutation:
    """The verbs."""

    @strawberry.mutation
    @verb
    async def release_request(self, info: Info, input: ReleaseRequestInput) -> ReleaseRequestResult:
        """Coordinator: back to every organisation that works there."""
        view = await actions.release_request(actor_of(info), request_id=uuid_of(input.request_id))
        return ReleaseRequestSuccess(request=VisitRequest.of(view, info))

    @strawberry.mutation
    @verb
    async def propose_hand_over(self, info: Info, input: ProposeHandOverInput) -> ProposeHandOverResult:
        """Coordinator: asks another organisation to take a request over."""
        view = await actions.propose_hand_over(
            actor_of(info), request_id=uuid_of(input.request_id), organisation_id=uuid_of(input.organisation_id)
        )
        return ProposeHandOverSuccess(request=VisitRequest.of(view, info))

    @strawberry.mutation
    @verb
    async def withdraw_hand_over(self, info: Info, input: HandOverInput) -> WithdrawHandOverResult:
        """Coordinator: takes the own proposal back."""
        view = await actions.withdraw_hand_over(actor_of(info), hand_over_id=uuid_of(input.hand_over_id))
        return WithdrawHandOverSuccess(request=VisitRequest.of(view, info))

    @strawberry.mutation
    @verb
    async def accept_hand_over(self, info: Info, input: HandOverInput) -> AcceptHandOverResult:
        """Coordinator: takes over what another organisation proposed."""
        view = await actions.accept_hand_over(actor_of(info), hand_over_id=uuid_of(input.hand_over_id))
        return AcceptHandOverSuccess(request=VisitRequest.of(view, info))

    @strawberry.mutation
    @verb
    async def decline_hand_over(self, info: Info, input: HandOverInput) -> DeclineHandOverResult:
        """Coordinator: does not take it over."""
        await actions.decline_hand_over(actor_of(info), hand_over_id=uuid_of(input.hand_over_id))
        return DeclineHandOverSuccess(hand_over_id=input.hand_over_id)
