"""The forms in which a volunteer says something of themselves, each left half-way."""

from __future__ import annotations

import asyncio
import re

from playwright.async_api import Page

from tests.browser.devices import Device
from tests.browser.without_a_line import kept


async def _half(page: Page, form: str) -> None:
    """What was filled in of this form is written."""
    async with asyncio.timeout(10):
        while not any(f"/{form}" in key for key in (await kept(page) or {}).get("drafts", {})):
            await asyncio.sleep(0.05)


async def forms_half_filled(phone: Device, rhythm: str, first_away: str) -> tuple[int, str, str | None]:
    """How many people it was at most, what the week's button says then, and how often the rhythm is to be."""
    page = phone.page
    await phone.open("/ik/beschikbaarheid/week")
    every = page.get_by_role("button", name=re.compile("^(Kies|Wis) alles$"))
    other = {"Kies alles": "Wis alles", "Wis alles": "Kies alles"}[await every.inner_text()]
    await every.click()
    await _half(page, "week")
    await phone.open("/ik/beschikbaarheid/aantal")
    most = int(await page.get_by_role("spinbutton").input_value())
    await page.get_by_role("button", name="1 persoon meer").click()
    await _half(page, "maximum")
    await phone.open("/ik/beschikbaarheid/weg")
    await page.get_by_label("Eerste dag").fill(first_away)
    await _half(page, "away")
    await phone.open("/ik/beschikbaarheid/pauze")
    await page.get_by_role("radio", name="Tot ik het zeg").check()
    await _half(page, "pause")
    await phone.open(rhythm)
    weeks = await page.get_by_role("radio", name=re.compile("^Elke"), checked=False).get_attribute("value")
    await page.locator(f'input[type="radio"][value="{weeks}"]').check()
    await _half(page, "rhythm")
    await phone.open("/ik/gegevens")
    await page.get_by_role("button", name="Vraag een correctie").click()
    await page.get_by_role("radio", name="Mijn talen").check()
    await page.get_by_label("Wat moet het zijn?").fill("Zorro")
    await _half(page, "correction")
    return most, other, weeks
