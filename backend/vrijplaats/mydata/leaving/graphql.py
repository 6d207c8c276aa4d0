"""Stopping by oneself, in the graph."""

from datetime import date
from typing import Annotated

import strawberry

from vrijplaats.accounts.people.graphql import LastOne
from vrijplaats.core.graphql import Info, NotAllowedNow, NotFound, actor_of, uuid_of, verb
from vrijplaats.mydata.leaving import actions, queries
from vrijplaats.mydata.leaving.rules import KEPT, LeavingObstacle

strawberry.enum(LeavingObstacle)


@strawberry.type
class MyLeaving:
    """What the reader still does here, and what stopping would mean. `obstacle`: why they cannot stop now."""

    matches: int
    planned_visits: int
    open_offers: int
    closes_account: bool
    kept_days: int
    obstacle: LeavingObstacle | None


@strawberry.input
class EndMyMembershipInput:
    """What one is in this session, by the id of the membership."""

    membership_id: strawberry.ID


@strawberry.type
class EndMyMembershipSuccess:
    """It has ended, and the session with it. `closed`: the account as well; `erasedOn`: from then on nothing says
    who it
    was."""

    closed: bool
    erased_on: date


EndMyMembershipResult = Annotated[
    EndMyMembershipSuccess | NotFound | NotAllowedNow | LastOne, strawberry.union("EndMyMembershipResult")
]


@strawberry.type
class Query:
    """What one should know before."""

    @strawberry.field
    async def my_leaving(self, info: Info) -> MyLeaving:
        """What would be withdrawn, called off and laid before the coordinators, if the reader stopped now."""
        actor = actor_of(info)
        view = await queries.my_leaving(actor)
        return MyLeaving(
            matches=view.left.matches,
            planned_visits=view.left.planned_visits,
            open_offers=view.left.open_offers,
            closes_account=view.closes_account,
            kept_days=KEPT.days,
            obstacle=view.obstacle,
        )


@strawberry.type
class Mutation:
    """Stopping."""

    @strawberry.mutation
    @verb
    async def end_my_membership(self, info: Info, input: EndMyMembershipInput) -> EndMyMembershipResult:
        closed, erased_on = await actions.leave(actor_of(info), membership_id=uuid_of(input.membership_id))
        return EndMyMembershipSuccess(closed=closed, erased_on=erased_on)
