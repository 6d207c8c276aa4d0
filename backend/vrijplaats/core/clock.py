"""Now and today. Storage is UTC, days are counted in Amsterdam."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

_standing_still: datetime | None = None


def now() -> datetime:
    """The present moment, aware and in UTC."""
    return _standing_still or datetime.now(UTC)


def today() -> date:
    """The date on the calendar in Amsterdam."""
    return now().astimezone(AMSTERDAM).date()


def midnight(day: date) -> datetime:
    """The moment at which this day begins in Amsterdam, in UTC; a day lasts 23 to 25 hours."""
    return datetime.combine(day, time(), tzinfo=AMSTERDAM).astimezone(UTC)


@contextmanager
def travel(moment: datetime) -> Iterator[None]:
    """Let the clock stand still at `moment`: only for code in this process, so no request can ask for it."""
    global _standing_still
    if moment.tzinfo is None:
        raise ValueError("travel needs a moment with a time zone")
    before, _standing_still = _standing_still, moment.astimezone(UTC)
    try:
        yield
    finally:
        _standing_still = before
