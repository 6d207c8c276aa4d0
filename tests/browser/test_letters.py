"""Letters for whom no device wakes, in a real Chromium: chosen under Ik, shown by the demo, stopped from there."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Locator, expect

from tests.browser.axe import in_light_and_dark
from tests.browser.devices import Device, Devices
from tests.browser.shots import shot
from tests.browser.test_codes import address_of, letters_to
from tests.browser.woken import asked

pytestmark = pytest.mark.asyncio(loop_scope="session")

SUBJECT = "Iemand in Veenhuizen vraagt om bezoek"
CHOICE = "Brieven per e-mail als ik niets open"


async def test_a_letter_comes_leads_to_the_question_and_is_stopped_from_itself(devices: Devices) -> None:
    address = await address_of(devices, "volunteer-20")
    phone = await devices.one("volunteer-20", phone=True)
    page = phone.page
    await phone.open("/ik")
    await page.get_by_role("radio", name="Altijd").check()  # at any hour
    await expect(page.get_by_text("Opgeslagen")).to_be_visible()
    await asked(devices.origin, "volunteer-20")
    (letter,) = await letters_to(phone, address, subject=SUBJECT)

    await phone.open("/post")
    card = page.get_by_role("listitem").filter(has_text=address).first
    await expect(card.get_by_role("heading", name=SUBJECT)).to_be_visible()
    await card.scroll_into_view_if_needed()
    await shot(page, "brief-uitnodiging")
    assert await in_light_and_dark(page) == []
    # the worker of these tests knows one address, each web process another
    to_offer, to_stop = re.findall(r"http://localhost:\d+(/\S+)", letter)
    await phone.open(to_offer)
    await expect(page.get_by_role("button", name="Accepteren")).to_be_visible()

    # from here on nobody is signed in
    reader = await devices.one(phone=True)
    await reader.open(to_stop)
    await expect(reader.page.get_by_role("heading", name="Brieven per e-mail")).to_be_visible()
    await shot(reader.page, "brieven-stoppen")
    assert await in_light_and_dark(reader.page) == []
    await expect(await _choice(phone)).to_be_checked()
    await reader.page.get_by_role("button", name="Stop de brieven").click()
    await expect(reader.page.get_by_role("status").filter(has_text="Je krijgt deze brieven niet meer.")).to_be_visible()
    await shot(reader.page, "brieven-gestopt")
    assert await in_light_and_dark(reader.page) == []
    await expect(await _choice(phone)).not_to_be_checked()
    await reader.page.get_by_role("button", name="Toch weer brieven").click()
    await expect(reader.page.get_by_role("status").filter(has_text="Je krijgt weer brieven.")).to_be_visible()
    await expect(await _choice(phone)).to_be_checked()
    assert phone.problems == reader.problems == []


async def test_a_link_that_does_not_work_says_where_to_choose(devices: Devices) -> None:
    reader = await devices.one(phone=True)
    await reader.open("/brieven#een-link")
    await reader.page.get_by_role("button", name="Stop de brieven").click()
    await expect(reader.page.get_by_role("alert")).to_contain_text("Deze link werkt niet meer.")
    await expect(reader.page.get_by_role("button", name="Stop de brieven")).to_have_count(0)
    await shot(reader.page, "brieven-oude-link")
    await reader.open("/inloggen")
    await reader.open("/brieven")
    await expect(reader.page.get_by_text("Dit kan alleen met de link uit een brief.")).to_be_visible()


async def test_who_has_no_line_reads_that_nothing_has_changed(devices: Devices) -> None:
    reader = await devices.one(phone=True)
    await reader.open("/brieven#een-link")
    await reader.context.route("**/letters/choose", lambda route: route.abort())
    await reader.page.get_by_role("button", name="Stop de brieven").click()
    await expect(reader.page.get_by_role("alert")).to_contain_text("Geen verbinding. Er is niets veranderd.")


async def test_a_browser_that_cannot_be_woken_says_that_letters_come(devices: Devices) -> None:
    device = await devices.one("volunteer-19", phone=True)
    await device.context.add_init_script("delete window.PushManager")
    await device.open("/ik")
    page = device.page
    section = page.locator("section").filter(has=page.get_by_role("heading", name="Meldingen op dit apparaat"))
    await expect(section.get_by_text("Je krijgt brieven per e-mail, en je ziet alles hier in de app.")).to_be_visible()
    await section.get_by_label(CHOICE).scroll_into_view_if_needed()
    await shot(page, "brieven-keuze")
    assert await in_light_and_dark(page) == []
    await section.get_by_label(CHOICE).uncheck()
    await expect(page.get_by_role("status").filter(has_text="Opgeslagen")).to_be_visible()
    await expect(
        section.get_by_text("Deze browser kan geen meldingen geven. Je ziet alles hier in de app.")
    ).to_be_visible()
    await page.reload()
    await expect(section.get_by_label(CHOICE)).not_to_be_checked()
    await section.get_by_label(CHOICE).check()
    await expect(page.get_by_role("status").filter(has_text="Opgeslagen")).to_be_visible()
    assert device.problems == []


async def _choice(device: Device) -> Locator:
    await device.open("/ik")
    return device.page.get_by_label(CHOICE)
