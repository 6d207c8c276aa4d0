"""Who is ready on a day, how far it is, and what languages are called."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrijplaats.volunteers.languages import canonical_language, language_name
from vrijplaats.volunteers.rules import (
    NotReady,
    Obstacle,
    Paper,
    Volunteer,
    VolunteerStatus,
    kilometres_between,
    ready_on,
)

HERE = UUID("01890000-0000-7000-8000-000000000001")
DAY = date(2026, 11, 24)


def a_paper(kind: str = "VOG", valid_from: date = date(2025, 1, 1), valid_until: date | None = None) -> Paper:
    return Paper(kind, valid_from, valid_until)


def a_volunteer(**changes: Any) -> Volunteer:
    ready = Volunteer(
        id=uuid4(),
        organisation_id=uuid4(),
        person_id=uuid4(),
        display_name="Karin",
        status=VolunteerStatus.ACTIVE,
        gender=None,
        place="Assen",
        coordinates=None,
        languages=("nl",),
        kinds=frozenset({"ONE_TO_ONE"}),
        capacity=2,
        carrying=0,
        credentials=(a_paper(),),
        admissions={HERE: (a_paper("ADMISSION"),)},
        required={"ONE_TO_ONE": frozenset({"VOG"})},
    )
    return replace(ready, **changes)


def test_somebody_with_all_papers_is_ready() -> None:
    assert ready_on(a_volunteer(), "ONE_TO_ONE", HERE, DAY) == ()
    assert ready_on(a_volunteer(status=VolunteerStatus.READY), "ONE_TO_ONE", HERE, DAY) == ()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"status": VolunteerStatus.APPLICANT}, NotReady(Obstacle.NOT_ACTIVE)),
        ({"status": VolunteerStatus.IN_TRAINING}, NotReady(Obstacle.NOT_ACTIVE)),
        ({"status": VolunteerStatus.LEFT}, NotReady(Obstacle.NOT_ACTIVE)),
        ({"kinds": frozenset({"COURSE"})}, NotReady(Obstacle.OTHER_KINDS)),
        ({"credentials": ()}, NotReady(Obstacle.NO_CREDENTIAL, "VOG")),
        ({"credentials": (a_paper("REFERENCE"),)}, NotReady(Obstacle.NO_CREDENTIAL, "VOG")),
        ({"credentials": (a_paper(valid_from=date(2026, 11, 25)),)}, NotReady(Obstacle.NO_CREDENTIAL, "VOG")),
        ({"credentials": (a_paper(valid_until=date(2026, 11, 23)),)}, NotReady(Obstacle.CREDENTIAL_OVER, "VOG")),
        ({"admissions": {}}, NotReady(Obstacle.NO_ADMISSION)),
        ({"admissions": {uuid4(): (a_paper("ADMISSION"),)}}, NotReady(Obstacle.NO_ADMISSION)),
        ({"admissions": {HERE: (a_paper(valid_until=date(2026, 1, 1)),)}}, NotReady(Obstacle.ADMISSION_OVER)),
    ],
)
def test_each_obstacle_is_named(changes: dict[str, Any], reason: NotReady) -> None:
    assert ready_on(a_volunteer(**changes), "ONE_TO_ONE", HERE, DAY) == (reason,)


def test_the_first_and_the_last_day_count() -> None:
    one_day = (a_paper(valid_from=DAY, valid_until=DAY),)
    assert ready_on(a_volunteer(credentials=one_day, admissions={HERE: one_day}), "ONE_TO_ONE", HERE, DAY) == ()


def test_a_renewed_paper_makes_up_for_one_that_is_over() -> None:
    papers = (a_paper(valid_until=date(2026, 1, 1)), a_paper(valid_from=date(2026, 1, 2)))
    assert ready_on(a_volunteer(credentials=papers), "ONE_TO_ONE", HERE, DAY) == ()


def test_what_the_organisation_does_not_ask_for_is_not_needed() -> None:
    assert ready_on(a_volunteer(credentials=(), required={"CAMP": frozenset({"VOG"})}), "ONE_TO_ONE", HERE, DAY) == ()


def test_all_obstacles_are_named_in_a_fixed_order() -> None:
    nobody = a_volunteer(
        status=VolunteerStatus.IN_TRAINING,
        credentials=(),
        admissions={},
        required={"ONE_TO_ONE": frozenset({"VOG", "TRAINING_BASIS"})},
    )
    assert [(each.obstacle, each.credential) for each in ready_on(nobody, "ONE_TO_ONE", HERE, DAY)] == [
        (Obstacle.NOT_ACTIVE, None),
        (Obstacle.NO_CREDENTIAL, "TRAINING_BASIS"),
        (Obstacle.NO_CREDENTIAL, "VOG"),
        (Obstacle.NO_ADMISSION, None),
    ]


def test_assen_to_veenhuizen_is_about_thirteen_kilometres() -> None:
    assert kilometres_between((52.9967, 6.5625), (53.0447, 6.3886)) == 13


places = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(here=places, there=places)
def test_the_way_back_is_as_long(here: tuple[float, float], there: tuple[float, float]) -> None:
    assert kilometres_between(here, there) == kilometres_between(there, here)
    assert 0 <= kilometres_between(here, there) <= 20016
    assert kilometres_between(here, here) == 0


@pytest.mark.parametrize(
    ("code", "dutch", "english"),
    [
        ("pap", "Papiaments", "Papiamentu"),
        ("tr", "Turks", "Turkish"),
        ("nl", "Nederlands", "Dutch"),
        ("prs", "Dari", "Dari"),
        ("pt-BR", "Portugees (Brazilië)", "Portuguese (Brazil)"),
        ("zh-Hans-CN", "Chinees (vereenvoudigd, China)", "Chinese (Simplified, China)"),
        ("qqq", "qqq", "qqq"),
    ],
)
def test_a_language_has_its_name_in_the_readers_language(code: str, dutch: str, english: str) -> None:
    assert language_name(code, "nl") == dutch
    assert language_name(code, "en") == english
    assert language_name(code, "fr") == dutch


@given(st.text(max_size=40))
def test_any_text_is_a_language_or_not(text: str) -> None:
    code = canonical_language(text)
    assert code is None or canonical_language(code) == code
