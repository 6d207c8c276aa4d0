"""Somebody is invited and comes in, in a real Chromium: by e-mail with a passkey, by a code, as who is here already."""

from __future__ import annotations

import asyncio
import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import in_light_and_dark
from tests.browser.devices import Device, Devices
from tests.browser.shots import shot
from tests.browser.test_passkeys import Lock

pytestmark = pytest.mark.asyncio(loop_scope="session")

MOST_SECONDS = 20
# lines for which there is no room at first
OTHERS = re.compile(r"^Toon er nog \d+$")
JOIN = "Doe mee met een passkey"


async def invite(page: Page, name: str, *, email: str | None) -> None:
    await page.get_by_role("button", name="Nodig iemand uit").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Naam").fill(name)
    if email is None:
        await dialog.get_by_role("radio", name="Laat een code zien").check()
        await dialog.get_by_role("button", name="Toon code").click()
    else:
        await dialog.get_by_label("E-mailadres").fill(email)
        await dialog.get_by_role("button", name="Verstuur").click()


async def _closed_by_accident(page: Page) -> None:
    """What was typed is there again; never mind is never mind."""
    asking, name = page.get_by_role("button", name="Nodig iemand uit"), page.get_by_role("dialog").get_by_label("Naam")
    await asking.click()
    await name.fill("Els van")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await asking.click()
    await expect(name).to_have_value("Els van")
    await page.get_by_role("dialog").get_by_role("button", name="Annuleer").click()
    await asking.click()
    await expect(name).to_have_value("")
    await page.keyboard.press("Escape")


async def letter_to(device: Device, address: str) -> str:
    """The text of the letter, once the worker has sent it."""
    for _ in range(MOST_SECONDS * 5):
        answer = await device.context.request.get(f"{device.origin}/demo/mail")
        for letter in await answer.json():
            if letter["to"] == address:
                return str(letter["text"])
        await asyncio.sleep(0.2)
    raise AssertionError("no letter came")


def token_in(text: str) -> str:
    found = re.search(r"/welkom#(\S+)", text)
    assert found is not None
    return found[1]


async def test_a_volunteer_comes_in_by_e_mail(devices: Devices) -> None:
    desk = await devices.one("coordinator")
    await desk.open("/mensen")
    await _closed_by_accident(desk.page)
    await invite(desk.page, "Els van Dam", email="els.van.dam@example.org")
    row = desk.page.get_by_role("listitem").filter(has_text="Els van Dam")
    await expect(row).to_contain_text("els.van.dam@example.org")
    token = token_in(await letter_to(desk, "els.van.dam@example.org"))
    phone = await devices.one(phone=True)
    lock = await Lock.on(phone)
    await phone.open(f"/welkom#{token}")
    await expect(phone.page).to_have_url(f"{phone.origin}/welkom")
    await expect(phone.page.get_by_text("nodigt je uit bij Gevangenenzorg Nederland")).to_be_visible()
    await shot(phone.page, "welkom-phone")
    await phone.page.get_by_label("Telefoon").fill("06 12345678")
    await phone.page.get_by_role("button", name=JOIN).click()
    await expect(phone.page).to_have_url(f"{phone.origin}/uitnodigingen")
    assert len(await lock.passkeys()) == 1
    assert phone.problems == []
    await desk.page.reload()
    await desk.page.get_by_label("Zoek op naam").fill("Els van D")
    await expect(desk.page.get_by_role("row").filter(has_text="Els van Dam")).to_be_visible()
    again = await devices.one(phone=True)
    await again.open(f"/welkom#{token}")
    await expect(again.page.get_by_role("heading", name="Deze uitnodiging werkt niet meer")).to_be_visible()


async def test_a_code_on_the_screen_is_enough(devices: Devices) -> None:
    desk = await devices.one("coordinator-humanitas", dark=True)
    await desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await desk.open("/mensen")
    await invite(desk.page, "Jan Steen", email=None)
    await expect(desk.page.get_by_role("img", name="QR-code met de uitnodiging")).to_be_visible()
    await shot(desk.page, "mensen-code-laptop-dark")
    await desk.page.get_by_role("button", name="Kopieer de link").click()
    token = token_in(await desk.page.evaluate("navigator.clipboard.readText()"))
    phone = await devices.one(phone=True)
    await Lock.on(phone)
    await phone.open(f"/welkom#{token}")
    await phone.page.get_by_role("button", name=JOIN).click()
    await expect(phone.page).to_have_url(f"{phone.origin}/uitnodigingen")
    assert phone.problems == [] and desk.problems == []


