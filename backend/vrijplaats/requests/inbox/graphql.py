"""What the inbox is narrowed by, in the graph."""

import strawberry

from vrijplaats.accounts.graphql import Facility
from vrijplaats.core.graphql import Info, actor_of
from vrijplaats.requests.inbox import queries
from vrijplaats.requests.inbox.rules import EVERYTHING, Standing, Wanted, Whose
from vrijplaats.volunteers.graphql import ActivityKind

strawberry.enum(Whose, name="InboxWhose")
strawberry.enum(Standing, name="InboxStanding")


@strawberry.input
class InboxFilter:
    """What one looks for; what is left out narrows nothing. `facility` is the prison's code, `search` part of a
    pseudonym, `waitingDays`: longer than so many days, `waitingAtMost`: not longer than so many."""

    search: str | None = None
    facility: str | None = None
    language: str | None = None
    activity_kind: ActivityKind | None = None
    whose: Whose | None = None
    standing: Standing | None = None
    waiting_days: int | None = None
    waiting_at_most: int | None = None

    def as_wanted(self) -> Wanted:
        return Wanted(
            search=self.search,
            facility=self.facility,
            language=self.language,
            activity_kind=self.activity_kind,
            whose=self.whose,
            standing=self.standing,
            waiting_days=self.waiting_days,
            waiting_at_most=self.waiting_at_most,
        )


def wanted_of(filter: InboxFilter | None) -> Wanted:
    """No filter narrows nothing."""
    return filter.as_wanted() if filter else EVERYTHING


@strawberry.type
class InboxFacilityCount:
    """A prison, and how many requests of it the other filters leave."""

    facility: Facility
    count: int


@strawberry.type
class InboxCount:
    """A choice by its code (a language, kind, whose, standing or number of days), and how many it would leave."""

    value: str
    count: int


@strawberry.type
class InboxChoices:
    """How many there are in all, how many the filters leave, and of each choice beside the other filters."""

    total: int
    shown: int
    facilities: list[InboxFacilityCount]
    languages: list[InboxCount]
    kinds: list[InboxCount]
    whose: list[InboxCount]
    standings: list[InboxCount]
    waits: list[InboxCount]
    without: list[InboxCount] = strawberry.field(
        description="For each filter (search, facility, language, kind, whose, standing, days): how many without it."
    )

    @classmethod
    def of(cls, view: queries.Choices) -> "InboxChoices":
        return cls(
            total=view.total,
            shown=view.shown,
            facilities=[
                InboxFacilityCount(facility=Facility.of(each.facility), count=each.count) for each in view.facilities
            ],
            languages=_counts(view.languages),
            kinds=_counts({kind.value: count for kind, count in view.kinds.items()}),
            whose=_counts({each.value: count for each, count in view.whose.items()}),
            standings=_counts({each.value: count for each, count in view.standings.items()}),
            waits=_counts({str(days): count for days, count in view.waits.items()}),
            without=_counts(view.without),
        )


def _counts(counts: dict[str, int]) -> list[InboxCount]:
    return [InboxCount(value=value, count=count) for value, count in counts.items()]


@strawberry.type
class Query:
    """What there is to choose from."""

    @strawberry.field
    async def inbox_choices(self, info: Info, filter: InboxFilter | None = None) -> InboxChoices | None:
        """Coordinator: for the choices above the list."""
        return InboxChoices.of(await queries.inbox_choices(actor_of(info), wanted_of(filter)))
