"""Messages to a selection of volunteers in the graph, for coordinators."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import strawberry

from vrijplaats.core.graphql import (
    Info,
    InvalidInput,
    NotAllowedNow,
    NotFound,
    Problem,
    actor_of,
    encode_cursor,
    name_in,
    page_size,
    problem,
    uuid_of,
    uuid_or_none,
    verb,
)
from vrijplaats.notices.messages import actions, queries, rules
from vrijplaats.notices.messages.rules import MessageState
from vrijplaats.requests.problems import CitizenNumber, PlanReference
from vrijplaats.volunteers.graphql import ActivityKind, VolunteerStatus
from vrijplaats.volunteers.register.queries import Wanted

strawberry.enum(MessageState)
_NOWHERE = UUID(int=0)  # what cannot be an id is where nobody comes


@strawberry.type
@problem(rules.SelectionChanged)
class SelectionChanged(Problem):
    """Others are meant now than when one looked."""

    count: int


@strawberry.type
@problem(rules.TooManyMessages)
class TooManyMessages(Problem):
    """Enough for today."""


@strawberry.input
class RegisterFilter:
    """What the register is narrowed by, as in `register`."""

    ending: bool
    statuses: list[VolunteerStatus] | None = None
    search: str | None = None
    facility_id: strawberry.ID | None = None
    kind: ActivityKind | None = None
    language: str | None = None
    paused: bool | None = None
    joined: bool | None = None

    def as_wanted(self) -> Wanted:
        """For the query."""
        return Wanted(
            statuses=self.statuses,
            search=self.search,
            facility_id=None if self.facility_id is None else uuid_or_none(self.facility_id) or _NOWHERE,
            kind=self.kind,
            language=self.language,
            ending=self.ending,
            paused=self.paused,
            joined=self.joined,
        )


@strawberry.input
class MessageSelection:
    """For whom: these volunteers, or everybody the filter leaves; one of both."""

    volunteer_ids: list[strawberry.ID] | None = None
    filter: RegisterFilter | None = None

    def as_selection(self) -> queries.Selection:
        """For the query; raises InvalidInput."""
        if (self.volunteer_ids is None) is (self.filter is None):
            raise rules.one_of_both()
        ids = None if self.volunteer_ids is None else tuple(uuid_of(each) for each in self.volunteer_ids)
        return queries.Selection(volunteer_ids=ids, wanted=self.filter.as_wanted() if self.filter else None)


@strawberry.type
class MessagePreview:
    """For how many it would be, the first of them by name, and how many have no account to read it with."""

    count: int
    names: list[str]
    unreached: int


@strawberry.type
class MessageCount:
    """For how many people it stands so."""

    state: MessageState
    count: int


@strawberry.type
class MessageRecipient:
    """What became of it for one volunteer, and when."""

    volunteer_id: strawberry.ID
    display_name: str
    state: MessageState
    at: datetime | None


@strawberry.type
class MessageRecipients:
    """A page of them; `after` is where the next one goes on."""

    recipients: list[MessageRecipient]
    after: str | None


@strawberry.type
class SentMessage:
    """A message that was sent, and how far it came."""

    id: strawberry.ID
    text: str
    created_at: datetime
    cancelled_at: datetime | None
    sent_by: str
    mine: bool
    counts: list[MessageCount]

    @classmethod
    def of(cls, view: queries.MessageView) -> "SentMessage":
        same = ("text", "created_at", "cancelled_at", "sent_by", "mine")
        counts = [MessageCount(state=each, count=view.counts[each]) for each in MessageState if each in view.counts]
        return cls(id=strawberry.ID(str(view.id)), counts=counts, **{name: getattr(view, name) for name in same})


@strawberry.input
class SendMessageInput:
    """A short text, for whom, and for how many one saw that it is."""

    text: str
    selection: MessageSelection
    expected: int


@strawberry.input
class StopMessageInput:
    """Which one."""

    message_id: strawberry.ID


@strawberry.type
class SendMessageSuccess:
    """It goes in a minute."""

    sent: SentMessage


@strawberry.type
class StopMessageSuccess:
    """Who does not have it yet is not brought it any more."""

    sent: SentMessage


SendMessageResult = Annotated[
    SendMessageSuccess | InvalidInput | PlanReference | CitizenNumber | SelectionChanged | TooManyMessages | NotFound,
    strawberry.union("SendMessageResult"),
]
StopMessageResult = Annotated[StopMessageSuccess | NotAllowedNow | NotFound, strawberry.union("StopMessageResult")]


@strawberry.type
class Query:
    """For whom, and what became of it."""

    @strawberry.field
    async def message_preview(self, info: Info, selection: MessageSelection) -> MessagePreview | None:
        """For whom it would be; null when one of them is nobody here."""
        view = await queries.preview(actor_of(info), selection.as_selection())
        return MessagePreview(count=view.count, names=view.names, unreached=view.unreached) if view else None

    @strawberry.field
    async def sent_messages(self, info: Info) -> list[SentMessage]:
        """Those of the organisation of the last ninety days, the newest first; fifty at most."""
        return [SentMessage.of(view) for view in await queries.messages(actor_of(info))]

    @strawberry.field
    async def message_recipients(
        self,
        info: Info,
        message_id: strawberry.ID,
        state: MessageState | None = None,
        first: int | None = None,
        after: str | None = None,
    ) -> MessageRecipients | None:
        """For whom one was, by name; those of one state, or all. Null when there is no such message."""
        actor, identifier, most = actor_of(info), uuid_or_none(message_id), page_size(first)
        if identifier is None or await queries.message(actor, identifier) is None:
            return None
        views = await queries.recipients(actor, identifier, state=state, most=most + 1, after=name_in(after))
        last = views[most - 1] if len(views) > most else None
        return MessageRecipients(
            recipients=[
                MessageRecipient(
                    volunteer_id=strawberry.ID(str(view.id)),
                    display_name=view.display_name,
                    state=view.state,
                    at=view.at,
                )
                for view in views[:most]
            ],
            after=encode_cursor(last.display_name, last.id) if last else None,
        )


@strawberry.type
class Mutation:
    """Sending and stopping."""

    @strawberry.mutation
    @verb
    async def send_message(self, info: Info, input: SendMessageInput) -> SendMessageResult:
        view = await actions.send_message(
            actor_of(info), text=input.text, selection=input.selection.as_selection(), expected=input.expected
        )
        return SendMessageSuccess(sent=SentMessage.of(view))

    @strawberry.mutation
    @verb
    async def stop_message(self, info: Info, input: StopMessageInput) -> StopMessageResult:
        view = await actions.stop_message(actor_of(info), message_id=uuid_of(input.message_id))
        return StopMessageSuccess(sent=SentMessage.of(view))
