"""Pauses, what a push service asks, and the hours of the night: rules without a clock of their own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrijplaats.notices.push.rules import (
    LONGEST_ASKED,
    LONGEST_PAUSE,
    USUAL,
    QuietHours,
    pause,
    retry_after,
    turn,
)

NOW = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
SPREADS = st.floats(min_value=0, max_value=1)
ASKED = st.none() | st.timedeltas(min_value=timedelta(), max_value=timedelta(days=3))


@given(st.integers(1, 1000), SPREADS, ASKED)
def test_a_pause_is_never_shorter_than_was_asked_nor_without_end(
    attempts: int, spread: float, asked: timedelta | None
) -> None:
    wait = pause(attempts, spread, asked)
    assert timedelta(seconds=2.5) <= wait <= LONGEST_ASKED + LONGEST_PAUSE
    assert wait >= min(asked or timedelta(), LONGEST_ASKED)


@given(st.integers(1, 20), ASKED)
def test_two_that_failed_together_do_not_come_again_together(attempts: int, asked: timedelta | None) -> None:
    assert pause(attempts, 0.9, asked) > pause(attempts, 0.1, asked) or asked is not None
    assert pause(attempts, 1.0, asked) > pause(attempts, 0.0, asked)


def test_pauses_double_up_to_an_hour() -> None:
    waits = [pause(attempts, 1.0, None).total_seconds() for attempts in range(1, 13)]
    assert waits == [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("120", timedelta(seconds=120)),
        (" 7 ", timedelta(seconds=7)),
        ("Tue, 01 Dec 2026 12:05:00 GMT", timedelta(minutes=5)),
        ("Tue, 01 Dec 2026 11:00:00 GMT", timedelta()),
        ("9" * 40, timedelta(seconds=10**6)),
        ("soon", None),
        ("-5", None),
        ("\u0661", None),
        ("", None),
        (None, None),
    ],
)
def test_what_a_push_service_asks_is_read_or_left(said: str | None, meant: timedelta | None) -> None:
    assert retry_after(said, NOW) == meant


@pytest.mark.parametrize(
    ("quiet", "at", "until"),
    [
        (USUAL, "2026-12-01T20:59+00:00", None),
        (USUAL, "2026-12-01T21:00+00:00", "2026-12-02T07:00+00:00"),
        (USUAL, "2026-12-02T06:59+00:00", "2026-12-02T07:00+00:00"),
        (USUAL, "2026-12-02T07:00+00:00", None),
        # both nights in which the clocks change
        (USUAL, "2026-10-24T21:00+00:00", "2026-10-25T07:00+00:00"),
        (USUAL, "2027-03-27T22:00+00:00", "2027-03-28T06:00+00:00"),
        (QuietHours(starts=13, ends=15), "2026-12-01T12:30+00:00", "2026-12-01T14:00+00:00"),
        (QuietHours(starts=13, ends=15), "2026-12-01T14:00+00:00", None),
    ],
)
def test_quiet_hours_are_those_of_the_clock_in_amsterdam(quiet: QuietHours, at: str, until: str | None) -> None:
    expected = datetime.fromisoformat(until) if until else None
    assert quiet.until(datetime.fromisoformat(at)) == expected


@pytest.mark.parametrize(
    ("left", "wait"),
    [
        (timedelta(hours=9), timedelta(hours=9)),
        (timedelta(minutes=20), timedelta(minutes=20)),
        # under way, or about to be
        (timedelta(seconds=60), timedelta(seconds=1)),
        (timedelta(), timedelta(seconds=1)),
        (timedelta(seconds=-5), timedelta(seconds=1)),
    ],
)
def test_what_closes_a_question_waits_for_as_long_as_the_question_does(left: timedelta, wait: timedelta) -> None:
    assert turn(NOW + left, NOW) == wait
