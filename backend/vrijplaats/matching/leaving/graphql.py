"""Ending what somebody is here, and what is left behind by it."""

from typing import Annotated

import strawberry

from vrijplaats.accounts.people.graphql import LastOne, NotContactPerson
from vrijplaats.core.graphql import Info, NotAllowedNow, NotFound, actor_of, uuid_of, uuid_or_none, verb
from vrijplaats.matching.leaving import actions, queries


@strawberry.type
class Leaving:
    """What a volunteer still does: running matches, visits that lie ahead, invitations that are open."""

    matches: int
    planned_visits: int
    open_offers: int


@strawberry.input
class EndMembershipInput:
    """Whose role, by the id of the membership. `evenTheLast`: an operator means it, though nobody is left there."""

    membership_id: strawberry.ID
    even_the_last: bool | None = None


@strawberry.type
class EndMembershipSuccess:
    """The membership that has ended."""

    membership_id: strawberry.ID


EndMembershipResult = Annotated[
    EndMembershipSuccess | NotFound | NotAllowedNow | LastOne | NotContactPerson,
    strawberry.union("EndMembershipResult"),
]


@strawberry.type
class Query:
    """What one should know before."""

    @strawberry.field
    async def leaving(self, info: Info, membership_id: strawberry.ID) -> Leaving | None:
        """What would be withdrawn, called off and laid before the coordinators, if this membership ended now."""
        known = uuid_or_none(membership_id)
        view = await queries.leaving(actor_of(info), known) if known else None
        if view is None:
            return None
        return Leaving(matches=view.matches, planned_visits=view.planned_visits, open_offers=view.open_offers)


@strawberry.type
class Mutation:
    """Ending it."""

    @strawberry.mutation
    @verb
    async def end_membership(self, info: Info, input: EndMembershipInput) -> EndMembershipResult:
        await actions.end_membership(
            actor_of(info), membership_id=uuid_of(input.membership_id), even_the_last=bool(input.even_the_last)
        )
        return EndMembershipSuccess(membership_id=input.membership_id)
