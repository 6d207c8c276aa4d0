"""The operator lets an organisation in, says where it works and invites its first coordinator, in a real Chromium."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.axe import in_light_and_dark
from tests.browser.devices import Devices
from tests.browser.shots import shot
from tests.browser.test_invitations import letter_to, token_in

pytestmark = pytest.mark.asyncio(loop_scope="session")

NAME = "Bezoek aan Zee"
ADDRESS = "mina.postma@example.org"


async def test_an_organisation_is_let_in(devices: Devices) -> None:
    desk = await devices.one("operator")
    page = desk.page
    await desk.open("/beheer")
    await page.get_by_role("button", name="Nieuwe organisatie").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Opslaan").click()
    await expect(dialog.locator(".error")).to_be_visible()
    await dialog.get_by_label("Naam").fill(NAME)
    await dialog.get_by_label("Naam").press("Enter")
    await expect(dialog.get_by_role("heading", name="Nodig de eerste coördinator uit")).to_be_visible()
    await expect(dialog).to_contain_text(f"{NAME} staat erin.")
    await shot(page, "beheer-eerste-laptop")
    await dialog.get_by_label("Naam").fill("Mina Postma")
    await dialog.get_by_label("E-mailadres").fill(ADDRESS)
    await dialog.get_by_role("button", name="Verstuur").click()
    await expect(page.get_by_role("listitem").filter(has_text=ADDRESS)).to_contain_text(NAME)
    await page.get_by_label("Zoek op naam").fill("aan zee")
    await page.get_by_role("button", name=f"Waar {NAME} actief is").click()
    await expect(dialog).to_contain_text("Nog nergens")
    await dialog.get_by_label("Inrichting").select_option(label="PI Veenhuizen, locatie Esserheem")
    await dialog.get_by_role("button", name="Voeg toe").click()
    row = dialog.get_by_role("listitem").filter(has_text="Esserheem")
    await expect(row).to_contain_text("Vanaf")
    await row.get_by_role("button").click()
    await row.get_by_label("Laatste dag").fill("2000-01-01")
    await row.get_by_role("button", name="Opslaan").click()
    await expect(row.locator(".error")).to_contain_text("niet vóór de eerste dag")
    await row.get_by_label("Laatste dag").fill("2099-12-31")
    await row.get_by_role("button", name="Opslaan").click()
    await expect(row).to_contain_text("31 december 2099")
    await shot(page, "beheer-actief-laptop")
    assert desk.problems == []
    phone = await devices.one(phone=True)
    await phone.open(f"/welkom#{token_in(await letter_to(desk, ADDRESS))}")
    await expect(phone.page.get_by_text(f"nodigt je uit bij {NAME}.")).to_be_visible()
    await expect(phone.page.get_by_text("Je gaat meedoen als coördinator.")).to_be_visible()
    assert phone.problems == []


async def test_a_prison_is_let_in_on_a_phone(devices: Devices) -> None:
    phone = await devices.one("operator", phone=True, dark=True)
    page = phone.page
    await phone.open("/beheer")
    await page.get_by_role("radio", name="Inrichtingen").check()
    await page.get_by_role("button", name="Nieuwe inrichting").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Naam").fill("PI Den Helder, locatie Kaap")
    await expect(dialog.get_by_label("Code")).to_have_value("pi-den-helder-kaap")
    await dialog.get_by_label("Plaats").fill("Den Helder")
    await dialog.get_by_label("Breedtegraad").fill("noord")
    await dialog.get_by_role("button", name="Opslaan").click()
    await expect(dialog.locator(".error")).to_contain_text("Vul een getal in")
    await shot(page, "beheer-inrichting-phone-dark")
    await dialog.get_by_label("Breedtegraad").fill("52,9563")
    await dialog.get_by_label("Lengtegraad").fill("4,7601")
    await dialog.get_by_role("button", name="Opslaan").click()
    await expect(dialog.get_by_role("heading", name="Nodig de eerste contactpersoon uit")).to_be_visible()
    await dialog.get_by_role("button", name="Annuleer").click()
    await page.get_by_label("Zoek op naam").fill("Kaap")
    await expect(page.get_by_role("listitem").filter(has_text="Den Helder")).to_be_visible()
    assert phone.problems == []


async def test_who_runs_an_organisation_is_ended(devices: Devices) -> None:
    desk = await devices.one("operator")
    page = desk.page
    await desk.open("/beheer")
    await page.get_by_role("button", name="Wie er bij Exodus werkt").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Vrijwilligers zie je hier niet")
    lines = dialog.get_by_role("listitem")
    await lines.first.wait_for()
    await shot(page, "beheer-wie-laptop")
    assert await in_light_and_dark(page) == []
    while (left := await lines.count()) > 1:
        await lines.first.get_by_role("button").click()
        await dialog.get_by_role("radio", name="Doet niet meer mee").check()
        await dialog.get_by_role("button", name="Opslaan").click()
        await expect(lines).to_have_count(left - 1)
    await lines.first.get_by_role("button").click()
    await dialog.get_by_role("radio", name="Doet niet meer mee").check()
    await dialog.get_by_role("button", name="Opslaan").click()
    await expect(dialog).to_contain_text("is hier de laatste")
    await shot(page, "beheer-laatste-laptop")
    assert await in_light_and_dark(page) == []
    await dialog.get_by_role("button", name="Beëindig toch").click()
    await expect(dialog).to_contain_text("Hier is nog niemand")
    assert desk.problems == []
