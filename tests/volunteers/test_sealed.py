"""Whom to call and the number of a pass: sealed, opened only when asked for, and who opened it is seen."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
import pytest_asyncio

from tests.calling import Browser
from tests.volunteers.desk import Desk, a_desk
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, InvalidInput, NotAllowedNow, NotFound, StepUpNeeded
from vrijplaats.core.jobs import WORKER
from vrijplaats.core.pools import open_database
from vrijplaats.mydata.leaving.actions import empty
from vrijplaats.mydata.sections import SECTIONS
from vrijplaats.settings import Login, Settings
from vrijplaats.volunteers.sealed import actions, queries, rules
from vrijplaats.volunteers.sealed.rules import Emergency

MARIA = rules.emergency("Maria de Jong", "06 12345678", "zus")


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    await open_database(db.dsn(Login.WORKER), max_size=2, name=WORKER)


@pytest_asyncio.fixture(loop_scope="module")
async def desk(world: World) -> Desk:
    return await a_desk(world)


async def _set(actor: Actor, contact: Emergency | None = MARIA, volunteer_id: UUID | None = None) -> None:
    async with db.transaction(actor):
        await actions.set_emergency_contact(actor, volunteer_id=volunteer_id, contact=contact)


async def _opened(actor: Actor, volunteer: Actor) -> Emergency | None:
    assert volunteer.volunteer_id is not None
    async with db.transaction(actor, read_only=True):
        view = await queries.emergency_contact(actor, volunteer.volunteer_id)
    return view.contact if view else None


async def _mine(actor: Actor) -> Emergency | None:
    async with db.transaction(actor, read_only=True):
        view = await queries.my_emergency_contact(actor)
    return view.contact if view else None


async def _readings(actor: Actor, volunteer: Actor) -> list[tuple[str | None, str, str | None]]:
    assert volunteer.volunteer_id is not None
    async with db.transaction(actor, read_only=True):
        found = await queries.readings(actor, volunteer.volunteer_id)
    return [(each.reader, each.verb, each.facility) for each in found]


async def _give_pass(
    desk: Desk, volunteer: Actor, number: str | None = "AB 1234", admission: UUID | None = None
) -> UUID:
    assert volunteer.volunteer_id is not None
    admission = admission or await desk.world.value(
        "select id from admission where volunteer_id = $1", volunteer.volunteer_id
    )
    assert admission is not None
    async with db.transaction(desk.anja):
        await actions.set_pass_number(
            desk.anja, volunteer_id=volunteer.volunteer_id, admission_id=admission, number=number
        )
    return admission


async def test_what_a_volunteer_writes_down_is_sealed_and_opens_for_them_and_the_coordinator(desk: Desk) -> None:
    els = await desk.volunteer("Els")
    await _set(els)
    (row,) = await desk.world.rows("select * from emergency_contact where volunteer_id = $1", els.volunteer_id)
    assert b"Maria" not in row["name"] and b"+316" not in row["phone"] and b"zus" not in row["relation"]
    assert await _mine(els) == MARIA == await _opened(desk.anja, els)
    assert (MARIA.phone, repr(MARIA)) == ("+31612345678", "Emergency(sealed)")
    # of oneself it is no reading; each by a coordinator is one, and both see it
    await _opened(desk.anja, els)
    reading = ("Anja Mulder", "volunteer.read_emergency", None)
    assert await _readings(els, els) == [reading, reading] == await _readings(desk.anja, els)
    assert "volunteer.set_emergency" in await desk.verbs()


async def test_a_coordinator_writes_it_down_for_somebody_and_it_changes_and_goes(desk: Desk) -> None:
    els = await desk.volunteer("Els")
    await _set(desk.anja, volunteer_id=els.volunteer_id)
    await _set(els, rules.emergency("Jan", "+32 470 12 34 56", None))
    assert await _opened(desk.anja, els) == Emergency(name="Jan", phone="+32470123456", relation=None)
    await _set(desk.anja, None, volunteer_id=els.volunteer_id)
    assert await _mine(els) is None
    assert await _opened(desk.anja, els) is None


async def test_it_opens_for_nobody_else(desk: Desk) -> None:
    els, bram, elsewhere = await desk.volunteer("Els"), await desk.volunteer("Bram"), await a_desk(desk.world)
    await _set(els)
    assert await _opened(elsewhere.anja, els) is None
    with pytest.raises(NotFound):
        await _set(elsewhere.anja, volunteer_id=els.volunteer_id)
    with pytest.raises(NotFound):
        await _set(bram, volunteer_id=els.volunteer_id)
    with pytest.raises(NotFound):
        await _set(desk.anja)
    for actor in (bram, await desk.world.a_staff_member(desk.facility), await desk.world.a_funder()):
        with pytest.raises(Forbidden):
            await _opened(actor, els)
        async with db.transaction(actor, read_only=True):
            assert await db.fetch("select * from read_volunteer_keys($1)", els.volunteer_id) == []
    async with db.transaction(bram, read_only=True):
        assert await db.fetch("select * from emergency_contact") == []
    assert await _readings(bram, els) == [] == await _readings(elsewhere.anja, els)
    assert await _mine(els) == MARIA


async def test_a_coordinator_shows_the_passkey_first(desk: Desk) -> None:
    els = await desk.volunteer("Els")
    await _set(els)
    secured = Actor(**{name: getattr(desk.anja, name) for name in desk.anja.__slots__} | {"has_passkey": True})
    with pytest.raises(StepUpNeeded):
        await _opened(secured, els)
    assert await _readings(desk.anja, els) == []


async def test_the_number_of_a_pass_is_sealed_for_its_prison(desk: Desk) -> None:
    els = await desk.volunteer("Els")
    admission = await _give_pass(desk, els)
    assert b"1234" not in await desk.world.value("select pass_number from admission where id = $1", admission)
    assert els.volunteer_id is not None
    async with db.transaction(desk.anja, read_only=True):
        assert await queries.pass_number(desk.anja, els.volunteer_id, admission) == "AB 1234"
        assert await queries.pass_number(desk.anja, els.volunteer_id, uuid4()) is None
    async with db.transaction(els, read_only=True):
        (mine,) = await queries.my_passes(els)
    place = await desk.world.value("select name from facility where id = $1", desk.facility)
    assert (mine.number, mine.facility) == ("AB 1234", place)
    assert await _readings(els, els) == [("Anja Mulder", "admission.read_pass", place)]
    assert [each.has_pass for each in (await desk.file(els)).admissions] == [True]
    await _give_pass(desk, els, None, admission)
    assert [each.has_pass for each in (await desk.file(els)).admissions] == [False]


async def test_a_pass_is_of_a_running_admission_of_that_volunteer(desk: Desk) -> None:
    els, bram = await desk.volunteer("Els"), await desk.volunteer("Bram")
    theirs = await desk.world.value("select id from admission where volunteer_id = $1", bram.volunteer_id)
    with pytest.raises(NotFound):
        await _give_pass(desk, els, "AB 1", theirs)
    await desk.world.connection.execute("update admission set state = 'REFUSED' where id = $1", theirs)
    with pytest.raises(NotAllowedNow):
        await _give_pass(desk, bram, "AB 1", theirs)


@pytest.mark.parametrize(("name", "phone"), [("", "0612345678"), ("Maria", "12"), ("maria@example.org", "0612345678")])
def test_what_cannot_be_called_is_refused(name: str, phone: str) -> None:
    with pytest.raises(InvalidInput):
        rules.emergency(name, phone, None)


@pytest.mark.parametrize("number", ["; drop", "x" * 31, "<b>"])
def test_what_is_no_pass_number_is_refused(number: str) -> None:
    with pytest.raises(InvalidInput):
        rules.pass_number(number)


async def test_the_person_takes_it_along_and_it_goes_with_them(desk: Desk, world: World) -> None:
    els = await desk.volunteer("Els")
    await _set(els)
    await _give_pass(desk, els)
    async with db.transaction({"person": str(els.person_id), "role": "SELF"}, read_only=True):
        found = {each.name: await each.rows(els.person_id, None, 9, "nl") for each in SECTIONS
                 if each.name in ("emergency_contact", "admissions")}  # fmt: skip
    assert [(row["called"], row["number"], row["who"]) for row in found["emergency_contact"]] == [
        ("Maria de Jong", "+31612345678", "zus")
    ]
    assert [row["pass"] for row in found["admissions"]] == ["AB 1234"]

    await world.connection.execute("update membership set ended_at = now() where id = $1", els.membership_id)
    await world.connection.execute("update volunteer set status = 'LEFT' where id = $1", els.volunteer_id)
    assert await _opened(desk.anja, els) is None, "who stopped is not called about"
    assert els.volunteer_id is not None
    async with db.transaction({}, connection=WORKER):
        await empty(els.volunteer_id)
    for table in ("emergency_contact", "volunteer_key", "admission"):
        assert await world.value(f"select count(*) from {table} where volunteer_id = $1", els.volunteer_id) == 0


async def test_no_kept_answer_holds_it(desk: Desk, browser: Browser, world: World) -> None:
    els = await desk.volunteer("Els")
    await browser.sign_in(els)
    said: dict[str, Any] = {"name": "Maria de Jong", "phone": "0612345678"}
    document = """mutation($input: SetEmergencyContactInput!) { setEmergencyContact(input: $input) {
      __typename ... on SetEmergencyContactSuccess { isSet } } }"""
    answer = await browser.post(document, {"input": {"contact": said}})
    assert answer.json()["data"]["setEmergencyContact"]["isSet"] is True
    assert "Maria" not in answer.text
    own = await browser.graphql("{ myEmergencyContact { name phone byThemselves } myFileReadings { readerName } }")
    assert own["myEmergencyContact"] == {"name": "Maria de Jong", "phone": "+31612345678", "byThemselves": True}
    texts = await world.rows("select subject::text as text from history where organisation_id = $1", desk.organisation)
    assert not [row for row in texts if "Maria" in row["text"] or "612345678" in row["text"]]
