"""Who may be asked for a wish, and which moves an offer and a match have. Pure: the same day gives the same answer.

Only what serves the visit counts: papers, language, room in somebody's week. Nothing about why a person is inside.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from vrijplaats.core.errors import InvalidInput
from vrijplaats.matching.facts import Fact, FactKind
from vrijplaats.volunteers.rules import (
    AVAILABLE,
    ActivityKind,
    Coordinates,
    Hours,
    NotReady,
    Obstacle,
    Volunteer,
    ready_on,
)

MOST_AT_ONCE = 20
LONGEST_OFFER = timedelta(days=30)
_ABOUT_ADMISSION = frozenset({Obstacle.NO_ADMISSION, Obstacle.ADMISSION_OVER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The prison a wish comes from, with its visiting hours."""

    id: UUID
    name: str
    coordinates: Coordinates
    hours: tuple[Hours, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a detainee asks for."""

    request_id: UUID
    place: Place
    activity_kind: str
    languages: tuple[str, ...]
    volunteer_gender: str | None
    activity_denomination: str | None = None


def obstacle(volunteer: Volunteer, wish: Wish, day: date) -> Fact | None:
    """The first thing in the way on that day, or None: eligible."""
    return readiness(volunteer, wish.activity_kind, wish.place, day) or mismatch(volunteer, wish)


def readiness(volunteer: Volunteer, activity_kind: str, place: Place, day: date) -> Fact | None:
    """Status, pause, kind, papers or admission in the way; the same for each wish of that kind from that place."""
    pause = volunteer.pause
    if volunteer.status in AVAILABLE and pause is not None and pause.holds(day):
        return Fact(FactKind.PAUSED, (pause.ends_on.isoformat(),) if pause.ends_on else ())
    reasons = ready_on(volunteer, activity_kind, place.id, day)
    return _fact(reasons[0], place, volunteer) if reasons else None


def mismatch(volunteer: Volunteer, wish: Wish) -> Fact | None:
    """What this wish asks that this volunteer cannot give."""
    if not any(code in volunteer.languages for code in wish.languages):
        return Fact(FactKind.NO_LANGUAGE, wish.languages)
    if wish.volunteer_gender is not None and volunteer.gender != wish.volunteer_gender:
        return Fact(FactKind.OTHER_WISH, (wish.volunteer_gender,))
    if wish.activity_denomination is not None and wish.activity_denomination not in volunteer.activity_denominations:
        return Fact(FactKind.OTHER_DENOMINATION, (wish.activity_denomination,))
    if volunteer.capacity == 0 or volunteer.carrying > volunteer.capacity:
        return Fact(FactKind.NOBODY_NEW)
    if volunteer.carrying == volunteer.capacity:
        return Fact(FactKind.FULL, (volunteer.carrying, volunteer.capacity))
    return None


def can_meet_outside(volunteer: Volunteer, wish: Wish, day: date) -> bool:
    """Whether somebody can be asked to go on with this wish after a release. What counts for anybody who is asked
    counts here, but for what is a prison's: its admission and the papers it asks for itself."""
    kinds = {wish.activity_kind, ActivityKind.AFTERCARE.value}
    papers = set().union(*(volunteer.required.get(kind, ()) for kind in kinds))
    valid = {paper.kind for paper in volunteer.credentials if paper.is_valid(day)}
    return (
        volunteer.joined
        and volunteer.status in AVAILABLE
        and not (volunteer.pause and volunteer.pause.holds(day))
        and not kinds.isdisjoint(volunteer.kinds)
        and papers <= valid
        and mismatch(volunteer, wish) is None
    )


def _fact(reason: NotReady, place: Place, volunteer: Volunteer) -> Fact:
    if reason.obstacle in _ABOUT_ADMISSION:
        return Fact(FactKind(reason.obstacle.value), (short_name(place.name),))
    paper = reason.credential
    return Fact(FactKind(reason.obstacle.value), (paper, *volunteer.called.get(paper, ())) if paper else ())


def short_name(facility: str) -> str:
    """The name people use: "PI Veenhuizen, locatie Esserheem" is Esserheem to everyone."""
    return facility.rpartition("locatie ")[2]


def check_offer(volunteer_ids: list[UUID], expires_at: datetime, now: datetime) -> None:
    """Raise InvalidInput unless some people are asked, not too many, with time to answer."""
    if not 1 <= len(volunteer_ids) <= MOST_AT_ONCE:
        raise InvalidInput(
            field="volunteerIds",
            label={"nl": "Mensen", "en": "People"},
            requirement={"nl": "kies 1 tot en met 20 mensen", "en": "choose 1 to 20 people"},
        )
    check_answer_time(expires_at, now)


def check_answer_time(expires_at: datetime, now: datetime) -> None:
    """Raise InvalidInput unless there is time to answer, and not too much."""
    if not now < expires_at <= now + LONGEST_OFFER:
        raise InvalidInput(
            field="expiresAt",
            label={"nl": "Antwoord vóór", "en": "Answer before"},
            requirement={
                "nl": "kies een moment dat nog komt, binnen 30 dagen",
                "en": "choose a time that is still to come, within 30 days",
            },
        )
