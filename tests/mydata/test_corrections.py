"""A volunteer asks for a correction; the coordinators answer within a month, and nobody talks about anything else."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
import pytest_asyncio

from tests.calling import Browser
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, InvalidInput, NotAllowedNow, NotFound
from vrijplaats.core.jobs import WORKER, run_periodic
from vrijplaats.core.pools import open_database
from vrijplaats.mydata.corrections import actions, queries, rules
from vrijplaats.mydata.corrections.jobs import PERIODIC
from vrijplaats.mydata.corrections.queries import CorrectionView
from vrijplaats.mydata.corrections.rules import CorrectionItem, CorrectionOutcome, CorrectionReason
from vrijplaats.requests.errors import CitizenNumber, PlanReference
from vrijplaats.settings import Login, Settings

ASKED = datetime(2026, 1, 31, 9, 0, tzinfo=UTC)
REMIND, FORGET = PERIODIC


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    """core.db, open for the worker's role too; closed with the other."""
    await open_database(db.dsn(Login.WORKER), max_size=4, name=WORKER)


@dataclass(frozen=True, slots=True)
class Desk:
    """A volunteer and two coordinators of one organisation."""

    world: World
    organisation: UUID
    els: Actor
    anja: Actor
    bert: Actor

    async def ask(self, wanted: str = "Groningen", item: CorrectionItem = CorrectionItem.PLACE) -> CorrectionView:
        async with db.transaction(self.els):
            return await actions.ask_correction(self.els, item=item, wanted=wanted)

    async def answer(
        self, actor: Actor, correction: UUID, outcome: str = "CHANGED", reason: str | None = None
    ) -> CorrectionView:
        said = {"outcome": CorrectionOutcome(outcome), "reason": CorrectionReason(reason) if reason else None}
        async with db.transaction(actor):
            return await actions.answer_correction(actor, correction_id=correction, **said)  # type: ignore[arg-type]  # two kinds of values in one dict

    async def withdraw(self, actor: Actor, correction: UUID) -> None:
        async with db.transaction(actor):
            await actions.withdraw_correction(actor, correction_id=correction)

    async def mine(self) -> list[CorrectionView]:
        async with db.transaction(self.els, read_only=True):
            return await queries.my_corrections(self.els)

    async def waiting(self, actor: Actor | None = None) -> list[CorrectionView]:
        async with db.transaction(actor or self.anja, read_only=True):
            return await queries.corrections_waiting(actor or self.anja)

    async def told(self, event: str) -> list[list[UUID]]:
        sql = "select recipients from outbox where organisation_id = $1 and event = $2 order by id"
        return [row["recipients"] for row in await self.world.rows(sql, self.organisation, event)]


@pytest_asyncio.fixture(loop_scope="module")
async def desk(world: World) -> Desk:
    organisation = await world.an_organisation()
    anja, bert = [await world.a_coordinator(organisation, name) for name in ("Anja", "Bert")]
    return Desk(world, organisation, await world.a_volunteer(organisation, "Els"), anja, bert)


async def test_it_is_asked_seen_and_answered(desk: Desk) -> None:
    with clock.travel(ASKED):
        asked = await desk.ask("  Groningen,\n vanaf mei ")
    assert (asked.wanted, asked.due_on, asked.outcome) == ("Groningen, vanaf mei", date(2026, 2, 28), None)
    assert await desk.told("correction.asked") == [[]]
    (seen,) = await desk.waiting()
    assert (seen.volunteer_name, seen.item) == ("Els", CorrectionItem.PLACE)
    answered = await desk.answer(desk.bert, asked.id)
    assert answered.outcome is CorrectionOutcome.CHANGED and answered.answered_at is not None
    assert await desk.waiting() == [] and [each.outcome for each in await desk.mine()] == [CorrectionOutcome.CHANGED]
    assert await desk.told("correction.changed") == [[desk.els.person_id]]
    verbs = await desk.world.rows("select verb from history where organisation_id = $1 order by id", desk.organisation)
    assert [row["verb"] for row in verbs] == ["correction.ask", "correction.answer"]
    with pytest.raises(NotAllowedNow):
        await desk.answer(desk.anja, asked.id)


async def test_what_is_not_changed_has_a_reason(desk: Desk) -> None:
    asked = await desk.ask()
    with pytest.raises(InvalidInput):
        await desk.answer(desk.anja, asked.id, "NOT_CHANGED")
    with pytest.raises(InvalidInput):
        await desk.answer(desk.anja, asked.id, "CHANGED", "IS_RIGHT")
    await desk.answer(desk.anja, asked.id, "NOT_CHANGED", "NEEDS_PROOF")
    assert [(each.outcome, each.reason) for each in await desk.mine()] == [
        (CorrectionOutcome.NOT_CHANGED, CorrectionReason.NEEDS_PROOF)
    ]
    assert await desk.told("correction.not_changed") == [[desk.els.person_id]]


