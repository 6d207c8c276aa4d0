"""A message to volunteers: choosing whom, being held back, seeing how it goes, stopping it; reading it on a phone."""

from __future__ import annotations

import asyncio

import asyncpg
import pytest
from playwright.async_api import expect

from tests.browser.devices import Devices
from tests.browser.shots import shot
from tests.browser.test_axe import _axe, _sideways
from tests.conftest import DemoWorld
from tests.journeys.screens import Screen
from vrijplaats.settings import Login

pytestmark = pytest.mark.asyncio(loop_scope="session")
# whoever came from a file and has not joined yet gets no message
WITH_AN_ACCOUNT = ("Annelies Kiers", "Bas Willems")
COFFEE = "Donderdag om 16.00 uur is er koffie op kantoor.\nKom je ook?"


async def test_a_message_is_written_held_back_sent_and_stopped(devices: Devices) -> None:
    device = await devices.one("coordinator")
    page = device.page
    await device.open("/vrijwilligers")
    await device.settled()
    await page.get_by_role("button", name="Stuur bericht").click()
    ticks = page.get_by_role("checkbox")
    for name in WITH_AN_ACCOUNT:
        await page.locator("ul label", has_text=name).click()
    await expect(page.get_by_text("2 gekozen")).to_be_visible()
    assert await ticks.count() > 2 and await _axe(device) == []
    await page.get_by_role("button", name="Schrijf bericht").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_text("Aan 2 vrijwilligers")).to_be_visible()
    text = dialog.get_by_role("textbox", name="Je bericht")
    await text.fill("Het staat in zijn detentieplan.")
    await dialog.get_by_role("button", name="Verder").click()
    await dialog.get_by_role("button", name="Stuur naar 2 vrijwilligers").click()
    await expect(dialog.get_by_text("detentieplan")).to_have_count(1)
    await expect(text).to_be_focused()
    assert await text.input_value() == "Het staat in zijn detentieplan." and await _axe(device) == []
    await text.fill(COFFEE)
    await dialog.get_by_role("button", name="Verder").click()
    await expect(dialog.get_by_text("Het gaat over een minuut weg.")).to_be_visible()
    assert await _axe(device) == []
    await shot(page, "bericht-laptop")
    await dialog.get_by_role("button", name="Stuur naar 2 vrijwilligers").click()
    await expect(page.get_by_role("heading", level=1, name="Berichten")).to_be_visible()
    sent = page.get_by_role("region").filter(has_text="Donderdag om 16.00 uur")
    await expect(sent.get_by_text("2 wachten nog")).to_be_visible()
    await sent.get_by_role("button", name="Voor wie was het bericht").click()
    await expect(page.get_by_role("dialog").get_by_text("Wacht nog")).to_have_count(2)
    await page.get_by_role("dialog").get_by_label("Voor wie").select_option("WAITING")
    await expect(page.get_by_role("dialog").get_by_text("krijgt na zes uur een e-mail")).to_be_visible()
    assert await _axe(device) == []
    await page.get_by_role("dialog").get_by_role("button", name="Sluit").click()
    await sent.get_by_role("button", name="Stop het bericht").click()
    await page.get_by_role("button", name="Ja, stop het").click()
    await expect(sent.get_by_text("2 gestopt")).to_be_visible()
    await shot(page, "berichten-gestopt-laptop")
    assert await _axe(device) == []
    assert device.problems == []


async def test_a_text_survives_escape_and_the_end_of_the_session(devices: Devices) -> None:
    device = await devices.one("coordinator-exodus")
    page, dialog = device.page, device.page.get_by_role("dialog")
    await device.open("/vrijwilligers")
    await page.get_by_role("button", name="Stuur bericht").click()
    await page.locator("ul label").first.click()
    await page.get_by_role("button", name="Schrijf bericht").click()
    await dialog.get_by_role("textbox", name="Je bericht").fill(COFFEE)
    await dialog.get_by_role("button", name="Verder").click()
    await page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)
    await page.get_by_role("button", name="Schrijf bericht").click()
    await expect(dialog.get_by_role("textbox", name="Je bericht")).to_have_value(COFFEE)
    await dialog.get_by_role("button", name="Verder").click()

    await device.context.clear_cookies()
    await dialog.get_by_role("button", name="Stuur naar").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("Je bent niet meer ingelogd.")
    await expect(dialog.get_by_role("link", name="Log in")).to_have_attribute("target", "_blank")
    await device.looked_at_again()
    await expect(dialog.locator("blockquote")).to_contain_text("Donderdag om 16.00 uur")
    assert await _axe(device) == []
    await shot(page, "bericht-uitgelogd-laptop")
    # in another tab
    answer = await device.context.request.post(f"{device.origin}/demo/sign-in", data={"persona": "coordinator-exodus"})
    assert answer.ok
    await dialog.get_by_role("button", name="Stuur naar").click()
    await expect(page.get_by_role("heading", level=1, name="Berichten")).to_be_visible()

    # without a text in hand the page is left, and it says why
    await device.context.clear_cookies()
    await device.looked_at_again()
    await expect(page.get_by_text("Je bent hier uitgelogd. Log opnieuw in")).to_be_visible()


async def test_a_volunteer_reads_it_on_the_phone(devices: Devices, demo_world: DemoWorld) -> None:
    volunteer = await asyncio.to_thread(lambda: Screen(devices.origin, "volunteer-5").volunteer_id)
    screen = Screen(devices.origin, "coordinator")
    selection = {"volunteerIds": [volunteer]}
    sent = await asyncio.to_thread(screen.do, "SendMessage", {"text": COFFEE, "selection": selection, "expected": 1})
    connection = await asyncpg.connect(demo_world.settings.dsn(Login.ADMIN))
    try:  # as the worker does a minute later
        told = "update message_recipient set told_at = now(), outbox_id = $2 where message_id = $1 returning person_id"
        number = await connection.fetchval("select uuidv7()")
        person = await connection.fetchval(told, sent["sent"]["id"], number)
        notice = "insert into notice (person_id, outbox_id, event, payload) values ($1, $2, 'message.sent', $3)"
        await connection.execute(notice, person, number, f'{{"message": "{sent["sent"]["id"]}"}}')
    finally:
        await connection.close()
    device = await devices.one("volunteer-5", phone=True)
    page = device.page
    await device.open("/ik")
    await expect(page.get_by_text("Kom je ook?")).to_be_visible()
    assert await _axe(device) == [] and await _sideways(device) == []
    await page.get_by_text("Kom je ook?").scroll_into_view_if_needed()
    await shot(page, "bericht-gelezen-phone")
    assert device.problems == []
