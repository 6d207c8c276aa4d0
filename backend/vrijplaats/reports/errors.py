"""Why something is not published."""

from datetime import date

from babel.dates import format_date

from vrijplaats.core.errors import DomainError


class PeriodOpen(DomainError):
    """The last quarter of the period is not over. Fields: date."""

    code = "PERIOD_OPEN"
    texts = {"nl": "Dit kwartaal loopt nog tot {date}.", "en": "This quarter runs until {date}."}

    def __init__(self, *, end: date) -> None:
        super().__init__(date={locale: format_date(end, "d MMMM y", locale=locale) for locale in ("nl", "en")})


class AlreadyPublished(DomainError):
    """A day of this period is in another publication; a day is published once."""

    code = "ALREADY_PUBLISHED"
    texts = {"nl": "Deze publicatie is er al.", "en": "Already published."}


class CannotProtect(DomainError):
    """A figure rests on so few people that one of them could be recognised."""

    code = "CANNOT_PROTECT"
    texts = {
        "nl": "Zo zou iemand te herkennen zijn. Neem een groter gebied.",
        "en": "Someone could be recognised. Take a larger area.",
    }
