"""What a note may hold: something practical about the volunteer, and nothing about whom they visit. Pure."""

import re
import unicodedata
from collections.abc import Iterator

from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.volunteers.folding import fold
from vrijplaats.volunteers.screening import carries_citizen_number, plan_reference

MOST_SIGNS, MOST_NOTES = 280, 20
# of a name: at most so many words of it, first names and family name
_FIRST_WORDS, _LAST_WORDS = 2, 3
_LABEL: Words = {"nl": "notitie", "en": "note"}
_LONG: Words = {"nl": f"schrijf 1 tot {MOST_SIGNS} tekens", "en": f"write 1 to {MOST_SIGNS} characters"}
_PLAN: Words = {"nl": "laat weg wat over een plan gaat", "en": "leave out what is about a plan"}
_OFFENCE: Words = {
    "nl": "laat weg waarvoor of hoelang iemand vastzit",
    "en": "leave out what somebody is inside for, or for how long",
}
_NUMBER: Words = {"nl": "laat een burgerservicenummer weg", "en": "leave a citizen number out"}
NAMED: Words = {
    "nl": "laat de naam weg van wie deze vrijwilliger bezoekt",
    "en": "leave out the name of whom this volunteer visits",
}
FULL: Words = {
    "nl": f"er staan al {MOST_NOTES} notities, haal er eerst een weg",
    "en": f"there are {MOST_NOTES} notes already, remove one first",
}
# what somebody did or has to serve, at the beginning of a word; nobody writes these about a volunteer
_OFFENCES = re.compile(
    r"\b(?:delict|misdrijf|misdaad|zeden(?:zaak|del)|moord|doodslag|overval|inbra(?:ak|ken)|diefstal|verkracht|aanrand"
    r"|mishandel|drugs(?:zaak|handel)|ontucht|pedo|gevangenisstraf|celstraf|strafmaat|strafzaak|levenslang|vonnis"
    r"|veroordeel|recidiv|vrijheidsstraf|tbs\b|isd\b|offence|convict|sentenced|murder|rapist|robber|burglar|theft)"
)


def clean_note(text: str) -> str:
    """One line, of which nothing is refused. Raises InvalidInput, which leaves what was typed where it is."""
    note = " ".join(_visible(text).split())
    if not 1 <= len(note) <= MOST_SIGNS:
        raise refused(_LONG)
    if plan_reference(note):
        raise refused(_PLAN)
    if _OFFENCES.search(fold(note).plain):
        raise refused(_OFFENCE)
    if carries_citizen_number(note):
        raise refused(_NUMBER)
    return note


def refused(requirement: Words) -> InvalidInput:
    """Why a note cannot be kept."""
    return InvalidInput(field="note", label=_LABEL, requirement=requirement)


def possible_names(note: str) -> Iterator[tuple[str, str]]:
    """Every two neighbouring pieces of a note that could be a first name and a family name, in either order."""
    words = re.findall(r"\w+", fold(note).plain)
    for start in range(len(words)):
        for middle in range(start + 1, min(start + _LAST_WORDS, len(words)) + 1):
            for end in range(middle + 1, min(middle + _LAST_WORDS, len(words)) + 1):
                one, other = " ".join(words[start:middle]), " ".join(words[middle:end])
                if middle - start <= _FIRST_WORDS:
                    yield one, other
                if end - middle <= _FIRST_WORDS:
                    yield other, one


def _visible(text: str) -> str:
    return "".join(
        " " if sign.isspace() else sign
        for sign in unicodedata.normalize("NFC", text[: MOST_SIGNS * 4])
        if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cf", "Cs"}
    )
