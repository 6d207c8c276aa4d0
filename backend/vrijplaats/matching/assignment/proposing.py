"""From how everything stands to a proposal: pure, and the only place where numbers of rows become people again."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

import numpy as np

from vrijplaats.matching.assignment.pairs import Pairs, all_pairs
from vrijplaats.matching.assignment.reasons import Why, WhyKind
from vrijplaats.matching.assignment.rules import MOST_KILOMETRES, price, price_of_another
from vrijplaats.matching.assignment.solving import Puzzle, best_choice, one_by_one
from vrijplaats.matching.assignment.standing import People, Some, Whole
from vrijplaats.matching.points import UNKNOWN_KILOMETRES
from vrijplaats.matching.queries.candidates import AskedWish
from vrijplaats.matching.ranking import Register
from vrijplaats.volunteers.crowd import Crowd

# pairs by place, or a mark for each
Which = Whole | Some | slice


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Somebody who waits and for whom nobody has been asked."""

    asked: AskedWish
    pseudonym: str
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Who waits, the longest first; everybody who could be asked; and, by their number, for how many more people each
    of them can be."""

    waiting: Sequence[Waiting]
    crowd: Crowd
    register: Register
    free: Sequence[int]


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
    people: People
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
        # one more than asked for, as the one who is chosen may be among them
        rows = _rows(self.puzzle.pairs, slice(int(begin), min(int(end), int(begin) + most + 1)))
        return [row for row in rows if mine is None or row.volunteer != mine.volunteer][:most]

    def taken_for(self, volunteer: int) -> str | None:
        """For whom somebody is in the proposal who has no place beside that; None when there is room."""
        for_whom = self.goes_to.get(volunteer, [])
        if len(for_whom) < int(self.puzzle.places[volunteer]):
            return None
        return self.situation.waiting[for_whom[0]].pseudonym

    @property
    def changed(self) -> int:
        """How many get somebody else than the first suggestion."""
        today = {wish: row.volunteer for wish, row in self.today.items()}
        return sum(today.get(wish) != row.volunteer for wish, row in self.chosen.items())

    def why(self, wish: int) -> Why | None:
        """Why somebody else than the first suggestion; None when it is the same."""
        mine, first = self.chosen[wish], self.today.get(wish)
        if first is None:
            return Why(WhyKind.ALSO_SOMEBODY)
        if first.volunteer == mine.volunteer:
            return None
        name = self.situation.crowd[first.volunteer].display_name
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
    people = People(situation.crowd, situation.register)
    whole = puzzle_of(situation, people).possible()
    fixed = _fixed(situation, whole, people, kept or {})
    chosen = _by_wish(whole.pairs, np.array(list(fixed.values()), dtype=np.int64))
    rest = _without(whole, fixed)
    chosen |= _by_wish(rest.pairs, best_choice(rest))
    today = _by_wish(whole.pairs, one_by_one(whole))
    return Proposal(situation=situation, people=people, puzzle=whole, chosen=chosen, today=today, kept=frozenset(fixed))


def puzzle_of(situation: Situation, people: People) -> Puzzle:
    """All pairs that can be, with what they cost."""
    weights = situation.register.weights
    pairs = all_pairs([each.asked for each in situation.waiting], people)
    days = [each.days for each in situation.waiting]
    urgent = {many: weights.urgency(many) for many in set(days)}
    urgency = np.array([urgent[many] for many in days], dtype=np.int64)
    another = {size: price_of_another(size, weights.shares) for size in set(people.capacity.tolist())}
    return Puzzle(
        pairs=pairs,
        prices=price(pairs.score, np.minimum(pairs.kilometres, MOST_KILOMETRES), urgency[pairs.wish]),
        waiting_days=np.array(days, dtype=np.int64),
        places=np.array(situation.free, dtype=np.int64),
        another=np.array([another[size] for size in people.capacity.tolist()], dtype=np.int64),
    )


def _fixed(situation: Situation, puzzle: Puzzle, people: People, kept: Mapping[UUID, UUID]) -> dict[int, int]:
    """The places in the table of the pairs that stay, as long as there is room for each."""
    if not kept:
        return {}
    left, found = puzzle.places.copy(), {}
    for wish, each in enumerate(situation.waiting):
        volunteer = people.number.get(kept.get(each.asked.wish.request_id, each.asked.wish.request_id), -1)
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


def _by_wish(pairs: Pairs, which: Which) -> dict[int, Row]:
    return {row.wish: row for row in _rows(pairs, which)}


def _rows(pairs: Pairs, which: Which) -> list[Row]:
    columns = (pairs.wish, pairs.volunteer, pairs.score, pairs.kilometres)
    return [
        Row(wish, volunteer, score, None if kilometres == UNKNOWN_KILOMETRES else kilometres)
        for wish, volunteer, score, kilometres in zip(*(column[which].tolist() for column in columns), strict=True)
    ]
