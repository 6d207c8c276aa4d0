"""What the graph shows of a rhythm."""

from datetime import date, datetime

import strawberry

from vrijplaats.core.errors import in_language
from vrijplaats.core.graphql import Info, actor_of
from vrijplaats.visits.series import queries
from vrijplaats.visits.series.queries import OccurrenceView, SeriesView
from vrijplaats.visits.series.rules import Hindrance, OccurrenceState

strawberry.enum(OccurrenceState)
strawberry.enum(Hindrance, description="Why one of the days cannot be.")


@strawberry.type
class SeriesOccurrence:
    """One of the days of a rhythm, which keeps its place wherever its visit is moved to."""

    day: date = strawberry.field(description="The day by the rhythm: by this it is skipped or moved.")
    starts_at: datetime
    ends_at: datetime
    moved: bool
    state: OccurrenceState
    hindrance: Hindrance | None
    closed_because: str | None = strawberry.field(description="HOLIDAY, STAFFING, SECURITY or OTHER; when CLOSED.")
    holiday: str | None = strawberry.field(description="The name of a Dutch holiday; open or closed.")
    visit_id: strawberry.ID | None

    @classmethod
    def of(cls, view: OccurrenceView, locale: str) -> "SeriesOccurrence":
        return cls(
            day=view.day,
            starts_at=view.starts_at,
            ends_at=view.ends_at,
            moved=view.moved,
            state=view.state,
            hindrance=view.hindrance,
            closed_because=view.closed_because,
            holiday=in_language(view.holiday, locale) if view.holiday else None,
            visit_id=strawberry.ID(str(view.visit_id)) if view.visit_id else None,
        )


@strawberry.type
class VisitSeries:
    """A rhythm of visits: every so many weeks on a weekday (1 = Monday), at a time on the clock in Amsterdam."""

    id: strawberry.ID
    every_weeks: int
    weekday: int
    starts_at: str
    minutes: int
    rests: bool = strawberry.field(description="While somebody has to look at the match, nothing new is planned.")
    view: strawberry.Private[SeriesView]

    @classmethod
    def of(cls, view: SeriesView) -> "VisitSeries":
        return cls(
            id=strawberry.ID(str(view.id)),
            every_weeks=view.rhythm.every_weeks,
            weekday=view.rhythm.weekday,
            starts_at=f"{view.rhythm.starts:%H:%M}",
            minutes=view.rhythm.minutes,
            rests=view.rests,
            view=view,
        )

    @strawberry.field
    async def occurrences(self, info: Info) -> list[SeriesOccurrence]:
        """The coming ones, also those for which nobody was asked yet."""
        actor = actor_of(info)
        return [SeriesOccurrence.of(each, actor.locale) for each in await queries.occurrences(actor, self.view)]
