"""What is sealed opens with its own key, in its own place, and nowhere else."""

from uuid import UUID, uuid4

import pytest

from vrijplaats.core.sealing import CannotUnseal, Place, fingerprint, new_key, normalised, seal, unseal

ROW = uuid4()
PLACE = Place("detainee_identity", "given_name", ROW)


def test_what_is_sealed_can_be_opened() -> None:
    key = new_key()
    assert unseal(key, seal(key, b"Winston", PLACE), PLACE) == b"Winston"


def test_the_same_text_is_sealed_differently_each_time() -> None:
    key = new_key()
    assert seal(key, b"Winston", PLACE) != seal(key, b"Winston", PLACE)


@pytest.mark.parametrize(
    "elsewhere",
    [
        Place("person", "given_name", ROW),
        Place("detainee_identity", "family_name", ROW),
        Place("detainee_identity", "given_name", UUID(int=1)),
        Place("detainee_identity", "given_name", ROW, version=2),
    ],
)
def test_it_does_not_open_in_another_place(elsewhere: Place) -> None:
    key = new_key()
    with pytest.raises(CannotUnseal):
        unseal(key, seal(key, b"Winston", PLACE), elsewhere)


def test_it_does_not_open_with_another_key() -> None:
    with pytest.raises(CannotUnseal):
        unseal(new_key(), seal(new_key(), b"Winston", PLACE), PLACE)


@pytest.mark.parametrize("position", [0, 1, 13, -1])
def test_one_changed_byte_is_noticed(position: int) -> None:
    key = new_key()
    sealed = bytearray(seal(key, b"Winston", PLACE))
    sealed[position] ^= 1
    with pytest.raises(CannotUnseal):
        unseal(key, bytes(sealed), PLACE)


def test_a_fingerprint_knows_a_name_however_it_is_written() -> None:
    master = new_key()
    assert fingerprint(master, "a", "Anne-Marie", "de  Vriés") == fingerprint(master, "a", "anne marie", "DE VRIES")


def test_a_fingerprint_differs_by_name_place_and_master_key() -> None:
    master = new_key()
    prints = {
        fingerprint(master, "a", "Jan", "Smit"),
        fingerprint(master, "a", "JanS", "mit"),
        fingerprint(master, "b", "Jan", "Smit"),
        fingerprint(new_key(), "a", "Jan", "Smit"),
    }
    assert len(prints) == 4


def test_normalising_keeps_letters_of_every_script() -> None:
    assert normalised("Łukasz Öz-türk علي") == "łukaszozturkعلي"
