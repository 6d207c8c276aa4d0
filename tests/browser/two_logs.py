"""Two logs of one visit, of two devices of one person."""

from __future__ import annotations

import asyncio

from playwright.async_api import expect

from tests.browser.axe import in_light_and_dark
from tests.browser.devices import Device
from tests.browser.shots import shot
from tests.journeys.screens import Screen

H1 = "main h1"
A_MINUTE = 60_000


async def of_two_logs_one_stands_and_none_is_lost(tablet: Device, persona: str) -> None:
    """The tablet had another log of the visit: that is not "all is well", and a coordinator can be asked."""
    page = tablet.page
    await tablet.context.set_offline(False)
    row = page.get_by_role("listitem").filter(
        has_text="Geweigerd: Er staat al een verslag: het ging door, 60 minuten, 17 km."
    )
    await expect(row).to_contain_text("Jij had: het ging door, 60 minuten, 31 km.", timeout=A_MINUTE)
    await shot(page, "verslag-ander-rij")
    assert await in_light_and_dark(page) == []
    await row.get_by_role("link", name="Maak in orde").click()
    await expect(page.locator(H1)).to_have_text("Dit bezoek is vastgelegd")
    await expect(page.get_by_role("alert")).to_contain_text("Wat jij invulde, telt nog niet.")
    await shot(page, "verslag-ander")
    assert await in_light_and_dark(page) == []
    await page.get_by_role("button", name="Vraag een correctie").click()
    await expect(page.get_by_role("dialog").get_by_text("Een bezoek dat is vastgelegd")).to_be_visible()
    await shot(page, "verslag-ander-correctie")
    await page.get_by_role("button", name="Verstuur").click()
    await expect(page.locator(H1)).to_have_text("Bezoeken")
    await expect(row).to_have_count(0)
    asked = await asyncio.to_thread(lambda: Screen(tablet.origin, persona).ask("MyCorrections")["myCorrections"])
    assert [each["item"] for each in asked] == ["VISIT"] and "60 minuten, 31 km" in asked[0]["wanted"]