async def test_one_question_about_a_thing_at_a_time(desk: Desk) -> None:
    first = await desk.ask()
    with pytest.raises(NotAllowedNow):
        await desk.ask("Assen")
    await desk.ask("Ook Spaans", CorrectionItem.LANGUAGES)
    await desk.withdraw(desk.els, first.id)
    assert [each.wanted for each in await desk.mine()] == ["Ook Spaans"]
    with pytest.raises(NotAllowedNow):
        await desk.answer(desk.anja, first.id)
    await desk.ask("Assen")
    assert len(await desk.waiting()) == 2


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("staat in het re-integratieplan", PlanReference),
        ("mijn BSN is 123456782", CitizenNumber),
        ("", InvalidInput),
        (" \n\t ", InvalidInput),
        ("x" * 201, InvalidInput),
        ("x" * 5000, InvalidInput),
        ("\x00", InvalidInput),
    ],
)
async def test_the_text_is_screened_as_every_note_is(desk: Desk, text: str, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        await desk.ask(text)
    assert await desk.mine() == []


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("3 november, 90 minuten", True),
        ("Dinsdag 24-11-2026: 55 min. en 12,5 km, spreekkamer", True),
        ("Ging niet door op 3 nov", True),
        ("3 November, 90 minutes, private room", True),
        ("3 november, hij vertelde over thuis", False),
        ("Was verdrietig", False),
        ("hij_huilde op 3 november", False),
    ],
)
def test_of_a_visit_nothing_can_be_told(text: str, fits: bool) -> None:
    if fits:
        assert rules.wanted_text(CorrectionItem.VISIT, text) == text
        return
    with pytest.raises(InvalidInput):
        rules.wanted_text(CorrectionItem.VISIT, text)


async def test_two_coordinators_at_once_answer_once(desk: Desk) -> None:
    asked = await desk.ask()
    answers = await asyncio.gather(
        desk.answer(desk.anja, asked.id),
        desk.answer(desk.bert, asked.id, "NOT_CHANGED", "IS_RIGHT"),
        return_exceptions=True,
    )
    assert sorted(type(each).__name__ for each in answers) == ["CorrectionView", "NotAllowedNow"]


async def test_nobody_else_sees_or_answers_it(desk: Desk) -> None:
    asked = await desk.ask()
    stranger = await desk.world.a_coordinator(await desk.world.an_organisation())
    colleague = await desk.world.a_volunteer(desk.organisation)
    assert await desk.waiting(stranger) == []
    with pytest.raises(NotFound):
        await desk.answer(stranger, asked.id)
    with pytest.raises(NotFound):
        await desk.withdraw(colleague, asked.id)
    with pytest.raises(Forbidden):
        await desk.answer(desk.els, asked.id)
    with pytest.raises(Forbidden):
        await desk.waiting(desk.els)


async def test_the_coordinators_are_reminded_once_after_three_weeks(desk: Desk) -> None:
    with clock.travel(ASKED):
        asked = await desk.ask()
    for after, times in ((timedelta(days=20, hours=23), 0), (timedelta(days=21), 1), (timedelta(days=22), 1)):
        with clock.travel(ASKED + after):
            await run_periodic(REMIND)
        assert len(await desk.told("correction.waiting")) == times
    with clock.travel(ASKED + timedelta(days=25)):
        await desk.answer(desk.anja, asked.id)
        await run_periodic(REMIND)
    assert len(await desk.told("correction.waiting")) == 1


async def test_an_answer_is_forgotten_after_90_days_and_a_question_is_not(desk: Desk) -> None:
    with clock.travel(ASKED):
        answered = await desk.ask()
        await desk.ask("Ook Spaans", CorrectionItem.LANGUAGES)
        await desk.answer(desk.anja, answered.id)
    kept = "select count(*) from correction where organisation_id = $1"
    for after, left in ((timedelta(days=89), 2), (timedelta(days=90, seconds=1), 1), (timedelta(days=400), 1)):
        with clock.travel(ASKED + after):
            await run_periodic(FORGET)
        assert await desk.world.value(kept, desk.organisation) == left


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("2026-01-31", "2026-02-28"),
        ("2028-01-31", "2028-02-29"),
        ("2026-12-05", "2027-01-05"),
        ("2026-03-01", "2026-04-01"),
    ],
)
def test_a_month_is_until_the_same_day_of_the_next(asked: str, due: str) -> None:
    assert rules.due(date.fromisoformat(asked)) == date.fromisoformat(due)


async def test_the_graph_answers_in_words(browser: Browser, desk: Desk) -> None:
    ask = """mutation M($input: AskCorrectionInput!) { askCorrection(input: $input) {
      ... on AskCorrectionSuccess { correction { id item wanted dueOn } } ... on Problem { code message } } }"""
    await browser.sign_in(desk.els)
    refused = await browser.graphql(ask, {"input": {"item": "PLACE", "wanted": "zie zijn detentieplan"}})
    assert refused["askCorrection"]["code"] == "PLAN_REFERENCE"
    done = (await browser.graphql(ask, {"input": {"item": "PLACE", "wanted": "Assen"}}))["askCorrection"]
    assert done["correction"]["wanted"] == "Assen"
    again = (await browser.graphql(ask, {"input": {"item": "PLACE", "wanted": "Emmen"}}))["askCorrection"]
    assert again["message"] == "Dit kan nu niet meer: je vroeg dit al, wacht op antwoord."
