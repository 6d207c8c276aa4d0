"""The volunteer's screens in one hand: what is pressed is large enough, and the main action is where the thumb is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.async_api import ViewportSize

from tests.browser.devices import Devices
from tests.browser.screens import paths_of
from tests.browser.targets import moving, out_of_reach, too_small
from tests.journeys.screens import Screen

pytestmark = pytest.mark.asyncio(loop_scope="session")

PHONES = (ViewportSize(width=360, height=740), ViewportSize(width=390, height=844))
HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4')].filter((each) => each.checkVisibility())
  .map((each) => [Number(each.localName[1]), each.innerText.trim()])"""


@pytest.mark.parametrize("persona", ["", "volunteer-1", "volunteer-3", "volunteer-4"])
async def test_every_screen_fits_a_hand(devices: Devices, persona: str) -> None:
    device = await devices.one(persona or None, phone=True)
    found: list[str] = []
    for name, path in paths_of(persona, Screen(devices.origin, persona) if persona else None).items():
        await device.open(path)
        await device.settled()
        for size in PHONES:
            await device.page.set_viewport_size(size)
            where = f"{name} at {size['width']}"
            found += [f"{where}, too small: {line}" for line in await too_small(device.page)]
            found += [f"{where}, out of reach: {line}" for line in await out_of_reach(device.page)]
        found += [f"{name}, moves: {line}" for line in await moving(device.page)]
        found += [f"{name}, headings: {line}" for line in _jumps(await device.page.evaluate(HEADINGS))]
        if not (await device.page.title()).endswith(" · Vrijplaats"):
            found.append(f"{name}: the tab says {await device.page.title()}")
    assert not found, "\n".join(found)


async def test_without_the_wish_for_rest_something_does_move(devices: Devices) -> None:
    """The measure of motion sees motion."""
    device = await devices.one("volunteer-1", phone=True)
    await device.page.emulate_media(reduced_motion="no-preference")
    await device.open("/uitnodigingen")
    await device.settled()
    assert await moving(device.page)


def _jumps(headings: list[tuple[int, str]]) -> list[str]:
    """One first heading; no level is skipped on the way down; none is empty."""
    levels = [level for level, _ in headings]
    found = [f"an empty h{level}" for level, words in headings if not words]
    if levels.count(1) != 1:
        found.append(f"{levels.count(1)} of the first level")
    found += [f"from h{one} to h{two}" for one, two in pairwise(levels) if two > one + 1]
    return found
