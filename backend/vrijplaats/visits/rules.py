"""Visits: states and moves, causes per side, and what a log may hold. Pure: no database, no clock of its own."""

import math
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from vrijplaats.core.actor import Role
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import InvalidInput, NotAllowedNow, Words
from vrijplaats.visits.errors import AlreadyLogged, TooEarly

FURTHEST_AHEAD = timedelta(days=366)
SHORTEST = timedelta(minutes=10)
MOST_MINUTES = 1440
MOST_KILOMETRES = 2000


class VisitState(StrEnum):
    """PROPOSED -> CONFIRMED -> LOGGED, or straight to LOGGED when the prison never answered; CANCELLED until the visit
    is over."""

    PROPOSED = "PROPOSED"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"
    LOGGED = "LOGGED"


class VisitRegime(StrEnum):
    """What the facility counts the visit as."""

    OFFICIAL = "OFFICIAL"
    REGULAR_HOUR = "REGULAR_HOUR"
    OTHER = "OTHER"
    UNKNOWN = "UNKNOWN"


class VisitSetting(StrEnum):
    """Where people meet: planned by the facility, actual by the volunteer."""

    PRIVATE_ROOM = "PRIVATE_ROOM"
    SUPERVISED_HALL = "SUPERVISED_HALL"
    OUTSIDE = "OUTSIDE"
    UNKNOWN = "UNKNOWN"


class VisitOutcome(StrEnum):
    """Whether it took place, and otherwise who could not."""

    HELD = "HELD"
    VOLUNTEER_ABSENT = "VOLUNTEER_ABSENT"
    DETAINEE_ABSENT = "DETAINEE_ABSENT"
    FACILITY_CANCELLED = "FACILITY_CANCELLED"


class CancelSide(StrEnum):
    """On whose side the cause lies: to learn from, never to score anybody."""

    FACILITY = "FACILITY"
    DETAINEE = "DETAINEE"
    VOLUNTEER = "VOLUNTEER"
    ORGANISATION = "ORGANISATION"


class CancelCause(StrEnum):
    """The short list; which belong to which side is in CAUSES."""

    CLOSED = "CLOSED"
    NO_ROOM = "NO_ROOM"
    NO_STAFF = "NO_STAFF"
    SECURITY = "SECURITY"
    ILL = "ILL"
    OTHER_APPOINTMENT = "OTHER_APPOINTMENT"
    TRANSFERRED = "TRANSFERRED"
    RELEASED = "RELEASED"
    NOT_WANTED = "NOT_WANTED"
    TRAVEL = "TRAVEL"
    NO_VOLUNTEER = "NO_VOLUNTEER"
    PLANNING = "PLANNING"


CAUSES: dict[CancelSide, frozenset[CancelCause]] = {
    CancelSide.FACILITY: frozenset(
        {CancelCause.CLOSED, CancelCause.NO_ROOM, CancelCause.NO_STAFF, CancelCause.SECURITY}
    ),
    CancelSide.DETAINEE: frozenset(
        {
            CancelCause.ILL,
            CancelCause.OTHER_APPOINTMENT,
            CancelCause.TRANSFERRED,
            CancelCause.RELEASED,
            CancelCause.NOT_WANTED,
        }
    ),
    CancelSide.VOLUNTEER: frozenset({CancelCause.ILL, CancelCause.TRAVEL, CancelCause.OTHER_APPOINTMENT}),
    CancelSide.ORGANISATION: frozenset({CancelCause.NO_VOLUNTEER, CancelCause.PLANNING}),
}
CANCELLERS = (Role.VOLUNTEER, Role.STAFF, Role.COORDINATOR)

