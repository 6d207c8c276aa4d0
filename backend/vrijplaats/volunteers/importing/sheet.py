"""A spreadsheet as rows of cells. Runs as a program of its own: the bytes come in, JSON goes out, and whatever a file
does to what reads it, it does to nothing else. It imports nothing of ours: it starts quickly and knows no secret."""

import csv
import io
import json
import re
import resource
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from html import unescape
from typing import Any

MOST_ROWS, MOST_COLUMNS, MOST_SIGNS = 10_000, 100, 1_000
MOST_UNPACKED, MOST_PARTS = 100 * 1024 * 1024, 2_000
MEMORY, SECONDS = 1024 * 1024 * 1024, 25
# rows without anything in them that a spreadsheet may name; one that names a million is not read to its end
MOST_EMPTY = 200_000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FORMULA = re.compile(rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f[ />]")
_ERROR = re.compile(rb"<(?:\w+:)?c\b([^>]*\bt=\"e\"[^>]*)>")
_ATTRIBUTE = re.compile(r"(?:\w+:)?(\w+)=\"([^\"]*)\"")
_AT = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# by their numbers, because some look alike: where a quotation opens, closes, what joins, and what stands anywhere
_OPENING, _CLOSING = (
    "\u2018\u201c\u201e\u201a\u00ab\u2039\u00bf\u00a1",
    "\u201d\u00bb\u203a\u2026\u2122\u00ae\u00a9\u00b0\u00ba\u00aa",
)
_DASHES, _ANYWHERE = "\u2013\u2014", "\u2019\u00b4\u00b7\u00a0"
# a text, or one of: day, formula, error, merged
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
    encodings = ["utf-8-sig", *_of_one_byte(content)]
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


def _of_one_byte(content: bytes) -> list[str]:
    """Windows or an old Mac: the one in which fewer signs stand where no writing has them."""
    begin = content[:1_000_000]
    if begin.isascii():
        return ["cp1252", "mac_roman"]
    # only an old Mac ends its lines so
    lead = 1 if b"\r" in begin and b"\n" not in begin else 0
    windows, mac = (_unlikely(begin.decode(name, "replace")) for name in ("cp1252", "mac_roman"))
    return ["mac_roman"] if mac < windows + lead else ["cp1252", "mac_roman"]


def _unlikely(text: str) -> int:
    """How many signs stand where they are hardly ever: a capital in a word, a quotation mark at its end."""
    padded = f" {text} "
    return sum(_is_unlikely(*padded[at.start() - 1 : at.end() + 1]) for at in _NOT_ASCII.finditer(padded))


def _is_unlikely(before: str, sign: str, after: str) -> bool:
    if sign.isalpha() and sign not in "\u0192\u02c6":
        return sign.isupper() and before.isalpha() and (before.islower() or after.islower())
    if sign in _OPENING:
        return before.isalnum()
    if sign in _DASHES:
        return before.isalpha() and after.islower()
    return sign not in _ANYWHERE and (after.isalpha() or (before.isalpha() and sign not in _CLOSING))


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
    parts = _look_inside(content)
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        known = book.sheets_metadata
        seen = [each.name for each in known if each.visible is SheetVisibleEnum.Visible] or [
            each.name for each in known
        ]
        first = book.get_sheet_by_name(seen[0])
    except (CalamineError, IndexError, ValueError):
        raise Refused("BROKEN") from None
    odd = _odd(_part_of(parts, seen[0]))
    for (top, left), (bottom, right) in first.merged_cell_ranges or ():
        for row in range(top, min(bottom, top + MOST_ROWS) + 1):
            there = odd.setdefault(row + 1, {})
            for column in range(left, min(right, left + MOST_COLUMNS) + 1):
                there[column] = {"merged": True}
    return seen[0], seen[1:], _rows(first, odd)


def _look_inside(content: bytes) -> zipfile.ZipFile:
    try:
        packed = zipfile.ZipFile(io.BytesIO(content))
        parts = packed.infolist()
    # the second is how zipfile says that it does not know a way of packing
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise Refused("BROKEN") from None
    names = {part.filename for part in parts}
    kinds = {
        "LOCKED": any(part.flag_bits & 1 for part in parts),
        "NUMBERS": any(name.endswith(".iwa") for name in names),
        "OPEN_DOCUMENT": names >= {"mimetype", "content.xml"},
        "BINARY_EXCEL": "xl/workbook.bin" in names,
        "NOT_A_SHEET": "xl/workbook.xml" not in names,
        "TOO_LARGE": len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED,
    }
    for why, holds in kinds.items():
        if holds:
            raise Refused(why)
    return packed


def _part_of(packed: zipfile.ZipFile, name: str) -> bytes:
    """The sheet's own file, in which stands what the reader does not tell: that a cell is a formula or an error."""
    try:
        key = next(found["id"] for found in _tags(packed, "xl/workbook.xml", "sheet") if found.get("name") == name)
        relations = _tags(packed, "xl/_rels/workbook.xml.rels", "Relationship")
        target = next(found["Target"] for found in relations if found.get("Id") == key)
        return packed.read(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
    except (KeyError, StopIteration, UnicodeDecodeError, zipfile.BadZipFile, zlib.error):
        raise Refused("BROKEN") from None


def _tags(packed: zipfile.ZipFile, path: str, called: str) -> list[dict[str, str]]:
    """The attributes of each such element, without their prefixes."""
    found = re.findall(rf"<(?:\w+:)?{called}\s([^>]*)>", packed.read(path).decode())
    return [{name: unescape(value) for name, value in _ATTRIBUTE.findall(each)} for each in found]


def _odd(part: bytes) -> dict[int, dict[int, Cell]]:
    """Cells of which no value is taken, by row and column."""
    found: dict[int, dict[int, Cell]] = {}
    for pattern, what in ((_FORMULA, "formula"), (_ERROR, "error")):
        for attributes in pattern.findall(part):
            if at := _AT.search(attributes):
                found.setdefault(int(at[2]), {})[_number(at[1])] = {what: True}
    return found


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _rows(sheet: Any, odd: dict[int, dict[int, Cell]]) -> Iterator[tuple[int, list[Cell]]]:
    # rows come with the empty ones before them, columns do not
    left = sheet.start[1] if sheet.start else 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = [_cell(value) for value in row]
        for column, cell in odd.get(number, {}).items():
            if column < left:
                continue
            cells.extend([""] * (column - left + 1 - len(cells)))
            cells[column - left] = cell
        yield number, cells


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, date):
        return {"day": value.isoformat()[:10]}
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def main() -> None:
    """From standard input to standard output, within bounds that hold whatever is in the file."""
    # of the processor a second more before it is killed, so that what started it hears which bound it was
    bounds = {
        resource.RLIMIT_AS: (MEMORY, MEMORY),
        resource.RLIMIT_CPU: (SECONDS, SECONDS + 1),
        resource.RLIMIT_FSIZE: (0, 0),
        resource.RLIMIT_CORE: (0, 0),
    }
    for what, most in bounds.items():
        with suppress(ValueError, OSError):
            resource.setrlimit(what, most)
    try:
        answer = read(sys.stdin.buffer.read())
    except Refused as refused:
        answer = {"refused": refused.why, "row": refused.row}
    except MemoryError:
        answer = {"refused": "TOO_LARGE", "row": None}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
