"""How well a language is spoken, and of which denomination the chaplaincy is: who can be asked, and why not."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.matching.test_ranking import AFTERNOON, TODAY, WISH, _only, _registers, _volunteer, _wishes
from vrijplaats.matching.facts import FactKind
from vrijplaats.matching.ranking import Register, rank
from vrijplaats.matching.rules import Wish
from vrijplaats.matching.weights.rules import Level, Weights
from vrijplaats.matching.words import sentence
from vrijplaats.volunteers.rules import Hours, Volunteer


@given(_registers, _wishes, st.sampled_from(Level), st.sampled_from(Level))
def test_who_speaks_a_language_a_little_can_be_asked_and_never_gets_more_points_than_who_speaks_it_well(
    register: list[Volunteer], wish: Wish, language: Level, fluency: Level
) -> None:
    weights = Weights(language=language, fluency=fluency)
    ranked = rank(wish, Register(register, TODAY, weights=weights))
    if_well = [replace(each, little_languages=frozenset()) for each in register]
    well = {each.volunteer.id: each for each in rank(wish, Register(if_well, TODAY, weights=weights)).eligible}
    assert {each.volunteer.id for each in ranked.eligible} == set(well)
    for each in ranked.eligible:
        assert each.score <= well[each.volunteer.id].score
        assert Level.NOT not in (language, fluency) or each.score == well[each.volunteer.id].score
        said = {fact.kind: set(fact.values) for fact in each.reasons}
        spoken = set(wish.languages) & set(each.volunteer.languages)
        assert said.get(FactKind.SPEAKS, set()) == spoken - each.volunteer.little_languages
        assert said.get(FactKind.SPEAKS_A_LITTLE, set()) == spoken & each.volunteer.little_languages


def test_how_well_counts_as_heavily_as_was_chosen() -> None:
    far = {"coordinates": (50.8, 5.7)}
    free = {"carrying": 0, "availability": (Hours(2, *AFTERNOON), Hours(4, *AFTERNOON))}
    people = [
        _volunteer(1, display_name="Goed", languages=("pap",), carrying=2, **far),
        _volunteer(2, display_name="Beetje", languages=("pap",), little_languages=frozenset({"pap"}), **far),
        _volunteer(3, display_name="Nederlands", **free, **far),
    ]

    def order(fluency: Level) -> list[str]:
        register = Register(people, TODAY, weights=Weights(fluency=fluency), speakers={"pap": 2, "nl": 90})
        return [each.volunteer.display_name for each in rank(WISH, register).eligible]

    assert order(Level.NOT) == ["Beetje", "Goed", "Nederlands"]
    assert order(Level.USUAL) == ["Goed", "Beetje", "Nederlands"]
    # so much that somebody who speaks the other language asked for well goes before them
    assert order(Level.HEAVILY) == ["Goed", "Nederlands", "Beetje"]


def test_a_little_is_said_as_on_the_screen() -> None:
    both = _volunteer(1, languages=("nl", "pap"), little_languages=frozenset({"pap"}))
    (suggestion,) = rank(WISH, Register([both], TODAY)).eligible
    assert [sentence(fact, "nl") for fact in suggestion.reasons[:2]] == [
        "Spreekt Nederlands",
        "Spreekt een beetje Papiaments",
    ]
    assert sentence(suggestion.reasons[1], "en") == "Speaks a little Papiamentu"
    assert sentence(suggestion.reasons[1], "nl", personal=True) == "Je spreekt een beetje Papiaments"


def test_a_wish_for_a_denomination_is_met_by_who_helps_with_it() -> None:
    wish = replace(WISH, activity_denomination="MUSLIM")
    for helps in (frozenset(), frozenset({"CATHOLIC"})):
        found = _only(_volunteer(activity_denominations=helps), wish)
        assert found is not None
        assert sentence(found, "nl") == "De vraag is om islamitische geestelijke verzorging"
        assert sentence(found, "en") == "The wish is for Muslim chaplaincy"
        # what somebody asks for is not told to whom it is not for
        assert "islam" not in sentence(found, "nl", personal=True).lower()
    both = _volunteer(activity_denominations=frozenset({"CATHOLIC", "MUSLIM"}))
    assert _only(both, wish) is None
    assert _only(both) is None, "who asks for none gets anybody"
    (suggestion,) = rank(wish, Register([both], TODAY)).eligible
    assert "MUSLIM" not in str(suggestion.reasons), "reasons are kept with an offer and told to the volunteer"
