"""The best choice for everybody at once, by min-cost flow; and, to compare with, one after the other.

People who wait stand on the left, volunteers with free places on the right, and each pair that can be is an arc. First
is found how many of those who wait equally long can be served, the longest first; then the cheapest way to do it. The
sets of people who can be served together form a matroid, so that serving whoever waits longest first also serves as
many as possible (docs/decisions/0070-verdeel.md).
"""

from collections import deque
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

    def turns(self) -> list[tuple[int, int]]:
        """Where the pairs of each wish begin and end, whoever waits longest first."""
        wish = self.pairs.wish
        begins = np.flatnonzero(np.r_[True, wish[1:] != wish[:-1]][: len(wish)])
        order = np.argsort(-self.waiting_days[wish[begins]], kind="stable")
        ends = np.r_[begins[1:], len(wish)]
        return list(zip(begins[order].tolist(), ends[order].tolist(), strict=True))

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
    left, people = puzzle.places.tolist(), puzzle.pairs.volunteer.tolist()
    for begin, end in puzzle.turns():
        place = next((place for place in range(begin, end) if left[people[place]] > 0), None)
        if place is not None:
            choice[place] = True
            left[people[place]] -= 1
    return choice


def _served(puzzle: Puzzle, wishes: Whole, number: Whole, classes: int) -> Whole:
    """How many of each class, the longest waiting first, are served: only the turn counts."""
    chosen = np.searchsorted(wishes, _in_turn(puzzle))
    return np.bincount(number[chosen], minlength=classes).astype(np.int64)


def _cheapest(puzzle: Puzzle, wishes: Whole, number: Whole, served: Whole) -> NDArray[np.bool_]:
    """The cheapest pairs that serve so many of each class."""
    flow = _Flow(puzzle, wishes)
    flow.from_classes(number, served)
    flow.pairs(puzzle.prices)
    flow.places(puzzle.another)
    return flow.solve()


def _in_turn(puzzle: Puzzle) -> list[int]:
    """Who can be served when each, the longest waiting first, makes those before them move where that makes room.
    Nobody loses their place: in a matroid these are as many of each class as can be."""
    moving = _Moving(puzzle)
    return [wish for wish in moving.pairs if moving.serve(wish)]


class _Moving:
    """Whom each wish goes to, and how the others move for one more."""

    def __init__(self, puzzle: Puzzle) -> None:
        wish = puzzle.pairs.wish.tolist()
        self._people: list[int] = puzzle.pairs.volunteer.tolist()
        self.pairs: dict[int, tuple[int, int]] = {wish[begin]: (begin, end) for begin, end in puzzle.turns()}
        self._left: list[int] = puzzle.places.tolist()
        self._goes: list[list[int]] = [[] for _ in self._left]  # by volunteer
        self._to: dict[int, int] = {}  # by wish
        # whoever was looked at in vain: no move will ever make room with them
        self._full = [False] * len(self._left)

    def serve(self, wish: int) -> bool:
        """Whether one more can be served; then they are."""
        through: dict[int, int] = {}
        free = self._free_for(wish, through)
        if free is None:
            for volunteer in through:
                self._full[volunteer] = True
            return False
        self._left[free] -= 1
        self._move(free, wish, through)
        return True

    def _free_for(self, wish: int, through: dict[int, int]) -> int | None:
        """The nearest volunteer with a place; `through` gets the wish by which each was found."""
        queue = deque([wish])
        while queue:
            one = queue.popleft()
            for volunteer in self._people[slice(*self.pairs[one])]:
                if volunteer in through or self._full[volunteer]:
                    continue
                through[volunteer] = one
                if self._left[volunteer]:
                    return volunteer
                queue.extend(self._goes[volunteer])
        return None

    def _move(self, volunteer: int, last: int, through: dict[int, int]) -> None:
        """Everybody on the way takes the place that became free."""
        while True:
            wish = through[volunteer]
            before = self._to.get(wish)
            self._goes[volunteer].append(wish)
            self._to[wish] = volunteer
            if wish == last or before is None:
                return
            self._goes[before].remove(wish)
            volunteer = before


class _Flow:
    """A graph: classes, wishes, volunteers, sink."""

    def __init__(self, puzzle: Puzzle, wishes: Whole) -> None:
        self._puzzle, self._wishes = puzzle, wishes
        self._solver = min_cost_flow.SimpleMinCostFlow()
        # 0 stays free: by their numbers the solver decides between what is equally good, and it should go on doing so
        self._sink = 1
        self._first_wish = 2
        self._first_volunteer = 2 + len(wishes)
        self._first_class = self._first_volunteer + len(puzzle.places)
        self._arcs: Sequence[int] = ()

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
