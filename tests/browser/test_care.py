"""A coordinator's morning: of whom to think, ticking off and taking back; and who stands in when they go."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from typing import Any

import pytest
from playwright.async_api import expect

from tests.browser.devices import Devices
from tests.browser.shots import shot
from tests.browser.test_axe import _axe, _sideways
from tests.browser.without_a_line import never
from tests.journeys.screens import Screen
from vrijplaats.core import clock

pytestmark = pytest.mark.asyncio(loop_scope="session")

CARE = "{ care(first: 100) { signal count lines { volunteerName volunteerId signal matchId } } }"


def _standing(screen: Screen) -> list[dict[str, Any]]:
    groups: list[dict[str, Any]] = screen.post({"query": CARE}).json()["data"]["care"]
    return groups


async def test_somebody_is_ticked_off_and_taken_back(devices: Devices) -> None:
    screen = Screen(devices.origin, "coordinator")
    before = await asyncio.to_thread(_standing, screen)
    assert before, "the demo has volunteers to think of"
    line = before[0]["lines"][0]
    device = await devices.one("coordinator")
    page = device.page
    await device.open("/verzoeken")
    await page.get_by_role("link", name=re.compile("Zorg voor vrijwilligers")).click()
    await expect(page.get_by_role("heading", level=1, name="Zorg voor vrijwilligers")).to_be_visible()
    await page.get_by_role("radio", name="Van mij").check()
    await expect(page).to_have_url(re.compile("van=mij$"))
    await expect(page.get_by_text(re.compile("Wie van niemand is, staat hier ook"))).to_be_visible()
    await expect(page.get_by_role("button", name=re.compile("^Gesproken: |^Toon iedereen")).first).to_be_visible()
    await shot(page, "zorg-van-mij-laptop")
    await page.get_by_role("radio", name="Iedereen").check()
    spoken = page.get_by_role("button", name=f"Gesproken: {line['volunteerName']}").first
    await spoken.click()
    today = page.get_by_role("region", name="Vandaag gesproken")
    await expect(today.get_by_text(f"{line['volunteerName']}, door jou")).to_be_visible()
    after = await asyncio.to_thread(_standing, screen)
    assert sum(group["count"] for group in after) < sum(group["count"] for group in before)
    assert await _axe(device) == []
    await shot(page, "zorg-laptop")
    await today.get_by_role("button", name=f"Maak ongedaan: {line['volunteerName']}").click()
    await expect(today).to_have_count(0)
    assert await asyncio.to_thread(_standing, screen) == before
    await page.get_by_role("link", name=line["volunteerName"]).first.click()
    file = page.get_by_role("region", name=line["volunteerName"])
    await expect(file.get_by_role("heading", name="Zorg voor vrijwilligers")).to_be_visible()
    assert device.problems == []


async def test_a_colleague_stands_in_and_it_is_ended(devices: Devices) -> None:
    device = await devices.one("coordinator", phone=True)
    page = device.page
    card = page.get_by_role("region", name="Waarnemen")
    await page.route("**/graphql", never("Deputies"))
    await device.open("/mensen")
    await expect(card.get_by_role("alert")).to_contain_text("Geen verbinding")
    assert await _axe(device) == []
    await shot(page, "waarnemen-kapot-phone")
    await page.unroute("**/graphql")
    device.problems.clear()
    await card.get_by_role("button", name="Probeer opnieuw").click()
    await card.get_by_role("button", name="Regel wie waarneemt").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Opslaan").click()
    await expect(dialog.get_by_text("Kies wie er waarneemt.")).to_be_visible()
    await dialog.get_by_label("Wie neemt waar", exact=True).select_option(index=1)
    await dialog.get_by_label("Eerste dag").fill(clock.today().isoformat())
    await dialog.get_by_label("Laatste dag").fill((clock.today() + timedelta(days=6)).isoformat())
    assert await _axe(device) == []
    await shot(page, "waarnemen-phone")
    await dialog.get_by_role("button", name="Opslaan").click()
    await expect(card.get_by_text(re.compile("neemt waar voor jou"))).to_be_visible()
    assert await _axe(device) == [] and await _sideways(device) == []
    await card.get_by_role("button", name=re.compile("Stop het waarnemen")).click()
    await dialog.get_by_role("button", name="Ja, stop het waarnemen").click()
    await expect(card.get_by_text(re.compile("neemt waar voor jou"))).to_have_count(0)
    assert device.problems == []
