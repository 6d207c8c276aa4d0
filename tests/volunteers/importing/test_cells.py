"""A cell as what it says."""

from __future__ import annotations

from datetime import date

import pytest

from vrijplaats.accounts import contact
from vrijplaats.core.errors import InvalidInput
from vrijplaats.volunteers.importing import cells
from vrijplaats.volunteers.importing.cells import Wrong
from vrijplaats.volunteers.importing.reading import Cell

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "day"),
    [("1-3-25", date(2025, 3, 1)), ("01-03-2025", date(2025, 3, 1)), ("2025-03-01", date(2025, 3, 1)),
     ("1 mrt 98", date(1998, 3, 1)), ("31-12-27", date(2027, 12, 31))],
)  # fmt: skip
def test_a_day_as_it_is_written(text: str, day: date) -> None:
    assert cells.day(Cell(text), today=TODAY) == day


@pytest.mark.parametrize("text", ["0000-01-01", "0026-01-01", "01-01-0000", "1 jan 0025", "31-02-2025", "1-1-1"])
def test_a_year_in_four_digits_is_that_year(text: str) -> None:
    with pytest.raises(Wrong) as wrong:
        cells.day(Cell(text), today=TODAY)
    assert text in wrong.value.words["nl"]


@pytest.mark.parametrize("name", ["علی\u200cرضا احمدی", "ක්\u200dරිෂාන්", "Zoë de Wit"])
def test_a_name_is_as_its_own_script_writes_it(name: str) -> None:
    assert cells.name(name) == contact.display_name(name) == name


@pytest.mark.parametrize(
    "name", ["Zo\u200dë", "\u200cعلی", "علی\u200c", "علی\u200c\u200cرضا", "Els\u200b", "\u202eslE", "علی\u200c رضا"]
)
def test_a_sign_that_cannot_be_seen_is_in_no_name(name: str) -> None:
    with pytest.raises(InvalidInput):
        contact.display_name(name)
    with pytest.raises(Wrong):
        cells.name(name)
