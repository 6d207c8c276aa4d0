"""What an address, a number and a name have to be; what people paste is understood where it can be."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from vrijplaats.accounts.contact import address_hash, display_name, email_address, phone_for_people, phone_number
from vrijplaats.core.errors import InvalidInput


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" els@example.org ", "els@example.org"),
        ("Els Bakker <els@example.org>", "els@example.org"),
        ("Els@EXAMPLE.org", "Els@example.org"),
        ("els@bücher.example.com", "els@xn--bcher-kva.example.com"),
    ],
)
def test_an_address_is_understood(typed: str, kept: str) -> None:
    assert email_address(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "els", "els@", "@x.nl", "a b@x.nl", "els@example.org\nBcc: x@y.nl", "é@x.nl", "x" * 300]
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput):
        email_address(typed)


@given(typed=some.text())
def test_any_text_is_an_address_or_a_clear_answer(typed: str) -> None:
    answer = ""
    with suppress(InvalidInput):
        answer = email_address(typed)
    assert answer.isascii() and len(answer) <= 254


def test_capitals_do_not_make_another_address() -> None:
    assert address_hash("Els@example.org") == address_hash("els@EXAMPLE.org")


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("06 12345678", "+31612345678", "06 12345678"),
        ("0592-123456", "+31592123456", "0592 123 456"),
        ("+32 470 12 34 56", "+32470123456", "+32 470 12 34 56"),
    ],
)
def test_a_number_is_understood(typed: str, kept: str, shown: str) -> None:
    assert phone_number(typed) == kept
    assert phone_for_people(kept) == shown


@pytest.mark.parametrize("typed", ["", "bel me", "112233", "06 1234567", "06 12345678 ext. 12", "9" * 200])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput):
        phone_number(typed)


def test_a_name_is_one_line() -> None:
    assert display_name("  Els \n Bakker ") == "Els Bakker"


@pytest.mark.parametrize("typed", ["", "   ", "x" * 121, "123", "Els\u202eBakker", "Els\x00"])
def test_what_is_no_name_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput):
        display_name(typed)


@pytest.mark.parametrize("typed", ["Zie https://elders.nl/klik", "Els <els@elders.nl>", "WWW.elders.nl", "<b>Els</b>"])
def test_a_name_carries_no_link_into_a_letter_of_ours(typed: str) -> None:
    with pytest.raises(InvalidInput):
        display_name(typed)


@pytest.mark.parametrize(
    "typed", ["Dr. Els O'Brien-Bakker", "Stichting Jeugd & Detentie (Noord) / Awww.", "Ng\u0169g\u0129"]
)
def test_names_as_people_have_them_are_kept(typed: str) -> None:
    assert display_name(typed) == typed
