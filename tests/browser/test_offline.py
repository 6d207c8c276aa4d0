"""Without a line, in a real Chromium: the server is killed and comes back, the app is closed and opened again. What was
answered meanwhile arrives by itself, exactly once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from playwright.async_api import Route, expect

from tests.browser.axe import in_light_and_dark
from tests.browser.coming import a_coming_visit, it_is_over
from tests.browser.devices import Devices
from tests.browser.shots import shot
from tests.browser.two_logs import of_two_logs_one_stands_and_none_is_lost
from tests.browser.without_a_line import (
    FROM,
    Line,
    asked_on,
    closed_and_reopened,
    kept,
    last_asked,
    look_at,
    never,
    offers_of,
    ready_to_go,
    rows,
    say_yes,
    waits,
    without_sync,
)
from tests.browser.woken import asked, turned_on
from tests.journeys.product import Product
from tests.journeys.screens import Screen, document_ids
from tests.push.service import PushService, a_push_service

if TYPE_CHECKING:
    from tests.conftest import DemoWorld

pytestmark = pytest.mark.asyncio(loop_scope="session")

H1 = "main h1"
A_MINUTE = 60_000
TITLES = "self.registration.getNotifications().then((all) => all.map(({ title }) => title))"
NO_WINDOW = """() => {
  self.clients.matchAll = async () => [];
  self.clients.openWindow = async () => { throw new Error('not now'); };
}"""


@pytest.fixture
def line(product: Product) -> Line:
    return Line(product)


@pytest_asyncio.fixture(loop_scope="session")
async def service() -> AsyncIterator[PushService]:
    async with a_push_service() as running:
        yield running


async def test_a_yes_without_a_line_waits_and_arrives_once(devices: Devices, line: Line, demo_world: DemoWorld) -> None:
    (phone,) = await asked_on(devices, "volunteer-10")
    async with line.gone():
        page = await closed_and_reopened(phone, "/uitnodigingen")
        await expect(page.get_by_text(FROM)).to_be_visible()
        await shot(page, "zonder-verbinding-uitnodigingen")
        assert await in_light_and_dark(page) == []
        for path in ("/koppelingen", "/bezoeken"):
            await page.goto(line.origin + path)
            await expect(page.get_by_text(FROM)).to_be_visible()
            await shot(page, f"zonder-verbinding{path.replace('/', '-')}")
            assert await in_light_and_dark(page) == []
        await page.goto(line.origin + "/uitnodigingen")
        await look_at(page, "volunteer-10")
        await expect(page.locator(H1)).to_have_text("Iemand in Veenhuizen vraagt om bezoek")
        await shot(page, "zonder-verbinding-uitnodiging")
        await page.get_by_role("button", name="Accepteren").click()
        await expect(page.locator(H1)).to_have_text("Je ja wacht op verbinding")
        await expect(page.get_by_text("Het is gelukt")).to_have_count(0)
        await shot(page, "zonder-verbinding-ja-wacht")
        assert await in_light_and_dark(page) == []
        await page.get_by_role("link", name="Naar uitnodigingen").click()
        await waits(page, "Je ja voor Veenhuizen")
        await shot(page, "zonder-verbinding-rij")
        assert await in_light_and_dark(page) == []
        page = await closed_and_reopened(phone, "/uitnodigingen")
        await waits(page, "Je ja voor Veenhuizen")
        await page.get_by_role("link", name="Bekijk: Je ja voor Veenhuizen").click()
        await expect(page.locator(H1)).to_have_text("Je ja wacht op verbinding")
    await expect(page.locator(H1)).to_have_text("Het is gelukt", timeout=A_MINUTE)
    await shot(page, "zonder-verbinding-gelukt")
    assert await offers_of(demo_world.settings, "volunteer-10") == [("ACCEPTED", 1)]
    assert phone.problems == []


async def test_an_answer_that_got_lost_on_its_way_back_is_asked_for_again(
    devices: Devices, demo_world: DemoWorld
) -> None:
    """The server has done it, the phone does not know: the trap in which things are done twice."""
    (phone,) = await asked_on(devices, "volunteer-11")
    await without_sync(phone)
    heard: list[int] = []

    async def lose_the_answer(route: Route) -> None:
        if document_ids()["AcceptOffer"] in (route.request.post_data or "") and len(heard) < 2:
            heard.append((await route.fetch()).status)
            await route.abort()
        else:
            await route.continue_()

    await phone.page.route("**/graphql", lose_the_answer)
    await say_yes(phone.page, "volunteer-11")
    await expect(phone.page.locator(H1)).to_have_text("Je ja wacht op verbinding")
    await expect(phone.page.locator(H1)).to_have_text("Het is gelukt", timeout=A_MINUTE)
    assert heard == [200, 200]
    assert await offers_of(demo_world.settings, "volunteer-11") == [("ACCEPTED", 1)]


async def test_a_yes_that_somebody_else_was_before_is_told_kindly(devices: Devices, demo_world: DemoWorld) -> None:
    late, first = await asked_on(devices, "volunteer-12", "volunteer-13")
    await late.context.set_offline(True)
    await say_yes(late.page, "volunteer-12")
    await expect(late.page.locator(H1)).to_have_text("Je ja wacht op verbinding")
    await say_yes(first.page, "volunteer-13")
    await expect(first.page.locator(H1)).to_have_text("Het is gelukt")
    await late.page.get_by_role("link", name="Naar uitnodigingen").click()
    await late.context.set_offline(False)
    row = late.page.get_by_role("listitem").filter(has_text="Iemand was je net voor. Fijn dat je wilde.")
    await expect(row).to_be_visible(timeout=A_MINUTE)
    await shot(late.page, "zonder-verbinding-te-laat")
    assert await in_light_and_dark(late.page) == []
    await row.get_by_role("link", name="Bekijk").click()
    await expect(late.page.locator(H1)).to_have_text("Iemand was je net voor")
    await late.page.get_by_role("link", name="Naar uitnodigingen").click()
    await expect(late.page.locator(H1)).to_have_text("Uitnodigingen")
    await expect(row).to_have_count(0)
    assert await offers_of(demo_world.settings, "volunteer-12") == [("WITHDRAWN", 0)]


async def test_two_phones_of_one_person_are_one_yes(devices: Devices, demo_world: DemoWorld) -> None:
    (phone,) = await asked_on(devices, "volunteer-14")
    tablet = await devices.one("volunteer-14", phone=True)
    await ready_to_go(tablet)
    await tablet.context.set_offline(True)
    await say_yes(tablet.page, "volunteer-14")
    await expect(tablet.page.locator(H1)).to_have_text("Je ja wacht op verbinding")
    await say_yes(phone.page, "volunteer-14")
    await expect(phone.page.locator(H1)).to_have_text("Het is gelukt")
    await tablet.context.set_offline(False)
    await expect(tablet.page.locator(H1)).to_have_text("Het is gelukt", timeout=A_MINUTE)
    assert await offers_of(demo_world.settings, "volunteer-14") == [("ACCEPTED", 1)]
    matches = await asyncio.to_thread(lambda: Screen(devices.origin, "volunteer-14").ask("MyMatches")["myMatches"])
    for device in (phone, tablet):
        await device.open("/koppelingen")
        running = device.page.locator("main > a.card.offer")
        await expect(running).to_have_count(len([each for each in matches if each["state"] != "ENDED"]))


async def test_who_changes_their_mind_before_it_went_out_says_only_that(
    devices: Devices, demo_world: DemoWorld
) -> None:
    (phone,) = await asked_on(devices, "volunteer-15")
    page = phone.page
    await phone.context.set_offline(True)
    await say_yes(page, "volunteer-15")
    await page.get_by_role("button", name="Toch niet").click()
    await page.get_by_role("radio", name="Te ver").check()
    await page.get_by_role("button", name="Geef mijn antwoord door").click()
    await waits(page, "Nu niet voor Veenhuizen")
    await expect(page.get_by_text("Je ja voor Veenhuizen")).to_have_count(0)
    # the list of before stands for as long as no other comes: what was answered is no open question in it
    asked = page.locator(f'a[href="/uitnodigingen/{last_asked("volunteer-15")}"]')
    looks: list[str] = []
    await page.route("**/graphql", never("MyOffers", looks))
    await phone.context.set_offline(False)
    await expect(page.get_by_role("listitem").filter(has_text="Verzonden.")).to_be_visible(timeout=A_MINUTE)
    await expect(asked).to_have_count(0)
    # when the line was back, and at once when the answer was sent
    async with asyncio.timeout(10):
        while len(looks) < 2:
            await asyncio.sleep(0.05)
    assert await offers_of(demo_world.settings, "volunteer-15") == [("DECLINED", 0)]


@pytest.mark.notifications
async def test_a_yes_on_the_lock_screen_in_a_tunnel_arrives_once(
    devices: Devices, line: Line, demo_world: DemoWorld, service: PushService
) -> None:
    """One tap, the app is never opened, and the browser wakes the worker when there is a line again."""
    woken = await turned_on(devices, service, "volunteer-16")
    await ready_to_go(woken.device)
    await asked(line.origin, "volunteer-16")
    (news,) = await woken.woken()
    page, worker = woken.device.page, woken.worker
    async with line.gone():
        await page.goto("about:blank")
        await worker.evaluate(NO_WINDOW)
        await woken.press(news["tag"], "accept")
        async with asyncio.timeout(15):
            while await worker.evaluate(TITLES) != ["Je ja wacht op verbinding"]:
                await asyncio.sleep(0.1)
    told = {"origin": line.origin, "registrationId": woken.registration, "tag": "outbox", "lastChance": False}
    await woken.cdp.send("ServiceWorker.dispatchSyncEvent", told)
    async with asyncio.timeout(60):
        while await offers_of(demo_world.settings, "volunteer-16") != [("ACCEPTED", 1)]:
            await asyncio.sleep(0.2)
    # the phone itself says how it went, in the place of what it said before
    async with asyncio.timeout(15):
        while await worker.evaluate(TITLES) != ["Het is gelukt"]:
            await asyncio.sleep(0.1)
    await woken.device.open("/uitnodigingen")
    row = page.get_by_role("listitem").filter(has_text="Verzonden. Het is gelukt.")
    await expect(row).to_be_visible(timeout=A_MINUTE)
    await shot(page, "zonder-verbinding-verzonden")
    assert await in_light_and_dark(page) == []


async def test_a_visit_is_logged_inside_and_arrives_once(devices: Devices, line: Line, demo_world: DemoWorld) -> None:
    persona, visit = await a_coming_visit(line.origin, "CONFIRMED")
    await it_is_over(demo_world.settings, visit["id"])
    phone = await devices.one(persona, phone=True)
    await ready_to_go(phone)
    async with line.gone():
        page = await closed_and_reopened(phone, "/bezoeken")
        await page.locator(f'a[href="/bezoeken/{visit["id"]}/verslag"]').click()
        await expect(page.get_by_label("Duur (min)")).to_have_value("60")
        kilometres = visit["suggestedKilometres"]
        await expect(page.get_by_label("Reis (km)")).to_have_value("" if kilometres is None else f"{kilometres:g}")
        await page.get_by_label("Reis (km)").fill("31")
        await page.get_by_label("Reis (km)").press("Tab")
        await shot(page, "zonder-verbinding-verslag")
        await page.get_by_role("button", name="Klopt, opslaan").click()
        await waits(page, "60 minuten, 31 km")
        await page.get_by_role("link", name="Wijzig: Bezoek van").click()
        await expect(page.get_by_text("Wacht op verbinding. Je kunt het nog wijzigen.")).to_be_visible()
        await expect(page.get_by_label("Reis (km)")).to_have_value("31")
        await page.get_by_role("button", name="5 minuten minder").click()
        await page.get_by_role("button", name="Klopt, opslaan").click()
        await waits(page, "55 minuten, 31 km")
        await shot(page, "zonder-verbinding-bezoek-rij")
        assert await in_light_and_dark(page) == []
        assert len((await kept(page) or {})["outbox"]) == 1
        await page.close()
    page = phone.page = await phone.context.new_page()
    await page.goto(line.origin + "/bezoeken")
    await expect(page.get_by_role("listitem").filter(has_text="Verzonden.")).to_be_visible(timeout=A_MINUTE)
    logs = await rows(demo_world.settings, "select * from visit_log where visit_id = $1::uuid", visit["id"])
    assert [(each["minutes"], float(each["travel_kilometres"])) for each in logs] == [(55, 31.0)]
    await page.get_by_role("button", name="Gezien").click()
    await expect(page.get_by_role("heading", name="Je antwoorden")).to_have_count(0)


async def test_a_log_that_is_refused_is_mended_with_what_was_filled_in(devices: Devices, demo_world: DemoWorld) -> None:
    persona, visit = await a_coming_visit(devices.origin, "CONFIRMED", "PROPOSED", after=timedelta(hours=1))
    (before,) = await rows(
        demo_world.settings,
        "select p.* from presence p join visit v on v.presence_id = p.id where v.id = $1::uuid",
        visit["id"],
    )
    await it_is_over(demo_world.settings, visit["id"])
    phone, tablet = await devices.one(persona, phone=True), await devices.one(persona, phone=True)
    page = phone.page
    for device in (phone, tablet):
        await ready_to_go(device)
        # which of the two comes first is for the test to say, and not for whom the browser wakes
        await without_sync(device)
        await device.open(f"/bezoeken/{visit['id']}/verslag")
        await expect(device.page.get_by_label("Duur (min)")).to_have_value("60")
        await device.context.set_offline(True)
    await tablet.page.get_by_label("Reis (km)").fill("31")
    await tablet.page.get_by_role("button", name="Klopt, opslaan").click()
    await waits(tablet.page, "60 minuten, 31 km")
    await page.get_by_label("Reis (km)").fill("17")
    await page.get_by_role("button", name="Klopt, opslaan").click()
    await waits(page, "60 minuten, 17 km")
    await rows(
        demo_world.settings,
        "update presence set starts_at = $2, ends_at = $3 where id = $1",
        *(before[name] for name in ("id", "starts_at", "ends_at")),
    )
    await phone.context.set_offline(False)
    row = page.get_by_role("listitem").filter(has_text="Geweigerd: Dit kan na")
    await expect(row).to_be_visible(timeout=A_MINUTE)
    await shot(page, "zonder-verbinding-geweigerd")
    assert await in_light_and_dark(page) == []
    await it_is_over(demo_world.settings, visit["id"])
    await row.get_by_role("link", name="Maak in orde").click()
    await expect(page.get_by_role("alert")).to_contain_text("Dit kan na")
    await expect(page.get_by_label("Reis (km)")).to_have_value("17")
    await shot(page, "zonder-verbinding-in-orde")
    await page.get_by_role("button", name="Klopt, opslaan").click()
    await expect(page.get_by_role("status").filter(has_text="Opgeslagen")).to_be_visible()
    await expect(row).to_have_count(0)
    (log,) = await rows(demo_world.settings, "select * from visit_log where visit_id = $1::uuid", visit["id"])
    assert float(log["travel_kilometres"]) == 17
    await of_two_logs_one_stands_and_none_is_lost(tablet, persona)