async def test_who_is_here_gets_one_role_more(devices: Devices) -> None:
    desk = await devices.one("coordinator-exodus")
    await desk.open("/mensen")
    await invite(desk.page, "Iemand", email="iemand@example.org")
    token = token_in(await letter_to(desk, "iemand@example.org"))
    phone = await devices.one("volunteer-12", phone=True)
    await phone.open(f"/welkom#{token}")
    await phone.page.get_by_role("button", name="Neem de uitnodiging aan").click()
    await phone.page.get_by_role("button", name="Ga verder in deze rol").click()
    await expect(phone.page).to_have_url(f"{phone.origin}/uitnodigingen")
    await phone.open("/ik")
    await expect(phone.page.get_by_text("Vrijwilliger, Exodus").first).to_be_visible()
    assert phone.problems == []


async def test_a_role_changes_on_the_screen(devices: Devices) -> None:
    desk = await devices.one("coordinator-humanitas")
    await desk.open("/mensen")
    await desk.page.get_by_role("radio", name="Vrijwilligers").check()
    # the former list stays until this one has come
    people = desk.page.get_by_role("row").filter(has=desk.page.get_by_role("button", name=re.compile("Meer voor")))
    await expect(people.filter(has_text="Coördinator")).to_have_count(0)
    await people.last.get_by_role("button", name=re.compile("Meer voor")).click()
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_role("button", name=re.compile("Wijzig de rol van")).click()
    await dialog.get_by_role("radio", name="Wordt ook coördinator").check()
    await dialog.get_by_role("button", name="Opslaan").click()
    await expect(desk.page.get_by_text("Opgeslagen.")).to_be_visible()
    assert desk.problems == []


async def test_what_a_volunteer_still_does_is_said_before_it_ends(devices: Devices) -> None:
    desk = await devices.one("coordinator-exodus")
    await desk.open("/koppelingen")
    running = desk.page.get_by_role("row").filter(has_text="Loopt")
    name = await running.last.get_by_role("rowheader").inner_text()
    await desk.open("/mensen")
    await desk.page.get_by_role("radio", name="Vrijwilligers").check()
    await desk.page.get_by_label("Zoek op naam").fill(name)
    await desk.page.get_by_role("button", name=f"Meer voor {name}", exact=True).click()
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_role("button", name=f"Wijzig de rol van {name}").click()
    await dialog.get_by_role("radio", name="Doet niet meer mee").check()
    await expect(dialog.get_by_text(re.compile(rf"{re.escape(name)} heeft nog \d+ koppeling"))).to_be_visible()
    await shot(desk.page, "mensen-stopt-laptop")
    assert await in_light_and_dark(desk.page) == []
    await dialog.get_by_role("button", name="Opslaan").click()
    await expect(desk.page.get_by_text("Opgeslagen.")).to_be_visible()
    await desk.open("/koppelingen")
    theirs = desk.page.get_by_role("row").filter(has=desk.page.get_by_role("rowheader", name=name, exact=True))
    await expect(theirs.filter(has_text="Even bekijken").first).to_be_visible()
    await expect(theirs.filter(has_text="Loopt")).to_have_count(0)
    # whoever is left does not wait anew: somebody else is looked for in one press
    line = desk.page.get_by_role("listitem").filter(has_text=name).first
    others = desk.page.get_by_role("button", name=OTHERS)
    await expect(line.or_(others).first).to_be_visible()
    for each in reversed(await others.all()):
        await each.click()
    await line.get_by_role("button", name="Zoek iemand anders").click()
    await expect(dialog.get_by_role("radio", name="De vrijwilliger wil stoppen")).to_be_checked()
    await expect(dialog.get_by_text("Het verzoek staat weer bij Verzoeken, met de wachttijd van toen.")).to_be_visible()
    await shot(desk.page, "koppelingen-zoek-iemand-anders-laptop")
    assert await in_light_and_dark(desk.page) == []
    await dialog.get_by_role("button", name="Rond af").click()
    await expect(desk.page.get_by_text("het verzoek staat open bij Verzoeken")).to_be_visible()
    assert desk.problems == []
