"""One's own data on a phone, in a real Chromium: taken along, corrected, ended; the coordinator answers at a desk."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest
from playwright.async_api import Locator, expect

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
OF_A_VISIT = "90 minuten"


async def _taken(device: Device, button: str) -> Path:
    async with device.page.expect_download() as coming:
        await device.page.get_by_role("button", name=button).click()
    return Path(await (await coming.value).path())


def _logged(origin: str, persona: str) -> dict[str, Any]:
    """A visit that was over and is logged now: an hour, 17 kilometres."""
    screen = Screen(origin, persona)
    (visit,) = [each for each in screen.ask("MyVisits")["myVisits"] if _is_to_log(each)]
    log = {"outcome": "HELD", "minutes": 60, "setting": "PRIVATE_ROOM", "travelKilometres": 17}
    assert screen.do("LogVisit", {"visitId": visit["id"], **log})["__typename"] == "LogVisitSuccess"
    found: dict[str, Any] = visit
    return found


def _is_to_log(visit: dict[str, Any]) -> bool:
    return visit["state"] == "CONFIRMED" and datetime.fromisoformat(visit["endsAt"]) < datetime.now(UTC)


async def _ask_about(phone: Device, visit: dict[str, Any]) -> None:
    """A visit that was logged is not right: which, and what it should be."""
    page = phone.page
    dialog = page.get_by_role("dialog")
    await page.get_by_role("button", name="Vraag een correctie").click()
    await dialog.get_by_label("Een bezoek dat is vastgelegd").check()
    await dialog.get_by_label("Wat moet het zijn?").fill(OF_A_VISIT)
    which = dialog.get_by_label("Om welk bezoek gaat het?")
    await expect(which).to_be_visible()
    await dialog.get_by_role("button", name="Verstuur").click()
    await expect(dialog.get_by_text("Kies eerst om welk bezoek het gaat.")).to_be_visible()
    await which.select_option(visit["id"])
    assert await in_light_and_dark(page) == []
    await shot(page, "correctie-welk-bezoek")
    await dialog.get_by_role("button", name="Verstuur").click()
    await expect(page.get_by_role("listitem").filter(has_text=OF_A_VISIT)).to_contain_text("Antwoord uiterlijk")


async def _put_right(desk: Device, line: Locator) -> None:
    """What stands beside what was asked; what changes is read before it is sent."""
    page, hands = desk.page, Keyboard(desk.page)
    dialog = page.get_by_role("dialog")
    await expect(line).to_contain_text("Er staat: het ging door, 60 minuten, 17 km, spreekkamer.")
    await hands.press(line.get_by_role("button", name="Pas het bezoek aan"))
    await hands.press(dialog.get_by_role("button", name="Bekijk wat verandert"))
    await expect(dialog.get_by_role("alert")).to_contain_text("Er verandert niets.")
    minutes = dialog.get_by_label("Duur (min)")
    await hands.to(minutes)
    await minutes.press("ControlOrMeta+a")
    await page.keyboard.type("90")
    await expect(dialog.get_by_role("alert")).to_have_count(0)
    assert await in_light_and_dark(page) == []
    await shot(page, "bezoek-aanpassen")
    await hands.press(dialog.get_by_role("button", name="Bekijk wat verandert"))
    await expect(dialog.get_by_role("status")).to_contain_text("60 minuten wordt 90 minuten")
    # where the focus is, the next press sends it
    await expect(dialog.get_by_role("button", name="Aanpassen")).to_be_focused()
    assert await in_light_and_dark(page) == []
    await shot(page, "bezoek-aanpassen-nagekeken")
    await hands.press(dialog.get_by_role("button", name="Aanpassen"))
    await expect(dialog).to_have_count(0)
    await expect(line).to_have_count(0)


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
    past = _logged(devices.origin, "volunteer-3")
    phone = await devices.one("volunteer-3", phone=True)
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
    await _ask_about(phone, past)

    desk = await devices.one("coordinator")
    await desk.open("/mensen")
    lines = desk.page.get_by_role("region", name="Wie vraagt om een correctie").get_by_role("listitem")
    waiting = lines.filter(has_text=f"Moet zijn: {WANTED}")
    await expect(waiting).to_be_visible()
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
    await _put_right(desk, lines.filter(has_text=f"Moet zijn: {OF_A_VISIT}"))
    log = Screen(devices.origin, "volunteer-3").ask("MyVisit", id=past["id"])["visit"]["log"]
    assert (log["outcome"], log["minutes"], log["travelKilometres"]) == ("HELD", 90, 17)
    await page.reload()
    await expect(page.get_by_role("listitem").filter(has_text=OF_A_VISIT)).to_contain_text("Aangepast")
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
    # what lies under the bar is one scroll away
    await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
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
