"""What an organisation lets count, in points; "gewoon" is what held before anybody could choose."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrijplaats.core.errors import InvalidInput
from vrijplaats.matching.points import rest_points, with_language, within_bounds
from vrijplaats.matching.weights.rules import NAMES, USUAL, Level, Weights, check_weights

_levels = st.sampled_from(Level)
_weights = st.builds(Weights, **dict.fromkeys(NAMES, _levels))


def test_as_usual_the_points_are_those_that_always_held() -> None:
    shares = USUAL.shares
    assert (shares.language, shares.distance, shares.days, shares.load) == (50, 25, 15, 10)
    assert (shares.rest_counts, shares.other_language, shares.little) == (0.6, 19, 0.6)
    assert within_bounds(with_language(rest_points(4, 2, 1.0, shares), 0, shares)) == 99
    assert within_bounds(with_language(rest_points(None, None, 0.5, shares), 2, shares)) == 24


@given(_weights)
def test_the_four_that_always_count_are_a_hundred_together(weights: Weights) -> None:
    shares = weights.shares
    whole = shares.language + shares.distance + shares.days + shares.load
    assert whole == pytest.approx(100 if any((weights.language, weights.distance, weights.days, weights.load)) else 0)


@given(_weights, st.none() | st.integers(0, 400), st.none() | st.integers(0, 7), st.floats(0, 1), st.integers(0, 4))
def test_points_stay_between_0_and_100(
    weights: Weights, kilometres: int | None, days: int | None, room: float, level: int
) -> None:
    rest = rest_points(kilometres, days, room, weights.shares)
    well, little = (with_language(rest, level, weights.shares, part) for part in (1.0, weights.shares.little))
    assert -1e-9 <= little <= well <= 100 + 1e-9
    assert (little == well) or Level.NOT not in (weights.language, weights.fluency)


@given(st.sampled_from([Level.USUAL, Level.HEAVILY]), st.floats(0, 100), st.floats(0, 100), st.integers(1, 5))
def test_the_rarest_language_goes_first_when_language_counts_as_usual_or_more(
    language: Level, one: float, other: float, level: int
) -> None:
    shares = Weights(language=language).shares
    room = 100 - shares.language
    best_without = with_language(min(other, room), level, shares)
    assert within_bounds(with_language(min(one, room), 0, shares)) >= 50 > best_without
    assert with_language(0, 0, shares) > best_without


def test_what_counts_for_nothing_makes_no_difference() -> None:
    shares = Weights(language=Level.NOT).shares
    assert with_language(40, 0, shares) == with_language(40, 3, shares) == 40
    shares = Weights(distance=Level.NOT).shares
    assert rest_points(0, 1, 0.5, shares) == rest_points(90, 1, 0.5, shares)


def test_more_weight_is_more_points() -> None:
    for name in ("language", "distance", "days", "load", "continuity", "newcomer"):
        points = [getattr(Weights(**{name: level}).shares, name) for level in Level]
        assert points == sorted(set(points))


def test_who_waits_longer_counts_more_unless_waiting_does_not_count() -> None:
    assert [USUAL.urgency(days) for days in (0, 30, 60, 900)] == [100, 200, 300, 300]
    assert {Weights(waiting=Level.NOT).urgency(days) for days in range(100)} == {100}
    for level, days in product(Level, range(-1, 80)):
        assert 100 <= Weights(waiting=level).urgency(days) <= Weights(waiting=level).urgency(days + 1)


def test_something_has_to_count() -> None:
    nothing = dict.fromkeys(("language", "distance", "days", "load"), Level.NOT)
    with pytest.raises(InvalidInput) as caught:
        check_weights(Weights(**nothing))
    assert caught.value.message("nl") == "Wat telt mee: laat taal, afstand, dagen of drukte meetellen."
    for name in nothing:
        check_weights(Weights(**(nothing | {name: Level.A_LITTLE})))
