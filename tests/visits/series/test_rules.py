"""The days of a rhythm and what stands in their way. Properties over all days of many years, clock changes included."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import InvalidInput
from vrijplaats.facilities.rules import Slot
from vrijplaats.visits.series import rules
from vrijplaats.visits.series.holidays import holidays_on
from vrijplaats.visits.series.rules import Around, Hindrance, OccurrenceState, Rhythm

DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))
# by daylight: a prison receives nobody between two and three at night, when the clock changes
TIMES = st.times(time(6), time(21)).map(lambda at: at.replace(second=0, microsecond=0))
RHYTHMS = st.builds(
    Rhythm,
    every_weeks=st.sampled_from(rules.WEEKS),
    first_day=DAYS,
    starts=TIMES,
    minutes=st.integers(min_value=10, max_value=170),
)
NINE_TO_FIVE = Slot(
    id=uuid4(), weekday=2, starts=time(9), ends=time(17), capacity=2, active_from=date(2020, 1, 1), active_until=None
)
TUESDAY = date(2026, 12, 1)
AT_TWO = Rhythm(every_weeks=2, first_day=TUESDAY, starts=time(14), minutes=60)


@given(RHYTHMS, DAYS, st.integers(min_value=0, max_value=400))
def test_always_that_weekday_and_that_many_weeks_apart(rhythm: Rhythm, from_day: date, length: int) -> None:
    days = rhythm.days(from_day, from_day + timedelta(days=length))
    assert all(day.isoweekday() == rhythm.weekday and day >= rhythm.first_day for day in days)
    assert all(later - day == timedelta(weeks=rhythm.every_weeks) for day, later in pairwise(days))
    assert all((day - rhythm.first_day).days % (7 * rhythm.every_weeks) == 0 for day in days)


@given(RHYTHMS, st.integers(min_value=0, max_value=60))
def test_the_clock_on_the_wall_always_says_the_same(rhythm: Rhythm, times: int) -> None:
    day = rhythm.first_day + timedelta(weeks=rhythm.every_weeks * times)
    starts_at, ends_at = rhythm.moment(day)
    local = starts_at.astimezone(AMSTERDAM)
    assert (local.date(), local.time()) == (day, rhythm.starts)
    assert ends_at - starts_at == timedelta(minutes=rhythm.minutes)


@given(RHYTHMS, DAYS, st.lists(st.integers(min_value=0, max_value=90), min_size=1, max_size=12))
def test_however_often_and_late_one_looks_each_day_comes_by_once(
    rhythm: Rhythm, from_day: date, pauses: list[int]
) -> None:
    """Windows that touch, whatever their lengths: together they hold what one long look holds."""
    found: list[date] = []
    edge = from_day
    for pause in pauses:
        until = edge + timedelta(days=pause)
        found += rhythm.days(edge, until)
        edge = until + timedelta(days=1)
    assert found == rhythm.days(from_day, edge - timedelta(days=1))


@given(RHYTHMS, DAYS)
def test_the_coming_ones_are_the_first_that_have_not_begun(rhythm: Rhythm, today: date) -> None:
    now = datetime.combine(today, time(12), tzinfo=UTC)
    found = rules.coming(rhythm, now)
    assert len(found) == rules.SHOWN
    assert all(rhythm.moment(day)[0] > now and rhythm.has(day) for day in found)
    assert found == rules.ahead(rhythm, now, found[-1])


@pytest.mark.parametrize(
    ("first", "utc_hours"),
    [(date(2026, 3, 17), [13, 12, 12]), (date(2026, 10, 13), [12, 13, 13])],
    ids=["to summer time on 29 March", "to winter time on 25 October"],
)
def test_two_in_the_afternoon_stays_two_in_the_afternoon(first: date, utc_hours: list[int]) -> None:
    rhythm = Rhythm(every_weeks=2, first_day=first, starts=time(14), minutes=60)
    moments = [rhythm.moment(day)[0] for day in rhythm.days(first, first + timedelta(weeks=4))]
    assert [moment.hour for moment in moments] == utc_hours
    assert {moment.astimezone(AMSTERDAM).time() for moment in moments} == {time(14)}


def _around(**changes: object) -> Around:
    usual: dict[str, object] = {"slots": (NINE_TO_FIVE,), "admitted": {TUESDAY}}
    return Around(**(usual | changes))  # type: ignore[arg-type]  # the fields of the test are those of Around


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        (_around(), None),
        (_around(closed={TUESDAY: "HOLIDAY"}, slots=()), Hindrance.CLOSED),
        (_around(slots=()), Hindrance.OUTSIDE_HOURS),
        (_around(away={TUESDAY}, admitted=()), Hindrance.AWAY),
        (_around(admitted=()), Hindrance.NOT_ADMITTED),
        (_around(busy=[AT_TWO.moment(TUESDAY)]), Hindrance.ELSEWHERE),
        (_around(taken={(NINE_TO_FIVE.id, TUESDAY): 2}), Hindrance.FULL),
        (_around(taken={(NINE_TO_FIVE.id, TUESDAY): 1}), None),
    ],
)
def test_what_stands_in_the_way(around: Around, expected: Hindrance | None) -> None:
    assert rules.hindrance(AT_TWO, TUESDAY, around) is expected


def test_what_ends_when_it_begins_is_no_clash() -> None:
    before = (AT_TWO.moment(TUESDAY)[0] - timedelta(hours=1), AT_TWO.moment(TUESDAY)[0])
    assert rules.hindrance(AT_TWO, TUESDAY, _around(busy=[before])) is None


def test_what_is_beyond_the_horizon_may_still_become_possible() -> None:
    far = TUESDAY + rules.HORIZON + timedelta(days=1)
    assert rules.state_of(TUESDAY, Hindrance.FULL, TUESDAY) is OccurrenceState.HELD_BACK
    assert rules.state_of(TUESDAY, None, TUESDAY) is OccurrenceState.TO_COME
    assert rules.state_of(far, Hindrance.FULL, TUESDAY) is OccurrenceState.TO_COME


@pytest.mark.parametrize("weeks", [-2, 0, 1, 4, 52])
def test_every_two_or_three_weeks_and_nothing_else(weeks: int) -> None:
    starts_at = datetime(2026, 12, 1, 14, tzinfo=AMSTERDAM)
    with pytest.raises(InvalidInput):
        rules.rhythm_from(weeks, starts_at, starts_at + timedelta(hours=1))


@pytest.mark.parametrize("odd", [timedelta(seconds=1), timedelta(microseconds=1)])
def test_whole_minutes_only(odd: timedelta) -> None:
    starts_at = datetime(2026, 12, 1, 14, tzinfo=AMSTERDAM)
    with pytest.raises(InvalidInput):
        rules.rhythm_from(2, starts_at + odd, starts_at + odd + timedelta(hours=1))
    with pytest.raises(InvalidInput):
        rules.rhythm_from(2, starts_at, starts_at + timedelta(hours=1) + odd)


def test_the_first_time_says_the_whole_rhythm() -> None:
    starts_at = datetime(2026, 12, 1, 13, tzinfo=UTC)
    assert rules.rhythm_from(2, starts_at, starts_at + timedelta(hours=1)) == AT_TWO


def test_holidays_have_their_names_in_both_languages() -> None:
    names = holidays_on([date(2026, 12, 26), date(2026, 12, 28), date(2027, 4, 27), date(2027, 3, 26)])
    assert {day: name["nl"] for day, name in names.items()} == {
        date(2026, 12, 26): "Tweede kerstdag",
        date(2027, 4, 27): "Koningsdag",
        date(2027, 3, 26): "Goede vrijdag",
    }
    assert names[date(2027, 4, 27)]["en"] == "King's Day"
