"""Reading a spreadsheet in a program of its own, stopped when it takes too long. Nothing is written anywhere."""

import asyncio
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import orjson

from vrijplaats.core.errors import DomainError, Words
from vrijplaats.core.sheets import as_typed

MOST_BYTES = 5 * 1024 * 1024
PATIENCE = 30.0
_READER = Path(__file__).with_name("sheet.py")
# so many at once in this process: each may take a gigabyte
_ROOM = asyncio.Semaphore(2)
_WHY: dict[str, Words] = {
    "EMPTY": {"nl": "Dit bestand is leeg.", "en": "This file is empty."},
    "NO_ROWS": {
        "nl": "In dit bestand staat één regel. Zet daar de namen van de kolommen, en daaronder de mensen.",
        "en": "There is one row in this file. Put the names of the columns there, and the people below it.",
    },
    "LOCKED": {
        "nl": "Dit bestand heeft een wachtwoord. Haal dat eraf in je rekenprogramma en probeer het opnieuw.",
        "en": "This file has a password. Take it off in your spreadsheet program and try again.",
    },
    "OLD_EXCEL": {
        "nl": "Dit is een oud Excel-bestand (.xls). Bewaar het als .xlsx en probeer het opnieuw.",
        "en": "This is an old Excel file (.xls). Save it as .xlsx and try again.",
    },
    "BINARY_EXCEL": {
        "nl": "Dit is een binair Excel-bestand (.xlsb). Bewaar het als .xlsx en probeer het opnieuw.",
        "en": "This is a binary Excel file (.xlsb). Save it as .xlsx and try again.",
    },
    "OPEN_DOCUMENT": {
        "nl": "Dit is een bestand van LibreOffice (.ods). Bewaar het als .xlsx of CSV en probeer het opnieuw.",
        "en": "This is a LibreOffice file (.ods). Save it as .xlsx or CSV and try again.",
    },
    "NUMBERS": {
        "nl": "Dit is een bestand van Numbers. Kies daar Exporteer naar Excel of CSV, en probeer het opnieuw.",
        "en": "This is a Numbers file. Choose Export To Excel or CSV there, and try again.",
    },
    "NOT_A_SHEET": {
        "nl": "Dit is geen lijst die we kunnen lezen. Kies een Excel-bestand (.xlsx) of een CSV-bestand.",
        "en": "This is no list we can read. Choose an Excel file (.xlsx) or a CSV file.",
    },
    "BROKEN": {
        "nl": "Dit Excel-bestand is beschadigd. Open het in Excel, bewaar het opnieuw, en probeer het nog een keer.",
        "en": "This Excel file is damaged. Open it in Excel, save it again, and try once more.",
    },
    "TOO_LARGE": {
        "nl": "Dit bestand is te groot. Hooguit 5 MB, en hooguit 10.000 mensen.",
        "en": "This file is too large. At most 5 MB, and at most 10,000 people.",
    },
    "TOO_MANY_ROWS": {
        "nl": "In dit bestand staan te veel regels. Hooguit 10.000: deel het in stukken.",
        "en": "There are too many rows in this file. At most 10,000: cut it into parts.",
    },
    "TOO_MANY_COLUMNS": {
        "nl": "Regel {row} heeft te veel kolommen. Hooguit 100.",
        "en": "Row {row} has too many columns. At most 100.",
    },
    "LONG_CELL": {
        "nl": "Op regel {row} staat een heel lange tekst. Hooguit 1.000 tekens in een cel.",
        "en": "There is a very long text in row {row}. At most 1,000 characters in a cell.",
    },
    "QUOTES": {
        "nl": "Bij regel {row} klopt een aanhalingsteken niet. Bewaar het bestand opnieuw als CSV, of als .xlsx.",
        "en": "Near row {row} a quotation mark is not right. Save the file as CSV again, or as .xlsx.",
    },
    "TOO_SLOW": {
        "nl": "Dit bestand lezen duurt te lang. Bewaar het als CSV, of haal opmaak en lege bladen weg.",
        "en": "Reading this file takes too long. Save it as CSV, or take away formatting and empty sheets.",
    },
}


class FileRefused(DomainError):
    """This file is not read. Fields: why, one of the reasons above; row."""

    code = "FILE_REFUSED"
    texts = {"nl": "{words}", "en": "{words}"}
    as_data = False

    def __init__(self, why: str, row: int | None = None) -> None:
        words = {locale: text.format(row=row or "?") for locale, text in _WHY[why].items()}
        super().__init__(words=words)
        self.why = why


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: a text, or a day. `odd`: formula, error or merged, of which no value is taken."""

    text: str = ""
    day: date | None = None
    odd: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return not self.text and self.day is None and self.odd is None


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Row:
    """A row by the number that a spreadsheet shows."""

    number: int
    cells: tuple[Cell, ...]

    def at(self, column: int) -> Cell:
        """The cell of a column; rows may be shorter than their heading."""
        return self.cells[column] if column < len(self.cells) else EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A heading with rows below it. `name` and `others` of an Excel file: its first sheet, and those not read."""

    heading: tuple[str, ...]
    rows: tuple[Row, ...]
    name: str | None = None
    others: tuple[str, ...] = ()


async def read_sheet(content: bytes) -> Sheet:
    """A file as rows; raises FileRefused."""
    if len(content) > MOST_BYTES:
        raise FileRefused("TOO_LARGE")
    async with _ROOM:
        answer = await _answer(content)
    if "refused" in answer:
        raise FileRefused(answer["refused"], answer["row"])
    rows = tuple(Row(number, tuple(_cell(cell) for cell in cells)) for number, cells in answer["rows"])
    width = max(len(answer["heading"]), *(len(row.cells) for row in rows))
    heading = tuple(as_typed(text) for text in answer["heading"]) + ("",) * (width - len(answer["heading"]))
    return Sheet(heading=heading, rows=rows, name=answer["sheet"], others=tuple(answer["others"]))


async def _answer(content: bytes) -> dict[str, Any]:
    # -I: neither the environment nor the folder it is started in says anything to it
    reader = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", str(_READER)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={},
    )
    try:
        told, _ = await asyncio.wait_for(reader.communicate(content), PATIENCE)
    except TimeoutError:
        raise FileRefused("TOO_SLOW") from None
    finally:
        if reader.returncode is None:
            with suppress(ProcessLookupError):
                reader.kill()
            await reader.wait()
    if reader.returncode != 0:
        # it was stopped: by its own bounds, or by what is in the file
        raise FileRefused("TOO_SLOW" if reader.returncode == -24 else "TOO_LARGE")
    answer: dict[str, Any] = orjson.loads(told)
    return answer


def _cell(found: str | dict[str, Any]) -> Cell:
    if isinstance(found, str):
        return Cell(as_typed(found)) if found else EMPTY
    if "day" in found:
        return Cell(day=date.fromisoformat(found["day"]))
    return Cell(odd=next(iter(found)))
