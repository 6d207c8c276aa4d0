"""Own papers: what is valid until when, what to do, and one clear answer at the gate."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from tests.calling import Browser
from tests.visits.story import MORNING, Story, a_story, at, on
from tests.world import World
from vrijplaats.core import db
from vrijplaats.visits.papers import queries
from vrijplaats.volunteers.credentials.rules import Held, PaperState, standing
from vrijplaats.volunteers.queries import register
from vrijplaats.volunteers.rules import Obstacle, ready_on

TODAY = date(2026, 11, 23)
PAPERS = "{ myPapers { name facility { city } state validUntil validity advice } }"
GATE = """query($d: Date) { readyForGate(date: $d) {
  facility { id } date ready checks { ok title hint } coordinator { name phone } } }"""


async def _needs(story: Story, *kinds: str) -> None:
    for kind in kinds:
        await story.world.insert(
            "credential_requirement",
            organisation_id=story.organisation,
            activity_kind="ONE_TO_ONE",
            credential_kind=kind,
        )


async def _until(story: Story, kind: str, day: date | None, table: str = "credential") -> None:
    await story.world.connection.execute(
        f"update {table} set valid_until = $2 where volunteer_id = $1"
        + ("" if table == "admission" else " and kind = $3"),
        story.volunteer.volunteer_id,
        day,
        *(() if table == "admission" else (kind,)),
    )


@pytest.mark.parametrize(
    ("left", "state", "step"),
    [
        (None, PaperState.VALID, None),
        (91, PaperState.VALID, None),
        (90, PaperState.EXPIRES_SOON, 90),
        (30, PaperState.EXPIRES_SOON, 30),
        (7, PaperState.EXPIRES_SOON, 7),
        (0, PaperState.EXPIRES_SOON, 7),
        (-1, PaperState.EXPIRED, None),
    ],
)
def test_a_paper_is_valid_through_its_last_day(left: int | None, state: PaperState, step: int | None) -> None:
    until = None if left is None else TODAY + timedelta(days=left)
    found = standing("VOG", None, [Held(kind="VOG", valid_from=date(2020, 1, 1), valid_until=until)], TODAY)
    assert (found.state, found.step, found.valid_until) == (state, step, until)


def test_the_paper_that_lasts_longest_counts() -> None:
    def held(start: int, end: int) -> Held:
        return Held(kind="VOG", valid_from=TODAY + timedelta(days=start), valid_until=TODAY + timedelta(days=end))

    assert standing("VOG", None, [held(-900, 5), held(-1, 800)], TODAY).state is PaperState.VALID
    assert standing("VOG", None, [held(-900, -5), held(2, 800)], TODAY).state is PaperState.EXPIRED
    assert standing("VOG", None, [held(2, 800)], TODAY).state is PaperState.MISSING
    assert standing("VOG", None, [Held(kind="VOG", requested=True)], TODAY).state is PaperState.REQUESTED


async def test_papers_say_until_when_and_what_to_do(world: World, browser: Browser) -> None:
    story = await a_story(world)
    await _needs(story, "VOG", "TRAINING_SOS")
    await _until(story, "VOG", date(2026, 11, 28))
    await browser.sign_in(story.volunteer)
    with on():
        papers = (await browser.graphql(PAPERS))["myPapers"]
    assert [(paper["name"], paper["state"]) for paper in papers] == [
        ("Toelating Veenhuizen", "VALID"),
        ("SOS-training", "MISSING"),
        ("VOG", "EXPIRES_SOON"),
        ("Basistraining", "VALID"),
    ]
    assert papers[2]["validity"] == "Geldig tot en met 28 november 2026"
    assert papers[2]["advice"] == "Anja Vos vraagt een nieuwe aan. Jij maakt de aanvraag daarna af. Bel vandaag."
    assert papers[0]["advice"] is None and papers[1]["validity"] is None


async def test_the_gate_says_yes_with_the_reasons(world: World, browser: Browser) -> None:
    story = await a_story(world)
    await _needs(story, "VOG")
    await world.insert("person_contact", person_id=story.coordinator.person_id, phone="+31592123456")
    await browser.sign_in(story.volunteer)
    with on():
        (answer,) = (await browser.graphql(GATE))["readyForGate"]
    assert (answer["ready"], answer["date"]) == (True, "2026-11-23")
    assert [(check["ok"], check["title"]) for check in answer["checks"]] == [
        (True, "Toelating Veenhuizen"),
        (True, "VOG"),
    ]
    assert answer["coordinator"] == {"name": "Anja Vos", "phone": "+31592123456"}


async def test_the_gate_says_no_and_what_is_wrong_first(world: World, browser: Browser) -> None:
    story = await a_story(world)
    await _needs(story, "VOG")
    await _until(story, "", date(2026, 11, 23), "admission")
    await world.insert(
        "admission",
        organisation_id=story.organisation,
        volunteer_id=story.volunteer.volunteer_id,
        facility_id=story.facility,
        state="REQUESTED",
    )
    with on(at(9, day=22)):
        visit = await story.propose(at(14, day=23))
    await browser.sign_in(story.volunteer)
    with on():
        ready = [(await browser.graphql(GATE, {"d": f"2026-11-{day}"}))["readyForGate"][0] for day in (23, 24)]
        one = "query($id: ID!) { visit(id: $id) { admitted gate { ready checks { title hint } } } }"
        shown = (await browser.graphql(one, {"id": str(visit.id)}))["visit"]
    assert [answer["ready"] for answer in ready] == [True, False]
    assert ready[1]["checks"][0] == {
        "ok": False,
        "title": "Toelating Veenhuizen: verlopen",
        "hint": "Een nieuwe is al aangevraagd. Je hoeft niets te doen.",
    }
    assert (shown["admitted"], shown["gate"]["ready"]) == (True, True)


async def test_a_shorter_term_at_a_prison_stands_with_the_own_papers(world: World, browser: Browser) -> None:
    story = await a_story(world)
    await _needs(story, "VOG")
    await story.world.connection.execute(
        "update credential set valid_from = '2025-12-01', valid_until = '2029-12-01' where volunteer_id = $1",
        story.volunteer.volunteer_id,
    )
    await story.world.insert(
        "credential_validity",
        organisation_id=story.organisation,
        facility_id=story.facility,
        credential_kind="VOG",
        valid_months=12,
    )
    await browser.sign_in(story.volunteer)
    with on():
        papers = (await browser.graphql(PAPERS))["myPapers"]
    mine = [each for each in papers if "VOG" in each["name"]]
    assert [(each["state"], each["validUntil"]) for each in mine] == [
        ("VALID", "2029-12-01"),
        ("EXPIRES_SOON", "2026-12-01"),
    ]
    assert mine[1]["name"].startswith("VOG bij ") and mine[1]["facility"] and mine[1]["advice"]


async def test_who_is_not_active_is_told_to_stay(world: World, browser: Browser) -> None:
    story = await a_story(world)
    await world.connection.execute(
        "update volunteer set status = 'IN_TRAINING' where id = $1", story.volunteer.volunteer_id
    )
    await browser.sign_in(story.volunteer)
    with on():
        (answer,) = (await browser.graphql(GATE))["readyForGate"]
    assert not answer["ready"]
    assert answer["checks"][0]["title"] == "Je staat nu niet als actief"


async def test_the_answer_its_reasons_and_the_rule_of_matching_are_one(world: World) -> None:
    """For every state of admission and paper: the gate's answer, the ticks under it and ready_on say the same."""
    story = await a_story(world)
    await _needs(story, "VOG")
    days: list[date | None] = [None, TODAY - timedelta(days=1), TODAY]
    for admission, paper in product(days, days):
        await _until(story, "", admission, "admission")
        await _until(story, "VOG", paper)
        with on():
            async with db.transaction(story.volunteer):
                (answer,) = await queries.ready_for_gate(story.volunteer, TODAY)
                assert story.volunteer.volunteer_id
                (row,) = await register(story.volunteer, [story.volunteer.volunteer_id])
                obstacles = ready_on(row, "ONE_TO_ONE", story.facility, TODAY)
        assert answer.ready is (not obstacles) is all(check.ok for check in answer.checks), (admission, paper)
        assert Obstacle.NOT_ACTIVE not in {each.obstacle for each in obstacles}


async def test_a_visit_tells_only_its_volunteer(world: World, browser: Browser) -> None:
    story = await a_story(world)
    with on():
        visit = await story.propose(at(14))
        for actor in (story.staff, story.coordinator):
            await browser.sign_in(actor)
            found = await browser.graphql(
                "query($id: ID!) { visit(id: $id) { gate { ready } } }", {"id": str(visit.id)}
            )
            assert found == {"visit": {"gate": None}}


async def test_papers_of_others_are_not_there(world: World, browser: Browser) -> None:
    story, other = await a_story(world), await a_story(world)
    await world.insert("person_contact", person_id=other.coordinator.person_id, phone="+31592123457")
    colleague = await world.a_volunteer(story.organisation)
    await browser.sign_in(colleague)
    with on(MORNING):
        papers = (await browser.graphql(PAPERS))["myPapers"]
    assert [paper["facility"] for paper in papers] == [None, None]
    async with db.transaction(story.volunteer):
        rows: list[dict[str, Any]] = await db.fetch("select person_id from person_contact")
    assert rows == []
