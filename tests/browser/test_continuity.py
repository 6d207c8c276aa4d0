"""Somebody leaves: staff reports it, the coordinator chooses how a match goes on, the volunteer plans outside, and
somebody near the new home takes over. On a laptop and in a hand."""

from __future__ import annotations

import asyncio
import re
from datetime import date, timedelta

import asyncpg
import pytest
from babel.dates import format_date
from playwright.async_api import Locator, Page, Route, expect

from tests.browser.devices import Device, Devices
from tests.browser.shots import shot
from tests.browser.test_axe import _axe, _sideways
from tests.conftest import DemoWorld
from tests.journeys.screens import Screen, asks
from vrijplaats.core import clock
from vrijplaats.core.jobs import WORKER, run_periodic
from vrijplaats.core.pools import close_database, open_database
from vrijplaats.matching.continuity.jobs import PERIODIC
from vrijplaats.matching.continuity.rules import HALF_A_YEAR
from vrijplaats.settings import Login

pytestmark = pytest.mark.asyncio(loop_scope="session")

NEAR = "volunteer-4"
# one that runs at the staff's own prison: of the volunteer with whom one signs in, or of whomever
_RUNNING = """
select m.id, m.request_id, m.pseudonym, m.organisation_id from match m join facility f on f.id = m.facility_id
where f.code = 'veenhuizen-esserheem' and m.state = 'ACTIVE' and m.organisation_id = $1 and (m.volunteer_id = $2) = $3
  and m.outside_until is null
  and exists (select from detainee_identity i where i.detainee_id = m.detainee_id)
order by m.id desc limit 1
"""

_ACTIVE_TOO = """
select f.code from organisation_facility o join facility f on f.id = o.facility_id
where o.organisation_id = $1 and o.active_until is null and f.code <> 'veenhuizen-esserheem' order by f.code limit 1
"""


async def _one(world: DemoWorld, sql: str, *args: object) -> asyncpg.Record:
    connection = await asyncpg.connect(world.settings.dsn(Login.ADMIN))
    try:
        row = await connection.fetchrow(sql, *args)
    finally:
        await connection.close()
    assert row is not None, sql
    return row


async def _match(devices: Devices, world: DemoWorld, *, own: bool) -> asyncpg.Record:
    volunteer = await asyncio.to_thread(lambda: Screen(devices.origin, "volunteer-1").volunteer_id)
    organisation = (await _one(world, "select organisation_id from volunteer where id = $1", volunteer))[0]
    return await _one(world, _RUNNING, organisation, volunteer, own)


async def _the_day_comes(world: DemoWorld, request: object) -> None:
    """The day is today, and the worker does what it does each minute."""
    await _one(
        world,
        "update departure d set on_day = $2 from visit_request r where r.id = $1 and d.detainee_id = r.detainee_id"
        " and d.undone_at is null returning d.id",
        request,
        clock.today(),
    )
    await open_database(world.settings.dsn(Login.WORKER), max_size=1, name=WORKER)
    try:
        await run_periodic(next(each for each in PERIODIC if each.name == "continuity.carry_out"))
    finally:
        await close_database()


async def _report(device: Device, match: asyncpg.Record, kind: str, name: str, there: str = "") -> None:
    """Staff says that somebody leaves in three days."""
    page = device.page
    await device.open(f"/verzoeken?verzoek={match['request_id']}")
    await page.get_by_role("button", name=f"Gaat weg: {match['pseudonym']}").first.click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Meld het").click()
    await expect(dialog.get_by_text("Kies eerst waarheen.")).to_be_visible()
    await dialog.get_by_role("radio", name=kind, exact=True).check()
    await dialog.get_by_label("Vanaf welke dag?").fill((clock.today() + timedelta(days=3)).isoformat())
    if kind == "Vrij":
        await dialog.get_by_role("combobox", name="Plaats waar iemand gaat wonen").fill("Groningen")
        await dialog.get_by_role("option", name=re.compile("^Groningen")).first.click()
    else:
        await dialog.get_by_label("Welke inrichting?").select_option(there)
    assert await _axe(device) == []
    await shot(page, name)
    await dialog.get_by_role("button", name="Meld het").click()
    await expect(page.get_by_role("region", name="Gemeld vertrek").get_by_text(match["pseudonym"])).to_be_visible()


