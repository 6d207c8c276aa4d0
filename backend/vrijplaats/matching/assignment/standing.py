"""How everybody of a register stands before each prison, in columns: who can go there for one kind of activity, with
the points for all but language and what two people have in common.

The rules are those of volunteers.rules and matching.ranking. What depends on little is asked of them once for each
value there is (a free hour, a number of kilometres, a first day of a paper). What is compared here for all at once,
tests/matching/assignment holds to the same answer as `Register.standing`.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from vrijplaats.matching.away import there
from vrijplaats.matching.points import closeness, far_if_unknown, part_free, suits, together
from vrijplaats.matching.ranking import Register, first_time_points, suitable_weekdays
from vrijplaats.matching.rules import Place
from vrijplaats.volunteers.crowd import DAYS_FROM, HOURS, NEVER, Crowd, hours_of
from vrijplaats.volunteers.queries import pause_of, periods
from vrijplaats.volunteers.rules import (
    AVAILABLE,
    EARTH_RADIUS_KILOMETRES,
    counts_until,
    kilometres_between,
    needed_papers,
)

Whole = NDArray[np.int64]
Points = NDArray[np.float64]
Some = NDArray[np.bool_]
Key = TypeVar("Key", bound=Hashable)

_HOURS = np.dtype([("weekday", ">i4"), ("starts", ">i8"), ("ends", ">i8")])
_PAPERS = np.dtype([("kind", ">i4"), ("first", ">i4"), ("last", ">i4")])
_ADMISSIONS = np.dtype([("place", ">u8", 2), ("first", ">i4"), ("last", ">i4")])
# so near to a half that another way to round a sine could tell in which kilometre it is
_UNSURE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """Those who can go to one prison for one kind of activity today, by number."""

    volunteer: Whole
    rest: Points
    extra: Points
    kilometres: Whole


class People:
    """A crowd in columns. `register` says by which day and which weights."""

    def __init__(self, crowd: Crowd, register: Register) -> None:
        self.crowd, self.register, self.many = crowd, register, len(crowd)
        self.capacity, self.carrying = (np.array(crowd.column(name), np.int64) for name in ("capacity", "carrying"))
        self.room = self.carrying < self.capacity
        self._ready: dict[tuple[UUID, str], Ready] = {}
        self._counting: dict[tuple[str, int | None], Some] = {}
        self._there: dict[UUID, Ready] = {}
        self._rarest: dict[tuple[str, ...], tuple[str, ...]] = {}

    @cached_property
    def ids(self) -> Sequence[UUID]:
        """Of everybody, by number."""
        return self.crowd.column("id")

    @cached_property
    def number(self) -> Mapping[UUID, int]:
        """By id."""
        return {each: number for number, each in enumerate(self.ids)}

    @cached_property
    def speakers(self) -> Mapping[str, Some]:
        """Who speaks a language."""
        return self._words("languages")

    @cached_property
    def little(self) -> Mapping[str, Some]:
        """Who speaks a language only a little."""
        return self._words("little_languages")

    @cached_property
    def gender(self) -> Mapping[str, Some]:
        """Who is what."""
        return self._words("gender")

    @cached_property
    def denominations(self) -> Mapping[str, Some]:
        """Who helps with chaplaincy of a denomination."""
        return self._words("activity_denominations")

    def rarest_first(self, languages: tuple[str, ...]) -> tuple[str, ...]:
        """As the register says; asked once for the same languages."""
        if languages not in self._rarest:
            self._rarest[languages] = self.register.rarest_first(languages)
        return self._rarest[languages]

    def ready(self, place: Place, kind: str) -> Ready:
        """Whom nothing keeps from going there for that today."""
        key = (place.id, kind)
        if key not in self._ready:
            self._ready[key] = self._ready_for(place, kind)
        return self._ready[key]

    def _ready_for(self, place: Place, kind: str) -> Ready:
        if place.id not in self._there:
            self._there[place.id] = self._before(place)
        there, policy = self._there[place.id], self.crowd.policy
        able = self._kinds.get(kind, self._nobody)
        months: Mapping[tuple[UUID, str], int] = policy.get("months_at", {})
        for paper in needed_papers(policy.get("required", {}), policy.get("required_at", {}), kind, place.id):
            able = able & self._have(paper, months.get((place.id, paper)))
        some = able[there.volunteer]
        return Ready(
            volunteer=there.volunteer[some],
            rest=there.rest[some],
            extra=there.extra[some],
            kilometres=there.kilometres[some],
        )

    def _before(self, place: Place) -> Ready:
        """Those who are let in there and whose status lets them go, whatever they do and whatever papers that takes."""
        shares = self.register.weights.shares
        who = np.flatnonzero(self._available & self._admitted(place.id))
        known, days = self._distances(place, who), self._days(place)[who]
        close = _each(known, lambda value: closeness(None if value < 0 else value))
        suited = _each(days, lambda value: suits(None if value < 0 else value))
        first_time = first_time_points(shares, alone=place.id not in self.register.guides)
        return Ready(
            volunteer=who,
            rest=together(close, suited, self._part_free[who], self._not_away[who], shares),
            extra=np.where(self._newcomer[who], first_time, 0.0),
            kilometres=np.where(known < 0, far_if_unknown(None), known),
        )

    # -- papers

    def _have(self, paper: str, months: int | None) -> Some:
        if (paper, months) not in self._counting:
            owner, rows = self._papers
            good = self._valid(rows) & (rows["kind"] == self._code(paper))
            if months is not None:
                good &= _each(rows["first"], lambda first: _counts(first, months)) >= self._today
            self._counting[paper, months] = self._among(owner[good])
        return self._counting[paper, months]

    def _code(self, paper: str) -> int:
        return list(self.crowd.codes).index(paper) if paper in self.crowd.codes else -1

    def _admitted(self, place: UUID) -> Some:
        owner, rows = self._admissions
        there = (rows["place"] == np.frombuffer(place.bytes, ">u8")).all(axis=1)
        return self._among(owner[there & self._valid(rows)])

    def _valid(self, rows: NDArray[Any]) -> Some:
        return np.asarray((rows["first"] <= self._today) & (rows["last"] >= self._today))

    def _among(self, numbers: Whole) -> Some:
        found = self._nobody.copy()
        found[numbers] = True
        return found

    # -- distance and days

    def _distances(self, place: Place, who: Whole) -> Whole:
        """Kilometres; -1 is unknown."""
        homes = [column[who] for column in self._home]
        latitude, longitude = (np.radians(column) for column in homes)
        here = tuple(np.radians(each) for each in place.coordinates)
        chord = np.sin((here[0] - latitude) / 2) ** 2
        chord += np.cos(latitude) * np.cos(here[0]) * np.sin((here[1] - longitude) / 2) ** 2
        exact = 2 * EARTH_RADIUS_KILOMETRES * np.arcsin(np.sqrt(np.minimum(1.0, chord)))
        found = np.where(np.isnan(exact), -1, np.rint(exact)).astype(np.int64)
        for number in np.flatnonzero(np.abs(exact % 1 - 0.5) < _UNSURE):
            home = (float(homes[0][number]), float(homes[1][number]))
            found[number] = kilometres_between(home, place.coordinates)
        return found

    def _days(self, place: Place) -> Whole:
        """On how many weekdays somebody's hours and those of the prison coincide; -1 is unknown."""
        owner, code, hours = self._hours
        days = np.array([_bits(suitable_weekdays(each, place.hours)) for each in hours], np.int64)
        found = np.zeros(self.many, np.int64)
        if len(owner):
            begins = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])
            found[owner[begins]] = np.bitwise_or.reduceat(days[code], begins)
        return np.where(self._among(owner) & bool(place.hours), np.bitwise_count(found).astype(np.int64), -1)

    # -- columns

    @cached_property
    def _today(self) -> int:
        return (self.register.day - DAYS_FROM).days

    @cached_property
    def _nobody(self) -> Some:
        return np.zeros(self.many, dtype=bool)

    @cached_property
    def _available(self) -> Some:
        able = np.array([status in AVAILABLE for status in self.crowd.column("status")], dtype=bool)
        for number in [number for number, since in enumerate(self.crowd.column("paused_on")) if since]:
            pause = pause_of(self.crowd.rows[number])
            able[number] &= pause is None or not pause.holds(self.register.day)
        return able

    @cached_property
    def _newcomer(self) -> Some:
        known = self.register.newcomers
        return np.array([each in known for each in self.ids], dtype=bool)

    @cached_property
    def _part_free(self) -> Points:
        each = [part_free(*both) for both in zip(self.carrying.tolist(), self.capacity.tolist(), strict=True)]
        return np.array(each, np.float64)

    @cached_property
    def _not_away(self) -> Points:
        found = np.ones(self.many)
        for number, away in enumerate(self.crowd.column("away")):
            if away:
                found[number] = there(periods(away), self.register.day)
        return found

    @cached_property
    def _home(self) -> tuple[Points, Points]:
        latitude, longitude = (np.array(self.crowd.column(name), np.float64) for name in ("latitude", "longitude"))
        return latitude, longitude

    @cached_property
    def _kinds(self) -> Mapping[str, Some]:
        return self._words("kinds")

    @cached_property
    def _papers(self) -> tuple[Whole, NDArray[Any]]:
        return self._parts("papers", _PAPERS)

    @cached_property
    def _admissions(self) -> tuple[Whole, NDArray[Any]]:
        return self._parts("admitted", _ADMISSIONS)

    @cached_property
    def _hours(self) -> tuple[Whole, Whole, list[Any]]:
        """Of each free time whose it is and its number in the list of those there are."""
        owner, rows = self._parts("free", _HOURS)
        same, code = np.unique(rows.view(f"V{HOURS.size}"), return_inverse=True)
        return owner, code.astype(np.int64), [hours_of(each.tobytes()) for each in same]

    def _parts(self, name: str, dtype: np.dtype[Any]) -> tuple[Whole, NDArray[Any]]:
        """Of everybody's parts whose each is, and the part."""
        packed = [each or b"" for each in self.crowd.column(name)]
        many = np.array([len(each) // dtype.itemsize for each in packed], np.int64)
        return np.repeat(np.arange(self.many), many), np.frombuffer(b"".join(packed), dtype)

    def _words(self, name: str) -> Mapping[str, Some]:
        """Who has each of the words there are in a column."""
        text = [each or "" for each in self.crowd.column(name)]
        places: dict[str, int] = {}
        code = np.array([places.setdefault(each, len(places)) for each in text], np.int64)
        found: dict[str, Some] = {}
        for each, place in places.items():
            for word in each.split():
                found[word] = found.get(word, self._nobody) | (code == place)
        return found


def _each(values: NDArray[Any], rule: Callable[[int], float]) -> Points:
    """A rule for a column: asked once for each value in it."""
    some, where = np.unique(values, return_inverse=True)
    return np.array([rule(int(value)) for value in some], np.float64)[where]


def _counts(first: int, months: int) -> int:
    last = counts_until(DAYS_FROM + timedelta(days=first), None, months)
    return NEVER if last is None else (last - DAYS_FROM).days


def _bits(weekdays: Sequence[int] | None) -> int:
    return sum(1 << day for day in weekdays or ())
