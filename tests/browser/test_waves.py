"""A coordinator asks in rounds: chooses them, sees when the next goes, sends it now, and stops."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import asyncpg
import pytest
from playwright.async_api import Page, Route, expect

from tests.browser.devices import Device, Devices
from tests.browser.shots import shot
from tests.browser.test_axe import _axe, _sideways
from tests.conftest import DemoWorld
from tests.journeys.screens import Screen, asks

pytestmark = pytest.mark.asyncio(loop_scope="session")

# other requests in the list beside it can have the same figures
DETAIL = "section.detail"
_SAY_NO = """
update offer set state = 'DECLINED', answered_at = now() where id = (
  select id from offer where request_id = $1::uuid and state = 'LIVE' order by id limit 1)
"""


def _untouched(screen: Screen) -> list[str]:
    """Requests of the coordinator for which nobody was asked yet and many fit well."""
    page = screen.ask("RequestInbox", first=100, after=None)["requestInbox"]
    ours = [edge["node"] for edge in page["edges"] if edge["node"]["organisation"] and edge["node"]["state"] == "OPEN"]
    fresh = [node["id"] for node in ours if node["declinedOffers"] + node["silentOffers"] == 0]
    return [
        each for each in fresh if len(_good(screen.ask("RequestToMatch", id=each, suggestions=12)["visitRequest"])) >= 8
    ]


def _somebody_says_no(demo_world: DemoWorld, request: str) -> None:
    async def say(url: str) -> None:
        connection = await asyncpg.connect(url)
        try:
            await connection.execute(_SAY_NO, request)
        finally:
            await connection.close()

    demo_world.run(say)


def _good(request: dict[str, Any]) -> list[dict[str, Any]]:
    """Those who fit well: the first three of them are ticked."""
    return [each for each in request["suggestions"] if each["fit"] != "FAIR"]


async def _choose_rounds(page: Page) -> None:
    await page.get_by_label("In rondes").check()
    await page.get_by_label("na hoeveel uur").select_option("4 uur")
    await page.get_by_label("de volgende, hoeveel mensen").select_option("2 mensen")


async def test_rounds_are_chosen_sent_now_and_stopped(devices: Devices, demo_world: DemoWorld) -> None:
    request = _untouched(Screen(devices.origin, "coordinator"))[0]
    device = await devices.one("coordinator")
    page = device.page
    await device.open(f"/verzoeken?verzoek={request}")
    row = page.locator(f"[data-request='{request}']")
    rounds = page.locator("section.panel").filter(has=page.get_by_role("heading", name="In rondes"))
    await page.get_by_label("In rondes").wait_for()
    await expect(rounds).to_have_count(0)
    await _choose_rounds(page)
    await shot(page, "rondes-kiezen-laptop")
    assert await _axe(device) == []
    # who is asked stands so at once, before the request has been read again
    read = asyncio.Event()

    async def slowly(route: Route) -> None:
        if asks(route.request, "RequestToMatch"):
            await read.wait()
        await route.continue_()

    await page.route("**/graphql", slowly)
    await page.get_by_role("button", name="Nodig 3 mensen uit").click()
    await expect(page.locator(DETAIL).get_by_role("listitem").filter(has_text="antwoord vóór")).to_have_count(3)
    await expect(page.get_by_role("button", name="Nodig mensen uit")).to_be_visible()
    read.set()

    await expect(rounds.get_by_role("status")).to_have_text(
        re.compile(r"Ronde 2 gaat (vandaag|morgen) om .* weg, naar de 2 mensen die dan het best passen\.")
    )
    await expect(page.locator(DETAIL).get_by_text("3 stil", exact=True)).to_be_visible()
    await expect(row).to_contain_text("3 stil · ronde")
    # what runs is not chosen again
    await expect(page.get_by_label("In rondes")).to_have_count(0)
    await rounds.get_by_role("button", name="Stuur nu").click()
    await expect(rounds.get_by_role("status")).to_contain_text("Ronde 3 gaat")
    await expect(page.locator(DETAIL).get_by_text("5 stil", exact=True)).to_be_visible()

    await asyncio.to_thread(_somebody_says_no, demo_world, request)
    await device.looked_at_again()
    await expect(page.locator(DETAIL).get_by_text("1 kan niet, 4 stil", exact=True)).to_be_visible()
    await expect(row).to_contain_text("1 kan niet, 4 stil · ronde")
    await shot(page, "rondes-lopen-laptop")
    await _looks_right_everywhere(devices, request)

    await rounds.get_by_role("button", name="Stop de rondes").click()
    await expect(rounds.get_by_role("status")).to_have_text(
        "De rondes zijn gestopt. Wie gevraagd is, kan nog antwoorden."
    )
    await expect(rounds.get_by_role("button")).to_have_count(0)
    await expect(rounds.get_by_role("heading")).to_be_focused()
    await expect(row).to_contain_text("1 kan niet, 4 stil")
    await expect(row).not_to_contain_text("ronde")
    await shot(page, "rondes-gestopt-laptop")
    assert device.problems == []


async def _looks_right_everywhere(devices: Devices, request: str) -> None:
    """The running rounds and the choice of new ones: axe and margins, phone and laptop, light and dark."""
    other = _untouched(Screen(devices.origin, "coordinator"))[0]
    for phone, dark in ((True, False), (True, True), (False, True)):
        device = await devices.one("coordinator", phone=phone, dark=dark)
        name = f"{'phone' if phone else 'laptop'}{'-dark' if dark else ''}"
        await _open(device, f"/verzoeken?verzoek={request}", "Stuur nu")
        await shot(device.page, f"rondes-lopen-{name}")
        assert await _axe(device) == []
        await _open(device, f"/verzoeken?verzoek={other}", "Nodig")
        await _choose_rounds(device.page)
        await device.page.get_by_label("In rondes").scroll_into_view_if_needed()
        await shot(device.page, f"rondes-kiezen-{name}")
        assert await _axe(device) == []
        if phone and not dark:
            assert await _sideways(device) == []
            await _open(device, "/verzoeken", None)
            await device.page.locator(f"[data-request='{request}']").scroll_into_view_if_needed()
            await shot(device.page, "rondes-lijst-phone")
        assert device.problems == []


async def _open(device: Device, path: str, button: str | None) -> None:
    await device.open(path)
    if button is not None:
        await device.page.get_by_role("button", name=re.compile(button)).first.wait_for()
    await device.page.wait_for_load_state("networkidle")


async def test_rounds_in_english(devices: Devices) -> None:
    screen = Screen(devices.origin, "coordinator")
    request = _untouched(screen)[-1]
    screen.do("SetLocale", {"locale": "en"})
    device = await devices.one("coordinator")
    page = device.page
    await device.open(f"/verzoeken?verzoek={request}")
    await page.get_by_label("In rounds").check()
    await page.get_by_role("button", name="Invite 3 people").click()
    await expect(page.get_by_text(re.compile(r"Round 2 goes (today|tomorrow) at .*, to the 3 people"))).to_be_visible()
    await expect(page.locator(DETAIL).get_by_text("3 silent", exact=True)).to_be_visible()
    await shot(page, "rondes-engels-laptop")
    assert device.problems == []
