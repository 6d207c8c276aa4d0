"""Spreadsheets as organisations have them, made here: CSV in many shapes, and real workbooks."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import httpx
from openpyxl import Workbook

from tests.calling import Browser
from tests.volunteers.desk import Desk
from vrijplaats.core.actor import Actor

HEADING = ("Naam", "E-mail", "Telefoon", "Woonplaats", "Talen", "Inzet", "Inrichting", "Toegelaten tot", "Status",
           "Status sinds", "Aantal", "Geslacht", "VOG")  # fmt: skip
COLUMNS = ("NAME,EMAIL,PHONE,PLACE,LANGUAGES,KINDS,FACILITIES,ADMITTED_UNTIL,STATUS,SINCE,CAPACITY,GENDER,"
           "PAPER:VOG")  # fmt: skip
SOFIE = ("Sofie de Wit", "sofie@example.org", "06 12345678", "Assen", "Nederlands, Papiaments", "Een-op-een; cursus",
         "PI Veenhuizen", "31-12-2027", "Actief", "1-9-2025", "2", "v", "15-03-2025")  # fmt: skip
BRAM = ("Bram Bos", "bram@example.org", "0592-123456", "Hengelo (Gelderland)", "nl", "spreekuur", "", "",
        "in opleiding",        "", "", "", "")  # fmt: skip

# as a spreadsheet keeps them
SEPTEMBER, MARCH = date(2025, 9, 1), date(2025, 3, 15)


def many_people(number: int, prison: str = "Veenhuizen") -> Iterator[tuple[Any, ...]]:
    """So many different people, each with everything that can be in a row."""
    for each in range(number):
        name = "".join(chr(97 + int(digit)) for digit in str(each)).capitalize()
        yield (f"{name} Jansen", f"nr{each}@example.org", f"06{10_000_000 + each}", "Assen", "Nederlands, Engels",
               "Een-op-een", prison, "31-12-2027", "Actief", SEPTEMBER, 2, "m", MARCH)  # fmt: skip


def csv_of(rows: Sequence[Sequence[str]], delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding)


def xlsx_of(rows: Sequence[Sequence[Any]], merge: str | None = None, at: tuple[int, int] = (1, 1)) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for number, row in enumerate(rows, at[0]):
        for column, value in enumerate(row, at[1]):
            sheet.cell(number, column, value)
    if merge:
        sheet.merge_cells(merge)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def zip_of(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name.replace("__", "/").replace("_dot_", "."), part)
    return content.getvalue()


@dataclass(slots=True)
class Importing:
    """A coordinator's browser at the import."""

    browser: Browser
    desk: Desk

    async def post(
        self, step: str, content: bytes, headers: dict[str, str] | None = None, **query: str
    ) -> httpx.Response:
        sent = {"X-Vrijplaats": "1", "Content-Type": "application/octet-stream"} if headers is None else headers
        path = f"/register/import/{step}"
        return await self.browser.http.post(path, content=content, headers=sent, params=query)

    async def look(self, content: bytes) -> dict[str, Any]:
        answer = await self.post("look", content)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def guess(self, content: bytes) -> str:
        return ",".join(column["guess"] or "" for column in (await self.look(content))["columns"])

    async def check(self, content: bytes, columns: str = COLUMNS) -> dict[str, Any]:
        return last(await self.post("check", content, columns=columns))

    async def carry_out(self, content: bytes, columns: str = COLUMNS, agreed: str | None = None) -> dict[str, Any]:
        checked = agreed or (await self.check(content, columns))["agreed"]
        return last(await self.post("carry-out", content, columns=columns, agreed=checked))

    async def refused(self, content: bytes) -> str:
        answer = await self.post("look", content)
        assert answer.status_code in (413, 422), answer.text
        error = answer.json()["errors"][0]
        assert error["extensions"]["code"] == "FILE_REFUSED"
        said: str = error["message"]
        return said

    async def export(self, kind: str) -> httpx.Response:
        return await self.browser.http.get(f"/register/export.{kind}", headers={"X-Vrijplaats": "1"})

    async def register(self) -> list[dict[str, Any]]:
        sql = """select p.display_name, v.*, i.email, i.phone from volunteer v
            join person p on p.id = v.person_id left join imported_contact i on i.volunteer_id = v.id
            where v.organisation_id = $1 order by p.display_name"""
        return await self.desk.world.rows(sql, self.desk.organisation)


def lines(answer: httpx.Response) -> list[dict[str, Any]]:
    assert answer.status_code == 200, answer.text
    return [json.loads(line) for line in answer.text.splitlines()]


def last(answer: httpx.Response) -> dict[str, Any]:
    return lines(answer)[-1]


async def importing(browser: Browser, desk: Desk, actor: Actor | None = None) -> Importing:
    await browser.sign_in(actor or desk.anja)
    return Importing(browser, desk)
