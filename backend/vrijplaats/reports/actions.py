"""Publishing: figures by definition, behind disclosure control, frozen and signed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from vrijplaats import settings
from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.access import require, require_fresh
from vrijplaats.core.actor import Actor, Role
from vrijplaats.reports import rules
from vrijplaats.reports.canonical import freeze
from vrijplaats.reports.definitions import DEFINITIONS, Definition
from vrijplaats.reports.errors import AlreadyPublished
from vrijplaats.reports.quarters import quarter_of, title
from vrijplaats.reports.queries import publication
from vrijplaats.reports.rules import Cell
from vrijplaats.reports.views import PublicationView

# the definitions are in SQL once (migrations, report_cells) and run as the reports role, which sees no person
_CELLS = """
select c.organisation_id, o.name as organisation, c.quarter, c.visits, c.minutes, c.detainees
from report_cells($1, $2) c join organisation o on o.id = c.organisation_id
"""
# of two at once the second waits here for the first, and then publishes nothing
_PUBLISH = """
insert into publication (id, period_start, period_end, canonical, hash, signature, published_by, published_at)
values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint publication_once do nothing returning id
"""
_KEEP_CELL = """
insert into figure_cell (publication_id, figure, organisation_id, quarter, value) values ($1, $2, $3, $4, $5)
"""
_PUBLISHED = (
    "select exists (select from publication where daterange(period_start, period_end, '[]') && daterange($1, $2, '[]'))"
)


async def publish_report(actor: Actor, *, period_start: date, period_end: date) -> PublicationView:
    """Freeze the figures of whole quarters that are over, both days included. All of it, or nothing at all."""
    require(actor, Role.OPERATOR)
    require_fresh(actor)
    rules.check_period(period_start, period_end, clock.today())
    if await db.fetch_value(_PUBLISHED, period_start, period_end):
        raise AlreadyPublished
    cells = await figures(period_start, period_end)
    rules.check_protected(cells)
    publication_id = await _freeze(actor, period_start, period_end, cells)
    await outbox.tell("report.published", recipients=[], payload={"publication": str(publication_id)})
    await history.record(actor, "report.publish", subject={"publication": publication_id})
    return await publication(actor, publication_id)


async def figures(period_start: date, period_end: date) -> list[Cell]:
    """The cells of the period by definition, in the order in which they are frozen."""
    rows = await db.fetch(_CELLS, period_start, period_end)
    return rules.sorted_cells([Cell(**{**row, "quarter": quarter_of(row["quarter"])}) for row in rows])


async def _freeze(actor: Actor, period_start: date, period_end: date, cells: list[Cell]) -> UUID:
    publication_id: UUID = await db.fetch_value("select uuidv7()")
    now = clock.now().replace(microsecond=0)
    content = _content(publication_id, period_start, period_end, now, cells)
    frozen = freeze(content, settings.current().signing_key)
    proof = (frozen.canonical, frozen.hash, frozen.signature)
    if await db.fetch_value(_PUBLISH, publication_id, period_start, period_end, *proof, actor.person_id, now) is None:
        raise AlreadyPublished
    kept = [
        (publication_id, figure, cell.organisation_id, cell.quarter.start, value)
        for cell in cells
        for figure, value in ((rules.VISITS_HELD, cell.visits), (rules.MINUTES_HELD, cell.minutes))
    ]
    await db.execute_many(_KEEP_CELL, kept)
    return publication_id


def _content(
    publication_id: UUID, period_start: date, period_end: date, now: datetime, cells: list[Cell]
) -> dict[str, Any]:
    """Everything a reader will see, in both languages: nothing of it is computed again later."""
    return {
        "id": str(publication_id),
        "periodStart": period_start.isoformat(),
        "periodEnd": period_end.isoformat(),
        "quarters": rules.period_quarters(period_start, period_end),
        "publishedAt": now.isoformat().replace("+00:00", "Z"),
        "title": title(period_start, period_end),
        "headline": rules.headline(cells),
        "readingExample": rules.reading_example(cells),
        "tables": [rules.table(cells)],
        "definitions": [_definition(definition) for definition in DEFINITIONS],
    }


def _definition(definition: Definition) -> dict[str, Any]:
    return {
        "key": definition.key,
        "version": definition.version,
        "name": definition.name,
        "text": definition.text,
    }
