"""The register as a spreadsheet that can be imported again. Pure, but for the time it takes."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from uuid import UUID

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from vrijplaats.accounts.contact import phone_for_people
from vrijplaats.core.errors import in_language
from vrijplaats.core.sheets import as_text, sheet_row
from vrijplaats.volunteers.credentials.rules import PaperType
from vrijplaats.volunteers.importing import words
from vrijplaats.volunteers.importing.cells import Somewhere
from vrijplaats.volunteers.importing.columns import LABELS, Column, paper_label
from vrijplaats.volunteers.importing.merging import Kept
from vrijplaats.volunteers.importing.spoken import A_LITTLE
from vrijplaats.volunteers.languages import language_name
from vrijplaats.volunteers.rules import ActivityKind, Denomination, Gender

_WRITTEN = (
    *(
        Column.MARK,
        Column.NAME,
        Column.EMAIL,
        Column.PHONE,
        Column.PLACE,
        Column.GENDER,
        Column.LANGUAGES,
        Column.KINDS,
        Column.DENOMINATIONS,
    ),
    *(Column.CAPACITY, Column.STATUS, Column.SINCE, Column.FACILITIES),
)
_WIDE = 24


def table(
    people: Iterable[Kept], papers: Mapping[str, PaperType], somewhere: Sequence[Somewhere], locale: str
) -> list[list[str | date]]:
    """A heading, and a row for each. Of several papers of a kind the one that was issued last."""
    heading = [in_language(LABELS[column], locale) for column in _WRITTEN]
    names = {each.id: each.name for each in somewhere}
    rows: list[list[str | date]] = [[*heading, *(paper_label(paper, locale) for paper in papers.values())]]
    for kept in people:
        issued = dict(sorted(kept.papers, key=lambda paper: paper[1]))
        rows.append([*_cells(kept, names, locale), *(issued.get(code, "") for code in papers)])
    return rows


def _cells(kept: Kept, names: Mapping[UUID, str], locale: str) -> list[str | date]:
    genders, kinds, ways = words.GENDERS, words.KINDS, words.DENOMINATIONS
    return [
        str(kept.id),
        kept.name,
        kept.email or "",
        phone_for_people(kept.phone) if kept.phone else "",
        kept.place or "",
        in_language(genders[Gender(kept.gender)][0], locale) if kept.gender else "",
        ", ".join(sorted(_spoken(code, kept, locale) for code in kept.languages)),
        ", ".join(sorted(in_language(kinds[ActivityKind(kind)][0], locale) for kind in kept.kinds)),
        ", ".join(sorted(in_language(ways[Denomination(each)][0], locale) for each in kept.denominations)),
        str(kept.capacity),
        in_language(words.STATUSES[kept.status][0], locale),
        kept.since,
        "; ".join(_admitted(kept, names, locale)),
    ]


def _spoken(code: str, kept: Kept, locale: str) -> str:
    name = language_name(code, locale)
    return f"{name} ({in_language(A_LITTLE, locale)})" if code in kept.little_languages else name


def _admitted(kept: Kept, names: Mapping[UUID, str], locale: str) -> list[str]:
    until = "t/m" if locale == "nl" else "until"
    return [
        f"{names[where]} ({until} {day:%d-%m-%Y})" if day else names[where]
        for where, day in kept.admissions.items()
        if where in names
    ]


def as_csv(rows: Iterable[Sequence[str | date]]) -> bytes:
    """As Dutch spreadsheets open it with a double click: with a mark that says it is UTF-8, and semicolons."""
    lines = (sheet_row(f"{cell:%d-%m-%Y}" if isinstance(cell, date) else cell for cell in row) for row in rows)
    return b"\xef\xbb\xbf" + "".join(lines).encode()


def as_xlsx(rows: Sequence[Sequence[str | date]]) -> bytes:
    """The same as a workbook: days are days, and a text is never a formula."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Vrijwilligers")
    sheet.freeze_panes = "A2"
    for at in range(len(rows[0])):
        sheet.column_dimensions[chr(65 + at) if at < 26 else f"A{chr(39 + at)}"].width = _WIDE
    for number, row in enumerate(rows):
        cells = [WriteOnlyCell(sheet, _stored(cell)) for cell in row]
        for cell, value in zip(cells, row, strict=True):
            if isinstance(value, date):
                cell.number_format = "dd-mm-yyyy"
            elif value:
                cell.data_type = "s"
            if number == 0:
                cell.font = Font(bold=True)
        sheet.append(cells)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _stored(cell: str | date) -> str | datetime | None:
    return datetime.combine(cell, time()) if isinstance(cell, date) else as_text(cell) or None
