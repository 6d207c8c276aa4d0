"""Pictures of screens, for who wants to look: PICTURES=1 keeps them under build/pictures."""

from __future__ import annotations

import os

from playwright.async_api import Page

from vrijplaats.settings import ROOT

FOLDER = ROOT / "build" / "pictures"
WANTED = bool(os.environ.get("PICTURES"))


async def shot(page: Page, name: str) -> None:
    """Take the picture `name`.png of what is in view, when pictures are asked for: each costs a quarter of a second."""
    if WANTED:
        FOLDER.mkdir(parents=True, exist_ok=True)
        await page.screenshot(path=str(FOLDER / f"{name}.png"))
