"""A question that is over leaves the phones it stood on, and a session that is over takes all of it along; a
coordinator hears how it went; what cannot be read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.devices import Device, Devices
from tests.browser.shots import shot
from tests.browser.woken import asked, cleared, turned_on
from tests.journeys.screens import Screen
from tests.push.phones import until
from tests.push.service import PushService, a_push_service

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.notifications]


@pytest_asyncio.fixture(loop_scope="session")
async def service() -> AsyncIterator[PushService]:
    async with a_push_service() as running:
        yield running
        assert running.problems == []


async def test_answered_in_the_app_the_question_is_gone_from_both_phones(
    devices: Devices, service: PushService
) -> None:
    phone, tablet = [await turned_on(devices, service, "volunteer-20") for _ in range(2)]
    await asked(devices.origin, "volunteer-20")
    (news,) = await phone.woken()
    await tablet.woken()
    await phone.device.open(news["path"])
    await phone.device.page.get_by_role("button", name="Accepteren").click()
    await expect(phone.device.page.locator("main")).to_contain_text("Je gaat op bezoek bij")
    await cleared(phone)
    await tablet.woken(2)
    (shown,) = await tablet.shown()
    assert shown == {
        "title": "Je antwoord op de vraag uit Veenhuizen is binnen",
        "body": "Dank je wel.",
        "tag": news["tag"],
        "silent": True,
        "actions": [],
    }
    assert phone.phone is not None and len(phone.phone.got) == 1
    await tablet.device.open("/uitnodigingen")
    await cleared(tablet)
    assert phone.device.problems == tablet.device.problems == []


async def test_opening_the_app_takes_down_what_is_over(devices: Devices, service: PushService) -> None:
    """Also when the phone was never told: it was off, or it was night."""
    woken = await turned_on(devices, service, "volunteer-17")
    await asked(devices.origin, "volunteer-17")
    (news,) = await woken.woken()
    assert len(await woken.shown()) == 1
    elsewhere = Screen(devices.origin, "volunteer-17")
    await asyncio.to_thread(elsewhere.do, "DeclineOffer", {"offerId": news["offer"], "reason": None})
    await woken.device.open("/uitnodigingen")
    await cleared(woken)


async def test_what_cannot_be_read_is_said_in_the_language_of_the_browser(
    devices: Devices, service: PushService
) -> None:
    woken = await turned_on(devices, service, "volunteer-17")
    told = {"origin": woken.device.origin, "registrationId": woken.registration, "data": "no json"}
    for language, body in (("nl-NL", "Er is nieuws. Tik om te kijken."), ("en-GB", "There is news. Tap to look.")):
        await woken.worker.evaluate(
            "(l) => Object.defineProperty(self.navigator, 'language', { get: () => l, configurable: true })", language
        )
        await woken.cdp.send("ServiceWorker.deliverPushMessage", told)
        async with asyncio.timeout(30):
            while [each["body"] for each in await woken.shown()] != [body]:
                await asyncio.sleep(0.1)
    await woken.press("news")
    await expect(woken.device.page).to_have_url(f"{devices.origin}/uitnodigingen")


async def test_a_session_that_is_over_asks_to_sign_in_and_leads_back(devices: Devices, service: PushService) -> None:
    woken = await turned_on(devices, service, "volunteer-16")
    await asked(devices.origin, "volunteer-16")
    (news,) = await woken.woken()
    other = Screen(devices.origin, "volunteer-16")
    (here,) = [row["id"] for row in other.ask("MySessions")["mySessions"] if row["current"]]
    await asyncio.to_thread(other.do, "EndOtherSessions", {"thisSessionId": here})
    await woken.press(news["tag"], "accept")
    page = woken.device.page
    await expect(page.get_by_text("Je bent hier uitgelogd. Log opnieuw in")).to_be_visible()
    await expect(page).to_have_url(f"{devices.origin}/inloggen?terug={news['path'].replace('/', '%2F')}&waarom=ENDED")
    await until(lambda: woken.known is None)
    assert await woken.shown() == []


async def test_signing_out_leaves_nothing(devices: Devices, service: PushService) -> None:
    woken = await turned_on(devices, service, "volunteer-18")
    await asked(devices.origin, "volunteer-18")
    await woken.woken()
    assert len(await woken.shown()) == 1
    page = woken.device.page
    await woken.device.open("/ik")
    await page.get_by_role("button", name="Log uit", exact=True).click()
    await expect(page).to_have_url(f"{devices.origin}/inloggen")
    await until(lambda: woken.known is None)
    await cleared(woken)
    kept = await page.evaluate("indexedDB.databases().then((all) => [all.length, Object.keys(localStorage)])")
    # how the device was left, whoever comes next
    assert kept[0] == 0 and set(kept[1]) <= {"vrijplaats.language", "vrijplaats.theme"}
    cookies = [each["name"] for each in await woken.device.context.cookies()]
    assert "vrijplaats" not in cookies
    kept_urls = await page.evaluate(
        "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((c) => c.keys()))))"
        ".then((all) => all.flat().map(({ url }) => new URL(url).pathname))"
    )
    assert "/graphql" not in kept_urls
    # another question is for nobody here any more
    await asked(devices.origin, "volunteer-18")
    await asyncio.sleep(2)
    assert woken.phone is not None and len(woken.phone.got) == 1


async def test_nobody_else_reads_what_was_for_the_former_owner(devices: Devices, service: PushService) -> None:
    """A coordinator has choices of their own; staff, at a shared desk, are never offered it."""
    desk: Device = await devices.one("coordinator")
    await desk.open("/ik")
    await expect(desk.page.get_by_text("Je hoort het meteen als er iets nieuws is.")).to_be_visible()
    shared = await devices.one("staff-veenhuizen")
    await shared.open("/ik")
    await expect(shared.page.get_by_role("heading", name="Meldingen op dit apparaat")).to_have_count(0)


async def test_a_coordinator_hears_at_once_who_said_yes_and_who_no(devices: Devices, service: PushService) -> None:
    """The notification has no name; the screen it opens has."""
    desk = await turned_on(devices, service, "coordinator")
    await asked(devices.origin, "volunteer-16", "volunteer-18")
    yes, no = [Screen(devices.origin, f"volunteer-{number}") for number in (16, 18)]

    def answer() -> list[str]:
        for who, verb in ((no, "DeclineOffer"), (yes, "AcceptOffer")):
            offer = max(who.ask("MyOffers")["myOffers"], key=lambda each: str(each["createdAt"]))
            given = {"offerId": offer["id"]} | ({"reason": None} if verb == "DeclineOffer" else {})
            assert who.do(verb, given)["__typename"] == f"{verb}Success"
        return [who.ask("Viewer")["viewer"]["displayName"] for who in (yes, no)]

    names = await asyncio.to_thread(answer)
    phone = desk.phone
    assert phone is not None
    await until(lambda: {"offer.declined", "offer.accepted"} <= set(phone.said))
    news = await desk.woken()
    said = {each["event"]: each for each in news}
    assert said["offer.accepted"]["said"][0] == "Een vrijwilliger zei ja op de vraag uit Veenhuizen"
    assert not [name for name in names if name in str(news)]
    await desk.press(said["offer.accepted"]["tag"])
    main = desk.device.page.locator("main")
    await expect(main.get_by_text("Ja gezegd")).to_be_visible()
    for name, state in zip(names, ("Ja gezegd", "Nu niet"), strict=True):
        await expect(main.get_by_role("listitem").filter(has_text=name).filter(has_text=state)).to_be_visible()
    await shot(desk.device.page, "melding-wie-ja-zei")
    # the app itself says who it was, and leads there as well
    await desk.device.open("/ik")
    await main.get_by_role("link").filter(has_text=f"{names[0]} zei ja op de vraag uit Veenhuizen").click()
    await expect(main.get_by_role("listitem").filter(has_text=names[0]).filter(has_text="Ja gezegd")).to_be_visible()
