"""Of which days the overview tells, and the bands of waiting."""

from __future__ import annotations

from datetime import date

import pytest

from vrijplaats.core.errors import InvalidInput
from vrijplaats.reports.overview.rules import BANDS, BOUNDS, days_until

TODAY = date(2026, 11, 26)


def test_what_lies_ahead_is_left_out() -> None:
    assert days_until(date(2026, 10, 1), date(2026, 12, 31), TODAY) == (date(2026, 10, 1), TODAY)
    assert days_until(date(2026, 7, 1), date(2026, 9, 30), TODAY) == (date(2026, 7, 1), date(2026, 9, 30))


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        (date(1999, 12, 31), date(2026, 1, 1), "periodStart"),
        (date(2026, 2, 1), date(2026, 1, 31), "periodEnd"),
        (date(2001, 1, 1), date(2026, 1, 1), "periodEnd"),
    ],
)
def test_days_that_cannot_be_say_which_one_is_wrong(start: date, end: date, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        days_until(start, end, TODAY)
    assert caught.value.fields["field"] == field


def test_bands_follow_each_other_and_leave_out_no_day() -> None:
    assert BANDS[0].longer_than is None
    assert BANDS[-1].at_most is None
    assert [band.at_most for band in BANDS[:-1]] == [band.longer_than for band in BANDS[1:]]
    assert BOUNDS == [15, 31]
