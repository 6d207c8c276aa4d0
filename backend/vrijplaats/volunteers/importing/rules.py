"""A row as what it says about somebody, and what it would change. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.volunteers.admissions.rules import term
from vrijplaats.volunteers.credentials.rules import EARLIEST, PaperType, ends, issued
from vrijplaats.volunteers.importing import cells, spoken
from vrijplaats.volunteers.importing.cells import Somewhere, Wrong, plain
from vrijplaats.volunteers.importing.columns import PAPER, Column
from vrijplaats.volunteers.importing.reading import Cell, Row
from vrijplaats.volunteers.places import HomePlace
from vrijplaats.volunteers.rules import ActivityKind, Denomination, Gender, VolunteerStatus

Said = TypeVar("Said")
UNKNOWN_MARK: Words = {
    "nl": "dit kenmerk is niet van ons: kies “Niet overnemen” bij die kolom, of maak de cel leeg",
    "en": "this reference is not ours: choose “Leave out” for that column, or empty the cell",
}


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "NEW"
    CHANGED = "CHANGED"
    SAME = "SAME"
    SKIPPED = "SKIPPED"
    WRONG = "WRONG"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about one cell, or about a whole row. `wrong`: with it nothing is imported."""

    row: int
    column: int | None
    said: Words
    wrong: bool = True


@dataclass(frozen=True, slots=True)
class Admitted:
    """A prison lets them in, from today if it did not before; until then, or for as long as it says nothing else."""

    facility_id: UUID
    until: date | None


@dataclass(frozen=True, slots=True)
class Seen:
    """A paper with its own day of issue, and the last day it counts here."""

    kind: str
    valid_from: date
    valid_until: date | None


