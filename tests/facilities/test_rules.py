"""Visiting hours become moments, also when the clock changes."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.facilities.rules import Moment, Slot, moments, slot_for

SLOT = UUID("01890000-0000-7000-8000-000000000001")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
SUNDAY = 7
TO_WINTER, TO_SUMMER = date(2026, 10, 25), date(2026, 3, 29)


def a_slot(**changes: Any) -> Slot:
    hours: dict[str, Any] = {
        "weekday": 2,
        "starts": time(13),
        "ends": time(16),
        "capacity": 3,
        "active_from": date(2020, 1, 1),
    }
    return Slot(**({"id": SLOT} | hours | changes))


def found(*slots: Slot, **changes: Any) -> list[Moment]:
    usual: dict[str, Any] = {
        "blocked": set(),
        "taken": {},
        "from_day": date(2026, 11, 23),
        "days": 14,
        "after": LONG_AGO,
    }
    return moments(slots, **(usual | changes))


def test_weekly_hours_come_back_each_week_in_the_time_on_the_wall() -> None:
    assert [(m.starts_at, m.ends_at) for m in found(a_slot())] == [
        (datetime(2026, 11, 24, 12, tzinfo=UTC), datetime(2026, 11, 24, 15, tzinfo=UTC)),
        (datetime(2026, 12, 1, 12, tzinfo=UTC), datetime(2026, 12, 1, 15, tzinfo=UTC)),
    ]


@pytest.mark.parametrize("change", [TO_WINTER, TO_SUMMER])
def test_visiting_hours_stay_where_they_are_on_the_wall_when_the_clock_changes(change: date) -> None:
    days = found(a_slot(weekday=SUNDAY), from_day=change - timedelta(days=7), days=15)
    walls = [(m.starts_at.astimezone(AMSTERDAM).time(), m.ends_at.astimezone(AMSTERDAM).time()) for m in days]
    assert walls == [(time(13), time(16))] * 3
    gaps = [later.starts_at - earlier.starts_at for earlier, later in pairwise(days)]
    assert gaps[0] == timedelta(days=7, hours=1 if change == TO_WINTER else -1)
    assert gaps[1] == timedelta(days=7)


def test_a_night_is_longer_in_autumn_and_shorter_in_spring() -> None:
    night = a_slot(weekday=SUNDAY, starts=time(1), ends=time(5))
    autumn, spring = found(night, from_day=TO_WINTER, days=1)[0], found(night, from_day=TO_SUMMER, days=1)[0]
    assert autumn.ends_at - autumn.starts_at == timedelta(hours=5)
    assert spring.ends_at - spring.starts_at == timedelta(hours=3)


def test_hours_that_the_clock_skips_are_no_moment() -> None:
    skipped = a_slot(weekday=SUNDAY, starts=time(2, 15), ends=time(2, 45))
    assert found(skipped, from_day=TO_SUMMER, days=1) == []
    assert len(found(skipped, from_day=TO_SUMMER, days=8)) == 1


def test_hours_that_come_twice_are_the_first_time() -> None:
    twice = a_slot(weekday=SUNDAY, starts=time(2, 15), ends=time(2, 45))
    assert found(twice, from_day=TO_WINTER, days=1)[0].starts_at == datetime(2026, 10, 25, 0, 15, tzinfo=UTC)


def test_a_blocked_day_has_no_moments() -> None:
    assert [m.day for m in found(a_slot(), blocked={date(2026, 11, 24)})] == [date(2026, 12, 1)]


def test_places_taken_are_places_less_and_never_fewer_than_none() -> None:
    taken = {(SLOT, date(2026, 11, 24)): 2, (SLOT, date(2026, 12, 1)): 4, (uuid4(), date(2026, 11, 24)): 9}
    assert [m.places_left for m in found(a_slot(), taken=taken)] == [1, 0]


def test_what_has_begun_is_over() -> None:
    start = datetime(2026, 11, 24, 12, tzinfo=UTC)
    assert len(found(a_slot(), after=start - timedelta(seconds=1))) == 2
    assert len(found(a_slot(), after=start)) == 1


def test_hours_hold_from_and_until_their_days() -> None:
    days = [m.day for m in found(a_slot(active_from=date(2026, 12, 1)))]
    assert days == [date(2026, 12, 1)]
    assert [m.day for m in found(a_slot(active_until=date(2026, 11, 24)))] == [date(2026, 11, 24)]


def test_moments_are_in_order_of_time() -> None:
    morning = a_slot(id=uuid4(), weekday=3, starts=time(9), ends=time(10))
    assert [m.day.day for m in found(a_slot(weekday=4), morning)] == [25, 26, 2, 3]


@given(day=st.dates(date(2024, 1, 1), date(2030, 12, 31)), start=st.times(), minutes=st.integers(1, 600))
def test_every_moment_is_inside_its_own_hours(day: date, start: time, minutes: int) -> None:
    starts = start.replace(microsecond=0)
    ends = (datetime.combine(day, starts) + timedelta(minutes=minutes)).time()
    if ends <= starts:
        return
    slot = a_slot(weekday=day.isoweekday(), starts=starts, ends=ends)
    for moment in found(slot, from_day=day, days=1):
        assert moment.starts_at < moment.ends_at
        assert slot_for([slot], moment.starts_at, moment.ends_at) == (slot, day)


@pytest.mark.parametrize(
    ("start", "end", "inside"),
    [
        ("13:00", "16:00", True),
        ("14:00", "15:00", True),
        ("12:59", "15:00", False),
        ("15:00", "16:01", False),
        ("15:00", "15:00", False),
        ("15:00", "14:00", False),
    ],
)
def test_a_visit_lies_within_visiting_hours_or_not(start: str, end: str, inside: bool) -> None:
    moment = [datetime.combine(date(2026, 11, 24), time.fromisoformat(at), tzinfo=AMSTERDAM) for at in (start, end)]
    held = slot_for([a_slot(weekday=1), a_slot()], *moment)
    assert held == ((a_slot(), date(2026, 11, 24)) if inside else None)
    next_day = [at + timedelta(days=1) for at in moment]
    assert slot_for([a_slot()], *next_day) is None
