"""What axe finds on a page."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}
# what evening changes about a page is its colours
IN_THE_DARK = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}

LOOKS = 4
# evening falls with a transition: half-way a colour has any contrast
_COLOURS_HAVE_SETTLED = "!document.getAnimations().some((each) => each instanceof CSSTransition)"


async def staying(look: Callable[[], Awaitable[list[str]]]) -> list[str]:
    """What is found at every look. What is found once, while the page was still getting as it will be, nobody meets."""
    found = await look()
    for _ in range(LOOKS - 1):
        if not found:
            break
        await asyncio.sleep(0.25)
        found = await look()
    return found


async def violations(page: Page, *, dark: bool = False) -> list[str]:
    """A line for each rule that is broken in what is in view, and stays so."""
    return await staying(lambda: seen(page, dark=dark))


async def seen(page: Page, *, dark: bool = False) -> list[str]:
    """The same, at one look."""
    await page.wait_for_function(_COLOURS_HAVE_SETTLED, polling=50)  # also when another page is coming
    result = await Axe().run(page, options=IN_THE_DARK if dark else RULES)
    return [
        f"{each['id']}: {each['nodes'][0]['target']} ({len(each['nodes'])}) {each['nodes'][0]['failureSummary']}"
        for each in result.response["violations"]
    ]


async def in_light_and_dark(page: Page) -> list[str]:
    """All rules in the light, the colours in the dark; the page stays light."""
    found: list[str] = []
    for scheme in ("dark", "light"):
        await page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {line}" for line in await violations(page, dark=scheme == "dark")]
    return found
