"""What a column of a spreadsheet can be, what it is called, and a guess from its heading in Dutch or English. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from vrijplaats import settings
from vrijplaats.core.errors import Words
from vrijplaats.core.sealing import Fingerprints
from vrijplaats.volunteers.credentials.rules import PaperType
from vrijplaats.volunteers.places import folded

PAPER = "PAPER:"  # and behind it the code of the organisation's own paper
LONGEST_MAPPING = 100


class Column(StrEnum):
    """What is known of everybody; the papers come on top of these."""

    MARK = "MARK"
    NAME = "NAME"
    GIVEN_NAME = "GIVEN_NAME"
    INFIX = "INFIX"
    FAMILY_NAME = "FAMILY_NAME"
    EMAIL = "EMAIL"
    PHONE = "PHONE"
    PLACE = "PLACE"
    GENDER = "GENDER"
    LANGUAGES = "LANGUAGES"
    KINDS = "KINDS"
    DENOMINATIONS = "DENOMINATIONS"
    CAPACITY = "CAPACITY"
    STATUS = "STATUS"
    SINCE = "SINCE"
    FACILITIES = "FACILITIES"
    ADMITTED_UNTIL = "ADMITTED_UNTIL"


LABELS: Mapping[Column, Words] = {
    Column.MARK: {"nl": "Kenmerk", "en": "Reference"},
    Column.NAME: {"nl": "Naam", "en": "Name"},
    Column.GIVEN_NAME: {"nl": "Voornaam", "en": "First name"},
    Column.INFIX: {"nl": "Tussenvoegsel", "en": "Infix"},
    Column.FAMILY_NAME: {"nl": "Achternaam", "en": "Last name"},
    Column.EMAIL: {"nl": "E-mailadres", "en": "E-mail address"},
    Column.PHONE: {"nl": "Telefoon", "en": "Phone"},
    Column.PLACE: {"nl": "Woonplaats", "en": "Home place"},
    Column.GENDER: {"nl": "Geslacht", "en": "Gender"},
    Column.LANGUAGES: {"nl": "Talen", "en": "Languages"},
    Column.KINDS: {"nl": "Inzet", "en": "Work"},
    Column.DENOMINATIONS: {"nl": "Richting geestelijke verzorging", "en": "Denomination of chaplaincy"},
    Column.CAPACITY: {"nl": "Hoeveel mensen tegelijk", "en": "How many people at a time"},
    Column.STATUS: {"nl": "Status", "en": "Status"},
    Column.SINCE: {"nl": "Status sinds", "en": "Status since"},
    Column.FACILITIES: {"nl": "Toegelaten bij", "en": "Admitted to"},
    Column.ADMITTED_UNTIL: {"nl": "Toegelaten tot en met", "en": "Admitted until"},
}
# how organisations call them; compared without accents, capitals and signs
_HEADINGS: Mapping[Column, str] = {
    Column.MARK: "kenmerk, kenmerk vrijplaats, reference",
    Column.NAME: (
        "naam, volledige naam, naam vrijwilliger, vrijwilliger, weergavenaam, name, full name, display name, volunteer"
    ),
    Column.GIVEN_NAME: "voornaam, roepnaam, first name, given name, firstname, voornamen",
    Column.INFIX: "tussenvoegsel, tussenvoegsels, tv, tussenv, voorvoegsel, infix, prefix",
    Column.FAMILY_NAME: "achternaam, familienaam, last name, family name, surname, lastname",
    Column.EMAIL: (
        "e mail, email, e mailadres, emailadres, mail, mailadres, e mail adres, e mail address, email address"
    ),
    Column.PHONE: "telefoon, telefoonnummer, tel, tel nr, mobiel, mobiele nummer, mobiel nummer, telefoon mobiel, gsm, "
    "06, 06 nummer, phone, phone number, mobile, mobile phone, telephone",
    Column.PLACE: "woonplaats, plaats, stad, plaatsnaam, place, city, town, home place, residence",
    Column.GENDER: "geslacht, m v, man vrouw, m v x, gender, sex",
    Column.LANGUAGES: (
        "talen, taal, spreekt, spreektalen, gesproken talen, talenkennis, languages, language, spoken languages, speaks"
    ),
    Column.KINDS: (
        "inzet, activiteit, activiteiten, soort inzet, soort werk, werkzaamheden, taak, taken, rol, functie, "
        "work, activity, activities, kind of work, role"
    ),
    # never what somebody believes: a column called that is guessed to be nothing
    Column.DENOMINATIONS: "richting gv, denominatie gv, denominatie geestelijke verzorging, chaplaincy denomination",
    Column.CAPACITY: (
        "hoeveel mensen tegelijk, hoeveel mensen, capaciteit, aantal, aantal mensen, max aantal, maximaal "
        "aantal, maximum, aantal gedetineerden, aantal koppelingen, capacity, how many people at a time, how "
        "many people, max"
    ),
    Column.STATUS: "status, fase, stand, stadium, state, phase",
    Column.SINCE: (
        "status sinds, sinds, vanaf, status per, datum status, ingangsdatum, startdatum, begindatum, actief "
        "sinds, in dienst, datum in dienst, since, "
        "status since, start date, from, active since"
    ),
    Column.FACILITIES: (
        "toegelaten bij, toelating, toelatingen, inrichting, inrichtingen, pi, pis, gevangenis, locatie, "
        "locaties, admitted to, admission, admissions, facility, facilities, prison, prisons, location"
    ),
    Column.ADMITTED_UNTIL: (
        "toegelaten tot, toegelaten tot en met, toegelaten t m, toelating tot, toelating t m, pas geldig tot, "
        "toelating geldig tot, toegang tot, pas tot, admitted until, admission until, pass valid until"
    ),
}
_ABOUT_A_PAPER = (
    *(
        "datum",
        "afgegeven",
        "afgegeven op",
        "afgiftedatum",
        "datum afgifte",
        "gezien",
        "gezien op",
        "behaald",
        "behaald op",
        "d d",
    ),
    *("gevolgd", "gevolgd op", "issued", "issued on", "date", "issue date", "seen", "seen on", "done", "done on"),
)
_PAPERS: Mapping[str, str] = {
    "VOG": (
        "vog, verklaring omtrent gedrag, verklaring omtrent het gedrag, verklaring van goed gedrag, "
        "certificate of conduct"
    ),
    "REFERENCE": "referentie, referenties, references",
    "TRAINING_BASIS": "basistraining, basis training, basiscursus, introductiecursus, basic training, training basis",
    "TRAINING_SOS": "sos training, sos cursus, training sos, sos",
    "TRAINING_CHILD_SAFETY": (
        "training veilig met kinderen, veilig met kinderen, kindveiligheid, child safety, child safety training"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something a column can be, as a screen shows it."""

    value: str
    label: str


