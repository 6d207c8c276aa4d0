"""Files as they come: in every encoding they are read, and what is no list gets a clear word and changes nothing."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calling import Browser
from tests.volunteers.desk import a_desk
from tests.volunteers.importing.files import HEADING, csv_of, importing, xlsx_of, zip_of
from tests.world import World
from vrijplaats.volunteers.importing import sheet
from vrijplaats.volunteers.importing.reading import FileRefused, read_sheet

ROWS = [("Naam", "Woonplaats"), ("Zoë de Wit", "’s-Gravenhage")]
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_every_encoding_and_delimiter_gives_the_same(encoding: str, delimiter: str) -> None:
    found = sheet.read(csv_of(ROWS, delimiter, encoding))
    assert (found["heading"], found["rows"]) == (list(ROWS[0]), [[2, list(ROWS[1])]])


MAC = ["Zoë", "René", "Müller", "Thérèse Brölmann", "François", "Nuñez", "Andrée D’Hondt", "RENÉE"]
WINDOWS = ["Zoë", "René", "Müller", "d’Hondt", "’s-Gravenhage", "Hašek", "Élise", "Çelik", "Noord–Zuid",
           "foto’s", "€ 12", "“Zoë”", "Anna…", "ŠKODA"]  # fmt: skip


@pytest.mark.parametrize("encoding", ["mac_roman", "cp1252"])
def test_an_old_mac_and_windows_are_told_apart(encoding: str) -> None:
    for name in MAC if encoding == "mac_roman" else WINDOWS:
        found = sheet.read(csv_of([("Naam", "Woonplaats"), (name, "Assen")], ";", encoding))
        assert found["rows"] == [[2, [name, "Assen"]]], name
    # as Excel on a Mac writes it
    old = csv_of([("Naam",), ("Zoë",), ("Óscar",)], ";", "mac_roman").replace(b"\r\n", b"\r")
    assert sheet.read(old)["rows"] == [[2, ["Zoë"]], [3, ["Óscar"]]]


def test_quotes_line_breaks_empty_rows_and_what_excel_says_first() -> None:
    text = 'sep=,\r\n\r\nNaam,"Woon""plaats"\r\n,\r\n"De Wit, Zoë","Den\nHaag"\r\n'
    found = sheet.read(text.encode())
    assert found["heading"] == ["Naam", 'Woon"plaats']
    assert found["rows"] == [[5, ["De Wit, Zoë", "Den Haag"]]]


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=("C", "Z")), max_size=12), min_size=2, max_size=6),
        min_size=2,
        max_size=8,
    )
)
def test_whatever_is_written_is_read_back(rows: list[list[str]]) -> None:
    heading = [f"kolom {number}" for number in range(6)]
    expected = [[number, _trimmed(row)] for number, row in enumerate(rows, 2) if _trimmed(row)]
    try:
        found = sheet.read(csv_of([heading, *[row + [""] * (6 - len(row)) for row in rows]]))
    except sheet.Refused as refused:
        found = {"rows": [] if refused.why == "NO_ROWS" else refused.why}
    assert found["rows"] == expected


def _trimmed(row: list[str]) -> list[str]:
    cells = [" ".join(cell.split()) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


@given(st.binary(max_size=600))
def test_no_bytes_are_a_surprise(content: bytes) -> None:
    for begin in (b"", b"PK\x03\x04", OLE, b"\xff\xfe"):
        found: object = None
        try:
            found = sheet.read(begin + content)["rows"]
        except sheet.Refused as refused:
            found = refused.why
        assert found


def _million() -> bytes:
    return b"Naam\r\n" + b"Els\r\n" * 1_000_000


def _bomb() -> bytes:
    return zip_of(xl__workbook_dot_xml=b"<workbook/>", xl__worksheets__sheet1_dot_xml=b"\x00" * 120_000_000)


def _broken() -> bytes:
    whole = xlsx_of(ROWS)
    return whole[: len(whole) // 2]


def _locked_zip() -> bytes:
    content = bytearray(xlsx_of(ROWS))
    for at in range(len(content) - 4):
        if content[at : at + 4] == b"PK\x01\x02":
            content[at + 8 : at + 10] = struct.pack("<H", 1)
    return bytes(content)


WRONG = {
    "0 bytes": (b"", "leeg"),
    "only a byte order mark": (b"\xef\xbb\xbf\r\n", "leeg"),
    "only a heading": (csv_of([HEADING]), "één regel"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(4000), "geen lijst"),
    "a program": (b"\x7fELF" + random.Random(2).randbytes(4000), "geen lijst"),
    "a million rows": (_million(), "te groot|te veel regels"),
    "ten thousand and one rows": (b"Naam\r\n" + b"Els\r\n" * 10_001, "te veel regels"),
    "too many columns": (csv_of([["Naam"] * 101, ["Els"] * 101]), "te veel kolommen"),
    "a very long cell": (csv_of([("Naam",), ("E" * 1_001,)]), "heel lange tekst"),
    "a quote that does not end": (b'Naam;Plaats\r\n"Els;Assen\r\n', "aanhalingsteken"),
    "a zip bomb": (_bomb(), "te groot"),
    "half a workbook": (_broken(), "beschadigd"),
    "a workbook without a sheet": (zip_of(xl__workbook_dot_xml=b"<workbook/>"), "beschadigd"),
    "with a password": (OLE + b"\x00" * 512 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 512, "wachtwoord"),
    "a locked zip": (_locked_zip(), "wachtwoord"),
    "xls": (OLE + b"\x00" * 1024, r"\.xls\b"),
    "xlsb": (zip_of(xl__workbook_dot_bin=b"x"), "xlsb"),
    "ods": (zip_of(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", content_dot_xml=b"<x/>"), "LibreOffice"),
    "numbers": (zip_of(Index__Document_dot_iwa=b"x"), "Numbers"),
    "docx": (zip_of(word__document_dot_xml=b"<x/>"), "geen lijst"),
}


@pytest.mark.parametrize("what", WRONG)
async def test_what_is_no_list_gets_a_clear_word(browser: Browser, world: World, what: str) -> None:
    content, said = WRONG[what]
    at = await importing(browser, await a_desk(world))
    assert re.search(said, await at.refused(content))
    assert await at.register() == []


async def test_six_megabytes_are_not_read_to_their_end(browser: Browser, world: World) -> None:
    at = await importing(browser, await a_desk(world))
    assert "te groot" in await at.refused(b"Naam\r\n" + b"x" * 6_000_000)


async def test_a_formula_an_error_and_cells_that_were_merged_are_said_where_they_stand(
    browser: Browser, world: World
) -> None:
    at = await importing(browser, await a_desk(world))
    rows = [("Naam", "Woonplaats", "Talen", "Anders"), ("=A1&B1", "Assen", "nl", "=1+1"), ("Bram", "Assen", "#N/A", ""),
            ("Cor", "Assen", "", ""), ("Dirk", "Assen", "", "")]  # fmt: skip
    checked = await at.check(xlsx_of(rows, merge="A4:B4"), "NAME,PLACE,LANGUAGES,")
    said = [(each["row"], each["column"], each["said"]) for each in checked["findings"]]
    merged = "deze cel is samengevoegd met andere: splits ze"
    assert said == [
        (2, 0, "hier staat een formule: zet er de waarde neer"),
        (3, 2, "in deze cel staat een fout van Excel"),
        (4, 0, merged),
        (4, 1, merged),
    ]


async def test_a_list_may_begin_anywhere_on_its_sheet(browser: Browser, world: World) -> None:
    at = await importing(browser, await a_desk(world))
    rows = [("Naam", "Woonplaats", "Talen"), ("Els", "Assen", "=1+1"), ("#N/A", "Assen", ""), ("Cor", "Assen", "")]
    content = xlsx_of(rows, merge="C6:D6", at=(3, 3))
    assert await at.guess(content) == "NAME,PLACE,LANGUAGES"
    checked = await at.check(content, "NAME,PLACE,LANGUAGES")
    said = [(each["row"], each["column"], each["said"].partition(":")[0]) for each in checked["findings"]]
    merged = "deze cel is samengevoegd met andere"
    assert said == [
        (4, 2, "hier staat een formule"),
        (5, 0, "in deze cel staat een fout van Excel"),
        (6, 0, merged),
        (6, 1, merged),
    ]


async def test_what_uses_up_its_processor_is_called_slow_and_not_large(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slow = tmp_path / "slow.py"
    slow.write_text(f"""
