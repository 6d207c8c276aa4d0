"""Links and codes that are made anew from an id: nobody makes one without the key, and each is for one purpose."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as some

from vrijplaats.core import tickets
from vrijplaats.settings import Settings

pytestmark = pytest.mark.usefixtures("settings")


@given(identifier=some.uuids())
def test_a_link_opens_for_its_own_purpose_only(settings: Settings, identifier: UUID) -> None:
    token = tickets.token("invitation", identifier)
    assert tickets.opened("invitation", token) == identifier
    assert tickets.opened("recovery", token) is None
    assert token == tickets.token("invitation", identifier)
    assert identifier.hex not in token


@given(text=some.text(max_size=80))
def test_no_other_text_opens(settings: Settings, text: str) -> None:
    assert tickets.opened("invitation", text) is None


def test_one_changed_sign_closes_it() -> None:
    token = tickets.token("invitation", uuid4())
    for place in range(len(token)):
        other = "A" if token[place] != "A" else "B"
        assert tickets.opened("invitation", token[:place] + other + token[place + 1 :]) is None


@pytest.mark.parametrize("typed", ["{0}{1}", "{0} {1}", " {0}-{1}\n", "{0}.{1}"])
def test_a_code_may_be_typed_as_one_reads_it(typed: str) -> None:
    identifier = uuid4()
    code = tickets.code("sign-in", identifier)
    assert len(code) == tickets.CODE_DIGITS
    assert tickets.code_matches("sign-in", identifier, typed.format(code[:4], code[4:]))
    assert not tickets.code_matches("recovery", identifier, code) or tickets.code("recovery", identifier) == code


@pytest.mark.parametrize("typed", ["", "1234567", "123456789", "١٢٣٤٥٦٧٨", "abcdefgh", "\x00" * 8])
def test_what_is_no_code_matches_nothing(typed: str) -> None:
    assert not tickets.code_matches("sign-in", UUID(int=1), typed)
