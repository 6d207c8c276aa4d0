"""What a volunteer says after a visit, in a real Chromium: how it went, that somebody should call, another moment."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from tests.browser.axe import in_light_and_dark
from tests.browser.coming import VISITS, a_coming_visit, it_is_over
from tests.browser.devices import Devices
from tests.browser.shots import shot
from tests.journeys.screens import Screen

if TYPE_CHECKING:
    from tests.conftest import DemoWorld

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_somebody_asks_to_be_called_and_one_coordinator_calls(devices: Devices) -> None:
    phone = await devices.one("volunteer-13", phone=True)
    page = phone.page
    await phone.open("/ik")
    name = await page.locator("main h1").inner_text()
    await page.get_by_role("button", name="Bel mij deze week").click()
    await expect(page.get_by_text("Je vroeg om een telefoontje, deze week.")).to_be_visible()
    await page.get_by_role("button", name="Toch liever vandaag").click()
    asked = page.get_by_text("Je vroeg om een telefoontje, vandaag nog.")
    await expect(asked).to_be_visible()
    await asked.scroll_into_view_if_needed()
    await shot(page, "bel-mij-gevraagd")
    assert await in_light_and_dark(page) == []
    assert await page.locator("textarea").count() == 0

    desk = await devices.one("coordinator")
    await desk.looks_when_asked()
    await desk.open("/verzoeken")
    # no list within a list
    await expect(desk.page.get_by_role("region", name="Wie vraagt of je belt")).to_have_css("max-height", "none")
    line = desk.page.get_by_role("listitem").filter(has_text=f"{name} vraagt of je belt, vandaag nog")
    await expect(line).to_be_visible()
    await shot(desk.page, "bel-mij-bureau")
    assert await in_light_and_dark(desk.page) == []
    await line.get_by_role("button", name="Ik bel").click()
    await expect(line.get_by_text("Jij belt")).to_be_visible()
    await page.reload()
    await expect(page.get_by_text("heeft het gezien en belt je.")).to_be_visible()
    await line.get_by_role("button", name="Gebeld").click()
    done = desk.page.get_by_role("listitem").filter(has_text=f"Gebeld met {name}")
    await done.get_by_role("button", name="Maak ongedaan").click()
    await expect(line).to_be_visible()
    await page.get_by_role("button", name="Bellen hoeft niet meer").click()
    await expect(page.get_by_role("button", name="Bel mij vandaag nog")).to_be_visible()
    await line.get_by_role("button", name="Gebeld").click()
    await expect(desk.page.get_by_role("status").filter(has_text="bellen hoeft niet meer")).to_be_visible()
    await expect(line).to_have_count(0)
    assert phone.problems == desk.problems == []


async def test_a_visit_moves_and_is_logged_though_the_prison_never_answered(
    devices: Devices, demo_world: DemoWorld
) -> None:
    persona, visit = await a_coming_visit(devices.origin, "CONFIRMED", "PROPOSED", after=timedelta(days=1))
    phone = await devices.one(persona, phone=True)
    page = phone.page
    await phone.open(f"/bezoeken/{visit['id']}")
    await shot(page, "bezoek-komend")
    await page.get_by_role("link", name="Stel een ander moment voor").click()
    await expect(page.get_by_role("heading", level=1, name="Kies een ander moment")).to_be_visible()
    await page.get_by_role("button", name="Vraag dit moment aan").click()
    await expect(page.get_by_role("alert")).to_be_visible()  # nothing was chosen
    moment = page.get_by_role("radio").last
    chosen = await moment.get_attribute("value")
    await moment.check()
    await shot(page, "bezoek-verplaatsen")
    assert await in_light_and_dark(page) == []
    await page.get_by_role("button", name="Vraag dit moment aan").click()
    await expect(page.get_by_role("heading", level=1, name="Je bezoek is gevraagd")).to_be_visible()
    mine = await asyncio.to_thread(lambda: Screen(devices.origin, persona).post({"query": VISITS}).json())
    (moved,) = [each for each in mine["data"]["myVisits"] if each["id"] == visit["id"]]
    assert moved["state"] == "PROPOSED" and chosen is not None
    assert datetime.fromisoformat(moved["startsAt"]) == datetime.fromisoformat(chosen)
    await it_is_over(demo_world.settings, visit["id"], confirmed=False)
    await phone.open(f"/bezoeken/{visit['id']}")
    await expect(page.get_by_text("De inrichting heeft niet bevestigd. Ging het toch door?")).to_be_visible()
    await shot(page, "bezoek-nooit-bevestigd")
    assert await in_light_and_dark(page) == []
    await page.get_by_role("link", name="Is het doorgegaan?").click()
    await page.get_by_label("Reis (km)").fill("31")
    await page.get_by_role("button", name="Klopt, opslaan").click()
    await expect(page.get_by_role("status").filter(has_text="Opgeslagen")).to_be_visible()
    assert phone.problems == []


async def test_what_was_planned_stands_there_and_what_went_otherwise_is_two_taps(
    devices: Devices, demo_world: DemoWorld
) -> None:
    persona, visit = await a_coming_visit(devices.origin, "CONFIRMED")
    await it_is_over(demo_world.settings, visit["id"])
    phone = await devices.one(persona, phone=True)
    page = phone.page
    await phone.open(f"/bezoeken/{visit['id']}/verslag")
    await expect(page.get_by_label("Duur (min)")).to_have_value("60")
    kilometres = visit["suggestedKilometres"]
    await expect(page.get_by_label("Reis (km)")).to_have_value("" if kilometres is None else f"{kilometres:g}")
    await page.get_by_role("radio", name="Nee", exact=True).check()
    await page.get_by_role("button", name="Klopt, opslaan").click()
    await expect(page.get_by_role("alert")).to_have_text("Kies eerst wat er gebeurde.")
    await page.get_by_role("radio", name="De ander kwam niet").check()
    await shot(page, "bezoek-niet-gehouden")
    await page.get_by_role("button", name="Klopt, opslaan").click()
    await expect(page.get_by_role("status").filter(has_text="Opgeslagen")).to_be_visible()
    assert phone.problems == []
