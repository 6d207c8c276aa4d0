"""Periods, and the words of an export. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta

from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import Words, in_language

HEADS: Mapping[str, Words] = {
    "at": {"nl": "wanneer", "en": "when"},
    "reader": {"nl": "wie las", "en": "who read"},
    "role": {"nl": "rol", "en": "role"},
    "organisation": {"nl": "organisatie", "en": "organisation"},
    "facility": {"nl": "inrichting", "en": "prison"},
    "pseudonym": {"nl": "van wie (verzonnen naam)", "en": "whose (made-up name)"},
    "reason": {"nl": "waarom", "en": "why"},
}
REASONS: Mapping[str, Words] = {
    "request": {"nl": "voor een verzoek", "en": "for a request"},
    "match": {"nl": "voor een koppeling", "en": "for a match"},
    "visit": {"nl": "voor een bezoek", "en": "for a visit"},
}
ROLES: Mapping[str, Words] = {
    "VOLUNTEER": {"nl": "Vrijwilliger", "en": "Volunteer"},
    "COORDINATOR": {"nl": "Coördinator", "en": "Coordinator"},
    "STAFF": {"nl": "Medewerker", "en": "Staff"},
    "FUNDER": {"nl": "Subsidiegever", "en": "Funder"},
    "OPERATOR": {"nl": "Beheerder", "en": "Operator"},
}
USUAL = timedelta(days=30)
_FIRST, _LAST = date(2020, 1, 1), date(MAXYEAR - 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days in Amsterdam, both included."""

    first: date
    last: date

    @property
    def since(self) -> datetime:
        """The first moment of the period."""
        return _midnight(self.first)

    @property
    def until(self) -> datetime:
        """The first moment after it."""
        return _midnight(self.last + timedelta(days=1))


def period(first: date | None, last: date | None, *, today: date) -> Period:
    """The days that were asked for; left open they are the last thirty, today included."""
    end = min(max(last or today, _FIRST), _LAST)
    begin = first or end - USUAL + timedelta(days=1)
    return Period(min(max(begin, _FIRST), _LAST), end)


def reason_in_words(purpose: str, locale: str) -> str:
    """Why a name was read."""
    return in_language(REASONS[purpose], locale) if purpose in REASONS else purpose


def cells(reading: Mapping[str, object], locale: str) -> dict[str, str]:
    """One reading as texts, in the order of HEADS; the moment as it was on the clock in Amsterdam."""
    at = reading["at"]
    assert isinstance(at, datetime)
    role = str(reading["role"])
    shown = {
        "at": at.astimezone(AMSTERDAM).strftime("%Y-%m-%d %H:%M:%S"),
        "role": in_language(ROLES[role], locale) if role in ROLES else role,
        "reason": reason_in_words(str(reading["purpose"]), locale),
    }
    return {name: shown.get(name) or str(reading.get(name) or "") for name in HEADS}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), AMSTERDAM).astimezone(UTC)
