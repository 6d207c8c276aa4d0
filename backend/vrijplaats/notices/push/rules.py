"""What wakes a device and when. No input or output."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum

from vrijplaats.core.actor import Role
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import InvalidInput, Words


class NoticeKind(StrEnum):
    """Kinds of news, each of which one may rather not be woken for."""

    INVITATIONS = "INVITATIONS"
    VISITS = "VISITS"
    REMINDERS = "REMINDERS"
    REQUESTS = "REQUESTS"
    ANSWERS = "ANSWERS"
    CALLS = "CALLS"
    MESSAGES = "MESSAGES"


# what is not named here wakes nobody; it stands in the app
KINDS: Mapping[str, NoticeKind] = {
    "offer.made": NoticeKind.INVITATIONS,
    "offer.taken": NoticeKind.INVITATIONS,
    "offer.withdrawn": NoticeKind.INVITATIONS,
    "offer.answered": NoticeKind.INVITATIONS,
    "visit.confirmed": NoticeKind.VISITS,
    "visit.cancelled": NoticeKind.VISITS,
    "match.ended": NoticeKind.VISITS,
    "match.review": NoticeKind.VISITS,
    **dict.fromkeys(
        ("match.departure", "match.moved", "match.kept", "match.handed_over", "match.succeeded", "match.tapers"),
        NoticeKind.VISITS,
    ),
    "takeover.asked": NoticeKind.INVITATIONS,
    **dict.fromkeys(("takeover.first", "takeover.together", "takeover.done", "takeover.off"), NoticeKind.VISITS),
    **dict.fromkeys(("takeover.yes", "takeover.no"), NoticeKind.VISITS),
    "match.nearly_over": NoticeKind.REMINDERS,
    "visit.log_reminder": NoticeKind.REMINDERS,
    "paper.ends": NoticeKind.REMINDERS,
    "visit.papers_end": NoticeKind.VISITS,
    "request.made": NoticeKind.REQUESTS,
    "request.withdrawn": NoticeKind.REQUESTS,
    "request.unanswered": NoticeKind.REQUESTS,
    "request.waits_again": NoticeKind.REQUESTS,
    "request.everyone_asked": NoticeKind.REQUESTS,
    "offer.expired": NoticeKind.REQUESTS,
    "request.handed_back": NoticeKind.REQUESTS,
    "handover.proposed": NoticeKind.REQUESTS,
    "handover.accepted": NoticeKind.REQUESTS,
    "handover.declined": NoticeKind.REQUESTS,
    "handover.withdrawn": NoticeKind.REQUESTS,
    "handover.expired": NoticeKind.REQUESTS,
    "offer.accepted": NoticeKind.ANSWERS,
    "offer.declined": NoticeKind.ANSWERS,
    "visit.moved": NoticeKind.VISITS,
    "pause.started": NoticeKind.VISITS,
    "pause.over": NoticeKind.INVITATIONS,
    "series.held_back": NoticeKind.VISITS,
    "call.asked": NoticeKind.CALLS,
    "call.asked_today": NoticeKind.CALLS,
    "call.waiting": NoticeKind.CALLS,
    "call.taken": NoticeKind.CALLS,
    **dict.fromkeys(("message.sent", "deputy.named", "deputy.set", "deputy.ended"), NoticeKind.MESSAGES),
}
KINDS_OF: Mapping[Role, tuple[NoticeKind, ...]] = {
    Role.VOLUNTEER: (
        NoticeKind.INVITATIONS,
        NoticeKind.VISITS,
        NoticeKind.REMINDERS,
        NoticeKind.CALLS,
        NoticeKind.MESSAGES,
    ),
    Role.COORDINATOR: (
        NoticeKind.REQUESTS,
        NoticeKind.ANSWERS,
        NoticeKind.VISITS,
        NoticeKind.CALLS,
        NoticeKind.MESSAGES,
    ),
}
# say only that an earlier question is over: nothing to hear for whom it never reached
CLOSING = ("offer.taken", "offer.withdrawn", "offer.answered")
ANSWERS = ("offer.accepted", "offer.declined")
_HOURS: Words = {"nl": "kies twee verschillende hele uren van 0 tot 23", "en": "choose two different hours, 0 to 23"}
_LABEL: Words = {"nl": "stille uren", "en": "quiet hours"}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """Hours of the day in Amsterdam in which no device is woken; 22 until 8 goes over midnight."""

    starts: int
    ends: int

    def until(self, now: datetime) -> datetime | None:
        """When the silence that is now ends; None when it is not quiet now."""
        local = now.astimezone(AMSTERDAM)
        over_midnight = self.starts > self.ends
        late, early = local.hour >= self.starts, local.hour < self.ends
        if not (late or early if over_midnight else late and early):
            return None
        day = local.date() + timedelta(days=1 if over_midnight and late else 0)
        return datetime.combine(day, time(self.ends), tzinfo=AMSTERDAM)


USUAL = QuietHours(starts=22, ends=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """When and about what somebody wants to be woken."""

    quiet: QuietHours | None = USUAL
    muted: frozenset[NoticeKind] = frozenset()


def quiet_hours(starts: int, ends: int) -> QuietHours:
    """Checked; raises InvalidInput."""
    if not (0 <= starts <= 23 and 0 <= ends <= 23) or starts == ends:
        raise InvalidInput(field="quietHours", label=_LABEL, requirement=_HOURS)
    return QuietHours(starts=starts, ends=ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the thing a notice is about stands at the moment of telling. `asked` is whether the question went out to
    this device, `asking` whether that is still open; `call_open` whether somebody has still to call; `claimed` whether
    a wish that was everybody's is with another organisation now, `proposed` whether this organisation is still asked to
    take it over; `stopped` whether a message was taken back."""

    event: str
    expires_at: datetime
    offer_state: str | None
    request_state: str | None
    visit_state: str | None
    match_state: str | None
    asked: bool
    asking: bool
    call_open: bool
    claimed: bool
    proposed: bool
    stopped: bool = False


