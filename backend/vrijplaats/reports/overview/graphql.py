"""The overview of an organisation in the graph, for its coordinators."""

from datetime import date, datetime
from uuid import UUID

import strawberry

from vrijplaats.accounts.graphql import Facility
from vrijplaats.core.cursors import moment_in
from vrijplaats.core.errors import in_language
from vrijplaats.core.graphql import Connection, Info, actor_of, connection_of, encode_cursor, locale_of, page_size
from vrijplaats.matching.models import OfferState
from vrijplaats.reports.definitions import DEFINITIONS, IN_THE_OVERVIEW, IN_THE_REGISTER
from vrijplaats.reports.graphql import Definition
from vrijplaats.reports.overview import lists, queries
from vrijplaats.reports.overview.rules import BANDS, Band
from vrijplaats.reports.rules import hours
from vrijplaats.visits.rules import CancelCause, CancelSide

# of publications only: nothing here is hidden from an organisation about itself
_ELSEWHERE = ("protection",)


@strawberry.type
class WaitingCount:
    """How many wait longer than so many days and at most so many; null is no bound."""

    longer_than: int | None
    at_most: int | None
    count: int

    @classmethod
    def of(cls, band: Band, count: int) -> "WaitingCount":
        return cls(longer_than=band.longer_than, at_most=band.at_most, count=count)


@strawberry.type
class WaitingAtFacility:
    """How many requests of a prison wait, by how long; of so many nobody has been asked yet."""

    facility: Facility
    waits: list[WaitingCount]
    total: int
    not_asked: int

    @classmethod
    def of(cls, view: queries.WaitingAt) -> "WaitingAtFacility":
        return cls(
            facility=Facility.of(view.facility),
            waits=[WaitingCount.of(band, count) for band, count in zip(BANDS, view.counts, strict=True)],
            total=view.total,
            not_asked=view.not_asked,
        )


@strawberry.type
class SideCount:
    """How many visits did not take place, by where it lay."""

    side: CancelSide
    count: int


@strawberry.type
class Overview:
    """An organisation's own working figures: the register and the inbox as they are now, invitations and visits of the
    days from `periodStart` to `periodEnd`, which is today at the latest."""

    period_start: date
    period_end: date
    active: int
    ready: int
    ending: int
    waiting: list[WaitingAtFacility]
    invitations: int
    accepted: int
    hours_to_yes: float | None = strawberry.field(description="The middle one of those who said yes.")
    visits_held: int
    hours: float
    visits_not_held: int
    not_held: list[SideCount]
    definitions: list[Definition]

    @classmethod
    def of(cls, view: queries.OverviewView, locale: str) -> "Overview":
        return cls(
            period_start=view.start,
            period_end=view.end,
            active=view.active,
            ready=view.ready,
            ending=view.ending,
            waiting=[WaitingAtFacility.of(each) for each in view.waiting],
            invitations=view.invitations,
            accepted=view.accepted,
            hours_to_yes=view.hours_to_yes,
            visits_held=view.visits,
            hours=float(hours(view.minutes)),
            visits_not_held=sum(view.not_held.values()),
            not_held=[SideCount(side=side, count=count) for side, count in view.not_held.items()],
            definitions=_definitions(locale),
        )


@strawberry.type
class OverviewVisit:
    """A visit that was counted: held, with its minutes, or not, with the side. Never whom it was with."""

    id: strawberry.ID
    starts_at: datetime
    facility: Facility
    volunteer_id: strawberry.ID
    volunteer_name: str | None
    minutes: int | None
    side: CancelSide | None
    cause: CancelCause | None
    outside: bool = strawberry.field(description="After a release; the prison is where the person came from.")

    @classmethod
    def of(cls, view: lists.CountedVisit) -> "OverviewVisit":
        return cls(
            id=_id(view.id),
            starts_at=view.starts_at,
            facility=Facility.of(view.facility),
            volunteer_id=_id(view.volunteer_id),
            volunteer_name=view.volunteer_name,
            minutes=view.minutes,
            side=view.side,
            cause=view.cause,
            outside=view.outside,
        )


@strawberry.type
class OverviewInvitation:
    """An invitation that was counted, and what came of it."""

    id: strawberry.ID
    made_at: datetime
    over_at: datetime
    facility: Facility
    request_id: strawberry.ID
    volunteer_id: strawberry.ID
    volunteer_name: str | None
    answer: OfferState

    @classmethod
    def of(cls, view: lists.CountedInvitation) -> "OverviewInvitation":
        return cls(
            id=_id(view.id),
            made_at=view.made_at,
            over_at=view.over_at,
            facility=Facility.of(view.facility),
            request_id=_id(view.request_id),
            volunteer_id=_id(view.volunteer_id),
            volunteer_name=view.volunteer_name,
            answer=view.answer,
        )


@strawberry.type
class Query:
    """Figures of the own organisation, and the lists behind them."""

    @strawberry.field
    async def overview(self, info: Info, period_start: date, period_end: date) -> Overview | None:
        """Both days are included."""
        view = await queries.overview(actor_of(info), start=period_start, end=period_end)
        return Overview.of(view, locale_of(info))

    @strawberry.field
    async def overview_visits(
        self,
        info: Info,
        period_start: date,
        period_end: date,
        held: bool,
        side: CancelSide | None = None,
        first: int | None = None,
        after: str | None = None,
    ) -> Connection[OverviewVisit] | None:
        """The visits that were held, or those that were not (`side`: on that side); the latest first."""
        days = _days(period_start, period_end, first, after)
        found, total = await lists.visits(actor_of(info), days, held=held, side=side)
        return connection_of(
            [OverviewVisit.of(view) for view in found],
            first=first,
            total=total,
            cursor=lambda node: encode_cursor(node.starts_at.isoformat(), node.id),
        )

    @strawberry.field
    async def overview_invitations(
        self,
        info: Info,
        period_start: date,
        period_end: date,
        answer: OfferState | None = None,
        first: int | None = None,
        after: str | None = None,
    ) -> Connection[OverviewInvitation] | None:
        """The invitations that came to an end, with this answer or any; the latest first."""
        days = _days(period_start, period_end, first, after)
        found, total = await lists.invitations(actor_of(info), days, answer=answer)
        return connection_of(
            [OverviewInvitation.of(view) for view in found],
            first=first,
            total=total,
            cursor=lambda node: encode_cursor(node.over_at.isoformat(), node.id),
        )


def _days(start: date, end: date, first: int | None, after: str | None) -> lists.Days:
    return lists.Days(start=start, end=end, most=page_size(first) + 1, after=moment_in(after))


def _definitions(locale: str) -> list[Definition]:
    shown = (each for each in IN_THE_REGISTER + IN_THE_OVERVIEW + DEFINITIONS if each.key not in _ELSEWHERE)
    return [
        Definition(
            key=each.key,
            version=each.version,
            name=in_language(each.name, locale),
            text=in_language(each.text, locale),
        )
        for each in shown
    ]


def _id(identifier: UUID) -> strawberry.ID:
    return strawberry.ID(str(identifier))
