"""Whether somebody can go: status, papers and admission are questions about dates, never flags. Pure."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt
from uuid import UUID

EARTH_RADIUS_KILOMETRES = 6371.0
Coordinates = tuple[float, float]


class ActivityKind(StrEnum):
    """What a volunteer can be there for."""

    ONE_TO_ONE = "ONE_TO_ONE"
    COURSE = "COURSE"
    CHILD_EVENT = "CHILD_EVENT"
    CAMP = "CAMP"
    DROP_IN = "DROP_IN"
    DESK = "DESK"
    CHAPLAINCY = "CHAPLAINCY"
    FAMILY = "FAMILY"
    CHILD_ESCORT = "CHILD_ESCORT"
    AFTERCARE = "AFTERCARE"


class Gender(StrEnum):
    """As people call themselves."""

    WOMAN = "WOMAN"
    MAN = "MAN"
    OTHER = "OTHER"


class Denomination(StrEnum):
    """Of a chaplaincy activity; never of a person."""

    CATHOLIC = "CATHOLIC"
    PROTESTANT = "PROTESTANT"
    HUMANIST = "HUMANIST"
    JEWISH = "JEWISH"
    MUSLIM = "MUSLIM"
    BUDDHIST = "BUDDHIST"
    HINDU = "HINDU"


class VolunteerStatus(StrEnum):
    """Where somebody is in the register. READY: may start; ACTIVE: has started. A pause is none of these (Pause)."""

    APPLICANT = "APPLICANT"
    IN_TRAINING = "IN_TRAINING"
    READY = "READY"
    ACTIVE = "ACTIVE"
    LEFT = "LEFT"


AVAILABLE = frozenset({VolunteerStatus.READY, VolunteerStatus.ACTIVE})


class Obstacle(StrEnum):
    """What keeps somebody from going on a day; the value beside it is the kind of credential, where there is one."""

    NOT_ACTIVE = "NOT_ACTIVE"
    NO_ACCOUNT = "NO_ACCOUNT"
    OTHER_KINDS = "OTHER_KINDS"
    NO_CREDENTIAL = "NO_CREDENTIAL"
    CREDENTIAL_OVER = "CREDENTIAL_OVER"
    NO_ADMISSION = "NO_ADMISSION"
    ADMISSION_OVER = "ADMISSION_OVER"


@dataclass(frozen=True, slots=True)
class NotReady:
    """One obstacle."""

    obstacle: Obstacle
    credential: str | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """When in the week somebody is free. 1 = Monday."""

    weekday: int
    starts: time
    ends: time


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from the first up to and including the last."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Nobody new is asked of somebody for a while; what runs goes on. `ends_on` is its last day; without one it lasts
    until the volunteer says so. `over_on` is the first day on which it no longer holds, once that is known."""

    starts_on: date
    ends_on: date | None
    over_on: date | None = None

    def holds(self, day: date) -> bool:
        """Whether somebody is paused on that day."""
        ran_out = self.ends_on is not None and self.ends_on < day
        was_stopped = self.over_on is not None and self.over_on <= day
        return self.starts_on <= day and not (ran_out or was_stopped)


