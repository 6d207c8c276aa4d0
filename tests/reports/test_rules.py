"""Quarters, periods, words and sheets: without a database."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from hypothesis import given
from hypothesis import strategies as st

from vrijplaats.core.errors import DomainError, InvalidInput
from vrijplaats.reports import rules
from vrijplaats.reports.canonical import Frozen, canonical_bytes, freeze, is_genuine, public_key
from vrijplaats.reports.definitions import DEFINITIONS, IN_THE_OVERVIEW, IN_THE_REGISTER
from vrijplaats.reports.errors import CannotProtect, PeriodOpen
from vrijplaats.reports.quarters import Quarter, is_whole, quarter_of, quarters, title
from vrijplaats.reports.rules import Cell
from vrijplaats.reports.sheets import csv_of
from vrijplaats.settings import ROOT

TODAY = date(2026, 11, 23)
KEY = bytes(range(32))
THIRD = Quarter(2026, 3)


def a_cell(
    name: str = "Surant",
    *,
    quarter: Quarter = THIRD,
    visits: int = 512,
    minutes: int = 38415,
    people: int = 5,
) -> Cell:
    return Cell(
        organisation_id=UUID(int=sum(name.encode())),
        organisation=name,
        quarter=quarter,
        visits=visits,
        minutes=minutes,
        detainees=people,
    )


@given(st.dates())
def test_every_day_is_in_one_quarter_of_whole_months(day: date) -> None:
    quarter = quarter_of(day)
    assert quarter.start <= day <= quarter.end
    assert (quarter.start.day, quarter.start.month % 3, quarter.end.month) == (1, 1, quarter.start.month + 2)
    assert is_whole(quarter.start, quarter.end)


def test_quarters_of_a_period_are_all_of_them() -> None:
    found = [str(quarter) for quarter in quarters(date(2025, 10, 1), date(2026, 6, 30))]
    assert found == ["2025-Q4", "2026-Q1", "2026-Q2"]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 10, 1), date(2026, 12, 31)),
        (date(2026, 10, 1), date(2026, 11, 23)),
        (date(2026, 7, 1), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 3, 31)),
        (date(2026, 7, 1), date(9999, 12, 31)),
    ],
)
def test_a_quarter_that_is_not_over_is_open(start: date, end: date) -> None:
    with pytest.raises(PeriodOpen):
        rules.check_period(start, end, TODAY)


def test_an_open_quarter_says_until_when() -> None:
    with pytest.raises(PeriodOpen) as problem:
        rules.check_period(date(2026, 10, 1), date(2026, 12, 31), TODAY)
    assert problem.value.message("nl") == "Dit kwartaal loopt nog tot 31 december 2026."
    assert problem.value.message("en") == "This quarter runs until 31 December 2026."


def test_a_quarter_is_over_on_the_first_day_of_the_next() -> None:
    with pytest.raises(PeriodOpen):
        rules.check_period(date(2026, 7, 1), date(2026, 9, 30), date(2026, 9, 30))
    rules.check_period(date(2026, 7, 1), date(2026, 9, 30), date(2026, 10, 1))


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        (date(2026, 7, 2), date(2026, 9, 30), "periodStart"),
        (date(2026, 7, 1), date(2026, 9, 29), "periodEnd"),
        (date(2026, 7, 1), date(2026, 6, 30), "periodEnd"),
        (date(1, 1, 1), date(2026, 9, 30), "periodStart"),
    ],
)
def test_a_period_is_whole_quarters(start: date, end: date, field: str) -> None:
    with pytest.raises(InvalidInput) as problem:
        rules.check_period(start, end, TODAY)
    assert problem.value.fields["field"] == field


def test_five_people_behind_every_cell_or_nothing() -> None:
    rules.check_protected([a_cell(people=5)])
    for cells in ([], [a_cell(people=4)], [a_cell(people=500), a_cell("Exodus", people=4)]):
        with pytest.raises(CannotProtect):
            rules.check_protected(cells)


@pytest.mark.parametrize(
    ("minutes", "hours"), [(0, "0.00"), (50, "0.83"), (1, "0.02"), (60, "1.00"), (38415, "640.25")]
)
def test_hours_are_minutes_in_two_decimals(minutes: int, hours: str) -> None:
    assert rules.hours(minutes) == Decimal(hours)


def test_headline_and_reading_example_are_computed() -> None:
    cells = [
        a_cell("Humanitas", quarter=Quarter(2026, 2), visits=9000),
        a_cell("Exodus", visits=400),
        a_cell("Surant", visits=1512),
    ]
    assert rules.headline(cells)["nl"] == (
        "Vrijwilligers van 3 organisaties gingen 10.912 keer op bezoek bij iemand in detentie."
    )
    assert (
        rules.headline(cells[:1])["en"] == "Volunteers of one organisation went 9,000 times to visit someone in prison."
    )
    assert rules.reading_example(cells)["nl"] == (
        "Zo lees je dit: in het derde kwartaal van 2026 gingen vrijwilligers van Surant 1.512 keer op bezoek, "
        "samen 640,25 uur."
    )


@pytest.mark.parametrize(
    ("start", "end", "nl"),
    [
        (date(2026, 7, 1), date(2026, 9, 30), "Derde kwartaal 2026"),
        (date(2025, 1, 1), date(2025, 12, 31), "Het jaar 2025"),
        (
            date(2025, 10, 1),
            date(2026, 3, 31),
            "Van het vierde kwartaal van 2025 tot en met het eerste kwartaal van 2026",
        ),
    ],
)
def test_titles(start: date, end: date, nl: str) -> None:
    assert title(start, end)["nl"] == nl


def test_the_same_content_has_one_form() -> None:
    assert canonical_bytes({"b": 1, "a": "é"}) == canonical_bytes({"a": "é", "b": 1}) == '{"a":"é","b":1}'.encode()


def test_a_changed_publication_is_not_genuine() -> None:
    frozen = freeze({"id": "1"}, KEY)
    key = load_pem_public_key(public_key(KEY))
    assert isinstance(key, Ed25519PublicKey)
    assert is_genuine(frozen, key)
    assert not is_genuine(Frozen(frozen.canonical + b" ", frozen.hash, frozen.signature), key)
    assert not is_genuine(Frozen(frozen.canonical, bytes(32), frozen.signature), key)
    assert not is_genuine(freeze({"id": "1"}, bytes(32)), key)


@pytest.mark.parametrize("name", ["=1+1", "+31", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1"])
def test_no_cell_of_a_sheet_is_a_formula(name: str) -> None:
    sheet = csv_of(orjson.dumps({"tables": [rules.table([a_cell(name)])]})).decode()
    assert f"'{name.strip()}" in sheet or f"'{name}" in sheet
    first = sheet.split("\r\n", 1)[1].lstrip('"')
    assert first.startswith("'")


def test_a_sheet_opens_in_a_dutch_spreadsheet() -> None:
    sheet = csv_of(orjson.dumps({"tables": [rules.table([a_cell('Één; "twee"')])]}))
    assert not sheet.startswith(b"\xef\xbb\xbf")
    assert sheet.decode() == 'organisatie;kwartaal;bezoeken;uren\r\n"Één; ""twee""";2026-Q3;512;640,25\r\n'


def test_every_definition_has_its_page_with_the_same_text() -> None:
    folder = ROOT / "docs" / "definitions"
    for definition in DEFINITIONS + IN_THE_REGISTER + IN_THE_OVERVIEW:
        page = (folder / f"{definition.key}.md").read_text(encoding="utf-8")
        told = " ".join(page.replace("\n> ", " ").split())
        assert page.startswith(f"# {definition.key}, version {definition.version}: {definition.name['nl']} / ")
        assert definition.text["nl"] in told
        assert definition.text["en"] in told
    pages = {path.stem for path in folder.glob("*.md")} - {"README"}
    assert pages == {definition.key for definition in DEFINITIONS + IN_THE_REGISTER + IN_THE_OVERVIEW}


def test_problems_speak_as_the_house_does() -> None:
    problem: DomainError = CannotProtect()
    assert problem.message("nl") == "Zo zou iemand te herkennen zijn. Neem een groter gebied."
