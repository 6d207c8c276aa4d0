"""All pairs at once are the pairs of the inbox, in its order and with its scores: there is no second set of rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matching.test_ranking import ESSERHEEM, HERE, TODAY, WISH, _registers, _wishes
from vrijplaats.matching.assignment.pairs import all_pairs
from vrijplaats.matching.queries.candidates import AskedWish
from vrijplaats.matching.ranking import Past, Register, rank
from vrijplaats.matching.rules import Wish
from vrijplaats.matching.weights.rules import NAMES, Level, Weights
from vrijplaats.volunteers.rules import Volunteer

THERE = UUID(int=9)
DORDRECHT = replace(ESSERHEEM, id=THERE, name="PI Dordrecht", coordinates=(51.8, 4.7))
_people = st.sets(st.integers(100, 140).map(lambda number: UUID(int=number)), max_size=12)
_pasts = st.builds(Past, known=_people, parted=_people, said_not_now=_people)
_weights = st.builds(Weights, **dict.fromkeys(NAMES, st.sampled_from(Level)))


def _asked(wish: Wish, past: Past, ever_asked: set[UUID], elsewhere: bool) -> AskedWish:
    there = replace(wish, place=DORDRECHT) if elsewhere else wish
    return AskedWish(wish=there, asked=frozenset(), ever_asked=frozenset(ever_asked), past=past)


_inboxes = st.lists(st.builds(_asked, _wishes, _pasts, _people, st.booleans()), max_size=6)


@given(_registers, _inboxes, _weights, _people)
@settings(max_examples=200, deadline=timedelta(seconds=5))
def test_all_pairs_are_those_of_the_inbox(
    volunteers: list[Volunteer], inbox: list[AskedWish], weights: Weights, newcomers: set[UUID]
) -> None:
    known = [replace(each, admissions={**each.admissions, THERE: each.admissions.get(HERE, ())}) for each in volunteers]
    register = Register(known, TODAY, weights=weights, newcomers=newcomers, guides={THERE: "Gids"})
    found = all_pairs(inbox, register)
    rows = list(zip(*(column.tolist() for column in (found.wish, found.volunteer, found.score)), strict=True))
    expected = [
        (number, register.volunteers.index(each.volunteer), each.score)
        for number, asked in enumerate(inbox)
        for each in rank(asked.wish, register, past=asked.past).eligible
        if each.volunteer.id not in asked.ever_asked
    ]
    assert rows == expected


def test_no_wishes_and_no_people_make_no_pairs() -> None:
    asked = AskedWish(wish=WISH, asked=frozenset(), ever_asked=frozenset(), past=Past())
    assert len(all_pairs([], Register([], TODAY)).wish) == 0
    assert len(all_pairs([asked], Register([], TODAY)).wish) == 0
