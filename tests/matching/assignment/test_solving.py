"""The best choice for everybody at once: never what cannot be, and as good as an independent solver finds."""

from __future__ import annotations

from collections import Counter
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matching.assignment.independent import best_of_another, most_that_can_be_served
from vrijplaats.matching.assignment.pairs import Pairs
from vrijplaats.matching.assignment.rules import price, price_of_another
from vrijplaats.matching.assignment.solving import Puzzle, best_choice, one_by_one
from vrijplaats.matching.weights.rules import USUAL, Weights


def a_puzzle(
    seed: int, wishes: int, volunteers: int, share: float, most_places: int, weights: Weights = USUAL
) -> Puzzle:
    """Random, with many equal scores and equal days, so that there is much to choose."""
    random = Random(seed)
    found = [
        (wish, volunteer, random.choice((20, 40, 40, 60, 75, 90)), random.randrange(0, 120, 20))
        for wish in range(wishes)
        for volunteer in range(volunteers)
        if random.random() < share
    ]
    found.sort(key=lambda row: (row[0], -row[2], row[3], row[1]))
    wish, volunteer, score, kilometres = (np.array([row[at] for row in found], dtype=np.int64) for at in range(4))
    days = np.array([random.choice((1, 3, 3, 10, 40, 90)) for _ in range(wishes)], dtype=np.int64)
    urgency = np.array([weights.urgency(int(day)) for day in days], dtype=np.int64)
    return Puzzle(
        pairs=Pairs(wish=wish, volunteer=volunteer, score=score, kilometres=kilometres),
        prices=price(score, kilometres, urgency[wish]),
        waiting_days=days,
        places=np.array([random.randint(0, most_places) for _ in range(volunteers)], dtype=np.int64),
        another=np.array([price_of_another(random.randint(1, 4), weights.shares) for _ in range(volunteers)]),
    ).possible()


_puzzles = st.builds(
    a_puzzle,
    seed=st.integers(0, 2**32),
    wishes=st.integers(0, 14),
    volunteers=st.integers(0, 10),
    share=st.sampled_from([0.1, 0.3, 0.6, 1.0]),
    most_places=st.integers(1, 3),
)


def _served(puzzle: Puzzle, choice: np.ndarray) -> list[int]:
    """How many of each class of waiting have somebody, the longest first."""
    days = Counter(int(day) for day in puzzle.waiting_days[puzzle.pairs.wish[choice]])
    classes = sorted({int(day) for day in puzzle.waiting_days[np.unique(puzzle.pairs.wish)]}, reverse=True)
    return [days[day] for day in classes]


@given(_puzzles)
@settings(max_examples=150, deadline=None)
def test_it_is_as_good_as_an_independent_solver_finds(puzzle: Puzzle) -> None:
    choice = best_choice(puzzle)
    other = best_of_another(puzzle)
    theirs = np.array(
        [other.get(wish) == who for wish, who in zip(puzzle.pairs.wish, puzzle.pairs.volunteer, strict=True)],
        dtype=bool,
    )
    assert _served(puzzle, choice) == _served(puzzle, theirs)
    assert puzzle.cost(choice) == puzzle.cost(theirs)
    assert choice.sum() == most_that_can_be_served(puzzle)


@given(_puzzles, st.booleans())
@settings(max_examples=200, deadline=None)
def test_nobody_gets_two_and_nobody_is_asked_for_more_than_they_have_places(puzzle: Puzzle, greedily: bool) -> None:
    choice = one_by_one(puzzle) if greedily else best_choice(puzzle)
    wishes, people = puzzle.pairs.wish[choice], puzzle.pairs.volunteer[choice]
    assert len(set(wishes.tolist())) == len(wishes)
    asked = np.bincount(people, minlength=len(puzzle.places))
    assert (asked <= puzzle.places).all()


