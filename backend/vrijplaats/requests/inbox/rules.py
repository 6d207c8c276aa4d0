"""What one looks for in the inbox, and what a request's line of history is made of. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.requests.rules import ActivityKind

LONGEST_WAIT = 365
LONGEST_TEXT = 60
_BETWEEN: Words = {"nl": f"kies 1 tot {LONGEST_WAIT} dagen", "en": f"choose 1 to {LONGEST_WAIT} days"}
_SHORTER: Words = {"nl": f"hooguit {LONGEST_TEXT} tekens", "en": f"at most {LONGEST_TEXT} characters"}
_AT_MOST: Words = {"nl": "wacht hooguit", "en": "waiting at most"}
_LONGER: Words = {
    "nl": f"kies meer dagen dan de ondergrens, hooguit {LONGEST_WAIT}",
    "en": f"choose more days than the lower bound, at most {LONGEST_WAIT}",
}
_WAITS: Words = {"nl": "wacht langer dan", "en": "waiting longer than"}


class Whose(StrEnum):
    """MINE is part of OURS: claimed by this coordinator, or come by name and claimed by nobody."""

    MINE = "MINE"
    OURS = "OURS"
    EVERYONE = "EVERYONE"


class Standing(StrEnum):
    """How far the asking is. ASKED: somebody can still answer, or the next round comes; PROPOSED: to another
    organisation, which has not answered yet."""

    NOT_ASKED = "NOT_ASKED"
    ASKED = "ASKED"
    NOBODY_COULD = "NOBODY_COULD"
    PROPOSED = "PROPOSED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What one looks for; what is None narrows nothing. `facility` is the prison's code, `search` part of a
    pseudonym, `waiting_days`: longer than so many days, `waiting_at_most`: not longer than so many."""

    search: str | None = None
    facility: str | None = None
    language: str | None = None
    activity_kind: ActivityKind | None = None
    whose: Whose | None = None
    standing: Standing | None = None
    waiting_days: int | None = None
    waiting_at_most: int | None = None


EVERYTHING = Wanted()


def check_wanted(wanted: Wanted) -> None:
    """Raises InvalidInput for what nobody could mean."""
    if wanted.waiting_days is not None and not 1 <= wanted.waiting_days <= LONGEST_WAIT:
        raise InvalidInput(field="waitingDays", label=_WAITS, requirement=_BETWEEN)
    longest, shortest = wanted.waiting_at_most, wanted.waiting_days
    if longest is not None and not max(1, (shortest or 0) + 1) <= longest <= LONGEST_WAIT:
        raise InvalidInput(field="waitingAtMost", label=_AT_MOST, requirement=_LONGER)
    for name in ("search", "facility", "language"):
        if len(getattr(wanted, name) or "") > LONGEST_TEXT:
            raise InvalidInput(field=name, requirement=_SHORTER)
