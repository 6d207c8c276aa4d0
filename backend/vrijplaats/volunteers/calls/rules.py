"""How soon somebody wants to be called, and how long what is kept. No input or output."""

from datetime import datetime, timedelta
from enum import StrEnum

from vrijplaats.core.errors import Words

# a coordinator who pressed "Gebeld" by mistake
UNDO = timedelta(minutes=10)
# after this the other coordinators hear that somebody still waits for a call today
PATIENCE = timedelta(hours=2)
KEPT = timedelta(days=30)

TAKEN: Words = {"nl": "{name} belt al", "en": "{name} is calling already"}
CALLED: Words = {"nl": "{name} heeft al gebeld", "en": "{name} has called already"}
WITHDRAWN: Words = {"nl": "bellen hoeft niet meer", "en": "a call is no longer needed"}
TOO_LATE: Words = {"nl": "dat kan tot tien minuten erna", "en": "that is possible until ten minutes after"}
ASKED_ANEW: Words = {"nl": "er staat al een nieuwe vraag", "en": "there is a new question already"}


class CallUrgency(StrEnum):
    """How soon. There is nothing else to say: what it is about is for the call itself."""

    TODAY = "TODAY"
    THIS_WEEK = "THIS_WEEK"


def by(words: Words, name: str) -> Words:
    """The sentence with the name in it."""
    return {locale: text.format(name=name) for locale, text in words.items()}


def can_be_undone(called_at: datetime, now: datetime) -> bool:
    """Whether "Gebeld" may still be taken back."""
    return now < called_at + UNDO
