"""States and waiting."""

from datetime import UTC, datetime

import pytest

from vrijplaats.requests.rules import RequestState, may_become, waiting_days, why_passed

OPEN, OFFERED, MATCHED, WITHDRAWN, CLOSED = RequestState
ALLOWED = {
    (OPEN, OFFERED),
    (OFFERED, OPEN),
    (OFFERED, MATCHED),
    (OPEN, WITHDRAWN),
    (OFFERED, WITHDRAWN),
    (OPEN, CLOSED),
    (OFFERED, CLOSED),
    (MATCHED, OPEN),
    (MATCHED, CLOSED),
}


@pytest.mark.parametrize("before", RequestState)
@pytest.mark.parametrize("after", RequestState)
def test_a_request_moves_as_the_contract_says(before: RequestState, after: RequestState) -> None:
    assert (before in may_become(after)) == ((before, after) in ALLOWED)


@pytest.mark.parametrize("state", [MATCHED, WITHDRAWN, CLOSED])
def test_what_has_passed_is_said_in_words(state: RequestState) -> None:
    assert set(why_passed(state)) == {"nl", "en"}


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        (datetime(2026, 11, 1, 12, tzinfo=UTC), datetime(2026, 11, 1, 20, tzinfo=UTC), 0),
        # 23.30 and 00.30 in Amsterdam
        (datetime(2026, 11, 1, 22, 30, tzinfo=UTC), datetime(2026, 11, 1, 23, 30, tzinfo=UTC), 1),
        # over the change to winter time, and to summer time
        (datetime(2026, 10, 24, 22, 30, tzinfo=UTC), datetime(2026, 10, 25, 23, 30, tzinfo=UTC), 1),
        (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), datetime(2026, 3, 29, 21, 30, tzinfo=UTC), 0),
        (datetime(2026, 1, 1, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC), 0),
    ],
)
def test_waiting_is_counted_in_days_on_the_calendar_in_amsterdam(since: datetime, until: datetime, days: int) -> None:
    assert waiting_days(since, until) == days
