"""Every pair that can be, with its points, for a whole inbox and a whole register at once.

How everybody stands before a prison is worked out once for each (assignment.standing). What is left, language, the wish
for a woman or a man, room and what two people have in common, is a table for each prison and kind: a row for each wish,
a column for each who can go. tests/matching/assignment holds it to the inbox.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from vrijplaats.matching.assignment.standing import People, Points, Ready, Some, Whole
from vrijplaats.matching.points import MOST_POINTS, UNKNOWN_KILOMETRES, with_language
from vrijplaats.matching.queries.candidates import AskedWish


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Columns: the number of a wish, the number of a volunteer in the register, the score and the kilometres. By wish,
    best first, as in the inbox."""

    wish: Whole
    volunteer: Whole
    score: Whole
    kilometres: Whole

    def only(self, which: Some) -> "Pairs":
        """Some of them."""
        columns = (self.wish[which], self.volunteer[which], self.score[which], self.kilometres[which])
        return Pairs(**dict(zip(("wish", "volunteer", "score", "kilometres"), columns, strict=True)))


def all_pairs(wishes: Sequence[AskedWish], people: People) -> Pairs:
    """Whoever can be asked for which wish, but for those who were asked for it before."""
    together: defaultdict[tuple[UUID, str], list[int]] = defaultdict(list)
    for number, each in enumerate(wishes):
        together[each.wish.place.id, each.wish.activity_kind].append(number)
    tables = [_table(numbers, [wishes[number] for number in numbers], people) for numbers in together.values()]
    return _in_order(tables, people.many)


def _table(numbers: Sequence[int], wishes: Sequence[AskedWish], people: People) -> tuple[Whole, ...]:
    """Columns of the pairs of some wishes of one kind from one place."""
    ready = people.ready(wishes[0].wish.place, wishes[0].wish.activity_kind)
    able, points = _by_language(wishes, ready, people)
    able &= _fitting(wishes, ready, people)
    extra = np.broadcast_to(ready.extra, able.shape)
    if any(each.past.known or each.past.parted for each in wishes):
        extra = extra + _in_common(wishes, ready, people)
    for at in _places(((row, each.ever_asked) for row, each in enumerate(wishes)), ready, people):
        able[at] = False
    row, column = np.nonzero(able)
    scores = np.rint(np.clip(points[row, column] + extra[row, column], 0.0, MOST_POINTS)).astype(np.int64)
    return np.array(numbers, np.int64)[row], ready.volunteer[column], scores, ready.kilometres[column]


def _by_language(wishes: Sequence[AskedWish], ready: Ready, people: People) -> tuple[Some, Points]:
    """Who speaks one of the languages asked for, and the points with the one that brings most."""
    asked = [people.rarest_first(each.wish.languages) for each in wishes]
    codes = {code: place for place, code in enumerate(sorted({code for each in asked for code in each}))}
    speaks, little = (_speaking(codes, those, ready) for those in (people.speakers, people.little))
    shares = people.register.weights.shares
    part = np.where(little, shares.little, 1.0)
    size = len(wishes), len(ready.volunteer)
    able, points = np.zeros(size, dtype=bool), np.zeros(size)
    for level in range(max(map(len, asked), default=0)):
        of = [codes[each[level]] if level < len(each) else -1 for each in asked]
        able |= speaks[of]
        # worked out once for each language, not for each wish
        with_it = np.where(speaks, with_language(ready.rest, level, shares, part), 0.0)
        np.maximum(points, with_it[of], out=points)
    return able, points


def _speaking(codes: Iterable[str], those: Mapping[str, Some], ready: Ready) -> Some:
    """A row for each language; the last, with nobody, is for who asks for fewer languages than others."""
    nobody = np.zeros(len(ready.volunteer), dtype=bool)
    return np.array([*(those[code][ready.volunteer] if code in those else nobody for code in codes), nobody])


def _fitting(wishes: Sequence[AskedWish], ready: Ready, people: People) -> Some:
    """Who has room, and is and does what a wish asks for."""
    asked = [(each.wish.volunteer_gender, each.wish.activity_denomination) for each in wishes]
    rows = {each: (fitting(each[0], people) & helping(each[1], people))[ready.volunteer] for each in set(asked)}
    return np.array([rows[each] for each in asked], dtype=bool)


def fitting(gender: str | None, people: People) -> Some:
    """Of everybody: who has room, and is a woman or a man where that is asked for."""
    if gender is None:
        return people.room
    return people.room & people.gender[gender] if gender in people.gender else np.zeros(people.many, dtype=bool)


def helping(denomination: str | None, people: People) -> Some:
    """Of everybody: who helps with chaplaincy of that denomination, where it is asked for."""
    if denomination is None:
        return np.ones(people.many, dtype=bool)
    return people.denominations.get(denomination, np.zeros(people.many, dtype=bool))


def speaking(languages: Iterable[str], people: People) -> Some:
    """Of everybody: who speaks one of these."""
    found = np.zeros(people.many, dtype=bool)
    for code in languages:
        if code in people.speakers:
            found |= people.speakers[code]
    return found


def _in_common(wishes: Sequence[AskedWish], ready: Ready, people: People) -> Points:
    """Points on top, or off, for who met before."""
    shares, found = people.register.weights.shares, np.zeros((len(wishes), len(ready.volunteer)))
    met = ((row, {*each.past.known, *each.past.parted}) for row, each in enumerate(wishes))
    for row, column in _places(met, ready, people):
        found[row, column] = wishes[row].past.points(people.ids[ready.volunteer[column]], shares)
    return found


def _places(some: Iterable[tuple[int, Iterable[UUID]]], ready: Ready, people: People) -> Iterator[tuple[int, int]]:
    """Where in the table these people are, as far as they are in it."""
    columns = {people.ids[number]: column for column, number in enumerate(ready.volunteer.tolist())}
    for row, ids in some:
        for each in ids:
            if each in columns:
                yield row, columns[each]


def _in_order(tables: Sequence[tuple[Whole, ...]], many: int) -> Pairs:
    nothing = np.zeros(0, dtype=np.int64)
    wish, volunteer, score, kilometres = (
        np.concatenate([part[column] for part in tables]) if tables else nothing for column in range(4)
    )
    # one number for the whole order: three times as quick as to sort by four columns
    place = (wish * (MOST_POINTS + 1) + MOST_POINTS - score) * (UNKNOWN_KILOMETRES + 1) + kilometres
    order = np.argsort(place * many + volunteer)
    return Pairs(wish=wish[order], volunteer=volunteer[order], score=score[order], kilometres=kilometres[order])
