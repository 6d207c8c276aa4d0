"""Only a coordinator, only of their own organisation, only from our own screen; and taking the register out takes a
fresh passkey. Whoever says yes to an invitation takes the imported file over."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from uuid import UUID, uuid4

import asyncpg
import pytest

from tests.accounts.test_passkeys import code, registered
from tests.accounts.test_step_up import shown
from tests.calling import Browser
from tests.volunteers.desk import Desk, a_desk
from tests.volunteers.importing.files import BRAM, COLUMNS, HEADING, SOFIE, csv_of, importing, lines
from tests.world import World
from vrijplaats.accounts.invitations import actions as invitations
from vrijplaats.accounts.invitations import joining
from vrijplaats.core import clock, db, tickets
from vrijplaats.core.actor import Actor, Role

CONTENT = csv_of([HEADING, SOFIE, BRAM])
OURS = {"X-Vrijplaats": "1"}
STEPS = ("look", "check", "carry-out")


async def test_only_a_coordinator_comes_in(browser: Browser, world: World) -> None:
    desk = await a_desk(world)
    others = [await desk.volunteer(), await world.a_staff_member(desk.facility), await world.a_funder(),
              await world.an_operator()]  # fmt: skip
    for actor in others:
        at = await importing(browser, desk, actor)
        for step in STEPS:
            answer = await at.post(step, CONTENT, columns=COLUMNS, agreed="2-0-0")
            assert (answer.status_code, code(answer)) == (403, "FORBIDDEN"), actor.role
        for kind in ("csv", "xlsx"):
            assert code(await at.export(kind)) == "FORBIDDEN"
    browser.http.cookies.clear()
    for step in STEPS:
        assert (await at.post(step, CONTENT, columns=COLUMNS)).status_code == 401
    assert (await at.export("csv")).status_code == 401
    assert len(await at.register()) == 1


async def test_only_our_own_screen_sends_a_file(browser: Browser, world: World) -> None:
    at = await importing(browser, await a_desk(world))
    form = {"Content-Type": "application/octet-stream"}
    for step in STEPS:
        assert (await at.post(step, CONTENT, form, columns=COLUMNS)).status_code == 403
        upload = {"X-Vrijplaats": "1", "Content-Type": "multipart/form-data"}
        assert (await at.post(step, CONTENT, upload, columns=COLUMNS)).status_code == 400
    assert (await browser.http.get("/register/export.csv")).status_code == 403
    assert (await browser.http.get("/register/iets")).status_code == 404
    assert await at.register() == []


@pytest.mark.parametrize(
    "columns", ["", "EMAIL", "NAME,NAME", "NAME,SECRET", "PAPER:NONE,NAME", ",".join(["NAME"] * 101)]
)
async def test_columns_that_no_screen_chooses_are_refused(browser: Browser, world: World, columns: str) -> None:
    at = await importing(browser, await a_desk(world))
    answer = await at.post("check", CONTENT, columns=columns)
    assert answer.status_code == 400 or lines(answer)[-1]["error"]["code"] == "BAD_REQUEST"


async def test_another_organisation_sees_nothing_of_it(browser: Browser, world: World) -> None:
    ours, theirs = await a_desk(world), await a_desk(world)
    await (await importing(browser, ours)).carry_out(CONTENT)
    at = await importing(browser, theirs)
    assert len((await at.export("csv")).text.splitlines()) == 1
    checked = await at.check(csv_of([HEADING, (*SOFIE[:6], "", "", *SOFIE[8:])]))
    assert checked["counts"]["NEW"] == 1, "who is elsewhere is not told"
    async with db.transaction(theirs.anja, read_only=True):
        for table in ("imported_contact", "import_columns"):
            assert await db.fetch(f"select * from {table}") == []


async def test_nobody_else_makes_people(world: World, browser: Browser) -> None:
    desk = await a_desk(world)
    somebody = [{"person": str(uuid4()), "file": str(uuid4()), "name": "Els"}]
    for actor in (await desk.volunteer(), await world.a_staff_member(desk.facility)):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with db.transaction(actor):
                await db.execute("select make_imported($1, 'nl')", somebody)
    elsewhere = await (await a_desk(world)).volunteer("Van Elders")
    row = somebody[0] | {"person": str(elsewhere.person_id), "status": "READY", "since": "2026-01-01"}
    with pytest.raises(asyncpg.UniqueViolationError):
        async with db.transaction(desk.anja):
            await db.execute("select make_imported($1, 'nl')", [row])


async def test_importing_and_exporting_ask_for_a_fresh_passkey(browser: Browser, world: World) -> None:
    desk = await a_desk(world)
    device = await registered(browser, desk.anja)
    at = await importing(browser, desk)
    agreed = (await at.check(CONTENT))["agreed"]
    answer = await at.post("carry-out", CONTENT, columns=COLUMNS, agreed=agreed)
    assert (answer.status_code, code(answer)) == (403, "STEP_UP_NEEDED")
    assert code(await at.export("xlsx")) == "STEP_UP_NEEDED"
    assert await desk.verbs() == ["passkey.add"]
    await shown(browser, desk.anja, device)
    assert (await at.carry_out(CONTENT, agreed=agreed))["done"] is True
    assert (await at.export("xlsx")).status_code == 200
    assert (await desk.verbs())[-2:] == ["register.import", "register.export"]
    with clock.travel(clock.now() + timedelta(minutes=5, seconds=1)):
        assert code(await at.export("csv")) == "STEP_UP_NEEDED"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
async def test_what_is_exported_can_be_imported_again_and_changes_nothing(
    browser: Browser, world: World, kind: str
) -> None:
    desk = await a_desk(world)
    speaks = {"languages": ["nl", "pt-BR", "zh-Hant"], "little_languages": ["pt-BR"]}
    does = {"kinds": ["COURSE", "CHAPLAINCY"], "activity_denominations": ["HINDU", "HUMANIST"]}
    await desk.volunteer("Els Bakker", **speaks, **does, place="Assen")
    at = await importing(browser, desk)
    await at.carry_out(CONTENT)
    answer = await at.export(kind)
    assert answer.headers["cache-control"] == "no-store"
    assert f"vrijwilligers-{clock.today()}.{kind}" in answer.headers["content-disposition"]
    before = await at.register()
    columns = await at.guess(answer.content)
    assert columns.startswith(
        "MARK,NAME,EMAIL,PHONE,PLACE,GENDER,LANGUAGES,KINDS,DENOMINATIONS,CAPACITY,STATUS,SINCE,FACILITIES,PAPER:"
    )
    checked = await at.check(answer.content, columns)
    assert (checked["findings"], checked["counts"]["SAME"]) == ([], 3)
    assert (await at.carry_out(answer.content, columns))["done"] is True
    assert await at.register() == before


async def test_no_text_becomes_a_formula(browser: Browser, world: World) -> None:
    desk = await a_desk(world)
    names = ["=1+1 Jansen", "+31 Jansen", "-2 Jansen", "|Jansen", "'Jansen"]
    for name in names:
        await desk.volunteer(name)
    at = await importing(browser, desk)
    answer = await at.export("csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert (await at.check(answer.content, await at.guess(answer.content)))["counts"]["SAME"] == 5


async def _invited(desk: Desk, email: str) -> str:
    async with db.transaction(desk.anja):
        made = await invitations.invite_person(
            desk.anja, role=Role.VOLUNTEER, display_name="Sofie", email=email, locale="nl"
        )
    link: UUID = await desk.world.value("select link_id from invitation where id = $1", made.id)
    return tickets.token("invitation", link)


async def test_who_says_yes_takes_the_imported_file_over(browser: Browser, world: World) -> None:
    desk = await a_desk(world)
    at = await importing(browser, desk)
    await at.carry_out(CONTENT)
    file = next(each for each in await at.register() if each["display_name"] == "Sofie de Wit")
    browser.http.cookies.clear()
    link = {"token": await _invited(desk, "SOFIE@example.org")}
    answer = await browser.http.post("/invitations/accept", json=link | {"displayName": "Sofie W."}, headers=OURS)
    assert answer.json() == {"accepted": True}
    await _took_over(desk, file, "Sofie W.")


@pytest.mark.parametrize("typed", [None, "", "06 87654321"])
async def test_who_says_yes_keeps_the_number_that_was_known_unless_they_type_another(
    browser: Browser, world: World, typed: str | None
) -> None:
    desk, address = await a_desk(world), f"sofie{len(typed or '')}{typed is None}@example.org"
    await (await importing(browser, desk)).carry_out(csv_of([HEADING, (SOFIE[0], address, *SOFIE[2:])]))
    browser.http.cookies.clear()
    link = {"token": await _invited(desk, address)}
    shown_to_them = await browser.http.post("/invitations/open", json=link, headers=OURS)
    # a letter may be mis-sent: who holds the link reads that there is one, and no more
    assert shown_to_them.json()["numberKnown"] is True
    assert "12345678" not in shown_to_them.text
    given = {"displayName": "Sofie W."} if typed is None else {"displayName": "Sofie W.", "phone": typed}
    assert (await browser.http.post("/invitations/accept", json=link | given, headers=OURS)).status_code == 200
    kept = await world.value("select phone from person_contact where lower(email) = lower($1)", address)
    assert kept == ("+31687654321" if typed else "+31612345678")


async def test_of_somebody_else_no_number_is_known(browser: Browser, world: World) -> None:
    desk = await a_desk(world)
    sofie, bram = "sofie.zonder@example.org", "bram.met@example.org"
    rows = [(SOFIE[0], sofie, "", *SOFIE[3:]), (BRAM[0], bram, *BRAM[2:])]
    await (await importing(browser, desk)).carry_out(csv_of([HEADING, *rows]))
    browser.http.cookies.clear()
    # hers has none; at Bram's address Sofie is nobody's file; and what another organisation knows is theirs
    for at, address in ((desk, sofie), (desk, bram), (await a_desk(world), bram)):
        answer = await browser.http.post("/invitations/open", json={"token": await _invited(at, address)}, headers=OURS)
        assert answer.json()["numberKnown"] is False


async def test_who_takes_part_elsewhere_takes_it_over_too(browser: Browser, world: World) -> None:
    desk = await a_desk(world)
    at = await importing(browser, desk)
    content = csv_of([HEADING, (SOFIE[0], "sofie.elders@example.org", *SOFIE[2:]), BRAM])
    await at.carry_out(content)
    file = next(each for each in await at.register() if each["display_name"] == "Sofie de Wit")
    elsewhere: Actor = await (await a_desk(world)).volunteer("Sofie Elders")
    await joining.accept_as_oneself(await _invited(desk, "sofie.elders@example.org"), elsewhere)
    await _took_over(desk, file, "Sofie Elders")
    # how to reach them is theirs to say, for every organisation at once
    assert await world.value("select count(*) from person_contact where person_id = $1", elsewhere.person_id) == 0
    assert (await at.check(content))["counts"]["SAME"] == 2, "a later file knows them still"


async def _took_over(desk: Desk, file: dict[str, object], name: str) -> None:
    world = desk.world
    row = (await world.rows("select * from volunteer where id = $1", file["id"]))[0]
    assert row["person_id"] != file["person_id"]
    assert await world.value("select display_name from person where id = $1", row["person_id"]) == name
    assert (row["status"], row["place"]) == (file["status"], file["place"])
    former = "select count(*) from membership where person_id = $1 and ended_at is null"
    assert await world.value(former, file["person_id"]) == 0
    assert await world.value(former, row["person_id"]) >= 1
    kept = (await world.rows("select * from imported_contact where volunteer_id = $1", file["id"]))[0]
    assert (kept["email"], kept["phone"]) == (None, None) and kept["joined_at"] is not None
    count = "select count(*) from volunteer where organisation_id = $1"
    assert await world.value(count, desk.organisation) == 2
