"""The link to one's own calendar, on a phone and by keyboard: made, copied, read by another program, and stopped."""

from __future__ import annotations

import httpx
import pytest
import vobject
from playwright.async_api import expect

from tests.browser.axe import in_light_and_dark
from tests.browser.devices import Devices
from tests.browser.keyboard import Keyboard
from tests.browser.shots import shot
from tests.browser.targets import too_small
from tests.journeys.screens import Screen

pytestmark = pytest.mark.asyncio(loop_scope="session")

MATCHES = "{ myMatches { detainee { givenName } pseudonym nextVisit { id } } }"


async def test_a_link_is_made_copied_read_and_stopped(devices: Devices) -> None:
    device = await devices.one("volunteer-1", phone=True)
    await device.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=device.origin)
    page, keyboard = device.page, Keyboard(device.page)
    await device.open("/ik")
    section = page.locator("section").filter(has=page.get_by_role("heading", name="Bezoeken in je agenda"))
    await keyboard.press(section.get_by_role("button", name="Maak een link"))
    program = section.get_by_role("link", name="Open in agenda")
    await expect(program).to_be_focused()
    await keyboard.press(section.get_by_role("button", name="Kopieer de link"))
    await expect(page.get_by_role("status").filter(has_text="De link is gekopieerd")).to_be_visible()
    url = await page.evaluate("navigator.clipboard.readText()")
    assert url == await section.locator(".url").inner_text()
    assert await program.get_attribute("href") == "webcal" + url.removeprefix("http")
    await program.scroll_into_view_if_needed()
    await shot(page, "agenda-link")
    assert [*await in_light_and_dark(page), *await too_small(page)] == []

    matches = Screen(device.origin, "volunteer-1").post({"query": MATCHES}).json()["data"]["myMatches"]
    async with httpx.AsyncClient() as elsewhere:
        read = await elsewhere.get(url)
        events = {event.uid.value.partition("@")[0]: event for event in vobject.readOne(read.text).vevent_list}
        coming = next(match["nextVisit"]["id"] for match in matches if match["nextVisit"])
        assert events[coming].status.value == "CONFIRMED"
        names = {match["pseudonym"] for match in matches}
        names |= {match["detainee"]["givenName"] for match in matches if match["detainee"]}
        assert not [name for name in names if name in read.text]

        await keyboard.press(section.get_by_role("button", name="Stop de link"))
        dialog = page.get_by_role("dialog")
        assert [*await in_light_and_dark(page), *await too_small(page)] == []
        await keyboard.escape()
        assert (await elsewhere.get(url)).status_code == 200
        await keyboard.press(section.get_by_role("button", name="Stop de link"))
        await keyboard.press(dialog.get_by_role("button", name="Stop de link"))
        await expect(section.get_by_role("button", name="Maak een link")).to_be_focused()
        assert (await elsewhere.get(url)).status_code == 404
    assert device.problems == []
