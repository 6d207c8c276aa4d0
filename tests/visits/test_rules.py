"""Moves of a visit, causes and what a log may hold: without a database."""

from datetime import UTC, datetime, time, timedelta

import pytest

from tests.visits.story import MORNING, a_log, at
from vrijplaats.core.errors import InvalidInput, NotAllowedNow
from vrijplaats.visits import rules, words
from vrijplaats.visits.errors import AlreadyLogged, TooEarly
from vrijplaats.visits.rules import CAUSES, CancelCause, CancelSide, VisitOutcome, VisitState

BEFORE, AFTER = MORNING - timedelta(hours=1), MORNING + timedelta(hours=1)


def test_every_side_has_causes_and_every_cause_a_side() -> None:
    assert set(CAUSES) == set(CancelSide)
    assert set().union(*CAUSES.values()) == set(CancelCause)


@pytest.mark.parametrize("side", CancelSide)
@pytest.mark.parametrize("cause", CancelCause)
def test_a_cause_belongs_to_its_side(side: CancelSide, cause: CancelCause) -> None:
    if cause in CAUSES[side]:
        rules.check_cause(side, cause)
    else:
        with pytest.raises(InvalidInput):
            rules.check_cause(side, cause)


@pytest.mark.parametrize("state", [VisitState.PROPOSED, VisitState.CONFIRMED])
def test_a_visit_can_be_confirmed_again_until_it_starts(state: VisitState) -> None:
    rules.check_confirmable(state, AFTER, MORNING)
    with pytest.raises(NotAllowedNow):
        rules.check_confirmable(state, MORNING, MORNING)


@pytest.mark.parametrize("state", [VisitState.CANCELLED, VisitState.LOGGED])
def test_what_is_over_or_off_is_neither_confirmed_nor_called_off(state: VisitState) -> None:
    for check in (rules.check_confirmable, rules.check_cancellable):
        with pytest.raises(NotAllowedNow):
            check(state, AFTER, MORNING)


@pytest.mark.parametrize("state", [VisitState.PROPOSED, VisitState.CONFIRMED])
def test_a_visit_can_be_called_off_until_it_is_over(state: VisitState) -> None:
    rules.check_cancellable(state, AFTER, MORNING)
    with pytest.raises(NotAllowedNow):
        rules.check_cancellable(state, MORNING, MORNING)


@pytest.mark.parametrize("state", [VisitState.PROPOSED, VisitState.CONFIRMED])
def test_a_visit_is_logged_from_its_end_on_whether_or_not_the_prison_answered(state: VisitState) -> None:
    rules.check_loggable(state, MORNING, MORNING)
    with pytest.raises(TooEarly):
        rules.check_loggable(state, AFTER, MORNING)


def test_what_cannot_be_logged() -> None:
    with pytest.raises(AlreadyLogged):
        rules.check_loggable(VisitState.LOGGED, BEFORE, MORNING)
    with pytest.raises(NotAllowedNow) as problem:
        rules.check_loggable(VisitState.CANCELLED, BEFORE, MORNING)
    assert problem.value.message("nl") == "Dit kan nu niet meer: het bezoek gaat niet door."


@pytest.mark.parametrize(
    ("moment", "nl", "en"),
    [
        (at(16, day=23), "Dit kan na 16.00 uur.", "Possible after 16:00."),
        (at(9, 5), "Dit kan na dinsdag 24 november 09.05 uur.", "Possible after Tuesday 24 November 09:05."),
    ],
)
def test_too_early_says_from_when(moment: datetime, nl: str, en: str) -> None:
    problem = TooEarly(moment=moment, now=MORNING)
    assert (problem.message("nl"), problem.message("en")) == (nl, en)


@pytest.mark.parametrize("minutes", [1, 60, 1440])
def test_a_visit_that_was_held_took_a_while(minutes: int) -> None:
    rules.check_log(a_log(minutes=minutes))


