"""The best choice for everybody at once, by min-cost flow; and, to compare with, one after the other.

People who wait stand on the left, volunteers with free places on the right, and each pair that can be is an arc. First
is found how many of those who wait equally long can be served, the longest first; then the cheapest way to do it. The
sets of people who can be served together form a matroid, so that serving whoever waits longest first also serves as
many as possible (docs/decisions/0070-verdeel.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python import min_cost_flow

from vrijplaats.matching.assignment.pairs import Pairs
from vrijplaats.matching.assignment.standing import Whole


class NotSolved(RuntimeError):
    """The solver gave up: a mistake of ours in the graph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Puzzle:
    """Pairs with their prices; how long each wish waits; each volunteer's free places, how many they are asked for
    already, and the price of another."""

    pairs: Pairs
    prices: Whole
    waiting_days: Whole
    places: Whole
    another: Whole
    taken: Whole | None = None

    def before(self) -> Whole:
        """For how many each volunteer is asked already."""
        return np.zeros_like(self.places) if self.taken is None else self.taken

    def possible(self) -> "Puzzle":
        """Without those who have no free place."""
        able = self.places[self.pairs.volunteer] > 0
        return Puzzle(
            pairs=self.pairs.only(able),
            prices=self.prices[able],
            waiting_days=self.waiting_days,
            places=self.places,
            another=self.another,
            taken=self.taken,
        )

    def cost(self, choice: NDArray[np.bool_]) -> int:
        """The price of a choice among the pairs."""
        times = np.bincount(self.pairs.volunteer[choice], minlength=len(self.places))
        return int(
            self.prices[choice].sum() + (self.another * (times * self.before() + times * (times - 1) // 2)).sum()
        )


def best_choice(puzzle: Puzzle) -> NDArray[np.bool_]:
    """Which of the pairs, so that everybody together is served best."""
    wishes = np.unique(puzzle.pairs.wish)
    if len(wishes) == 0:
        return np.zeros(0, dtype=bool)
    classes, number = np.unique(-puzzle.waiting_days[wishes], return_inverse=True)
    return _cheapest(puzzle, wishes, number, _served(puzzle, wishes, number, len(classes)))


def one_by_one(puzzle: Puzzle) -> NDArray[np.bool_]:
    """As somebody would who takes the first suggestion for each, whoever waits longest first."""
    choice = np.zeros(len(puzzle.prices), dtype=bool)
    left, wish = puzzle.places.copy(), puzzle.pairs.wish
    begins = np.flatnonzero(np.r_[True, wish[1:] != wish[:-1]]) if len(wish) else np.zeros(0, dtype=np.int64)
    ends = np.r_[begins[1:], len(wish)]
    for turn in np.argsort(-puzzle.waiting_days[wish[begins]], kind="stable"):
        some = puzzle.pairs.volunteer[begins[turn] : ends[turn]]
        able = np.flatnonzero(left[some] > 0)
        if len(able):
            choice[begins[turn] + able[0]] = True
            left[some[able[0]]] -= 1
    return choice


def _served(puzzle: Puzzle, wishes: Whole, number: Whole, classes: int) -> Whole:
    """How many of each class, the longest waiting first, are served: only the turn counts."""
    flow = _Flow(puzzle, wishes)
    flow.from_one_source(number)
    flow.pairs(np.zeros(len(puzzle.prices), dtype=np.int64))
    flow.places(np.zeros(len(puzzle.places), dtype=np.int64))
    chosen = flow.solve()
    served = np.searchsorted(wishes, puzzle.pairs.wish[chosen])
    return np.bincount(number[served], minlength=classes).astype(np.int64)


def _cheapest(puzzle: Puzzle, wishes: Whole, number: Whole, served: Whole) -> NDArray[np.bool_]:
    """The cheapest pairs that serve so many of each class."""
    flow = _Flow(puzzle, wishes)
    flow.from_classes(number, served)
    flow.pairs(puzzle.prices)
    flow.places(puzzle.another)
    return flow.solve()


class _Flow:
    """A graph: source, classes, wishes, volunteers, sink."""

    def __init__(self, puzzle: Puzzle, wishes: Whole) -> None:
        self._puzzle, self._wishes = puzzle, wishes
        self._solver = min_cost_flow.SimpleMinCostFlow()
        self._source, self._sink = 0, 1
        self._first_wish = 2
        self._first_volunteer = 2 + len(wishes)
        self._first_class = self._first_volunteer + len(puzzle.places)
        self._arcs: Sequence[int] = ()

    def from_one_source(self, price: Whole) -> None:
        """Everybody who waits may be served, each for a price."""
        self._add(np.zeros_like(self._wishes), self._of_wishes(), np.ones_like(self._wishes), price)
        self._solver.set_node_supply(self._source, len(self._wishes))
        self._solver.set_node_supply(self._sink, -len(self._wishes))

    def from_classes(self, number: Whole, served: Whole) -> None:
        """So many of each class are served."""
        self._add(self._first_class + number, self._of_wishes(), np.ones_like(number), np.zeros_like(number))
        for place, people in enumerate(served):
            self._solver.set_node_supply(self._first_class + place, int(people))
        self._solver.set_node_supply(self._sink, -int(served.sum()))

    def pairs(self, prices: Whole) -> None:
        """Who can go to whom."""
        pairs = self._puzzle.pairs
        wish = self._first_wish + np.searchsorted(self._wishes, pairs.wish)
        self._arcs = self._add(wish, self._first_volunteer + pairs.volunteer, np.ones_like(prices), prices)

    def places(self, another: Whole) -> None:
        """An arc for each free place: the first costs nothing, the second once, the third twice."""
        useful = np.unique(self._puzzle.pairs.volunteer)
        for taken in range(int(self._puzzle.places[useful].max(initial=0))):
            some = useful[self._puzzle.places[useful] > taken]
            sink = np.full_like(some, self._sink)
            turn = self._puzzle.before()[some] + taken
            self._add(self._first_volunteer + some, sink, np.ones_like(some), another[some] * turn)

    def solve(self) -> NDArray[np.bool_]:
        """Which of the pairs carry somebody."""
        status = self._solver.solve_max_flow_with_min_cost()
        if status != self._solver.OPTIMAL:
            raise NotSolved(str(status))
        return np.asarray(self._solver.flows(self._arcs), dtype=np.int64) > 0

    def _of_wishes(self) -> Whole:
        return self._first_wish + np.arange(len(self._wishes), dtype=np.int64)

    def _add(self, tails: Whole, heads: Whole, capacities: Whole, prices: Whole) -> Sequence[int]:
        found: Sequence[int] = self._solver.add_arcs_with_capacity_and_unit_cost(tails, heads, capacities, prices)
        return found
