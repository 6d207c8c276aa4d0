"""A correction of a logged visit corrects it: log and answer in one, by a coordinator, while the request is open."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio

from tests.calling import Browser
from tests.mydata.logged import WANTED, Desk
from tests.visits.story import a_story, at, on
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, InvalidInput, NotAllowedNow, NotFound
from vrijplaats.mydata.corrections import actions, queries
from vrijplaats.mydata.corrections.queries import CorrectionView
from vrijplaats.mydata.corrections.rules import CorrectionItem, CorrectionOutcome, CorrectionReason
from vrijplaats.visits.rules import VisitOutcome, VisitSetting, VisitState

pytestmark = pytest.mark.usefixtures("db")

ASK = """mutation M($input: AskCorrectionInput!) { askCorrection(input: $input) { __typename
  ... on AskCorrectionSuccess { correction { id } } ... on Problem { code message } } }"""
WAITING = """{ correctionsWaiting { id wanted visit { startsAt kilometreRateCents cancelSide
  log { outcome minutes setting travelKilometres loggedBy correctedBy correctedAt } } } }"""
CORRECT = """mutation M($input: CorrectVisitInput!) { correctVisit(input: $input) { __typename
  ... on CorrectVisitSuccess { correction { outcome visit { log { minutes correctedBy } } } }
  ... on Problem { code message } } }"""
ANSWER = """mutation M($input: AnswerCorrectionInput!) { answerCorrection(input: $input) {
  __typename ... on Problem { code message } } }"""


@pytest_asyncio.fixture(loop_scope="module")
async def desk(world: World) -> Desk:
    story = await a_story(world)
    past = await world.a_visit(story.match, at(14, day=22))
    with on():
        await story.log(past.id)
    return Desk(story, past, await world.a_coordinator(story.organisation, "Bert Kok"))


async def test_the_log_and_the_answer_are_one(desk: Desk) -> None:
    asked = await desk.ask()
    answered = await desk.correct(asked, minutes=90, travel_kilometres=31.0, setting=VisitSetting.PRIVATE_ROOM)
    assert (answered.outcome, answered.reason) == (CorrectionOutcome.CHANGED, None)
    assert await desk.stands() == ("HELD", 90, "PRIVATE_ROOM", 31.0)
    seen = await desk.visit()
    assert seen is not None and seen.log is not None
    assert seen.state is VisitState.LOGGED and seen.log.corrected_at is not None
    assert await desk.told("correction.changed") == [[desk.story.volunteer.person_id]]
    # one row says it, by whom, with ids only, and in no prison's history
    rows = [row for row in await desk.history() if row["verb"] not in {"visit.log", "correction.ask"}]
    assert rows == [{"verb": "visit.correct", "person_id": desk.story.coordinator.person_id, "facility_id": None}]
    subject = (
        "select array(select jsonb_object_keys(subject) order by 1) from history"
        " where verb = 'visit.correct' and person_id = $1"
    )
    assert await desk.world.value(subject, desk.story.coordinator.person_id) == ["correction", "match", "visit"]
    # who logged it, and when, stays
    wrote = (
        "select logged_by = $2 and logged_at < corrected_at and corrected_by = $3 from visit_log where visit_id = $1"
    )
    people = (desk.story.volunteer.person_id, desk.story.coordinator.person_id)
    assert await desk.world.value(wrote, desk.past.id, *people) is True


async def test_changed_is_said_by_changing_it_and_nothing_changed_is_no_change(desk: Desk) -> None:
    asked = await desk.ask()
    with pytest.raises(InvalidInput) as problem:
        await desk.answer(asked, "CHANGED")
    assert problem.value.message("nl") == "Antwoord: pas het bezoek zelf aan, dan is dat het antwoord."
    with pytest.raises(InvalidInput) as problem:
        await desk.correct(asked)
    assert problem.value.message("nl") == "Bezoek: dit staat er al, er verandert niets."
    assert await desk.stands() == ("HELD", 60, "SUPERVISED_HALL", 24.5)
    assert await desk.told("correction.changed") == []
    assert (await desk.answer(asked, "NOT_CHANGED", "IS_RIGHT")).reason is CorrectionReason.IS_RIGHT


@pytest.mark.parametrize(
    "changes",
    [
        {"minutes": 0},
        {"minutes": 1441},
        {"travel_kilometres": -1.0},
        {"travel_kilometres": float("nan")},
        {"travel_kilometres": 12.34},
        {"outcome": VisitOutcome.DETAINEE_ABSENT, "minutes": 60},
    ],
)
async def test_the_rules_are_those_of_a_log(desk: Desk, changes: dict[str, Any]) -> None:
    asked = await desk.ask()
    with pytest.raises(InvalidInput):
        await desk.correct(asked, **changes)
    assert await desk.stands() == ("HELD", 60, "SUPERVISED_HALL", 24.5)


async def test_only_while_the_request_is_open(desk: Desk) -> None:
    refused = await desk.ask()
    await desk.answer(refused, "NOT_CHANGED", "IS_RIGHT")
    done = await desk.ask()
    await desk.correct(done, minutes=75)
    for closed in (refused, done):
        with pytest.raises(NotAllowedNow):
            await desk.correct(closed, minutes=90)
    asked = await desk.ask()
    async with db.transaction(desk.story.volunteer):
        await actions.withdraw_correction(desk.story.volunteer, correction_id=asked)
    with pytest.raises(NotAllowedNow):
        await desk.correct(asked, minutes=90)
    assert (await desk.stands())[1] == 75


async def test_of_two_coordinators_at_once_one_writes_the_log(desk: Desk) -> None:
    asked = await desk.ask()
    answers = await asyncio.gather(
        desk.correct(asked, minutes=90), desk.correct(asked, desk.bert, minutes=45), return_exceptions=True
    )
    assert sorted(type(each).__name__ for each in answers) == ["CorrectionView", "NotAllowedNow"]
    assert (await desk.stands())[1] == (90 if isinstance(answers[0], CorrectionView) else 45)
    assert [row["verb"] for row in await desk.history()].count("visit.correct") == 1


async def test_nobody_else_corrects_and_of_no_other_visit(desk: Desk, world: World) -> None:
    asked = await desk.ask()
    other = await world.a_coordinator(await world.an_organisation())
    with pytest.raises(NotFound):
        await desk.correct(asked, other, minutes=90)
    with pytest.raises(NotFound):
        await desk.correct(uuid4(), minutes=90)
    for actor in (desk.story.volunteer, desk.story.staff):
        with pytest.raises(Forbidden):
            await desk.correct(asked, actor, minutes=90)
    colleague = await world.a_volunteer(desk.story.organisation)
    with pytest.raises(NotFound):
        await desk.ask(actor=colleague)
    with pytest.raises(NotFound):
        await desk.ask(uuid4())


async def test_the_database_itself_lets_a_log_be_written_only_while_it_is_asked(desk: Desk) -> None:
    """Whatever the code does: without an open request about this very visit no row is reached, and never by others."""
    write = "update visit_log set minutes = 1, corrected_by = $2, corrected_at = now() where visit_id = $1"

    async def reached(actor: Actor) -> int:
        async with db.transaction(actor):
            return await db.execute(write, desk.past.id, actor.person_id)

    anja = desk.story.coordinator
    next_to_it = await desk.world.a_visit(desk.story.match, at(10, day=22))
    with on():
        await desk.story.log(next_to_it.id)
    elsewhere = await desk.ask(next_to_it.id)
    assert await reached(anja) == 0
    await desk.ask()
    assert (await reached(desk.story.volunteer), await reached(desk.story.staff)) == (0, 0)
    assert await reached(anja) == 1
    await desk.answer(elsewhere, "NOT_CHANGED", "IS_RIGHT")


async def test_the_prison_sees_nothing_of_it(desk: Desk) -> None:
    await desk.correct(await desk.ask(), minutes=90)
    seen = await desk.visit(desk.story.staff)
    assert seen is not None and seen.log is None and seen.match_id is None
    async with db.transaction(desk.story.staff, read_only=True):
        assert await db.fetch("select * from visit_log") == [] and await db.fetch("select * from correction") == []
        assert await db.fetch("select * from history where verb = 'visit.correct'") == []


async def test_a_visit_that_was_off_and_took_place(desk: Desk) -> None:
    """Called off, and held all the same: there was no log to differ from."""
    off: dict[str, Any] = {"state": "CANCELLED", "cancel_side": "FACILITY", "cancel_cause": "NO_STAFF"}
    called_off = await desk.world.a_visit(desk.story.match, at(10, day=21), **off)
    asked_at = datetime.now(UTC)
    asked = await desk.ask(called_off.id)
    with pytest.raises(InvalidInput):  # whose side called it off, and why, would be lost
        await desk.correct(asked, outcome=VisitOutcome.DETAINEE_ABSENT, minutes=0)
    await desk.correct(asked, minutes=45)
    assert await desk.stands(called_off.id) == ("HELD", 45, "SUPERVISED_HALL", 24.5)
    seen = await desk.visit(visit=called_off.id)
    assert seen is not None and (seen.state, seen.cancel_side) == (VisitState.LOGGED, None)
    # as the volunteer said it, when they asked: the visit counts as logged by them
    row = "select logged_by = $2 and logged_at >= $3 from visit_log where visit_id = $1"
    assert await desk.world.value(row, called_off.id, desk.story.volunteer.person_id, asked_at) is True


async def test_what_was_never_logged_or_is_still_to_come_is_not_asked_about(desk: Desk) -> None:
    off: dict[str, Any] = {"state": "CANCELLED", "cancel_side": "FACILITY", "cancel_cause": "NO_STAFF"}
    world, match, soon = desk.world, desk.story.match, clock.now() + timedelta(days=5)
    for visit in (
        await world.a_visit(match, at(9, day=20)),
        await world.a_visit(match, soon, **off),
    ):
        with pytest.raises(InvalidInput):
            await desk.ask(visit.id)


async def test_each_visit_is_a_thing_of_its_own_and_one_without_a_visit_is_not_taken(desk: Desk) -> None:
    second = await desk.world.a_visit(desk.story.match, at(10, day=22))
    with on():
        await desk.story.log(second.id)
    await desk.ask()
    with pytest.raises(NotAllowedNow):
        await desk.ask()
    await desk.ask(second.id)
    els = desk.story.volunteer
    for about in ({"item": CorrectionItem.VISIT}, {"item": CorrectionItem.PLACE, "visit_id": second.id}):
        with pytest.raises(InvalidInput):
            async with db.transaction(els):
                await actions.ask_correction(els, wanted="90 minuten", **about)


async def test_what_was_asked_before_visits_were_named_can_be_turned_down(desk: Desk) -> None:
    els, now = desk.story.volunteer, clock.now()
    whose = {"organisation_id": els.organisation_id, "volunteer_id": els.volunteer_id}
    asked = {"item": "VISIT", "wanted": "90 minuten", "asked_at": now, "due_on": now.date() + timedelta(days=30)}
    old = await desk.world.insert("correction", **whose, **asked)
    with pytest.raises(InvalidInput):
        await desk.correct(old, minutes=90)
    assert (await desk.answer(old, "NOT_CHANGED", "UNCLEAR")).answered_at is not None


async def test_a_match_that_ended_a_person_who_moved_and_a_volunteer_who_left_change_nothing(
    desk: Desk, world: World
) -> None:
    asked, there = await desk.ask(), await world.a_facility("Zwolle")
    match, volunteer = desk.story.match, desk.story.volunteer
    await world.a_departure(desk.story.staff, match.request_id, there, match=match, moved=True)
    await world.connection.execute("update match set state = 'ENDED', ended_on = '2026-11-23' where id = $1", match.id)
    await world.connection.execute("update membership set ended_at = now() where id = $1", volunteer.membership_id)
    await world.connection.execute(
        "update volunteer set status = 'LEFT', status_since = current_date where id = $1", volunteer.volunteer_id
    )
    async with db.transaction(desk.story.coordinator, read_only=True):
        (line,) = await queries.corrections_waiting(desk.story.coordinator)
        assert line.visit_id is not None
        (stands,) = await queries.visits_of(desk.story.coordinator, [line.visit_id])
        assert stands is not None and stands.log is not None
    await desk.correct(asked, minutes=90)
    assert (await desk.stands())[1] == 90


async def test_live_figures_follow(desk: Desk) -> None:
    sql = "select count(*), coalesce(sum(minutes), 0) from visits_held('2026-11-22', '2026-11-22')"
    off = "select side from visits_not_held($1, '2026-11-22', '2026-11-22')"

    async def counted() -> list[Any]:
        async with db.transaction(desk.story.coordinator, read_only=True):
            held = await db.fetch_one(sql)
            assert held is not None
            return [*held.values(), *[row["side"] for row in await db.fetch(off, desk.story.organisation)]]

    assert await counted() == [1, 60]
    await desk.correct(await desk.ask(), minutes=90)
    assert await counted() == [1, 90]
    await desk.correct(await desk.ask(), outcome=VisitOutcome.DETAINEE_ABSENT, minutes=0)
    assert await counted() == [0, 0, "DETAINEE"]


async def test_over_the_endpoint_once_and_in_words(browser: Browser, desk: Desk) -> None:
    await browser.sign_in(desk.story.volunteer)
    lacking = {"input": {"item": "VISIT", "wanted": WANTED}}
    refused = (await browser.graphql(ASK, lacking))["askCorrection"]
    assert (refused["code"], refused["message"]) == ("INVALID_INPUT", "Welk bezoek: kies om welk bezoek het gaat.")
    lacking["input"]["visitId"] = str(desk.past.id)
    asked = (await browser.graphql(ASK, lacking))["askCorrection"]["correction"]["id"]
    await browser.sign_in(desk.story.coordinator)
    (line,) = (await browser.graphql(WAITING))["correctionsWaiting"]
    name = await desk.world.value("select display_name from person where id = $1", desk.story.volunteer.person_id)
    assert line["visit"]["kilometreRateCents"] == 23
    assert line["visit"]["log"] == {
        "outcome": "HELD",
        "minutes": 60,
        "setting": "SUPERVISED_HALL",
        "travelKilometres": 24.5,
        "loggedBy": name,
        "correctedBy": None,
        "correctedAt": None,
    }
    said = {"input": {"correctionId": asked, "outcome": "CHANGED"}}
    assert (await browser.graphql(ANSWER, said))["answerCorrection"]["code"] == "INVALID_INPUT"
    figures = {"outcome": "HELD", "minutes": 90, "setting": "SUPERVISED_HALL", "travelKilometres": 24.5}
    becomes, key = {"input": {"correctionId": asked, **figures}}, uuid4()
    first, again = [await browser.graphql(CORRECT, becomes, key) for _ in range(2)]
    assert first == again  # a second press with the same key is the same one
    done = first["correctVisit"]["correction"]
    assert done == {"outcome": "CHANGED", "visit": {"log": {"minutes": 90, "correctedBy": "Anja Vos"}}}
    late = (await browser.graphql(CORRECT, becomes))["correctVisit"]
    assert late["message"] == "Dit kan nu niet meer: hier is al op geantwoord."
    assert [row["verb"] for row in await desk.history()].count("visit.correct") == 1
