"""Every reason has words in both languages, with all it names."""

from __future__ import annotations

import pytest

from vrijplaats.matching.assignment.reasons import Value, Why, WhyKind, in_words

VALUES: dict[WhyKind, tuple[Value, ...]] = {
    WhyKind.GOES_TO: ("Karin", "Kade 12"),
    WhyKind.SPREAD: ("Karin", 2),
    WhyKind.NEARER: ("Karin", 8),
    WhyKind.TOGETHER: ("Karin",),
    WhyKind.NOBODY_READY: ("Esserheem",),
    WhyKind.NOBODY_SPEAKS: ("Esserheem", ("ar", "tr")),
    WhyKind.NOBODY_OF_WISH: ("Esserheem", "WOMAN"),
    WhyKind.NOBODY_OF_DENOMINATION: ("Esserheem", "MUSLIM"),
}


@pytest.mark.parametrize("kind", WhyKind)
@pytest.mark.parametrize("locale", ["nl", "en"])
def test_a_reason_is_a_sentence_with_all_it_names(kind: WhyKind, locale: str) -> None:
    words = in_words(Why(kind, VALUES.get(kind, ())), locale)
    assert words.endswith(".") and "{" not in words and words[0].isupper()
    for value in VALUES.get(kind, ()):
        if not isinstance(value, tuple) and value not in ("WOMAN", "MUSLIM"):
            assert str(value) in words


def test_the_words_of_what_stands_in_the_way() -> None:
    assert in_words(Why(WhyKind.NEARER, ("Karin", 8)), "nl") == "Van boven af was het Karin. Dit is 8 km dichterbij."
    nobody = Why(WhyKind.NOBODY_SPEAKS, ("Esserheem", ("ar", "tr")))
    assert in_words(nobody, "en") == "No one with a free place who may go to Esserheem speaks Arabic or Turkish."
    assert in_words(nobody, "fr").startswith("Niemand met een vrije plek")
