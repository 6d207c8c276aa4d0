"""In which order those who may be asked are suggested. Pure and deterministic.

Language, distance, days that coincide and load decide, and nothing about why a person is inside.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from vrijplaats.matching.facts import Fact, FactKind
from vrijplaats.matching.rules import Place, Wish, mismatch, readiness
from vrijplaats.volunteers.rules import Hours, Paper, Volunteer, kilometres_between

# Points: a speaker of the rarest language asked for has at least half, anybody else less than half.
LANGUAGE, DISTANCE, DAYS, LOAD = 50, 25, 15, 10
FARTHEST_KILOMETRES = 100
# what is not known counts as average, so that nobody is punished for an empty field
UNKNOWN = 0.5
OTHER_LANGUAGE_SHARE = 0.6
OTHER_LANGUAGE_POINTS = 19
VERY_GOOD_FROM, GOOD_FROM = 75, 50
PAPER_ENDS_WITHIN_DAYS = 60


class Fit(StrEnum):
    """The score in words; people see these and never a percentage."""

    VERY_GOOD = "VERY_GOOD"
    GOOD = "GOOD"
    FAIR = "FAIR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """Distance and days between a volunteer and a prison; None is unknown. The same for each wish from there."""

    kilometres: int | None
    weekdays: tuple[int, ...] | None


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
    reasons: tuple[Fact, ...] = ()
    cares: tuple[Fact, ...] = ()


@dataclass(slots=True)
class Register:
    """An organisation's volunteers on one day, by name, to rank any number of wishes; remembers what these share."""

    volunteers: Sequence[Volunteer]
    day: date
    speakers: Counter[str] = field(default_factory=Counter)
    known: dict[tuple[UUID, str], list[Standing]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.volunteers = sorted(self.volunteers, key=lambda each: (each.display_name, each.id))
        for volunteer in self.volunteers:
            self.speakers.update(volunteer.languages)

    def standings(self, place: Place, activity_kind: str) -> list[Standing]:
        """How everybody stands, in the order of `volunteers`."""
        key = (place.id, activity_kind)
        if key not in self.known:
            self.known[key] = [_standing(each, place, activity_kind, self.day) for each in self.volunteers]
        return self.known[key]

    def rarest_first(self, languages: Iterable[str]) -> tuple[str, ...]:
        """The languages asked for, the one fewest volunteers speak first."""
        asked = tuple(dict.fromkeys(languages))
        return tuple(sorted(asked, key=lambda code: (self.speakers[code], asked.index(code))))


def rank(wish: Wish, register: Register, *, said_not_now: Collection[UUID] = ()) -> Ranking:
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
            eligible.append(_suggestion(volunteer, standing, languages, volunteer.id in said_not_now))
    eligible.sort(key=_order)  # keeps the order by name and id where this says nothing
    return Ranking(eligible=eligible, not_eligible=left_out)


def _order(suggestion: Suggestion) -> tuple[int, int]:
    kilometres = suggestion.nearness.kilometres
    return -suggestion.score, FARTHEST_KILOMETRES * 100 if kilometres is None else kilometres


def _suggestion(volunteer: Volunteer, standing: Standing, languages: tuple[str, ...], said_not_now: bool) -> Suggestion:
    points = score(volunteer, languages, standing.near)
    return Suggestion(
        volunteer=volunteer,
        score=points,
        fit=fit_of(points),
        nearness=standing.near,
        reasons=(_speaks(volunteer, languages), *standing.reasons),
        cares=(Fact(FactKind.SAID_NOT_NOW), *standing.cares) if said_not_now else standing.cares,
    )


def _standing(volunteer: Volunteer, place: Place, activity_kind: str, day: date) -> Standing:
    obstacle = readiness(volunteer, activity_kind, place, day)
    if obstacle is not None:
        return Standing(obstacle=obstacle)
    near = nearness(volunteer, place)
    cares = _cares(volunteer, place, activity_kind, day)
    return Standing(near=near, reasons=_reasons(volunteer, near), cares=cares)


def score(volunteer: Volunteer, languages: tuple[str, ...], near: Nearness) -> int:
    """Points from 0 to 100 for somebody who is eligible; `languages` are those asked for, the rarest first."""
    closeness = UNKNOWN if near.kilometres is None else max(0.0, 1 - near.kilometres / FARTHEST_KILOMETRES)
    days = UNKNOWN if near.weekdays is None else min(len(near.weekdays), 2) / 2
    room = 1 - volunteer.carrying / volunteer.capacity
    rest = DISTANCE * closeness + DAYS * days + LOAD * room
    level = next(place for place, code in enumerate(languages) if code in volunteer.languages)
    if level == 0:
        return round(LANGUAGE + rest)
    return round(rest * OTHER_LANGUAGE_SHARE + OTHER_LANGUAGE_POINTS / level)


def fit_of(points: int) -> Fit:
    """A score in words."""
    if points >= VERY_GOOD_FROM:
        return Fit.VERY_GOOD
    return Fit.GOOD if points >= GOOD_FROM else Fit.FAIR


def reasons(volunteer: Volunteer, languages: Iterable[str], near: Nearness) -> tuple[Fact, ...]:
    """Why somebody fits; what is unknown or does not fit is left unsaid."""
    return (_speaks(volunteer, languages), *_reasons(volunteer, near))


def _speaks(volunteer: Volunteer, languages: Iterable[str]) -> Fact:
    return Fact(FactKind.SPEAKS, tuple(code for code in languages if code in volunteer.languages))


def _reasons(volunteer: Volunteer, near: Nearness) -> tuple[Fact, ...]:
    found = [] if near.kilometres is None else [Fact(FactKind.DISTANCE, (near.kilometres,))]
    if near.weekdays:
        found.append(Fact(FactKind.DAYS, near.weekdays))
    return (*found, Fact(FactKind.LOAD, (volunteer.carrying, volunteer.capacity)))


def _cares(volunteer: Volunteer, place: Place, activity_kind: str, day: date) -> tuple[Fact, ...]:
    found: list[Fact] = []
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
