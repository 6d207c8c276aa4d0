"""Publications in the graph."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from vrijplaats.core.errors import NotFound
from vrijplaats.core.graphql import Info, InvalidInput, Problem, actor_of, problem, uuid_or_none, verb
from vrijplaats.reports import actions, errors, queries
from vrijplaats.reports.views import DefinitionView, PublicationView, RowView, TableView

DOWNLOADS = ("json", "csv")


@strawberry.type
class Definition:
    """A term as it was when this was published."""

    key: str
    version: int
    name: str
    text: str

    @classmethod
    def of(cls, view: DefinitionView) -> "Definition":
        return cls(key=view.key, version=view.version, name=view.name, text=view.text)


@strawberry.type
class ReportRow:
    """One organisation in one quarter (2026-Q3)."""

    organisation: str
    quarter: str
    visits: int
    hours: float

    @classmethod
    def of(cls, view: RowView) -> "ReportRow":
        return cls(organisation=view.organisation, quarter=view.quarter, visits=view.visits, hours=view.hours)


@strawberry.type
class ReportTable:
    """A table with its totals."""

    key: str
    title: str
    rows: list[ReportRow]
    total_visits: int
    total_hours: float

    @classmethod
    def of(cls, view: TableView) -> "ReportTable":
        return cls(
            key=view.key,
            title=view.title,
            rows=[ReportRow.of(row) for row in view.rows],
            total_visits=view.total_visits,
            total_hours=view.total_hours,
        )


@strawberry.type
class Download:
    """The same content as a file."""

    kind: str
    url: str


@strawberry.type
class Publication:
    """A frozen report over whole quarters."""

    id: strawberry.ID
    period_start: date
    period_end: date
    published_at: datetime
    title: str
    headline: str
    reading_example: str
    hash: str
    signature: str
    tables: list[ReportTable]
    definitions: list[Definition]
    downloads: list[Download]

    @classmethod
    def of(cls, view: PublicationView) -> "Publication":
        return cls(
            id=strawberry.ID(str(view.id)),
            period_start=view.period_start,
            period_end=view.period_end,
            published_at=view.published_at,
            title=view.title,
            headline=view.headline,
            reading_example=view.reading_example,
            hash=view.hash,
            signature=view.signature,
            tables=[ReportTable.of(table) for table in view.tables],
            definitions=[Definition.of(definition) for definition in view.definitions],
            downloads=[Download(kind=kind, url=f"/publications/{view.id}.{kind}") for kind in DOWNLOADS],
        )


@strawberry.type
@problem(errors.PeriodOpen)
class PeriodOpen(Problem):
    """The last quarter of the period is not over."""


@strawberry.type
@problem(errors.AlreadyPublished)
class AlreadyPublished(Problem):
    """A day of this period is in another publication."""


@strawberry.type
@problem(errors.CannotProtect)
class CannotProtect(Problem):
    """Somebody could be recognised."""


@strawberry.input
class PublishReportInput:
    """Whole calendar quarters; both days are included."""

    period_start: date
    period_end: date


@strawberry.type
class PublishReportSuccess:
    """It is published, and stays as it is."""

    publication: Publication


PublishReportResult = Annotated[
    PublishReportSuccess | PeriodOpen | AlreadyPublished | CannotProtect | InvalidInput,
    strawberry.union("PublishReportResult"),
]


@strawberry.type
class Query:
    """Reading publications: funders, coordinators and the operator."""

    @strawberry.field
    async def publications(self, info: Info) -> list[Publication]:
        return [Publication.of(view) for view in await queries.publications(actor_of(info))]

    @strawberry.field
    async def publication(self, info: Info, id: strawberry.ID) -> Publication | None:
        actor, known = actor_of(info), uuid_or_none(id)
        try:
            return Publication.of(await queries.publication(actor, known)) if known else None
        except NotFound:
            return None


@strawberry.type
class Mutation:
    """Publishing."""

    @strawberry.mutation
    @verb
    async def publish_report(self, info: Info, input: PublishReportInput) -> PublishReportResult:
        actor = actor_of(info)
        view = await actions.publish_report(actor, period_start=input.period_start, period_end=input.period_end)
        return PublishReportSuccess(publication=Publication.of(view))
