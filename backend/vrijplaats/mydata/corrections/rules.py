"""What a volunteer can ask to have corrected, how long that may take, and what may not be in it. No input or output."""

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.requests.wish import screen, visible

LONGEST = 200
# of the month that there is, after which the coordinators are reminded
PATIENCE = timedelta(days=21)
KEPT = timedelta(days=90)
_LABEL: Words = {"nl": "wat het moet zijn", "en": "what it should be"}
_MISSING: Words = {"nl": "schrijf kort op wat het moet zijn", "en": "write in short what it should be"}
_TOO_LONG: Words = {"nl": f"hooguit {LONGEST} tekens", "en": f"at most {LONGEST} characters"}
_FIGURES: Words = {
    "nl": "van een bezoek alleen dag, minuten, kilometers of ruimte, zoals: 3 november, 90 minuten",
    "en": "of a visit only day, minutes, kilometres or room, such as: 3 November, 90 minutes",
}
# the words in which a visit's day, length, way and room are said
_OF_A_VISIT = frozenset(
    """
    januari februari maart april mei juni juli augustus september oktober november december
    january february march may june july august october
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    monday tuesday wednesday thursday friday saturday sunday
    jan feb mrt mar apr jun jul aug sep sept okt oct nov dec
    minuten minuut min minutes minute uur uren hour hours kilometer kilometers kilometre kilometres km
    spreekkamer bezoekzaal buiten room private visiting hall outside
    wel niet doorgegaan ging door took place did not happen dubbel double twee one two keer times
    van tot om op bij in de het een en of is was moet zijn from to at on the a and or must be
    """.split()
)
_REASON: Words = {"nl": "reden", "en": "reason"}
_WHY: Words = {"nl": "kies waarom het niet is aangepast", "en": "choose why it was not changed"}
_NO_WHY: Words = {"nl": "een aanpassing heeft geen reden nodig", "en": "a change needs no reason"}

_ABOUT: Words = {"nl": "welk bezoek", "en": "which visit"}
_WHICH: Words = {"nl": "kies om welk bezoek het gaat", "en": "choose which visit it is about"}
_NO_VISIT: Words = {"nl": "dit gaat niet over een bezoek", "en": "this is not about a visit"}
_UNKNOWN_VISIT: Words = {
    "nl": "er staat niet bij om welk bezoek het gaat, dus er valt niets aan te passen",
    "en": "it does not say which visit it is about, so there is nothing to change",
}
_ANSWER: Words = {"nl": "antwoord", "en": "answer"}
_CHANGE_IT: Words = {
    "nl": "pas het bezoek zelf aan, dan is dat het antwoord",
    "en": "change the visit itself, and that is the answer",
}

ANSWERED: Words = {"nl": "hier is al op geantwoord", "en": "this has been answered already"}
WITHDRAWN: Words = {"nl": "de vraag is ingetrokken", "en": "the request was withdrawn"}
ASKED: Words = {"nl": "je vroeg dit al, wacht op antwoord", "en": "you asked this already, wait for the answer"}


class CorrectionItem(StrEnum):
    """What one cannot change by oneself."""

    PLACE = "PLACE"
    LANGUAGES = "LANGUAGES"
    KINDS = "KINDS"
    GENDER = "GENDER"
    CAPACITY = "CAPACITY"
    PAPERS = "PAPERS"
    ADMISSION = "ADMISSION"
    VISIT = "VISIT"
    STATUS = "STATUS"


class CorrectionOutcome(StrEnum):
    """The coordinator's answer."""

    CHANGED = "CHANGED"
    NOT_CHANGED = "NOT_CHANGED"


class CorrectionReason(StrEnum):
    """Why something was not changed."""

    IS_RIGHT = "IS_RIGHT"
    NEEDS_PROOF = "NEEDS_PROOF"
    NOT_OURS = "NOT_OURS"
    UNCLEAR = "UNCLEAR"


