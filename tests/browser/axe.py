"""What axe finds on a page."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Page

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}
# what evening changes about a page is its colours
IN_THE_DARK = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}

# evening falls with a transition: half-way a colour has any contrast
_COLOURS_HAVE_SETTLED = "!document.getAnimations().some((each) => each instanceof CSSTransition)"
# in words where it was found: what it says of all that is well is megabytes
_RUN = """async (options) => (await axe.run(document, options)).violations.map(
  ({ id, help, nodes }) => `${id}: ${JSON.stringify(nodes[0].target)} (${nodes.length}) ${help}`)"""


async def violations(page: Page, *, dark: bool = False) -> list[str]:
    """A line for each rule that is broken in what is in view."""
    await page.wait_for_function(_COLOURS_HAVE_SETTLED, polling=50)  # also when another page is coming
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE_SCRIPT)
    found: list[str] = await page.evaluate(_RUN, IN_THE_DARK if dark else RULES)
    return found


async def in_light_and_dark(page: Page) -> list[str]:
    """All rules in the light, the colours in the dark; the page stays light."""
    found: list[str] = []
    for scheme in ("dark", "light"):
        await page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {line}" for line in await violations(page, dark=scheme == "dark")]
    return found
