"""A spreadsheet as rows of cells. Runs as a program of its own: the bytes come in, JSON goes out, and whatever a file
does to what reads it, it does to nothing else. It imports nothing of ours: it starts quickly and knows no secret."""

import csv
import io
import json
import re
import resource
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import Any

MOST_ROWS, MOST_COLUMNS, MOST_SIGNS = 10_000, 100, 1_000
MOST_UNPACKED = 100 * 1024 * 1024
MEMORY, SECONDS = 1024 * 1024 * 1024, 25
# rows without anything in them that a spreadsheet may name; one that names a million is not read to its end
MOST_EMPTY = 200_000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MERGED = re.compile(rb'<mergeCell [^>]*ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
# a text; or {"day"}, {"formula"}, {"error"}, {"merged"}
Cell = str | dict[str, Any]


class Refused(Exception):
    """This file is not read; for the first of these reasons, at this row if it is of one."""

    def __init__(self, why: str, row: int | None = None) -> None:
        super().__init__(why)
        self.why, self.row = why, row


def read(content: bytes) -> dict[str, Any]:
    """The heading and the rows below it, by the numbers that a spreadsheet shows; raises Refused."""
    if not content.strip(b"\x00\r\n\t \xef\xbb\xbf"):
        raise Refused("EMPTY")
    if content.startswith(_OLE):
        raise Refused("LOCKED" if "EncryptedPackage".encode("utf-16-le") in content else "OLD_EXCEL")
    name, others, rows = _book(content) if content.startswith(b"PK") else (None, [], _lines(content))
    return _table(rows) | {"sheet": name, "others": others}


def _table(rows: Iterator[tuple[int, list[Cell]]]) -> dict[str, Any]:
    filled = _filled(rows)
    at, heading = next(filled, (0, []))
    if not at:
        raise Refused("EMPTY")
    found: list[list[Any]] = []
    for number, cells in filled:
        if len(found) == MOST_ROWS:
            raise Refused("TOO_MANY_ROWS")
        found.append([number, cells])
    if not found:
        raise Refused("NO_ROWS")
    return {"heading": [cell if isinstance(cell, str) else "" for cell in heading], "at": at, "rows": found}


def _filled(rows: Iterator[tuple[int, list[Cell]]]) -> Iterator[tuple[int, list[Cell]]]:
    """Rows in which something stands, up to their last cell; each within bounds."""
    for number, cells in rows:
        while cells and cells[-1] == "":
            cells.pop()
        if cells:
            _check(number, cells)
            yield number, cells
        elif number > MOST_EMPTY:
            raise Refused("TOO_MANY_ROWS")


def _check(number: int, cells: list[Cell]) -> None:
    if len(cells) > MOST_COLUMNS:
        raise Refused("TOO_MANY_COLUMNS", number)
    if any(isinstance(cell, str) and len(cell) > MOST_SIGNS for cell in cells):
        raise Refused("LONG_CELL", number)


# CSV
def _lines(content: bytes) -> Iterator[tuple[int, list[Cell]]]:
    text = _text(content)
    begin = text[:200_000]
    delimiter = _said(begin) or _delimiter(begin)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, row in enumerate(rows, 1):
            if number == 1 and _said(begin):
                continue
            yield number, [" ".join(cell.split()) for cell in row]
    except csv.Error:
        raise Refused("QUOTES", number + 1) from None


def _text(content: bytes) -> str:
    encodings = ["utf-8-sig", "cp1252"]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\x00" in content[:4000]:
        # UTF-16 without its mark: every other byte is nothing
        halves = content[1:4000:2].count(0), content[0:4000:2].count(0)
        encodings = ["utf-16-le"] if halves[0] > halves[1] else ["utf-16-be"]
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            text = content.decode(encoding)
            if _CONTROL.search(text) or not any(sign.isalnum() for sign in text[:2000]):
                break
            return text
    raise Refused("NOT_A_SHEET")


def _said(begin: str) -> str | None:
    """What a first line "sep=;" says."""
    found = re.match(r'"?sep=(.)"?\r?\n', begin)
    return found[1] if found and found[1] in ";,\t|" else None


def _delimiter(begin: str) -> str:
    """What parts the first lines in most columns, and in as many each."""
    return max(";,\t|", key=lambda sign: _parts(begin, sign))


def _parts(begin: str, delimiter: str) -> tuple[int, int]:
    widths: list[int] = []
    with suppress(csv.Error):
        for row in csv.reader(io.StringIO(begin, newline=""), delimiter=delimiter):
            widths.append(len(row))
            if len(widths) == 20:
                break
    common = max(set(widths), key=widths.count, default=1)
    return (widths.count(common) if common > 1 else 0, common)


# XLSX
def _book(content: bytes) -> tuple[str, list[str], Iterator[tuple[int, list[Cell]]]]:
    _look_inside(content)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or list(book.worksheets)
    except MemoryError:
        raise
    except Exception:
        raise Refused("BROKEN") from None
    if not sheets:
        raise Refused("EMPTY")
    first = sheets[0]
    merged = _merged(content, first)
    first.reset_dimensions()
    return first.title, [sheet.title for sheet in sheets[1:]], _rows(first, merged)


def _look_inside(content: bytes) -> None:
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
        parts = packed.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise Refused("BROKEN") from None
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("LOCKED")
    if any(name.endswith(".iwa") for name in names):
        raise Refused("NUMBERS")
    if "mimetype" in names and "content.xml" in names:
        raise Refused("OPEN_DOCUMENT")
    if "xl/workbook.bin" in names:
        raise Refused("BINARY_EXCEL")
    if "xl/workbook.xml" not in names:
        raise Refused("NOT_A_SHEET")
    if len(parts) > 2_000 or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused("TOO_LARGE")


def _merged(content: bytes, sheet: Any) -> dict[int, set[int]]:
    """The cells that are part of a larger one, by row; as they stand at the end of a sheet's own file."""
    path = str(sheet._worksheet_path).lstrip("/")  # openpyxl says it nowhere else while it reads in one go
    found: dict[int, set[int]] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as packed, suppress(KeyError):
        text = packed.read(path)
        for left, top, right, bottom in _MERGED.findall(text[text.rfind(b"</sheetData>") :]):
            for row in range(int(top), min(int(bottom), int(top) + MOST_ROWS) + 1):
                found.setdefault(row, set()).update(range(_number(left), min(_number(right), MOST_COLUMNS) + 1))
    return found


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _rows(sheet: Any, merged: dict[int, set[int]]) -> Iterator[tuple[int, list[Cell]]]:
    number = 0
    try:
        for number, row in enumerate(sheet.iter_rows(), 1):
            if len(row) > MOST_COLUMNS and any(cell.value is not None for cell in row[MOST_COLUMNS:]):
                raise Refused("TOO_MANY_COLUMNS", number)
            cells = [_cell(cell) for cell in row[:MOST_COLUMNS]]
            for column in merged.get(number, ()):
                cells.extend([""] * (column + 1 - len(cells)))
                cells[column] = {"merged": True, "text": cells[column] if isinstance(cells[column], str) else ""}
            yield number, cells
    except (Refused, MemoryError):
        raise
    except Exception:
        raise Refused("BROKEN", number + 1) from None


def _cell(cell: Any) -> Cell:
    value, kind = cell.value, getattr(cell, "data_type", None)
    if value is None:
        return ""
    if kind == "f":
        return {"formula": True}
    if kind == "e":
        return {"error": str(value)[:20]}
    if isinstance(value, (datetime, date)):
        return {"day": value.isoformat()[:10]}
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return " ".join(str(value).split())


def main() -> None:
    """From standard input to standard output, within bounds that hold whatever is in the file."""
    bounds = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in bounds.items():
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
    try:
        answer = read(sys.stdin.buffer.read())
    except Refused as refused:
        answer = {"refused": refused.why, "row": refused.row}
    except MemoryError:
        answer = {"refused": "TOO_LARGE", "row": None}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