def _in_words(day: date) -> str:
    return str(format_date(day, "d MMMM yyyy", locale="nl"))


def _line(page: Page, match: asyncpg.Record) -> Locator:
    return page.get_by_role("listitem").filter(has_text=re.compile(rf"{match['pseudonym']}\b")).first


async def test_after_a_release_outside_and_then_somebody_near(devices: Devices, demo_world: DemoWorld) -> None:
    match = await _match(devices, demo_world, own=True)
    near = await asyncio.to_thread(lambda: Screen(devices.origin, NEAR).volunteer_id)
    await _one(demo_world, "update volunteer set capacity = 20, status = 'ACTIVE' where id = $1 returning id", near)
    staff = await devices.one("staff-veenhuizen")
    await _report(staff, match, "Vrij", "vertrek-laptop")

    desk = await devices.one("coordinator")
    page = desk.page
    await desk.open("/koppelingen")
    await _line(page, match).get_by_role("button", name=re.compile("^Kies:")).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Zo doen we het").click()
    await expect(dialog.get_by_text("Kies eerst hoe het verder gaat.")).to_be_visible()
    await dialog.get_by_role("radio", name="Buiten verder, tot een half jaar na vrijkomen").check()
    ends = _in_words(clock.today() + timedelta(days=3) + HALF_A_YEAR)
    await expect(dialog.get_by_text(f"Op {ends} eindigt de koppeling vanzelf.")).to_be_visible()
    assert await _axe(desk) == []
    await shot(page, "kiezen-laptop")
    await dialog.get_by_role("button", name="Zo doen we het").click()
    await expect(_line(page, match).get_by_text("Buiten verder")).to_be_visible()
    # it can be chosen otherwise before the day; here it stays so
    await _line(page, match).get_by_role("button", name=re.compile("^Kies anders")).click()
    await dialog.get_by_role("radio", name="Iemand in de buurt neemt het over").check()
    await expect(dialog.get_by_role("radio", name=re.compile("^Fatima el Amrani"))).to_be_visible()
    await dialog.get_by_role("button", name="Terug").click()
    await _the_day_comes(demo_world, match["request_id"])
    # and later somebody nearer is asked after all, from the match
    await desk.open("/koppelingen")
    outside = page.get_by_role("region", name=re.compile("buiten verder$"))
    last_day = f"Tot {_in_words(clock.today() + HALF_A_YEAR)}. Woont in Groningen."
    await expect(outside.get_by_text(last_day)).to_be_visible()
    assert await _axe(desk) == []
    await shot(page, "koppelingen-buiten-laptop")
    await outside.get_by_role("button", name=re.compile(f"^Draag over: .*{match['pseudonym']}$")).click()
    await dialog.get_by_role("radio", name=re.compile("^Fatima el Amrani")).check()
    assert await _axe(desk) == []
    await shot(page, "wie-vraag-je-laptop")
    await dialog.get_by_role("button", name="Vraag", exact=True).click()
    await expect(_line(page, match).get_by_text("Gevraagd: Fatima el Amrani")).to_be_visible()
    assert await _axe(desk) == []
    await shot(page, "gevraagd-laptop")

    await _plans_outside(devices, match)
    await _takes_over(devices)
    await desk.open("/koppelingen")
    await desk.settled()
    await expect(page.get_by_text("Gevraagd: Fatima el Amrani")).to_have_count(0)
    await _is_ended_with_a_reason(page, match, last_day)
    for device in (staff, desk):
        assert device.problems == []


