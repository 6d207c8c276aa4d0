"""A coordinator's day with Verdeel, on a laptop and on a tablet: read, choose another, leave somebody out, let other
things count, invite; and what became impossible meanwhile."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import asyncpg
import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.devices import LAPTOP, Device, Devices
from tests.browser.many_wait import MANY, many_wait
from tests.browser.shots import shot
from tests.browser.test_axe import _axe, _sideways
from tests.conftest import DemoWorld
from tests.journeys.screens import Screen

pytestmark = pytest.mark.asyncio(loop_scope="session")
# whatever comes on the screen from now on is read
SAYS_IT_IS_GONE = """() => {
  window.saidGone = false;
  new MutationObserver(() => (window.saidGone ||= document.body.innerText.includes('Jouw keuze kan niet meer')))
    .observe(document.body, { childList: true, subtree: true, characterData: true });
}"""

TABLET = {"width": 820, "height": 1180}
_PAUSE = "update volunteer set status = 'IN_TRAINING' where id = $1::uuid"


def _preview(screen: Screen, *kept: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = screen.ask("AssignmentPreview", kept=kept)["assignmentPreview"]
    return found


def _with_another(pairs: list[dict[str, Any]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A pair, and somebody else for it who is not proposed for anybody."""
    return next((pair, each["suggestion"]) for pair in pairs for each in pair["others"] if not each["takenFor"])


def _pause(demo_world: DemoWorld, volunteer: str) -> None:
    async def pause(url: str) -> None:
        connection = await asyncpg.connect(url)
        try:
            await connection.execute(_PAUSE, volunteer)
        finally:
            await connection.close()

    demo_world.run(pause)


async def _opened(device: Device) -> Page:
    await device.open("/verdeel")
    await device.page.get_by_role("button", name=re.compile("^Nodig .* uit")).wait_for()
    return device.page


def _asked(pairs: list[dict[str, Any]]) -> tuple[str, str]:
    """How many people that is in words, and what is said once they were asked: somebody with room for two is one."""
    people = len({pair["suggestion"]["volunteer"]["id"] for pair in pairs})
    words = f"{people} {'mens' if people == 1 else 'mensen'}"
    return words, f"{words} gevraagd" + ("" if people == len(pairs) else f", voor {len(pairs)} verzoeken")


def _row(page: Page, pseudonym: str) -> Locator:
    return page.get_by_role("listitem").filter(has=page.get_by_role("link", name=pseudonym, exact=True))


async def test_a_day_with_verdeel_on_a_laptop(devices: Devices) -> None:
    screen = Screen(devices.origin, "coordinator")
    before = _preview(screen)
    people, pairs = before["proposed"]["people"], before["pairs"]
    assert people == len(pairs) > 5
    device = await devices.one("coordinator")
    page = await _opened(device)
    waiting = before["waiting"] - before["invited"]
    # what the day of the demo draws
    who = f"Alle {people} mensen" if people == waiting else f"{people} van de {waiting} mensen"
    await expect(page.get_by_role("heading", level=1)).to_have_text(f"{who} kunnen iemand krijgen")
    await expect(page.get_by_role("navigation").get_by_role("link", name="Verdeel")).to_have_attribute(
        "aria-current", "page"
    )
    for left in before["without"]:
        await expect(page.get_by_text(left["reason"]).first).to_be_visible()
    await shot(page, "verdeel-laptop")
    assert await _axe(device) == []

    # somebody else for the first; the rest is worked out again and nothing has been sent
    first, instead = _with_another(pairs)
    row = _row(page, first["request"]["pseudonym"])
    await row.get_by_role("button", name="Kies iemand anders").click()
    other = instead["volunteer"]["displayName"]
    await shot(page, "verdeel-anders-laptop")
    assert await _axe(device) == []
    await page.evaluate(SAYS_IT_IS_GONE)
    await row.get_by_role("button", name=f"Kies {other}", exact=True).click()
    await expect(row.get_by_text("Jouw keuze")).to_be_visible()
    assert await page.evaluate("window.saidGone") is False  # nor while it was worked out
    await expect(row.get_by_role("checkbox", name=f"Nodig {other} uit")).to_be_checked()
    # which other weights leave as it is
    await page.get_by_role("button", name="Wat telt mee").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_text("Voor niemand verandert er iets.")).to_be_visible()
    await dialog.get_by_role("button", name="Laat het zoals het was").click()
    # and somebody is left out; for the rest it may have become somebody else
    kept = {"requestId": first["request"]["id"], "volunteerId": instead["volunteer"]["id"]}
    now = _preview(screen, kept)
    (last,) = [each for each in now["pairs"] if each["request"]["id"] != kept["requestId"]][-1:]
    sent = [each for each in now["pairs"] if each != last]
    who, said = _asked(sent)
    left_out = _row(page, last["request"]["pseudonym"])
    await left_out.get_by_role("checkbox").uncheck()
    send = page.get_by_role("button", name=f"Nodig {who} uit")
    await expect(send).to_be_visible()
    # both stay through a look elsewhere and a reload
    await page.reload()
    await expect(row.get_by_text("Jouw keuze")).to_be_visible()
    await expect(left_out.get_by_role("checkbox")).not_to_be_checked()
    await expect(send).to_be_visible()

    # it asks before it sends
    await send.click()
    await expect(
        dialog.get_by_role("heading", name=re.compile(rf"^{who.split()[0]} vrijwilligers? uitnodigen"))
    ).to_be_visible()
    await expect(dialog).to_contain_text(f"Er gaan {len(sent)} uitnodigingen weg")
    await expect(dialog).to_contain_text("Terughalen kan daarna niet.")
    await shot(page, "verdeel-zeker-laptop")
    assert await _axe(device) == []
    await dialog.get_by_role("button", name="Annuleer").click()
    await expect(send).to_be_focused()
    assert _preview(screen)["invited"] == before["invited"]
    await page.keyboard.press("Control+Enter")
    await dialog.get_by_role("button", name="Verstuur").click()
    await expect(page.get_by_text(f"Opgeslagen. {said}.")).to_be_visible()
    await expect(page.get_by_role("heading", level=1)).to_be_focused()
    await expect(page.get_by_text(f"Verstuurd: {said}.")).to_be_visible()
    after = _preview(screen)
    assert after["invited"] == before["invited"] + len(sent)
    request = screen.ask("RequestToMatch", id=first["request"]["id"], suggestions=1)["visitRequest"]
    assert [offer["volunteer"]["displayName"] for offer in request["offers"] if offer["state"] == "LIVE"] == [other]
    await expect(left_out).to_be_visible()
    await shot(page, "verdeel-verstuurd-laptop")
    assert device.problems == []


