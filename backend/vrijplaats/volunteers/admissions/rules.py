"""The way of a prison's permission: asked for, given or refused, over. Pure."""

from datetime import date
from enum import StrEnum

from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.volunteers.rules import months_after

LONGEST_MONTHS = 120
ANSWERED: Words = {"nl": "de inrichting heeft al geantwoord", "en": "the prison has answered already"}
ASKED: Words = {"nl": "deze toelating is al aangevraagd", "en": "this admission has been asked for already"}
NOT_GRANTED: Words = {"nl": "deze toelating loopt niet", "en": "this admission is not running"}
_LABELS: dict[str, Words] = {
    "validFrom": {"nl": "geldig vanaf", "en": "valid from"},
    "validUntil": {"nl": "geldig tot en met", "en": "valid until"},
    "facilityId": {"nl": "inrichting", "en": "prison"},
}


class AdmissionState(StrEnum):
    """REQUESTED -> GRANTED or REFUSED; GRANTED -> ENDED."""

    REQUESTED = "REQUESTED"
    GRANTED = "GRANTED"
    REFUSED = "REFUSED"
    ENDED = "ENDED"


def term(valid_from: date, valid_until: date | None, today: date) -> tuple[date, date | None]:
    """From when until when a prison lets somebody in. Raises InvalidInput."""
    if not months_after(today, -LONGEST_MONTHS) <= valid_from <= months_after(today, 12):
        raise _invalid("validFrom", {"nl": "een dag tot een jaar vooruit", "en": "a day up to a year ahead"})
    if valid_until is not None and not valid_from <= valid_until <= months_after(today, LONGEST_MONTHS):
        raise _invalid("validUntil", {"nl": "een dag na de eerste dag", "en": "a day after the first day"})
    return valid_from, valid_until


def _invalid(field: str, requirement: Words) -> InvalidInput:
    return InvalidInput(field=field, label=_LABELS[field], requirement=requirement)
