"""When a notice becomes part of a letter, and when it is too late for that. No input or output."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from vrijplaats.core.actor import Role
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.notices.push.rules import CLOSING, KINDS, KINDS_OF, Preferences, QuietHours, Standing, is_over

PATIENCE = timedelta(hours=6)
# who asked to be called today does not wait six hours for somebody to look
CALLED_TODAY = timedelta(hours=2)
# what can wait comes in one letter a day at most
REST = timedelta(hours=20)
# so much must be left of what an answer is asked for, or it does not wait for the morning
LEFT = timedelta(hours=1)
# news without an end of its own
KEPT_OPEN = timedelta(days=3)
_URGENT = ("offer.made", "call.asked_today", "call.waiting")
_CALLS = ("call.asked_today", "call.waiting")
# about nothing but the volunteer's own self
_OWN = ("pause.over", "message.sent")


def is_written(event: str) -> bool:
    """Whether an event is ever told in a letter: what wakes a device, but for what only closes an earlier question."""
    return event in KINDS and event not in CLOSING


def role_in(event: str, *, concerned: bool) -> Role:
    """As what somebody is told: as the volunteer whose visit or invitation it is, or as a coordinator."""
    theirs = event in _OWN or (concerned and KINDS[event] in KINDS_OF[Role.VOLUNTEER])
    return Role.VOLUNTEER if theirs else Role.COORDINATOR


def is_urgent(event: str, role: Role, expires_at: datetime, now: datetime) -> bool:
    """Whether it goes at once to whom no device wakes: a question with a deadline, a visit of today or tomorrow that
    is off, a call that is asked for today."""
    if event == "visit.cancelled" and role is Role.VOLUNTEER:
        return (_day(expires_at) - _day(now)).days <= 1
    return event in _URGENT


def due_at(event: str, quiet: QuietHours | None, expires_at: datetime, now: datetime) -> datetime:
    """When a device had its chance: after six hours, or half of the time there is when that is less; counted from when
    a device may ring."""
    until = quiet.until(now) if quiet else None
    begins = until if until and until < expires_at else now
    longest = CALLED_TODAY if event in _CALLS else PATIENCE
    return begins + min(longest, (expires_at - begins) / 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A notice that may become part of a letter, as everything about it stands now. `member` is whether the person
    still is what they were told it as; `away` whether somebody stands in for them today."""

    standing: Standing
    urgent: bool
    due_at: datetime
    opened: bool
    member: bool
    away: bool = False


def fate(waiting: Waiting, wanted: bool, choices: Preferences, now: datetime) -> str | None:
    """Why it needs no letter any more; None while it may need one."""
    if not waiting.member or is_over(waiting.standing, now):
        return "OVER"
    if waiting.opened:
        return "OPENED"
    if not wanted or waiting.away or KINDS[waiting.standing.event] in choices.muted:
        return "UNWANTED"
    return None


def is_due(waiting: Waiting, *, woken: bool, now: datetime) -> bool:
    """Whether its time has come; `woken` is whether any device of the person's may ring."""
    return waiting.due_at <= now or (waiting.urgent and not woken)


def not_before(waiting: Waiting, quiet: QuietHours | None, last: datetime | None, now: datetime) -> datetime:
    """The first moment at which it may be written. `last` is when the person's last letter was.

    A letter waits for the end of the quiet hours, unless it is urgent and hardly anything would be left by then. What
    can wait comes once a day.
    """
    expires_at = waiting.standing.expires_at
    if waiting.urgent:
        until = quiet.until(now) if quiet else None
        return until if until and until + LEFT < expires_at else now
    rested = max(now, last + REST) if last else now
    earliest = rested if rested < expires_at else now
    return (quiet.until(earliest) if quiet else None) or earliest


def _day(moment: datetime) -> date:
    return moment.astimezone(AMSTERDAM).date()
