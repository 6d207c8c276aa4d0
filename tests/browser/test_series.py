"""A fixed appointment in a real Chromium: agreed on with the dates before one's eyes, one time skipped and taken back,
one moved, confirmed by the prison in one go, and stopped."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest
from playwright.async_api import Page, Route, expect

from tests.browser.axe import in_light_and_dark
from tests.browser.devices import Device, Devices
from tests.browser.shots import shot
from tests.journeys.screens import Screen, document_ids
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.settings import Login
from vrijplaats.visits.series.holidays import holidays_on
from vrijplaats.visits.series.rules import SHOWN

if TYPE_CHECKING:
    from tests.conftest import DemoWorld

pytestmark = pytest.mark.asyncio(loop_scope="session")

PERSONA = "volunteer-5"
MATCH = "{ myMatches { id facility { id } } }"
MOMENTS = "query($id: ID!) { visitingMoments(matchId: $id) { startsAt placesLeft } }"
BLOCK = """
insert into blocked_day (facility_id, day, cause) values ($1::uuid, $2, 'STAFFING')
on conflict (facility_id, day) do update set cause = 'STAFFING'
"""


def _asked(origin: str, query: str, variables: dict[str, Any] | None = None) -> Any:
    answer = Screen(origin, PERSONA).post({"query": query, "variables": variables or {}})
    return answer.json()["data"]


def _times(first: datetime) -> list[datetime]:
    return [first + timedelta(weeks=2 * number) for number in range(SHOWN)]


def _moment(starts_at: str) -> datetime:
    return datetime.fromisoformat(starts_at).astimezone(AMSTERDAM)


def _first_time(moments: list[dict[str, Any]]) -> str:
    """A free hour from next week on; one whose rhythm meets a holiday, when there is one in reach, but not at once: the
    second time it is closed for another reason."""
    free: list[str] = [each["startsAt"] for each in moments if each["placesLeft"]]
    later = [each for each in free if _moment(each) > datetime.now(AMSTERDAM) + timedelta(days=7)]
    able = [each for each in later if not holidays_on(day.date() for day in _times(_moment(each))[:2])]
    return next((each for each in able if holidays_on(day.date() for day in _times(_moment(each))[2:])), able[0])


async def _scene(devices: Devices, demo_world: DemoWorld) -> tuple[str, str]:
    """The match, and a first time; the second time the prison has too few staff."""
    match = (await asyncio.to_thread(_asked, devices.origin, MATCH))["myMatches"][0]
    moments = await asyncio.to_thread(_asked, devices.origin, MOMENTS, {"id": match["id"]})
    first = _first_time(moments["visitingMoments"])
    connection = await asyncpg.connect(demo_world.settings.dsn(Login.ADMIN))
    await connection.execute(BLOCK, match["facility"]["id"], _times(_moment(first))[1].date())
    await connection.close()
    return match["id"], first


async def _choose(page: Page, first: str) -> None:
    await page.get_by_role("link", name="Maak een vaste afspraak").click()
    await expect(page.get_by_role("heading", level=1, name="Vaste afspraak")).to_be_visible()
    await expect(page.get_by_role("heading", name="Zo wordt het")).to_be_visible()
    await page.get_by_role("button", name="Kies een ander moment").click()
    wanted, more = page.locator(f'input[value="{first}"]'), page.get_by_role("button", name="Toon meer dagen")
    await wanted.or_(more).first.wait_for(state="attached")
    if not await wanted.count():
        await more.click()
    await wanted.check()
    await page.get_by_role("button", name="Bekijk hoe het wordt").click()


async def _agree(phone: Device, match: str, first: str) -> None:
    page = phone.page
    await phone.open(f"/koppelingen/{match}")
    await shot(page, "vaste-afspraak-nog-niet")
    assert await in_light_and_dark(page) == []
    await _choose(page, first)
    preview = page.get_by_role("region", name="Zo wordt het")
    await expect(preview.get_by_role("listitem")).to_have_count(SHOWN)
    await expect(preview.get_by_text("Dan is het dicht: te weinig personeel")).to_be_visible()
    for name in holidays_on(day.date() for day in _times(_moment(first))[2:]).values():
        await expect(preview.get_by_text(name["nl"])).to_be_visible()
    await preview.scroll_into_view_if_needed()
    await shot(page, "vaste-afspraak-zo-wordt-het")
    assert await in_light_and_dark(page) == []
    await page.get_by_role("button", name="Spreek dit af").click()
    await expect(page.get_by_role("heading", level=1, name="Elke 2 weken op")).to_be_visible()


async def test_a_rhythm_is_agreed_on_and_each_time_is_ones_own(devices: Devices, demo_world: DemoWorld) -> None:
    match, first = await _scene(devices, demo_world)
    phone = await devices.one(PERSONA, phone=True)
    page = phone.page
    await _agree(phone, match, first)
    times = page.get_by_role("region", name="De komende keren").get_by_role("listitem")
    await expect(times).to_have_count(SHOWN)
    await expect(times.nth(0).get_by_text("Gevraagd")).to_be_visible()
    await expect(times.nth(1).get_by_text("Kan niet", exact=True)).to_be_visible()
    await shot(page, "vaste-afspraak")
    assert await in_light_and_dark(page) == []

    # one skipped, and taken back; meanwhile no other can be pressed for nothing
    goes_on = asyncio.Event()

    async def slowly(route: Route) -> None:
        if document_ids()["SkipOccurrence"] in (route.request.post_data or ""):
            await goes_on.wait()
        await route.continue_()

    await page.route("**/graphql", slowly)
    await times.nth(0).get_by_role("button", name="Sla ").click()
    await expect(times.nth(2).get_by_role("button", name="Sla ")).to_have_attribute("aria-disabled", "true")
    goes_on.set()
    await expect(times.nth(0).get_by_text("Overgeslagen")).to_be_visible()
    await page.get_by_role("button", name="Maak ongedaan").click()  # stands there for eight seconds
    await expect(times.nth(0).get_by_text("Gevraagd")).to_be_visible()
    await times.nth(0).get_by_role("button", name="Sla ").click()
    await expect(times.nth(0).get_by_text("Overgeslagen")).to_be_visible()
    await shot(page, "vaste-afspraak-overgeslagen")
    assert await in_light_and_dark(page) == []
    await times.nth(0).get_by_role("button", name="Toch gaan").click()
    await expect(times.nth(0).get_by_text("Gevraagd")).to_be_visible()

    # one that cannot be gets another moment
    await times.nth(1).get_by_role("link", name="Ander moment").click()
    await expect(page.get_by_text("De rest van je vaste afspraak blijft staan.")).to_be_visible()
    await page.get_by_role("radio").first.check()
    await page.get_by_role("button", name="Vraag dit moment aan").click()
    await page.get_by_role("link", name="Naar je vaste afspraak").click()
    await expect(page.get_by_text("Verzet, was")).to_be_visible()
    assert phone.problems == []


async def test_the_prison_confirms_them_in_one_go(devices: Devices) -> None:
    phone, desk = await devices.one(PERSONA, phone=True), await devices.one("staff-veenhuizen")
    await phone.open("/ik")
    name = await phone.page.locator("main h1").inner_text()
    await desk.open("/agenda")
    page = desk.page
    await expect(page.get_by_role("heading", name="Wacht op jullie antwoord")).to_be_visible()
    show_all = page.get_by_role("button", name="Toon alle")
    if await show_all.count():
        # as many as the menu says
        many = (await show_all.inner_text()).removeprefix("Toon alle ").removesuffix(" bezoeken")
        await expect(page.get_by_role("link", name="Agenda")).to_contain_text(many)
        await show_all.click()
    card = page.get_by_role("group", name=name).filter(has=page.get_by_role("checkbox"))
    await card.scroll_into_view_if_needed()
    await card.get_by_label("Waar?").select_option("SUPERVISED_HALL")
    await card.get_by_role("checkbox").check()
    await shot(page, "agenda-vaste-afspraak")
    assert await in_light_and_dark(page) == []
    await card.get_by_role("button", name="Bevestig").click()
    await expect(card).to_have_count(0)

    match = (await asyncio.to_thread(_asked, devices.origin, MATCH))["myMatches"][0]["id"]
    page = phone.page
    await phone.open(f"/koppelingen/{match}/ritme")
    times = page.get_by_role("region", name="De komende keren").get_by_role("listitem")
    confirmed = times.filter(has_text="Bevestigd")
    await expect(confirmed.nth(2)).to_be_visible()
    before = await confirmed.count()
    # what the prison counts on is asked about first
    await confirmed.last.get_by_role("button", name="Sla ").click()
    await expect(page.get_by_role("dialog").get_by_text("dan krijgen zij bericht")).to_be_visible()
    assert await in_light_and_dark(page) == []
    await page.get_by_role("dialog").get_by_role("button", name="Sla over").click()
    await expect(confirmed).to_have_count(before - 1)
    await expect(page.get_by_role("button", name="Maak ongedaan")).to_have_count(0)


async def test_another_rhythm_shows_what_stays_and_stopping_calls_off_what_is_planned(devices: Devices) -> None:
    match = (await asyncio.to_thread(_asked, devices.origin, MATCH))["myMatches"][0]["id"]
    phone = await devices.one(PERSONA, phone=True)
    page = phone.page
    await phone.open(f"/koppelingen/{match}/moment?dag=zzz")  # an address can say anything
    await expect(page.get_by_role("heading", level=1, name="Kies een moment")).to_be_visible()
    await expect(page.get_by_text("Je kunt kiezen vanaf morgen.")).to_be_visible()
    await phone.open(f"/koppelingen/{match}/ritme")
    await page.get_by_role("link", name="Wijzig de vaste afspraak").click()
    await page.get_by_role("radio", name="Elke 3 weken").check(force=True)
    await expect(page.get_by_role("heading", name="Deze zijn al bevestigd")).to_be_visible()
    await page.get_by_role("radio", name="Zeg ook af").scroll_into_view_if_needed()
    await shot(page, "vaste-afspraak-anders")
    assert await in_light_and_dark(page) == []
    await page.get_by_role("button", name="Spreek dit af").click()
    await expect(page.get_by_role("heading", level=1, name="Elke 3 weken op")).to_be_visible()

    await page.get_by_role("button", name="Stop de vaste afspraak").click()
    await shot(page, "vaste-afspraak-stoppen")
    assert await in_light_and_dark(page) == []
    await page.get_by_role("dialog").get_by_role("radio", name="Zeg ook af").check(force=True)
    await page.get_by_role("dialog").get_by_role("button", name="Stop", exact=True).click()
    await expect(page.get_by_role("link", name="Maak een vaste afspraak")).to_be_visible()
    assert phone.problems == []
