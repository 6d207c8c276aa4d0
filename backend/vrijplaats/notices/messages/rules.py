"""What a message may say, to how many and how often. Pure."""

import re
from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum

from vrijplaats.core.errors import DomainError, InvalidInput, Words
from vrijplaats.requests.wish import screen, visible
from vrijplaats.volunteers.folding import fold
from vrijplaats.volunteers.offences import offence_word

LONGEST = 600
MOST_PEOPLE = 5000
# of an organisation in any day: a message too many is one that nobody reads
MOST_A_DAY = 10
# so long one can still think better of it before the first one goes
GRACE = timedelta(minutes=1)
# in a minute, of all organisations together
AT_ONCE = 300
KEPT = timedelta(days=90)
# news has come where it goes by then
SETTLED = timedelta(days=8)

STOPPED: Words = {"nl": "dit bericht is al gestopt", "en": "this message was stopped already"}
ALL_SENT: Words = {"nl": "iedereen heeft het al", "en": "everybody has it already"}
TEXT: Words = {"nl": "bericht", "en": "message"}
_WHO: Words = {"nl": "aan wie", "en": "to whom"}
_EMPTY: Words = {"nl": "schrijf eerst wat je wilt zeggen", "en": "first write what you want to say"}
_TOO_LONG: Words = {"nl": f"hooguit {LONGEST} tekens", "en": f"at most {LONGEST} characters"}
NO_NAME: Words = {
    "nl": "haal de naam van een gedetineerde weg",
    "en": "take the name of a detainee out",
}
_NO_OFFENCE: Words = {
    "nl": "haal “{word}” weg: over delicten en straffen schrijven we niet",
    "en": "take “{word}” out: we do not write about offences and sentences",
}
_NOBODY: Words = {"nl": "kies eerst vrijwilligers met een account", "en": "first choose volunteers who have an account"}
_ONE_OF_BOTH: Words = {"nl": "kies mensen, of een filter", "en": "choose people, or a filter"}
_TOO_MANY: Words = {"nl": f"hooguit {MOST_PEOPLE} mensen tegelijk", "en": f"at most {MOST_PEOPLE} people at a time"}


class MessageState(StrEnum):
    """What became of a message for one person, as far as it came."""

    WAITING = "WAITING"
    PUSHED = "PUSHED"
    MAILED = "MAILED"
    OPENED = "OPENED"
    APP_ONLY = "APP_ONLY"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"


class SelectionChanged(DomainError):
    """Others are meant now than when one looked. Fields: count, how many there are now."""

    code = "SELECTION_CHANGED"
    texts = {
        "nl": "Het zijn er nu {count}. Kijk nog even voor wie het is.",
        "en": "There are {count} now. Look again for whom it is.",
    }


class TooManyMessages(DomainError):
    """The organisation sent enough for today. Fields: most."""

    code = "TOO_MANY_MESSAGES"
    texts = {
        "nl": "Jullie stuurden vandaag al {most} berichten. Morgen kan het weer.",
        "en": "Your organisation sent {most} messages today. You can again tomorrow.",
    }


def clean_text(text: str) -> str:
    """The message with single spaces and no more than one empty line; raises InvalidInput, PlanReference and
    CitizenNumber. Whoever typed it keeps it."""
    if len(text) > LONGEST * 4:
        raise _invalid(_TOO_LONG)
    lines = (" ".join(line.split()) for line in visible(text.replace("\r\n", "\n")).split("\n"))
    said = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    if not said:
        raise _invalid(_EMPTY)
    if len(said) > LONGEST:
        raise _invalid(_TOO_LONG)
    screen(said)
    if word := offence_word(said):
        raise _invalid({locale: words.format(word=word) for locale, words in _NO_OFFENCE.items()})
    return said


def names_pseudonym(text: str, pseudonyms: Iterable[str]) -> bool:
    """Whether somebody's made-up name is in it: the volunteers know whom that is."""
    plain = fold(text).plain
    return any(re.search(_however_joined(name), plain) for name in pseudonyms)


def _however_joined(pseudonym: str) -> str:
    """ "Duin 27", "duin-27", "Duin27"; not "Duin 271"."""
    pieces = re.findall(r"[^\W\d_]+|\d+", fold(pseudonym).plain)
    return r"(?<!\w)" + r"[\W_]{0,3}".join(map(re.escape, pieces)) + r"(?!\w)"


def a_pseudonym() -> InvalidInput:
    """Somebody's made-up name is in it."""
    return _invalid(NO_NAME)


def one_of_both() -> InvalidInput:
    """People are ticked, or the list is narrowed; a selection that says both, or neither, says nothing."""
    return InvalidInput(field="selection", label=_WHO, requirement=_ONE_OF_BOTH)


def check_people(count: int) -> None:
    """Somebody, and not too many at once; raises InvalidInput."""
    if not 1 <= count <= MOST_PEOPLE:
        raise InvalidInput(field="selection", label=_WHO, requirement=_TOO_MANY if count else _NOBODY)


def _invalid(requirement: Words) -> InvalidInput:
    return InvalidInput(field="text", label=TEXT, requirement=requirement)
