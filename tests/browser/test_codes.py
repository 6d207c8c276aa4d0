"""Signing in with a code on a telephone that knows no passkeys, and what follows from it."""

from __future__ import annotations

import asyncio
import re
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from playwright.async_api import Page, expect

from tests.accounts.letterbox import digits_in
from tests.browser.devices import Device, Devices
from tests.browser.shots import shot
from tests.browser.test_axe import _axe
from tests.browser.test_passkeys import ADD, Lock
from tests.conftest import DemoWorld
from vrijplaats.settings import Login

pytestmark = pytest.mark.asyncio(loop_scope="session")

BY_CODE = "Lukt dat niet? Krijg een code per e-mail"
OLD_TELEPHONE = "delete window.PublicKeyCredential"


async def address_of(devices: Devices, persona: str) -> str:
    """Where letters to this persona go."""
    device = await devices.one(persona)
    answer = await device.context.request.post(
        f"{device.origin}/graphql", data={"query": "{ myDetails { email } }"}, headers={"X-Vrijplaats": "1"}
    )
    await device.context.request.post(f"{device.origin}/sign-out", headers={"X-Vrijplaats": "1"})
    return str((await answer.json())["data"]["myDetails"]["email"])


async def letters_to(device: Device, address: str, *, subject: str, count: int = 1) -> list[str]:
    """The texts of the letters that came, newest first."""
    async with asyncio.timeout(20):
        while True:
            kept: list[dict[str, Any]] = await (await device.context.request.get(f"{device.origin}/demo/mail")).json()
            found = [letter["text"] for letter in kept if letter["to"] == address and letter["subject"] == subject]
            if len(found) >= count:
                return found
            await asyncio.sleep(0.1)


async def digits_to(device: Device, address: str, *, count: int = 1) -> str:
    return digits_in((await letters_to(device, address, subject="Je code om in te loggen", count=count))[0])


async def ask(page: Page, address: str) -> None:
    await page.get_by_role("button", name=BY_CODE).click()
    await page.get_by_label("Je e-mailadres").fill(address)
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("De code uit de e-mail")).to_be_focused()


async def by_code(devices: Devices, address: str, path: str, *, phone: bool = True) -> Device:
    """A device on which somebody signed in with a code."""
    device = await devices.one(phone=phone)
    await device.page.add_init_script(OLD_TELEPHONE)
    await device.open(path)
    await ask(device.page, address)
    await device.page.get_by_label("De code uit de e-mail").fill(await digits_to(device, address))
    return device


async def test_an_old_telephone_signs_in_with_the_second_code(devices: Devices) -> None:
    address = await address_of(devices, "volunteer-2")
    device = await devices.one(phone=True)
    page = device.page
    await page.clock.install()
    await page.add_init_script(OLD_TELEPHONE)
    await device.open("/inloggen?terug=/bezoeken")
    await ask(page, address)
    first = await digits_to(device, address)
    code = page.get_by_label("De code uit de e-mail")
    await expect(page.get_by_text(f"Is {address} bij ons bekend? Dan is de code onderweg.")).to_be_visible()
    await expect(page.get_by_text(re.compile("De code werkt nog (9|10) minuten"))).to_be_visible()
    assert await code.get_attribute("autocomplete") == "one-time-code"
    assert await _axe(device) == []
    await shot(page, "code-phone")
    await code.fill("0000 000")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("De code heeft acht cijfers.")).to_be_visible()
    await code.fill("0000 0000")  # goes by itself
    await expect(page.get_by_text(re.compile("Deze code klopt niet, of werkt niet meer."))).to_be_visible()
    assert await code.get_attribute("aria-invalid") == "true"
    await shot(page, "code-wrong-phone")
    again = page.get_by_role("button", name="Stuur een nieuwe code")
    await expect(again).to_have_count(0)
    await page.clock.fast_forward(61_000)
    await again.click()
    await expect(page.get_by_text("Er is een nieuwe code onderweg. De vorige werkt niet meer.")).to_be_visible()
    await expect(code).to_have_value("")
    second = await digits_to(device, address, count=2)
    await code.fill(first)
    await expect(page.get_by_text(re.compile("Deze code klopt niet, of werkt niet meer."))).to_be_visible()
    await code.fill(f"Je code: {second}.")
    await expect(page).to_have_url(f"{device.origin}/bezoeken")
    # a browser notes each refusal
    assert len(device.problems) == 2 and all("403" in problem for problem in device.problems)
    kept = await page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert address not in kept and first not in kept


async def test_by_keyboard_there_and_back(devices: Devices) -> None:
    device = await devices.one()
    page = device.page
    await page.add_init_script(OLD_TELEPHONE)
    await device.open("/inloggen")
    await page.get_by_role("button", name=BY_CODE).focus()
    await page.keyboard.press("Enter")
    address = page.get_by_label("Je e-mailadres")
    await expect(address).to_be_focused()
    await page.keyboard.type("els bij example")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Vul een heel adres in, zoals naam@voorbeeld.nl.")).to_be_visible()
    await expect(address).to_have_value("els bij example")
    await address.fill("niemand@example.org")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Is niemand@example.org bij ons bekend?")).to_be_visible()
    summary = page.get_by_text("Komt er niets?")
    await summary.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Kijk ook bij ongewenste e-mail, ook wel spam.")).to_be_visible()
    assert await _axe(device) == []
    for field in ("Je e-mailadres", None):
        await page.get_by_role("button", name="Terug").focus()
        await page.keyboard.press("Enter")
        if field:
            await expect(page.get_by_label(field)).to_have_value("niemand@example.org")
    await expect(page.get_by_role("button", name=BY_CODE)).to_be_visible()
    assert len(device.problems) == 1 and "400" in device.problems[0]