@dataclass(slots=True, kw_only=True)
class Draft:
    """What a row says. What is None or empty was not said, and changes nothing."""

    row: int
    mark: UUID | None = None
    name: str | None = None
    email: str | None = None
    # in which column that stands
    email_at: int | None = None
    phone: str | None = None
    place: HomePlace | None = None
    gender: Gender | None = None
    # whether only a little; None was not said
    languages: Mapping[str, bool | None] | None = None
    kinds: list[ActivityKind] | None = None
    denominations: list[Denomination] | None = None
    capacity: int | None = None
    status: VolunteerStatus | None = None
    since: date | None = None
    admissions: list[Admitted] = field(default_factory=list)
    papers: list[Seen] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_wrong(self) -> bool:
        """Whether it can be imported as it is."""
        return any(finding.wrong for finding in self.findings)

    def note(self, dutch: str, english: str, *, column: int | None = None, wrong: bool = True) -> None:
        """One thing more about it."""
        self.findings.append(Finding(self.row, column, {"nl": dutch, "en": english}, wrong))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How rows of a file are read: which column is what, and what this organisation knows."""

    columns: Mapping[str, int]
    papers: Mapping[str, PaperType]
    somewhere: Sequence[Somewhere]
    today: date
    said: dict[tuple[str, str], Any] = field(default_factory=dict)

    def draft(self, row: Row) -> Draft | None:
        """What a row says; None for a row in which nothing stands in any column that counts."""
        if all(row.at(column).is_empty for column in self.columns.values()):
            return None
        return _Drafting(self, row).done()


class _Drafting:
    """One row on its way to a draft: what is wrong with a cell is noted, and the next one is read."""

    def __init__(self, reading: Reading, row: Row) -> None:
        self.reading, self.row = reading, row
        self.draft = Draft(row=row.number)

    def done(self) -> Draft:
        """All of it."""
        draft, today = self.draft, self.reading.today
        draft.mark = self._text(Column.MARK, _mark)
        self._name()
        draft.email, draft.email_at = self._text(Column.EMAIL, cells.email), self.reading.columns.get(Column.EMAIL)
        draft.phone = self._text(Column.PHONE, cells.phone)
        draft.place = self._again(Column.PLACE, cells.home)
        draft.gender = self._again(Column.GENDER, cells.gender)
        draft.languages = self._again(Column.LANGUAGES, spoken.languages) or None
        draft.kinds = self._again(Column.KINDS, cells.kinds) or None
        draft.denominations = self._again(Column.DENOMINATIONS, cells.denominations) or None
        draft.capacity = self._again(Column.CAPACITY, cells.capacity)
        draft.status = self._again(Column.STATUS, cells.status)
        draft.since = self._cell(Column.SINCE, lambda cell: _been(cells.day(cell, today=today), today))
        self._admissions()
        self._papers()
        return draft

    def _name(self) -> None:
        parts = [self._text(column, str) or "" for column in (Column.GIVEN_NAME, Column.INFIX, Column.FAMILY_NAME)]
        whole, column = self._text(Column.NAME, str) or " ".join(part for part in parts if part), self._name_column()
        if not whole:
            if not self.draft.is_wrong:
                self.draft.note("hier ontbreekt de naam", "the name is missing here", column=column)
            return
        self.draft.name = self._tried(column, lambda: cells.name(whole))

    def _name_column(self) -> int | None:
        known = (self.reading.columns.get(each) for each in (Column.NAME, Column.FAMILY_NAME, Column.GIVEN_NAME))
        return next((column for column in known if column is not None), None)

    def _admissions(self) -> None:
        today, column = self.reading.today, self.reading.columns.get(Column.FACILITIES)
        where = self._again(Column.FACILITIES, lambda text: cells.admissions(text, self.reading.somewhere, today=today))
        until = self._cell(Column.ADMITTED_UNTIL, lambda cell: cells.day(cell, today=today))
        for facility_id, own in where or ():
            last = own or until
            if last is not None and last < today:
                self.draft.note(
                    f"deze toelating was er tot {last:%d-%m-%Y} en wordt overgeslagen",
                    f"this admission lasted until {last:%d-%m-%Y} and is skipped",
                    column=column,
                    wrong=False,
                )
                continue
            if self._tried(column, partial(term, today, last, today)):
                self.draft.admissions.append(Admitted(facility_id, last))

    def _papers(self) -> None:
        for code, paper in self.reading.papers.items():
            kept = self._cell(f"{PAPER}{code}", partial(self._paper, paper))
            if kept:
                self.draft.papers.append(kept)

    def _paper(self, paper: PaperType, cell: Cell) -> Seen:
        today = self.reading.today
        first = issued(cells.day(cell, today=today), today)
        return Seen(paper.code, first, ends(first, None, paper, today))

    def _text(self, column: str, read: Callable[[str], Said]) -> Said | None:
        return self._cell(column, lambda cell: read(plain(cell)))

    def _again(self, column: str, read: Callable[[str], Said]) -> Said | None:
        """The same for columns in which a list says the same many times."""
        said = self.reading.said

        def remembered(text: str) -> Said:
            if (column, text) not in said:
                said[column, text] = read(text)
            found: Said = said[column, text]
            return found

        return self._text(column, remembered)

    def _cell(self, column: str, read: Callable[[Cell], Said]) -> Said | None:
        at = self.reading.columns.get(column)
        if at is None or self.row.at(at).is_empty:
            return None
        return self._tried(at, lambda: read(self.row.at(at)))

    def _tried(self, column: int | None, work: Callable[[], Said]) -> Said | None:
        try:
            return work()
        except Wrong as found:
            self.draft.findings.append(Finding(self.row.number, column, found.words))
        except InvalidInput as error:
            requirement = error.fields["requirement"]
            assert isinstance(requirement, Mapping)
            self.draft.findings.append(Finding(self.row.number, column, dict(requirement)))
        return None


def others_marks(values: Iterable[str]) -> bool:
    """Whether there are references here and none has the shape of ours."""
    given = [text for text in values if text]
    return bool(given) and not any(_is_mark(text) for text in given)


def _is_mark(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _mark(text: str) -> UUID:
    if not _is_mark(text):
        raise cells.wrong(UNKNOWN_MARK["nl"], UNKNOWN_MARK["en"])
    return UUID(text)


def _been(day: date, today: date) -> date:
    if not EARLIEST <= day <= today:
        raise cells.wrong(
            f"kies een dag van {EARLIEST:%d-%m-%Y} tot en met vandaag",
            f"choose a day from {EARLIEST:%d-%m-%Y} until today",
        )
    return day