async def test_on_a_tablet_by_keyboard_in_rounds_with_somebody_who_cannot_any_more(
    devices: Devices, demo_world: DemoWorld
) -> None:
    screen = Screen(devices.origin, "coordinator-humanitas")
    before = _preview(screen)
    pairs = before["pairs"]
    device = await devices.one("coordinator-humanitas")
    await device.page.set_viewport_size({"width": TABLET["width"], "height": TABLET["height"]})
    page = await _opened(device)
    await shot(page, "verdeel-tablet")
    assert await _axe(device) == []
    ticks = page.get_by_role("list").get_by_role("checkbox")
    await ticks.first.focus()
    await page.keyboard.press("ArrowDown")
    await expect(ticks.nth(1)).to_be_focused()
    for number in range(2, len(pairs)):
        await page.keyboard.press("ArrowDown")
        await expect(ticks.nth(number)).to_be_focused()
        await page.keyboard.press("Space")
    await expect(page.get_by_role("button", name="Nodig 2 mensen uit")).to_be_visible()
    await page.get_by_label("In rondes").check()
    await asyncio.to_thread(_pause, demo_world, pairs[0]["suggestion"]["volunteer"]["id"])
    await page.get_by_role("button", name="Nodig 2 mensen uit").click()
    await expect(page.get_by_role("dialog")).to_contain_text("gaat er vanzelf een volgende ronde weg")
    await page.get_by_role("dialog").get_by_role("button", name="Verstuur").click()

    await expect(page.get_by_role("heading", name="Bij 1 kon het niet meer")).to_be_focused()
    name, pseudonym = pairs[0]["suggestion"]["volunteer"]["displayName"], pairs[0]["request"]["pseudonym"]
    refused = page.get_by_role("region", name="Bij 1 kon het niet meer").get_by_role("listitem")
    await expect(refused).to_have_text(f"{pseudonym} Dit kan nu niet: {name} is nu niet actief.")
    await shot(page, "verdeel-geweigerd-tablet")
    assert await _axe(device) == []
    request = screen.ask("RequestToMatch", id=pairs[1]["request"]["id"], suggestions=1)["visitRequest"]
    assert request["waves"]["nextAt"]
    assert [offer["volunteer"]["id"] for offer in request["offers"] if offer["state"] == "LIVE"] == [
        pairs[1]["suggestion"]["volunteer"]["id"]
    ]
    assert device.problems == []


