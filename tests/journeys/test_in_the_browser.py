"""The main job in a real Chromium, across four signed-in devices: staff, coordinator, a volunteer's phone, a funder."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from typing import Any

import asyncpg
import pytest
from playwright.async_api import TimeoutError as PlaywrightTimeout
from playwright.async_api import expect

from tests.browser.devices import Device, Devices
from tests.browser.shots import shot
from tests.conftest import DemoWorld
from tests.journeys.screens import Screen
from vrijplaats.core import clock
from vrijplaats.settings import Login

pytestmark = pytest.mark.asyncio(loop_scope="session")

GIVEN_NAME, FAMILY_NAME = "Zephyrino", "Verzonnenstein"
UNDER_A_MINUTE = 60.0


async def test_a_wish_becomes_a_visit_and_a_figure(devices: Devices, demo_world: DemoWorld) -> None:
    staff = await devices.one("staff-veenhuizen")
    coordinator = await devices.one("coordinator")
    phone = await devices.one("volunteer-2", phone=True)
    funder = await devices.one("funder")

    pseudonym = await _staff_enters_a_wish_by_keyboard_alone(staff)
    await _coordinator_invites(coordinator, pseudonym)
    await _volunteer_accepts(phone, staff)
    await _volunteer_chooses_a_moment(phone)
    await _staff_confirms(staff, pseudonym)
    await _weeks_pass(demo_world, pseudonym)
    await _volunteer_tells_how_it_went(phone)
    await _funder_reads(funder)

    for device in (staff, coordinator, phone, funder):
        assert device.problems == []


async def _staff_enters_a_wish_by_keyboard_alone(staff: Device) -> str:
    """In under a minute, with a note that is turned back once and stays in the form; gives the pseudonym."""
    page, keyboard = staff.page, staff.page.keyboard
    await staff.open("/nieuw-verzoek")
    await expect(page.get_by_label("Voornaam")).to_be_focused()
    await expect(page.locator("select[name=organisation] option").nth(1)).to_be_attached()
    began = time.monotonic()
    for text in (GIVEN_NAME, FAMILY_NAME, "C2"):
        await keyboard.type(text)
        await keyboard.press("Tab")
    await keyboard.press("1")
    await keyboard.press("Tab")
    await keyboard.type("papia")
    await keyboard.press("Enter")
    await keyboard.press("Tab")
    await keyboard.type("Gevangenenzorg")
    await keyboard.press("Tab")
    await keyboard.press("Tab")
    await keyboard.type("Liefst in de middag, staat ook in het D&R-plan.")
    await keyboard.press("Control+Enter")
    # without the tick nothing is sent, and it says so
    await expect(page.get_by_text("Vraag eerst of dit de eigen wens is")).to_be_visible()
    await expect(page.get_by_role("checkbox")).to_be_focused()
    await keyboard.press("Space")
    await keyboard.press("Control+Enter")
    await expect(page.get_by_text("Een plan is hier niet nodig.")).to_be_visible()
    note = page.get_by_label("Iets praktisch?")
    await expect(note).to_have_value("Liefst in de middag, staat ook in het D&R-plan.")
    await expect(note).to_be_focused()
    await shot(page, "verhaal-1-teruggestuurd")
    await keyboard.press("Control+A")
    await keyboard.type("Liefst in de middag.")
    await keyboard.press("Control+Enter")
    await expect(page.get_by_role("status").filter(has_text="Opgeslagen")).to_be_visible()
    assert time.monotonic() - began < UNDER_A_MINUTE
    await shot(page, "verhaal-1-verzoek")
    found = re.search(r"\b[A-Z][a-z]+ \d+\b", await page.locator("main").inner_text())
    assert found
    assert GIVEN_NAME not in await page.locator("main").inner_text()
    return found.group(0)


async def _coordinator_invites(coordinator: Device, pseudonym: str) -> None:
    """The new wish is in the inbox; Ruben Martina, who speaks Papiamentu, is among the suggestions."""
    page = coordinator.page
    await coordinator.open("/verzoeken")
    await coordinator.settled()
    more = page.get_by_role("button", name="Meer laden")
    row = page.get_by_role("link", name=re.compile(rf"{pseudonym}\b.*Esserheem", re.DOTALL)).first
    while not await row.count() and await more.count():
        with suppress(PlaywrightTimeout):  # the last page takes the button with it
            await more.click(timeout=1_000)
    await row.click()
    await expect(page.get_by_role("heading", name=pseudonym)).to_be_visible()
    ruben = page.get_by_role("checkbox", name=re.compile("Ruben Martina"))
    await expect(ruben).to_be_visible()
    await ruben.check()
    await shot(page, "verhaal-2-suggesties")
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_role("status").filter(has_text="Opgeslagen")).to_be_visible()
    await shot(page, "verhaal-2-uitgenodigd")


async def _volunteer_accepts(phone: Device, staff: Device) -> None:
    """No name before the yes; the first name after it."""
    page = phone.page
    newest = _newest_offer(Screen(phone.origin, "volunteer-2"))
    await phone.open(f"/uitnodigingen/{newest}")
    assert GIVEN_NAME not in await page.content()
    await shot(page, "verhaal-3-uitnodiging")
    await page.get_by_role("button", name="Accepteren").click()
    await expect(page.get_by_role("heading", name="Het is gelukt")).to_be_visible()
    await expect(page.get_by_text(GIVEN_NAME)).to_be_visible()
    assert FAMILY_NAME not in await page.content()
    await shot(page, "verhaal-3-gelukt")
    assert GIVEN_NAME not in page.url
    assert GIVEN_NAME not in await page.title()


async def _volunteer_chooses_a_moment(phone: Device) -> None:
    page = phone.page
    await (
        page.get_by_role("link", name="Kies een moment").or_(page.get_by_role("button", name="Kies een moment")).click()
    )
    await page.get_by_role("radio").first.check(force=True)
    await shot(page, "verhaal-4-moment")
    await page.get_by_role("button", name="Vraag dit moment aan").click()
    await expect(page.get_by_text("Je bezoek is gevraagd")).to_be_visible()
    await shot(page, "verhaal-4-gevraagd")


async def _staff_confirms(staff: Device, pseudonym: str) -> None:
    page = staff.page
    await staff.open("/agenda")
    await expect(page.get_by_role("heading", name="Wacht op jullie antwoord")).to_be_visible()
    show_all = page.get_by_role("button", name=re.compile("Toon alle"))
    if await show_all.count():
        await show_all.click()
    card = page.get_by_role("listitem").filter(has_text=re.compile(rf"{pseudonym}\b"))
    await shot(page, "verhaal-5-agenda")
    await card.get_by_role("button", name=re.compile("^Bevestig")).click()
    await expect(page.get_by_role("status").filter(has_text="Opgeslagen")).to_be_visible()
    await expect(card).to_have_count(0)


async def _weeks_pass(demo_world: DemoWorld, pseudonym: str) -> None:
    """The clock is the one thing that a story may not wait for."""
    connection = await asyncpg.connect(demo_world.settings.dsn(Login.ADMIN))
    moved = await connection.fetch(
        """
        update presence p
        set starts_at = $2::timestamptz - interval '3 hours', ends_at = $2::timestamptz - interval '2 hours',
          room_id = null, private_room = false
        from visit v
        where v.presence_id = p.id and v.state = 'CONFIRMED'
          and v.id = (select id from visit where pseudonym = $1 order by created_at desc limit 1)
        returning p.id
        """,
        pseudonym,
        clock.now(),
    )
    await connection.close()
    assert len(moved) == 1


async def _volunteer_tells_how_it_went(phone: Device) -> None:
    """Two taps; there is no place for what was said."""
    page = phone.page
    await phone.open("/bezoeken")
    await shot(page, "verhaal-6-bezoeken")
    await page.get_by_role("link", name=re.compile(GIVEN_NAME)).first.click()
    await expect(page.get_by_text("Daar vragen we nooit naar.")).to_be_visible()
    assert await page.locator("textarea, input[type=text]:not([inputmode])").count() == 0
    await page.get_by_role("radio", name="Ja, het ging door").check()
    await shot(page, "verhaal-6-verslag")
    await page.get_by_role("button", name="Klopt, opslaan").click()
    await expect(page.get_by_role("status").filter(has_text="Opgeslagen")).to_be_visible()


async def _funder_reads(funder: Device) -> None:
    """A headline, a chart and beside it the table with the same figures; nothing about any person."""
    page = funder.page
    await funder.open("/publicaties")
    await shot(page, "verhaal-7-publicaties")
    await page.locator("main").get_by_role("link").first.click()
    chart = page.get_by_role("img")
    await expect(chart.first).to_be_visible()
    await expect(page.get_by_role("table")).to_be_visible()
    headline = await page.locator("figure h2").first.inner_text()
    await expect(page.get_by_role("img", name=headline)).to_be_visible()
    await shot(page, "verhaal-7-publicatie")
    assert GIVEN_NAME not in await page.content()


def _newest_offer(screen: Screen) -> str:
    offers: list[dict[str, Any]] = screen.ask("MyOffers")["myOffers"]
    live = [offer for offer in offers if offer["state"] == "LIVE"]
    return str(max(live, key=lambda offer: offer["createdAt"])["id"])


async def test_signing_out_ends_the_session_at_once(devices: Devices) -> None:
    device = await devices.one("coordinator")
    await device.open("/verzoeken")
    await device.page.get_by_role("button", name="Log uit").click()
    await expect(device.page).to_have_url(re.compile("/inloggen"))
    answer = await device.context.request.post(
        f"{device.origin}/graphql", data={"query": "{ requestInbox { totalCount } }"}, headers={"X-Vrijplaats": "1"}
    )
    assert answer.status == 401


async def test_the_shell_opens_without_a_network(devices: Devices) -> None:
    """Installed once, the app opens offline and says so, instead of the browser's own error."""
    device = await devices.one("volunteer-1", phone=True)
    await device.open("/uitnodigingen")
    await device.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    await device.page.reload()
    await device.page.locator("main h1").first.wait_for()
    await device.context.set_offline(True)
    await device.page.reload()
    await expect(device.page.get_by_text("Geen verbinding").first).to_be_visible()
    await shot(device.page, "zonder-verbinding")
    manifest = await device.page.evaluate("document.querySelector('link[rel=manifest]').href")
    assert manifest.endswith("/manifest.webmanifest")
