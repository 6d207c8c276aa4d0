"""Who read which name, in the graph: staff, coordinators and the operator each see their own part."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import strawberry

from vrijplaats.audit import queries
from vrijplaats.audit.rules import Period, period
from vrijplaats.core import clock
from vrijplaats.core.actor import Role
from vrijplaats.core.graphql import Connection, Info, actor_of, connection_of, page_size
from vrijplaats.volunteers.sealed.graphql import PARTS, SealedPart


@strawberry.enum
class ReadingReason(StrEnum):
    """Why a name was read."""

    REQUEST = "REQUEST"
    MATCH = "MATCH"
    VISIT = "VISIT"


@strawberry.type
class NameReading:
    """Somebody read a name. Whose it was is told by pseudonym only."""

    id: strawberry.ID
    at: datetime
    reader_name: str | None
    reader_role: Role
    organisation_name: str | None = strawberry.field(description="For which organisation they read; null for staff.")
    facility_name: str
    pseudonym: str
    reason: ReadingReason
    request_id: strawberry.ID | None = strawberry.field(description="The latest wish of theirs that you may open.")
    view: strawberry.Private[queries.ReadingView]

    @classmethod
    def of(cls, view: queries.ReadingView) -> "NameReading":
        return cls(
            id=strawberry.ID(str(view.id)),
            at=view.at,
            reader_name=view.reader,
            reader_role=view.role,
            organisation_name=view.organisation,
            facility_name=view.facility,
            pseudonym=view.pseudonym,
            reason=ReadingReason(view.purpose.upper()),
            request_id=strawberry.ID(str(view.request_id)) if view.request_id else None,
            view=view,
        )


@strawberry.type
class ForeignAttempt:
    """Somebody asked for something of another tenant and got nothing; by which question, never for which id."""

    id: strawberry.ID
    at: datetime
    person_name: str | None
    role: Role
    organisation_name: str | None
    facility_name: str | None
    operation: str

    @classmethod
    def of(cls, view: queries.AttemptView) -> "ForeignAttempt":
        return cls(
            id=strawberry.ID(str(view.id)),
            at=view.at,
            person_name=view.person,
            role=view.role,
            organisation_name=view.organisation,
            facility_name=view.facility,
            operation=view.operation,
        )


@strawberry.type
class OpenedFile:
    """A coordinator opened something that is sealed in a volunteer's file. What it says is not here."""

    id: strawberry.ID
    at: datetime
    reader_name: str | None
    part: SealedPart
    facility_name: str | None = strawberry.field(description="Of a pass: for which prison.")
    volunteer_id: strawberry.ID
    volunteer_name: str | None
    view: strawberry.Private[queries.OpenedView]

    @classmethod
    def of(cls, view: queries.OpenedView) -> "OpenedFile":
        return cls(
            id=strawberry.ID(str(view.id)),
            at=view.at,
            reader_name=view.reader,
            part=PARTS[view.verb],
            facility_name=view.facility,
            volunteer_id=strawberry.ID(str(view.volunteer_id)),
            volunteer_name=view.volunteer,
            view=view,
        )


From = Annotated[date | None, strawberry.argument(name="from")]


@strawberry.type
class Query:
    """The audit that people can read."""

    @strawberry.field
    async def name_readings(
        self,
        info: Info,
        first: int | None = 25,
        after: str | None = None,
        from_: From = None,
        to: date | None = None,
        search: str | None = None,
    ) -> Connection[NameReading]:
        """Latest first, in these days (both included; the last thirty when left open). `search` is a part of the
        reader's name or of a pseudonym."""
        actor, days = actor_of(info), _days(from_, to)
        found = await queries.name_readings(actor, days, search=search, after=after, most=page_size(first) + 1)
        total = await queries.count_name_readings(actor, days, search=search)
        nodes = [NameReading.of(view) for view in found]
        return connection_of(nodes, first=first, total=total, cursor=lambda node: node.view.cursor)

    @strawberry.field
    async def foreign_attempts(
        self, info: Info, first: int | None = 25, from_: From = None, to: date | None = None
    ) -> list[ForeignAttempt]:
        """The latest attempts of others at what belongs to another tenant, in these days."""
        found = await queries.foreign_attempts(actor_of(info), _days(from_, to), most=page_size(first))
        return [ForeignAttempt.of(view) for view in found]

    @strawberry.field
    async def opened_files(
        self,
        info: Info,
        first: int | None = 25,
        after: str | None = None,
        from_: From = None,
        to: date | None = None,
    ) -> Connection[OpenedFile]:
        """Of the own organisation, latest first, in these days."""
        most = page_size(first) + 1
        found, total = await queries.opened_files(actor_of(info), _days(from_, to), after=after, most=most)
        nodes = [OpenedFile.of(view) for view in found]
        return connection_of(nodes, first=first, total=total, cursor=lambda node: node.view.cursor)


def _days(first: date | None, last: date | None) -> Period:
    return period(first, last, today=clock.today())
