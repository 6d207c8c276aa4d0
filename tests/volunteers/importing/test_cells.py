"""A cell as what it says."""

from __future__ import annotations

from datetime import date

import pytest

from vrijplaats.accounts import contact
from vrijplaats.core.errors import InvalidInput
from vrijplaats.volunteers.importing import cells
from vrijplaats.volunteers.importing.cells import Wrong
from vrijplaats.volunteers.importing.reading import Cell
from vrijplaats.volunteers.importing.spoken import A_LITTLE, languages
from vrijplaats.volunteers.languages import language_name

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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nederlands, Papiaments", {"nl": None, "pap": None}),
        ("Arabisch (een beetje), Engels", {"ar": True, "en": None}),
        ("Engels - beetje/Frans", {"en": True, "fr": None}),
        ("Engels: basis; Frans matig; Duits A2; Turks-a1", {"en": True, "fr": True, "de": True, "tr": True}),
        ("een beetje Engels en Duits (goed)", {"en": True, "de": False}),
        ("Nederlands en een beetje Servo-Kroatisch", {"nl": None, "sh": True}),
        ("Portugees (Brazilië) (een beetje), nl (vloeiend)", {"pt-BR": True, "nl": False}),
        ("Portugees (Brazilië), English (a little), some French", {"pt-BR": None, "en": True, "fr": True}),
        ("EN (A2), fr (C1), Engels", {"en": True, "fr": False}),
    ],
)
def test_how_well_a_language_is_spoken_stands_beside_it(text: str, said: dict[str, bool | None]) -> None:
    assert languages(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Engels (redelijk)", "hoe goed is “redelijk”? Schrijf (een beetje) achter de taal, of niets"),
        ("Nederlands, Engels - 7", "hoe goed is “7”? Schrijf (een beetje) achter de taal, of niets"),
        ("Klingons (een beetje)", "de taal “Klingons (een beetje)” kennen we niet"),
        ("een beetje", "de taal “een beetje” kennen we niet"),
        ("is goed", "de taal “is goed” kennen we niet"),
        ("een beetje Frans en Duits", "hoort “een beetje” bij elke taal? Zet het achter elk van ze"),
        ("Engels (goed), English (a little)", "een taal staat er twee keer: kies hoe goed"),
    ],
)
def test_what_is_not_clear_about_a_language_is_asked(text: str, said: str) -> None:
    with pytest.raises(Wrong) as wrong:
        languages(text)
    assert wrong.value.words["nl"] == said


@pytest.mark.parametrize("locale", ["nl", "en"])
@pytest.mark.parametrize("code", ["nl", "pap", "pt-BR", "zgh", "ckb", "ary", "zh-Hant"])
def test_a_language_comes_back_from_an_export_as_it_was(code: str, locale: str) -> None:
    name = language_name(code, locale)
    assert languages(name) == {code: None}
    assert languages(f"{name} ({A_LITTLE[locale]})") == {code: True}
