"""What a view may be called, and how many one may have. Pure."""

from vrijplaats.core.errors import DomainError, InvalidInput, Words
from vrijplaats.volunteers.saying import screened

MOST = 12
LONGEST_NAME = 40
_NAME: Words = {"nl": "naam", "en": "name"}
_FILLED: Words = {"nl": f"vul 1 tot {LONGEST_NAME} tekens in", "en": f"fill in 1 to {LONGEST_NAME} characters"}
_OTHER: Words = {"nl": "zo heet er al een, kies een andere", "en": "there is one of that name, choose another"}
TAKEN = InvalidInput(field="name", label=_NAME, requirement=_OTHER)


class TooManyViews(DomainError):
    """There is no room for one more. Fields: most."""

    code = "TOO_MANY_VIEWS"
    texts = {
        "nl": "Je hebt al {most} weergaven. Haal er eerst een weg.",
        "en": "You already have {most} views. Remove one first.",
    }


def clean_name(name: str) -> str:
    """With single spaces; raises InvalidInput."""
    cleaned = " ".join(name.split())
    if not 1 <= len(cleaned) <= LONGEST_NAME or not cleaned.isprintable():
        raise InvalidInput(field="name", label=_NAME, requirement=_FILLED)
    return screened(cleaned, field="name", label=_NAME)
