"""Who is suggested, in which order and why: properties that hold for any register, and the examples people know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrijplaats.matching.facts import Fact, FactKind
from vrijplaats.matching.ranking import Fit, Past, Register, rank
from vrijplaats.matching.rules import Place, Wish, obstacle
from vrijplaats.matching.words import sentence
from vrijplaats.volunteers.rules import Hours, Paper, Pause, Period, Volunteer, VolunteerStatus

TODAY = date(2026, 11, 23)
EVER = date(2020, 1, 1)
HERE = UUID(int=1)
AFTERNOON = (time(13), time(16))
ESSERHEEM = Place(
    id=HERE,
    name="PI Veenhuizen, locatie Esserheem",
    coordinates=(53.03, 6.39),
    hours=(Hours(2, *AFTERNOON), Hours(4, *AFTERNOON)),
)
WISH = Wish(
    request_id=UUID(int=2),
    place=ESSERHEEM,
    activity_kind="ONE_TO_ONE",
    languages=("pap", "nl"),
    volunteer_gender=None,
)


def _volunteer(number: int = 1, **changes: Any) -> Volunteer:
    known = Volunteer(
        id=UUID(int=100 + number),
        organisation_id=UUID(int=3),
        person_id=UUID(int=500 + number),
        display_name=f"Vrijwilliger {number}",
        status=VolunteerStatus.ACTIVE,
        gender="WOMAN",
        place="Assen",
        coordinates=(52.99, 6.56),
        languages=("nl",),
        kinds=frozenset({"ONE_TO_ONE"}),
        capacity=3,
        carrying=1,
        availability=(Hours(2, time(12), time(17)),),
        credentials=(Paper("VOG", EVER, None),),
        admissions={HERE: (Paper("ADMISSION", EVER, None),)},
        required={"ONE_TO_ONE": frozenset({"VOG"})},
    )
    return replace(known, **changes)


def _paper_until(kind: str, day: date | None) -> Paper:
    return Paper(kind, EVER, day)


_days = st.none() | st.integers(-3, 100).map(lambda days: TODAY + timedelta(days=days))
_volunteers = st.builds(
    lambda number, name, language, little, status, gender, load, vog, admission, home, kinds, helps: _volunteer(
        number,
        display_name=name,
        languages=tuple(sorted(language)),
        little_languages=frozenset(language & little),
        status=status,
        gender=gender,
        capacity=load[0],
        carrying=min(load),
        credentials=(_paper_until("VOG", vog),),
        admissions={HERE: (_paper_until("ADMISSION", admission),)} if admission != TODAY else {},
        coordinates=home,
        kinds=frozenset(kinds),
        activity_denominations=frozenset(helps),
    ),
    number=st.integers(0, 40),
    name=st.sampled_from(["Anna", "Bas", "Cato"]),
    language=st.sets(st.sampled_from(["nl", "pap", "en", "tr"]), min_size=1),
    little=st.sets(st.sampled_from(["nl", "pap", "en", "tr"])),
    status=st.sampled_from(list(VolunteerStatus)),
    gender=st.sampled_from(["WOMAN", "MAN", "OTHER", None]),
    load=st.tuples(st.integers(0, 3), st.integers(0, 4)),
    vog=_days,
    admission=_days,
    home=st.none() | st.tuples(st.floats(50.7, 53.6), st.floats(3.3, 7.2)),
    kinds=st.sets(st.sampled_from(["ONE_TO_ONE", "COURSE"])),
    helps=st.sets(st.sampled_from(["CATHOLIC", "MUSLIM"])),
)
_registers = st.lists(_volunteers, max_size=25, unique_by=lambda volunteer: volunteer.id)
_wishes = st.builds(
    lambda languages, gender, denomination: replace(
        WISH, languages=tuple(languages), volunteer_gender=gender, activity_denomination=denomination
    ),
    languages=st.lists(st.sampled_from(["nl", "pap", "en", "tr", "fr"]), min_size=1, max_size=4, unique=True),
    gender=st.sampled_from([None, "WOMAN", "MAN"]),
    denomination=st.sampled_from([None, None, "CATHOLIC", "HINDU"]),
)


@given(_registers, _wishes)
def test_nobody_who_cannot_go_is_ever_suggested_and_nobody_is_lost(register: list[Volunteer], wish: Wish) -> None:
    ranking = rank(wish, Register(register, TODAY))
    for suggestion in ranking.eligible:
        somebody = suggestion.volunteer
        assert obstacle(somebody, wish, TODAY) is None
        assert somebody.status in {VolunteerStatus.READY, VolunteerStatus.ACTIVE}
        assert somebody.carrying < somebody.capacity
        assert set(somebody.languages) & set(wish.languages)
        assert wish.volunteer_gender in (None, somebody.gender)
        assert wish.activity_denomination in (None, *somebody.activity_denominations)
        assert "ONE_TO_ONE" in somebody.kinds
        assert all(paper.is_valid(TODAY) for paper in (*somebody.credentials, *somebody.admissions[HERE]))
        assert 0 <= suggestion.score <= 100
    named = [each.volunteer.id for each in ranking.eligible] + [each.volunteer.id for each in ranking.not_eligible]
    assert sorted(named) == sorted(each.id for each in register)
    for left in ranking.not_eligible:
        assert left.obstacle == obstacle(left.volunteer, wish, TODAY) is not None


@given(_registers, _wishes, st.randoms())
def test_the_order_is_total_and_does_not_depend_on_the_order_of_the_register(
    register: list[Volunteer], wish: Wish, random: Random
) -> None:
    shuffled = register[:]
    random.shuffle(shuffled)
    one, other = rank(wish, Register(register, TODAY)), rank(wish, Register(shuffled, TODAY))
    assert one == other
    scores = [suggestion.score for suggestion in one.eligible]
    assert scores == sorted(scores, reverse=True)


@given(_registers, _wishes)
def test_who_speaks_the_rarest_language_asked_for_comes_first(register: list[Volunteer], wish: Wish) -> None:
    known = Register([replace(each, little_languages=frozenset()) for each in register], TODAY)
    rarest = known.rarest_first(wish.languages)[0]
    speaks = [rarest in suggestion.volunteer.languages for suggestion in rank(wish, known).eligible]
    assert speaks == sorted(speaks, reverse=True)


@given(_registers, _wishes, st.sampled_from(["nl", "en"]))
def test_every_fact_has_words(register: list[Volunteer], wish: Wish, locale: str) -> None:
    everybody = {each.id for each in register}
    guided = Register(register, TODAY, newcomers=everybody, guides={HERE: "Gids"})
    past = Past(known=everybody, parted={UUID(int=102)}, said_not_now=everybody)
    ranking = rank(wish, guided, past=past)
    facts = [fact for each in ranking.eligible for fact in (*each.reasons, *each.cares)]
    for fact in (*facts, *(left.obstacle for left in ranking.not_eligible)):
        for personal in (False, True):
            words = sentence(fact, locale, personal=personal)
            assert words and "{" not in words
            assert Fact.from_json(fact.to_json()) == fact


def _only(volunteer: Volunteer, wish: Wish = WISH) -> Fact | None:
    return obstacle(volunteer, wish, TODAY)


@pytest.mark.parametrize(
    ("until", "kind"),
    [(TODAY - timedelta(days=1), FactKind.CREDENTIAL_OVER), (TODAY, None), (TODAY + timedelta(days=1), None)],
)
def test_a_paper_is_good_until_the_end_of_its_last_day(until: date, kind: FactKind | None) -> None:
    found = _only(_volunteer(credentials=(_paper_until("VOG", until),)))
    assert (found.kind if found else None) is kind


@pytest.mark.parametrize(
    ("changes", "nl", "en"),
    [
        ({"status": VolunteerStatus.IN_TRAINING}, "Is nu niet actief", "Is not active now"),
        ({"kinds": frozenset({"COURSE"})}, "Doet andere soorten inzet", "Does other kinds of work"),
        ({"credentials": ()}, "Heeft nog geen geldige VOG", "Has no valid VOG yet"),
        ({"admissions": {}}, "Heeft nog geen toelating voor Esserheem", "Is not admitted to Esserheem yet"),
        (
            {"admissions": {HERE: (_paper_until("ADMISSION", TODAY - timedelta(days=1)),)}},
            "Heeft een verlopen toelating voor Esserheem",
            "Has an expired admission for Esserheem",
        ),
        ({"languages": ("tr",)}, "Spreekt geen Papiaments of Nederlands", "Does not speak Papiamentu or Dutch"),
        ({"carrying": 3}, "Bezoekt al 3 van 3 mensen", "Already visits 3 of 3 people"),
    ],
)
def test_what_is_in_the_way_is_said_in_one_line(changes: dict[str, object], nl: str, en: str) -> None:
    found = _only(_volunteer(1, **changes))
    assert found is not None
    assert (sentence(found, "nl"), sentence(found, "en")) == (nl, en)


def test_a_wish_for_a_woman_is_met() -> None:
    found = _only(_volunteer(gender="MAN"), replace(WISH, volunteer_gender="WOMAN"))
    assert found is not None
    assert sentence(found, "nl") == "De vraag is om een vrouw"
    assert _only(_volunteer(gender="WOMAN"), replace(WISH, volunteer_gender="WOMAN")) is None


def test_reasons_and_cares_are_said_as_on_the_screen() -> None:
    ruben = _volunteer(1, languages=("nl", "pap"), credentials=(_paper_until("VOG", TODAY + timedelta(days=26)),))
    (suggestion,) = rank(WISH, Register([ruben], TODAY)).eligible
    assert [sentence(fact, "nl") for fact in suggestion.reasons] == [
        "Spreekt Papiaments en Nederlands",
        "12 km",
        "Vrij op dinsdag",
        "Bezoekt 1 van 3",
    ]
    assert [sentence(fact, "en") for fact in suggestion.reasons] == [
        "Speaks Papiamentu and Dutch",
        "12 km",
        "Free on Tuesdays",
        "Visits 1 of 3",
    ]
    assert [sentence(fact, "nl") for fact in suggestion.cares] == ["VOG verloopt over 26 dagen"]
    assert suggestion.fit is Fit.VERY_GOOD


@pytest.mark.parametrize(("days", "words"), [(0, "VOG verloopt vandaag"), (1, "VOG verloopt morgen")])
def test_a_paper_that_ends_soon_is_a_care(days: int, words: str) -> None:
    somebody = _volunteer(credentials=(_paper_until("VOG", TODAY + timedelta(days=days)),))
    (suggestion,) = rank(WISH, Register([somebody], TODAY)).eligible
    assert [sentence(fact, "nl") for fact in suggestion.cares] == [words]


def test_a_rare_language_weighs_more_than_distance_and_days() -> None:
    near = _volunteer(1, display_name="Dichtbij")
    far = _volunteer(2, display_name="Ver", languages=("pap",), coordinates=(50.8, 5.7), availability=(), carrying=2)
    ranking = rank(WISH, Register([near, far], TODAY))
    assert [each.volunteer.display_name for each in ranking.eligible] == ["Ver", "Dichtbij"]


def test_nearer_freer_and_less_loaded_comes_first() -> None:
    wish = replace(WISH, languages=("nl",))
    plain = _volunteer(1)
    for better in (
        {"coordinates": (53.03, 6.40)},
        {"carrying": 0},
        {"availability": (Hours(2, *AFTERNOON), Hours(4, *AFTERNOON))},
    ):
        ranking = rank(wish, Register([plain, replace(_volunteer(2), **better)], TODAY))
        assert ranking.eligible[0].volunteer.id == UUID(int=102), better


@pytest.mark.parametrize(
    ("ends_on", "nl", "en"),
    [
        (None, "Heeft pauze", "Takes a break"),
        (date(2027, 1, 3), "Heeft pauze tot en met 3 januari", "Takes a break up to and including 3 January"),
    ],
)
def test_who_has_a_pause_cannot_be_asked(ends_on: date | None, nl: str, en: str) -> None:
    pause = Pause(starts_on=TODAY, ends_on=ends_on)
    found = _only(_volunteer(1, pause=pause))
    assert found is not None
    assert (sentence(found, "nl"), sentence(found, "en")) == (nl, en)
    # it is a question of the day
    assert obstacle(_volunteer(1, pause=pause), WISH, TODAY - timedelta(days=1)) is None
    if ends_on:
        assert obstacle(_volunteer(1, pause=pause), WISH, ends_on + timedelta(days=1)) is None


@pytest.mark.parametrize(("capacity", "carrying"), [(0, 0), (0, 1), (1, 2)])
def test_who_wants_nobody_new_is_left_alone(capacity: int, carrying: int) -> None:
    found = _only(_volunteer(1, capacity=capacity, carrying=carrying))
    assert found is not None
    assert sentence(found, "nl") == "Wil er nu niemand bij"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (0, 17, ["Is weg tot en met 10 december"]),
        (13, 17, ["Is weg van 6 december tot en met 10 december"]),
        (14, 17, []),
        (-9, 0, ["Is weg tot en met 23 november"]),
    ],
)
def test_who_is_away_within_two_weeks_can_be_asked_with_care(first: int, last: int, words: list[str]) -> None:
    away = (Period(TODAY + timedelta(days=first), TODAY + timedelta(days=last)),)
    (suggestion,) = rank(WISH, Register([_volunteer(1, away=away)], TODAY)).eligible
    assert [sentence(fact, "nl") for fact in suggestion.cares] == words


def test_who_is_away_longer_has_fewer_days_that_suit() -> None:
    two_weeks, a_day = Period(TODAY, TODAY + timedelta(days=13)), Period(TODAY, TODAY)
    people = [_volunteer(1, away=(two_weeks,)), _volunteer(2, away=(a_day,)), _volunteer(3)]
    ranked = rank(WISH, Register(people, TODAY)).eligible
    assert [each.volunteer.id for each in ranked] == [person.id for person in reversed(people)]
    assert ranked[0].score > ranked[2].score
