"""'Ready for the gate today?' on the day itself, on a phone and by keyboard: one yes or no, with the reason."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import asyncpg
import pytest
from playwright.async_api import Locator, expect

from tests.browser.axe import in_light_and_dark
from tests.browser.devices import Device, Devices
from tests.browser.keyboard import Keyboard
from tests.browser.moments import NOW, takes_place
from tests.browser.shots import shot
from tests.browser.targets import out_of_reach, too_small
from tests.journeys.screens import Screen
from vrijplaats.settings import Login

if TYPE_CHECKING:
    from tests.conftest import DemoWorld

pytestmark = pytest.mark.asyncio(loop_scope="session")

VISITS = "{ myVisits { id state startsAt } }"
EXPIRED = "update admission set valid_until = current_date - 1 where volunteer_id = $1::uuid"


async def _going_now(devices: Devices, demo_world: DemoWorld, persona: str, *, admitted: bool) -> str:
    """Somebody who is expected at this moment; gives the visit."""
    dsn = demo_world.settings.dsn(Login.ADMIN)
    screen = await asyncio.to_thread(Screen, devices.origin, persona)
    visits = screen.post({"query": VISITS}).json()["data"]["myVisits"]
    visit = str(max((v for v in visits if v["state"] == "CONFIRMED"), key=lambda v: v["startsAt"])["id"])
    await takes_place(dsn, visit, NOW)
    if not admitted:
        connection = await asyncpg.connect(dsn)
        await connection.execute(EXPIRED, screen.volunteer_id)
        await connection.close()
    return visit


async def _walked_to(device: Device, visit: str, answer: str) -> Locator:
    """From the papers to the gate, by keyboard; gives the reasons there."""
    await device.open("/ik/papieren")
    await device.settled()
    today = device.page.locator(f'a[href="/bezoeken/{visit}"]')
    await expect(today).to_contain_text(answer)
    assert await in_light_and_dark(device.page) == []
    await Keyboard(device.page).press(today)
    await expect(device.page.get_by_role("heading", level=1, name=answer)).to_be_visible()
    return device.page.get_by_role("region", name="Klaar voor de poort vandaag?").get_by_role("listitem")


async def test_yes_with_all_that_is_in_order(devices: Devices, demo_world: DemoWorld) -> None:
    visit = await _going_now(devices, demo_world, "volunteer-7", admitted=True)
    device = await devices.one("volunteer-7", phone=True)
    page = device.page
    reasons = await _walked_to(device, visit, "Ja, je bent klaar")
    assert await reasons.count() >= 3
    await expect(reasons.locator(".tick.no")).to_have_count(0)
    await expect(page.get_by_text("Meld je om")).to_be_visible()
    # light and round, so that it reads in grey
    await expect(page.locator(".gate svg circle")).to_have_count(1)
    await expect(page.locator(".gate svg rect")).to_have_count(0)
    route = page.get_by_role("link", name="Route naar de poort")
    await Keyboard(page).to(route)
    assert str(await route.get_attribute("href")).startswith("https://www.openstreetmap.org/search?query=PI")
    await shot(page, "poort-ja")
    assert await in_light_and_dark(page) == []
    assert [*await too_small(page), *await out_of_reach(page), *device.problems] == []


async def test_no_with_the_reason_first_and_whom_to_call(devices: Devices, demo_world: DemoWorld) -> None:
    visit = await _going_now(devices, demo_world, "volunteer-8", admitted=False)
    device = await devices.one("volunteer-8", phone=True)
    page = device.page
    reasons = await _walked_to(device, visit, "Nee, ga nog niet")
    await expect(reasons.first).to_contain_text("Toelating Esserheem: verlopen")
    await expect(reasons.first.locator(".tick.no")).to_be_visible()
    await expect(page.get_by_text("Blijf thuis. Dan reis je niet voor niets.")).to_be_visible()
    # solid and square
    await expect(page.locator(".gate svg rect")).to_have_count(1)
    caller = page.get_by_role("link", name="Bel ")
    await Keyboard(page).to(caller)
    assert str(await caller.get_attribute("href")).startswith("tel:+31")
    await expect(page.get_by_role("link", name="Route naar de poort")).to_have_count(0)
    await shot(page, "poort-nee")
    assert await in_light_and_dark(page) == []
    assert [*await too_small(page), *await out_of_reach(page), *device.problems] == []


async def test_a_day_without_a_visit_asks_nothing(devices: Devices) -> None:
    device = await devices.one("volunteer-1", phone=True)
    await device.open("/ik/papieren")
    await expect(device.page.get_by_text("Vandaag heb je geen bezoek.")).to_be_visible()
    inside = device.page.get_by_text("Ja, voor")
    await expect(inside).to_have_count(1)
    await expect(inside).to_contain_text("Esserheem")
    assert device.problems == []
