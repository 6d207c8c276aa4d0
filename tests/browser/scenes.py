"""How to get a phone to each screen that a volunteer can see; the way there may change the world."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import asyncpg
from playwright.async_api import Route

from tests.browser.devices import Device, Devices
from tests.browser.moments import NOW, takes_place
from tests.browser.screens import FIND
from tests.browser.woken import asked
from tests.journeys.screens import Screen

NO_LONGER_ADMITTED = "update admission set valid_until = current_date - 1 where volunteer_id = $1::uuid"
VISITS = "{ myVisits { id state startsAt } }"
OFFERS = "{ myOffers { id state } }"
MAIN = ".button.main"


@dataclass(slots=True)
class Stage:
    """The running program, and the language in which one looks at it."""

    devices: Devices
    dsn: str
    language: str

    async def phone(self, persona: str | None, path: str) -> Device:
        """Somebody's phone at a path, once its lists have come; live news is not listened to."""
        device = await self.devices.one(persona, phone=True)
        await device.context.add_init_script(f"localStorage.setItem('vrijplaats.language', '{self.language}')")
        if persona is not None:
            self.screen(persona)
        await device.open(path)
        await device.settled()
        return device

    async def desk(self, persona: str, path: str) -> Device:
        """The same on somebody's laptop."""
        device = await self.devices.one(persona)
        await device.context.add_init_script(f"localStorage.setItem('vrijplaats.language', '{self.language}')")
        self.screen(persona)
        await device.open(path)
        await device.settled()
        return device

    def screen(self, persona: str) -> Screen:
        """The same person without a phone, who reads the same language."""
        screen = Screen(self.devices.origin, persona)
        screen.do("SetLocale", {"locale": self.language})
        return screen

    def find(self, persona: str, what: str) -> str:
        """The id of what a path is about."""
        document, pick = FIND[what]
        return pick(self.screen(persona).post({"query": document}).json()["data"])

    def visit(self, persona: str, state: str) -> str:
        """The id of the last visit in this state."""
        visits = self.screen(persona).post({"query": VISITS}).json()["data"]["myVisits"]
        return str(max((v for v in visits if v["state"] == state), key=lambda v: v["startsAt"])["id"])

    async def run(self, sql: str, *values: Any) -> None:
        """Past every wall."""
        connection = await asyncpg.connect(self.dsn)
        await connection.execute(sql, *values)
        await connection.close()


Scene = Callable[[Stage], Awaitable[Device]]
SCENES: dict[str, Scene] = {}


def scene(function: Scene) -> Scene:
    """Under its own name."""
    SCENES[getattr(function, "__name__", "").replace("_", "-")] = function
    return function


def at(persona: str | None, path: str) -> Scene:
    """A path, with an id of this person's own where it needs one."""

    async def there(stage: Stage) -> Device:
        for what in FIND:
            if f"{{{what}}}" in path and persona:
                return await stage.phone(persona, path.replace(f"{{{what}}}", stage.find(persona, what)))
        return await stage.phone(persona, path)

    return there


SCENES |= {
    "inloggen": at(None, "/inloggen"),
    "inloggen-code": at(None, "/inloggen?met=code"),
    "inloggen-over": at(None, "/inloggen?terug=/bezoeken&waarom=IDLE"),
    "welkom-voorbij": at(None, "/welkom"),
    "herstel": at(None, "/herstel"),
    "uitnodigingen": at("volunteer-1", "/uitnodigingen"),
    "uitnodigingen-leeg": at("volunteer-4", "/uitnodigingen"),
    "uitnodiging": at("volunteer-1", "/uitnodigingen/{offer}"),
    "uitnodiging-weg": at("volunteer-1", "/uitnodigingen/0198f0b0-0000-7000-8000-000000000000"),
    "koppelingen": at("volunteer-1", "/koppelingen"),
    "koppeling": at("volunteer-1", "/koppelingen/{match}"),
    "moment": at("volunteer-1", "/koppelingen/{match}/moment"),
    "bezoeken": at("volunteer-6", "/bezoeken"),
    "bezoeken-vastleggen": at("volunteer-3", "/bezoeken"),
    "bezoek": at("volunteer-1", "/bezoeken/{visit}"),
    "verslag": at("volunteer-3", "/bezoeken/{unlogged}/verslag"),
    "papieren": at("volunteer-1", "/ik/papieren"),
    "post": at(None, "/post"),
}


@scene
async def nu_niet(stage: Stage) -> Device:
    device = await at("volunteer-1", "/uitnodigingen/{offer}")(stage)
    await device.page.locator(".thumb .button").nth(1).click()
    return device


@scene
async def gelukt(stage: Stage) -> Device:
    await asked(stage.devices.origin, "volunteer-12")
    device = await stage.phone("volunteer-12", f"/uitnodigingen/{newest(stage.screen('volunteer-12'))}")
    await device.page.locator(MAIN).click()
    await device.page.locator(".sign.worked").wait_for()
    return device


@scene
async def te_laat(stage: Stage) -> Device:
    await asked(stage.devices.origin, "volunteer-10", "volunteer-13")
    first = stage.screen("volunteer-13")
    device = await stage.phone("volunteer-10", f"/uitnodigingen/{newest(stage.screen('volunteer-10'))}")

    async def held_up(route: Route) -> None:
        """The other's yes arrives while this one is on its way."""
        if route.request.method == "POST" and route.request.headers.get("idempotency-key"):
            first.do("AcceptOffer", {"offerId": newest(first)})
        await route.continue_()

    await device.page.route("**/graphql", held_up)
    await device.page.locator(MAIN).click()
    await device.page.locator(".answer.large, .answer:not(.state)").wait_for()
    return device


