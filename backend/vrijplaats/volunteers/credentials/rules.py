"""What is the matter with a paper on a day, and which one of several counts. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

# a new VOG takes weeks: said early, again when it has to be under way, and once more when it is nearly too late
SOON_DAYS = (90, 30, 7)
# one prison's permission, among the kinds of paper; the others are the organisation's own (credential_type)
ADMISSION = "ADMISSION"


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
