"""What a note may hold: something practical about the volunteer, and nothing about whom they visit. Pure."""

import unicodedata

from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.volunteers.saying import what_may_not

MOST_SIGNS, MOST_NOTES = 280, 20
LABEL: Words = {"nl": "notitie", "en": "note"}
_LONG: Words = {"nl": f"schrijf 1 tot {MOST_SIGNS} tekens", "en": f"write 1 to {MOST_SIGNS} characters"}
NAMED: Words = {
    "nl": "laat de naam weg van wie deze vrijwilliger bezoekt",
    "en": "leave out the name of whom this volunteer visits",
}
FULL: Words = {
    "nl": f"er staan al {MOST_NOTES} notities, haal er eerst een weg",
    "en": f"there are {MOST_NOTES} notes already, remove one first",
}


def clean_note(text: str) -> str:
    """One line, of which nothing is refused. Raises InvalidInput, which leaves what was typed where it is."""
    note = " ".join(_visible(text).split())
    if not 1 <= len(note) <= MOST_SIGNS:
        raise refused(_LONG)
    if requirement := what_may_not(note):
        raise refused(requirement)
    return note


def refused(requirement: Words) -> InvalidInput:
    """Why a note cannot be kept."""
    return InvalidInput(field="note", label=LABEL, requirement=requirement)


def _visible(text: str) -> str:
    return "".join(
        " " if sign.isspace() else sign
        for sign in unicodedata.normalize("NFC", text[: MOST_SIGNS * 4])
        if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cf", "Cs"}
    )
