"""A phone that can be woken, and what there is to wake it for."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from itertools import count

from playwright.async_api import expect

from tests.browser.devices import Devices
from tests.journeys.screens import Screen, asks
from tests.push.phones import WokenPhone, a_woken_phone
from tests.push.service import PushService

_wishes = count(1)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


async def turned_on(devices: Devices, service: PushService, persona: str) -> WokenPhone:
    """A phone on which its owner turns notifications on, at any hour."""
    woken = await a_woken_phone(await devices.one(persona, phone=True), service)
    page = woken.device.page
    await woken.device.open("/ik")
    await page.get_by_role("button", name="Zet meldingen aan").click()
    await expect(page.get_by_text("Meldingen staan aan.")).to_be_visible()
    always = page.get_by_role("radio", name="Altijd")
    await always.wait_for()
    if not await always.is_checked():  # it comes with what was chosen before, on another phone of theirs
        async with page.expect_response(lambda answer: asks(answer.request, "SetQuietHours")):
            await always.check()
    await expect(page.get_by_label("Stil vanaf")).to_have_count(0)
    return woken


async def cleared(woken: WokenPhone) -> None:
    """Wait until nothing stands on the phone any more."""
    async with asyncio.timeout(10):
        while await woken.shown():
            await asyncio.sleep(0.1)


async def asked(origin: str, *personas: str) -> None:
    """A wish at Veenhuizen, for which these volunteers are asked."""

    def asking() -> None:
        staff, coordinator = Screen(origin, "staff-veenhuizen"), Screen(origin, "coordinator")
        organisations = staff.ask("ActiveOrganisations")["activeOrganisations"]
        first, second = divmod(next(_wishes), len(LETTERS))
        wish = {
            "facilityId": staff.ask("Viewer")["viewer"]["current"]["facility"]["id"],
            "activityKind": "ONE_TO_ONE",
            "languages": ["nl"],
            "organisationId": next(each["id"] for each in organisations if each["name"].startswith("Gevangenenzorg")),
            "volunteerGender": None,
            "note": None,
            "detainee": {
                "givenName": f"Zorro{LETTERS[first]}{LETTERS[second]}",
                "familyName": "Verzonnen",
                "wing": "C2",
            },
            "consent": True,
        }
        made = staff.do("RequestVisit", wish)
        assert made["__typename"] == "RequestVisitSuccess", made
        wanted = {
            "requestId": made["request"]["id"],
            "volunteerIds": [Screen(origin, persona).volunteer_id for persona in personas],
            "expiresAt": (datetime.now().astimezone() + timedelta(hours=5)).isoformat(),
        }
        offered = coordinator.do("OfferRequest", wanted)
        assert offered["__typename"] == "OfferRequestSuccess", offered

    await asyncio.to_thread(asking)
