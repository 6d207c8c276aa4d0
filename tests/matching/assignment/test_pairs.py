"""All pairs at once are the pairs of the inbox, in its order and with its scores: there is no second set of rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from itertools import product
from math import degrees
from typing import Any
from uuid import UUID

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matching.assignment.packing import packed
from tests.matching.test_ranking import (
    ESSERHEEM,
    HERE,
    TODAY,
    WISH,
    _days,
    _paper_until,
    _registers,
    _volunteer,
    _volunteers,
    _wishes,
)
from vrijplaats.matching.assignment.pairs import all_pairs
from vrijplaats.matching.assignment.reasons import WhyKind, why_nobody
from vrijplaats.matching.assignment.standing import People
from vrijplaats.matching.points import far_if_unknown
from vrijplaats.matching.queries.candidates import AskedWish
from vrijplaats.matching.ranking import Past, Register, rank
from vrijplaats.matching.rules import Wish, mismatch
from vrijplaats.matching.weights.rules import NAMES, Level, Weights
from vrijplaats.volunteers.rules import (
    EARTH_RADIUS_KILOMETRES,
    Hours,
    Paper,
    Pause,
    Period,
    Volunteer,
    kilometres_between,
)

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
@settings(max_examples=200)
def test_all_pairs_are_those_of_the_inbox(
    volunteers: list[Volunteer], inbox: list[AskedWish], weights: Weights, newcomers: set[UUID]
) -> None:
    known = [replace(each, admissions={**each.admissions, THERE: each.admissions.get(HERE, ())}) for each in volunteers]
    register = Register(known, TODAY, weights=weights, newcomers=newcomers, guides={THERE: "Gids"})
    found = all_pairs(inbox, People(packed(register.volunteers), register))
    rows = list(zip(*(column.tolist() for column in (found.wish, found.volunteer, found.score)), strict=True))
    expected = [
        (number, register.volunteers.index(each.volunteer), each.score)
        for number, asked in enumerate(inbox)
        for each in rank(asked.wish, register, past=asked.past).eligible
        if each.volunteer.id not in asked.ever_asked
    ]
    assert rows == expected


@given(_registers, _inboxes, st.sets(st.integers(0, 25)))
@settings(max_examples=200)
def test_why_there_is_nobody_is_the_last_thing_that_leaves_nobody(
    volunteers: list[Volunteer], inbox: list[AskedWish], full: set[int]
) -> None:
    known = [replace(each, admissions={**each.admissions, THERE: each.admissions.get(HERE, ())}) for each in volunteers]
    register = Register(known, TODAY)
    people = People(packed(register.volunteers), register)
    places = np.array([0 if number in full else 1 for number in range(len(known))], dtype=np.int64)
    for asked in inbox:
        assert why_nobody(asked, people, places).kind is _why(asked, register, places.tolist())


def _why(asked: AskedWish, register: Register, places: list[int]) -> WhyKind:
    """One by one, by the rules of the inbox."""
    wish = asked.wish
    standings = zip(register.volunteers, places, register.standings(wish.place, wish.activity_kind), strict=True)
    ready = [(each, left) for each, left, standing in standings if standing.obstacle is None]
    speaks = [(each, left) for each, left in ready if set(each.languages) & set(wish.languages)]
    liked = [(each, left) for each, left in speaks if wish.volunteer_gender in (None, each.gender)]
    able = [(each, left) for each, left in liked if mismatch(each, wish) is None]
    new = [left for each, left in able if each.id not in asked.ever_asked]
    for some, kind in (
        (ready, WhyKind.NOBODY_READY),
        (speaks, WhyKind.NOBODY_SPEAKS),
        ([both for both in liked if both[0].carrying < both[0].capacity], WhyKind.NOBODY_OF_WISH),
        (able, WhyKind.NOBODY_OF_DENOMINATION),
        (new, WhyKind.EVERYONE_ASKED),
    ):
        if not some:
            return kind
    return WhyKind.LONGER_FIRST if any(new) else WhyKind.EVERYONE_INVITED


_months = st.none() | st.integers(1, 90)
_first_days = st.integers(-90 * 31, 3).map(lambda days: TODAY + timedelta(days=days))
_papers = st.lists(st.builds(Paper, st.sampled_from(["VOG", "SOS"]), _first_days, st.none() | _days), max_size=3).map(
    tuple
)
_times = st.integers(0, 95).map(lambda quarter: time(quarter // 4, quarter % 4 * 15))
_hours = st.lists(st.builds(Hours, st.integers(1, 7), _times, _times), max_size=4).map(
    lambda hours: tuple(sorted(hours, key=lambda each: (each.weekday, each.starts, each.ends)))
)
_periods = st.builds(
    lambda first, days: Period(first, first + timedelta(days=days)), _days.filter(bool), st.integers(0, 20)
)
_pauses = st.none() | st.builds(
    lambda last: Pause(starts_on=TODAY - timedelta(days=9), ends_on=last), st.none() | _days
)
_details = st.fixed_dictionaries(
    {
        "credentials": _papers,
        "availability": _hours,
        "away": st.lists(_periods, max_size=2).map(lambda periods: tuple(sorted(periods))),
        "pause": _pauses,
        "admissions": st.dictionaries(
            st.sampled_from([HERE, THERE]), st.lists(st.builds(_paper_until, st.just("ADMISSION"), _days)).map(tuple)
        ),
    }
)
_policies = st.builds(
    lambda everywhere, there, months: {
        "required": {"ONE_TO_ONE": frozenset(everywhere)},
        "required_at": {(THERE, "ONE_TO_ONE"): frozenset(there)},
        "months_at": {(THERE, kind): many for kind, many in months.items() if many},
    },
    *(st.sets(st.sampled_from(["VOG", "SOS"])),) * 2,
    st.dictionaries(st.sampled_from(["VOG", "SOS"]), _months),
)


@given(
    st.lists(st.tuples(_volunteers, _details), max_size=12, unique_by=lambda both: both[0].id),
    _policies,
    _weights,
    _people,
    _hours,
)
@settings(max_examples=300)
def test_how_everybody_stands_in_columns_is_how_they_stand_one_by_one(
    volunteers: list[tuple[Volunteer, dict[str, Any]]],
    policy: dict[str, Any],
    weights: Weights,
    newcomers: set[UUID],
    visiting: tuple[Hours, ...],
) -> None:
    known = [replace(each, **details, **policy) for each, details in volunteers]
    register = Register(known, TODAY, weights=weights, newcomers=newcomers, guides={THERE: "Gids"})
    crowd = packed(register.volunteers)
    assert list(crowd) == [
        replace(each, admissions={k: v for k, v in each.admissions.items() if v}) for each in register.volunteers
    ]
    people = People(crowd, register)
    for place, kind in product((replace(ESSERHEEM, hours=visiting), DORDRECHT), ("ONE_TO_ONE", "COURSE")):
        ready = people.ready(place, kind)
        found = zip(
            *(column.tolist() for column in (ready.volunteer, ready.rest, ready.extra, ready.kilometres)), strict=True
        )
        assert list(found) == [
            (number, standing.rest, standing.extra, far_if_unknown(standing.near.kilometres))
            for number, standing in enumerate(register.standings(place, kind))
            if standing.obstacle is None
        ]


@given(st.tuples(st.floats(50.7, 53.6), st.floats(3.3, 7.2)), st.integers(0, 400))
@settings(max_examples=500)
def test_a_kilometre_is_the_same_also_at_its_very_edge(home: tuple[float, float], aim: int) -> None:
    edge = _at_the_edge(home, aim + 0.5)
    register = Register([replace(_volunteer(), coordinates=edge)], TODAY)
    place = replace(ESSERHEEM, coordinates=home)
    (found,) = People(packed(register.volunteers), register).ready(place, "ONE_TO_ONE").kilometres.tolist()
    assert found == kilometres_between(edge, home)


def _at_the_edge(home: tuple[float, float], kilometres: float) -> tuple[float, float]:
    """So far to the north that it is as near as can be to where one kilometre becomes the next."""
    return home[0] + degrees(kilometres / EARTH_RADIUS_KILOMETRES), home[1]


def test_no_wishes_and_no_people_make_no_pairs() -> None:
    asked = AskedWish(wish=WISH, asked=frozenset(), ever_asked=frozenset(), past=Past())
    nobody = People(packed([]), Register([], TODAY))
    assert len(all_pairs([], nobody).wish) == 0
    assert len(all_pairs([asked], nobody).wish) == 0
