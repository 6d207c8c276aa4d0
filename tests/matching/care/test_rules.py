"""Which signs follow from what is known of a volunteer: by examples, and for anything that could be known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrijplaats.matching.care.rules import (
    FIRST_VISIT,
    LONG,
    SHORT,
    WINDOW,
    Bond,
    CareSignal,
    Facts,
    Sign,
    Talk,
    half_years,
    signs,
    silent_since,
    usual_visits,
)
from vrijplaats.volunteers.rules import months_after

TODAY = date(2026, 11, 26)
BOND = Bond(UUID(int=1), "Duin 1", TODAY - timedelta(days=60), 2)
USUAL = Facts(capacity=1, carrying=1, active=True, bonds=(BOND,))


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def _kinds(facts: Facts) -> list[CareSignal]:
    return [sign.signal for sign in signs(facts, TODAY)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, []),
        (13, []),
        (14, [CareSignal.SILENT_14]),
        (29, [CareSignal.SILENT_14]),
        (30, [CareSignal.SILENT_30]),
        (90, [CareSignal.SILENT_30]),
    ],
)
def test_silence_is_counted_from_the_last_sign_of_life(days: int, expected: list[CareSignal]) -> None:
    facts = replace(USUAL, bonds=(replace(BOND, started_on=_ago(150)),), last_sign=_ago(days))
    assert _kinds(facts) == expected


def test_who_has_a_visit_ahead_is_not_silent_unless_an_older_one_was_never_logged() -> None:
    silent = replace(USUAL, last_sign=_ago(40))
    assert _kinds(silent) == [CareSignal.SILENT_30]
    assert _kinds(replace(silent, ahead=True)) == []
    assert _kinds(replace(silent, ahead=True, unlogged=True)) == [CareSignal.SILENT_30]


def test_who_is_paused_or_away_or_visits_nobody_is_not_called_silent() -> None:
    silent = replace(USUAL, last_sign=_ago(40))
    assert _kinds(replace(silent, active=False)) == []
    assert _kinds(replace(silent, bonds=())) == []


def test_a_talk_about_anything_begins_the_silence_anew() -> None:
    silent = replace(USUAL, last_sign=_ago(40))
    for signal in CareSignal:
        for days in (0, 13):
            assert _kinds(replace(silent, talks=(Talk(signal, "1", _ago(days)),))) == []
    talk = Talk(CareSignal.SILENT_30, _ago(60).isoformat(), _ago(14))
    assert _kinds(replace(silent, talks=(talk,))) == [CareSignal.SILENT_14]


def test_a_first_visit_is_a_reason_to_call_for_two_weeks_once_for_each_match() -> None:
    other = replace(BOND, match_id=UUID(int=2), pseudonym="Duin 2", first_held=_ago(13))
    facts = replace(USUAL, ahead=True, capacity=2, carrying=2, bonds=(replace(BOND, first_held=_ago(14)), other))
    (sign,) = signs(facts, TODAY)
    assert (sign.signal, sign.bond, sign.since) == (CareSignal.FIRST_VISIT, other, _ago(13))
    assert _kinds(replace(facts, talks=(Talk(CareSignal.FIRST_VISIT, sign.fact, TODAY),))) == []


def test_a_first_visit_that_turned_out_not_to_have_been_one_leaves_the_next_to_be_spoken_about() -> None:
    facts = replace(USUAL, ahead=True, bonds=(replace(BOND, first_held=_ago(3)),))
    before = Talk(CareSignal.FIRST_VISIT, str(BOND.match_id), _ago(9))
    (sign,) = signs(replace(facts, talks=(before,)), TODAY)
    assert sign.fact == f"{BOND.match_id}:{_ago(3).isoformat()}"
    since = Talk(CareSignal.FIRST_VISIT, sign.fact, _ago(2))
    assert _kinds(replace(facts, talks=(before, since))) == []
    # an earlier visit that was logged late is no new first one
    late = replace(facts, bonds=(replace(BOND, first_held=_ago(8)),))
    assert _kinds(replace(late, talks=(since,))) == []


def test_who_is_ready_for_thirty_days_and_was_never_asked_is_called_and_again_after_another_thirty() -> None:
    facts = replace(USUAL, active=False, bonds=(), carrying=0, ready_since=_ago(29))
    assert _kinds(facts) == []
    facts = replace(facts, ready_since=_ago(45))
    (sign,) = signs(facts, TODAY)
    assert (sign.signal, sign.since) == (CareSignal.NEVER_ASKED, _ago(45))
    spoken = replace(facts, talks=(Talk(sign.signal, sign.fact, TODAY),))
    assert _kinds(spoken) == []
    assert signs(spoken, TODAY + timedelta(days=29)) == ()
    (again,) = signs(spoken, TODAY + timedelta(days=30))
    assert (again.signal, again.since) == (CareSignal.NEVER_ASKED, _ago(45)) and again.fact != sign.fact


def test_a_match_is_talked_about_each_half_year() -> None:
    bond = replace(BOND, started_on=date(2025, 11, 26))
    facts = replace(USUAL, ahead=True, bonds=(bond,))
    (sign,) = signs(facts, TODAY)
    assert (sign.signal, sign.months, sign.since) == (CareSignal.HALF_YEAR, 12, TODAY)
    spoken = replace(facts, talks=(Talk(CareSignal.HALF_YEAR, sign.fact, TODAY),))
    assert _kinds(spoken) == []
    assert [each.months for each in signs(spoken, months_after(TODAY, 6))] == [18]
    assert signs(facts, TODAY - timedelta(days=1))[0].months == 6


def test_more_people_than_somebody_said_comes_back_when_there_is_one_more() -> None:
    facts = replace(USUAL, ahead=True, capacity=1, carrying=2, bonds=(BOND, replace(BOND, match_id=UUID(int=2))))
    (sign,) = signs(facts, TODAY)
    assert (sign.signal, sign.count, sign.usual, sign.by_people) == (CareSignal.OVERLOADED, 2, 1, True)
    spoken = replace(facts, talks=(Talk(sign.signal, sign.fact, TODAY),))
    assert _kinds(spoken) == []
    assert _kinds(replace(spoken, carrying=3)) == [CareSignal.OVERLOADED]
    assert _kinds(replace(facts, capacity=2)) == []  # exactly as many as they said: full, and not too much


def test_clearly_more_visits_than_the_rhythm_asks_are_counted_anew_after_a_talk() -> None:
    days = tuple(_ago(each) for each in (1, 7, 14, 21))
    facts = replace(USUAL, ahead=True, held=days)
    (sign,) = signs(facts, TODAY)
    assert (sign.signal, sign.count, sign.usual, sign.by_people) == (CareSignal.OVERLOADED, 4, 2, False)
    assert _kinds(replace(facts, held=days[1:])) == []
    assert _kinds(replace(facts, bonds=(replace(BOND, weeks=1),))) == []
    assert _kinds(replace(facts, talks=(Talk(CareSignal.OVERLOADED, sign.fact, _ago(10)),))) == []


_DAYS = st.integers(-30, 400).map(lambda days: TODAY - timedelta(days=days))
_PAST = st.integers(0, 900).map(lambda days: TODAY - timedelta(days=days))
_BONDS = st.lists(
    st.builds(
        Bond,
        st.integers(1, 9).map(lambda number: UUID(int=number)),
        st.just("Duin 1"),
        _PAST,
        st.none() | st.integers(1, 12),
        st.none() | _PAST,
    ),
    max_size=4,
    unique_by=lambda bond: bond.match_id,
).map(tuple)
_TALKS = st.lists(st.builds(Talk, st.sampled_from(CareSignal), st.sampled_from(["1", "2"]), _PAST), max_size=4).map(
    tuple
)
_FACTS = st.builds(
    Facts,
    capacity=st.integers(0, 4),
    carrying=st.integers(0, 5),
    active=st.booleans(),
    bonds=_BONDS,
    last_sign=st.none() | _PAST,
    ahead=st.booleans(),
    unlogged=st.booleans(),
    held=st.lists(_DAYS, max_size=9).map(tuple),
    talks=_TALKS,
    ready_since=st.none() | _PAST,
)


def _talked(facts: Facts, sign: Sign, on: date) -> Facts:
    return replace(facts, talks=(*facts.talks, Talk(sign.signal, sign.fact, on)))


@given(_FACTS)
def test_what_is_ticked_off_is_gone_that_day_and_nothing_else_comes_of_it(facts: Facts) -> None:
    before = signs(facts, TODAY)
    for sign in before:
        after = signs(_talked(facts, sign, TODAY), TODAY)
        assert sign not in after
        assert set(after) <= set(before)


@given(_FACTS, st.integers(1, 120))
def test_what_was_ticked_off_comes_back_only_as_another_fact(facts: Facts, days: int) -> None:
    for sign in signs(facts, TODAY):
        later = signs(_talked(facts, sign, TODAY), TODAY + timedelta(days=days))
        assert (sign.signal, sign.fact) not in {(each.signal, each.fact) for each in later}


@given(_FACTS)
def test_no_volunteer_has_one_sign_twice_and_every_key_can_be_kept(facts: Facts) -> None:
    found = signs(facts, TODAY)
    keys = [(sign.signal, sign.fact) for sign in found]
    assert len(keys) == len(set(keys))
    assert all(len(fact) <= 80 and set(fact) <= set("0123456789abcdef:/-") for _, fact in keys)
    assert len([sign for sign in found if sign.signal.name.startswith("SILENT")]) <= 1


@given(_FACTS)
def test_every_sign_rests_on_what_it_says(facts: Facts) -> None:
    for sign in signs(facts, TODAY):
        if sign.signal is not CareSignal.NEVER_ASKED:
            assert facts.bonds, "who visits nobody is not looked at"
        match sign.signal:
            case CareSignal.SILENT_14 | CareSignal.SILENT_30:
                days = (TODAY - silent_since(facts, TODAY)).days
                assert facts.active and SHORT <= days <= WINDOW.days
                assert (days >= LONG) == (sign.signal is CareSignal.SILENT_30)
            case CareSignal.NEVER_ASKED:
                assert sign.since == facts.ready_since and (TODAY - sign.since).days >= LONG
                assert all((TODAY - talk.on).days >= LONG for talk in facts.talks)
            case CareSignal.FIRST_VISIT:
                assert sign.bond in facts.bonds and TODAY - sign.since < FIRST_VISIT
            case CareSignal.HALF_YEAR:
                assert sign.bond is not None and sign.months == 6 * half_years(sign.bond.started_on, TODAY) > 0
            case CareSignal.OVERLOADED:
                assert sign.count is not None and sign.usual is not None
                assert sign.usual == (facts.capacity if sign.by_people else usual_visits(facts))
                assert sign.count >= sign.usual + (1 if sign.by_people else 2)


@given(_PAST, st.integers(0, 12))
def test_half_years_are_those_that_have_passed(started_on: date, halves: int) -> None:
    passed = half_years(started_on, TODAY)
    assert (months_after(started_on, 6 * halves) <= TODAY) == (halves <= passed)
