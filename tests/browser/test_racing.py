"""Two volunteers press Accepteren on their screens at the same moment: one goes, the other reads it kindly."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.axe import in_light_and_dark
from tests.browser.devices import Devices
from tests.browser.shots import shot
from tests.browser.woken import asked, cleared, turned_on
from tests.journeys.screens import Screen
from tests.push.service import PushService, a_push_service

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.notifications]

WON, TOO_LATE = "Het is gelukt", "Iemand was je net voor"


@pytest_asyncio.fixture(loop_scope="session")
async def service() -> AsyncIterator[PushService]:
    async with a_push_service() as running:
        yield running
        assert running.problems == []


async def test_two_who_press_at_once(devices: Devices, service: PushService) -> None:
    personas = ("volunteer-11", "volunteer-12")
    before = [await _matches(devices, persona) for persona in personas]
    phones = [await turned_on(devices, service, persona) for persona in personas]
    await asked(devices.origin, *personas)
    questions = [(await phone.woken())[0] for phone in phones]
    for phone, question in zip(phones, questions, strict=True):
        await phone.device.open(question["path"])
        assert [each["tag"] for each in await phone.shown()] == [question["tag"]]

    buttons = [phone.device.page.get_by_role("button", name="Accepteren") for phone in phones]
    await asyncio.gather(*[button.click() for button in buttons])
    headings = [phone.device.page.get_by_role("heading", level=1) for phone in phones]
    for heading in headings:
        await expect(heading).to_have_text(re.compile(f"{WON}|{TOO_LATE}"))
    said = [await heading.inner_text() for heading in headings]
    assert sorted(said) == sorted([WON, TOO_LATE])
    after = [await _matches(devices, persona) for persona in personas]
    assert sum(after) == sum(before) + 1

    winner, loser = phones if said[0] == WON else phones[::-1]
    page = loser.device.page
    await expect(page.get_by_text("Fijn dat je wilde.")).to_be_visible()
    await shot(page, "te-laat")
    assert await in_light_and_dark(page) == []
    await expect(winner.device.page.get_by_text("Je gaat op bezoek bij")).to_be_visible()
    # the question no longer stands on either lock screen; on the loser's it is told, without a sound
    await loser.woken(2)
    shown = await loser.shown()
    assert [(each["title"], each["silent"], each["actions"]) for each in shown] == [
        ("De vraag uit Veenhuizen is geregeld", True, [])
    ]
    await cleared(winner)
    assert winner.device.problems == loser.device.problems == []


async def _matches(devices: Devices, persona: str) -> int:
    def asking() -> int:
        return len(Screen(devices.origin, persona).ask("MyMatches")["myMatches"])

    return await asyncio.to_thread(asking)
