"""What a finger can press on a page, and where it lies."""

from __future__ import annotations

from playwright.async_api import Page

SMALLEST = 48
# What lies in a label is pressed on the label. A link inside a sentence is exempt, as WCAG says.
_MEASURE = """(smallest) => {
  const seen = (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
    !each.closest('.hidden, [inert]');
  const inSentence = (each) => each.matches('a') && getComputedStyle(each).display === 'inline' &&
    [...each.parentElement.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  const pressed = (each) => each.closest('label') ?? each;
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button]')];
  const open = document.querySelector('dialog[open]');
  return [...new Set(all.filter((each) => !open || open.contains(each)).filter(seen)
    .filter((each) => !inSentence(each)).map(pressed))].flatMap((each) => {
      const { width, height } = each.getBoundingClientRect();
      if (Math.min(width, height) > smallest - 0.5) return [];
      const words = (each.getAttribute('aria-label') ?? each.innerText ?? '').trim().slice(0, 40);
      return [`${each.localName}.${each.className} "${words}" ${width.toFixed(0)}x${height.toFixed(0)}`];
    });
}"""
# Where the one filled button is, without scrolling: 0 is the top of the window, 1 is the bottom.
_MAIN = """() => {
  const open = document.querySelector('dialog[open]');
  return [...(open ?? document).querySelectorAll('.button.main')].filter((each) => each.checkVisibility())
    .map((each) => [each.innerText, each.getBoundingClientRect()])
    .map(([words, { top, bottom }]) => ({ words, top: top / innerHeight, bottom: bottom / innerHeight }));
}"""
_MOVING = """() => [...document.querySelectorAll('*')].flatMap((each) => {
  const style = getComputedStyle(each);
  const ms = (one) => parseFloat(one) * (one.trim().endsWith('ms') ? 1 : 1000);
  const longest = (list) => Math.max(...list.split(',').map(ms));
  const moves = longest(style.transitionDuration) > 1 ||
    (style.animationName !== 'none' && longest(style.animationDuration) > 1);
  return moves ? [`${each.localName}.${each.className}`] : [];
})"""


async def too_small(page: Page) -> list[str]:
    """What can be pressed and is under 48 by 48 px."""
    found: list[str] = await page.evaluate(_MEASURE, SMALLEST)
    return found


async def out_of_reach(page: Page) -> list[str]:
    """More than one main action, or one that is not where the thumb is: in the lower third, without scrolling. A page
    for who is not signed in yet reads from top to bottom; there it is in sight, and not at the top."""
    mains = await page.evaluate(_MAIN)
    if len(mains) > 1:
        return [f"{len(mains)} main actions: {[each['words'] for each in mains]}"]
    highest = 1 / 3 if await page.locator(".sign-in, .outside").count() else 2 / 3
    return [
        f"{each['words']} lies at {each['top']:.2f} to {each['bottom']:.2f}"
        for each in mains
        if not (highest <= (each["top"] + each["bottom"]) / 2 and each["bottom"] <= 1)
    ]


async def moving(page: Page) -> list[str]:
    """What would move: transitions and animations that take longer than nothing."""
    found: list[str] = await page.evaluate(_MOVING)
    return found
