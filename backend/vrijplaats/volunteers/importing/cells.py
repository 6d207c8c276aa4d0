"""A cell as what it says: a name, a day, languages. Pure; raises Wrong with what is wrong, in words."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar
from uuid import UUID

from vrijplaats.accounts import contact
from vrijplaats.core.errors import InvalidInput, Words, in_language
from vrijplaats.volunteers.file.rules import MOST_CAPACITY
from vrijplaats.volunteers.importing import words
from vrijplaats.volunteers.importing.reading import Cell
from vrijplaats.volunteers.places import HomePlace, folded, place, suggestions
from vrijplaats.volunteers.rules import ActivityKind, Denomination, Gender, VolunteerStatus

Said = TypeVar("Said")
SHOWN = 40
_PARTS = re.compile(r"\s*[,;/|+&\n]\s*")
# inside a name too: "Parent and child day"
WEAK = re.compile(r"\s+(?:en|and)\s+", re.IGNORECASE)
# of admissions the day stands behind the prison, so a stroke may be part of it
_PLACES = re.compile(r"\s*[;|\n+]\s*")
# also inside a name: "PI Veenhuizen, Esserheem"
_COMMA = re.compile(r"\s*,\s*(?!\d)")
_UNTIL = re.compile(
    r"^(.*?)[\s(]*\b(?:t/m|tm|t\.?m\.?|tot en met|tot|geldig tot|until|till|to)\b\.?\s*([^()]+?)\)?$", re.IGNORECASE
)
_DAY = (
    re.compile(r"(?P<d>\d{1,2})[-/. ](?P<m>\d{1,2})[-/. ](?P<y>\d{4}|\d{2})"),
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?:[T ].*)?"),
    re.compile(r"(?P<d>\d{1,2})[ -](?P<name>[a-z]{3,9})\.?[ -](?P<y>\d{4}|\d{2})", re.IGNORECASE),
)
_MONTHS = (
    *("jan feb maa apr mei jun jul aug sep okt nov dec".split(),),
    *("jan feb mrt apr may jun jul aug sep oct nov dec".split(),),
    *("jan feb mar apr mei jun jul aug sep okt nov dec".split(),),
)
_MOBILE = re.compile(r"(?:\+31 ?|0031 ?|0)6[ -]?([1-5](?:[ ]?\d){7})")
# the first day that a spreadsheet counts from
_FIRST = date(1899, 12, 30)
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(r"([A-Za-z0-9_]{1,20}(?:[.+-][A-Za-z0-9_]{1,20}){0,2})@([A-Za-z0-9.-]+)")


class Wrong(Exception):
    """What is wrong with a cell."""

    def __init__(self, said: Words) -> None:
        super().__init__(said["nl"])
        self.words = said


@dataclass(frozen=True, slots=True)
class Somewhere:
    """A prison where the organisation comes, by what it may be called."""

    id: UUID
    name: str
    called: frozenset[str]


def wrong(dutch: str, english: str, text: str = "") -> Wrong:
    """The same in both languages, with what stood there."""
    short = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return Wrong({"nl": dutch.replace("{}", short), "en": english.replace("{}", short)})


def plain(cell: Cell) -> str:
    """A text as it stands there."""
    if cell.odd == "formula":
        raise wrong("hier staat een formule: zet er de waarde neer", "there is a formula here: put its value instead")
    if cell.odd == "merged":
        raise wrong("deze cel is samengevoegd met andere: splits ze", "this cell is merged with others: split them")
    if cell.odd == "error":
        raise wrong("in deze cel staat een fout van Excel", "this cell holds an error of Excel")
    return cell.day.strftime("%d-%m-%Y") if cell.day else cell.text


def name(text: str) -> str:
    """A name as others see it."""
    return _accepted(contact.display_name, text)


def email(text: str) -> str:
    """One address."""
    if len(re.findall("@", text)) > 1 and "<" not in text:
        raise wrong("hier staan twee adressen: kies er een", "there are two addresses here: choose one")
    try:
        if found := _ADDRESS.fullmatch(text):
            return f"{found[1]}@{_domain(found[2].lower())}"
        return contact.email_address(text)
    except InvalidInput:
        raise wrong("“{}” is geen heel e-mailadres", "“{}” is not a whole e-mail address", text) from None


@lru_cache(4096)
def _domain(name: str) -> str:
    """What comes behind the @, looked at once: half of a list has its mail at the same few."""
    return contact.email_address(f"a@{name}").partition("@")[2]


def phone(text: str) -> str:
    """One number in E.164. A spreadsheet that takes it for a number loses its first nought."""
    if found := _MOBILE.fullmatch(text):
        # what most of a list is; the long way is a third of the time that a file takes
        return "+316" + re.sub(r"\D", "", found[1])
    try:
        return contact.phone_number(text.removeprefix("tel:"))
    except InvalidInput:
        raise wrong(
            "“{}” is geen nummer waarop je te bellen bent", "“{}” is no number one can be called on", text
        ) from None


def home(text: str) -> HomePlace:
    """A place, never an address."""
    found = place(text)
    if found:
        return found
    if _DIGIT.search(text):
        raise wrong(
            "zet hier alleen de plaats, geen adres of postcode", "put only the place here, no address or postcode"
        )
    near = suggestions(text, 1) or suggestions(text[:4], 1)
    if near:
        raise wrong(
            f"de plaats “{{}}” kennen we niet. Bedoel je {near[0].label}?",
            f"we do not know the place “{{}}”. Do you mean {near[0].label}?",
            text,
        )
    raise wrong("de plaats “{}” kennen we niet", "we do not know the place “{}”", text)


def gender(text: str) -> Gender:
    """As people call themselves."""
    return _one_of(
        words.genders_by_word(), text, "zet hier man, vrouw of anders, of niets", "put man, woman, other or nothing"
    )


def status(text: str) -> VolunteerStatus:
    """A status by its word."""
    return _one_of(
        words.statuses_by_word(),
        text,
        "de status “{}” kennen we niet: aangemeld, in opleiding, klaar of actief",
        "we do not know the status “{}”: applicant, in training, ready or active",
    )


def kinds(text: str) -> list[ActivityKind]:
    """One kind of work or more, each once."""
    known = words.kinds_by_word()
    return _each(
        text, lambda part: known.get(folded(part)), "de inzet “{}” kennen we niet", "we do not know the work “{}”"
    )


def denominations(text: str) -> list[Denomination]:
    """One denomination of chaplaincy or more, each once."""
    known = words.denominations_by_word()
    return _each(
        text,
        lambda part: known.get(folded(part)),
        "de richting “{}” kennen we niet",
        "we do not know the denomination “{}”",
    )


def capacity(text: str) -> int:
    """How many people at a time."""
    if not re.fullmatch(r"\d{1,3}", text) or int(text) > MOST_CAPACITY:
        raise wrong("zet hier een getal van 0 tot 20", "put a number from 0 to 20 here")
    return int(text)


def day(cell: Cell, *, today: date) -> date:
    """A day: as a spreadsheet keeps it, or written in one of the usual ways."""
    if cell.day and cell.odd is None:
        return cell.day
    text = plain(cell)
    found = _written(text, today)
    if found is None:
        raise wrong("“{}” is geen datum. Schrijf bijvoorbeeld 31-12-2026", "“{}” is no date. Write 31-12-2026", text)
    return found


def admissions(text: str, somewhere: Sequence[Somewhere], *, today: date) -> list[tuple[UUID, date | None]]:
    """Prisons, each with the last day of the admission where it stands there: "PI Vught (t/m 31-12-2027)"."""
    found: dict[UUID, date | None] = {}
    known = {called for each in somewhere for called in each.called}
    parts = [part for whole in _PLACES.split(text) for part in _places(whole, known)]
    for part in [part.strip() for part in parts]:
        if not part:
            continue
        until, called = None, part
        if match := _UNTIL.match(part):
            until, called = _written(match[2].strip(), today), match[1].strip()
            if until is None:
                raise wrong(
                    "“{}” is geen datum. Schrijf bijvoorbeeld 31-12-2026", "“{}” is no date. Write 31-12-2026", match[2]
                )
        found[_prison(called, somewhere)] = until
    return list(found.items())


def _places(whole: str, known: set[str]) -> list[str]:
    match = _UNTIL.match(whole)
    return [whole] if folded(match[1] if match else whole) in known else _COMMA.split(whole)


def _prison(text: str, somewhere: Sequence[Somewhere]) -> UUID:
    fitting = [each for each in somewhere if folded(text) in each.called]
    if len(fitting) == 1:
        return fitting[0].id
    if fitting:
        known = " / ".join(sorted(each.name for each in fitting))
        raise wrong(f"“{{}}” kan {known} zijn: schrijf welke", f"“{{}}” can be {known}: write which", text)
    raise wrong("bij “{}” komt je organisatie niet", "your organisation does not come to “{}”", text)


def _each(text: str, known: Callable[[str], Said | None], dutch: str, english: str) -> list[Said]:
    """What the parts of a list are, each once; a part that is nothing as a whole may be two with "en" between them."""
    found: list[Said] = []
    for part in parts_of(text):
        whole = known(part)
        for piece in [part] if whole is not None else WEAK.split(part):
            one = known(piece)
            if one is None:
                raise wrong(dutch, english, piece)
            found.append(one)
    return list(dict.fromkeys(found))


def parts_of(text: str) -> list[str]:
    """What stands in a cell with commas and the like between them."""
    return [part for part in _PARTS.split(text.strip()) if part]


def _one_of(known: Mapping[str, Said], text: str, dutch: str, english: str) -> Said:
    found = known.get(folded(text))
    if found is None:
        raise wrong(dutch, english, text)
    return found


def _accepted(check: Callable[[str], str], text: str) -> str:
    try:
        return check(text)
    except InvalidInput as error:
        requirement = error.fields["requirement"]
        raise Wrong({locale: in_language(requirement, locale) for locale in ("nl", "en")}) from None


def _written(text: str, today: date) -> date | None:
    if re.fullmatch(r"\d{5}", text):
        return _FIRST + timedelta(days=int(text))
    for pattern in _DAY:
        match = pattern.fullmatch(text.strip())
        if not match:
            continue
        parts = match.groupdict()
        month = _month(parts["name"]) if "name" in parts else int(parts["m"])
        year = int(parts["y"])
        if len(parts["y"]) == 2:
            # "98" has been, "27" is still to come
            year += 2000 if year <= today.year % 100 + 20 else 1900
        if year < _FIRST.year:
            return None
        try:
            return date(year, month, int(parts["d"]))
        except ValueError:
            return None
    return None


def _month(text: str) -> int:
    short = text[:3].lower()
    return next((names.index(short) + 1 for names in _MONTHS if short in names), 0)