OVER: Words = {"nl": "het bezoek is al geweest", "en": "the visit is over"}
OFF: Words = {"nl": "het bezoek gaat niet door", "en": "the visit is off"}
LOGGED: Words = {"nl": "het bezoek is al vastgelegd", "en": "the visit has been logged"}
NO_PRISON: Words = {
    "nl": "buiten heeft de inrichting hier geen deel aan",
    "en": "outside, the prison has no part in it",
}
HALF_A_YEAR: Words = {
    "nl": "kies een dag binnen het halve jaar na vrijkomen",
    "en": "choose a day within half a year after the release",
}
OUTSIDE: Words = {"nl": "jullie ontmoeten elkaar nu buiten", "en": "you meet outside now"}
NOT_RUNNING: Words = {"nl": "de koppeling loopt niet meer", "en": "the match has ended"}
WITH_ZONE: Words = {"nl": "noem de tijdzone erbij", "en": "add the time zone"}
NOTHING_CHANGES: Words = {"nl": "dit staat er al, er verandert niets", "en": "this is what it says, nothing changes"}
NOT_SETTLED: Words = {
    "nl": "kies een bezoek dat is vastgelegd, of dat was afgezegd",
    "en": "choose a visit that was logged, or that was called off",
}
ONLY_HELD: Words = {
    "nl": "dit bezoek was afgezegd, alleen dat het toch doorging kan hier staan",
    "en": "this visit was called off, only that it took place after all can be said here",
}
STARTED: Words = {"nl": "het bezoek is al begonnen", "en": "the visit has already started"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """What is kept of a visit that is over. Never anything about what was said."""

    outcome: VisitOutcome
    minutes: int
    setting: VisitSetting
    travel_kilometres: float


def check_times(starts_at: datetime, ends_at: datetime, now: datetime) -> None:
    """Raise InvalidInput unless the visit lies ahead, within a year, and ends after it starts."""
    if starts_at.tzinfo is None:
        raise _start(WITH_ZONE)
    if ends_at.tzinfo is None:
        raise _end(WITH_ZONE)
    if starts_at <= now:
        raise _start({"nl": "kies een moment dat nog komt", "en": "choose a time that is still to come"})
    if starts_at > now + FURTHEST_AHEAD:
        raise _start({"nl": "kies een dag binnen een jaar", "en": "choose a day within a year"})
    if starts_at < ends_at < starts_at + SHORTEST:
        raise _end({"nl": "een bezoek duurt minstens 10 minuten", "en": "a visit takes at least 10 minutes"})
    if not starts_at < ends_at <= starts_at + timedelta(hours=24):
        raise _end(
            {
                "nl": "kies een tijd na het begin, op dezelfde dag",
                "en": "choose a time after the start, on the same day",
            }
        )


def first_day(now: datetime) -> date:
    """The first day for which a prison can be asked: the next one. On the day itself nobody there would have the time
    to answer, and to tell who is visited."""
    return now.astimezone(AMSTERDAM).date() + timedelta(days=1)


def check_asked(starts_at: datetime, ends_at: datetime, now: datetime) -> None:
    """The same of a visit for which a prison is asked, which has to be able to answer."""
    check_times(starts_at, ends_at, now)
    if starts_at.astimezone(AMSTERDAM).date() < first_day(now):
        raise _start(
            {
                "nl": "kies een dag vanaf morgen, de inrichting moet nog antwoorden",
                "en": "choose a day from tomorrow on, the prison still has to answer",
            }
        )


def check_running(state: str) -> None:
    """Visits are planned while the match runs."""
    if state != "ACTIVE":
        raise NotAllowedNow(reason=NOT_RUNNING)


def check_outside(starts_at: datetime, until: date | None) -> None:
    """Raise InvalidInput for a visit outside that is later than half a year after the release."""
    if until is None or starts_at.astimezone(AMSTERDAM).date() > until:
        raise _start(HALF_A_YEAR)


def check_plannable(state: str, outside_until: date | None) -> None:
    """A visit in a prison is planned while the match runs, and not after a release."""
    check_running(state)
    if outside_until is not None:
        raise NotAllowedNow(reason=OUTSIDE)


def check_confirmable(state: VisitState, starts_at: datetime, now: datetime) -> None:
    """Staff may confirm, and change what was confirmed, until the visit starts."""
    if state is VisitState.CANCELLED:
        raise NotAllowedNow(reason=OFF)
    if state is VisitState.LOGGED:
        raise NotAllowedNow(reason=LOGGED)
    if starts_at <= now:
        raise NotAllowedNow(reason=STARTED)


def check_cause(side: CancelSide, cause: CancelCause, *, outside: bool = False) -> None:
    """Raise InvalidInput when the cause is not one of this side's, or the side has no part in it."""
    if outside and side is CancelSide.FACILITY:
        raise InvalidInput(field="side", label={"nl": "Kant", "en": "Side"}, requirement=NO_PRISON)
    if cause not in CAUSES[side]:
        raise InvalidInput(
            field="cause",
            label={"nl": "Reden", "en": "Cause"},
            requirement={"nl": "kies een reden die hierbij hoort", "en": "choose a cause that belongs to this side"},
        )


def check_cancellable(state: VisitState, ends_at: datetime, now: datetime) -> None:
    """A visit can be called off until it is over."""
    if state is VisitState.CANCELLED:
        raise NotAllowedNow(reason=OFF)
    if state is VisitState.LOGGED:
        raise NotAllowedNow(reason=LOGGED)
    if ends_at <= now:
        raise NotAllowedNow(reason=OVER)


def check_loggable(state: VisitState, ends_at: datetime, now: datetime) -> None:
    """Over, and not called off: that is when a visit can be logged, once. The volunteer knows whether it took place,
    also when nobody in the prison confirmed it."""
    if state is VisitState.LOGGED:
        raise AlreadyLogged
    if state is VisitState.CANCELLED:
        raise NotAllowedNow(reason=OFF)
    if now < ends_at:
        raise TooEarly(moment=ends_at, now=now)


def check_log(log: Log, *, outside: bool = False) -> None:
    """Raise InvalidInput unless the figures of a log can be true."""
    if outside and log.outcome is VisitOutcome.FACILITY_CANCELLED:
        raise InvalidInput(field="outcome", label={"nl": "Hoe het ging", "en": "How it went"}, requirement=NO_PRISON)
    least = 1 if log.outcome is VisitOutcome.HELD else 0
    most = MOST_MINUTES if log.outcome is VisitOutcome.HELD else 0
    if not least <= log.minutes <= most:
        raise InvalidInput(
            field="minutes", label={"nl": "Minuten", "en": "Minutes"}, requirement=_minutes_needed(log.outcome)
        )
    if not math.isfinite(log.travel_kilometres) or not 0 <= log.travel_kilometres <= MOST_KILOMETRES:
        raise _kilometres({"nl": "een getal van 0 tot en met 2000", "en": "a number from 0 to 2000"})
    if not math.isclose(log.travel_kilometres, round(log.travel_kilometres, 1), abs_tol=1e-9):
        raise _kilometres({"nl": "hooguit één cijfer achter de komma", "en": "one decimal at most"})


def as_it_was(log: Log, *, outside: bool) -> Log:
    """The log as it is kept: a meeting outside was outside, whatever was sent."""
    return replace(log, setting=VisitSetting.OUTSIDE) if outside and log.minutes else log


def check_correctable(state: VisitState, *, over: bool, becomes: VisitOutcome | None = None) -> None:
    """Raise InvalidInput unless something stands that can be wrong: a log, or that a visit was off whose time is over.
    What was never logged its volunteer logs. Of one that was off only that it took place is a correction: whose side
    called it off, and why, stays known (promise 8)."""
    if state is not VisitState.LOGGED and not (state is VisitState.CANCELLED and over):
        raise InvalidInput(field="visitId", label={"nl": "Bezoek", "en": "Visit"}, requirement=NOT_SETTLED)
    if state is VisitState.CANCELLED and becomes not in (None, VisitOutcome.HELD):
        raise InvalidInput(field="outcome", label={"nl": "Bezoek", "en": "Visit"}, requirement=ONLY_HELD)


def causes_in_words() -> str:
    """Which causes belong to which side, for readers of the schema."""
    return "; ".join(
        f"{side}: {' '.join(cause for cause in CancelCause if cause in CAUSES[side])}" for side in CancelSide
    )


def _start(requirement: Words) -> InvalidInput:
    return InvalidInput(field="startsAt", label={"nl": "Begin", "en": "Start"}, requirement=requirement)


def _end(requirement: Words) -> InvalidInput:
    return InvalidInput(field="endsAt", label={"nl": "Einde", "en": "End"}, requirement=requirement)


def _minutes_needed(outcome: VisitOutcome) -> Words:
    if outcome is VisitOutcome.HELD:
        return {"nl": "een getal van 1 tot en met 1440", "en": "a number from 1 to 1440"}
    return {"nl": "0, want het bezoek ging niet door", "en": "0, because the visit did not take place"}


def _kilometres(requirement: Words) -> InvalidInput:
    return InvalidInput(
        field="travelKilometres", label={"nl": "Kilometers", "en": "Kilometres"}, requirement=requirement
    )
