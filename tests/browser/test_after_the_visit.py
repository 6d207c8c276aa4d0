"""What a volunteer says after a visit, in a real Chromium: how it went, that somebody should call, another moment."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest
from playwright.async_api import expect

from tests.browser.axe import in_light_and_dark
from tests.browser.devices import Devices
from tests.browser.shots import shot
from tests.journeys.screens import Screen
from vrijplaats.settings import Login

if TYPE_CHECKING:
    from tests.conftest import DemoWorld

pytestmark = pytest.mark.asyncio(loop_scope="session")

# the clock is the one thing that a test may not wait for
IT_IS_OVER = """
update presence p set starts_at = now() - interval '3 hours', ends_at = now() - interval '2 hours', room_id = null,
  private_room = false from visit v where v.presence_id = p.id and v.id = $1::uuid
"""
VISITS = "{ myVisits { id state startsAt endsAt suggestedKilometres } }"


async def _coming(origin: str, *states: str, after: timedelta) -> tuple[str, dict[str, Any]]:
    """A persona of the demo, of whom no other test needs a visit, with a visit after so long; and that visit."""

    def look() -> tuple[str, dict[str, Any]]:
        for number in range(5, 21):
            screen = Screen(origin, f"volunteer-{number}")
            for visit in screen.post({"query": VISITS}).json()["data"]["myVisits"]:
                later = datetime.fromisoformat(visit["startsAt"]) > datetime.now().astimezone() + after
                if visit["state"] in states and later:
                    return f"volunteer-{number}", visit
        raise AssertionError("nobody in the demo has such a visit")

    return await asyncio.to_thread(look)


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
    await desk.open("/verzoeken")
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


async def test_a_visit_moves_to_another_moment_in_one_go(devices: Devices) -> None:
    persona, visit = await _coming(devices.origin, "CONFIRMED", "PROPOSED", after=timedelta(days=1))
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
    assert phone.problems == []


async def test_what_was_planned_stands_there_and_what_went_otherwise_is_two_taps(
    devices: Devices, demo_world: DemoWorld
) -> None:
    persona, visit = await _coming(devices.origin, "CONFIRMED", after=timedelta())
    connection = await asyncpg.connect(demo_world.settings.dsn(Login.ADMIN))
    assert await connection.execute(IT_IS_OVER, visit["id"]) == "UPDATE 1"
    await connection.close()
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
