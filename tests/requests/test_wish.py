"""What a form may bring: clean values or the field that needs something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrijplaats.core.errors import InvalidInput
from vrijplaats.requests.errors import CitizenNumber, ConsentMissing, PlanReference
from vrijplaats.requests.pseudonyms import PLACES, draw_pseudonym
from vrijplaats.requests.wish import DetaineeName, clean_languages, clean_name, clean_note, keep_name_out, need_consent

NAMES = [
    "Jan",
    "d'Arcy",
    "'t Hart",
    "El-Amrani",
    "van der Meer",
    "José",
    "Nguyễn",
    "Łukasz",
    "محمد",
    "गीता",
    "Б. Иванов",
    "O’Neill",
    "NN 12",
    "Onbekend 3f2a",
]
NO_NAMES = ["", "   ", "7", "<script>", "Jan;", "-", "123456782", "Jan\u0000\u0001!", "x" * 81, "x" * 1_000_000]


def _field(error: pytest.ExceptionInfo[InvalidInput]) -> object:
    return error.value.fields["field"]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_every_script_are_names(name: str) -> None:
    cleaned = clean_name(DetaineeName(given_name=f"  {name} ", family_name=name))
    assert cleaned.given_name == cleaned.family_name
    assert cleaned.given_name.strip() == cleaned.given_name


@pytest.mark.parametrize("name", NO_NAMES)
def test_what_is_no_name_is_told_by_its_field(name: str) -> None:
    with pytest.raises(InvalidInput) as error:
        clean_name(DetaineeName(given_name=name, family_name="Jansen"))
    assert _field(error) == "givenName"
    with pytest.raises(InvalidInput) as error:
        clean_name(DetaineeName(given_name="Jan", family_name=name))
    assert _field(error) == "familyName"


def test_space_in_a_name_is_one_space() -> None:
    assert clean_name(DetaineeName(given_name="Jan\t \nPiet", family_name="de  Wit")).given_name == "Jan Piet"


@pytest.mark.parametrize(
    ("wing", "kept"),
    [("C2", "C2"), (" Blok  D-1 ", "Blok D-1"), ("A, gang 2 (links)", "A, gang 2 (links)"), ("", None), (None, None)],
)
def test_a_wing_is_short_or_absent(wing: str | None, kept: str | None) -> None:
    assert clean_name(DetaineeName(given_name="Jan", family_name="Wit", wing=wing)).wing == kept


@pytest.mark.parametrize("wing", ["<b>", "x" * 31, "x" * 1_000_000])
def test_a_wing_that_is_none_is_told(wing: str) -> None:
    with pytest.raises(InvalidInput) as error:
        clean_name(DetaineeName(given_name="Jan", family_name="Wit", wing=wing))
    assert _field(error) == "wing"


@pytest.mark.parametrize(("wing", "error"), [("123456782", CitizenNumber), ("D-R plan", PlanReference)])
def test_a_wing_is_screened_like_a_note(wing: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        clean_name(DetaineeName(given_name="Jan", family_name="Wit", wing=wing))


@pytest.mark.parametrize("name", ["Jan 123456782", "BSN 123.456.782"])
def test_a_name_carries_no_citizen_number(name: str) -> None:
    for typed in (DetaineeName(given_name=name, family_name="Wit"), DetaineeName(given_name="Jan", family_name=name)):
        with pytest.raises(CitizenNumber):
            clean_name(typed)


def test_a_note_of_280_signs_may_stay_and_281_may_not() -> None:
    assert clean_note("  " + "x" * 280 + "\n") == "x" * 280
    for note in ("x" * 281, "x" * 1_000_000):
        with pytest.raises(InvalidInput) as error:
            clean_note(note)
        assert _field(error) == "note"


@pytest.mark.parametrize(
    "note", ["Jan Bakker speelt schaak", "bakker, jan: na de lunch", "Graag voor JAN van der  Bakker, Jan Bakker"]
)
def test_a_note_may_not_give_the_full_name(note: str) -> None:
    with pytest.raises(InvalidInput) as error:
        keep_name_out(note, DetaineeName(given_name="Jan", family_name="Bakker"))
    assert _field(error) == "note"


@pytest.mark.parametrize("note", [None, "Was bakker. Graag na de lunch.", "Jan en Bakkersma", "Vanaf januari"])
def test_one_word_of_a_name_may_stay(note: str | None) -> None:
    keep_name_out(note, DetaineeName(given_name="Jan", family_name="Bakker"))
    keep_name_out(note, None)


@pytest.mark.parametrize("note", [None, "", "   ", "\u0000\u202e"])
def test_an_empty_note_is_no_note(note: str | None) -> None:
    assert clean_note(note) is None


@given(st.text(max_size=300))
def test_a_note_that_is_kept_can_be_stored(note: str) -> None:
    try:
        kept = clean_note(note)
    except (InvalidInput, PlanReference, CitizenNumber):
        return
    assert kept is None or (0 < len(kept) <= 280 and "\x00" not in kept and kept.encode())


def test_half_a_letter_is_left_out() -> None:
    assert clean_note("goed \ud800zo") == "goed zo"


def test_languages_are_written_as_they_should_be_and_once() -> None:
    assert clean_languages(["NL", "pap", "pt-br", "zh-hant", "nl", "prs"]) == ("nl", "pap", "pt-BR", "zh-Hant", "prs")


@pytest.mark.parametrize(
    "languages",
    [[], ["klingon"], ["xx"], ["nl", ""], ["nl_NL"], ["nl"] * 11, ["x" * 1_000_000], ["nl'; drop"], ["nl-QQQ"]],
)
def test_what_is_no_language_is_told(languages: list[str]) -> None:
    with pytest.raises(InvalidInput) as error:
        clean_languages(languages)
    assert _field(error) == "languages"


def test_without_consent_there_is_no_wish() -> None:
    need_consent(True)
    with pytest.raises(ConsentMissing):
        need_consent(False)


def test_a_failure_is_said_in_the_readers_language() -> None:
    error = PlanReference(word="D&R-plan")
    assert error.message("nl") == 'Een plan is hier niet nodig. Haal "D&R-plan" weg, je tekst staat er nog.'
    assert error.message("en") == 'No plan is needed here. Remove "D&R-plan", your text is still there.'
    with pytest.raises(InvalidInput) as invalid:
        clean_note("x" * 281)
    assert invalid.value.message("nl") == "Iets praktisch: hooguit 280 tekens."


def test_a_name_shows_nothing_in_a_log() -> None:
    assert "Winston" not in repr(DetaineeName(given_name="Winston", family_name="Obispo"))


def test_a_pseudonym_is_a_place_and_a_number_by_lot() -> None:
    drawn = {draw_pseudonym() for _ in range(200)}
    assert len(drawn) > 150
    assert all(name.split()[0] in PLACES and 1 <= int(name.split()[1]) <= 99 for name in drawn)
    assert any(int(draw_pseudonym(9).split()[1]) > 99 for _ in range(50))