@dataclass(frozen=True, slots=True)
class Paper:
    """A credential, or a granted admission, and the days on which it is valid (both included)."""

    kind: str
    valid_from: date
    valid_until: date | None

    def is_valid(self, day: date) -> bool:
        """Whether it is good on that day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    def counting(self, months: int | None) -> "Paper":
        """The same where one counts for so many months from its first day, if that is sooner than it ends."""
        until = counts_until(self.valid_from, self.valid_until, months)
        return self if until == self.valid_until else Paper(self.kind, self.valid_from, until)


def counts_until(valid_from: date, valid_until: date | None, months: int | None) -> date | None:
    """The last day on which a paper counts where it does so for a number of months at most."""
    if months is None:
        return valid_until
    last = months_after(valid_from, months)
    return last if valid_until is None else min(last, valid_until)


def months_after(day: date, months: int) -> date:
    """The same day of a later month; the last of the month where that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """One person in one organisation's register. `required`: the papers its policy names for each kind; `required_at`:
    those it names for a kind at one prison; `months_at`: for how long a paper counts at one prison; `away`: the days
    from today on which they said not to be there; `joined`: they can sign in, as who was imported cannot until
    they say yes to an invitation; `little_languages`: those of their languages that they speak a little;
    `activity_denominations`: of the chaplaincy they help with."""

    id: UUID
    organisation_id: UUID
    person_id: UUID
    display_name: str
    status: VolunteerStatus
    gender: str | None
    place: str | None
    coordinates: Coordinates | None
    languages: tuple[str, ...]
    kinds: frozenset[str]
    capacity: int
    carrying: int
    little_languages: frozenset[str] = frozenset()
    activity_denominations: frozenset[str] = frozenset()
    joined: bool = True
    availability: tuple[Hours, ...] = ()
    away: tuple[Period, ...] = ()
    pause: Pause | None = None
    credentials: tuple[Paper, ...] = ()
    admissions: Mapping[UUID, tuple[Paper, ...]] = field(default_factory=dict)
    required: Mapping[str, frozenset[str]] = field(default_factory=dict)
    required_at: Mapping[tuple[UUID, str], frozenset[str]] = field(default_factory=dict)
    months_at: Mapping[tuple[UUID, str], int] = field(default_factory=dict)
    # the papers' names, in Dutch and English
    called: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def needed(self, kind: str, facility_id: UUID) -> frozenset[str]:
        """The papers that this kind of activity takes at this prison."""
        return needed_papers(self.required, self.required_at, kind, facility_id)

    def papers(self, kind: str, facility_id: UUID) -> tuple[Paper, ...]:
        """Those of a kind, for as long as they count at this prison."""
        months = self.months_at.get((facility_id, kind))
        return tuple(paper.counting(months) for paper in self.credentials if paper.kind == kind)


def needed_papers(
    required: Mapping[str, frozenset[str]],
    required_at: Mapping[tuple[UUID, str], frozenset[str]],
    kind: str,
    facility_id: UUID,
) -> frozenset[str]:
    """What a policy asks for a kind of activity, everywhere and at one prison."""
    return required.get(kind, frozenset()) | required_at.get((facility_id, kind), frozenset())


def ready_on(volunteer: Volunteer, kind: str, facility_id: UUID, day: date) -> tuple[NotReady, ...]:
    """Why this volunteer cannot go to this prison for this kind of activity on that day; nothing means ready."""
    reasons = [] if volunteer.status in AVAILABLE else [NotReady(Obstacle.NOT_ACTIVE)]
    if not volunteer.joined:
        reasons.append(NotReady(Obstacle.NO_ACCOUNT))
    if kind not in volunteer.kinds:
        reasons.append(NotReady(Obstacle.OTHER_KINDS))
    for needed in sorted(volunteer.needed(kind, facility_id)):
        papers = volunteer.papers(needed, facility_id)
        if missing := _missing(papers, day, Obstacle.NO_CREDENTIAL, Obstacle.CREDENTIAL_OVER):
            reasons.append(NotReady(missing, needed))
    admissions = volunteer.admissions.get(facility_id, ())
    if missing := _missing(admissions, day, Obstacle.NO_ADMISSION, Obstacle.ADMISSION_OVER):
        reasons.append(NotReady(missing))
    return tuple(reasons)


def _missing(papers: tuple[Paper, ...], day: date, absent: Obstacle, over: Obstacle) -> Obstacle | None:
    if any(paper.is_valid(day) for paper in papers):
        return None
    ended = any(paper.valid_until is not None and paper.valid_until < day for paper in papers)
    return over if ended else absent


def kilometres_between(here: Coordinates, there: Coordinates) -> int:
    """As the crow flies, rounded to whole kilometres."""
    latitude, longitude = (radians(b - a) for a, b in zip(here, there, strict=True))
    chord = sin(latitude / 2) ** 2 + cos(radians(here[0])) * cos(radians(there[0])) * sin(longitude / 2) ** 2
    return round(2 * EARTH_RADIUS_KILOMETRES * asin(sqrt(min(1.0, chord))))
