"""Papers in words: what one is called, until when it is valid, what to do and who does it."""

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date

from vrijplaats.core.errors import Words
from vrijplaats.volunteers.credentials.rules import ADMISSION, PaperState, Standing

COORDINATOR: Words = {"nl": "je coördinator", "en": "your coordinator"}
NOT_ACTIVE: Words = {"nl": "Je staat nu niet als actief", "en": "You are not listed as active now"}
NOT_ACTIVE_HINT: Words = {"nl": "{who} weet waarom en helpt je verder.", "en": "{who} knows why and will help."}

_STATES: Mapping[PaperState, Words] = {
    PaperState.EXPIRED: {"nl": "verlopen", "en": "expired"},
    PaperState.REQUESTED: {"nl": "aangevraagd", "en": "asked for"},
    PaperState.MISSING: {"nl": "nog niet", "en": "not yet"},
}
_UNTIL: Words = {"nl": "Geldig tot en met {day}", "en": "Valid until {day}"}
_ENDED: Words = {"nl": "Verlopen sinds {day}", "en": "Expired since {day}"}
_NO_END: Words = {"nl": "Geldig zonder einddatum", "en": "Valid without an end date"}

# who sees to a new one; the volunteer's own part in it comes second
_RENEWS: Mapping[str, Words] = {
    "VOG": {
        "nl": "{who} vraagt een nieuwe aan. Jij maakt de aanvraag daarna af.",
        "en": "{who} asks for a new one. You complete the application after that.",
    },
    "REFERENCE": {
        "nl": "{who} vraagt een nieuwe referentie.",
        "en": "{who} asks for a new reference.",
    },
    ADMISSION: {
        "nl": "{who} vraagt de inrichting om een nieuwe.",
        "en": "{who} asks the prison for a new one.",
    },
}
_TRAINS: Words = {
    "nl": "{who} meldt je aan. Jij volgt de training.",
    "en": "{who} signs you up. You follow the training.",
}
_UNDER_WAY: Words = {
    "nl": "Een nieuwe is al aangevraagd. Je hoeft niets te doen.",
    "en": "A new one has been asked for. Nothing to do for you.",
}
_ASKED: Words = {
    "nl": "De inrichting moet nog antwoorden. Je hoeft niets te doen.",
    "en": "The prison has not answered yet. Nothing to do for you.",
}
_ASK: Words = {"nl": " Vraag of dat al loopt.", "en": " Ask whether that is under way."}
_CALL: Words = {"nl": " Bel vandaag.", "en": " Call today."}


def paper_name(name: str, place: str | None, locale: str, *, admission: bool = True) -> str:
    """ "VOG", "Toelating Esserheem", or where it counts for less "VOG bij Esserheem"."""
    begun = name[:1].upper() + name[1:]
    if place is None:
        return begun
    if not admission:
        return f"{begun} bij {place}" if locale == "nl" else f"{begun} at {place}"
    return f"Toelating {place}" if locale == "nl" else f"Admission to {place}"


def check_title(standing: Standing, called: str, place: str | None, locale: str) -> str:
    """The name, and what is wrong when something is: "Toelating Esserheem: verlopen"."""
    wrong = _STATES.get(standing.state)
    name = paper_name(called, place, locale)
    return f"{name}: {wrong[locale]}" if wrong else name


def validity(standing: Standing, locale: str) -> str | None:
    """Until when it is valid; None when there is no paper at all."""
    if standing.valid_from is None:
        return None
    if standing.valid_until is None:
        return _NO_END[locale]
    form = _ENDED if standing.state is PaperState.EXPIRED else _UNTIL
    return form[locale].format(day=_day(standing.valid_until, locale))


def advice(standing: Standing, coordinator: str | None, locale: str) -> str | None:
    """What has to be done and who does it; None when nothing has."""
    if standing.state is PaperState.VALID:
        return None
    if standing.state is PaperState.REQUESTED:
        return _ASKED[locale]
    if standing.renewal_requested:
        return _UNDER_WAY[locale]
    text = _RENEWS.get(standing.kind, _TRAINS)[locale].format(who=who(coordinator, locale))
    urgent = standing.state is not PaperState.EXPIRES_SOON or standing.step == 7
    return text + (_CALL if urgent else _ASK if standing.step == 30 else {locale: ""})[locale]


def who(coordinator: str | None, locale: str) -> str:
    """The coordinator at the beginning of a sentence."""
    name = coordinator or COORDINATOR[locale]
    return name[:1].upper() + name[1:]


def short_place(facility_name: str) -> str:
    """ "Esserheem" of "PI Veenhuizen, locatie Esserheem"."""
    return facility_name.rpartition(", locatie ")[2].removeprefix("PI ")


def _day(day: date, locale: str) -> str:
    return format_date(day, "d MMMM y", locale=locale)
