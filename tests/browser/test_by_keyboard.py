"""The stories of people coming, changing and going, with nothing but the keys: every step seen, and no focus lost.

Here nothing is clicked, filled in or focused by the test itself; what the keyboard of a person cannot do, these cannot.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.devices import Device, Devices
from tests.browser.test_codes import BY_CODE, OLD_TELEPHONE, address_of, digits_to
from tests.browser.test_invitations import JOIN, letter_to, token_in
from tests.browser.test_lost_phone import ADDRESS, NAME, code_in, letter, value
from tests.browser.test_passkeys import ADD, Lock
from tests.recovery.phones import digits

if TYPE_CHECKING:
    from tests.conftest import DemoWorld

pytestmark = pytest.mark.asyncio(loop_scope="session")

Role = Literal["button", "link", "radio", "searchbox", "textbox"]

MOST_TABS = 60
WITHOUT_VISITS = """
select p.display_name from membership m join person p on p.id = m.person_id
join membership desk on desk.organisation_id = m.organisation_id
join demo_persona d on d.membership_id = desk.id
where d.key = $1 and m.role = 'VOLUNTEER' and m.ended_at is null
and not exists (select from match join volunteer v on v.id = match.volunteer_id
  where v.person_id = m.person_id and match.state <> 'ENDED')