def choices(papers: Mapping[str, PaperType], locale: str) -> list[Choice]:
    """What a column can be in this organisation."""
    known = [Choice(value=column.value, label=words[locale]) for column, words in LABELS.items()]
    return known + [Choice(value=f"{PAPER}{code}", label=paper_label(paper, locale)) for code, paper in papers.items()]


def paper_label(paper: PaperType, locale: str) -> str:
    """A column of issue dates: "VOG afgegeven op"."""
    name = paper.name.get(locale, paper.name["nl"])
    return f"{name[:1].upper()}{name[1:]} {'afgegeven op' if locale == 'nl' else 'issued on'}"


class Marks:
    """The keyed fingerprints of one organisation's imports: of a heading, of an address, of a name with a number or
    alone. What they are of stands nowhere, and another organisation's are others."""

    def __init__(self, organisation_id: UUID) -> None:
        master = settings.current().master_key
        kinds = ("heading", "email", "name", "called")
        self._of = {what: Fingerprints(master, f"import|{what}|{organisation_id}") for what in kinds}

    def heading(self, text: str) -> str:
        """Of a heading: of a file that has none it is somebody's name."""
        return self._sign_by_sign("heading", folded(text)).hex()

    def email(self, address: str | None) -> bytes | None:
        """Of an address, in whatever capitals."""
        return self._sign_by_sign("email", address.casefold()) if address else None

    def name(self, called: str | None, phone: str | None) -> bytes | None:
        """Of a name with its number: two of one name are two people."""
        return self._sign_by_sign("name", f"{folded(called)}|{phone}") if called and phone else None

    def called(self, name: str | None) -> bytes | None:
        """Of a name alone: it tells who it is at an address only."""
        return self._sign_by_sign("called", folded(name)) if name else None

    def of(self, address: str | None, name: str | None, phone: str | None) -> tuple[bytes | None, ...]:
        """All by which a later file knows somebody: address, name and number, name."""
        return self.email(address), self.name(name, phone), self.called(name)

    def _sign_by_sign(self, what: str, text: str) -> bytes:
        return self._of[what].of(text.encode().hex())


def guessed(
    headings: Sequence[str],
    papers: Mapping[str, PaperType],
    remembered: Mapping[str, str],
    marks: Marks,
    *,
    others: Callable[[int], bool],
) -> list[str | None]:
    """What each column probably is, none twice: as it was the last time, else by what it is called. `others`: whether a
    column has references that are not ours, as an organisation's own numbers are."""
    known = {**_by_heading(papers)}
    possible = {choice.value for choice in choices(papers, "nl")}
    found: list[str | None] = []
    for at, heading in enumerate(headings):
        mark = marks.heading(heading) if heading else ""
        guess = remembered[mark] if mark in remembered else known.get(folded(heading)) if heading else None
        if guess == Column.MARK and others(at):
            guess = None
        found.append(guess if guess in possible and guess not in found else None)
    return found


def _by_heading(papers: Mapping[str, PaperType]) -> dict[str, str]:
    known = {
        folded(text): column.value
        for column, texts in _HEADINGS.items()
        for text in (*texts.split(", "), *_both(column))
    }
    for code, paper in papers.items():
        for name in {*paper.name.values(), *_PAPERS.get(code, "").split(", ")} - {""}:
            for heading in (name, *(each for word in _ABOUT_A_PAPER for each in (f"{name} {word}", f"{word} {name}"))):
                known.setdefault(folded(heading), f"{PAPER}{code}")
    return known


def _both(column: Column) -> tuple[str, ...]:
    return tuple(LABELS[column].values())
