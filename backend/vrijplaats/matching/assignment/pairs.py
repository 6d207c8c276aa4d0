"""Every pair that can be, with its points, for a whole inbox and a whole register at once.

The rules are those of matching.rules and matching.ranking: how somebody stands before a prison is asked there, once for
each, and only language, the wish for a woman or a man, room and what two people have in common are looked at for all
at once. tests/matching/assignment holds both to the same answer.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from vrijplaats.matching.points import MOST_POINTS, far_if_unknown, with_language
from vrijplaats.matching.queries.candidates import AskedWish
from vrijplaats.matching.ranking import Past, Register
from vrijplaats.matching.rules import Place
from vrijplaats.matching.weights.rules import Shares
from vrijplaats.volunteers.rules import Volunteer

Whole = NDArray[np.int64]
Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Columns: the number of a wish, the number of a volunteer in the register, the score and the kilometres. By wish,
    best first, as in the inbox."""

    wish: Whole
    volunteer: Whole
    score: Whole
    kilometres: Whole

    def only(self, which: NDArray[np.bool_]) -> "Pairs":
        """Some of them."""
        columns = (self.wish[which], self.volunteer[which], self.score[which], self.kilometres[which])
        return Pairs(**dict(zip(("wish", "volunteer", "score", "kilometres"), columns, strict=True)))


@dataclass(slots=True)
class _Ready:
    """Those who can go to one prison for one kind of activity today."""

    people: list[Volunteer]
    volunteer: Whole
    rest: Points
    extra: Points
    kilometres: Whole
    room: NDArray[np.bool_]
    speakers: dict[str, NDArray[np.bool_]] = field(default_factory=dict)

    def speaks(self, code: str) -> NDArray[np.bool_]:
        if code not in self.speakers:
            self.speakers[code] = np.array([code in each.languages for each in self.people], dtype=bool)
        return self.speakers[code]

    def gender(self, asked: str) -> NDArray[np.bool_]:
        return np.array([each.gender == asked for each in self.people], dtype=bool)


def all_pairs(wishes: Sequence[AskedWish], register: Register) -> Pairs:
    """Whoever can be asked for which wish, but for those who were asked for it before."""
    by_shape: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, each in enumerate(wishes):
        by_shape[_shape(each, register)].append(number)
    ready: dict[tuple[object, str], _Ready] = {}
    columns: list[tuple[Whole, ...]] = []
    for numbers in by_shape.values():
        wish = wishes[numbers[0]].wish
        key = (wish.place.id, wish.activity_kind)
        if key not in ready:
            ready[key] = _ready(wish.place, wish.activity_kind, register)
        columns += _of_shape([(number, wishes[number]) for number in numbers], ready[key], register)
    return _in_order(columns)


def _shape(asked: AskedWish, register: Register) -> tuple[object, ...]:
    """Wishes of one shape suit the same people."""
    wish = asked.wish
    return wish.place.id, wish.activity_kind, register.rarest_first(wish.languages), wish.volunteer_gender


def _ready(place: Place, kind: str, register: Register) -> _Ready:
    able = register.able(place, kind)
    people = [register.volunteers[number] for number, _ in able]
    return _Ready(
        people=people,
        volunteer=np.array([number for number, _ in able], dtype=np.int64),
        rest=np.array([standing.rest for _, standing in able], dtype=np.float64),
        extra=np.array([standing.extra for _, standing in able], dtype=np.float64),
        kilometres=np.array([far_if_unknown(standing.near.kilometres) for _, standing in able], dtype=np.int64),
        room=np.array([each.carrying < each.capacity for each in people], dtype=bool),
    )


def _of_shape(wishes: list[tuple[int, AskedWish]], ready: _Ready, register: Register) -> list[tuple[Whole, ...]]:
    shares, wish = register.weights.shares, wishes[0][1].wish
    suits, points = _points(register.rarest_first(wish.languages), ready, shares)
    if wish.volunteer_gender is not None:
        suits &= ready.gender(wish.volunteer_gender)
    chosen = np.flatnonzero(suits & ready.room)
    people, kilometres, points = ready.volunteer[chosen], ready.kilometres[chosen], points[chosen] + ready.extra[chosen]
    found: list[tuple[Whole, ...]] = []
    for number, asked in wishes:
        own = points + _in_common(asked.past, [ready.people[place] for place in chosen], shares)
        scores = np.rint(np.clip(own, 0.0, MOST_POINTS)).astype(np.int64)
        new = _not_asked(asked, [ready.people[place] for place in chosen])
        found.append((np.full(len(new), number)[new], people[new], scores[new], kilometres[new]))
    return found


def _points(languages: Sequence[str], ready: _Ready, shares: Shares) -> tuple[NDArray[np.bool_], Points]:
    """Who speaks one of the languages, and the points with the rarest of those they speak."""
    suits, points = np.zeros(len(ready.people), dtype=bool), np.zeros(len(ready.people))
    for level, code in reversed(list(enumerate(languages))):
        speaks = ready.speaks(code)
        points = np.where(speaks, with_language(ready.rest, level, shares), points)
        suits |= speaks
    return suits, points


def _in_common(past: Past, people: Sequence[Volunteer], shares: Shares) -> Points | float:
    if not past.known and not past.parted:
        return 0.0
    return np.array([past.points(each.id, shares) for each in people], dtype=np.float64)


def _not_asked(asked: AskedWish, people: Sequence[Volunteer]) -> NDArray[np.bool_]:
    if not asked.ever_asked:
        return np.ones(len(people), dtype=bool)
    return np.array([each.id not in asked.ever_asked for each in people], dtype=bool)


def _in_order(columns: Sequence[tuple[Whole, ...]]) -> Pairs:
    nothing = np.zeros(0, dtype=np.int64)
    wish, volunteer, score, kilometres = (
        np.concatenate([part[column] for part in columns]) if columns else nothing for column in range(4)
    )
    order = np.lexsort((volunteer, kilometres, -score, wish))
    return Pairs(wish=wish[order], volunteer=volunteer[order], score=score[order], kilometres=kilometres[order])
