"""For which days somebody can stand in, and who is there when the one who stands in is away too. Pure."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from vrijplaats.core.errors import InvalidInput, Words

LONGEST = AHEAD = timedelta(days=365)
KEPT = timedelta(days=31)

ALREADY: Words = {
    "nl": "er staat al wie er dan waarneemt. Stop dat eerst",
    "en": "it says already who stands in then. End that first",
}
OVER: Words = {"nl": "het waarnemen is al voorbij", "en": "standing in is over already"}
_COLLEAGUE: Words = {"nl": "wie er waarneemt", "en": "who stands in"}
_ANOTHER: Words = {"nl": "kies een collega", "en": "choose a colleague"}
_AWAY: Words = {"nl": "{name} is dan zelf weg, kies een ander", "en": "{name} is away then, choose somebody else"}
_FIRST: Words = {"nl": "eerste dag", "en": "first day"}
_LAST: Words = {"nl": "laatste dag", "en": "last day"}
_FROM_TODAY: Words = {"nl": "kies vandaag of later", "en": "choose today or later"}
_SOON: Words = {"nl": "kies een dag binnen een jaar", "en": "choose a day within a year"}
_AFTER: Words = {"nl": "kies een dag vanaf de eerste", "en": "choose a day from the first on"}
_A_YEAR: Words = {"nl": "hooguit een jaar na de eerste", "en": "at most a year after the first"}


def check_days(first: date, last: date, today: date) -> None:
    """From today on, beginning within a year, and a year at most; raises InvalidInput."""
    if first < today:
        raise InvalidInput(field="first", label=_FIRST, requirement=_FROM_TODAY)
    if first - today > AHEAD:
        raise InvalidInput(field="first", label=_FIRST, requirement=_SOON)
    if last < first:
        raise InvalidInput(field="last", label=_LAST, requirement=_AFTER)
    if last - first > LONGEST:
        raise InvalidInput(field="last", label=_LAST, requirement=_A_YEAR)


def another() -> InvalidInput:
    """Nobody stands in for oneself."""
    return InvalidInput(field="deputyMembershipId", label=_COLLEAGUE, requirement=_ANOTHER)


def away_too(name: str) -> InvalidInput:
    """Who is away cannot stand in."""
    requirement = {locale: text.format(name=name) for locale, text in _AWAY.items()}
    return InvalidInput(field="deputyMembershipId", label=_COLLEAGUE, requirement=requirement)


def who_is_there(person: UUID, stands_in: Mapping[UUID, UUID]) -> UUID:
    """Who does this person's work today: themselves, or who stands in, or who stands in for that one. Of people who
    would stand in for each other nobody is there: then it stays whose it is."""
    seen, there = {person}, person
    while there in stands_in:
        there = stands_in[there]
        if there in seen:
            return person
        seen.add(there)
    return there