async def _is_ended_with_a_reason(page: Page, match: asyncpg.Record, last_day: str) -> None:
    """The match of who took over has the same last day; before it comes the coordinator ends it."""
    outside = page.get_by_role("region", name=re.compile("buiten verder$"))
    met = outside.get_by_role("listitem").filter(has_text=f"Fatima el Amrani ontmoet {match['pseudonym']}")
    await expect(met).to_contain_text(last_day.partition(" Woont")[0])
    find = page.get_by_role("searchbox")
    await find.fill("Fatima el Amrani")
    end = page.get_by_role("button", name=f"Rond af: Fatima el Amrani, {match['pseudonym']}")
    # what asks something makes room for whom was looked for
    await expect(outside).to_be_hidden()
    await expect(find).to_be_in_viewport()
    await end.click()
    dialog = page.get_by_role("dialog", name="Koppeling afronden")
    await dialog.get_by_role("button", name="Rond af").click()
    await expect(dialog.get_by_text("Kies eerst waarom.")).to_be_visible()
    await dialog.get_by_role("radio", name="Het klikte niet").check()
    await expect(dialog.get_by_text("Kies eerst waarom.")).to_have_count(0)
    await shot(page, "afronden-laptop")
    await dialog.get_by_role("button", name="Rond af").click()
    await expect(page.get_by_text("Opgeslagen. De koppeling is afgerond.")).to_be_visible()
    await find.fill("")
    await expect(end).to_have_count(0)
    await expect(met).to_have_count(0)


async def _plans_outside(devices: Devices, match: asyncpg.Record) -> None:
    """The volunteer, in a hand."""
    phone = await devices.one("volunteer-1", phone=True)
    page = phone.page
    await phone.open(f"/koppelingen/{match['id']}")
    await expect(page.get_by_text("Tot die ja zegt, ontmoeten jullie elkaar gewoon buiten")).to_be_visible()
    assert await _axe(phone) == [] and await _sideways(phone) == []
    await shot(page, "koppeling-buiten-phone")
    await page.get_by_role("link", name="Kies een moment").click()
    await expect(page.get_by_role("heading", level=1, name="Spreek buiten af")).to_be_visible()
    await page.get_by_role("button", name="Zet het in je agenda").click()
    await expect(page.get_by_text("Kies eerst een dag en een tijd.")).to_be_visible()
    await page.get_by_label("Welke dag?").fill((clock.today() + timedelta(days=2)).isoformat())
    await page.get_by_label("Hoe laat?").fill("19:30")
    assert await _axe(phone) == [] and await _sideways(phone) == []
    await shot(page, "buiten-afspreken-phone")
    await page.get_by_role("button", name="Zet het in je agenda").click()
    await expect(page.get_by_role("heading", name="Jullie afspraak staat")).to_be_visible()
    await page.get_by_role("link", name="Naar bezoeken").click()
    await page.get_by_role("link", name=re.compile("19.30 uur")).first.click()
    await expect(page.get_by_text("Ergens waar jullie allebei willen")).to_be_visible()
    await expect(page.get_by_text(re.compile("toelating|legitimatie|bevestigd\\."))).to_have_count(0)
    await phone.settled()
    assert await _axe(phone) == []
    await shot(page, "bezoek-buiten-phone")
    assert phone.problems == []


async def _takes_over(devices: Devices) -> None:
    """Who lives near says yes; once they went together the match is theirs."""
    phone = await devices.one(NEAR, phone=True)
    hand = phone.page
    await phone.open("/uitnodigingen")
    await expect(hand.get_by_role("heading", name="Wil jij iemand in Groningen blijven ontmoeten?")).to_be_visible()
    assert await _axe(phone) == [] and await _sideways(phone) == []
    await shot(hand, "overnemen-phone")
    await hand.get_by_role("button", name="Ja, dat doe ik").click()
    await expect(hand.get_by_role("heading", name="Je gaat één keer samen met Els Bakker")).to_be_visible()
    await expect(hand.get_by_text("19.30 uur")).to_be_visible()
    await hand.get_by_role("button", name="We zijn samen geweest").click()
    await expect(hand).to_have_url(re.compile(r"/koppelingen/[0-9a-f-]{36}$"))
    await expect(hand.get_by_role("heading", name=re.compile("^Jullie ontmoeten elkaar buiten"))).to_be_visible()
    assert phone.problems == []


