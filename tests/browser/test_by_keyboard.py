"""The stories of people by keyboard alone, in a real Chromium: never a click, and one always sees where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.devices import Devices
from tests.browser.keyboard import Keyboard
from tests.browser.test_codes import BY_CODE, OLD_TELEPHONE, address_of, digits_to
from tests.browser.test_invitations import JOIN, letter_to, token_in
from tests.browser.test_lost_phone import ADDRESS, NAME, code_in, letter, value
from tests.browser.test_passkeys import Lock
from tests.recovery.phones import digits

if TYPE_CHECKING:
    from tests.conftest import DemoWorld

pytestmark = pytest.mark.asyncio(loop_scope="session")

# at the last moment before the app hears that its dialog closed
AGAIN = """(button) => addEventListener('close', function again() {
  if (document.querySelector('dialog[open]')) return;
  removeEventListener('close', again, true);
  button.click();
}, true)"""
WIM, ADDRESS_OF_WIM = "Wim van Toetsen", "wim.van.toetsen@example.org"


async def test_a_code_by_e_mail(devices: Devices) -> None:
    address = await address_of(devices, "volunteer-14")
    device = await devices.one()
    page, keyboard = device.page, Keyboard(device.page)
    await page.add_init_script(OLD_TELEPHONE)
    await device.open("/inloggen?terug=/bezoeken")
    await keyboard.press(page.get_by_role("button", name=BY_CODE))
    await keyboard.write(page.get_by_label("Je e-mailadres"), address)
    await page.keyboard.press("Enter")
    code = page.get_by_label("De code uit de e-mail")
    await expect(code).to_be_focused()
    await page.keyboard.type("1234")
    await page.keyboard.press("Enter")
    await expect(code).to_be_focused()
    await code.press("ControlOrMeta+a")
    await page.keyboard.type(await digits_to(device, address))
    await page.keyboard.press("Enter")
    await expect(page).to_have_url(f"{device.origin}/bezoeken")
    assert device.problems == []


async def test_somebody_is_invited_comes_in_and_leaves(devices: Devices) -> None:
    desk, phone = await devices.one("coordinator"), await devices.one(phone=True)
    page, keyboard = desk.page, Keyboard(desk.page)
    await desk.open("/mensen")
    await keyboard.press(page.get_by_role("button", name="Nodig iemand uit"))
    dialog = page.get_by_role("dialog")
    name = dialog.get_by_label("Naam")
    await keyboard.press(dialog.get_by_role("button", name="Verstuur"))
    await expect(name).to_be_focused()  # which is what is missing
    await keyboard.press(dialog.get_by_role("button", name="Verstuur"))
    await expect(name).to_be_focused()  # and so it is the second time
    await page.keyboard.type(WIM)
    await keyboard.write(dialog.get_by_label("E-mailadres"), ADDRESS_OF_WIM)
    await keyboard.press(dialog.get_by_role("button", name="Verstuur"))
    await expect(page.get_by_role("listitem").filter(has_text=ADDRESS_OF_WIM)).to_be_visible()

    lock, hands = await Lock.on(phone), Keyboard(phone.page)
    await phone.open(f"/welkom#{token_in(await letter_to(desk, ADDRESS_OF_WIM))}")
    await hands.write(phone.page.get_by_label("Telefoon"), "06 12345678")
    await hands.press(phone.page.get_by_role("button", name=JOIN))
    await expect(phone.page).to_have_url(f"{phone.origin}/uitnodigingen")
    assert len(await lock.passkeys()) == 1

    more = await _found(page, keyboard, WIM)
    await keyboard.press(more)
    await keyboard.press(dialog.get_by_role("button", name=f"Wijzig de rol van {WIM}"))
    end = dialog.get_by_label("Doet niet meer mee")
    await keyboard.choose(end, first=dialog.get_by_role("radio").first)
    await expect(dialog.get_by_text(f"{WIM} heeft niets meer lopen.")).to_be_visible()
    await keyboard.press(dialog.get_by_role("button", name="Opslaan"))
    await expect(more).to_have_count(0)
    await expect(page.get_by_role("searchbox")).to_be_focused()  # the row that had the focus is gone
    await phone.page.reload()
    await expect(phone.page).to_have_url(f"{phone.origin}/inloggen?terug=%2Fuitnodigingen&waarom=ENDED")
    assert desk.problems == []


async def test_a_lost_phone(devices: Devices, demo_world: DemoWorld) -> None:
    name, email = await value(demo_world, NAME, "volunteer-9"), await value(demo_world, ADDRESS, "volunteer-9")
    desk = await devices.one("coordinator")
    page, keyboard = desk.page, Keyboard(desk.page)
    await desk.open("/mensen")
    more = await _found(page, keyboard, name)
    dialog = page.get_by_role("dialog")
    await keyboard.press(more)
    await keyboard.escape()
    await expect(more).to_be_focused()  # one is where one was
    await keyboard.press(more)
    # whoever is quick presses again after the browser closed it and before the app has heard that it did
    await more.evaluate(AGAIN)
    await keyboard.escape()
    await keyboard.press(dialog.get_by_role("button", name=f"Telefoon kwijt: {name}"))
    await keyboard.press(dialog.get_by_role("button", name="Maak een code"))
    await expect(dialog.get_by_role("alert")).to_have_text("Kies eerst hoe je dit weet.")
    await expect(dialog.get_by_role("radio").first).to_be_focused()  # where the choice is to be made
    await keyboard.choose(dialog.get_by_label("Ik zie de ander op video"), first=dialog.get_by_role("radio").first)
    await keyboard.press(dialog.get_by_role("button", name="Maak een code"))
    spoken = await code_in(dialog)
    await keyboard.press(dialog.get_by_role("button", name="Klaar"))
    await expect(more).to_be_focused()

    phone = await devices.one(phone=True)
    await Lock.on(phone)
    new, hands = phone.page, Keyboard(phone.page)
    await phone.open("/herstel")
    await hands.write(new.get_by_label("Code die je hebt gehoord"), spoken)
    await hands.write(new.get_by_label("De andere code"), digits(await letter(demo_world, email)))
    await hands.press(new.get_by_role("button", name="Ga verder"))
    await hands.press(new.get_by_role("button", name="Maak een passkey"))
    await expect(new).to_have_url(f"{phone.origin}/uitnodigingen")
    assert desk.problems == phone.problems == []


async def test_ones_own_name_and_telephone(devices: Devices) -> None:
    device = await devices.one("volunteer-15", phone=True)
    page, keyboard = device.page, Keyboard(device.page)
    await device.open("/ik")
    change = page.get_by_role("button", name="Wijzig naam en telefoon")
    await keyboard.press(change)
    dialog = page.get_by_role("dialog")
    await keyboard.write(dialog.get_by_label("Telefoon"), "12")
    await page.keyboard.press("Enter")
    await expect(dialog.get_by_label("Telefoon")).to_be_focused()
    await dialog.get_by_label("Telefoon").press("ControlOrMeta+a")
    await page.keyboard.type("06 12345678")
    await keyboard.press(dialog.get_by_role("button", name="Opslaan"))
    await expect(page.get_by_text("06 12345678")).to_be_visible()
    await expect(change).to_be_focused()
    assert device.problems == []


async def _found(page: Page, keyboard: Keyboard, name: str) -> Locator:
    await keyboard.write(page.get_by_role("searchbox"), name)
    return page.get_by_role("button", name=f"Meer voor {name}")