@scene
async def uitnodigingen_geregeld(stage: Stage) -> Device:
    return await stage.phone("volunteer-10", "/uitnodigingen")


@scene
async def uitnodiging_geregeld(stage: Stage) -> Device:
    return await stage.phone("volunteer-10", f"/uitnodigingen/{newest(stage.screen('volunteer-10'))}")


@scene
async def fout(stage: Stage) -> Device:
    device = await at("volunteer-1", "/uitnodigingen/{offer}")(stage)
    await device.page.route("**/graphql", lambda route: route.fulfill(status=500, body="{}"))
    await device.page.locator(MAIN).click()
    # kept on the phone, and tried again by itself
    await device.page.get_by_role("heading", name=re.compile("wacht op verbinding|waits for a connection")).wait_for()
    return device


@scene
async def fout_bij_laden(stage: Stage) -> Device:
    device = await stage.phone("volunteer-1", "/ik")
    await device.page.route("**/graphql", lambda route: route.fulfill(status=500, body="{}"))
    await device.page.locator(".bar a").nth(1).click()
    await device.page.locator(".sign.broken").wait_for()
    return device


@scene
async def bezoek_gevraagd(stage: Stage) -> Device:
    return await stage.phone("volunteer-2", f"/bezoeken/{stage.visit('volunteer-2', 'PROPOSED')}")


@scene
async def bezoek_afzeggen(stage: Stage) -> Device:
    device = await stage.phone("volunteer-5", f"/bezoeken/{stage.visit('volunteer-5', 'PROPOSED')}")
    await device.page.locator(".thumb .button").last.click()
    return device


@scene
async def bezoek_afgezegd(stage: Stage) -> Device:
    visit = stage.visit("volunteer-5", "PROPOSED")
    stage.screen("volunteer-5").do("CancelMyVisit", {"visitId": visit, "side": "VOLUNTEER", "cause": "ILL"})
    return await stage.phone("volunteer-5", f"/bezoeken/{visit}")


@scene
async def bezoek_vastgelegd(stage: Stage) -> Device:
    return await stage.phone("volunteer-1", f"/bezoeken/{stage.visit('volunteer-1', 'LOGGED')}")


@scene
async def verslag_staat(stage: Stage) -> Device:
    return await stage.phone("volunteer-1", f"/bezoeken/{stage.visit('volunteer-1', 'LOGGED')}/verslag")


@scene
async def poort_ja(stage: Stage) -> Device:
    visit = stage.visit("volunteer-7", "CONFIRMED")
    await takes_place(stage.dsn, visit, NOW)
    return await stage.phone("volunteer-7", f"/bezoeken/{visit}")


@scene
async def poort_nee(stage: Stage) -> Device:
    visit = stage.visit("volunteer-8", "CONFIRMED")
    await takes_place(stage.dsn, visit, NOW)
    await stage.run(NO_LONGER_ADMITTED, stage.screen("volunteer-8").volunteer_id)
    return await stage.phone("volunteer-8", f"/bezoeken/{visit}")


@scene
async def papieren_verlopen(stage: Stage) -> Device:
    return await stage.phone("volunteer-8", "/ik/papieren")


@scene
async def verslag_nee(stage: Stage) -> Device:
    device = await at("volunteer-3", "/bezoeken/{unlogged}/verslag")(stage)
    await device.page.get_by_role("radio").nth(1).check()
    await device.page.locator(MAIN).click()
    return device


@scene
async def vastgelegd(stage: Stage) -> Device:
    visit = stage.visit("volunteer-6", "CONFIRMED")
    await takes_place(stage.dsn, visit, timedelta(hours=-3))
    device = await stage.phone("volunteer-6", f"/bezoeken/{visit}/verslag")
    await device.page.get_by_role("spinbutton").last.fill("20")
    await device.page.locator(MAIN).click()
    await device.page.locator(".toast > div").wait_for()
    return device


@scene
async def verzetten(stage: Stage) -> Device:
    match, visit = stage.find("volunteer-1", "match"), stage.find("volunteer-1", "visit")
    return await stage.phone("volunteer-1", f"/koppelingen/{match}/moment?bezoek={visit}")


@scene
async def gevraagd(stage: Stage) -> Device:
    device = await verzetten(stage)
    await device.page.get_by_role("radio").first.check()
    await device.page.locator(MAIN).click()
    await device.page.locator(".sign.worked").wait_for()
    return device


@scene
async def afronden(stage: Stage) -> Device:
    device = await at("volunteer-1", "/koppelingen/{match}")(stage)
    await device.page.locator(".thumb .button").last.click()
    await device.page.locator("dialog .button.main").click()
    return device


@scene
async def ik(stage: Stage) -> Device:
    device = await stage.phone("volunteer-1", "/ik")
    stage.screen("volunteer-1").do("MakeCalendarFeed", {})
    await device.page.reload()
    await device.settled()
    await device.page.locator(".url").wait_for()
    return device


def newest(screen: Screen) -> str:
    """The id of what this person was asked last."""
    return str(max(each["id"] for each in screen.post({"query": OFFERS}).json()["data"]["myOffers"]))
