"""The first two publications of the demo, made by the operator through the product itself, each in its own time."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from vrijplaats.core import clock
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.db import close_database, open_database, transaction
from vrijplaats.demo import rows
from vrijplaats.demo.calendar import instant
from vrijplaats.demo.world import World
from vrijplaats.reports.actions import publish_report
from vrijplaats.settings import Login, current

DAYS_UNTIL_PUBLISHED = 33
Quarter = tuple[date, date]


def published_quarters(today: date) -> list[Quarter]:
    """The two before the last one that is over; that one is left to the operator."""
    first = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    last_closed = _before(first)
    second = _before(last_closed[0])
    return [_before(second[0]), second]


async def publish_older_quarters(world: World, progress: Callable[[str, int, int], None]) -> None:
    """Through `publish_report`, so that what is published is what the product publishes."""
    operator = _operator(world)
    quarters = published_quarters(world.today)
    await open_database(current().dsn(Login.APP), max_size=1)
    try:
        for number, (first, last) in enumerate(quarters, start=1):
            with clock.travel(_published_at(last)):
                async with transaction(operator):
                    await publish_report(operator, period_start=first, period_end=last)
            progress("publications", number, len(quarters))
    finally:
        await close_database()


def _before(day: date) -> Quarter:
    last = day - timedelta(days=1)
    return date(last.year, last.month - 2, 1), last


def _published_at(last: date) -> datetime:
    return instant(last + timedelta(days=DAYS_UNTIL_PUBLISHED), time(10))


def _operator(world: World) -> Actor:
    row = next(row for row in world.rows[rows.DemoPersona] if row.key == "operator")
    return Actor(
        person_id=row.person_id,
        role=Role.OPERATOR,
        membership_id=row.membership_id,
        organisation_id=None,
        facility_id=None,
        volunteer_id=None,
        locale="nl",
    )
