"""When somebody can: parts of the week, days away, a pause and how many people at most. Pure: no input or output.

Whether somebody is away or paused is asked of a day and answered by dates: nothing has to be switched on or off.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.volunteers.rules import Hours, Period

A_DAY = timedelta(days=1)
# somebody can be asked only so far ahead, and holidays are not planned further
FURTHEST = timedelta(days=365)
MOST_PERIODS = 12
MOST_PEOPLE = 20
# how long it is remembered that somebody was away: the visits of last month are looked at with it
KEPT = timedelta(days=30)

# when it is said that a pause is over: not at night
MORNING, EVENING = time(8), time(22)


class DayPart(StrEnum):
    """A part of the day, as people say when they can."""

    MORNING = "MORNING"
    AFTERNOON = "AFTERNOON"
    EVENING = "EVENING"


# hours at which prisons receive nobody need no part
PARTS = {
    DayPart.MORNING: (time(8), time(12)),
    DayPart.AFTERNOON: (time(12), time(17)),
    DayPart.EVENING: (time(17), time(22)),
}


@dataclass(frozen=True, slots=True, order=True)
class WeekPart:
    """A part of a weekday. 1 = Monday."""

    weekday: int
    part: DayPart


def merged(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The same days in as few periods as there can be, in order: what overlaps or touches is one."""
    found: list[Period] = []
    for period in sorted(periods):
        if found and period.first <= found[-1].last + A_DAY:
            found[-1] = Period(found[-1].first, max(found[-1].last, period.last))
        else:
            found.append(period)
    return tuple(found)


def cut(periods: Iterable[Period], within: Period) -> tuple[Period, ...]:
    """What of these periods lies inside that one, in order and merged."""
    inside = (Period(max(each.first, within.first), min(each.last, within.last)) for each in periods)
    return merged(each for each in inside if each.first <= each.last)


def parts_of(hours: Iterable[Hours]) -> tuple[WeekPart, ...]:
    """The parts of the week in which these hours lie: for at least half of the part, and in order."""
    known = list(hours)
    week = (WeekPart(weekday, part) for weekday in range(1, 8) for part in DayPart)
    return tuple(each for each in week if _minutes_in(known, each) * 2 >= _length(each))


def parts_touched(hours: Iterable[Hours]) -> tuple[WeekPart, ...]:
    """The parts of the week in which any of these hours lie, as visiting hours do."""
    known = list(hours)
    week = (WeekPart(weekday, part) for weekday in range(1, 8) for part in DayPart)
    return tuple(each for each in week if _minutes_in(known, each) > 0)


def hours_of(parts: Iterable[WeekPart]) -> tuple[Hours, ...]:
    """The hours of these parts, in order; one after the other is one stretch, as the matching reads it."""
    found: list[Hours] = []
    for each in sorted(set(parts), key=lambda each: (each.weekday, PARTS[each.part])):
        starts, ends = PARTS[each.part]
        if found and (found[-1].weekday, found[-1].ends) == (each.weekday, starts):
            found[-1] = Hours(each.weekday, found[-1].starts, ends)
        else:
            found.append(Hours(each.weekday, starts, ends))
    return tuple(found)


def _minutes_in(hours: Iterable[Hours], part: WeekPart) -> int:
    starts, ends = PARTS[part.part]
    return sum(
        max(0, _minutes(min(each.ends, ends)) - _minutes(max(each.starts, starts)))
        for each in hours
        if each.weekday == part.weekday
    )


def _length(part: WeekPart) -> int:
    starts, ends = PARTS[part.part]
    return _minutes(ends) - _minutes(starts)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def is_day(moment: datetime) -> bool:
    """Whether people are told something that can wait until they are up, in Amsterdam."""
    return MORNING <= moment.astimezone(AMSTERDAM).time() < EVENING


def check_week(parts: Iterable[WeekPart]) -> None:
    """Raise InvalidInput unless each is of a day of the week."""
    if not all(1 <= each.weekday <= 7 for each in parts):
        label: Words = {"nl": "Dag", "en": "Day"}
        raise InvalidInput(field="weekday", label=label, requirement=_WEEKDAY)


def check_people(capacity: int) -> None:
    """Raise InvalidInput unless somebody can visit so many people; none is possible, and means nobody new."""
    if not 0 <= capacity <= MOST_PEOPLE:
        label: Words = {"nl": "Aantal mensen", "en": "Number of people"}
        raise InvalidInput(field="capacity", label=label, requirement=_PEOPLE)


def check_away(period: Period, today: date) -> None:
    """Raise InvalidInput unless the period can still be said: not gone, not turned around, not far off."""
    if period.first < today:
        raise InvalidInput(field="from", label=_FROM, requirement=_NOT_PAST)
    if period.last < period.first:
        raise InvalidInput(field="until", label=_UNTIL, requirement=_NOT_BEFORE)
    if period.last > today + FURTHEST:
        raise InvalidInput(field="until", label=_UNTIL, requirement=_A_YEAR)


def check_amount(periods: Iterable[Period]) -> None:
    """Raise InvalidInput when there are more periods than anybody keeps track of."""
    if len(tuple(periods)) > MOST_PERIODS:
        raise InvalidInput(field="from", label={"nl": "Weg", "en": "Away"}, requirement=_MANY)


def check_pause(ends_on: date | None, today: date) -> None:
    """Raise InvalidInput unless the last day of a pause is still to come and not far off; none is possible."""
    if ends_on is None:
        return
    if ends_on < today:
        raise InvalidInput(field="until", label=_UNTIL, requirement=_NOT_PAST)
    if ends_on > today + FURTHEST:
        raise InvalidInput(field="until", label=_UNTIL, requirement=_A_YEAR)


_FROM: Words = {"nl": "Eerste dag", "en": "First day"}
_UNTIL: Words = {"nl": "Laatste dag", "en": "Last day"}
_NOT_PAST: Words = {"nl": "kies vandaag of een dag die nog komt", "en": "choose today or a day still to come"}
_NOT_BEFORE: Words = {"nl": "kies de eerste dag of een dag daarna", "en": "choose the first day or a later one"}
_A_YEAR: Words = {"nl": "kies een dag binnen een jaar", "en": "choose a day within a year"}
_MANY: Words = {
    "nl": f"meer dan {MOST_PERIODS} keer past niet, haal er eerst een weg",
    "en": f"more than {MOST_PERIODS} does not fit, remove one first",
}
_WEEKDAY: Words = {"nl": "kies een dag van maandag tot en met zondag", "en": "choose a day from Monday to Sunday"}
_PEOPLE: Words = {"nl": f"kies 0 tot en met {MOST_PEOPLE} mensen", "en": f"choose 0 to {MOST_PEOPLE} people"}
