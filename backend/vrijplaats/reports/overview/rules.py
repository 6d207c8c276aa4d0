"""Of which days the overview tells, and how waiting is put in bands. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vrijplaats.core.errors import InvalidInput, Words

FIRST_YEAR = 2000
# more days than there are in ten years say nothing about how it goes now
LONGEST = 3660
_AFTER: Words = {"nl": "kies een dag op of na het begin", "en": "choose a day on or after the start"}
_RECENT: Words = {"nl": "kies een dag vanaf 2000", "en": "choose a day from 2000 on"}
_SHORTER: Words = {"nl": "kies hooguit tien jaar", "en": "choose at most ten years"}


@dataclass(frozen=True, slots=True)
class Band:
    """Waiting longer than so many days and at most so many; None is no bound."""

    longer_than: int | None
    at_most: int | None


BANDS: Sequence[Band] = (Band(None, 14), Band(14, 30), Band(30, None))
# the first day of each band but the first: how the database puts days in bands
BOUNDS = [band.longer_than + 1 for band in BANDS if band.longer_than is not None]


def days_until(start: date, end: date, today: date) -> tuple[date, date]:
    """The days that have been: what lies ahead counts when its day comes. Raises InvalidInput for what cannot be."""
    if start.year < FIRST_YEAR:
        raise _wrong("periodStart", {"nl": "Begin", "en": "Start"}, _RECENT)
    if end < start:
        raise _wrong("periodEnd", {"nl": "Einde", "en": "End"}, _AFTER)
    if (end - start).days > LONGEST:
        raise _wrong("periodEnd", {"nl": "Einde", "en": "End"}, _SHORTER)
    return start, min(end, today)


def _wrong(field: str, label: Words, requirement: Words) -> InvalidInput:
    return InvalidInput(field=field, label=label, requirement=requirement)
