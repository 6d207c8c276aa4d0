"""The register in the graph, for coordinators."""

from datetime import date
from uuid import UUID

import strawberry

from vrijplaats.accounts.graphql import Facility
from vrijplaats.core.graphql import (
    Connection,
    Info,
    actor_of,
    connection_of,
    encode_cursor,
    name_in,
    page_size,
    uuid_or_none,
)
from vrijplaats.volunteers.credentials.rules import ADMISSION
from vrijplaats.volunteers.graphql import ActivityKind, VolunteerStatus
from vrijplaats.volunteers.register import queries

_NOWHERE = UUID(int=0)  # what cannot be an id is where nobody comes


@strawberry.type
class EndingPaper:
    """A paper that ends within 90 days, or has ended and is needed."""

    name: str
    is_admission: bool
    facility: Facility | None = strawberry.field(description="Of an admission, or where a paper counts for less.")
    valid_until: date

    @classmethod
    def of(cls, view: queries.EndingView) -> "EndingPaper":
        return cls(
            name=view.name,
            is_admission=view.kind == ADMISSION,
            facility=Facility.of(view.facility) if view.facility else None,
            valid_until=view.until,
        )


@strawberry.type
class RegisterEntry:
    """A volunteer as they stand in the list."""

    id: strawberry.ID
    display_name: str
    status: VolunteerStatus
    status_since: date
    paused: bool = strawberry.field(description="Whether today is in a pause: who has one does not count as active.")
    place: str | None
    languages: list[str]
    little_languages: list[str] = strawberry.field(description="Those of their languages that they speak a little.")
    kinds: list[ActivityKind]
    capacity: int
    carrying: int
    joined: bool = strawberry.field(description="They can sign in; who was imported cannot yet.")
    ending: EndingPaper | None = strawberry.field(description="What ends first.")

    @classmethod
    def of(cls, view: queries.EntryView) -> "RegisterEntry":
        return cls(
            id=strawberry.ID(str(view.id)),
            display_name=view.display_name,
            status=view.status,
            status_since=view.status_since,
            paused=view.paused,
            place=view.place,
            languages=list(view.languages),
            little_languages=list(view.little_languages),
            kinds=list(view.kinds),
            capacity=view.capacity,
            carrying=view.carrying,
            joined=view.joined,
            ending=EndingPaper.of(view.ending) if view.ending else None,
        )


@strawberry.type
class RegisterChoices:
    """What the register can be narrowed by, and how many count as active today (docs/definitions)."""

    languages: list[str]
    kinds: list[ActivityKind]
    facilities: list[Facility]
    active: int
    not_joined: int = strawberry.field(description="Imported, and not in yet.")

    @classmethod
    def of(cls, view: queries.ChoicesView) -> "RegisterChoices":
        return cls(
            languages=list(view.languages),
            kinds=list(view.kinds),
            facilities=[Facility.of(each) for each in view.facilities],
            active=view.active,
            not_joined=view.not_joined,
        )


@strawberry.type
class Query:
    """Who is in the register."""

    @strawberry.field
    async def register(
        self,
        info: Info,
        first: int | None = None,
        after: str | None = None,
        statuses: list[VolunteerStatus] | None = None,
        search: str | None = None,
        facility_id: strawberry.ID | None = None,
        kind: ActivityKind | None = None,
        language: str | None = None,
        ending: bool = False,
        paused: bool | None = None,
        joined: bool | None = None,
    ) -> Connection[RegisterEntry] | None:
        """By name; `search` is part of a name or of the place where somebody lives, `ending`: only with a paper that
        ends within 90 days or has ended, `paused`: only with or only without a pause today, `joined`: only who can sign
        in, or who cannot. Null for a prison where the organisation does not come."""
        wanted = queries.Wanted(
            statuses=statuses,
            search=search,
            facility_id=(uuid_or_none(facility_id) or _NOWHERE) if facility_id else None,
            kind=kind,
            language=language,
            ending=ending,
            paused=paused,
            joined=joined,
        )
        found = await queries.entries(actor_of(info), wanted, most=page_size(first) + 1, after=name_in(after))
        if found is None:
            return None
        views, total = found
        return connection_of(
            [RegisterEntry.of(view) for view in views],
            first=first,
            total=total,
            cursor=lambda entry: encode_cursor(entry.display_name, entry.id),
        )

    @strawberry.field
    async def register_choices(self, info: Info) -> RegisterChoices:
        """For the choices above the list."""
        return RegisterChoices.of(await queries.choices(actor_of(info)))
