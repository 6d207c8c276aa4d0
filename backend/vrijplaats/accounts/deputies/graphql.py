"""Standing in for each other in the graph, for coordinators."""

from datetime import date
from typing import Annotated

import strawberry

from vrijplaats.accounts.deputies import actions, queries
from vrijplaats.core.graphql import Info, InvalidInput, NotAllowedNow, NotFound, actor_of, uuid_of, verb


@strawberry.type
class Deputy:
    """A coordinator stands in for a colleague from the first day up to and including the last."""

    id: strawberry.ID
    away_name: str
    deputy_name: str
    starts_on: date
    ends_on: date
    current: bool = strawberry.field(description="It has begun.")
    away_is_me: bool
    deputy_is_me: bool

    @classmethod
    def of(cls, view: queries.DeputyView) -> "Deputy":
        same = ("away_name", "deputy_name", "starts_on", "ends_on", "current", "away_is_me", "deputy_is_me")
        return cls(id=strawberry.ID(str(view.id)), **{name: getattr(view, name) for name in same})


@strawberry.input
class NameDeputyInput:
    """Whose membership as a coordinator, and that of the colleague who stands in; both days included."""

    membership_id: strawberry.ID
    deputy_membership_id: strawberry.ID
    first: date
    last: date


@strawberry.input
class EndDeputyInput:
    """Which one is over."""

    deputy_id: strawberry.ID


@strawberry.type
class NameDeputySuccess:
    """The colleague has been told."""

    deputy: Deputy


@strawberry.type
class EndDeputySuccess:
    """Everybody does their own work again."""

    deputy_id: strawberry.ID


NameDeputyResult = Annotated[
    NameDeputySuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("NameDeputyResult")
]
EndDeputyResult = Annotated[EndDeputySuccess | NotAllowedNow | NotFound, strawberry.union("EndDeputyResult")]


@strawberry.type
class Query:
    """Who stands in."""

    @strawberry.field
    async def deputies(self, info: Info) -> list[Deputy]:
        """Today's, and those that are to come."""
        return [Deputy.of(view) for view in await queries.deputies(actor_of(info))]


@strawberry.type
class Mutation:
    """Naming who stands in, and ending it."""

    @strawberry.mutation
    @verb
    async def name_deputy(self, info: Info, input: NameDeputyInput) -> NameDeputyResult:
        view = await actions.name_deputy(
            actor_of(info),
            membership_id=uuid_of(input.membership_id),
            deputy_membership_id=uuid_of(input.deputy_membership_id),
            first=input.first,
            last=input.last,
        )
        return NameDeputySuccess(deputy=Deputy.of(view))

    @strawberry.mutation
    @verb
    async def end_deputy(self, info: Info, input: EndDeputyInput) -> EndDeputyResult:
        deputy_id = uuid_of(input.deputy_id)
        await actions.end_deputy(actor_of(info), deputy_id=deputy_id)
        return EndDeputySuccess(deputy_id=strawberry.ID(str(deputy_id)))