async def test_from_a_code_to_a_passkey(devices: Devices) -> None:
    """A coordinator without one reads no name; makes a passkey within ten minutes, and does."""
    address = await address_of(devices, "coordinator")
    device = await devices.one(phone=True)
    lock = await Lock.on(device)
    page = device.page
    await device.open("/inloggen?terug=/verzoeken")
    await ask(page, address)
    await page.get_by_label("De code uit de e-mail").fill(await digits_to(device, address))
    await expect(page).to_have_url(f"{device.origin}/verzoeken")
    await device.open(f"/verzoeken?verzoek={await _own_request(device)}")
    await page.get_by_role("button", name="Toon naam").click()
    await expect(page.get_by_text("Hiervoor is een code per e-mail niet genoeg.")).to_be_visible()
    await shot(page, "code-no-passkey-phone")
    await page.get_by_role("link", name="Naar Ik").click()
    await page.get_by_role("button", name=ADD).click()
    await expect(page.get_by_text(re.compile("Toegevoegd vandaag, nog niet gebruikt"))).to_be_visible()
    assert len(await lock.passkeys()) == 1
    await letters_to(device, address, subject="Er is een passkey toegevoegd")
    await device.open(f"/verzoeken?verzoek={await _own_request(device)}")
    await page.get_by_role("button", name="Toon naam").click()
    await expect(page.get_by_role("button", name="Verberg")).to_be_visible()
    assert device.problems == []


async def test_who_is_several_things_says_as_what(devices: Devices, demo_world: DemoWorld) -> None:
    address = await address_of(devices, "volunteer-3")
    organisation = await _also_coordinator(demo_world.settings.dsn(Login.ADMIN), address)
    device = await by_code(devices, address, "/inloggen")
    page = device.page
    await expect(page.get_by_role("heading", name="Als wie ga je verder?")).to_be_focused()
    assert await _axe(device) == []
    await shot(page, "code-who-phone")
    await page.get_by_role("button", name=f"Coördinator {organisation}").click()
    await expect(page).to_have_url(f"{device.origin}/verzoeken")
    assert device.problems == []


@pytest.mark.parametrize(
    "elsewhere",
    ["//evil.example", "https://evil.example/", "/\\evil.example", "/%09/evil.example", "javascript:alert(1)"],
)
async def test_signing_in_leads_nowhere_else(devices: Devices, elsewhere: str) -> None:
    device = await devices.one(phone=True)
    await device.open(f"/inloggen?terug={elsewhere}")
    await device.page.locator("[data-persona=volunteer-1]").click()
    await expect(device.page).to_have_url(f"{device.origin}/uitnodigingen")


async def test_nor_does_signing_in_with_a_code(devices: Devices) -> None:
    address = await address_of(devices, "volunteer-4")
    device = await by_code(devices, address, "/inloggen?terug=%2F%2Fevil.example%2Fbezoeken")
    await expect(device.page).to_have_url(f"{device.origin}/uitnodigingen")


async def test_one_changes_ones_name_number_and_address(devices: Devices) -> None:
    device = await devices.one("volunteer-8", phone=True)
    page = device.page
    await device.open("/ik")
    await expect(page.locator(".address")).to_contain_text("@")  # the heading is there before the details are
    former = (await page.locator(".address").text_content() or "").strip()
    await page.get_by_role("button", name="Wijzig naam en telefoon").click()
    await page.get_by_label("Naam", exact=True).fill("Zwaantje de Vries")
    await page.get_by_label(re.compile("Telefoon")).fill("bel maar")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Telefoonnummer: vul een nummer in waarop je te bellen bent.")).to_be_visible()
    await page.get_by_label(re.compile("Telefoon")).fill("+31 6 12345678")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Zwaantje de Vries")).to_be_visible()
    await expect(page.get_by_text("06 12345678")).to_be_visible()
    await page.get_by_role("button", name="Wijzig e-mail").click()
    await shot(page, "email-change-phone")
    await page.get_by_label("Nieuw e-mailadres").fill("zwaantje@example.org")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("De code is onderweg naar zwaantje@example.org.")).to_be_visible()
    (text,) = await letters_to(device, "zwaantje@example.org", subject="Je code voor je nieuwe e-mailadres")
    assert await _axe(device) == []
    await shot(page, "email-code-phone")
    await page.get_by_label("De code uit de e-mail").fill(digits_in(text))
    await expect(page.locator(".address")).to_have_text("zwaantje@example.org")
    await letters_to(device, former, subject="Je e-mailadres is gewijzigd")
    assert device.problems == []


async def _own_request(device: Device) -> str:
    document = "{ requestInbox(first: 100) { edges { node { id organisation { id } } } } }"
    headers = {"X-Vrijplaats": "1"}
    answer = await device.context.request.post(f"{device.origin}/graphql", data={"query": document}, headers=headers)
    nodes = [edge["node"] for edge in (await answer.json())["data"]["requestInbox"]["edges"]]
    return next(str(node["id"]) for node in nodes if node["organisation"])


async def _also_coordinator(url: str, address: str) -> str:
    """Make the person with this address a coordinator too, past every wall; gives where."""
    connection = await asyncpg.connect(url)
    try:
        person: UUID = await connection.fetchval("select person_id from person_contact where email = $1", address)
        name: str = await connection.fetchval(
            """
            with made as (
              insert into membership (person_id, role, organisation_id)
              select person_id, 'COORDINATOR', organisation_id from membership where person_id = $1 returning *)
            select o.name from made join organisation o on o.id = made.organisation_id
            """,
            person,
        )
        await connection.execute("delete from session where person_id = $1", person)
        return name
    finally:
        await connection.close()
