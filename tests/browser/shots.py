"""Pictures of screens, kept as build output under build/pictures."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Page

from vrijplaats.settings import ROOT

FOLDER = ROOT / "build" / "pictures"


async def shot(page: Page, name: str) -> Path:
    """Take the picture `name`.png of what is in view."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.png"
    await page.screenshot(path=str(path))
    return path
