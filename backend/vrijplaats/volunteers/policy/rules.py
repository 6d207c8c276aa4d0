"""What a paper and its terms have to hold. Pure; raises InvalidInput."""

import re
import unicodedata
from collections.abc import Container, Iterable
from itertools import count

from vrijplaats.accounts.contact import one_line
from vrijplaats.core.errors import InvalidInput, NotAllowedNow, Words
from vrijplaats.volunteers.credentials.rules import ADMISSION, LONGEST_MONTHS, PaperType
from vrijplaats.volunteers.places import folded

LONGEST_NAME, LONGEST_CODE, MOST_TYPES = 60, 32, 40
_LABELS: dict[str, Words] = {
    "name": {"nl": "naam", "en": "name"},
    "nameEn": {"nl": "naam in het Engels", "en": "name in English"},
    "validMonths": {"nl": "hoeveel maanden", "en": "how many months"},
}
_MONTHS: Words = {"nl": "een getal van 1 tot 240", "en": "a number from 1 to 240"}
_ONCE: Words = {"nl": "wat je één keer ziet, verloopt niet", "en": "what is seen once does not end"}
_TAKEN: Words = {"nl": "er is al een papier dat zo heet", "en": "there is a paper of this name already"}
_MANY: Words = {"nl": "er zijn al 40 papieren", "en": "there are 40 papers already"}


def name(text: str, *, field: str = "name") -> str:
    """What a paper is called, on one line."""
    return one_line(text, field=field, label=_LABELS[field], most=LONGEST_NAME)


def of_its_own(called: str, english: str | None, others: Iterable[PaperType]) -> None:
    """Two of one name are two columns of one name, and nobody knows which to tick."""
    for paper in others:
        if folded(called) == folded(paper.name["nl"]):
            raise InvalidInput(field="name", label=_LABELS["name"], requirement=_TAKEN)
        if folded(english or called) == folded(paper.name.get("en") or paper.name["nl"]):
            field = "nameEn" if english else "name"
            raise InvalidInput(field=field, label=_LABELS[field], requirement=_TAKEN)


def months(number: int | None, *, once: bool = False) -> int | None:
    """How long one counts; None is for as long as it says itself."""
    if number is None:
        return None
    if once or not 1 <= number <= LONGEST_MONTHS:
        raise InvalidInput(field="validMonths", label=_LABELS["validMonths"], requirement=_ONCE if once else _MONTHS)
    return number


def room_for_one_more(types: int) -> None:
    """A list that people still read."""
    if types >= MOST_TYPES:
        raise NotAllowedNow(reason=_MANY)


def new_code(called: str, taken: Container[str]) -> str:
    """How the program knows it: out of its name, and of no other paper's."""
    plain = unicodedata.normalize("NFKD", called.upper()).encode("ascii", "ignore").decode()
    word = re.sub(r"[^A-Z0-9]+", "_", plain).strip("_")[:LONGEST_CODE].strip("_")
    begun = word if len(word) > 1 and word[0].isalpha() else f"PAPER_{word}".strip("_")
    candidates = (begun if number == 1 else f"{begun}_{number}" for number in count(1))
    return next(each for each in candidates if each not in taken and each != ADMISSION)