async def test_after_a_transfer_the_same_volunteer_goes_along(devices: Devices, demo_world: DemoWorld) -> None:
    match = await _match(devices, demo_world, own=False)
    there = await _one(demo_world, _ACTIVE_TOO, match["organisation_id"])
    staff = await devices.one("staff-veenhuizen", phone=True)
    await _report(staff, match, "Andere inrichting", "vertrek-phone", there["code"])
    assert await _sideways(staff) == []
    phone = await devices.one("coordinator", phone=True, dark=True)
    page = phone.page
    await phone.open("/koppelingen")
    await _line(page, match).get_by_role("button", name=re.compile("^Kies:")).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("radio", name="Iemand in de buurt neemt het over").check()
    await expect(dialog.get_by_role("checkbox", name=re.compile("^Samen kennismaken"))).to_be_checked()
    await dialog.get_by_role("button", name="Zo doen we het").click()
    # before the day there is nothing under Verzoeken yet
    await expect(
        page.get_by_text(re.compile(r"^Opgeslagen\. Op \d+ \w+ \d{4} komt het verzoek bij Verzoeken"))
    ).to_be_visible()
    await _line(page, match).get_by_role("button", name=re.compile("^Kies anders")).click()
    await dialog.get_by_role("radio", name="Dezelfde vrijwilliger gaat daar op bezoek").check()
    assert await _axe(phone) == [] and await _sideways(phone) == []
    await shot(page, "kiezen-phone-dark")
    await dialog.get_by_role("button", name="Zo doen we het").click()
    await expect(_line(page, match).get_by_text("Dezelfde vrijwilliger gaat mee")).to_be_visible()
    # a mistake: it is taken back, and the match simply runs
    # on top and at the request itself, where nothing is left to report
    again = staff.page.get_by_role("button", name=f"Gaat weg: {match['pseudonym']}")
    await expect(again).to_have_count(0)
    await shot(staff.page, "gemeld-bij-verzoek-phone")
    await staff.page.get_by_role("row").get_by_role("button", name=f"Toch niet: {match['pseudonym']}").first.click()
    await expect(staff.page.get_by_role("button", name=f"Toch niet: {match['pseudonym']}")).to_have_count(0)
    state = await _one(demo_world, "select state from match where id = $1", match["id"])
    assert state["state"] == "ACTIVE"
    assert staff.problems == [] and phone.problems == []


async def test_all_that_is_looked_at_is_on_the_page_and_a_failure_is_said(
    devices: Devices, demo_world: DemoWorld
) -> None:
    """No list within a list: three first, and the others by a press. What did not come is not as good as nothing."""
    running = await _match(devices, demo_world, own=False)
    looked_at = "update match set state = $2 where id in (select id from match where organisation_id = $1"
    some = " and state = $3 and outside_until is null order by id limit 6) returning id"
    ids = await _many(demo_world, looked_at + some, running["organisation_id"], "REVIEW", "ACTIVE")
    phone = await devices.one("coordinator", phone=True)
    page = phone.page
    try:
        await page.route("**/graphql", lambda route: _fails(route, "MatchesInReview"))
        await page.goto(f"{devices.origin}/koppelingen")
        await expect(page.get_by_role("alert").get_by_text("We konden niet zien of er koppelingen")).to_be_visible()
        assert await _axe(phone) == []
        await page.unroute_all()
        await page.get_by_role("button", name="Kijk opnieuw").click()
        card = page.get_by_role("region", name=re.compile(r"^\d+ koppelingen om even te bekijken$"))
        await expect(card.get_by_role("listitem")).to_have_count(3)
        await card.get_by_role("button", name=re.compile(r"^Toon er nog \d+$")).click()
        await expect(card.get_by_role("button", name="Toon minder")).to_be_visible()
        await expect(card.get_by_role("listitem").nth(len(ids) - 1)).to_be_visible()
        assert await card.evaluate("(each) => each.scrollHeight <= each.clientHeight")
        assert await _axe(phone) == [] and await _sideways(phone) == []
    finally:
        await _many(demo_world, "update match set state = $2 where id = any ($1) returning id", ids, "ACTIVE")


async def _many(world: DemoWorld, sql: str, *args: object) -> list[object]:
    connection = await asyncpg.connect(world.settings.dsn(Login.ADMIN))
    try:
        return [row["id"] for row in await connection.fetch(sql, *args)]
    finally:
        await connection.close()


async def _fails(route: Route, question: str) -> None:
    await (route.fulfill(status=500, body="{}") if asks(route.request, question) else route.continue_())
