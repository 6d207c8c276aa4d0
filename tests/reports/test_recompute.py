"""Promise 7: every published figure can be computed again from the records, by the text of docs/definitions."""

import random
from collections import defaultdict
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

import orjson
import pytest

from tests.reports.figures import Circle, a_circle, a_held_visit
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.reports import actions

pytestmark = pytest.mark.usefixtures("db")
RECORDS = """
select v.organisation_id, p.starts_at, l.outcome, l.minutes, m.detainee_id
from visit_log l join visit v on v.id = l.visit_id join presence p on p.id = v.presence_id
join match m on m.id = v.match_id
"""
START, END = date(2024, 1, 1), date(2024, 12, 31)


async def test_published_figures_follow_from_the_records(world: World) -> None:
    for _ in range(3):
        await _a_busy_year(world, await a_circle(world, people=7))
    operator = await world.an_operator()
    async with db.transaction(operator):
        published = await actions.publish_report(operator, period_start=START, period_end=END)
    cells = await _by_definition(world)
    content = orjson.loads(await world.value("select canonical from publication where id = $1", published.id))
    table = content["tables"][0]
    shown = {(UUID(row["organisationId"]), row["quarter"]): (row["visits"], row["hours"]) for row in table["rows"]}
    assert shown == {key: (visits, str(_hours(minutes))) for key, (visits, minutes, _) in cells.items()}
    assert len(shown) == 12
    assert all(len(people) >= 5 for _, _, people in cells.values())
    assert published.tables[0].total_visits == sum(visits for visits, _, _ in cells.values())
    assert Decimal(table["totals"]["hours"]) == _hours(sum(minutes for _, minutes, _ in cells.values()))
    assert await _kept(world, published.id) == {
        (figure, *key): value
        for key, (visits, minutes, _) in cells.items()
        for figure, value in (("VISITS_HELD", visits), ("MINUTES_HELD", minutes))
    }


async def _a_busy_year(world: World, circle: Circle) -> None:
    """Visits all over the year and a little beyond it; some were not held, some lie on the edge of a quarter."""
    dice = random.Random(str(circle.organisation))
    moment = datetime(2023, 12, 31, 22, 30, tzinfo=AMSTERDAM)
    for number in range(130):
        held = dice.random() < 0.8
        await a_held_visit(
            world,
            circle.matches[number % len(circle.matches)],
            moment,
            minutes=dice.randint(1, 120) if held else 0,
            outcome="HELD" if held else dice.choice(["VOLUNTEER_ABSENT", "DETAINEE_ABSENT", "FACILITY_CANCELLED"]),
        )
        moment += timedelta(hours=dice.randint(60, 75))


async def _by_definition(world: World) -> dict[tuple[UUID, str], tuple[int, int, set[UUID]]]:
    """visits_held and minutes, as the pages say; and who is behind each cell."""
    cells: defaultdict[tuple[UUID, str], tuple[int, int, set[UUID]]] = defaultdict(lambda: (0, 0, set()))
    for record in await world.rows(RECORDS):
        day = record["starts_at"].astimezone(AMSTERDAM).date()
        if record["outcome"] == "HELD" and START <= day <= END:
            key = (record["organisation_id"], f"{day.year}-Q{(day.month - 1) // 3 + 1}")
            visits, minutes, people = cells[key]
            cells[key] = (visits + 1, minutes + record["minutes"], people | {record["detainee_id"]})
    return dict(cells)


async def _kept(world: World, publication: UUID) -> dict[Any, Any]:
    rows = await world.rows("select * from figure_cell where publication_id = $1", publication)
    quarter = {row["quarter"]: f"{row['quarter'].year}-Q{(row['quarter'].month - 1) // 3 + 1}" for row in rows}
    return {(row["figure"], row["organisation_id"], quarter[row["quarter"]]): row["value"] for row in rows}


def _hours(minutes: int) -> Decimal:
    return (Decimal(minutes) / 60).quantize(Decimal("0.01"), ROUND_HALF_UP)
