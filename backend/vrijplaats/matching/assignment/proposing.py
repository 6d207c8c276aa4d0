"""From how everything stands to a proposal: pure, and the only place where numbers of rows become people again."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from vrijplaats.matching.assignment.pairs import Pairs, Whole, all_pairs
from vrijplaats.matching.assignment.reasons import Why, WhyKind
from vrijplaats.matching.assignment.rules import MOST_KILOMETRES, price, price_of_another
from vrijplaats.matching.assignment.solving import Puzzle, best_choice, one_by_one
from vrijplaats.matching.points import UNKNOWN_KILOMETRES
from vrijplaats.matching.queries.candidates import AskedWish
from vrijplaats.matching.ranking import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Somebody who waits and for whom nobody has been asked."""

    asked: AskedWish
    pseudonym: str
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Who waits, the longest first; everybody who could be asked; and for how many more people each of them can be."""

    waiting: Sequence[Waiting]
    register: Register
    free: Mapping[UUID, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A possible pair: the numbers of who waits and of the volunteer; None is unknown."""

    wish: int
    volunteer: int
    score: int
    kilometres: int | None


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """Who would be asked for whom, by the number of who waits; and who would when each gets the first suggestion."""

    situation: Situation
    puzzle: Puzzle
    chosen: Mapping[int, Row]
    today: Mapping[int, Row]
    kept: frozenset[int] = field(default=frozenset())

    @cached_property
    def goes_to(self) -> Mapping[int, list[int]]:
        """For whom each volunteer would be asked."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for wish, row in self.chosen.items():
            found[row.volunteer].append(wish)
        return found

    @cached_property
    def _today_of(self) -> Counter[int]:
        return Counter(row.volunteer for row in self.today.values())

    def others(self, wish: int, most: int) -> list[Row]:
        """Who else can be asked for somebody, best first."""
        begin, end = np.searchsorted(self.puzzle.pairs.wish, [wish, wish + 1])
        mine = self.chosen.get(wish)
        rows = (_row(self.puzzle.pairs, place) for place in range(int(begin), int(end)))
        found = []
        for row in rows:
            if mine is None or row.volunteer != mine.volunteer:
                found.append(row)
            if len(found) == most:
                break
        return found

    def taken_for(self, volunteer: int) -> str | None:
        """For whom somebody is in the proposal who has no place beside that; None when there is room."""
        for_whom = self.goes_to.get(volunteer, [])
        if len(for_whom) < int(self.puzzle.places[volunteer]):
            return None
        return self.situation.waiting[for_whom[0]].pseudonym

    def why(self, wish: int) -> Why | None:
        """Why somebody else than the first suggestion; None when it is the same."""
        mine, first = self.chosen[wish], self.today.get(wish)
        if first is None:
            return Why(WhyKind.ALSO_SOMEBODY)
        if first.volunteer == mine.volunteer:
            return None
        name = self.situation.register.volunteers[first.volunteer].display_name
        elsewhere = [other for other in self.goes_to.get(first.volunteer, []) if other != wish]
        if elsewhere:
            return Why(WhyKind.GOES_TO, (name, self.situation.waiting[elsewhere[0]].pseudonym))
        if self._today_of[first.volunteer] > 1:
            return Why(WhyKind.SPREAD, (name, self._today_of[first.volunteer]))
        nearer = (first.kilometres or 0) - (mine.kilometres or 0)
        known = first.kilometres is not None and mine.kilometres is not None
        return Why(WhyKind.NEARER, (name, nearer)) if known and nearer > 0 else Why(WhyKind.TOGETHER, (name,))


def propose(situation: Situation, kept: Mapping[UUID, UUID] | None = None) -> Proposal:
    """The best choice for everybody together; pairs in `kept` that can be stay as they are."""
    whole = puzzle_of(situation).possible()
    fixed = _fixed(situation, whole, kept or {})
    chosen = {wish: _row(whole.pairs, place) for wish, place in fixed.items()}
    rest = _without(whole, fixed)
    chosen |= _rows(rest.pairs, best_choice(rest))
    today = _rows(whole.pairs, one_by_one(whole))
    return Proposal(situation=situation, puzzle=whole, chosen=chosen, today=today, kept=frozenset(fixed))


def puzzle_of(situation: Situation) -> Puzzle:
    """All pairs that can be, with what they cost."""
    register, weights = situation.register, situation.register.weights
    pairs = all_pairs([each.asked for each in situation.waiting], register)
    urgency = np.array([weights.urgency(each.days) for each in situation.waiting], dtype=np.int64)
    another = [price_of_another(each.capacity, weights.shares) for each in register.volunteers]
    return Puzzle(
        pairs=pairs,
        prices=price(pairs.score, np.minimum(pairs.kilometres, MOST_KILOMETRES), urgency[pairs.wish]),
        waiting_days=np.array([each.days for each in situation.waiting], dtype=np.int64),
        places=np.array([situation.free[each.id] for each in register.volunteers], dtype=np.int64),
        another=np.array(another, dtype=np.int64),
    )


def _fixed(situation: Situation, puzzle: Puzzle, kept: Mapping[UUID, UUID]) -> dict[int, int]:
    """The places in the table of the pairs that stay, as long as there is room for each."""
    if not kept:
        return {}
    volunteers = {each.id: number for number, each in enumerate(situation.register.volunteers)}
    left, found = puzzle.places.copy(), {}
    for wish, each in enumerate(situation.waiting):
        volunteer = volunteers.get(kept.get(each.asked.wish.request_id, each.asked.wish.request_id), -1)
        at = np.flatnonzero((puzzle.pairs.wish == wish) & (puzzle.pairs.volunteer == volunteer))
        if len(at) and left[volunteer] > 0:
            found[wish] = int(at[0])
            left[volunteer] -= 1
    return found


def _without(puzzle: Puzzle, fixed: Mapping[int, int]) -> Puzzle:
    """What is left to choose: somebody who is kept for one has that place no more, and the next costs more."""
    if not fixed:
        return puzzle
    taken = np.bincount(puzzle.pairs.volunteer[list(fixed.values())], minlength=len(puzzle.places))
    open_ = ~np.isin(puzzle.pairs.wish, list(fixed))
    return Puzzle(
        pairs=puzzle.pairs.only(open_),
        prices=puzzle.prices[open_],
        waiting_days=puzzle.waiting_days,
        places=puzzle.places - taken,
        another=puzzle.another,
        taken=taken,
    ).possible()


def _rows(pairs: Pairs, choice: NDArray[np.bool_]) -> dict[int, Row]:
    rows = [_row(pairs, int(place)) for place in np.flatnonzero(choice)]
    return {row.wish: row for row in rows}


def _row(pairs: Pairs, place: int) -> Row:
    columns: tuple[Whole, ...] = (pairs.wish, pairs.volunteer, pairs.score, pairs.kilometres)
    wish, volunteer, score, kilometres = (int(column[place]) for column in columns)
    return Row(wish, volunteer, score, None if kilometres == UNKNOWN_KILOMETRES else kilometres)
