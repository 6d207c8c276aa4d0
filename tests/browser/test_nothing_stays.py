"""What a phone keeps is its owner's: gone at signing out and when the session is over, never shown to or sent by
another person, and never on a workstation that others use. What was filled in half-way is there again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Page, expect

from tests.browser.axe import in_light_and_dark
from tests.browser.coming import a_coming_visit, it_is_over
from tests.browser.devices import Devices
from tests.browser.half_filled import forms_half_filled
from tests.browser.scenes_of_plans import in_days
from tests.browser.shots import shot
from tests.browser.without_a_line import (
    Line,
    asked_on,
    closed_and_reopened,
    kept,
    look_at,
    never,
    nothing_is_kept,
    nothing_waits,
    offers_of,
    ready_to_go,
    say_yes,
    without_sync,
)
from tests.journeys.product import Product
from tests.journeys.screens import Screen

if TYPE_CHECKING:
    from tests.conftest import DemoWorld

pytestmark = pytest.mark.asyncio(loop_scope="session")

H1 = "main h1"
A_MINUTE = 60_000
AN_ANSWER_OF_DAYS_AGO = """
(all) => new Promise((done, failed) => {
  const request = indexedDB.open('vrijplaats');
  request.onerror = () => failed(request.error);
  request.onsuccess = () => {
    const store = request.result.transaction('outbox', 'readwrite').objectStore('outbox');
    for (const days of all) store.add({
      key: crypto.randomUUID(), kind: 'accept', subject: `${days} days ago`, documentId: '', variables: {},
      personId: crypto.randomUUID(), membershipId: crypto.randomUUID(), madeAt: Date.now() - days * 86_400_000,
      tries: 0, faults: 0, state: 'waiting' });
    store.transaction.oncomplete = () => { request.result.close(); done(); };
  };
})
"""


@pytest.fixture
def line(product: Product) -> Line:
    return Line(product)


async def _half_kept(page: Page) -> None:
    """Written: the machine on which this runs may be slow."""
    async with asyncio.timeout(10):
        while not (await kept(page) or {}).get("drafts"):
            await asyncio.sleep(0.05)


async def test_only_what_the_lists_show_is_kept_and_no_family_name(devices: Devices) -> None:
    phone = await devices.one("volunteer-1", phone=True)
    await ready_to_go(phone)
    found = await kept(phone.page)
    assert found is not None and set(found) == {"outbox", "kept", "drafts"}
    assert set(found["kept"]) == {"viewer", "lists"} and found["outbox"] == found["drafts"] == {}
    lists = found["kept"]["lists"]["data"]
    assert set(lists) == {"myOffers", "myMatches", "myVisits"}
    assert {each["state"] for each in lists["myMatches"]} <= {"ACTIVE", "REVIEW"}
    assert {each["state"] for each in lists["myVisits"]} <= {"PROPOSED", "CONFIRMED"}
    assert {key for each in lists["myMatches"] for key in each["detainee"] or {}} <= {"__typename", "givenName"}
    assert "familyName" not in str(found) and "wing" not in str(found)


async def test_a_session_that_is_over_leaves_no_list_and_nobody_else_sends_what_waits(
    devices: Devices, demo_world: DemoWorld
) -> None:
    (phone,) = await asked_on(devices, "volunteer-11")
    page, origin = phone.page, devices.origin
    await without_sync(phone)
    await page.route("**/graphql", never("AcceptOffer"))
    await say_yes(page, "volunteer-11")
    await expect(page.locator(H1)).to_have_text("Je ja wacht op verbinding")

    def ended_from_elsewhere() -> None:
        other = Screen(origin, "volunteer-11")
        (here,) = [row["id"] for row in other.ask("MySessions")["mySessions"] if row["current"]]
        other.do("EndOtherSessions", {"thisSessionId": here})

    await asyncio.to_thread(ended_from_elsewhere)
    await page.goto(origin + "/bezoeken")
    await expect(page.get_by_text("Je bent hier uitgelogd. Log opnieuw in")).to_be_visible()
    await expect(page.get_by_text("Op dit apparaat is een antwoord bewaard.")).to_be_visible()
    await page.unroute("**/graphql")
    async with asyncio.timeout(10):
        while (found := await kept(page) or {})["kept"]:
            await asyncio.sleep(0.1)
    (item,) = found["outbox"].values()
    assert found["drafts"] == {} and item["state"] == "waiting"
    # ids and the place; not whose wish it is, nor who answers by name
    assert set(item) == {
        *("place", "key", "kind", "subject", "documentId", "variables", "personId", "membershipId", "city"),
        *("madeAt", "tries", "faults", "state"),
    }

    for persona in ("volunteer-12", "coordinator"):
        assert (await phone.context.request.post(f"{origin}/demo/sign-in", data={"persona": persona})).ok
        await phone.open("/")
        await page.wait_for_timeout(4_000)
        await expect(page.get_by_text("Je ja voor")).to_have_count(0)
        assert await offers_of(demo_world.settings, "volunteer-11") == [("LIVE", 0)]
    assert (await phone.context.request.post(f"{origin}/demo/sign-in", data={"persona": "volunteer-11"})).ok
    await phone.open("/uitnodigingen")
    row = page.get_by_role("listitem").filter(has_text="Verzonden. Het is gelukt.")
    await expect(row).to_be_visible(timeout=A_MINUTE)
    assert await offers_of(demo_world.settings, "volunteer-11") == [("ACCEPTED", 1)]


async def test_who_is_somebody_else_by_now_does_not_send_it_even_with_the_app_still_open(
    devices: Devices, demo_world: DemoWorld
) -> None:
    """The cookie is another person's, and this page has not heard: the server itself refuses."""
    (phone,) = await asked_on(devices, "volunteer-13")
    await phone.context.set_offline(True)
    await say_yes(phone.page, "volunteer-13")
    await expect(phone.page.locator(H1)).to_have_text("Je ja wacht op verbinding")
    assert (await phone.context.request.post(f"{devices.origin}/demo/sign-in", data={"persona": "volunteer-14"})).ok
    async with phone.page.expect_response(lambda answer: answer.status == 409, timeout=A_MINUTE) as refused:
        await phone.context.set_offline(False)
    assert "x-vrijplaats-given-as" in await (await refused.value).request.all_headers()
    # the app asks anew who is here, and shows nothing of the other
    await expect(phone.page.locator(H1)).to_have_text("Uitnodigingen", timeout=A_MINUTE)
    await expect(phone.page.get_by_text("Je ja voor")).to_have_count(0)
    assert await offers_of(demo_world.settings, "volunteer-13") == [("LIVE", 0)]


