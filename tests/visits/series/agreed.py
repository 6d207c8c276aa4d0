"""A rhythm that was agreed on, and how its days are written."""

from __future__ import annotations

from datetime import date

from tests.visits.series.story import Rhythmic, rhythmic
from tests.visits.story import at as moment
from tests.world import World

DECEMBER = date(2026, 12, 15)
THURSDAY = moment(10, day=3, month=12)


def days(*which: str, at: str = "14:00") -> list[str]:
    """As a list of visits shows them."""
    return [f"{day} {at}" for day in which]


async def agreed(world: World) -> Rhythmic:
    mine = await rhythmic(world)
    await mine.agree()
    return mine


async def verbs(mine: Rhythmic) -> list[str]:
    sql = "select verb from history where organisation_id = $1 order by id"
    return [row["verb"] for row in await mine.story.world.rows(sql, mine.story.organisation)]
