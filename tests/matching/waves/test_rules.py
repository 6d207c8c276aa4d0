"""When the next wave goes and who is in it: whatever the state and the moment, both clock changes included."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import InvalidInput
from vrijplaats.matching.waves.rules import (
    EVENINGS,
    MORNINGS,
    MOST_HOURS,
    MOST_PEOPLE,
    End,
    EndReason,
    Night,
    Rhythm,
    Send,
    Standing,
    Wait,
    check_night,
    check_rhythm,
    check_wave,
    decide,
    goes_at,
    is_due,
    next_moment,
)

PEOPLE = [UUID(int=number) for number in range(1, 25)]
MOMENTS = st.integers(0, 3 * 366 * 24 * 60).map(
    lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
RANKED = st.lists(st.sampled_from(PEOPLE), unique=True)
NIGHTS = st.builds(Night, starts=st.sampled_from(EVENINGS), ends=st.sampled_from(MORNINGS))
STANDINGS = st.builds(
    Standing,
    size=st.integers(1, MOST_PEOPLE),
    next_at=MOMENTS,
    waiting=st.booleans(),
    ours=st.booleans(),
    open_offers=st.integers(0, 3),
    asked=st.frozensets(st.sampled_from(PEOPLE)),
    night=NIGHTS,
)


@given(standing=STANDINGS, ranked=RANKED, now=MOMENTS)
def test_only_the_next_best_who_were_never_asked_are_asked(
    standing: Standing, ranked: list[UUID], now: datetime
) -> None:
    decided = decide(standing, ranked, now)
    if not isinstance(decided, Send):
        return
    chosen = list(decided.volunteer_ids)
    fresh = [each for each in ranked if each not in standing.asked]
    assert chosen == fresh[: standing.size]
    assert 1 <= len(chosen) <= standing.size
    assert standing.waiting
    assert standing.ours


@given(standing=STANDINGS, ranked=RANKED, now=MOMENTS)
def test_nobody_is_asked_at_night_or_before_the_time(standing: Standing, ranked: list[UUID], now: datetime) -> None:
    if isinstance(decide(standing, ranked, now), Send):
        assert standing.night.ends <= now.astimezone(AMSTERDAM).hour < standing.night.starts
        assert now >= standing.next_at or standing.open_offers == 0


@given(standing=STANDINGS, ranked=RANKED, now=MOMENTS)
def test_it_ends_when_it_must_and_for_no_other_reason(standing: Standing, ranked: list[UUID], now: datetime) -> None:
    decided = decide(standing, ranked, now)
    if not standing.waiting:
        assert decided == End(EndReason.SETTLED)
    elif not standing.ours:
        assert decided == End(EndReason.HANDED_BACK)
    elif isinstance(decided, End):
        assert decided.reason is EndReason.NOBODY_LEFT
        assert set(ranked) <= standing.asked
        assert not standing.night.holds(now)
    elif isinstance(decided, Wait):
        assert standing.night.holds(now) or (now < standing.next_at and standing.open_offers > 0)


@given(now=MOMENTS, hours=st.integers(1, MOST_HOURS), night=NIGHTS)
@example(now=datetime(2026, 3, 28, 20, tzinfo=UTC), hours=3, night=Night(starts=22, ends=8))  # the clock goes forward
@example(now=datetime(2026, 10, 24, 19, 30, tzinfo=UTC), hours=6, night=Night(starts=22, ends=8))  # and back
def test_what_would_go_at_night_goes_in_the_morning(now: datetime, hours: int, night: Night) -> None:
    wanted, moment = now + timedelta(hours=hours), next_moment(now, hours, night)
    assert not night.holds(moment)
    if not night.holds(wanted):
        assert moment == wanted
        return
    assert moment.astimezone(AMSTERDAM).time() == time(night.ends)
    assert wanted < moment <= wanted + timedelta(hours=17)


def test_a_night_begins_in_the_evening_and_ends_in_the_morning() -> None:
    for starts, ends in ((EVENINGS[0], MORNINGS[0]), (EVENINGS[-1], MORNINGS[-1])):
        check_night(Night(starts=starts, ends=ends))
    for starts, ends in ((EVENINGS[0] - 1, 8), (24, 8), (22, MORNINGS[0] - 1), (22, MORNINGS[-1] + 1), (-1, 8)):
        with pytest.raises(InvalidInput):
            check_night(Night(starts=starts, ends=ends))


@given(standing=STANDINGS, now=MOMENTS)
def test_what_is_shown_is_the_first_moment_at_which_it_goes(standing: Standing, now: datetime) -> None:
    moment = goes_at(standing, now)
    assert moment >= now
    assert is_due(standing, moment)
    assert moment == now or not any(is_due(standing, now + (moment - now) * part / 20) for part in range(20))


@given(standing=STANDINGS, ranked=RANKED)
def test_all_waves_come_to_their_end(standing: Standing, ranked: list[UUID]) -> None:
    """Carried out again and again it asks everybody once, and stops."""
    now, asked, told = standing.next_at, standing.asked, list[UUID]()
    for _ in range(len(ranked) + 1):
        now = next_moment(now, 6, standing.night)
        state = replace(standing, next_at=now, waiting=True, ours=True, open_offers=1, asked=asked)
        decided = decide(state, ranked, now)
        if isinstance(decided, End):
            break
        assert isinstance(decided, Send)
        told += decided.volunteer_ids
        asked |= set(decided.volunteer_ids)
    assert decided == End(EndReason.NOBODY_LEFT)
    assert told == [each for each in ranked if each not in standing.asked]


@pytest.mark.parametrize(("size", "hours"), [(0, 6), (MOST_PEOPLE + 1, 6), (-1, 6), (3, 0), (3, MOST_HOURS + 1)])
def test_a_rhythm_has_bounds(size: int, hours: int) -> None:
    with pytest.raises(InvalidInput):
        check_rhythm(Rhythm(size=size, hours=hours))


def test_the_bounds_themselves_are_good() -> None:
    check_rhythm(Rhythm(size=1, hours=1))
    check_rhythm(Rhythm(size=MOST_PEOPLE, hours=MOST_HOURS))


@pytest.mark.parametrize(("wave", "good"), [(0, False), (1, True), (3, True), (4, False)])
def test_a_wave_is_the_next_or_one_that_went(wave: int, good: bool) -> None:
    if good:
        check_wave(wave, 2)
    else:
        with pytest.raises(InvalidInput):
            check_wave(wave, 2)