and not exists (select from person q where q.display_name = p.display_name and q.id <> p.id)
order by m.id limit 1
"""
# Of what has the focus: whether it is wholly on the screen, on top there, and has a ring (a radio: on its words).
SEEN = """
() => {
  const focused = document.activeElement;
  const label = focused.type === 'radio' ? focused.closest('label') : null;
  const drawn = label ?? focused;
  const box = drawn.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const ringed = (node) => {
    const style = getComputedStyle(node);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  const problems = [];
  if (box.width === 0 || box.height === 0) problems.push('has no size');
  const outside = box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth;
  if (outside) problems.push('off the screen');
  else if (!top || !(drawn.contains(top) || top.contains(drawn))) problems.push('covered');
  if (![focused, ...(label ? label.querySelectorAll('span') : [])].some(ringed)) problems.push('no ring');
  return problems;
}
"""


def named(page: Page, role: Role, name: str) -> Locator:
    """What has this role and a name that begins so."""
    return page.get_by_role(role, name=re.compile(f"^{re.escape(name)}"))


async def seen(page: Page, what: str) -> None:
    """Whoever looks at the screen sees where they are."""
    assert await page.evaluate(SEEN) == [], what


async def tab_to(page: Page, role: Role, name: str, *, key: str = "Tab") -> None:
    """Go with Tab to what has this role and name; it is then on the screen, with a ring."""
    wanted = named(page, role, name)
    await wanted.first.wait_for(state="attached")
    here = wanted.and_(page.locator(":focus"))
    for _ in range(MOST_TABS):
        await page.keyboard.press(key)
        if await here.count():
            return await seen(page, name)
    raise AssertionError(f"{MOST_TABS} times {key} do not lead to the {role} {name!r}")


async def press(page: Page, role: Role, name: str, key: str = "Enter") -> None:
    """Go to a button and press it."""
    await tab_to(page, role, name)
    await page.keyboard.press(key)


async def write(page: Page, label: str, text: str, *, role: Role = "textbox") -> None:
    """Go to a field and type in it, over what it held."""
    await tab_to(page, role, label)
    await page.keyboard.press("Control+A")
    await page.keyboard.type(text)


async def back_at(page: Page, role: Role, name: str) -> None:
    """The dialog is gone and the focus is where it was opened from."""
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(named(page, role, name)).to_be_focused()
    await seen(page, name)


async def own_passkey(device: Device) -> Lock:
    """Whoever is signed in adds a passkey, with the keys."""
    lock = await Lock.on(device)
    await device.open("/ik")
    await press(device.page, "button", ADD)
    await expect(device.page.get_by_text(re.compile("nog niet gebruikt"))).to_be_visible()
    return lock


async def times_shown(lock: Lock) -> int:
    """How often the passkey of this device was used."""
    return sum(int(kept["signCount"]) for kept in await lock.passkeys())


async def test_somebody_is_invited_and_comes_in(devices: Devices) -> None:
    desk = await devices.one("coordinator-humanitas")
    page = desk.page
    await desk.open("/mensen")
    await press(page, "button", "Nodig iemand uit")
    await write(page, "Naam", "Noor de Wit")
    await press(page, "button", "Verstuur")
    await expect(page.get_by_text("Vul een e-mailadres in.")).to_be_visible()
    await expect(named(page, "textbox", "E-mailadres")).to_be_focused()
    await page.keyboard.type("noor.de.wit@example.org")
    await page.keyboard.press("Enter")
    await back_at(page, "button", "Nodig iemand uit")

    phone = await devices.one()
    lock = await Lock.on(phone)
    await phone.open(f"/welkom#{token_in(await letter_to(desk, 'noor.de.wit@example.org'))}")
    await write(phone.page, "Telefoon", "06 12345678")
    await press(phone.page, "button", JOIN, "Space")
    await expect(phone.page).to_have_url(f"{phone.origin}/uitnodigingen")
    assert len(await lock.passkeys()) == 1
    assert phone.problems == [] and desk.problems == []


async def test_one_signs_in_with_a_code(devices: Devices) -> None:
    address = await address_of(devices, "volunteer-2")
    device = await devices.one()
    page = device.page
    await page.add_init_script(OLD_TELEPHONE)
    await device.open("/inloggen?terug=/bezoeken")
    await press(page, "button", BY_CODE)
    await expect(page.get_by_label("Je e-mailadres")).to_be_focused()
    await page.keyboard.type("niemand bij")
    await press(page, "button", "Stuur")
    await expect(page.get_by_label("Je e-mailadres")).to_be_focused()
    await page.keyboard.press("Control+A")
    await page.keyboard.type(address)
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("De code uit de e-mail")).to_be_focused()
    await page.keyboard.type("123")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("De code heeft acht cijfers.")).to_be_visible()
    await expect(page.get_by_label("De code uit de e-mail")).to_be_focused()
    await page.keyboard.press("Control+A")
    await page.keyboard.type(await digits_to(device, address))
    await expect(page).to_have_url(f"{device.origin}/bezoeken")
    assert len(device.problems) == 1 and "400" in device.problems[0]  # a browser notes the address that is none


async def test_one_changes_ones_own_details(devices: Devices) -> None:
    device = await devices.one("volunteer-9")
    page = device.page
    await device.open("/ik")
    await press(page, "button", "Wijzig naam en telefoon")
    await write(page, "Telefoon", "twaalf")
    await press(page, "button", "Sla op")
    await expect(named(page, "textbox", "Telefoon")).to_be_focused()
    await expect(page.get_by_role("dialog").locator(".error")).to_be_visible()
    await page.keyboard.press("Control+A")
    await page.keyboard.type("06 87654321")
    await tab_to(page, "textbox", "Naam", key="Shift+Tab")
    await page.keyboard.press("Control+A")
    await page.keyboard.type("Roos Bakker")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1, name="Roos Bakker")).to_be_visible()
    await back_at(page, "button", "Wijzig naam en telefoon")
    await press(page, "button", "Wijzig e-mail")
    await expect(named(page, "textbox", "Nieuw e-mailadres")).to_be_focused()
    await page.keyboard.press("Escape")
    await back_at(page, "button", "Wijzig e-mail")
    assert device.problems == []


async def find(page: Page, name: str) -> None:
    """Search the list of people, until there is this one only."""
    await write(page, "Zoek op naam", name, role="searchbox")
    await expect(page.get_by_role("button", name=re.compile("^Meer voor"))).to_have_count(1)


async def test_a_membership_ends(devices: Devices, demo_world: DemoWorld) -> None:
    name = await value(demo_world, WITHOUT_VISITS, "coordinator-humanitas")
    desk = await devices.one("coordinator-humanitas")
    page = desk.page
    lock = await own_passkey(desk)
    before = await times_shown(lock)
    await desk.open("/mensen")
    await find(page, name)
    more = f"Meer voor {name}"
    await press(page, "button", more)
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await back_at(page, "button", more)
    await page.keyboard.press("Space")
    await press(page, "button", f"Wijzig de rol van {name}")
    await expect(page.get_by_role("heading", name=f"De rol van {name}")).to_be_visible()
    await page.keyboard.press("Escape")
    await back_at(page, "button", more)
    await page.keyboard.press("Enter")
    await press(page, "button", f"Wijzig de rol van {name}")
    await press(page, "button", "Sla op")
    await expect(page.get_by_role("alert")).to_have_text("Kies eerst wat er verandert.")
    await expect(named(page, "radio", "Wordt ook coördinator")).to_be_focused()
    await page.keyboard.press("ArrowDown")
    await expect(named(page, "radio", "Doet niet meer mee")).to_be_checked()
    await press(page, "button", "Sla op")
    await expect(page.get_by_text("Niemand gevonden. Wis de zoektekst.")).to_be_visible()
    await expect(named(page, "searchbox", "Zoek op naam")).to_be_focused()
    await expect(page.get_by_role("dialog")).to_have_count(0)
    assert await times_shown(lock) == before + 1, "it was asked who they are"
    assert desk.problems == []


async def test_a_lost_phone(devices: Devices, demo_world: DemoWorld) -> None:
    name, email = await value(demo_world, NAME, "volunteer-6"), await value(demo_world, ADDRESS, "volunteer-6")
    desk = await devices.one("coordinator")
    page = desk.page
    lock = await own_passkey(desk)
    before = await times_shown(lock)
    await desk.open("/mensen")
    await find(page, name)
    await press(page, "button", f"Meer voor {name}")
    await press(page, "button", f"Telefoon kwijt: {name}")
    await press(page, "button", "Maak een code")
    await expect(page.get_by_role("alert")).to_have_text("Kies eerst hoe je dit weet.")
    await expect(named(page, "radio", "Ik belde terug")).to_be_focused()
    await page.keyboard.press("Space")
    await press(page, "button", "Maak een code")
    spoken = await code_in(page.get_by_role("dialog"))
    assert await times_shown(lock) == before + 1, "it was asked who they are"
    await press(page, "button", "Klaar")
    await back_at(page, "button", f"Meer voor {name}")

    new = await devices.one()
    kept = await Lock.on(new)
    await new.open("/herstel")
    await write(new.page, "Code die je hebt gehoord", spoken)
    await press(new.page, "button", "Ga verder")
    await expect(named(new.page, "textbox", "De andere code")).to_be_focused()
    await new.page.keyboard.type(digits(await letter(demo_world, email)))
    await new.page.keyboard.press("Enter")
    await expect(new.page.get_by_role("heading", name=f"Dag {name}")).to_be_visible()
    await press(new.page, "button", "Maak een passkey")
    await expect(new.page).to_have_url(f"{new.origin}/uitnodigingen")
    assert len(await kept.passkeys()) == 1
    assert desk.problems == [] and new.problems == []
