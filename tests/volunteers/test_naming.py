"""What notes and messages are held against alike: what could be a name, and words about offences."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrijplaats.core.errors import InvalidInput
from vrijplaats.requests.views.rules import clean_name
from vrijplaats.volunteers.credentials.rules import issuer
from vrijplaats.volunteers.naming import possible_names
from vrijplaats.volunteers.offences import offence_word
from vrijplaats.volunteers.sealed.rules import emergency


@given(
    st.lists(st.sampled_from(["ravi", "de", "vries", "bakker", "gaat", "naar"]), max_size=8),
    st.sampled_from(
        [
            ("ravi", "de vries"),
            ("anne marie", "bakker"),
            ("anne marie sophie", "van der meer de vries"),
            ("nn", "12"),
        ]
    ),
    st.booleans(),
)
def test_a_name_is_found_wherever_it_stands(around: list[str], name: tuple[str, str], turned: bool) -> None:
    given_name, family = name
    written = f"{family} {given_name}" if turned else f"{given_name} {family}"
    half = len(around) // 2
    assert name in set(possible_names(" ".join([*around[:half], written, *around[half:]])))


@pytest.mark.parametrize("text", ["RÁVI\nde-Vries", "de Vries, Ravi", "“Ravi” (de Vries)", "ra\u200bvi de vries"])
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert ("ravi", "de vries") in set(possible_names(text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Praat niet over zijn Z\u00e9dendelict.", "Zédendelict"),
        ("Hij is veroordeeld", "veroordeeld"),
        ("na de veroordelingen", "veroordelingen"),
        ("een drugszaak", "drugszaak"),
        ("wegens moord", "moord"),
        ("Inbraken genoeg", "Inbraken"),
        ("zit tbs uit", "tbs"),
        ("his crimes", "crimes"),
        ("was sentenced", "sentenced"),
        ("ｍｏｏｒｄ", "ｍｏｏｒｄ"),
        ("gevangenisstraf van zes jaar", "gevangenisstraf"),
        ("Hij kreeg 8 jaar.", "kreeg 8 jaar"),
        ("levenslang", "levenslang"),
        ("een zedendelinquent", "zedendelinquent"),
        ("cocaïnesmokkel", "cocaïnesmokkel"),
        ("brandstichting en meer", "brandstichting"),
        ("om wapenbezit", "wapenbezit"),
        ("diefstal", "diefstal"),
    ],
)
def test_an_offence_or_a_sentence_is_found_and_given_back_as_it_was_written(text: str, word: str) -> None:
    assert offence_word(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "Het is een straffe wandeling",
        "We gaan naar de Crimeastraat",
        "De tbsk is dicht",
        "goed",
        "Kreeg vorig jaar een VOG.",
        "Kreeg 2 jaar geleden een pas",
        "kreeg drie maanden pauze",
        "Zij komt al 8 jaar",
        "Smoking mag",
        "Het licht op",
    ],
)
def test_other_words_are_let_through(text: str) -> None:
    assert offence_word(text) is None


@pytest.mark.parametrize("text", ["D&R-plan 2026", "BSN 111222333", "Strafzaak in mei", "zit voor moord"])
def test_no_short_line_carries_what_a_note_may_not(text: str) -> None:
    """The name of a view, who gave out a paper, whom to call: fields of a few words are screened like long ones."""
    fields: dict[str, Callable[[str], object]] = {
        "name": clean_name,
        "issuer": issuer,
        "relation": partial(emergency, "Maria", "0612345678"),
    }
    for field, cleaned in fields.items():
        with pytest.raises(InvalidInput) as refused:
            cleaned(text)
        assert refused.value.fields["field"] == field
    assert clean_name("Lang gewacht") and issuer("Justis") and emergency("Maria", "0612345678", "zus").relation == "zus"
