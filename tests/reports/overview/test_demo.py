"""Never two numbers for one word: on the demo's own data the overview says what the publications say, and behind each
number is a list with exactly so many rows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import asyncpg
import pytest
import pytest_asyncio

from tests.calling import a_browser
from tests.conftest import DemoWorld
from tests.demo.playing import Persona
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.db import close_database, open_database
from vrijplaats.settings import Login

COORDINATORS = ("coordinator", "coordinator-humanitas", "coordinator-exodus")
OVERVIEW = """query($from: Date!, $to: Date!) { overview(periodStart: $from, periodEnd: $to) {
  active ready ending waiting { facility { code } total notAsked waits { longerThan atMost count } }
  invitations accepted visitsHeld hours visitsNotHeld notHeld { side count } } }"""
PUBLISHED = """{ viewer { memberships { organisation { name } } }
  publications { periodStart periodEnd tables { key rows { organisation visits hours } } } }"""
INBOX = "query($filter: InboxFilter) { requestInbox(first: 1, filter: $filter) { totalCount } }"
REGISTER = """query($statuses: [VolunteerStatus!], $paused: Boolean, $ending: Boolean!) {
  register(first: 1, statuses: $statuses, paused: $paused, ending: $ending) { totalCount } }"""
VISITS = """query($from: Date!, $to: Date!, $held: Boolean!, $side: CancelSide) {
  overviewVisits(periodStart: $from, periodEnd: $to, held: $held, side: $side, first: 1) { totalCount } }"""
INVITATIONS = """query($from: Date!, $to: Date!, $answer: OfferState) {
  overviewInvitations(periodStart: $from, periodEnd: $to, answer: $answer, first: 1) { totalCount } }"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def persona(demo_world: DemoWorld) -> AsyncIterator[Persona]:
    """Somebody of the demo."""
    settings = demo_world.settings
    await open_database(settings.dsn(Login.APP), max_size=2)
    connection = await asyncpg.connect(settings.dsn(Login.ADMIN))
    browser = a_browser(settings, World(connection))
    async with browser.http:
        yield Persona(browser)
    await connection.close()
    await close_database()


@pytest.mark.parametrize("key", COORDINATORS)
async def test_a_quarter_has_the_number_that_was_published(persona: Persona, key: str) -> None:
    found = await persona.ask(key, PUBLISHED)
    own = found["viewer"]["memberships"][0]["organisation"]["name"]
    assert len(found["publications"]) == 2
    for publication in found["publications"]:
        days = {"from": publication["periodStart"], "to": publication["periodEnd"]}
        rows = [row for row in publication["tables"][0]["rows"] if row["organisation"] == own]
        shown = (await persona.ask(key, OVERVIEW, days))["overview"]
        assert (shown["visitsHeld"], shown["hours"]) == (rows[0]["visits"], rows[0]["hours"])
        assert rows[0]["visits"] > 20


async def test_behind_each_number_is_a_list_with_so_many_rows(persona: Persona) -> None:
    today = clock.today()
    days = {"from": (today - timedelta(days=364)).isoformat(), "to": today.isoformat()}
    found = (await persona.ask("coordinator", OVERVIEW, days))["overview"]

    async def rows(document: str, **variables: Any) -> int:
        answer = await persona.ask("coordinator", document, variables)
        (only,) = answer.values()
        count: int = only["totalCount"]
        return count

    for name, statuses in (("active", ["ACTIVE"]), ("ready", ["READY"])):
        assert await rows(REGISTER, statuses=statuses, paused=False, ending=False) == found[name] > 0
    taking_part = ["APPLICANT", "IN_TRAINING", "READY", "ACTIVE"]
    assert await rows(REGISTER, statuses=taking_part, paused=None, ending=True) == found["ending"] > 0

    assert await rows(INBOX, filter={}) == sum(each["total"] for each in found["waiting"]) > 0
    asked = sum(each["notAsked"] for each in found["waiting"])
    assert await rows(INBOX, filter={"standing": "NOT_ASKED"}) == asked
    for each in found["waiting"]:
        code = each["facility"]["code"]
        assert await rows(INBOX, filter={"facility": code}) == each["total"]
        for wait in each["waits"]:
            narrowed = {"facility": code, "waitingDays": wait["longerThan"], "waitingAtMost": wait["atMost"]}
            assert await rows(INBOX, filter=narrowed) == wait["count"]

    assert await rows(VISITS, **days, held=True) == found["visitsHeld"] > 0
    assert await rows(VISITS, **days, held=False) == found["visitsNotHeld"] > 0
    for side in found["notHeld"]:
        assert await rows(VISITS, **days, held=False, side=side["side"]) == side["count"]
    assert await rows(INVITATIONS, **days) == found["invitations"] > 0
    assert await rows(INVITATIONS, **days, answer="ACCEPTED") == found["accepted"]
