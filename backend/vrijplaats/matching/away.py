"""Being away soon: what the ranking says of it, and how much it counts. Pure."""

from collections.abc import Sequence
from datetime import date, timedelta

from vrijplaats.matching.facts import Fact, FactKind
from vrijplaats.volunteers.rules import Period, Volunteer

# a first visit is planned within this time; who is away for all of it has no day that suits
SOON_DAYS = 14


def away_soon(volunteer: Volunteer, day: date) -> list[Fact]:
    """The first time away within two weeks: until when, or from when until when."""
    for period in volunteer.away:
        if period.holds(day):
            return [Fact(FactKind.AWAY, (period.last.isoformat(),))]
        if day < period.first < day + timedelta(days=SOON_DAYS):
            return [Fact(FactKind.AWAY, (period.first.isoformat(), period.last.isoformat()))]
    return []


def there(away: Sequence[Period], day: date) -> float:
    """The part of the coming two weeks in which somebody is not away, from 0 to 1."""
    soon = [day + timedelta(days=number) for number in range(SOON_DAYS)] if away else []
    gone = sum(any(period.holds(each) for period in away) for each in soon)
    return 1 - gone / SOON_DAYS
