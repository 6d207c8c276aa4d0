"""Saved views of the inbox in the graph."""

from typing import Annotated

import strawberry

from vrijplaats.core.graphql import (
    Info,
    InvalidInput,
    NotFound,
    Problem,
    actor_of,
    problem,
    uuid_of,
    verb,
)
from vrijplaats.requests.inbox.graphql import InboxFilter
from vrijplaats.requests.inbox.rules import Standing, Whose
from vrijplaats.requests.views import actions, queries, rules
from vrijplaats.volunteers.graphql import ActivityKind


@strawberry.type
class InboxView:
    """A set of filters by the name a coordinator gave it; at most one opens first."""

    id: strawberry.ID
    name: str
    facility: str | None = strawberry.field(description="The prison's code.")
    language: str | None
    activity_kind: ActivityKind | None
    whose: Whose | None
    standing: Standing | None
    waiting_days: int | None
    waiting_at_most: int | None
    opens_first: bool

    @classmethod
    def of(cls, view: queries.InboxViewView) -> "InboxView":
        wanted = view.wanted
        return cls(
            id=strawberry.ID(str(view.id)),
            name=view.name,
            facility=wanted.facility,
            language=wanted.language,
            activity_kind=wanted.activity_kind,
            whose=wanted.whose,
            standing=wanted.standing,
            waiting_days=wanted.waiting_days,
            waiting_at_most=wanted.waiting_at_most,
            opens_first=view.opens_first,
        )


@strawberry.type
@problem(rules.TooManyViews)
class TooManyViews(Problem):
    """There is no room for one more."""


@strawberry.input
class SaveInboxViewInput:
    """A new view, or with `inboxViewId` this one changed. What is typed to search is not kept."""

    name: str
    filter: InboxFilter
    opens_first: bool
    inbox_view_id: strawberry.ID | None = None


@strawberry.input
class RemoveInboxViewInput:
    """Which view."""

    inbox_view_id: strawberry.ID


@strawberry.type
class SaveInboxViewSuccess:
    """All of one's views."""

    views: list[InboxView]


@strawberry.type
class RemoveInboxViewSuccess:
    """The views that are left."""

    views: list[InboxView]


SaveInboxViewResult = Annotated[
    SaveInboxViewSuccess | TooManyViews | InvalidInput | NotFound, strawberry.union("SaveInboxViewResult")
]
RemoveInboxViewResult = Annotated[RemoveInboxViewSuccess | NotFound, strawberry.union("RemoveInboxViewResult")]


@strawberry.type
class Query:
    """What one may ask about views."""

    @strawberry.field
    async def inbox_views(self, info: Info) -> list[InboxView]:
        """Coordinator: one's own, by name."""
        return [InboxView.of(view) for view in await queries.inbox_views(actor_of(info))]


@strawberry.type
class Mutation:
    """The verbs of a view."""

    @strawberry.mutation
    @verb
    async def save_inbox_view(self, info: Info, input: SaveInboxViewInput) -> SaveInboxViewResult:
        """Coordinator: keeps these filters under a name."""
        views = await actions.save_inbox_view(
            actor_of(info),
            view_id=uuid_of(input.inbox_view_id) if input.inbox_view_id is not None else None,
            name=input.name,
            wanted=input.filter.as_wanted(),
            opens_first=input.opens_first,
        )
        return SaveInboxViewSuccess(views=[InboxView.of(view) for view in views])

    @strawberry.mutation
    @verb
    async def remove_inbox_view(self, info: Info, input: RemoveInboxViewInput) -> RemoveInboxViewResult:
        """Coordinator: takes a view away."""
        views = await actions.remove_inbox_view(actor_of(info), view_id=uuid_of(input.inbox_view_id))
        return RemoveInboxViewSuccess(views=[InboxView.of(view) for view in views])
