"""When a volunteer can, on the phone: the week, days away with a visit in them, a pause with a running match."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import in_light_and_dark
from tests.browser.devices import Device, Devices
from tests.browser.keyboard import Keyboard
from tests.browser.shots import shot
from tests.browser.test_axe import _sideways
from tests.journeys.screens import Screen
from vrijplaats.core import clock

pytestmark = pytest.mark.asyncio(loop_scope="session")

HERE = "/ik/beschikbaarheid"
STAYS_OFF = "Bezoeken die je hebt afgezegd, blijven afgezegd."


def in_days(number: int) -> str:
    return (clock.today() + timedelta(days=number)).isoformat()


def _availability(screen: Screen) -> dict[str, object]:
    found: dict[str, object] = screen.ask("MyAvailability")["myAvailability"]
    return found


def _planned(screen: Screen) -> list[str]:
    visits = screen.ask("MyVisits")["myVisits"]
    return [
        each["id"] for each in visits if each["state"] in ("PROPOSED", "CONFIRMED") and each["startsAt"] > in_days(0)
    ]


async def _touchable(page: Page) -> None:
    """Everything one can press is at least 48 px high."""
    for each in await page.locator("main label:visible, main button:visible, main a.card:visible, .thumb button").all():
        box = await each.bounding_box()
        assert box is not None and box["height"] >= 44, await each.inner_text()


async def test_the_week_is_tapped_and_kept(devices: Devices) -> None:
    device = await devices.one("volunteer-10", phone=True)
    page = device.page
    await device.open("/ik")
    await page.get_by_role("link", name="Wanneer kan ik").click()
    await page.get_by_role("link", name=re.compile("Mijn week")).click()
    saturday = page.get_by_role("group", name="Zaterdag")
    await saturday.get_by_label("Avond").check()
    await page.get_by_role("group", name="Woensdag").get_by_label("Middag").uncheck()
    await _touchable(page)
    await shot(page, "beschikbaarheid-week-gekozen")
    await page.get_by_role("button", name="Opslaan").click()
    await expect(page.get_by_role("status").get_by_text("Opgeslagen")).to_be_visible()
    await expect(page.get_by_role("link", name=re.compile("Mijn week"))).to_contain_text(
        "Op woensdag, donderdag en zaterdag"
    )
    week = _availability(Screen(devices.origin, "volunteer-10"))["week"]
    assert week == {"mornings": [3, 4], "afternoons": [4], "evenings": [6]}
    assert device.problems == []


async def test_days_away_show_the_visit_that_is_planned(devices: Devices) -> None:
    screen = Screen(devices.origin, "volunteer-9")
    (planned,) = _planned(screen)
    device = await devices.one("volunteer-9", phone=True)
    page = device.page
    await device.open(f"{HERE}/weg")
    save = page.get_by_role("button", name="Zeg dat ik weg ben").last
    await save.click()
    await expect(page.get_by_text("Kies eerst een dag.")).to_be_visible()
    await page.get_by_label("Eerste dag").fill(in_days(3))
    await expect(page.get_by_text("Kies eerst een dag.")).to_have_count(0)
    await page.get_by_label("Laatste dag").fill(in_days(25))
    await expect(page.get_by_role("heading", name="Er staat dan één bezoek")).to_be_visible()
    await save.click()
    await expect(page.get_by_role("alert")).to_have_text("Kies eerst wat er met je bezoeken gebeurt.")
    assert _planned(screen) == [planned]
    assert await in_light_and_dark(page) == []
    await shot(page, "beschikbaarheid-weg-bezoek")
    await page.get_by_label("Zeg het af").check()
    await expect(page.get_by_role("alert")).to_have_count(0)
    await save.click()
    await expect(page.get_by_role("heading", name="Dan ben je weg")).to_be_visible()
    assert _planned(screen) == []
    assert _availability(screen)["away"] == [{"first": in_days(3), "last": in_days(25)}]
    await _away_is_marked(device, screen)
    await device.open(f"{HERE}/weg")
    await page.get_by_role("button", name=re.compile("^Haal weg")).click()
    await page.get_by_role("button", name="Maak ongedaan").click()
    await expect(page.get_by_role("heading", name="Dan ben je weg")).to_be_visible()
    assert _availability(screen)["away"] == [{"first": in_days(3), "last": in_days(25)}]
    assert device.problems == []


async def _away_is_marked(device: Device, screen: Screen) -> None:
    """Days of visiting hours on which somebody said to be away are marked, and can be chosen all the same."""
    match = next(each["id"] for each in screen.ask("MyMatches")["myMatches"] if each["state"] == "ACTIVE")
    await device.open(f"/koppelingen/{match}/moment")
    marked = device.page.get_by_role("group").filter(has_text="Je zei dat je er dan niet bent")
    await expect(marked.first).to_be_visible()
    await marked.first.get_by_role("radio").first.check()


async def test_a_pause_warns_the_coordinator_and_ends_with_one_tap(devices: Devices) -> None:
    screen, desk = Screen(devices.origin, "volunteer-8"), Screen(devices.origin, "coordinator")
    kept, before = _planned(screen), len(desk.ask("PausedMatches")["pausedMatches"])
    device = await devices.one("volunteer-8", phone=True)
    page = device.page
    await device.open(f"{HERE}/pauze")
    await page.get_by_label("Laatste dag").fill(in_days(39))
    await expect(page.get_by_role("heading", name="Dit loopt nu")).to_be_visible()
    await expect(page.get_by_text(re.compile("Je koppeling met .* in Esserheem loopt door"))).to_be_visible()
    await page.get_by_label("Laat het staan, ik ga").check()
    assert await in_light_and_dark(page) == []
    assert await _sideways(device) == []
    await page.get_by_role("button", name="Begin pauze").last.click()
    await expect(page.get_by_role("button", name="Stop pauze")).to_be_visible()
    await expect(page.get_by_text(STAYS_OFF)).to_be_visible()
    assert _planned(screen) == kept and len(kept) == 1
    await shot(page, "beschikbaarheid-pauze-loopt")

    await _the_desk_shows_it(devices, before + 1)
    async with asyncio.timeout(20):  # told by the worker
        while "pause.started" not in [each["event"] for each in await asyncio.to_thread(desk.notices)]:
            await asyncio.sleep(0.2)

    await device.open("/uitnodigingen")
    await expect(page.get_by_text(re.compile("Je hebt pauze tot en met"))).to_be_visible()
    await expect(page.get_by_text(STAYS_OFF)).to_be_visible()
    assert await in_light_and_dark(page) == []
    await page.get_by_role("button", name="Stop pauze").click()
    await expect(page.get_by_role("status").get_by_text("Fijn dat je er weer bent.")).to_be_visible()
    await expect(page.get_by_role("button", name="Stop pauze")).to_have_count(0)
    assert len(desk.ask("PausedMatches")["pausedMatches"]) == before
    assert device.problems == []


async def _the_desk_shows_it(devices: Devices, count: int) -> None:
    device = await devices.one("coordinator")
    page = device.page
    await device.open("/koppelingen")
    warning = page.get_by_role("region", name=f"{count} koppelingen waarvan de vrijwilliger pauze heeft")
    await expect(warning).to_have_css("max-height", "none")  # no list within a list
    await expect(warning).to_contain_text("Wilma Huisman bezoekt")
    await expect(warning).to_contain_text("Pauze tot en met")
    await page.get_by_label("Zoek een vrijwilliger of inrichting").fill("Wilma Huisman")
    assert await in_light_and_dark(page) == []
    assert await _sideways(device) == []
    await shot(page, "koppelingen-pauze-laptop")
    assert device.problems == []


async def test_everything_goes_by_keyboard(devices: Devices) -> None:
    device = await devices.one("volunteer-11")
    page, keys = device.page, Keyboard(device.page)
    await device.open(HERE)
    await keys.press(page.get_by_role("link", name=re.compile("Hoeveel mensen")))
    less = page.get_by_role("button", name="1 persoon minder")
    for _ in range(5):
        await keys.press(less)
    await expect(page.get_by_role("status").filter(has_text="Er komt niemand bij.")).to_be_visible()
    await keys.press(page.get_by_role("button", name="Opslaan"))
    await expect(page.get_by_role("link", name=re.compile("Hoeveel mensen"))).to_contain_text("hooguit 0")
    await keys.press(page.get_by_role("link", name=re.compile("Mijn week")))
    monday = page.get_by_role("group", name="Maandag").get_by_label("Ochtend")
    await keys.to(monday)
    await page.keyboard.press("Space")
    await expect(monday).to_be_checked()
    await keys.press(page.get_by_role("button", name="Opslaan"))
    await keys.press(page.get_by_role("link", name=re.compile("Pauze")))
    await keys.choose(page.get_by_label("Tot ik het zeg"), first=page.get_by_label("Tot een datum"))
    await expect(page.get_by_text(re.compile("open vra(ag gaat|gen gaan) naar"))).to_be_visible()
    await keys.press(page.get_by_role("button", name="Begin pauze"))
    await keys.press(page.get_by_role("button", name="Stop pauze"))
    await expect(page.get_by_role("button", name="Stop pauze")).to_have_count(0)
    mine = _availability(Screen(devices.origin, "volunteer-11"))
    assert (mine["capacity"], mine["pause"]) == (0, None)
    assert not [
        each for each in Screen(devices.origin, "volunteer-11").ask("MyOffers")["myOffers"] if each["state"] == "LIVE"
    ]
    assert device.problems == []
