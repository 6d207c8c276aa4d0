"""Days of the demo: Dutch holidays, moments on the clock in Amsterdam, working hours."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from vrijplaats.core.clock import AMSTERDAM

HISTORY_DAYS = 730
AHEAD_DAYS = 21


@cache
def instant(day: date, at: time) -> datetime:
    """The moment at which the clock in Amsterdam shows this."""
    return datetime.combine(day, at, tzinfo=AMSTERDAM).astimezone(UTC)


def days(number: float) -> timedelta:
    """So many days."""
    return timedelta(days=number)


@cache
def holidays(year: int) -> frozenset[date]:
    """The days on which nothing is open."""
    easter = _easter(year)
    king = date(year, 4, 27) if date(year, 4, 27).isoweekday() != 7 else date(year, 4, 26)
    moving = {easter + days(offset) for offset in (0, 1, 39, 49, 50)}
    return frozenset({date(year, 1, 1), king, date(year, 12, 25), date(year, 12, 26)} | moving)


def holidays_between(first: date, last: date) -> list[date]:
    """The holidays from the first day to the last, in order."""
    found = {day for year in range(first.year, last.year + 1) for day in holidays(year) if first <= day <= last}
    return sorted(found)


def _easter(year: int) -> date:
    """The Gregorian computus (Meeus, Jones, Butcher)."""
    century, rest = divmod(year, 100)
    leap, left = divmod(century, 4)
    moon = (19 * (year % 19) + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, year_left = divmod(rest, 4)
    week = (32 + 2 * left + 2 * quarter - moon - year_left) % 7
    shift = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)
