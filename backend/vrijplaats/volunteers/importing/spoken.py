"""What people write in a cell about a language: which one, and beside it how well somebody speaks it. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NoReturn

from vrijplaats.core.errors import Words
from vrijplaats.volunteers.file.rules import MOST_LANGUAGES
from vrijplaats.volunteers.importing.cells import WEAK, parts_of, wrong
from vrijplaats.volunteers.importing.words import language_of, languages_by_word
from vrijplaats.volunteers.places import folded

# as an export writes it
A_LITTLE: Words = {"nl": "een beetje", "en": "a little"}
# whether it is only a little. Of the levels of the Council of Europe, B1 is the first at which two people can talk.
_LEVELS: Mapping[bool, str] = {
    True: "een beetje, beetje, een klein beetje, een paar woorden, basis, basiskennis, basisniveau, matig, beperkt, "
    "gebrekkig, weinig, beginner, slecht, a1, a2, a little, little, a bit, some, basic, basics, limited, poor",
    False: "goed, heel goed, zeer goed, vloeiend, uitstekend, moedertaal, b1, b2, c1, c2, good, very good, well, "
    "fluent, fluently, native, mother tongue, excellent",
}
# "een beetje Engels"
_BEFORE = re.compile(r"^(?:een klein beetje|een beetje|beetje|a little|a bit of|some)\s+(.+)$", re.IGNORECASE)
# where a language can end and its level begin
_BETWEEN = re.compile(r"\s*\(|\s+[-–]\s*|-|:\s*|\s+")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language, and whether somebody speaks it only a little; None when that was not said."""

    code: str
    little: bool | None = None


def languages(text: str) -> dict[str, bool | None]:
    """One language or more, each once: whether it is spoken only a little, or None where the cell does not say."""
    found: dict[str, bool | None] = {}
    for one in (one for part in parts_of(text) for one in _spoken(part)):
        if {found.get(one.code), one.little} == {True, False}:
            raise wrong("een taal staat er twee keer: kies hoe goed", "a language is there twice: choose how well")
        found[one.code] = found.get(one.code) if one.little is None else one.little
    if len(found) > MOST_LANGUAGES:
        raise wrong("hooguit 20 talen", "at most 20 languages")
    return found


def _spoken(part: str) -> list[Spoken]:
    """One language, or two with "en" between them."""
    pieces = [part] if spoken_of(part) else WEAK.split(part)
    known = [spoken_of(piece) or _unknown(piece) for piece in pieces]
    if len(known) > 1 and after_little(pieces[0]) and any(one.little is None for one in known):
        raise wrong(
            "hoort “een beetje” bij elke taal? Zet het achter elk van ze",
            "is “a little” of each language? Put it behind each of them",
        )
    return known


def _unknown(piece: str) -> NoReturn:
    if level := unknown_level(piece):
        raise wrong(
            "hoe goed is “{}”? Schrijf (een beetje) achter de taal, of niets",
            "how well is “{}”? Write (a little) behind the language, or nothing",
            level,
        )
    raise wrong("de taal “{}” kennen we niet", "we do not know the language “{}”", piece)


def spoken_of(text: str) -> Spoken | None:
    """A language by its name or its code, with how well it is spoken where that stands there."""
    if code := language_of(text):
        return Spoken(code)
    if code := language_of(after_little(text) or ""):
        return Spoken(code, little=True)
    for language, level in _parted(text):
        little = _levels().get(folded(level))
        if little is not None and (code := language_of(language)):
            return Spoken(code, little)
    return None


def after_little(text: str) -> str | None:
    """What "een beetje" is said of, where it stands before it."""
    match = _BEFORE.match(text.strip())
    return match[1] if match else None


def unknown_level(text: str) -> str | None:
    """What stands behind a language, and is nothing we know about how well it is spoken."""
    return next((level for language, level in _parted(text) if level and language_of(language)), None)


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """What can be a language, and what can be a level behind it. With nothing but a space between them only a name is
    a language: "is goed" is not Icelandic."""
    whole = text.strip()
    for between in _BETWEEN.finditer(whole) if len(whole) <= _LONGEST else ():
        language, level = whole[: between.start()], whole[between.end() :].removesuffix(")").strip()
        if between[0].strip() or folded(language) in languages_by_word():
            yield language, level


@cache
def _levels() -> dict[str, bool]:
    return {folded(word): little for little, said in _LEVELS.items() for word in said.split(", ")}
