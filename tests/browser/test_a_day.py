"""A coordinator's whole day, once on a laptop and once on a tablet: figures, requests, Verdeel, register, care, a
message, and who stands in tomorrow. A volunteer answers from a phone meanwhile."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import asyncpg
import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.devices import Device, Devices
from tests.browser.shots import shot
from tests.browser.targets import too_small
from tests.conftest import DemoWorld
from tests.journeys.screens import Screen
from vrijplaats.core import clock
from vrijplaats.settings import Login

pytestmark = pytest.mark.asyncio(loop_scope="session")

VIEW = "Nog te vragen"
NOT_ASKED = {"whose": "OURS", "standing": "NOT_ASKED"}
_OUT = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# whoever the first suggestion is: the demo has no key for them
_A_KEY = """
insert into demo_persona (key, person_id, membership_id, position)
select $1, m.person_id, m.id, 1000 from volunteer v
join membership m on m.person_id = v.person_id and m.organisation_id = v.organisation_id and m.role = 'VOLUNTEER'
  and m.ended_at is null
where v.id = $2::uuid
"""


@dataclass(slots=True)
class Day:
    """Whose day it is, on which device."""

    device: Device
    screen: Screen
    tablet: bool

    @property
    def page(self) -> Page:
        """What is in view."""
        return self.device.page

    async def press(self, what: Locator) -> None:
        """With a finger or with the mouse."""
        await (what.tap() if self.tablet else what.click())

    async def to(self, place: str) -> None:
        """By the menu."""
        menu = self.page.get_by_role("navigation", name="Hoofdmenu")
        await self.press(menu.get_by_role("link", name=re.compile(rf"^{place}\b")))
        await expect(self.page.get_by_role("heading", level=1).first).to_be_visible()

    async def seen(self, name: str) -> None:
        """A picture; nothing runs past the margin, and on a tablet everything is large enough for a finger."""
        await shot(self.page, f"dag-{name}-{'tablet' if self.tablet else 'laptop'}")
        assert await self.page.evaluate(_OUT) <= 0, name
        if self.tablet:
            assert await too_small(self.page) == [], name


# two organisations, so that the one's day takes nothing from the other's
@pytest.mark.parametrize(("persona", "tablet"), [("coordinator", False), ("coordinator-exodus", True)])
async def test_a_day_at_the_desk(devices: Devices, demo_world: DemoWorld, persona: str, tablet: bool) -> None:
    day = Day(await devices.one(persona, tablet=tablet), Screen(devices.origin, persona), tablet)
    await _a_number_opens_its_list_and_back(day)
    request = await asyncio.to_thread(_longest_with_somebody, day.screen)
    await _filters_are_kept_as_a_view(day)
    await _the_first_suggestion_is_asked(day, request)
    phone = await _the_volunteer_says_yes(devices, demo_world, request)
    await _it_is_seen_on_coming_back(day)
    await _the_rest_in_one_go(day)
    await _a_paper_is_seen_and_an_admission_looked_up(day)
    await _somebody_is_spoken_with(day)
    await _a_message_is_sent(day)
    await _a_colleague_stands_in_tomorrow(day)
    assert day.device.problems == phone.problems == []


async def _a_number_opens_its_list_and_back(day: Day) -> None:
    page = day.page
    await day.device.open("/overzicht")
    link = page.get_by_role("link", name=re.compile(r"^Nog niemand gevraagd \(\d+\)"))
    await expect(link).to_be_visible()
    await day.seen("overzicht")
    count = re.search(r"\d+", await link.inner_text())
    assert count
    await day.press(link)
    await expect(page.get_by_role("status").filter(has_text=" van ")).to_have_text(
        re.compile(rf"^{count[0]} van \d+ open$")
    )
    await page.go_back()
    await expect(page.get_by_role("heading", level=1, name="Overzicht")).to_be_visible()
    await expect(link).to_be_visible()


def _longest_with_somebody(screen: Screen) -> dict[str, Any]:
    """Of the own requests for which nobody was asked: who waits longest and could get somebody."""
    found = screen.ask("RequestInbox", first=50, after=None, filter=NOT_ASKED)["requestInbox"]
    for edge in found["edges"]:
        request: dict[str, Any] = screen.ask("RequestToMatch", id=edge["node"]["id"], suggestions=12)["visitRequest"]
        if request["suggestions"]:
            return request
    raise AssertionError("nobody could get somebody")


async def _filters_are_kept_as_a_view(day: Day) -> None:
    page = day.page
    await day.to("Verzoeken")
    await day.press(page.get_by_role("button", name="Meer filters"))
    await page.get_by_label("Van wie", exact=True).select_option("OURS")
    await page.get_by_label("Hoe het staat", exact=True).select_option("NOT_ASKED")
    await day.press(page.get_by_role("button", name="Bewaar weergave"))
    await page.get_by_label("Naam van de weergave").fill(VIEW)
    await day.seen("weergave-bewaren")
    await day.press(page.get_by_role("button", name="Opslaan", exact=True))
    view = page.get_by_role("navigation", name="Weergaven").get_by_role("link", name=VIEW)
    await expect(view).to_have_attribute("aria-current", "true")
    await day.seen("verzoeken")


async def _the_first_suggestion_is_asked(day: Day, request: dict[str, Any]) -> None:
    """On one line what happened before; why this one, in words."""
    page, first = day.page, request["suggestions"][0]
    await day.press(page.locator(f"[data-request='{request['id']}']"))
    detail = page.locator("[data-detail]")
    await expect(detail.get_by_role("heading", name=request["pseudonym"])).to_be_visible()
    course = detail.locator("summary").filter(has_text="Wat er gebeurde")
    await day.press(course)
    await expect(detail.get_by_role("listitem").filter(has_text="Gevraagd").first).to_be_visible()
    row = detail.get_by_role("listitem").filter(
        has=page.get_by_role("checkbox", name=first["volunteer"]["displayName"])
    )
    for reason in first["reasons"]:
        await expect(row.first).to_contain_text(reason)
    ticks = detail.locator("ol").get_by_role("checkbox")
    for number in range(await ticks.count()):
        await ticks.nth(number).set_checked(number == 0)
    await day.seen("verzoek")
    await day.press(detail.get_by_role("button", name=re.compile("^Nodig 1 mens uit")))
    await expect(page.get_by_text("Opgeslagen. 1 mens gevraagd.")).to_be_visible()
    asked = detail.get_by_role("listitem").filter(has_text="antwoord vóór")
    await expect(asked).to_contain_text(first["volunteer"]["displayName"])


async def _the_volunteer_says_yes(devices: Devices, demo_world: DemoWorld, request: dict[str, Any]) -> Device:
    volunteer = request["suggestions"][0]["volunteer"]["id"]
    connection = await asyncpg.connect(demo_world.settings.dsn(Login.ADMIN))
    try:
        assert await connection.execute(_A_KEY, volunteer, volunteer) == "INSERT 0 1"
    finally:
        await connection.close()
    phone = await devices.one(volunteer, phone=True)
    page = phone.page
    offers = (await asyncio.to_thread(Screen(devices.origin, volunteer).ask, "MyOffers"))["myOffers"]
    newest = max((each for each in offers if each["state"] == "LIVE"), key=lambda each: each["createdAt"])
    await phone.open(f"/uitnodigingen/{newest['id']}")
    assert request["pseudonym"] not in await page.locator("main").inner_text()
    await page.get_by_role("button", name="Accepteren").tap()
    await expect(page.get_by_role("heading", name="Het is gelukt")).to_be_visible()
    await shot(page, "dag-ja-phone")
    return phone


async def _it_is_seen_on_coming_back(day: Day) -> None:
    """Nothing is pressed: the screen looks again when somebody does, as it does by itself now and then."""
    await day.device.looked_at_again()
    await expect(day.page.locator("[data-detail]").get_by_text("Er is iemand.")).to_be_visible()
    # the same look asks which version there is
    await day.page.wait_for_load_state("networkidle")
    await expect(day.page.get_by_text("Er is een nieuwe versie.")).to_have_count(0)
    await day.seen("er-is-iemand")


async def _the_rest_in_one_go(day: Day) -> None:
    """Somebody is left out; who gets nobody is told with why."""
    page = day.page
    await day.to("Verdeel")
    await expect(page.get_by_role("heading", level=1, name=re.compile("iemand krijgen$"))).to_be_visible()
    ticks = page.get_by_role("region", name="Voorstel").get_by_role("checkbox")
    people = await ticks.count()
    assert people > 1
    await day.press(ticks.last)
    # who has room for two is one of them
    send = page.get_by_role("button", name=re.compile(r"^Nodig \d+ mens(en)? uit"))
    await expect(send).to_be_visible()
    await day.seen("verdeel")
    await day.press(send)
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_contain_text(re.compile(rf"Er ga(at|an) {people - 1} uitnodiging(en)? weg"))
    await day.seen("verdeel-zeker")
    await day.press(dialog.get_by_role("button", name="Verstuur"))
    asked = rf"^Opgeslagen\. (\d+ mens(en)? gevraagd, voor )?{people - 1} (mens(en)? gevraagd|verzoeken)\.$"
    await expect(page.get_by_text(re.compile(asked))).to_be_visible()
    await expect(page.get_by_role("heading", level=1)).to_be_focused()


async def _a_paper_is_seen_and_an_admission_looked_up(day: Day) -> None:
    page = day.page
    await day.to("Vrijwilligers")
    await page.get_by_label("Status", exact=True).select_option("In opleiding")
    # the former list stays until this one has come
    rows = page.locator("[data-volunteer]")
    await expect(rows.filter(has_not_text="In opleiding")).to_have_count(0)
    row = rows.first
    name = await row.locator("b").inner_text()
    await day.press(row)
    file = page.get_by_role("region", name=name)
    await expect(file.get_by_role("heading", level=2, name=name)).to_be_visible()
    admissions = file.locator("section").filter(has=page.get_by_role("heading", name="Toelatingen"))
    await expect(admissions.get_by_text("Aangevraagd")).to_be_visible()
    await day.seen("dossier")
    await day.press(file.get_by_role("button", name="Leg een papier vast"))
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Papier", exact=True).select_option("VOG")
    await dialog.get_by_label("Afgegeven door").fill("Justis")
    await day.seen("papier")
    await day.press(dialog.get_by_role("button", name="Opslaan"))
    await expect(dialog).to_have_count(0)
    await expect(file.get_by_text(re.compile("gezien door .* op ")).first).to_be_visible()


async def _somebody_is_spoken_with(day: Day) -> None:
    page = day.page
    await day.to("Verzoeken")
    await day.press(page.get_by_role("link", name=re.compile("^Zorg voor vrijwilligers")))
    await expect(page.get_by_role("heading", level=1, name="Zorg voor vrijwilligers")).to_be_visible()
    spoken = page.get_by_role("button", name=re.compile("^Gesproken: ")).first
    await expect(spoken).to_be_visible()
    name = str(await spoken.get_attribute("aria-label")).removeprefix("Gesproken: ")
    await day.seen("zorg")
    await day.press(spoken)
    await expect(page.get_by_role("region", name="Vandaag gesproken").get_by_text(f"{name}, door jou")).to_be_visible()


def _without_an_account(screen: Screen) -> re.Pattern[str]:
    """Whoever came from a file and has not joined yet: they get no message."""
    states = ["NOT_INVITED", "INVITED", "EXPIRED", "REFUSED", "NO_ADDRESS", "WAITING"]
    found = screen.ask("ImportedPeople", first=50, after=None, states=states, search=None)["importedPeople"]
    return re.compile("|".join(re.escape(edge["node"]["displayName"]) for edge in found["edges"]) or "(?!)")


async def _a_message_is_sent(day: Day) -> None:
    page = day.page
    await day.to("Vrijwilligers")
    await day.press(page.get_by_role("button", name="Stuur bericht"))
    unreached = await asyncio.to_thread(_without_an_account, day.screen)
    for number in range(2):
        await day.press(page.locator("ul label", has_not_text=unreached).nth(number))
    await expect(page.get_by_text("2 gekozen")).to_be_visible()
    await day.seen("bericht-kiezen")
    await day.press(page.get_by_role("button", name="Schrijf bericht"))
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Je bericht").fill("Morgen ben ik er niet. Bel gerust een collega.")
    await day.press(dialog.get_by_role("button", name="Verder"))
    await day.seen("bericht-versturen")
    await day.press(dialog.get_by_role("button", name="Stuur naar 2 vrijwilligers"))
    newest = page.get_by_role("region").filter(has_text="Morgen ben ik er niet.")
    await expect(newest.get_by_text("2 wachten nog")).to_be_visible()
    await day.seen("berichten")
    await day.press(newest.get_by_role("button", name="Voor wie was het bericht"))
    await expect(dialog.get_by_text("Wacht nog")).to_have_count(2)
    await day.press(dialog.get_by_role("button", name="Sluit"))


async def _a_colleague_stands_in_tomorrow(day: Day) -> None:
    page = day.page
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    await day.to("Mensen")
    card = page.get_by_role("region", name="Waarnemen")
    await day.press(card.get_by_role("button", name="Regel wie waarneemt"))
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Wie neemt waar", exact=True).select_option(index=1)
    await dialog.get_by_label("Eerste dag").fill(tomorrow)
    await day.seen("waarnemen")
    await day.press(dialog.get_by_role("button", name="Opslaan"))
    await expect(card.get_by_text(re.compile("neemt waar voor jou"))).to_be_visible()
    await day.seen("mensen")
