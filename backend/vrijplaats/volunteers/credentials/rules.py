"""How a paper stands on a day, which one of several counts, and what one that was seen has to say. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from vrijplaats.accounts.contact import one_line
from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.volunteers.rules import counts_until, months_after
from vrijplaats.volunteers.saying import screened

# a new VOG takes weeks: said early, again when it has to be under way, and once more when it is nearly too late
SOON_DAYS = (90, 30, 7)
# one prison's permission, among the kinds of paper; the others are the organisation's own (credential_type)
ADMISSION = "ADMISSION"


LONGEST_MONTHS = 240
_PROFILE = re.compile(r"[0-9A-Za-z][0-9A-Za-z ,/-]{0,19}")
# somebody alive has seen it
EARLIEST = date(1950, 1, 1)
_LABELS: dict[str, Words] = {
    "kind": {"nl": "papier", "en": "paper"},
    "issuer": {"nl": "afgegeven door", "en": "issued by"},
    "profile": {"nl": "profiel", "en": "profile"},
    "validFrom": {"nl": "afgegeven op", "en": "issued on"},
    "validUntil": {"nl": "geldig tot en met", "en": "valid until"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperType:
    """A paper the organisation works with. `once`: seen once, never asked again."""

    code: str
    name: Words
    has_profile: bool
    once: bool
    valid_months: int | None


class PaperState(StrEnum):
    """How a paper stands on a day. REQUESTED: asked for at the prison and not answered yet."""

    VALID = "VALID"
    EXPIRES_SOON = "EXPIRES_SOON"
    EXPIRED = "EXPIRED"
    REQUESTED = "REQUESTED"
    MISSING = "MISSING"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A row of the register: a credential or an admission, with the days on which it is valid."""

    kind: str
    facility_id: UUID | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    requested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a kind of paper stands on a day. `step` is the one of SOON_DAYS that has begun."""

    kind: str
    facility_id: UUID | None
    state: PaperState
    valid_from: date | None = None
    valid_until: date | None = None
    step: int | None = None
    renewal_requested: bool = False
    needed: bool = True

    @property
    def ok(self) -> bool:
        """Whether it opens the gate on that day."""
        return self.state in (PaperState.VALID, PaperState.EXPIRES_SOON)


def standing(kind: str, facility_id: UUID | None, held: Iterable[Held], day: date, *, needed: bool = True) -> Standing:
    """The paper that counts: of those valid on the day the one that lasts longest, else the one that ended last."""
    mine = [each for each in held if (each.kind, each.facility_id) == (kind, facility_id)]
    requested = any(each.requested for each in mine)
    dated = [each for each in mine if each.valid_from is not None and not each.requested]
    valid = [each for each in dated if each.valid_from and each.valid_from <= day and not _over(each, day)]
    over = [each for each in dated if _over(each, day)]
    best = max(valid, key=_lasts) if valid else max(over, key=_lasts) if over else None
    if valid and best:
        step = _step(best.valid_until, day)
        state = PaperState.EXPIRES_SOON if step else PaperState.VALID
    else:
        step, state = None, PaperState.EXPIRED if over else PaperState.REQUESTED if requested else PaperState.MISSING
    return Standing(
        kind=kind,
        facility_id=facility_id,
        state=state,
        valid_from=best.valid_from if best else None,
        valid_until=best.valid_until if best else None,
        step=step,
        renewal_requested=requested,
        needed=needed,
    )


def _over(each: Held, day: date) -> bool:
    return each.valid_until is not None and each.valid_until < day


def _lasts(each: Held) -> date:
    return each.valid_until or date.max


def _step(valid_until: date | None, day: date) -> int | None:
    left = None if valid_until is None else (valid_until - day).days
    begun = [step for step in SOON_DAYS if left is not None and left <= step]
    return begun[-1] if begun else None


def known(types: Mapping[str, PaperType], kind: str) -> PaperType:
    """A paper the organisation works with; raises InvalidInput."""
    if kind not in types:
        raise invalid("kind", {"nl": "kies een papier uit de lijst", "en": "choose a paper from the list"})
    return types[kind]


def issuer(text: str) -> str:
    """Who gave it out, on one line; raises InvalidInput."""
    label = _LABELS["issuer"]
    return screened(one_line(text, field="issuer", label=label, most=80), field="issuer", label=label)


def profile(text: str | None, *, asked: bool) -> str | None:
    """The screening profile of a VOG ("45", "84, 85"); raises InvalidInput. Other papers have none."""
    given = (text or "").strip()
    if not asked or not given:
        return None
    if not _PROFILE.fullmatch(given):
        raise invalid("profile", {"nl": "hooguit 20 cijfers en letters", "en": "at most 20 digits and letters"})
    return given


def issued(day: date, today: date) -> date:
    """On which day it was given out: one that has been, and that somebody alive has seen. Raises InvalidInput."""
    if not EARLIEST <= day <= today:
        words: Words = {
            "nl": f"een dag van {EARLIEST:%d-%m-%Y} tot en met vandaag",
            "en": f"a day from {EARLIEST:%d-%m-%Y} until today",
        }
        raise invalid("validFrom", words)
    return day


def ends(first: date, stated: date | None, kind: PaperType, today: date) -> date | None:
    """The last day on which it counts: what the paper says, or sooner where the organisation lets it count for less.
    What is seen once does not end. Raises InvalidInput."""
    if kind.once:
        return None
    if stated is not None and not first <= stated <= months_after(today, LONGEST_MONTHS):
        words: Words = {"nl": "een dag na de dag van afgifte", "en": "a day after the day of issue"}
        raise invalid("validUntil", words)
    return counts_until(first, stated, kind.valid_months)


def invalid(field: str, requirement: Words) -> InvalidInput:
    """One field of a paper needs something else."""
    return InvalidInput(field=field, label=_LABELS[field], requirement=requirement)


def step_of(until: date, day: date) -> int | None:
    """The one of SOON_DAYS that has begun; None when it ends later, or has ended."""
    return None if until < day else _step(until, day)
