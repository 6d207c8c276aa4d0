"""Being woken, in a real Chromium with its own service worker: asked for by a tap, told in words, answered from the
notification. Encrypted by the program, opened by the test's own push service. When it is over: test_push_over."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.browser.axe import violations
from tests.browser.devices import Devices
from tests.browser.shots import shot
from tests.browser.without_a_line import ready_to_go
from tests.browser.woken import asked, cleared, turned_on
from tests.journeys.screens import Screen, asks
from tests.push.phones import MOVED, WokenPhone, a_woken_phone
from tests.push.service import PushService, a_push_service

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.notifications]


@pytest_asyncio.fixture(loop_scope="session")
async def service() -> AsyncIterator[PushService]:
    async with a_push_service() as running:
        yield running
        assert running.problems == []


async def test_one_tap_asks_and_the_same_place_turns_it_off(devices: Devices, service: PushService) -> None:
    woken = await a_woken_phone(await devices.one("volunteer-10", phone=True), service)
    page = woken.device.page
    await woken.device.open("/ik")
    section = page.locator("section").filter(has=page.get_by_role("heading", name="Meldingen op dit apparaat"))
    await expect(section.get_by_text("Meldingen staan uit.")).to_be_visible()
    await section.scroll_into_view_if_needed()
    await shot(page, "meldingen-uit")
    assert woken.keys == []
    await section.get_by_role("button", name="Zet meldingen aan").click()
    await expect(section.get_by_text("Meldingen staan aan.")).to_be_visible()
    assert len(woken.keys) == 1
    await expect(section.get_by_label("Stil vanaf")).to_have_value("22")
    await section.get_by_label("Stil vanaf").select_option("21")
    await expect(page.get_by_role("status").filter(has_text="Opgeslagen")).to_be_visible()
    await section.get_by_label("Stil tot").select_option("21")
    await expect(section.get_by_text("Kies twee verschillende uren.")).to_be_visible()
    await section.get_by_label("Stil tot").select_option("7")
    # one after the other: when the last has arrived, all have
    async with page.expect_response(lambda answer: asks(answer.request, "MuteNotices")):
        await section.get_by_label("Nieuws over een bezoek").uncheck()
    await page.reload()
    await expect(section.get_by_label("Stil vanaf")).to_have_value("21")
    await expect(section.get_by_label("Stil tot")).to_have_value("7")
    await expect(section.get_by_label("Nieuws over een bezoek")).not_to_be_checked()
    await expect(section.get_by_label("Iemand vraagt om bezoek")).to_be_checked()
    await section.scroll_into_view_if_needed()
    await shot(page, "meldingen-aan")
    for scheme in ("dark", "light"):
        await page.emulate_media(color_scheme=scheme)
        await shot(page, f"meldingen-aan-{scheme}")
        assert await violations(page) == []
    await section.get_by_role("button", name="Zet meldingen uit").click()
    await expect(section.get_by_text("Meldingen staan uit.")).to_be_visible()
    assert woken.known is None
    assert woken.device.problems == []


async def test_a_device_whose_address_changed_is_woken_at_the_new_one(devices: Devices, service: PushService) -> None:
    woken = await turned_on(devices, service, "volunteer-11")
    before = await woken.moved()
    assert woken.phone is not None and woken.phone is not before
    await asked(woken.device.origin, "volunteer-11")
    (news,) = await woken.woken()
    assert news["event"] == "offer.made"
    assert [each["tag"] for each in await woken.shown()] == [news["tag"]]
    assert before.got == []
    assert woken.device.problems == []


async def test_an_address_that_is_gone_with_nothing_new_comes_again_when_the_app_is_opened(
    devices: Devices, service: PushService
) -> None:
    woken = await turned_on(devices, service, "volunteer-17")
    device = woken.device
    await woken.worker.evaluate(MOVED, None)
    # who signs in again here has it as it was; what a page still asks would hear that its session is over
    await device.page.goto("about:blank")
    assert (await device.context.request.post(f"{devices.origin}/demo/sign-in", data={"persona": "volunteer-17"})).ok
    await asked(devices.origin, "volunteer-17")
    assert [each["event"] for each in await woken.woken()] == ["offer.made"]
    before = woken.phone
    assert before is not None
    before.answers.append((410, {}))
    await asked(devices.origin, "volunteer-17")
    elsewhere = Screen(devices.origin, "volunteer-17")
    async with asyncio.timeout(15):
        while not any(each["gone"] for each in (await asyncio.to_thread(elsewhere.ask, "MyPush"))["myPush"]["devices"]):
            await asyncio.sleep(0.1)
    await device.open("/ik")
    await expect(device.page.get_by_text("Meldingen staan aan.")).to_be_visible()
    assert woken.phone is not before
    woken.given = 0
    await asked(devices.origin, "volunteer-17")
    assert [each["event"] for each in await woken.woken()] == ["offer.made"]
    assert device.problems == []


async def test_who_said_no_to_the_browser_reads_how_to_mend_it(devices: Devices) -> None:
    device = await devices.one("volunteer-10", phone=True)
    # Chromium without a head has said no for its owner already
    await device.context.add_init_script("Object.defineProperty(Notification, 'permission', { get: () => 'denied' })")
    await device.open("/ik")
    await expect(device.page.get_by_text("Je browser houdt meldingen van Vrijplaats tegen.")).to_be_visible()
    await expect(device.page.get_by_role("button", name="Zet meldingen aan")).to_have_count(0)
    await shot(device.page, "meldingen-geblokkeerd")


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        ("iPhone Safari/1", "Op een iPhone of iPad kan het als Vrijplaats op je beginscherm staat."),
        ("Other/1", "Deze browser kan geen meldingen geven."),
    ],
)
async def test_a_browser_that_cannot_says_so_and_what_to_do(devices: Devices, agent: str, said: str) -> None:
    device = await devices.one("volunteer-10", phone=True)
    await device.context.add_init_script(
        f"delete window.PushManager; Object.defineProperty(navigator, 'userAgent', {{ get: () => '{agent}' }})"
    )
    await device.open("/ik")
    await expect(device.page.get_by_text(said)).to_be_visible()
    await expect(device.page.get_by_role("button", name="Zet meldingen aan")).to_have_count(0)


async def test_two_who_race_from_their_notifications(devices: Devices, service: PushService) -> None:
    first, second = [await turned_on(devices, service, persona) for persona in ("volunteer-11", "volunteer-12")]
    await asked(devices.origin, "volunteer-11", "volunteer-12")
    tags = []
    for woken in (first, second):
        (news,) = await woken.woken()
        (shown,) = await woken.shown()
        assert shown["title"] == "Iemand in Veenhuizen vraagt om bezoek"
        assert shown["body"].startswith("Antwoord vóór ") and shown["actions"] == ["Accepteren", "Bekijken"]
        tags.append(news["tag"])
    await asyncio.gather(first.press(tags[0], "accept"), second.press(tags[1], "accept"))

    winners = [woken for woken in (first, second) if await _won(woken)]
    assert len(winners) == 1
    (winner,) = winners
    (loser,) = [woken for woken in (first, second) if woken is not winner]
    await shot(winner.device.page, "melding-gelukt")
    await shot(loser.device.page, "melding-te-laat")
    await cleared(winner)
    # the question that was on the other phone is gone; kindly, and without a sound
    await loser.woken(2)
    (shown,) = await loser.shown()
    assert shown == {
        "title": "De vraag uit Veenhuizen is geregeld",
        "body": "Dank je wel.",
        "tag": tags[0 if loser is first else 1],
        "silent": True,
        "actions": [],
    }
    assert winner.device.problems == loser.device.problems == []


async def _won(woken: WokenPhone) -> bool:
    """Waits for either answer; whether it was the good one."""
    main = woken.device.page.locator("main")
    await expect(main).to_contain_text(re.compile("Je gaat op bezoek bij|Iemand was je net voor"))
    return "Je gaat op bezoek bij" in await main.inner_text()


async def test_two_phones_of_one_person_are_one_yes(devices: Devices, service: PushService) -> None:
    """Pressed on both: the same match on both, and one match. A message that comes twice is shown once."""
    phone, tablet = [await turned_on(devices, service, "volunteer-13") for _ in range(2)]
    before = len(Screen(devices.origin, "volunteer-13").ask("MyMatches")["myMatches"])
    await asked(devices.origin, "volunteer-13")
    (news,) = await phone.woken()
    await tablet.woken()
    await phone.give(news)
    (shown,) = await phone.shown()
    assert shown["silent"] is True
    for woken in (phone, tablet):
        await woken.press(news["tag"], "accept")
        await expect(woken.device.page.locator("main")).to_contain_text("Je gaat op bezoek bij")
    assert len(Screen(devices.origin, "volunteer-13").ask("MyMatches")["myMatches"]) == before + 1


@pytest.mark.parametrize("action", ["look", ""])
async def test_looking_opens_the_question(devices: Devices, service: PushService, action: str) -> None:
    """By the button, or by a tap on the notification itself, which is all there is on an iPhone."""
    woken = await turned_on(devices, service, "volunteer-14")
    await asked(devices.origin, "volunteer-14")
    (news,) = await woken.woken()
    await woken.press(news["tag"], action)
    page = woken.device.page
    await expect(page).to_have_url(f"{devices.origin}{news['path']}")
    await expect(page.get_by_role("button", name="Accepteren")).to_be_visible()
    await expect(page.get_by_role("button", name="Nu niet")).to_be_visible()
    assert await woken.shown() == []


async def test_a_yes_without_a_line_is_not_a_yes_yet(devices: Devices, service: PushService) -> None:
    woken = await turned_on(devices, service, "volunteer-15")
    await asked(devices.origin, "volunteer-15")
    (news,) = await woken.woken()

    await woken.worker.evaluate("() => { self.fetch = () => Promise.reject(new TypeError('no line')); }")
    await woken.press(news["tag"], "accept")
    page = woken.device.page
    # the app sends what the worker could not, with the key of the notification
    await expect(page.locator("main")).to_contain_text("Je gaat op bezoek bij", timeout=30_000)


async def test_a_yes_that_cannot_be_kept_is_still_for_nobody_but_who_was_asked(
    devices: Devices, service: PushService
) -> None:
    """Nothing is kept here any more, and the cookie is another person's by now: the server itself refuses."""
    woken = await turned_on(devices, service, "volunteer-20")
    context, page = woken.device.context, woken.device.page
    await ready_to_go(woken.device)
    await asked(devices.origin, "volunteer-20")
    (news,) = await woken.woken()
    worker = woken.worker
    await page.goto("about:blank")
    await worker.evaluate("() => { IDBFactory.prototype.open = () => { throw new DOMException('', 'UnknownError') }; }")
    assert (await context.request.post(f"{devices.origin}/demo/sign-in", data={"persona": "volunteer-19"})).ok
    async with context.expect_event("response", lambda answer: answer.status == 409) as refused:
        await woken.press(news["tag"], "accept")
    response = await refused.value
    mine = Screen(devices.origin, "volunteer-20").ask("Viewer")["viewer"]["current"]["id"]
    assert (await response.request.all_headers())["x-vrijplaats-given-as"] == mine
    assert response.url.endswith("/graphql")


async def test_without_a_window_the_phone_itself_says_how_it_went(devices: Devices, service: PushService) -> None:
    woken = await turned_on(devices, service, "volunteer-17")
    await asked(devices.origin, "volunteer-17")
    (news,) = await woken.woken()
    page = woken.device.page
    # the app is open nowhere: this is a page that is none of its windows
    worker = woken.worker
    await page.goto("about:blank")
    await worker.evaluate("self.clients.matchAll = async () => []")
    await woken.press(news["tag"], "accept")
    await woken.device.open("/uitnodigingen")
    (shown,) = await woken.standing()
    assert (shown["title"], shown["body"]) == ("Het is gelukt", "Tik om een moment te kiezen.")
    # a list that opens meanwhile does not take it away: only whoever sees that invitation has read it
    await woken.device.settled()
    assert len(await woken.shown()) == 1
    await woken.device.open(news["path"])
    await cleared(woken)
