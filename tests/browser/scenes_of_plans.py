"""How to get to the screens of fixed appointments, availability, one's own data, and of a phone without a line; and to
the desks that hear of them. The way there changes the world."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from playwright.async_api import Page

from tests.browser.devices import Device
from tests.browser.moments import takes_place
from tests.browser.scenes import MAIN, SCENES, Stage, at, newest, scene
from tests.browser.woken import asked
from vrijplaats.core.clock import now

__all__ = ["SCENES"]

MATCH = "{ myMatches { id state } }"
WORKER_READY = "navigator.serviceWorker.ready.then(() => true)"
A_MINUTE = 60_000

SCENES |= {
    "beschikbaarheid": at("volunteer-1", "/ik/beschikbaarheid"),
    "week": at("volunteer-1", "/ik/beschikbaarheid/week"),
    "weg": at("volunteer-1", "/ik/beschikbaarheid/weg"),
    "aantal": at("volunteer-1", "/ik/beschikbaarheid/aantal"),
    "ritme-kies": at("volunteer-1", "/koppelingen/{match}/ritme/kies"),
    "ritme-geen": at("volunteer-1", "/koppelingen/{match}/ritme"),
    "gegevens": at("volunteer-1", "/ik/gegevens"),
    "stoppen": at("volunteer-1", "/ik/stoppen"),
    "tot-ziens": at(None, "/tot-ziens?vanaf=2026-12-25"),
    "brieven": at(None, "/brieven#een-link"),
    "desk-telefoon-verzoeken": at("coordinator", "/verzoeken"),
    "desk-telefoon-mensen": at("coordinator", "/mensen"),
    "desk-telefoon-ik": at("coordinator", "/ik"),
    "desk-telefoon-overzicht": at("coordinator", "/overzicht?periode=jaar"),
    "desk-telefoon-overzicht-bezoeken": at("coordinator", "/overzicht/bezoeken?periode=jaar&niet=alle"),
    "desk-telefoon-instellingen": at("coordinator", "/instellingen"),
    "desk-telefoon-zorg": at("coordinator", "/vrijwilligers/zorg"),
}


def in_days(days: int) -> str:
    return (now() + timedelta(days=days)).date().isoformat()


@scene
async def weg_met_bezoek(stage: Stage) -> Device:
    device = await at("volunteer-9", "/ik/beschikbaarheid/weg")(stage)
    await _dates(device.page, 3, 25)
    await device.page.locator("input[type=radio]").first.wait_for()
    return device


@scene
async def pauze(stage: Stage) -> Device:
    device = await at("volunteer-8", "/ik/beschikbaarheid/pauze")(stage)
    await _dates(device.page, 39)
    await device.page.locator("main .card").nth(1).wait_for()
    return device


@scene
async def pauze_loopt(stage: Stage) -> Device:
    device = await at("volunteer-14", "/ik/beschikbaarheid/pauze")(stage)
    await _dates(device.page, 39)
    await device.page.locator("main .card").nth(1).wait_for()
    planned = device.page.locator("main fieldset").last.locator("input[type=radio]")
    if await planned.count() > 2:
        await planned.nth(1).check()
    await device.page.locator(MAIN).click()
    await device.page.locator(".toast > div").or_(device.page.locator("[role=alert]")).first.wait_for()
    return device


@scene
async def uitnodigingen_pauze(stage: Stage) -> Device:
    return await stage.phone("volunteer-14", "/uitnodigingen")


@scene
async def beschikbaarheid_pauze(stage: Stage) -> Device:
    return await stage.phone("volunteer-14", "/ik/beschikbaarheid")


@scene
async def ritme_zo_wordt_het(stage: Stage) -> Device:
    device = await stage.phone("volunteer-5", f"/koppelingen/{_match(stage, 'volunteer-5')}/ritme/kies")
    await device.settled()
    again = device.page.locator("main section button")
    if not await device.page.locator("main input[value*=T]").count() and await again.count():
        await again.first.click()
    await device.page.locator("main input[value*=T]").last.check()
    await device.page.locator(MAIN).click()
    await device.page.locator("main section li").nth(3).wait_for()
    return device


@scene
async def ritme(stage: Stage) -> Device:
    device = await ritme_zo_wordt_het(stage)
    await device.page.locator(MAIN).click()
    await device.page.wait_for_url("**/ritme")
    await device.settled()
    return device


@scene
async def ritme_koppeling(stage: Stage) -> Device:
    return await stage.phone("volunteer-5", f"/koppelingen/{_match(stage, 'volunteer-5')}")


@scene
async def ritme_anders(stage: Stage) -> Device:
    return await stage.phone("volunteer-5", f"/koppelingen/{_match(stage, 'volunteer-5')}/ritme/kies")


@scene
async def ritme_stoppen(stage: Stage) -> Device:
    device = await stage.phone("volunteer-5", f"/koppelingen/{_match(stage, 'volunteer-5')}/ritme")
    await device.page.locator("main button, .thumb button").last.click()
    await device.page.locator("dialog[open]").wait_for()
    return device


@scene
async def bezoeken_ritme(stage: Stage) -> Device:
    return await stage.phone("volunteer-5", "/bezoeken")


@scene
async def correctie_vragen(stage: Stage) -> Device:
    device = await at("volunteer-6", "/ik/gegevens")(stage)
    await device.page.locator("main button.edge, main button.soft").last.click()
    await device.page.locator("dialog[open] input[type=radio]").first.check()
    return device


@scene
async def gegevens_gevraagd(stage: Stage) -> Device:
    device = await correctie_vragen(stage)
    await device.page.locator("dialog[open] input:not([type=radio]), dialog[open] textarea").fill("Assen")
    await device.page.locator("dialog[open] .button.main").click()
    await device.page.locator("dialog[open]").wait_for(state="detached")
    await device.settled()
    return device


@scene
async def bel_mij(stage: Stage) -> Device:
    device = await at("volunteer-1", "/ik")(stage)
    await (
        device.page.locator("main")
        .get_by_role("button", name="Bel mij" if stage.language == "nl" else "Call me")
        .first.click()
    )
    return device


@scene
async def zonder_verbinding(stage: Stage) -> Device:
    device = await _kept(stage, "volunteer-10", "/uitnodigingen")
    await device.context.set_offline(True)
    await device.page.reload()
    await device.page.locator("main .notice").first.wait_for()
    await device.settled()
    return device


@scene
async def zonder_verbinding_ik(stage: Stage) -> Device:
    device = await _kept(stage, "volunteer-10", "/ik")
    await device.context.set_offline(True)
    await device.page.reload()
    await device.page.locator("main .notice").first.wait_for()
    return device


@scene
async def ja_wacht(stage: Stage) -> Device:
    await asked(stage.devices.origin, "volunteer-15", "volunteer-16")
    device = await _kept(stage, "volunteer-15", "/uitnodigingen")
    await device.page.locator(f'a[href="/uitnodigingen/{newest(stage.screen("volunteer-15"))}"]').click()
    await device.page.locator(MAIN).wait_for()
    await device.context.set_offline(True)
    await device.page.locator(MAIN).click()
    await device.page.locator(".answer").first.wait_for()
    return device


@scene
async def rij_wacht(stage: Stage) -> Device:
    device = await ja_wacht(stage)
    await device.page.locator(".thumb a, main a.button").first.click()
    await device.page.locator("main section li").first.wait_for()
    return device


@scene
async def rij_geweigerd(stage: Stage) -> Device:
    device = await rij_wacht(stage)
    stage.screen("volunteer-16").do("AcceptOffer", {"offerId": newest(stage.screen("volunteer-16"))})
    await device.context.set_offline(False)
    await device.page.locator("main section li a, main section li button").first.wait_for(timeout=A_MINUTE)
    await device.page.wait_for_timeout(5000)
    return device


@scene
async def verslag_wacht(stage: Stage) -> Device:
    visit = stage.visit("volunteer-1", "CONFIRMED")
    await takes_place(stage.dsn, visit, timedelta(hours=-3))
    device = await _kept(stage, "volunteer-1", f"/bezoeken/{visit}/verslag")
    await device.context.set_offline(True)
    await device.page.get_by_role("spinbutton").last.fill("20")
    await device.page.locator(MAIN).click()
    await device.page.locator("main section li").first.wait_for()
    return device


@scene
async def verslag_concept(stage: Stage) -> Device:
    device = await at("volunteer-3", "/bezoeken/{unlogged}/verslag")(stage)
    await device.page.get_by_role("spinbutton").last.fill("44")
    await device.page.wait_for_timeout(1500)
    await device.page.reload()
    await device.settled()
    return device


@scene
async def desk_koppelingen(stage: Stage) -> Device:
    return await stage.desk("coordinator", "/koppelingen")


@scene
async def desk_correctie(stage: Stage) -> Device:
    return await stage.desk("coordinator", "/mensen")


@scene
async def desk_verzoek(stage: Stage) -> Device:
    device = await stage.desk("coordinator", "/verzoeken")
    await device.page.locator("main a[href*='verzoek=']").first.click()
    await device.settled()
    return device


@scene
async def desk_zorg(stage: Stage) -> Device:
    return await stage.desk("coordinator", "/vrijwilligers/zorg")


@scene
async def desk_bericht(stage: Stage) -> Device:
    device = await stage.desk("coordinator", "/vrijwilligers")
    await device.page.locator("header .files .button").first.click()
    await device.page.locator(".list ul label").first.click()
    await device.page.locator(".bar .button.main").click()
    await device.page.locator("dialog textarea").wait_for()
    return device


@scene
async def desk_agenda(stage: Stage) -> Device:
    return await stage.desk("staff-veenhuizen", "/agenda")


async def _dates(page: Page, *days: int) -> None:
    for field, day in zip(await page.locator("input[type=date]").all(), days, strict=False):
        await field.fill(in_days(day))


async def _kept(stage: Stage, persona: str, path: str) -> Device:
    """A phone with the shell and the lists on it, at a path."""
    device = await stage.phone(persona, "/uitnodigingen")
    await device.page.evaluate(WORKER_READY)
    await device.page.wait_for_timeout(3000)
    await device.open(path)
    await device.settled()
    return device


def _match(stage: Stage, persona: str) -> str:
    matches: list[dict[str, Any]] = stage.screen(persona).post({"query": MATCH}).json()["data"]["myMatches"]
    return str(next(match["id"] for match in matches if match["state"] == "ACTIVE"))
