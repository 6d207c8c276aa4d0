"""Parts of the week, days away and a pause: pure rules, by the day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrijplaats.core import clock
from vrijplaats.core.errors import InvalidInput
from vrijplaats.volunteers.availability import rules
from vrijplaats.volunteers.availability.rules import DayPart, WeekPart, cut, hours_of, merged, parts_of, parts_touched
from vrijplaats.volunteers.rules import Hours, Pause, Period

TODAY = date(2026, 11, 25)
_days = st.integers(-40, 400).map(lambda number: TODAY + timedelta(days=number))
_periods = st.lists(st.tuples(_days, st.integers(0, 60)).map(lambda p: Period(p[0], p[0] + timedelta(days=p[1]))))
_parts = st.sets(st.builds(WeekPart, st.integers(1, 7), st.sampled_from(DayPart)))


def _all_days(periods: tuple[Period, ...] | list[Period]) -> set[date]:
    return {p.first + timedelta(days=n) for p in periods for n in range((p.last - p.first).days + 1)}


@given(_periods)
def test_merging_loses_no_day_and_adds_none(periods: list[Period]) -> None:
    together = merged(periods)
    assert _all_days(together) == _all_days(periods)
    # in order, and at least a day in between: what touches is one
    assert all(b.first - a.last > timedelta(days=1) for a, b in pairwise(together))
    assert merged(together) == together


@given(_periods, _days, st.integers(0, 90))
def test_cutting_keeps_the_days_that_lie_inside(periods: list[Period], first: date, length: int) -> None:
    within = Period(first, first + timedelta(days=length))
    assert _all_days(cut(periods, within)) == {day for day in _all_days(periods) if within.holds(day)}


@given(_parts)
def test_parts_of_the_week_come_back_from_their_hours(parts: set[WeekPart]) -> None:
    hours = hours_of(parts)
    assert set(parts_of(hours)) == parts
    assert len({(each.weekday, each.starts) for each in hours}) == len(hours)
    assert all(each.starts < each.ends for each in hours)


def test_a_morning_and_an_afternoon_are_one_stretch() -> None:
    parts = [WeekPart(2, DayPart.AFTERNOON), WeekPart(2, DayPart.MORNING), WeekPart(2, DayPart.EVENING)]
    assert hours_of(parts[:2]) == (Hours(2, time(8), time(17)),)
    assert hours_of(parts) == (Hours(2, time(8), time(22)),)
    assert hours_of([parts[1], parts[2]]) == (Hours(2, time(8), time(12)), Hours(2, time(17), time(22)))


@pytest.mark.parametrize(
    ("starts", "ends", "parts"),
    [
        (time(9), time(17), [DayPart.MORNING, DayPart.AFTERNOON]),
        (time(12, 30), time(18), [DayPart.AFTERNOON]),
        (time(0), time(23, 59), list(DayPart)),
        (time(10), time(12), [DayPart.MORNING]),
        (time(10, 1), time(12), []),
    ],
)
def test_hours_that_were_known_before_are_shown_as_the_parts_they_mostly_fill(
    starts: time, ends: time, parts: list[DayPart]
) -> None:
    assert parts_of([Hours(3, starts, ends)]) == tuple(WeekPart(3, part) for part in parts)


def test_visiting_hours_of_a_quarter_of_an_hour_touch_their_part() -> None:
    assert parts_touched([Hours(1, time(11, 45), time(13))]) == (
        WeekPart(1, DayPart.MORNING),
        WeekPart(1, DayPart.AFTERNOON),
    )
    assert parts_touched([Hours(1, time(17), time(17))]) == ()


@pytest.mark.parametrize(("ends_on", "last"), [(TODAY, TODAY), (None, date(2099, 1, 1))])
def test_a_pause_holds_from_its_first_up_to_and_including_its_last_day(ends_on: date | None, last: date) -> None:
    pause = Pause(starts_on=TODAY, ends_on=ends_on)
    assert not pause.holds(TODAY - timedelta(days=1))
    assert pause.holds(TODAY) and pause.holds(last)
    assert pause.holds(last + timedelta(days=1)) is (ends_on is None)


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (-1, 3, "from"),
        (3, 2, "until"),
        (0, 366, "until"),
        (0, 0, None),
        (0, 365, None),
        (365, 365, None),
    ],
)
def test_days_away_are_to_come_in_order_and_within_a_year(first: int, last: int, field: str | None) -> None:
    period = Period(TODAY + timedelta(days=first), TODAY + timedelta(days=last))
    if field is None:
        rules.check_away(period, TODAY)
        return
    with pytest.raises(InvalidInput) as refused:
        rules.check_away(period, TODAY)
    assert refused.value.fields["field"] == field


@pytest.mark.parametrize(("days", "good"), [(None, True), (-1, False), (0, True), (365, True), (366, False)])
def test_a_pause_ends_today_or_within_a_year(days: int | None, good: bool) -> None:
    ends_on = None if days is None else TODAY + timedelta(days=days)
    if good:
        rules.check_pause(ends_on, TODAY)
        return
    with pytest.raises(InvalidInput):
        rules.check_pause(ends_on, TODAY)


@pytest.mark.parametrize(("number", "good"), [(-1, False), (0, True), (20, True), (21, False)])
def test_nobody_to_twenty_people(number: int, good: bool) -> None:
    if good:
        rules.check_people(number)
        return
    with pytest.raises(InvalidInput):
        rules.check_people(number)


# the clock goes back on 25 October and forward on 28 March
@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 10, 25), 25), (date(2026, 10, 26), 24), (date(2027, 3, 28), 23)]
)
def test_a_day_lasts_from_midnight_to_midnight_here(day: date, hours: int) -> None:
    begin, end = clock.midnight(day), clock.midnight(day + timedelta(days=1))
    assert end - begin == timedelta(hours=hours)
    assert begin.astimezone(clock.AMSTERDAM).date() == day
    assert (end - timedelta(microseconds=1)).astimezone(clock.AMSTERDAM).date() == day


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 25, 6, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 25, 7, 0, tzinfo=UTC), True),
        (datetime(2026, 7, 1, 6, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 25, 20, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 25, 21, 0, tzinfo=UTC), False),
    ],
)
def test_nobody_is_welcomed_back_at_night(moment: datetime, day: bool) -> None:
    assert rules.is_day(moment) is day
