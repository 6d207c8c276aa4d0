"""A publication as its readers see it, in one language, read from the frozen bytes and from nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import orjson


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One organisation in one quarter."""

    organisation: str
    quarter: str
    visits: int
    hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """A table with its totals."""

    key: str
    title: str
    rows: list[RowView]
    total_visits: int
    total_hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionView:
    """A term as it was when this was published."""

    key: str
    version: int
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationView:
    """One publication."""

    id: UUID
    period_start: date
    period_end: date
    published_at: datetime
    title: str
    headline: str
    reading_example: str
    hash: str
    signature: str
    tables: list[TableView]
    definitions: list[DefinitionView]


def view_of(row: Mapping[str, Any], locale: str) -> PublicationView:
    """The view of a row of publication."""
    content = orjson.loads(row["canonical"])
    return PublicationView(
        id=row["id"],
        period_start=row["period_start"],
        period_end=row["period_end"],
        published_at=row["published_at"],
        title=content["title"][locale],
        headline=content["headline"][locale],
        reading_example=content["readingExample"][locale],
        hash=row["hash"].hex(),
        signature=row["signature"].hex(),
        tables=[_table(table, locale) for table in content["tables"]],
        definitions=[_definition(definition, locale) for definition in content["definitions"]],
    )


def _table(table: Mapping[str, Any], locale: str) -> TableView:
    return TableView(
        key=table["key"],
        title=table["title"][locale],
        rows=[_row(row) for row in table["rows"]],
        total_visits=table["totals"]["visits"],
        total_hours=float(table["totals"]["hours"]),
    )


def _row(row: Mapping[str, Any]) -> RowView:
    return RowView(
        organisation=row["organisation"], quarter=row["quarter"], visits=row["visits"], hours=float(row["hours"])
    )


def _definition(definition: Mapping[str, Any], locale: str) -> DefinitionView:
    return DefinitionView(
        key=definition["key"],
        version=definition["version"],
        name=definition["name"][locale],
        text=definition["text"][locale],
    )
