""" "Bel mij" in the graph."""

from datetime import datetime
from typing import Annotated

import strawberry

from vrijplaats.core.graphql import Info, NotAllowedNow, NotFound, actor_of, uuid_of, verb
from vrijplaats.volunteers.calls import actions, queries
from vrijplaats.volunteers.calls.queries import CallView
from vrijplaats.volunteers.calls.rules import CallUrgency

strawberry.enum(CallUrgency)


@strawberry.type
class CallRequest:
    """A volunteer asks to be called; what about is for the call itself."""

    id: strawberry.ID
    urgency: CallUrgency
    asked_at: datetime
    volunteer_name: str
    phone: str | None = strawberry.field(description="Coordinator only; E.164, null when the volunteer gave none.")
    taken_by: str | None = strawberry.field(description="The coordinator who said they call.")
    taken_by_me: bool
    called_at: datetime | None

    @classmethod
    def of(cls, view: CallView) -> "CallRequest":
        return cls(
            id=strawberry.ID(str(view.id)),
            urgency=view.urgency,
            asked_at=view.asked_at,
            volunteer_name=view.volunteer_name,
            phone=view.phone,
            taken_by=view.taken_by,
            taken_by_me=view.taken_by_me,
            called_at=view.called_at,
        )


@strawberry.input
class AskForCallInput:
    """How soon."""

    urgency: CallUrgency


@strawberry.input
class CallRequestInput:
    """Which question."""

    call_request_id: strawberry.ID


@strawberry.type
class AskForCallSuccess:
    """The coordinators know."""

    call_request: CallRequest


@strawberry.type
class TakeCallRequestSuccess:
    """The volunteer knows who calls."""

    call_request: CallRequest


@strawberry.type
class MarkCalledSuccess:
    """Nobody has to call any more."""

    call_request: CallRequest


@strawberry.type
class UndoCalledSuccess:
    """Somebody has still to call."""

    call_request: CallRequest


@strawberry.type
class WithdrawCallRequestSuccess:
    """Nobody has to call any more."""

    call_request_id: strawberry.ID


AskForCallResult = Annotated[AskForCallSuccess | NotFound, strawberry.union("AskForCallResult")]
TakeCallRequestResult = Annotated[
    TakeCallRequestSuccess | NotAllowedNow | NotFound, strawberry.union("TakeCallRequestResult")
]
MarkCalledResult = Annotated[MarkCalledSuccess | NotAllowedNow | NotFound, strawberry.union("MarkCalledResult")]
UndoCalledResult = Annotated[UndoCalledSuccess | NotAllowedNow | NotFound, strawberry.union("UndoCalledResult")]
WithdrawCallRequestResult = Annotated[
    WithdrawCallRequestSuccess | NotAllowedNow | NotFound, strawberry.union("WithdrawCallRequestResult")
]


@strawberry.type
class Query:
    """Who asks to be called."""

    @strawberry.field
    async def call_requests(self, info: Info) -> list[CallRequest]:
        """Those who wait, most urgent and longest first; then what the reader marked as called and can still undo."""
        return [CallRequest.of(view) for view in await queries.call_requests(actor_of(info))]

    @strawberry.field
    async def my_call_request(self, info: Info) -> CallRequest | None:
        """The volunteer's own open question."""
        view = await queries.my_call(actor_of(info))
        return CallRequest.of(view) if view else None


@strawberry.type
class Mutation:
    """Asking, taking back, and what coordinators do about it."""

    @strawberry.mutation
    @verb
    async def ask_for_call(self, info: Info, input: AskForCallInput) -> AskForCallResult:
        view = await actions.ask_for_call(actor_of(info), urgency=input.urgency)
        return AskForCallSuccess(call_request=CallRequest.of(view))

    @strawberry.mutation
    @verb
    async def withdraw_call_request(self, info: Info, input: CallRequestInput) -> WithdrawCallRequestResult:
        call_id = uuid_of(input.call_request_id)
        await actions.withdraw_call(actor_of(info), call_id=call_id)
        return WithdrawCallRequestSuccess(call_request_id=strawberry.ID(str(call_id)))

    @strawberry.mutation
    @verb
    async def take_call_request(self, info: Info, input: CallRequestInput) -> TakeCallRequestResult:
        view = await actions.take_call(actor_of(info), call_id=uuid_of(input.call_request_id))
        return TakeCallRequestSuccess(call_request=CallRequest.of(view))

    @strawberry.mutation
    @verb
    async def mark_called(self, info: Info, input: CallRequestInput) -> MarkCalledResult:
        view = await actions.mark_called(actor_of(info), call_id=uuid_of(input.call_request_id))
        return MarkCalledSuccess(call_request=CallRequest.of(view))

    @strawberry.mutation
    @verb
    async def undo_called(self, info: Info, input: CallRequestInput) -> UndoCalledResult:
        view = await actions.undo_called(actor_of(info), call_id=uuid_of(input.call_request_id))
        return UndoCalledSuccess(call_request=CallRequest.of(view))