async def test_what_was_filled_in_half_way_is_there_again(devices: Devices, line: Line, demo_world: DemoWorld) -> None:
    persona, visit = await a_coming_visit(line.origin, "CONFIRMED", "PROPOSED")
    await it_is_over(demo_world.settings, visit["id"])
    phone = await devices.one(persona, phone=True)
    await ready_to_go(phone)
    report = f"/bezoeken/{visit['id']}/verslag"
    await phone.open(report)
    await phone.page.get_by_label("Reis (km)").fill("44")
    await phone.page.get_by_role("button", name="5 minuten meer").click()
    await expect(phone.page.get_by_label("Duur (min)")).to_have_value("65")
    await _half_kept(phone.page)
    page = await closed_and_reopened(phone, report)
    await expect(page.get_by_label("Reis (km)")).to_have_value("44")
    await expect(page.get_by_label("Duur (min)")).to_have_value("65")
    await page.get_by_role("button", name="Klopt, opslaan").click()
    await expect(page.get_by_role("status").filter(has_text="Opgeslagen")).to_be_visible()
    await nothing_waits(page)


async def test_a_reason_half_given_is_there_again(devices: Devices) -> None:
    (phone,) = await asked_on(devices, "volunteer-15")
    offers = await asyncio.to_thread(lambda: Screen(devices.origin, "volunteer-15").ask("MyOffers")["myOffers"])
    path = f"/uitnodigingen/{max(offers, key=lambda offer: offer['createdAt'])['id']}"
    await phone.open(path)
    await phone.page.get_by_role("button", name="Nu niet").click()
    await phone.page.get_by_role("radio", name="Te ver").check()
    await _half_kept(phone.page)
    page = await closed_and_reopened(phone, path)
    await page.get_by_role("button", name="Nu niet").click()
    await expect(page.get_by_role("radio", name="Te ver")).to_be_checked()


async def test_forms_about_oneself_are_there_again_and_say_that_they_are_not_saved(devices: Devices) -> None:
    """Choices, numbers and days; what somebody writes is not on the phone. What changed meanwhile is said."""
    screen = Screen(devices.origin, "volunteer-1")
    matches = await asyncio.to_thread(lambda: screen.ask("MyMatches")["myMatches"])
    rhythm = f"/koppelingen/{next(each['id'] for each in matches if each['state'] == 'ACTIVE')}/ritme/kies"
    phone = await devices.one("volunteer-1", phone=True)
    most, every, weeks = await forms_half_filled(phone, rhythm, first_away := in_days(200))
    assert "Zorro" not in str(await kept(phone.page))
    await asyncio.to_thread(lambda: screen.do("SetCapacity", {"capacity": most + 2}))
    note = "Dit vulde je eerder in. Het is nog niet opgeslagen."
    page = await closed_and_reopened(phone, "/ik/beschikbaarheid/week")
    await expect(page.get_by_text(note)).to_be_visible()
    await expect(page.get_by_role("button", name=every)).to_be_visible()
    await shot(page, "half-week")
    assert await in_light_and_dark(page) == []
    await page.get_by_role("button", name="Begin opnieuw").click()
    await expect(page.get_by_text(note)).to_have_count(0)
    await phone.open("/ik/beschikbaarheid/aantal")
    await expect(page.get_by_text("Intussen is het ergens anders gewijzigd.")).to_be_visible()
    await expect(page.get_by_role("spinbutton")).to_have_value(str(most + 1))
    await shot(page, "half-aantal-gewijzigd")
    assert await in_light_and_dark(page) == []
    await phone.open("/ik/beschikbaarheid/weg")
    await expect(page.get_by_label("Eerste dag")).to_have_value(first_away)
    await expect(page.get_by_text(note)).to_be_visible()
    await phone.open("/ik/beschikbaarheid/pauze")
    await expect(page.get_by_role("radio", name="Tot ik het zeg")).to_be_checked()
    await shot(page, "half-pauze")
    await phone.open(rhythm)
    await expect(page.locator(f'input[type="radio"][value="{weeks}"]')).to_be_checked()
    await expect(page.get_by_text(note)).to_be_visible()
    await shot(page, "half-ritme")
    await phone.open("/ik/gegevens")
    await page.get_by_role("button", name="Vraag een correctie").click()
    await expect(page.get_by_role("radio", name="Mijn talen")).to_be_checked()
    assert phone.problems == []