ITEM_WORDS = {
    "PLACE": ("woonplaats", "place"),
    "LANGUAGES": ("talen", "languages"),
    "KINDS": ("soorten inzet", "kinds of work"),
    "GENDER": ("geslacht", "gender"),
    "CAPACITY": ("hoeveel mensen je bezoekt", "how many people you visit"),
    "PAPERS": ("papieren", "papers"),
    "ADMISSION": ("toelating", "admission"),
    "VISIT": ("een vastgelegd bezoek", "a logged visit"),
    "STATUS": ("status of datums", "status or dates"),
}
OUTCOME_WORDS = {"CHANGED": ("aangepast", "changed"), "NOT_CHANGED": ("niet aangepast", "not changed")}
REASON_WORDS = {
    "IS_RIGHT": ("wat er staat, klopt", "what it says is right"),
    "NEEDS_PROOF": ("eerst een bewijs nodig", "proof is needed first"),
    "NOT_OURS": ("de inrichting beslist hierover", "the facility decides about this"),
    "UNCLEAR": ("niet duidelijk wat het moet zijn", "not clear what it should be"),
}


def wanted_text(item: CorrectionItem, text: str) -> str:
    """What it should be, on one line; of a visit only what is logged of one, never a word of what was said (promise 2).
    Raises InvalidInput, PlanReference, CitizenNumber; the text stays with who typed it."""
    said = " ".join(visible(text).split()) if len(text) <= LONGEST * 4 else text
    if not said:
        raise InvalidInput(field="wanted", label=_LABEL, requirement=_MISSING)
    if len(said) > LONGEST:
        raise InvalidInput(field="wanted", label=_LABEL, requirement=_TOO_LONG)
    screen(said)
    if item is CorrectionItem.VISIT and not _OF_A_VISIT.issuperset(re.findall(r"[^\W\d_]+", said.lower())):
        raise InvalidInput(field="wanted", label=_LABEL, requirement=_FIGURES)
    return said


def answer(outcome: CorrectionOutcome, reason: CorrectionReason | None) -> tuple[str, str | None]:
    """An answer that says enough; raises InvalidInput."""
    if outcome is CorrectionOutcome.NOT_CHANGED and reason is None:
        raise InvalidInput(field="reason", label=_REASON, requirement=_WHY)
    if outcome is CorrectionOutcome.CHANGED and reason is not None:
        raise InvalidInput(field="reason", label=_REASON, requirement=_NO_WHY)
    return outcome.value, reason.value if reason else None


def check_about(item: CorrectionItem, visit_id: UUID | None) -> None:
    """Raise InvalidInput unless a correction of a visit says which, and another one says none."""
    if (item is CorrectionItem.VISIT) is (visit_id is None):
        raise InvalidInput(field="visitId", label=_ABOUT, requirement=_WHICH if visit_id is None else _NO_VISIT)


def check_sayable(item: CorrectionItem, outcome: CorrectionOutcome) -> None:
    """Raise InvalidInput for "changed" of a visit: that is said by changing it."""
    if item is CorrectionItem.VISIT and outcome is CorrectionOutcome.CHANGED:
        raise InvalidInput(field="outcome", label=_ANSWER, requirement=_CHANGE_IT)


def visit_of(item: CorrectionItem, visit_id: UUID | None) -> UUID:
    """The visit that is to be corrected; raises InvalidInput when it is about something else, or says none."""
    if visit_id is None:
        why = _UNKNOWN_VISIT if item is CorrectionItem.VISIT else _NO_VISIT
        raise InvalidInput(field="correctionId", label=_ABOUT, requirement=why)
    return visit_id


def due(asked_on: date) -> date:
    """A month later (GDPR article 12(3)): the same day of the next month, or its last."""
    year, month = (asked_on.year + asked_on.month // 12, asked_on.month % 12 + 1)
    return date(year, month, min(asked_on.day, monthrange(year, month)[1]))
