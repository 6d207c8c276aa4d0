"""Who read which name, on the screen and as a file, and erasing a name; in a real Chromium that holds a passkey."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.browser.devices import Device, Devices
from tests.browser.shots import shot
from tests.browser.test_passkeys import ADD, Lock

pytestmark = pytest.mark.asyncio(loop_scope="session")

SCREEN = "/wie-las-namen"


async def _with_passkey(devices: Devices, persona: str) -> tuple[Device, Lock]:
    """A laptop on which this persona, who is signed in, added a passkey and did not show it yet."""
    device = await devices.one(persona)
    lock = await Lock.on(device)
    await device.open("/ik")
    await device.page.get_by_role("button", name=ADD).click()
    await expect(device.page.get_by_text(re.compile("nog niet gebruikt"))).to_be_visible()
    return device, lock


async def test_the_prison_reads_who_read_and_saves_it_with_the_passkey(devices: Devices) -> None:
    volunteer = await devices.one("volunteer-3", phone=True)
    await volunteer.open("/koppelingen")
    await volunteer.settled()
    device, lock = await _with_passkey(devices, "staff-veenhuizen")
    page = device.page
    await page.get_by_role("link", name="Wie las namen").click()
    await expect(page.get_by_role("heading", name="Wie las namen")).to_be_visible()
    reading = page.get_by_role("listitem").filter(has_text=re.compile("las de naam van .*, voor een"))
    await expect(reading.first).to_be_visible()
    await expect(reading.filter(has_text="Vrijwilliger, Gevangenenzorg Nederland").first).to_be_visible()
    await expect(page.get_by_text(re.compile(r"\d+ keer gelezen\."))).to_be_visible()
    await shot(page, "wie-las-namen")
    save = page.get_by_role("button", name="Bewaar als bestand")
    await lock.set(opens=False)
    await save.click()
    await expect(page.get_by_text(re.compile("Hiervoor laat je met je passkey zien"))).to_be_visible()
    await lock.set(opens=True)
    async with page.expect_download() as downloading:
        await save.click()
    download = await downloading.value
    assert re.fullmatch(r"wie-las-namen-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv", download.suggested_filename)
    sheet = (await download.path()).read_text(encoding="utf-8").splitlines()
    assert sheet[0].startswith("wanneer;wie las;rol") and len(sheet) > 1
    # a browser notes every refusal: the passkey was asked for before it was shown
    assert all("403" in problem for problem in device.problems), device.problems


async def test_one_searches_and_an_empty_list_says_so(devices: Devices) -> None:
    volunteer = await devices.one("volunteer-3", phone=True)
    await volunteer.open("/koppelingen")
    await volunteer.settled()
    device = await devices.one("coordinator", phone=True)
    await device.open("/ik")
    page = device.page
    await page.get_by_role("link", name="Wie las namen").click()
    find = page.get_by_label("Zoek op lezer of verzonnen naam")
    await find.fill("niemand heet zo")
    await expect(page.get_by_text("Niets gevonden.")).to_be_visible()
    await find.fill("")
    await expect(page.get_by_role("listitem").filter(has_text="las de naam van").first).to_be_visible()
    await page.get_by_role("radio", name="Bij nood en pas").check()
    await expect(page.get_by_text(re.compile("De vrijwilliger ziet dit ook"))).to_be_visible()
    await page.get_by_role("radio", name="Geweigerd").check()
    await expect(page.get_by_role("heading", name="Er is niets geweigerd")).to_be_visible()
    assert device.problems == []


async def test_staff_erases_a_name_for_good(devices: Devices) -> None:
    device, _ = await _with_passkey(devices, "staff-dordrecht")
    page = device.page
    await page.get_by_role("link", name="Verzoeken").click()
    first = page.get_by_role("row").filter(has=page.get_by_role("button", name=re.compile("Trek in")))
    await first.first.get_by_role("button", name=re.compile("Trek in")).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_text("Het is de eigen wens").click()
    await dialog.get_by_role("button", name="Trek in").click()
    erase = page.get_by_role("button", name=re.compile("Naam wissen"))
    await expect(erase.first).to_be_visible()
    await erase.first.click()
    await expect(dialog.get_by_text("Dit kan niemand terugdraaien.")).to_be_visible()
    await shot(page, "naam-wissen")
    await dialog.get_by_role("button", name="Laat staan").click()
    await expect(dialog).to_be_hidden()
    await erase.first.click()
    title = await dialog.get_by_role("heading").inner_text()
    whose = title.removeprefix("Naam van ").removesuffix(" wissen")
    await dialog.get_by_role("button", name=re.compile("Wis de naam")).click()
    gone, more = page.get_by_text("Naam gewist").first, dialog.get_by_role("button", name="Wis de naam en trek in")
    await expect(gone.or_(more).first).to_be_visible()
    if await more.is_visible():  # another wish of the same person waits
        await more.click()
    await expect(gone).to_be_visible()
    await expect(dialog).to_be_hidden()
    await expect(page.get_by_role("button", name=f"Naam wissen: {whose}", exact=True)).to_have_count(0)
    assert device.problems == []