async def test_where_nothing_can_be_kept_that_is_said_and_the_rest_works(
    devices: Devices, demo_world: DemoWorld
) -> None:
    (phone,) = await asked_on(devices, "volunteer-16")
    await phone.context.add_init_script(
        "IDBFactory.prototype.open = () => { throw new DOMException('', 'UnknownError') }"
    )
    page = phone.page
    await phone.open("/uitnodigingen")
    await look_at(page, "volunteer-16")
    await expect(page.locator(H1)).to_have_text("Iemand in Veenhuizen vraagt om bezoek")
    await phone.context.set_offline(True)
    await page.get_by_role("button", name="Accepteren").click()
    await expect(page.get_by_text("Nog niet verstuurd. Er is geen verbinding")).to_be_visible()
    await expect(page.get_by_text("Op dit toestel kan het niet bewaard worden.")).to_be_visible()
    await shot(page, "zonder-verbinding-niet-bewaard")
    assert await in_light_and_dark(page) == []
    await phone.context.set_offline(False)
    await page.get_by_role("button", name="Accepteren").click()
    await expect(page.locator(H1)).to_have_text("Het is gelukt")
    assert await offers_of(demo_world.settings, "volunteer-16") == [("ACCEPTED", 1)]


async def test_what_nobody_comes_back_to_send_does_not_stay_for_ever(devices: Devices) -> None:
    """Of somebody who was here once, as it lies there after a month; what was answered just now still goes."""
    desk = await devices.one("volunteer-6")
    await ready_to_go(desk)
    await desk.page.evaluate(AN_ANSWER_OF_DAYS_AGO, [31, 0])
    assert len((await kept(desk.page) or {})["outbox"]) == 2
    answer = await desk.context.request.post(f"{desk.origin}/demo/sign-in", data={"persona": "staff-veenhuizen"})
    assert answer.ok
    await desk.open("/agenda")
    async with asyncio.timeout(10):
        while len((found := await kept(desk.page) or {})["outbox"]) > 1:
            await asyncio.sleep(0.1)
    assert [item["subject"] for item in found["outbox"].values()] == ["0 days ago"]


async def test_a_pause_takes_the_invitations_it_withdraws_out_of_what_is_kept(devices: Devices) -> None:
    """As every verb does: what is kept follows at once, not only when the app is opened again."""
    (phone,) = await asked_on(devices, "volunteer-5")
    page = phone.page
    await phone.open("/ik/beschikbaarheid/pauze")
    assert (await kept(page) or {})["kept"]["lists"]["data"]["myOffers"]
    await page.get_by_label("Laatste dag").fill(in_days(3))
    await expect(page.get_by_role("heading", name="Dit loopt nu")).to_be_visible()
    await page.get_by_role("button", name="Begin pauze").last.click()
    await expect(page).to_have_url(f"{devices.origin}/ik/beschikbaarheid")
    async with asyncio.timeout(10):
        while (await kept(page) or {})["kept"]["lists"]["data"]["myOffers"]:
            await asyncio.sleep(0.1)
    # the pause itself is not kept: nothing is promised that it holds back
    await phone.context.set_offline(True)
    await phone.open("/uitnodigingen")
    await expect(page.get_by_text("Niemand wacht op jouw antwoord")).to_be_visible()
    await expect(page.get_by_text("Zodra iemand om bezoek vraagt")).to_have_count(0)


@pytest.mark.parametrize(("persona", "path"), [("coordinator", "/verzoeken"), ("staff-veenhuizen", "/nieuw-verzoek")])
async def test_desks_keep_nothing_not_even_half_a_form(devices: Devices, persona: str, path: str) -> None:
    desk = await devices.one(persona)
    await desk.open(path)
    if persona.startswith("staff"):
        await desk.page.get_by_label("Voornaam").fill("Zorro")
        # of which chaplaincy somebody asks is asked for that only, and stays nowhere either
        await expect(desk.page.get_by_label("Richting")).to_have_count(0)
        await desk.page.get_by_role("radio", name="Anders").check(force=True)
        await desk.page.get_by_label("Richting").select_option("Islamitisch")
        await expect(desk.page.get_by_text("Vraagt om: islamitisch")).to_be_visible()
        assert await in_light_and_dark(desk.page) == []
    await desk.page.wait_for_timeout(3_000)
    await nothing_is_kept(desk.page)
