"""What a form brings, looked at before anything is kept: a Wish holds only clean values. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.requests.errors import CitizenNumber, ConsentMissing, PlanReference
from vrijplaats.volunteers.folding import fold
from vrijplaats.volunteers.languages import canonical_language
from vrijplaats.volunteers.rules import ActivityKind, Denomination
from vrijplaats.volunteers.screening import carries_citizen_number, plan_reference

MOST_NOTE, MOST_NAME, MOST_WING, MOST_LANGUAGES = 280, 80, 30, 10
# this many times as much may come in, with spaces and invisible signs that are then left out; more is not even read
TYPED = 4
# letters of any script with the signs names are written with: d'Arcy, El-Amrani, St. John; and figures, since who gives
# no name is registered as NN 12
_NAME = re.compile(r"['’]?[^\W\d_](?:[^\W_]|[ \-'’.·])*")
_WING = re.compile(r"[\w \-./,'’():+&]+")
_KEPT_SIGNS = {"\n", "\u200c", "\u200d"}

_LABELS: dict[str, Words] = {
    "givenName": {"nl": "voornaam", "en": "first name"},
    "familyName": {"nl": "achternaam", "en": "family name"},
    "wing": {"nl": "afdeling", "en": "wing"},
    "note": {"nl": "iets praktisch", "en": "practical note"},
    "languages": {"nl": "talen", "en": "languages"},
    "detainee": {"nl": "wie", "en": "who"},
    "activityDenomination": {"nl": "richting", "en": "denomination"},
    "organisationId": {"nl": "organisatie", "en": "organisation"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DetaineeName:
    """A name as it was typed. `repr` shows nothing, so that it cannot reach a log by accident."""

    given_name: str
    family_name: str
    wing: str | None = None

    def __repr__(self) -> str:
        return "DetaineeName(sealed)"


def invalid(field: str, requirement: Words) -> InvalidInput:
    """The failure for one field of the form, with its name in words."""
    return InvalidInput(field=field, label=_LABELS[field], requirement=requirement)


def need_consent(consent: bool) -> None:
    """Raise ConsentMissing unless it is the detainee's own wish."""
    if not consent:
        raise ConsentMissing


def organisation_named(identifier: str | None) -> UUID | None:
    """The organisation's id; None for no preference. What cannot be one is no organisation that is active here."""
    try:
        return UUID(identifier) if identifier is not None else None
    except ValueError:
        raise not_active_here() from None


def not_active_here() -> InvalidInput:
    """The organisation is not one to choose here."""
    return invalid(
        "organisationId",
        {"nl": "kies een organisatie die hier actief is", "en": "choose an organisation that is active here"},
    )


def clean_note(note: str | None) -> str | None:
    """The note without space around it and without control signs; None when nothing is left."""
    if note is None:
        return None
    text = visible(note).strip() if len(note) <= TYPED * MOST_NOTE else note
    if len(text) > MOST_NOTE:
        raise invalid("note", {"nl": f"hooguit {MOST_NOTE} tekens", "en": f"at most {MOST_NOTE} characters"})
    screen(text)
    return text or None


def clean_languages(languages: Sequence[str]) -> tuple[str, ...]:
    """One to ten languages, written as they should be, each once."""
    codes = [canonical_language(code) for code in languages[: MOST_LANGUAGES + 1]]
    if not 1 <= len(codes) <= MOST_LANGUAGES or None in codes:
        raise invalid(
            "languages", {"nl": "kies 1 tot 10 talen uit de lijst", "en": "choose 1 to 10 languages from the list"}
        )
    return tuple(dict.fromkeys(code for code in codes if code))


def of_chaplaincy(denomination: Denomination | None, kind: ActivityKind) -> Denomination | None:
    """That of the activity asked for; no other kind has one."""
    if denomination is not None and kind is not ActivityKind.CHAPLAINCY:
        raise invalid(
            "activityDenomination",
            {"nl": "alleen bij geestelijke verzorging", "en": "of chaplaincy only"},
        )
    return denomination


def clean_name(name: DetaineeName) -> DetaineeName:
    """The name with single spaces; only letters, figures and the signs that belong in names."""
    return DetaineeName(
        given_name=_name("givenName", name.given_name),
        family_name=_name("familyName", name.family_name),
        wing=_wing(name.wing),
    )


def keep_name_out(note: str | None, name: DetaineeName | None) -> None:
    """Raise when the note gives the full name: it is read before a name may be (promise 3). One word of it may stay,
    since Bakker is also a trade."""
    if note is None or name is None:
        return
    words = f" {_plain_words(note)} "
    typed = [_plain_words(part) for part in (name.given_name, name.family_name)]
    if all(part and f" {part} " in words for part in typed):
        raise invalid("note", {"nl": "laat de naam weg", "en": "leave the name out"})


def screen(text: str) -> None:
    """Raise when the text names a plan or carries a citizen number."""
    if word := plan_reference(text):
        raise PlanReference(word=word)
    if carries_citizen_number(text):
        raise CitizenNumber


def _plain_words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text).plain))


def _name(field: str, text: str) -> str:
    name = _one_line(text, MOST_NAME)
    if len(name) > MOST_NAME or not _NAME.fullmatch(_bare(name)):
        raise invalid(
            field,
            {
                "nl": f"gebruik letters en cijfers, begin met een letter, hooguit {MOST_NAME} tekens",
                "en": f"use letters and digits, start with a letter, at most {MOST_NAME} characters",
            },
        )
    if carries_citizen_number(name):
        raise CitizenNumber
    return name


def _wing(text: str | None) -> str | None:
    wing = _one_line(text or "", MOST_WING)
    if not wing:
        return None
    if len(wing) > MOST_WING or not _WING.fullmatch(wing):
        raise invalid(
            "wing",
            {"nl": f"hooguit {MOST_WING} letters en cijfers", "en": f"at most {MOST_WING} letters and digits"},
        )
    screen(wing)
    return wing


def _one_line(text: str, most: int) -> str:
    return unicodedata.normalize("NFC", " ".join(visible(text).split())) if len(text) <= TYPED * most else text


def visible(text: str) -> str:
    """Without control signs, signs that turn the direction of reading and halves of letters; any space as a space."""
    return "".join(_seen(sign) for sign in text)


def _seen(sign: str) -> str:
    if sign in _KEPT_SIGNS:
        return sign
    if sign.isspace():
        return " "
    return "" if unicodedata.category(sign) in {"Cc", "Cf", "Cs"} else sign


def _bare(name: str) -> str:
    """Without accents and vowel signs, which are no letters by themselves."""
    return "".join(
        sign for sign in unicodedata.normalize("NFD", name) if unicodedata.category(sign) not in {"Mn", "Mc"}
    )