async def test_what_counts_is_tried_before_it_is_kept(devices: Devices) -> None:
    screen = Screen(devices.origin, "coordinator-exodus")
    device = await devices.one("coordinator-exodus")
    page = await _opened(device)
    await page.get_by_role("button", name="Wat telt mee").click()
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_text("Voor niemand verandert er iets.")).to_be_visible()
    await dialog.get_by_label("Dichtbij wonen").select_option("telt niet")
    await dialog.get_by_label("Nog weinig mensen bezoeken").select_option("zwaar")
    await expect(dialog.get_by_role("status")).to_contain_text(re.compile(r"Voor (1 mens|\d+ mensen) wordt het"))
    await shot(page, "verdeel-wat-telt-laptop")
    assert await _axe(device) == []
    assert screen.ask("MatchingWeights")["matchingWeights"]["distance"] == "USUAL"
    for what in ("Een gevraagde taal die", "Vrij op de bezoekdagen", "Nog weinig mensen bezoeken"):
        await dialog.get_by_label(what).select_option("telt niet")
    await expect(dialog.get_by_text("Laat taal, afstand, dagen of drukte meetellen.")).to_be_visible()
    await dialog.get_by_role("button", name="Alles gewoon").click()
    await dialog.get_by_label("Dichtbij wonen").select_option("zwaar")
    await dialog.get_by_role("button", name="Laat dit zo meetellen").click()
    await expect(page.get_by_text("Opgeslagen. Zo telt het vanaf nu mee.")).to_be_visible()
    await expect(dialog).to_have_count(0)
    assert screen.ask("MatchingWeights")["matchingWeights"] == {
        **dict.fromkeys(("language", "fluency", "days", "load", "waiting", "continuity", "newcomer"), "USUAL"),
        "distance": "HEAVILY",
    }
    # who signs out leaves nothing of what was done by hand
    await page.get_by_role("region", name="Voorstel").get_by_role("checkbox").first.uncheck()
    await page.wait_for_function("sessionStorage.getItem('vrijplaats.here') !== null")
    await page.get_by_role("button", name="Log uit").click()
    await expect(page).to_have_url(f"{device.origin}/inloggen")
    assert await page.evaluate("sessionStorage.getItem('vrijplaats.here')") is None
    assert device.problems == []


async def test_it_can_be_read_on_a_phone_and_in_the_dark(devices: Devices) -> None:
    device = await devices.one("coordinator-exodus", phone=True)
    page = await _opened(device)
    await shot(page, "verdeel-phone")
    assert await _axe(device) == [] and await _sideways(device) == []
    await page.emulate_media(color_scheme="dark")
    await shot(page, "verdeel-phone-dark")
    assert await _axe(device) == []
    await page.set_viewport_size(LAPTOP)
    await shot(page, "verdeel-laptop-dark")
    assert await _axe(device) == []
    assert device.problems == []


async def test_beyond_two_hundred_it_goes_on_with_the_rest(devices: Devices, demo_world: DemoWorld) -> None:
    screen = Screen(devices.origin, "coordinator-exodus")
    pair = next(each for each in _preview(screen)["pairs"] if each["request"]["activityKind"] == "ONE_TO_ONE")
    await asyncio.to_thread(many_wait, demo_world, pair["request"]["id"], pair["suggestion"]["volunteer"]["id"])
    before = _preview(screen)
    people = before["proposed"]["people"]
    assert people >= MANY
    device = await devices.one("coordinator-exodus")
    page = await _opened(device)
    proposal = page.get_by_role("region", name="Voorstel")
    await expect(proposal.get_by_text(f"Hier staan de 200 van de {people} die het langst wachten.")).to_be_visible()
    rest = people - 200
    await expect(page.get_by_text(re.compile(rf"^Daarna kom(t|en) er nog {rest}\.$"))).to_be_visible()
    # who is left out stays left out, and stands with the others
    tick = proposal.get_by_role("checkbox").last
    left_out = str(await tick.get_attribute("data-tick"))
    await tick.uncheck()
    await shot(page, "verdeel-honderden-laptop")
    who, said = _asked([each for each in before["pairs"] if each["request"]["id"] != left_out])
    await _sent(page, who)
    news = page.get_by_text(re.compile(rf"^{said}\. Nog {rest + 1} kunnen iemand krijgen"))
    await expect(news).to_be_visible()
    await expect(page.locator("[data-news]")).to_be_focused()
    await expect(proposal.get_by_role("listitem")).to_have_count(rest + 1)
    await expect(proposal.locator(f"[data-tick='{left_out}']")).not_to_be_checked()
    await expect(page.get_by_text(re.compile("^Hier staan de|^Daarna kom"))).to_have_count(0)
    await shot(page, "verdeel-de-volgenden-laptop")
    who, said = _asked([each for each in _preview(screen)["pairs"] if each["request"]["id"] != left_out])
    await _sent(page, who)
    await expect(page.get_by_text(f"Opgeslagen. {said}.")).to_be_visible()
    await expect(news).to_have_count(0)
    await expect(proposal.get_by_role("listitem")).to_have_count(1)
    assert device.problems == []


async def _sent(page: Page, who: str) -> None:
    await page.get_by_role("button", name=f"Nodig {who} uit").click()
    await page.get_by_role("dialog").get_by_role("button", name="Verstuur").click()


async def test_only_coordinators_come_here(devices: Devices) -> None:
    device = await devices.one("volunteer-1")
    await device.page.goto(f"{device.origin}/verdeel")
    await expect(device.page).to_have_url(re.compile("/uitnodigingen$"))
