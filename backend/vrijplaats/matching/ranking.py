"""In which order those who may be asked are suggested. Pure and deterministic.

Language, distance, days that coincide and load decide, as heavily as the organisation chose; somebody they know, and a
first time, come on top. Nothing about why a person is inside.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from vrijplaats.matching.away import away_soon, there
from vrijplaats.matching.facts import Fact, FactKind
from vrijplaats.matching.points import far_if_unknown, part_free, rest_points, with_language, within_bounds
from vrijplaats.matching.rules import Place, Wish, mismatch, readiness
from vrijplaats.matching.weights.rules import USUAL, Shares, Weights
from vrijplaats.volunteers.rules import Hours, Paper, Volunteer, kilometres_between

VERY_GOOD_FROM, GOOD_FROM = 75, 50
PAPER_ENDS_WITHIN_DAYS = 60


class Fit(StrEnum):
    """The score in words; people see these and never a percentage."""

    VERY_GOOD = "VERY_GOOD"
    GOOD = "GOOD"
    FAIR = "FAIR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """Distance and days between a volunteer and a prison; None is unknown. The same for each wish from there. `there`
    is the part of the coming two weeks in which they are not away."""

    kilometres: int | None
    weekdays: tuple[int, ...] | None
    there: float = 1.0


NOT_KNOWN = Nearness(kilometres=None, weekdays=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An eligible volunteer with a score from 0 to 100 and the reasons for it."""

    volunteer: Volunteer
    score: int
    fit: Fit
    nearness: Nearness
    reasons: tuple[Fact, ...]
    cares: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A volunteer who cannot be asked, with the first reason."""

    volunteer: Volunteer
    obstacle: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Everybody: who can be asked, best first, and who cannot, by name."""

    eligible: list[Suggestion]
    not_eligible: list[LeftOut]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A volunteer before one prison and one kind of activity: the same for each wish of that kind from there."""

    obstacle: Fact | None = None
    near: Nearness = NOT_KNOWN
    rest: float = 0.0  # points for all but language and whom they know
    extra: float = 0.0
    reasons: tuple[Fact, ...] = ()
    cares: tuple[Fact, ...] = ()


@dataclass(slots=True)
class Register:
    """An organisation's volunteers on one day, by name, to rank any number of wishes; remembers what these share.
    `newcomers` never had a match; `guides` are the names of those who could take one along, by prison; `speakers` are
    counted in the whole organisation, also when not everybody of it is here. `in_order`: they are by name already."""

    volunteers: Sequence[Volunteer]
    day: date
    weights: Weights = USUAL
    newcomers: Collection[UUID] = frozenset()
    guides: Mapping[UUID, str] = field(default_factory=dict)
    speakers: Mapping[str, int] | None = None
    in_order: bool = False
    known: dict[tuple[UUID, str], list[Standing]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.in_order:
            self.volunteers = sorted(self.volunteers, key=lambda each: (each.display_name, each.id))
        if self.speakers is None:
            self.speakers = Counter(code for each in self.volunteers for code in each.languages)

    def standings(self, place: Place, activity_kind: str) -> list[Standing]:
        """How everybody stands, in the order of `volunteers`."""
        key = (place.id, activity_kind)
        if key not in self.known:
            self.known[key] = [self.standing(each, place, activity_kind) for each in self.volunteers]
        return self.known[key]

    def standing(self, volunteer: Volunteer, place: Place, activity_kind: str) -> Standing:
        """How one of them stands."""
        obstacle = readiness(volunteer, activity_kind, place, self.day)
        if obstacle is not None:
            return Standing(obstacle=obstacle)
        near = replace(nearness(volunteer, place), there=there(volunteer.away, self.day))
        first = self._first_time(volunteer, place)
        alone = first is not None and first.kind is FactKind.FIRST_ALONE
        cares = _cares(volunteer, place, activity_kind, self.day)
        return Standing(
            near=near,
            rest=_rest(volunteer, near, self.weights.shares),
            extra=0.0 if first is None else first_time_points(self.weights.shares, alone=alone),
            reasons=_reasons(volunteer, near) if first is None or alone else (*_reasons(volunteer, near), first),
            cares=(first, *cares) if first is not None and alone else cares,
        )

    def _first_time(self, volunteer: Volunteer, place: Place) -> Fact | None:
        """Whether it would be somebody's first match, and who of the organisation knows the way there."""
        if volunteer.id not in self.newcomers:
            return None
        name = self.guides.get(place.id)
        return Fact(FactKind.FIRST_ALONE) if name is None else Fact(FactKind.FIRST_WITH, (name,))

    def rarest_first(self, languages: Iterable[str]) -> tuple[str, ...]:
        """The languages asked for, the one fewest volunteers speak first."""
        asked = tuple(dict.fromkeys(languages))
        speakers = self.speakers or {}
        return tuple(sorted(asked, key=lambda code: (speakers.get(code, 0), asked.index(code))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What a wish and some volunteers have in common: who visited this person before, whose match with them stopped
    because it did not go well for one of them, and who said not now to this wish."""

    known: Collection[UUID] = ()
    parted: Collection[UUID] = ()
    said_not_now: Collection[UUID] = ()

    def points(self, volunteer_id: UUID, shares: Shares) -> float:
        """On top of the others, or off."""
        if volunteer_id in self.parted:
            return -shares.continuity
        return shares.continuity if volunteer_id in self.known else 0.0


NO_PAST = Past()


def rank(wish: Wish, register: Register, *, past: Past = NO_PAST) -> Ranking:
    """Everybody in the register for one wish. Best first; equal scores by fewest kilometres, then name, then id."""
    eligible: list[Suggestion] = []
    left_out: list[LeftOut] = []
    languages = register.rarest_first(wish.languages)
    standings = register.standings(wish.place, wish.activity_kind)
    for volunteer, standing in zip(register.volunteers, standings, strict=True):
        found = standing.obstacle or mismatch(volunteer, wish)
        if found is not None:
            left_out.append(LeftOut(volunteer=volunteer, obstacle=found))
        else:
            eligible.append(suggestion(volunteer, standing, languages, register.weights.shares, past))
    eligible.sort(key=_order)  # keeps the order by name and id where this says nothing
    return Ranking(eligible=eligible, not_eligible=left_out)


def _order(suggestion: Suggestion) -> tuple[int, int]:
    return -suggestion.score, far_if_unknown(suggestion.nearness.kilometres)


def suggestion(
    volunteer: Volunteer, standing: Standing, languages: tuple[str, ...], shares: Shares, past: Past = NO_PAST
) -> Suggestion:
    """Somebody who is eligible, with the score and the reasons; `languages` are those asked for, the rarest first."""
    extra = standing.extra + past.points(volunteer.id, shares)
    points = within_bounds(_with_best_language(volunteer, standing.rest, languages, shares) + extra)
    return Suggestion(
        volunteer=volunteer,
        score=points,
        fit=fit_of(points),
        nearness=standing.near,
        reasons=(*_speaks(volunteer, languages), *_knows(volunteer, past), *standing.reasons),
        cares=(*_care_of(volunteer, past), *standing.cares),
    )


def _with_best_language(volunteer: Volunteer, rest: float, languages: tuple[str, ...], shares: Shares) -> float:
    """With the language that brings most: the rarest, unless another is spoken so much better."""
    return max(
        with_language(rest, level, shares, shares.little if code in volunteer.little_languages else 1.0)
        for level, code in enumerate(languages)
        if code in volunteer.languages
    )


def _knows(volunteer: Volunteer, past: Past) -> tuple[Fact, ...]:
    knows = volunteer.id in past.known and volunteer.id not in past.parted
    return (Fact(FactKind.KNOWN),) if knows else ()


def _care_of(volunteer: Volunteer, past: Past) -> tuple[Fact, ...]:
    kinds = ((FactKind.SAID_NOT_NOW, past.said_not_now), (FactKind.PARTED, past.parted))
    return tuple(Fact(kind) for kind, people in kinds if volunteer.id in people)


def first_time_points(shares: Shares, *, alone: bool) -> float:
    """For somebody who never had a match: on top where a colleague can take them along, off where nobody can."""
    return -shares.newcomer if alone else shares.newcomer


def _rest(volunteer: Volunteer, near: Nearness, shares: Shares) -> float:
    days = None if near.weekdays is None else len(near.weekdays)
    return rest_points(
        near.kilometres, days, part_free(volunteer.carrying, volunteer.capacity), shares, there=near.there
    )


def fit_of(points: int) -> Fit:
    """A score in words."""
    if points >= VERY_GOOD_FROM:
        return Fit.VERY_GOOD
    return Fit.GOOD if points >= GOOD_FROM else Fit.FAIR


def reasons(volunteer: Volunteer, languages: Iterable[str], near: Nearness) -> tuple[Fact, ...]:
    """Why somebody fits; what is unknown or does not fit is left unsaid."""
    return (*_speaks(volunteer, languages), *_reasons(volunteer, near))


def _speaks(volunteer: Volunteer, languages: Iterable[str]) -> tuple[Fact, ...]:
    """What they speak well of those asked for, and what a little."""
    spoken = [code for code in languages if code in volunteer.languages]
    well = tuple(code for code in spoken if code not in volunteer.little_languages)
    little = tuple(code for code in spoken if code in volunteer.little_languages)
    kinds = ((FactKind.SPEAKS, well), (FactKind.SPEAKS_A_LITTLE, little))
    return tuple(Fact(kind, codes) for kind, codes in kinds if codes)


def _reasons(volunteer: Volunteer, near: Nearness) -> tuple[Fact, ...]:
    found = [] if near.kilometres is None else [Fact(FactKind.DISTANCE, (near.kilometres,))]
    if near.weekdays:
        found.append(Fact(FactKind.DAYS, near.weekdays))
    return (*found, Fact(FactKind.LOAD, (volunteer.carrying, volunteer.capacity)))


def _cares(volunteer: Volunteer, place: Place, activity_kind: str, day: date) -> tuple[Fact, ...]:
    found = away_soon(volunteer, day)
    for kind in sorted(volunteer.needed(activity_kind, place.id)):
        found += _ends_soon(kind, volunteer.papers(kind, place.id), day, volunteer.called.get(kind, ()))
    return tuple(found + _ends_soon("ADMISSION", volunteer.admissions[place.id], day))


def _ends_soon(kind: str, papers: Iterable[Paper], day: date, names: tuple[str, ...] = ()) -> list[Fact]:
    """The last day among the valid papers, when it is near."""
    ends = [paper.valid_until for paper in papers if paper.is_valid(day)]
    last = max((end for end in ends if end is not None), default=None)
    if last is None or None in ends:
        return []
    left = (last - day).days
    return [Fact(FactKind.PAPER_ENDS, (kind, left, *names))] if left <= PAPER_ENDS_WITHIN_DAYS else []


def nearness(volunteer: Volunteer, place: Place) -> Nearness:
    """How far, as the crow flies, and on which weekdays visiting hours and free time coincide."""
    home = volunteer.coordinates
    return Nearness(
        kilometres=None if home is None else kilometres_between(home, place.coordinates),
        weekdays=suitable_weekdays(volunteer.availability, place.hours),
    )


def suitable_weekdays(free: Iterable[Hours], visiting: Iterable[Hours]) -> tuple[int, ...] | None:
    """Weekdays on which the two overlap; None when one of them is unknown."""
    own, theirs = list(free), list(visiting)
    if not own or not theirs:
        return None
    return tuple(sorted({a.weekday for a in own for b in theirs if _overlap(a, b)}))


def _overlap(a: Hours, b: Hours) -> bool:
    return a.weekday == b.weekday and a.starts < b.ends and b.starts < a.ends
