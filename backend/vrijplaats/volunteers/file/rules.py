"""What the parts of a file have to hold. Pure; raises InvalidInput."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.volunteers.languages import canonical_language
from vrijplaats.volunteers.places import HomePlace, place
from vrijplaats.volunteers.rules import ActivityKind, Denomination, VolunteerStatus

_Each = TypeVar("_Each")
MOST_LANGUAGES, MOST_CAPACITY = 20, 20
LEFT: Words = {"nl": "deze vrijwilliger doet niet meer mee", "en": "this volunteer no longer takes part"}
VISITS: Words = {"nl": "wie nu iemand bezoekt, gaat niet terug", "en": "whoever visits somebody now does not go back"}
_LABELS: dict[str, Words] = {
    "place": {"nl": "woonplaats", "en": "home place"},
    "languages": {"nl": "talen", "en": "languages"},
    "kinds": {"nl": "inzet", "en": "work"},
    "capacity": {"nl": "hoeveel mensen", "en": "how many people"},
    "since": {"nl": "vanaf", "en": "from"},
    "status": {"nl": "status", "en": "status"},
}


def closed(now: VolunteerStatus, wanted: VolunteerStatus, *, carrying: int) -> Words:
    """Why a status cannot be set by hand now."""
    if now is VolunteerStatus.LEFT:
        return LEFT
    if carrying and now is not wanted:
        return VISITS
    return {"nl": "dat is het al", "en": "it is that already"}


def home_place(typed: str) -> HomePlace:
    """A place we know by this name."""
    found = place(typed)
    if found is None:
        raise _invalid("place", {"nl": "kies een plaats uit de lijst", "en": "choose a place from the list"})
    return found


def spoken(codes: Iterable[str]) -> list[str]:
    """One language at least, each once and as it is always written."""
    known = [canonical_language(code) for code in codes]
    found = list(dict.fromkeys(code for code in known if code))
    if not found or len(found) > MOST_LANGUAGES or None in known:
        raise _invalid("languages", {"nl": "kies 1 tot 20 talen", "en": "choose 1 to 20 languages"})
    return found


def a_little(codes: Iterable[str], *, of: Iterable[str] | None = None) -> list[str]:
    """None or more languages, each once and as it is always written; of those somebody speaks, where these are said."""
    codes = list(codes)
    found = spoken(codes) if codes else []
    if of is not None and not set(found) <= set(spoken(of)):
        words: Words = {"nl": "kies eerst de taal zelf", "en": "choose the language itself first"}
        raise _invalid("languages", words)
    return found


def merged(wanted: Sequence[_Each], *, were: Sequence[_Each] | None, now: Sequence[_Each]) -> list[_Each]:
    """What somebody made of the list they saw, done to the list as it is now: what they took away goes, what they added
    comes, and what another did meanwhile stays. Without `were` it is just what they want."""
    if were is None:
        return list(wanted)
    kept = [each for each in now if each in wanted or each not in were]
    return [*kept, *(each for each in wanted if each not in were and each not in now)]


def work(kinds: Iterable[ActivityKind]) -> list[str]:
    """One kind of work at least, each once."""
    return some_work([kind.value for kind in dict.fromkeys(kinds)])


def helped_with(denominations: Iterable[Denomination], *, kinds: Sequence[ActivityKind] | None = None) -> list[str]:
    """Of chaplaincy, each once; of who does that, where their work is said."""
    found = [each.value for each in dict.fromkeys(denominations)]
    if found and kinds is not None and ActivityKind.CHAPLAINCY not in kinds:
        words: Words = {"nl": "kies eerst geestelijke verzorging", "en": "choose chaplaincy first"}
        raise _invalid("kinds", words)
    return found


def some_work(kinds: list[str]) -> list[str]:
    """Not nothing at all."""
    if not kinds:
        raise _invalid("kinds", {"nl": "kies iets wat iemand doet", "en": "choose something somebody does"})
    return kinds


def room(capacity: int) -> int:
    """How many people somebody visits at a time."""
    if not 0 <= capacity <= MOST_CAPACITY:
        raise _invalid("capacity", {"nl": "een getal van 0 tot 20", "en": "a number from 0 to 20"})
    return capacity


def first_day(since: date, *, before: date, today: date) -> date:
    """From which day a status holds: not before the one that holds now began, and not later than today."""
    if not before <= since <= today:
        words: Words = {
            "nl": f"een dag vanaf {before:%d-%m-%Y} tot en met vandaag",
            "en": f"a day from {before:%d-%m-%Y} until today",
        }
        raise _invalid("since", words)
    return since


def _invalid(field: str, requirement: Words) -> InvalidInput:
    return InvalidInput(field=field, label=_LABELS[field], requirement=requirement)
