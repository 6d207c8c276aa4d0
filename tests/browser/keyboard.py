"""Hands on a keyboard, and nothing else: where the focus goes, what shows it, and what is pressed."""

from __future__ import annotations

from playwright.async_api import Locator, Page, expect

MOST_STEPS = 120
IS_HERE = "e => e === document.activeElement"
IN_SIGHT = "e => { const r = e.getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight && r.width > 0; }"
# a ring on the element, or on the label it lies in
HAS_RING = """e => [e, e.parentElement, e.closest('label')].some((each) => {
  if (!each) return false;
  const style = getComputedStyle(each);
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
})"""


class Keyboard:
    """The keyboard of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    async def to(self, wanted: Locator) -> None:
        """Tab until this has the focus; it is in sight then, and one can see that it has it."""
        await wanted.wait_for()
        for _ in range(MOST_STEPS):
            if await wanted.evaluate(IS_HERE):
                break
            await self._page.keyboard.press("Tab")
        await expect(wanted).to_be_focused()
        assert await wanted.evaluate(IN_SIGHT), f"{wanted} has the focus out of sight"
        assert await wanted.evaluate(HAS_RING), f"nobody sees that {wanted} has the focus"

    async def press(self, wanted: Locator) -> None:
        """Go to a button or a link and press it."""
        await self.to(wanted)
        await self._page.keyboard.press("Enter")

    async def write(self, wanted: Locator, text: str) -> None:
        """Go to a field and type."""
        await self.to(wanted)
        await self._page.keyboard.type(text)

    async def choose(self, wanted: Locator, *, first: Locator) -> None:
        """Go to the first of some choices, and down to the one that is wanted."""
        await self.to(first)
        await self._page.keyboard.press("Space")
        for _ in range(MOST_STEPS):
            if await wanted.is_checked():
                return
            await self._page.keyboard.press("ArrowDown")
        await expect(wanted).to_be_checked()

    async def escape(self) -> None:
        """Leave a dialog."""
        await self._page.keyboard.press("Escape")
