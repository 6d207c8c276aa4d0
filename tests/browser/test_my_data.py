"""One's own data on a phone, in a real Chromium: taken along, corrected, ended; the coordinator answers at a desk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import pytest
from playwright.async_api import expect

from tests.browser.axe import in_light_and_dark
from tests.browser.devices import Device, Devices
from tests.browser.keyboard import Keyboard
from tests.browser.shots import shot
from tests.journeys.screens import Screen
from vrijplaats.settings import Login

if TYPE_CHECKING:
    from tests.conftest import DemoWorld

pytestmark = pytest.mark.asyncio(loop_scope="session")

ONLY_ONE_LEFT = """
update membership m set ended_at = now() from demo_persona d join membership own on own.id = d.membership_id
where d.key = 'coordinator-exodus' and m.role = 'COORDINATOR' and m.organisation_id = own.organisation_id
  and m.id <> own.id
"""
WANTED = "Ik woon nu in Groningen"


async def _taken(device: Device, button: str) -> Path:
    async with device.page.expect_download() as coming:
        await device.page.get_by_role("button", name=button).click()
    return Path(await (await coming.value).path())


async def test_both_files_are_kept_on_the_phone(devices: Devices) -> None:
    phone = await devices.one("volunteer-5", phone=True)
    await phone.open("/ik")
    await phone.page.get_by_role("link", name="Mijn gegevens").click()
    await expect(phone.page).to_have_url(f"{phone.origin}/ik/gegevens")
    readable = await _taken(phone, "Om te lezen")
    await expect(phone.page.get_by_role("status").filter(has_text="Je gegevens zijn opgehaald")).to_be_visible()
    content = json.loads((await _taken(phone, "Als JSON-bestand")).read_bytes())
    assert content["format"] == "vrijplaats.own-data" and content["sections"]["volunteer"]["rows"]
    name = content["sections"]["person"]["rows"][0]["display_name"]
    # it opens without a server, and says what the phone's owner may know
    document = readable.rename(readable.with_suffix(".html"))
    page = await phone.context.new_page()
    await page.goto(document.as_uri())
    await expect(page.get_by_role("heading", level=1)).to_have_text("Mijn gegevens bij Vrijplaats")
    await expect(page.get_by_text(name, exact=True).first).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert await in_light_and_dark(page) == []
    await shot(page, "mijn-gegevens-document")
    assert phone.problems == []


async def test_a_correction_is_asked_and_answered(devices: Devices) -> None:
    phone = await devices.one("volunteer-6", phone=True)
    page, keyboard = phone.page, Keyboard(phone.page)
    await phone.open("/ik/gegevens")
    # what comes above the button would push it out of sight
    await phone.settled()
    ask, dialog = page.get_by_role("button", name="Vraag een correctie"), page.get_by_role("dialog")
    await keyboard.press(ask)
    await keyboard.press(dialog.get_by_role("button", name="Verstuur"))
    await expect(dialog.get_by_role("alert")).to_have_text("Kies eerst wat er niet klopt.")
    await expect(dialog.get_by_role("radio").first).to_be_focused()
    await keyboard.choose(dialog.get_by_label("Mijn woonplaats"), first=dialog.get_by_role("radio").first)
    field = dialog.get_by_label("Wat moet het zijn?")
    await keyboard.write(field, "staat in mijn detentieplan")
    await page.keyboard.press("Enter")
    await expect(dialog.get_by_text("Een plan is hier niet nodig.")).to_be_visible()
    await expect(field).to_have_value("staat in mijn detentieplan")  # nothing typed is lost
    await expect(field).to_be_focused()
    assert await in_light_and_dark(page) == []
    await shot(page, "correctie-vragen")
    await page.keyboard.press("End")
    await page.keyboard.type(" nu")
    await expect(dialog.get_by_text("Een plan is hier niet nodig.")).to_have_count(0)
    await page.keyboard.press("Enter")  # still wrong, in the same words
    await expect(dialog.get_by_text("Een plan is hier niet nodig.")).to_be_visible()
    await field.fill("a" * 203)  # pasted, and longer than fits: it stands, and is counted
    await expect(dialog.get_by_text("3 tekens te veel. Maak het korter.")).to_be_visible()
    await expect(field).to_have_value("a" * 203)
    await field.press("ControlOrMeta+a")
    await page.keyboard.type(WANTED)
    await expect(dialog.get_by_text("te veel")).to_have_count(0)
    await page.keyboard.press("Enter")
    line = page.get_by_role("listitem").filter(has_text=WANTED)
    await expect(line).to_contain_text("Antwoord uiterlijk")
    await expect(ask).to_be_focused()

    desk = await devices.one("coordinator")
    await desk.open("/mensen")
    waiting = desk.page.get_by_role("region", name="Wie vraagt om een correctie").get_by_role("listitem")
    await expect(waiting).to_contain_text(f"Moet zijn: {WANTED}")
    await shot(desk.page, "correctie-beantwoorden")
    hands, answering = Keyboard(desk.page), desk.page.get_by_role("dialog")
    refuse = waiting.get_by_role("button", name="Niet aangepast")
    await hands.press(refuse)
    await hands.escape()
    await expect(refuse).to_be_focused()
    await hands.press(refuse)
    await hands.press(answering.get_by_role("button", name="Laat het weten"))
    await expect(answering.get_by_role("radio").first).to_be_focused()
    await hands.choose(
        answering.get_by_label("Er is eerst een bewijs nodig"), first=answering.get_by_role("radio").first
    )
    assert await in_light_and_dark(desk.page) == []
    await hands.press(answering.get_by_role("button", name="Laat het weten"))
    await expect(waiting).to_have_count(0)
    await page.reload()
    await expect(line).to_contain_text("Niet aangepast")
    await expect(line).to_contain_text("Er is eerst een bewijs nodig")
    assert await in_light_and_dark(page) == []
    assert phone.problems == desk.problems == []


async def test_a_volunteer_stops(devices: Devices) -> None:
    screen = Screen(devices.origin, "volunteer-7")
    running = screen.post({"query": "{ myMatches { state pseudonym detainee { givenName } } }"}).json()["data"]
    names = [m["detainee"]["givenName"] for m in running["myMatches"] if m["state"] != "ENDED"]
    phone = await devices.one("volunteer-7", phone=True)
    page, keyboard = phone.page, Keyboard(phone.page)
    await phone.open("/ik/gegevens")
    await keyboard.press(page.get_by_role("link", name="Ik wil stoppen"))
    await expect(page.get_by_role("heading", level=1)).to_contain_text("Stoppen bij")
    for name in names:
        await expect(page.get_by_role("listitem").filter(has_text=name).first).to_be_visible()
    await expect(page.get_by_text("Dit is je laatste rol.")).to_be_visible()
    assert await in_light_and_dark(page) == []
    await shot(page, "stoppen")
    stop, dialog = page.get_by_role("button", name="Ik stop"), page.get_by_role("dialog")
    await keyboard.press(stop)
    assert await in_light_and_dark(page) == []
    await shot(page, "stoppen-zeker")
    await keyboard.press(dialog.get_by_role("button", name="Nee, ik blijf"))
    await expect(stop).to_be_focused()
    await keyboard.press(stop)
    await keyboard.press(dialog.get_by_role("button", name="Ja, ik stop"))
    await expect(page.get_by_role("heading", level=1)).to_have_text("Dank je wel")
    await expect(page.get_by_text("Je account is dicht.")).to_be_visible()
    assert await in_light_and_dark(page) == []
    await shot(page, "tot-ziens")
    await phone.open("/uitnodigingen")
    await expect(page).to_have_url(f"{phone.origin}/inloggen?terug=%2Fuitnodigingen")

    desk = await devices.one("coordinator")
    await desk.open("/ik")
    # told by the worker: at the latest the screen's own next look has it
    await expect(desk.page.get_by_text("is gestopt. Kijk wat er nog openstaat.").first).to_be_visible(timeout=45_000)
    assert desk.problems == []


async def test_the_last_coordinator_reads_what_to_do_first(devices: Devices, demo_world: DemoWorld) -> None:
    connection = await asyncpg.connect(demo_world.settings.dsn(Login.ADMIN))
    await connection.execute(ONLY_ONE_LEFT)
    await connection.close()
    desk = await devices.one("coordinator-exodus")
    await desk.open("/ik/stoppen")
    await expect(desk.page.get_by_text("Jij bent de laatste coördinator.")).to_be_visible()
    await expect(desk.page.get_by_role("link", name="Naar Mensen")).to_be_visible()
    await expect(desk.page.get_by_role("button", name="Ik stop")).to_have_count(0)
    assert desk.problems == []
