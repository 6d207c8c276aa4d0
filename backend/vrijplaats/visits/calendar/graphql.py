"""One's own calendar in the graph."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from vrijplaats import settings
from vrijplaats.core.graphql import Info, NotFound, actor_of, uuid_of, verb
from vrijplaats.visits.calendar import actions, queries
from vrijplaats.visits.calendar.http import address_of


@strawberry.type
class CalendarFeed:
    """A private address at which a calendar program finds the volunteer's visits. Whoever has it can read them."""

    id: strawberry.ID
    url: str
    created_at: datetime
    fetched_on: date | None

    @classmethod
    def of(cls, view: queries.FeedView) -> "CalendarFeed":
        url = settings.current().origin + address_of(view.id)
        return cls(id=strawberry.ID(str(view.id)), url=url, created_at=view.created_at, fetched_on=view.fetched_on)


@strawberry.input
class MakeCalendarFeedInput:
    """The feed that ends because a new one takes its place; null for the first."""

    feed_id: strawberry.ID | None = None


@strawberry.input
class RevokeCalendarFeedInput:
    """The feed that ends."""

    feed_id: strawberry.ID


@strawberry.type
class MakeCalendarFeedSuccess:
    """The address is there."""

    feed: CalendarFeed


@strawberry.type
class RevokeCalendarFeedSuccess:
    """The address leads nowhere."""

    feed_id: strawberry.ID


MakeCalendarFeedResult = Annotated[MakeCalendarFeedSuccess | NotFound, strawberry.union("MakeCalendarFeedResult")]
RevokeCalendarFeedResult = Annotated[RevokeCalendarFeedSuccess | NotFound, strawberry.union("RevokeCalendarFeedResult")]


@strawberry.type
class Query:
    """One's own calendar."""

    @strawberry.field
    async def my_calendar(self, info: Info) -> CalendarFeed | None:
        """Null when there is no address."""
        view = await queries.my_feed(actor_of(info))
        return CalendarFeed.of(view) if view else None


@strawberry.type
class Mutation:
    """Making the address, and taking it back."""

    @strawberry.mutation
    @verb
    async def make_calendar_feed(self, info: Info, input: MakeCalendarFeedInput) -> MakeCalendarFeedResult:
        replaces = None if input.feed_id is None else uuid_of(input.feed_id)
        view = await actions.make_feed(actor_of(info), replaces=replaces)
        return MakeCalendarFeedSuccess(feed=CalendarFeed.of(view))

    @strawberry.mutation
    @verb
    async def revoke_calendar_feed(self, info: Info, input: RevokeCalendarFeedInput) -> RevokeCalendarFeedResult:
        await actions.revoke_feed(actor_of(info), feed_id=uuid_of(input.feed_id))
        return RevokeCalendarFeedSuccess(feed_id=input.feed_id)
