"""Axe finds nothing on any screen: each role, phone and laptop, light and dark. Nothing is asked of a third party."""

from __future__ import annotations

import pytest
from axe_playwright_python.async_playwright import Axe

from tests.browser.devices import Device, Devices
from tests.browser.screens import SCREENS, paths_of
from tests.browser.shots import shot
from tests.journeys.screens import Screen

pytestmark = pytest.mark.asyncio(loop_scope="session")

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}


@pytest.mark.parametrize("persona", SCREENS)
async def test_axe_finds_nothing(devices: Devices, persona: str) -> None:
    paths = paths_of(persona, Screen(devices.origin, persona) if persona else None)
    found: list[str] = []
    for phone, dark in ((True, False), (True, True), (False, False), (False, True)):
        device = await devices.one(persona or None, phone=phone, dark=dark)
        third_parties: list[str] = []
        # B023: it is this round's list, and the page is gone before the next one
        device.page.on(
            "request",
            lambda asked: None if asked.url.startswith(device.origin) else third_parties.append(asked.url),  # noqa: B023
        )
        for name, path in paths.items():
            await device.open(path)
            await _settled(device)
            await shot(device.page, f"{name}-{'phone' if phone else 'laptop'}{'-dark' if dark else ''}")
            found += [
                f"{name} ({'phone' if phone else 'laptop'}, {'dark' if dark else 'light'}): {line}"
                for line in await _axe(device)
            ]
        assert [url for url in third_parties if not url.startswith(("data:", "blob:"))] == []
        assert device.problems == []
    assert found == []


async def _settled(device: Device) -> None:
    """The lists have come: nothing on the screen says that it is still loading."""
    await device.page.wait_for_load_state("networkidle")
    await device.page.locator("[aria-busy=true]").first.wait_for(state="detached")


async def _axe(device: Device) -> list[str]:
    """On a window as high as the page: what lies under a sticky bar is one scroll away, and not too small a target."""
    window = device.page.viewport_size
    assert window is not None
    height = await device.page.evaluate("document.documentElement.scrollHeight")
    await device.page.set_viewport_size({"width": window["width"], "height": max(height, window["height"])})
    result = await Axe().run(device.page, options=RULES)
    await device.page.set_viewport_size({"width": window["width"], "height": window["height"]})
    return [
        f"{each['id']}: {each['nodes'][0]['target']} ({len(each['nodes'])}) {each['help']}"
        for each in result.response["violations"]
    ]
