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

# half-way a transition a colour has any contrast, and evening falls with one
_CALM = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, ::before, ::after { transition: none !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
# in words where it was found: what it says of all that is well is megabytes
_RUN = """async (options) => (await axe.run(document, options)).violations.map(
  ({ id, nodes: [first, ...others] }) =>
    `${id}: ${JSON.stringify(first.target)} and ${others.length} others. ${first.failureSummary}`)"""
# the same twice in a row, three tenths of a second apart: where everything is
_STILL = """() => {
  const boxes = [...document.body.querySelectorAll('*')].map((each) => each.getBoundingClientRect().toJSON());
  const now = JSON.stringify(boxes);
  const still = now === window.lastSeen;
  window.lastSeen = now;
  return still;
}"""


async def violations(page: Page, *, dark: bool = False) -> list[str]:
    """A line for each rule that is broken in what is in view. Where something moved while axe measured, a thing lies on
    what it does not lie on: what is found must be found again when the page is still."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(_CALM)
        await page.evaluate(AXE_SCRIPT)
    rules = IN_THE_DARK if dark else RULES
    found: list[str] = await page.evaluate(_RUN, rules)
    if found:
        await page.wait_for_function(_STILL, polling=300)
        found = await page.evaluate(_RUN, rules)
    return found


async def in_light_and_dark(page: Page) -> list[str]:
    """All rules in the light, the colours in the dark; the page stays light."""
    found: list[str] = []
    for scheme in ("dark", "light"):
        await page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {line}" for line in await violations(page, dark=scheme == "dark")]
    return found
