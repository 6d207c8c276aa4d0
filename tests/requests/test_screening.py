"""Promise 1: a text that names a plan or carries a citizen number is turned back, and ordinary sentences are not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrijplaats.volunteers.screening import carries_citizen_number, passes_eleven_test, plan_reference

NAMES_A_PLAN = {
    "Staat in het D&R-plan": "D&R-plan",
    "D&R": "D&R",
    "volgens zijn d & r plan": "d & r plan",
    "D en R-plan": "D en R-plan",
    "DenR-plan": "DenR-plan",
    "D. & R.-plan": "D. & R.-plan",
    "D+R-plan": "D+R-plan",
    "D&amp;R plan": "D&amp;R plan",
    "DR-plan": "DR-plan",
    "d/r-plan": "d/r-plan",
    "D＆R－ｐｌａｎ": "D＆R－ｐｌａｎ",
    "D\u200b&\u200dR-plan": "D\u200b&\u200dR-plan",
    "zijn рlаn": "zijn рlаn",
    "detentie- en re-integratieplan": "re-integratieplan",
    "reïntegratie": "reïntegratie",
    "re\u00adintegratie": "re\u00adintegratie",
    "werkt aan het re-integratiedoel": "re-integratiedoel",
    "Reintegratietraject": "Reintegratietraject",
    "reintegration goal": "reintegration goal",
    "detentieplan": "detentieplan",
    "behandelplan": "behandelplan",
    "reclasseringsplan": "reclasseringsplan",
    "het plan van de casemanager": "het plan",
    "plan van aanpak": "plan van aanpak",
    "staat in een plan": "in een plan",
    "her plan": "her plan",
}
ORDINARY = [
    "Liefst in de middag.",
    "Hij is van plan dinsdag te komen.",
    "Als zij dat van plan is, hoor je het.",
    "We plannen het bezoek graag ruim van tevoren.",
    "Gaat het plannen lukken?",
    "Zijn planning is vol.",
    "Graag mevrouw Kaplan.",
    "Dr. Jansen komt ook.",
    "Het plan is om samen te dammen.",
    "Mijn plan was dat zijn zus ook komt.",
    "Bed en rust. Kind en ruimte.",
    "Zijn planten op de gang.",
    "Spreekt rad en duidelijk.",
    "Houdt van integere mensen.",
    "",
]
NO_CITIZEN_NUMBER = [
    "Bel 0612345678",
    "Bel 06-12345678 of 06 12 34 56 78",
    "+31 6 12345678",
    "0031612345678",
    "058-2123456",
    "Op 24-11-2026 om 14.00 uur",
    "2026-11-24",
    "Tussen 13.00 - 14.30 uur",
    "000000000",
    "00000000",
    "123456789",
    "1234567820",
    "Afdeling 3, cel 12",
]


@pytest.mark.parametrize(("text", "word"), NAMES_A_PLAN.items())
def test_a_text_that_names_a_plan_gives_the_words_as_they_were_written(text: str, word: str) -> None:
    assert plan_reference(text) == word


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_sentence_names_no_plan(text: str) -> None:
    assert plan_reference(text) is None


@given(before=st.text(max_size=40), after=st.text(max_size=40))
def test_a_plan_is_found_in_any_surroundings(before: str, after: str) -> None:
    assert plan_reference(f"{before} D&R-plan {after}") is not None


@given(st.text(max_size=280))
def test_what_is_pointed_at_is_in_the_text(text: str) -> None:
    word = plan_reference(text)
    assert word is None or (word and word in text)


def _check(digits: str) -> int:
    return sum(weight * int(digit) for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True)) % 11


def _completed(eight: str) -> str:
    """With the last digit that makes it pass; the one in eleven for which there is none gets another first digit."""
    last = (_check(eight + "0")) % 11
    return f"{eight}{last}" if last < 10 else _completed(f"{int(eight[0]) % 9 + 1}{eight[1:]}")


citizen_numbers = st.integers(1_000_000, 99_999_999).map(lambda n: _completed(f"{n:08d}"))
separators = st.sampled_from(["", "", "", " ", ".", "-", " - ", "\u00a0", "–", "\u200b"])


@given(number=citizen_numbers, between=st.lists(separators, min_size=8, max_size=8))
def test_a_citizen_number_is_found_however_it_is_written(number: str, between: list[str]) -> None:
    written = "".join(digit + gap for digit, gap in zip(number, [*between, ""], strict=True))
    assert carries_citizen_number(f"Zijn nummer is {written}.")


@given(number=citizen_numbers)
def test_a_citizen_number_without_its_first_zero_is_found(number: str) -> None:
    assert carries_citizen_number(number.lstrip("0") if number[0] == "0" and number[1] != "0" else number)


@given(number=citizen_numbers)
def test_digits_of_other_scripts_are_digits(number: str) -> None:
    assert carries_citizen_number(number.translate({48 + n: 0xFF10 + n for n in range(10)}))
    assert carries_citizen_number(number.translate({48 + n: 0x0660 + n for n in range(10)}))


@given(number=citizen_numbers, place=st.integers(0, 8), step=st.integers(1, 9))
def test_one_other_digit_makes_it_no_citizen_number(number: str, place: int, step: int) -> None:
    other = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    assert not passes_eleven_test(other)


@pytest.mark.parametrize("text", NO_CITIZEN_NUMBER)
def test_other_numbers_may_stay(text: str) -> None:
    assert not carries_citizen_number(text)


@given(day=st.dates(date(1900, 1, 1), date(2099, 12, 31)), sign=st.sampled_from("-/."))
def test_a_date_is_no_citizen_number(day: date, sign: str) -> None:
    assert not carries_citizen_number(f"op {day.day:02d}{sign}{day.month:02d}{sign}{day.year} graag")
    assert not carries_citizen_number(f"{day.year}{sign}{day.month:02d}{sign}{day.day:02d}")


@given(st.integers(10_000_000, 99_999_999))
def test_a_mobile_number_is_no_citizen_number(digits: int) -> None:
    for written in (f"06{digits}", f"06-{digits}", f"06 {digits}", f"+316{digits}", f"0031 6 {digits}"):
        assert not carries_citizen_number(f"Bel {written} aub")


def test_a_number_that_ends_in_a_citizen_number_is_longer_and_stays() -> None:
    assert not carries_citizen_number("1234567820000")


@pytest.mark.parametrize("gap", [",", "'", " * ", "    ", ")("])
def test_a_citizen_number_by_threes_is_found_whatever_stands_between(gap: str) -> None:
    assert carries_citizen_number(f"nr ({gap.join(('123', '456', '782'))})")


def test_a_small_number_beside_it_hides_nothing() -> None:
    assert carries_citizen_number("kamer 3 123456782")
    assert carries_citizen_number("06 123456782")