@pytest.mark.parametrize("minutes", [0, -1, 1441, 10**9])
def test_minutes_that_cannot_be(minutes: int) -> None:
    with pytest.raises(InvalidInput) as problem:
        rules.check_log(a_log(minutes=minutes))
    assert problem.value.fields["field"] == "minutes"


@pytest.mark.parametrize("outcome", [outcome for outcome in VisitOutcome if outcome is not VisitOutcome.HELD])
def test_a_visit_that_was_not_held_took_no_time(outcome: VisitOutcome) -> None:
    rules.check_log(a_log(outcome=outcome, minutes=0))
    with pytest.raises(InvalidInput):
        rules.check_log(a_log(outcome=outcome, minutes=1))


@pytest.mark.parametrize("kilometres", [0, 0.1, 24.5, 12.3, 1999.9, 2000])
def test_kilometres_have_one_decimal(kilometres: float) -> None:
    rules.check_log(a_log(travel_kilometres=kilometres))


@pytest.mark.parametrize("kilometres", [-0.1, 2000.1, float("nan"), float("inf"), float("-inf"), 1.25, 1e300])
def test_kilometres_that_cannot_be(kilometres: float) -> None:
    with pytest.raises(InvalidInput) as problem:
        rules.check_log(a_log(travel_kilometres=kilometres))
    assert problem.value.fields["field"] == "travelKilometres"


def test_visiting_hours_in_words() -> None:
    slots = [(5, time(9), time(11, 30)), (2, time(13), time(16)), (2, time(13), time(16))]
    assert words.hours(slots) == {
        "nl": "dinsdag 13.00 tot 16.00, vrijdag 09.00 tot 11.30",
        "en": "Tuesday 13:00 to 16:00, Friday 09:00 to 11:30",
    }
    assert words.hours([]) == words.NOT_KNOWN


def test_the_hours_of_the_day_that_was_asked_or_of_the_next_one() -> None:
    slots = [(5, time(9), time(11, 30)), (2, time(13), time(16)), (2, time(18), time(20))]
    assert words.hours_near(slots, 2)["nl"] == "dinsdag 13.00 tot 16.00, dinsdag 18.00 tot 20.00"
    assert words.hours_near(slots, 3)["nl"] == "vrijdag 09.00 tot 11.30"
    assert words.hours_near(slots, 6)["nl"] == "dinsdag 13.00 tot 16.00, dinsdag 18.00 tot 20.00"
    assert words.hours_near([], 6) == words.NOT_KNOWN


def test_a_visit_of_a_second_is_none() -> None:
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    with pytest.raises(InvalidInput) as problem:
        rules.check_times(now + timedelta(hours=1), now + timedelta(hours=1, seconds=1), now)
    assert problem.value.fields["field"] == "endsAt"
    rules.check_times(now + timedelta(hours=1), now + timedelta(hours=1, minutes=10), now)


def test_moments_in_words_are_those_on_the_wall() -> None:
    before, after = datetime(2026, 10, 24, 12, tzinfo=UTC), datetime(2026, 10, 25, 12, tzinfo=UTC)
    assert words.day_and_time(before)["nl"] == "zaterdag 24 oktober 14.00 uur"
    assert words.day_and_time(after)["nl"] == "zondag 25 oktober 13.00 uur"


@pytest.mark.parametrize(
    ("now", "first"),
    [
        (at(0, 5, day=24), at(0, day=25)),
        (at(23, 50, day=24), at(0, day=25)),
        (at(12, day=24, month=10), at(0, day=25, month=10)),  # the night on which the clock goes back
        (at(12, day=27, month=3, year=2027), at(0, day=28, month=3, year=2027)),
    ],
)
def test_a_prison_is_asked_from_the_next_day_in_amsterdam_on(now: datetime, first: datetime) -> None:
    hour = timedelta(hours=1)
    rules.check_asked(first, first + hour, now.astimezone(UTC))
    minute_before = (first.astimezone(UTC) - timedelta(minutes=1)).astimezone(UTC)
    with pytest.raises(InvalidInput):
        rules.check_asked(minute_before, minute_before + hour, now.astimezone(UTC))
