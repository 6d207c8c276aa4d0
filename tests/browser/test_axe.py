"""Axe finds nothing on any screen: each role, phone and laptop, light and dark. Nothing is asked of a third party."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.async_api import Request

from tests.browser.axe import violations
from tests.browser.devices import LAPTOP, PHONE, Device, Devices
from tests.browser.screens import SCREENS, paths_of
from tests.browser.shots import shot
from tests.journeys.screens import Screen

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize("persona", SCREENS)
async def test_axe_finds_nothing(devices: Devices, persona: str) -> None:
    """Each screen is opened once, in a hand, and then laid out on a desk: as when a tablet is turned."""
    paths = paths_of(persona, Screen(devices.origin, persona) if persona else None)
    device = await devices.one(persona or None, phone=True)
    asked: list[str] = []
    device.page.on("request", _listing(asked))
    found: list[str] = []
    for name, path in paths.items():
        await device.page.set_viewport_size(PHONE)
        await device.open(path)
        await device.settled()
        found += [
            f"{name} (phone), {line}" for line in [*await _in_both(device, name, "phone"), *await _sideways(device)]
        ]
        await device.page.set_viewport_size(LAPTOP)
        await device.settled()
        found += [f"{name} (laptop), {line}" for line in await _in_both(device, name, "laptop")]
    assert [url for url in asked if not url.startswith((device.origin, "data:", "blob:"))] == []
    assert device.problems == []
    assert found == []


def _listing(asked: list[str]) -> Callable[[Request], None]:
    return lambda request: asked.append(request.url)


async def _in_both(device: Device, name: str, where: str) -> list[str]:
    """What axe says of the colours in the dark and of everything in the light; the same page, as when evening falls."""
    found: list[str] = []
    for scheme in ("dark", "light"):
        await device.page.emulate_media(color_scheme=scheme)
        await shot(device.page, f"{name}-{where}{'-dark' if scheme == 'dark' else ''}")
        found += [f"{scheme}: {line}" for line in await _axe(device, dark=scheme == "dark")]
    return found


async def _sideways(device: Device) -> list[str]:
    """Nothing runs past the margin: on the narrowest phone, and with the letters of the browser set to 200 %."""
    window = device.page.viewport_size
    assert window is not None
    cdp = await device.context.new_cdp_session(device.page)
    found: list[str] = []
    for width, letters in ((360, 16), (window["width"], 32)):
        await device.page.set_viewport_size({"width": width, "height": window["height"]})
        await cdp.send("Page.setFontSizes", {"fontSizes": {"standard": letters}})
        over = await device.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if over > 0:
            found.append(f"{over} px too wide at {width} px with letters of {letters} px: {await _widest(device)}")
    await cdp.send("Page.setFontSizes", {"fontSizes": {"standard": 16}})
    await device.page.set_viewport_size(window)
    await cdp.detach()
    return found


async def _widest(device: Device) -> str:
    """What reaches furthest to the right."""
    return str(
        await device.page.evaluate(
            """() => [...document.querySelectorAll('main *')]
                .map((each) => [each.getBoundingClientRect().right, each])
                .sort((one, other) => other[0] - one[0])[0][1].outerHTML.slice(0, 120)"""
        )
    )


async def _axe(device: Device, *, dark: bool = False) -> list[str]:
    """On a window as high as the page: what lies under a sticky bar is one scroll away, and not too small a target."""
    await device.page.locator("[aria-busy=true]").first.wait_for(state="detached")
    window = device.page.viewport_size
    assert window is not None
    height, found = 0, [""]
    while (now := await device.page.evaluate("document.documentElement.scrollHeight")) > height:
        height = max(now, window["height"])  # a list that came meanwhile makes it higher
        await device.page.set_viewport_size({"width": window["width"], "height": height})
        found = await violations(device.page, dark=dark)
    await device.page.set_viewport_size({"width": window["width"], "height": window["height"]})
    return found
