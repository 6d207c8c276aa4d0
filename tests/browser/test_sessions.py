"""Own sessions in a real Chromium: ended from another device, and going on as another thing one is."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.devices import Devices
from tests.browser.shots import shot

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_lost_phone_is_signed_out_from_another_device(devices: Devices) -> None:
    phone, laptop = await devices.one("volunteer-19", phone=True), await devices.one("volunteer-19")
    await phone.open("/bezoeken")
    await laptop.open("/uitnodigingen")
    # through the name in the rail
    await laptop.page.get_by_role("link", name="Kwame Mensah").click()
    row = laptop.page.get_by_role("listitem").filter(has_text="Laatst gezien")
    await expect(row).to_have_count(2)
    await expect(row.filter(has_text="Dit apparaat")).to_have_count(1)
    await shot(laptop.page, "sessies")
    await row.get_by_role("button", name="Log daar uit").click()
    dialog = laptop.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Laat zo").click()
    await expect(row).to_have_count(2)
    await row.get_by_role("button", name="Log daar uit").click()
    await dialog.get_by_role("button", name="Log daar uit").click()
    await expect(row).to_have_count(1)

    await phone.looked_at_again()
    await expect(phone.page.get_by_text("Je bent hier uitgelogd. Log opnieuw in")).to_be_visible()
    await shot(phone.page, "sessie-voorbij")
    await phone.page.locator("summary").first.click()
    await phone.page.locator("[data-persona=volunteer-19]").click()
    await expect(phone.page).to_have_url(f"{phone.origin}/bezoeken")
    assert laptop.problems == []


async def test_a_volunteer_of_two_organisations_goes_on_at_the_other(devices: Devices) -> None:
    for is_phone in (True, False):
        device = await devices.one("volunteer-20", phone=is_phone)
        page = device.page
        await device.open("/ik" if is_phone else "/bezoeken")
        await page.get_by_role("button", name="Vrijwilliger, Humanitas").click()
        await expect(page).to_have_url(f"{device.origin}/uitnodigingen")
        await device.open("/ik")
        await expect(page.locator("main header")).to_contain_text("Vrijwilliger, Humanitas")
        await expect(page.get_by_role("button", name="Vrijwilliger, Gevangenenzorg Nederland")).to_be_visible()
        await shot(page, f"wisselen-{'phone' if is_phone else 'laptop'}")
        assert device.problems == []


async def test_who_is_one_thing_only_is_not_asked_which(devices: Devices) -> None:
    device = await devices.one("volunteer-19", phone=True)
    await device.open("/ik")
    await expect(device.page.get_by_text("Verder als")).to_have_count(0)