import sys
sys.path.insert(0, {str(Path(sheet.__file__).parent)!r})
import sheet
def never(content):
    while True:
        pass
sheet.SECONDS, sheet.read = 1, never
sheet.main()
""")
    monkeypatch.setattr("vrijplaats.volunteers.importing.reading._READER", slow)
    with pytest.raises(FileRefused) as refused:
        await read_sheet(csv_of(ROWS))
    assert refused.value.why == "TOO_SLOW"


async def test_a_file_that_takes_too_long_is_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vrijplaats.volunteers.importing.reading.PATIENCE", 0.001)
    with pytest.raises(FileRefused) as refused:
        await read_sheet(csv_of(ROWS))
    assert refused.value.why == "TOO_SLOW"


async def test_only_the_first_sheet_that_is_seen_is_read_and_that_is_said(browser: Browser, world: World) -> None:
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None
    first.title, first.sheet_state = "Verborgen", "hidden"
    for title in ("Vrijwilligers 2026", "Oud & nieuw"):
        page = book.create_sheet(title)
        page.append(["Naam"])
        page.append([f"Iemand van {title[:3]}"])
    content = io.BytesIO()
    book.save(content)
    looked = await (await importing(browser, await a_desk(world))).look(content.getvalue())
    assert (looked["sheet"], looked["others"]) == ("Vrijwilligers 2026", ["Oud & nieuw"])
    assert looked["columns"][0]["samples"] == ["Iemand van Vri"]
    assert zipfile.is_zipfile(io.BytesIO(content.getvalue()))