@given(_puzzles)
@settings(max_examples=200, deadline=None)
def test_it_is_never_worse_than_one_after_the_other(puzzle: Puzzle) -> None:
    best, greedy = best_choice(puzzle), one_by_one(puzzle)
    ours, theirs = _served(puzzle, best), _served(puzzle, greedy)
    # of those who waited at least so long, never fewer
    for longest in range(len(ours) + 1):
        assert sum(ours[:longest]) >= sum(theirs[:longest])
    if ours == theirs:
        assert puzzle.cost(best) <= puzzle.cost(greedy)


@given(_puzzles)
@settings(max_examples=100, deadline=None)
def test_for_one_person_it_is_the_first_of_the_inbox(puzzle: Puzzle) -> None:
    for wish in np.unique(puzzle.pairs.wish)[:1]:
        alone = Puzzle(
            pairs=puzzle.pairs.only(puzzle.pairs.wish == wish),
            prices=puzzle.prices[puzzle.pairs.wish == wish],
            waiting_days=puzzle.waiting_days,
            places=puzzle.places,
            another=puzzle.another,
        )
        (place,) = np.flatnonzero(best_choice(alone))
        first = (alone.pairs.score[0], alone.pairs.kilometres[0])
        assert (alone.pairs.score[place], alone.pairs.kilometres[place]) == first


def _of(rows: list[tuple[int, int, int]], days: list[int], places: list[int], another: int = 0) -> Puzzle:
    wish, volunteer, score = (np.array([row[at] for row in rows], dtype=np.int64) for at in range(3))
    kilometres = np.zeros(len(rows), dtype=np.int64)
    urgency = np.array([USUAL.urgency(day) for day in days], dtype=np.int64)
    return Puzzle(
        pairs=Pairs(wish=wish, volunteer=volunteer, score=score, kilometres=kilometres),
        prices=price(score, kilometres, urgency[wish]),
        waiting_days=np.array(days, dtype=np.int64),
        places=np.array(places, dtype=np.int64),
        another=np.full(len(places), another, dtype=np.int64),
    )


def _who(puzzle: Puzzle, choice: np.ndarray) -> dict[int, int]:
    return dict(zip(puzzle.pairs.wish[choice].tolist(), puzzle.pairs.volunteer[choice].tolist(), strict=True))


def test_somebody_with_another_choice_makes_room_for_who_has_none() -> None:
    puzzle = _of([(0, 0, 90), (0, 1, 60), (1, 0, 80)], days=[20, 5], places=[1, 1])
    assert _who(puzzle, one_by_one(puzzle)) == {0: 0}
    assert _who(puzzle, best_choice(puzzle)) == {0: 1, 1: 0}


def test_nobody_is_passed_over_for_somebody_who_waits_shorter() -> None:
    puzzle = _of([(0, 0, 100), (1, 0, 10)], days=[4, 5], places=[1])
    assert _who(puzzle, best_choice(puzzle)) == {1: 0}


def test_of_two_who_wait_equally_long_the_one_who_fits_better_goes_first() -> None:
    puzzle = _of([(0, 0, 50), (1, 0, 90)], days=[5, 5], places=[1])
    assert _who(puzzle, best_choice(puzzle)) == {1: 0}


def test_the_better_choice_goes_to_who_waits_longer() -> None:
    puzzle = _of([(0, 0, 90), (0, 1, 50), (1, 0, 95), (1, 1, 50)], days=[60, 0], places=[1, 1])
    assert _who(puzzle, best_choice(puzzle)) == {0: 0, 1: 1}


def test_a_second_at_the_same_time_goes_to_somebody_else_when_that_is_nearly_as_good() -> None:
    rows = [(0, 0, 90), (0, 1, 88), (1, 0, 90), (1, 1, 88)]
    together = _of(rows, days=[0, 0], places=[2, 2])
    assert set(_who(together, best_choice(together)).values()) == {0}
    shared = _of(rows, days=[0, 0], places=[2, 2], another=5000)
    assert set(_who(shared, best_choice(shared)).values()) == {0, 1}


@pytest.mark.parametrize("solve", [best_choice, one_by_one])
def test_nobody_to_choose_from_is_nobody_chosen(solve: object) -> None:
    assert callable(solve)
    assert len(solve(_of([], days=[3, 4], places=[1]))) == 0
