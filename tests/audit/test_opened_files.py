"""Who opened what is sealed in a volunteer's file: the coordinators of that organisation read it, and nobody else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.calling import Browser
from tests.volunteers.desk import Desk, a_desk
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.volunteers.sealed import actions, queries, rules

pytestmark = pytest.mark.usefixtures("db")

OPENED = """
query($after: String) { openedFiles(first: 2, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  edges { node { readerName part facilityName volunteerName volunteerId } } } }
"""
MARIA = rules.emergency("Maria de Jong", "06 12345678", "zus")
ELSEWHERE = "select count_opened_files($1, $2), (select count(*) from opened_files($1, $2, null, null, 9)) as shown"


async def _opened_once_each(desk: Desk, els: Actor) -> None:
    """The emergency contact twice, and then the number of the pass."""
    assert els.volunteer_id is not None
    admission = await desk.world.value("select id from admission where volunteer_id = $1", els.volunteer_id)
    about: dict[str, Any] = {"volunteer_id": els.volunteer_id}
    async with db.transaction(desk.anja):
        await actions.set_emergency_contact(desk.anja, **about, contact=MARIA)
        await actions.set_pass_number(desk.anja, **about, admission_id=admission, number="AB 1234")
    for _ in range(2):
        async with db.transaction(desk.anja):
            assert await queries.emergency_contact(desk.anja, els.volunteer_id)
    async with db.transaction(desk.anja):
        assert await queries.pass_number(desk.anja, els.volunteer_id, admission)


async def test_the_organisation_reads_who_opened_what_page_after_page(browser: Browser, world: World) -> None:
    desk = await a_desk(world)
    els = await desk.volunteer("Els Bos")
    await _opened_once_each(desk, els)
    await browser.sign_in(await world.a_coordinator(desk.organisation, "Bert Kok"))
    first = (await browser.graphql(OPENED))["openedFiles"]
    place = await world.value("select name from facility where id = $1", desk.facility)
    shown = [(each["node"]["part"], each["node"]["facilityName"]) for each in first["edges"]]
    assert shown == [("ADMISSION_CARD", place), ("EMERGENCY_CONTACT", None)] and first["totalCount"] == 3
    who = {(each["node"]["readerName"], each["node"]["volunteerName"]) for each in first["edges"]}
    assert who == {("Anja Mulder", "Els Bos")} and first["edges"][0]["node"]["volunteerId"] == str(els.volunteer_id)
    rest = (await browser.graphql(OPENED, {"after": first["pageInfo"]["endCursor"]}))["openedFiles"]
    assert [each["node"]["part"] for each in rest["edges"]] == ["EMERGENCY_CONTACT"]
    assert not rest["pageInfo"]["hasNextPage"]
    answer = await browser.post(OPENED)
    assert "Maria" not in answer.text and "1234" not in answer.text


async def test_it_is_nobody_elses(browser: Browser, world: World) -> None:
    desk, beside = await a_desk(world), await a_desk(world)
    els = await desk.volunteer()
    await _opened_once_each(desk, els)
    await browser.sign_in(beside.anja)
    assert (await browser.graphql(OPENED))["openedFiles"]["totalCount"] == 0
    staff, operator = await world.a_staff_member(desk.facility), await world.an_operator()
    for actor in (els, staff, operator, await world.a_funder()):
        await browser.sign_in(actor)
        assert await browser.codes(OPENED) == ["FORBIDDEN"]
        async with db.transaction(actor, read_only=True):
            days = (clock.now() - timedelta(days=9), clock.now() + timedelta(days=9))
            row = await db.fetch_one(ELSEWHERE, *days)
        assert row == {"count_opened_files": 0, "shown": 0}
