"""A coordinator sets what the organisation does: it holds where it is used, and goes back."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.devices import Devices

pytestmark = pytest.mark.asyncio(loop_scope="session")


def _card(page: Page, title: str) -> Locator:
    return page.get_by_role("region", name=title)


async def test_rounds_begin_with_what_was_chosen_and_it_can_be_put_back(devices: Devices) -> None:
    device = await devices.one("coordinator-humanitas")
    page = device.page
    await device.open("/instellingen")
    rounds = _card(page, "Vragen in rondes")
    await expect(rounds.get_by_text("Nog nooit gewijzigd")).to_be_visible()
    await rounds.get_by_label("Volgende ronde na").select_option("24 uur")
    await expect(rounds.get_by_text("Eerst: 3 mensen per ronde, de volgende na 6 uur")).to_be_visible()
    await expect(rounds.get_by_text(re.compile("Gewijzigd .*, door "))).to_be_visible()

    await device.open("/verdeel")
    await page.get_by_role("checkbox", name="In rondes").check()
    await expect(page.get_by_label(re.compile("hoeveel uur"))).to_have_value("24")

    await device.open("/instellingen")
    await page.get_by_role("button", name=re.compile("^Zet terug: Vragen in rondes")).click()
    await expect(rounds.get_by_label("Volgende ronde na")).to_have_value("6")
    await expect(rounds.get_by_text("Eerst: 3 mensen per ronde, de volgende na 24 uur")).to_be_visible()
    assert device.problems == []


async def test_a_rate_has_a_first_day_and_bounds(devices: Devices) -> None:
    device = await devices.one("coordinator-humanitas", phone=True)
    page = device.page
    await device.open("/instellingen")
    rate = _card(page, "Kilometervergoeding")
    await expect(rate.get_by_text("Nu € 0,23 per kilometer")).to_be_visible()
    await rate.get_by_role("button", name="Wijzig het tarief").click()
    dialog = page.get_by_role("dialog", name="Wijzig het tarief")
    amount = dialog.get_by_label("Euro per kilometer")
    for wrong, said in (
        ("veel", "Vul een bedrag in, zoals 0,23."),
        ("9,00", re.compile("kies een bedrag van € 0,00 tot € 2,00")),
    ):
        await amount.fill(wrong)
        await dialog.get_by_role("button", name="Opslaan").click()
        await expect(dialog.get_by_text(said)).to_be_visible()
        await expect(amount).to_have_value(wrong)
    await amount.fill("0,25")
    await page.keyboard.press("Enter")
    await expect(dialog).to_have_count(0)
    await expect(rate.get_by_text("Nu € 0,25 per kilometer")).to_be_visible()
    await rate.get_by_role("button", name=re.compile("^Haal weg")).click()
    await expect(rate.get_by_text("Nu € 0,23 per kilometer")).to_be_visible()


async def test_quiet_hours_ask_first_when_rounds_run(devices: Devices) -> None:
    device = await devices.one("coordinator")
    page = device.page
    await device.open("/instellingen")
    night = _card(page, "Stille uren")
    await expect(night.get_by_label("Vanaf")).to_have_value("22")
    running = (
        await (
            await device.context.request.post(
                f"{device.origin}/graphql",
                data={"query": "{ waveSettings { running } }"},
                headers={"X-Vrijplaats": "1"},
            )
        ).json()
    )["data"]["waveSettings"]["running"]
    await night.get_by_label("Vanaf").select_option("21.00 uur")
    if running:
        dialog = page.get_by_role("dialog", name="Stille uren wijzigen?")
        await dialog.get_by_role("button", name="Annuleer").click()
        await expect(night.get_by_label("Vanaf")).to_have_value("22")
        await night.get_by_label("Vanaf").select_option("21.00 uur")
        await dialog.get_by_role("button", name="Opslaan").click()
    await expect(night.get_by_text("Eerst: van 22 tot 8 uur")).to_be_visible()
    await expect(night.get_by_label("Vanaf")).to_have_value("21")


async def test_from_the_settings_to_what_counts_and_to_colleagues(devices: Devices) -> None:
    device = await devices.one("coordinator")
    page = device.page
    await device.open("/instellingen")
    await page.get_by_role("link", name="Kies bij Verdeel").click()
    await expect(page.get_by_role("dialog", name="Wat telt mee")).to_be_visible()
    await device.open("/instellingen")
    await page.get_by_role("link", name="Naar Mensen").click()
    await expect(page.get_by_role("radio", name="Coördinatoren")).to_be_checked()
    await expect(page.locator("tbody tr").first).to_contain_text("Coördinator")