# how a match stands for as long as there is something to do about it
_WHILE = {"match.review": "REVIEW", "match.departure": "REVIEW", "series.held_back": "ACTIVE"}


def is_over(standing: Standing, now: datetime) -> bool:
    """Whether there is nothing to be woken for any more."""
    if standing.expires_at <= now or standing.stopped:
        return True
    match standing.event:
        case "offer.made":
            return (standing.offer_state, standing.request_state) != ("LIVE", "OFFERED")
        case "visit.confirmed" | "visit.log_reminder":
            return standing.visit_state != "CONFIRMED"
        case "visit.moved":
            return standing.visit_state != "PROPOSED"
        case "request.made" | "request.handed_back":
            return standing.claimed or standing.request_state not in ("OPEN", None)
        case "request.unanswered" | "request.everyone_asked" | "offer.expired":
            return standing.request_state not in ("OPEN", "OFFERED", None)
        case "match.review" | "match.departure" | "series.held_back":
            return standing.match_state not in (_WHILE[standing.event], None)
        case "call.asked" | "call.asked_today" | "call.waiting" | "handover.proposed":
            return not (standing.call_open or standing.proposed)
        case closing if closing in CLOSING:
            return not standing.asked and not standing.asking
    return False


def is_muted(event: str, choices: Preferences) -> bool:
    """Whether somebody does not want to be woken for it; what only takes a question back rings nowhere."""
    return KINDS[event] in choices.muted and event not in CLOSING


def quiet_until(event: str, choices: Preferences, now: datetime) -> datetime | None:
    """When it may be told, while it is quiet now. What only takes a question back makes no sound: nobody finds in the
    morning what was over in the evening."""
    return choices.quiet.until(now) if choices.quiet and event not in CLOSING else None


def must_wait(standing: Standing) -> bool:
    """Whether the question itself is still on its way: what closes it comes after it, or not at all."""
    return standing.event in CLOSING and standing.asking


# for so long a delivery belongs to whoever took it
LEASE = timedelta(seconds=60)
IN_TURN = timedelta(seconds=1)


def turn(asking_at: datetime, now: datetime) -> timedelta:
    """How long what closes a question waits for it, when that is tried again at `asking_at`: a moment while it is under
    way, and until then when it waits for the morning or for its push service."""
    left = asking_at - now
    return left if left > LEASE else IN_TURN


FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(hours=1)
LONGEST_ASKED = timedelta(days=1)


def pause(attempts: int, spread: float, asked_for: timedelta | None) -> timedelta:
    """How long until the next attempt: doubling, spread (0 to 1) so that not everything comes at once, and never
    sooner than the push service asked for."""
    own: timedelta = min(FIRST_PAUSE * 2 ** min(attempts - 1, 20), LONGEST_PAUSE)
    asked = min(asked_for or timedelta(), LONGEST_ASKED)
    wait: timedelta = max(own * (0.5 + spread / 2), asked + own * (spread / 10))
    return wait


def retry_after(text: str | None, now: datetime) -> timedelta | None:
    """What a Retry-After header asks: seconds, or a moment. None when it says nothing that can be read."""
    if not text:
        return None
    if text.strip().isascii() and text.strip().isdigit():
        return timedelta(seconds=min(int(text), 10**6))
    try:
        return max(parsedate_to_datetime(text) - now, timedelta())
    except (ValueError, TypeError):
        return None
