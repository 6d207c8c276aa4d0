"""A coordinator's inbox by keyboard, on a laptop and on a tablet: find, keep a view, give a request to another
organisation, who takes it over."""

from __future__ import annotations

import asyncio
import json
import re
from uuid import uuid4

import pytest
from playwright.async_api import Request, expect

from tests.browser.devices import Device, Devices
from tests.browser.keyboard import Keyboard
from tests.browser.shots import shot
from tests.browser.test_axe import _axe, _sideways
from tests.journeys.screens import Screen, asks

pytestmark = pytest.mark.asyncio(loop_scope="session")

GIVE = "Uit handen geven"
# as long as a name can be, on more than one line
VIEW = "Van niemand en die wachten al heel lang"
# nothing of it touches the edge
FITS = """(link) => {
  const range = document.createRange();
  range.selectNodeContents(link);
  const [text, box] = [range.getBoundingClientRect(), link.getBoundingClientRect()];
  return text.height > 30 && text.top - box.top >= 4 && box.bottom - text.bottom >= 4;
}"""


async def _desk(devices: Devices, persona: str, *, tablet: bool = False, dark: bool = False) -> Device:
    device = await devices.one(persona, dark=dark)
    if tablet:
        await device.page.set_viewport_size({"width": 820, "height": 1180})
    return device


async def test_keys_walk_the_list_open_a_request_and_come_back(devices: Devices) -> None:
    device = await _desk(devices, "coordinator")
    page = device.page
    await device.open("/verzoeken")
    await device.settled()
    rows = page.locator("[data-request]")
    await expect(rows.first).to_have_attribute("aria-current", "true")
    first = str(await rows.first.get_attribute("data-request"))
    await page.keyboard.press("j")
    await expect(rows.nth(1)).to_be_focused()
    await expect(rows.nth(1)).to_have_attribute("aria-current", "true")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("k")
    await page.keyboard.press("k")
    await expect(rows.first).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("[data-detail]")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(rows.first).to_be_focused()
    # faster than the next request opens: what has the focus is that request, not the one whose place it takes
    await page.evaluate("""() => {
        const of = (key) => new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        const press = (key) => document.activeElement.dispatchEvent(of(key));
        press('ArrowDown');
        document.querySelectorAll('[data-request]')[1].focus();
        press('Enter');
    }""")
    await expect(rows.nth(1)).to_have_attribute("aria-current", "true")
    await expect(page.locator("[data-detail]")).to_be_focused()
    await page.keyboard.press("Escape")
    await page.keyboard.press("k")
    await expect(rows.first).to_be_focused()
    await expect(rows.first).to_have_attribute("aria-current", "true")
    await page.keyboard.press("/")
    search = page.get_by_role("searchbox")
    await expect(search).to_be_focused()
    # what is typed is typed
    async with page.expect_response(lambda answer: _lists(answer.request, "jk")):
        await page.keyboard.type("jk")
        await expect(search).to_have_value("jk")
    async with page.expect_response(lambda answer: _lists(answer.request, None)):
        await page.keyboard.press("ControlOrMeta+a")
        await page.keyboard.press("Delete")
    await expect(page.locator("ul[aria-busy=true]")).to_have_count(0)
    await expect(rows.first).to_have_attribute("data-request", first)
    await page.keyboard.press("Escape")
    await expect(rows.first).to_be_focused()
    await page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Toetsen bij verzoeken")
    await expect(dialog).to_be_visible()
    assert await _axe(device) == []
    await dialog.get_by_label("Gebruik de toetsen").press("Space")
    await page.keyboard.press("Escape")
    await expect(rows.first).to_be_focused()
    await page.keyboard.press("j")
    await expect(rows.first).to_be_focused()
    await page.keyboard.press("ArrowDown")
    await expect(rows.nth(1)).to_be_focused()
    assert device.problems == []


def _lists(request: Request, search: str | None) -> bool:
    """Whether this asks for the list of what is searched for."""
    if not asks(request, "RequestInbox"):
        return False
    wanted: str | None = json.loads(request.post_data or "")["variables"]["filter"]["search"]
    return wanted == search


@pytest.mark.parametrize("tablet", [False, True])
async def test_a_link_shows_the_same_and_nobody_says_why(devices: Devices, tablet: bool) -> None:
    device = await _desk(devices, "coordinator", tablet=tablet)
    page, keyboard = device.page, Keyboard(device.page)
    await device.open("/verzoeken")
    await device.settled()
    await keyboard.press(page.get_by_role("button", name="Meer filters"))
    whose = page.get_by_label("Van wie", exact=True)
    ours = re.search(r"[0-9]+", await whose.locator("option[value=OURS]").inner_text())
    assert ours, "a count is there"
    await whose.select_option("OURS")
    await expect(page).to_have_url(re.compile(r"van=ons"))
    await expect(page.get_by_role("status").filter(has_text=" van ")).to_have_text(
        re.compile(rf"^{ours[0]} van [0-9]+ open$")
    )
    await device.settled()
    shown = await page.locator("[data-request]").evaluate_all("rows => rows.map((row) => row.dataset.request)")
    colleague = await _desk(devices, "coordinator", tablet=tablet)
    await colleague.open(re.sub(r"verzoek=[^&]*", "", page.url.removeprefix(device.origin)))
    await colleague.settled()
    rows = colleague.page.locator("[data-request]")
    assert await rows.evaluate_all("rows => rows.map((row) => row.dataset.request)") == shown
    # nobody: why, and how to see somebody again
    await device.open("/verzoeken?van=ons&soort=camp")
    await device.settled()
    await expect(page.get_by_role("heading", name="Met deze filters wacht niemand")).to_be_visible()
    await expect(page.get_by_text("Je kijkt naar: ")).to_contain_text("Van ons")
    assert await _axe(device) == [] and await _sideways(device) == []
    await shot(page, f"inbox-niemand-{'tablet' if tablet else 'laptop'}")
    await keyboard.press(page.get_by_role("button", name=re.compile("^Zonder “Kamp”")))
    await expect(page.locator("[data-request]").first).to_be_visible()
    await expect(page).to_have_url(re.compile(r"van=ons"))
    assert device.problems == []


async def test_a_view_is_kept_opens_first_and_goes_away(devices: Devices) -> None:
    device = await _desk(devices, "coordinator-exodus")
    page, keyboard = device.page, Keyboard(device.page)
    await device.open("/verzoeken?van=iedereen")
    await device.settled()
    await keyboard.press(page.get_by_role("button", name="Bewaar weergave"))
    name = page.get_by_label("Naam van de weergave")
    await keyboard.press(page.get_by_role("button", name="Opslaan", exact=True))
    await expect(name).to_be_focused()  # which is what is missing
    await page.keyboard.type(VIEW)
    await keyboard.to(page.get_by_label("Open deze als eerste"))
    await page.keyboard.press("Space")
    await keyboard.press(page.get_by_role("button", name="Opslaan", exact=True))
    view = page.get_by_role("navigation", name="Weergaven").get_by_role("link", name=VIEW)
    await expect(view).to_have_attribute("aria-current", "true")
    assert await view.evaluate(FITS)
    await shot(page, "inbox-weergave-lang-laptop")
    assert await _axe(device) == []
    await device.open("/verzoeken")
    await expect(page).to_have_url(re.compile("van=iedereen"))
    await keyboard.press(page.get_by_role("button", name="Pas aan: weergaven"))
    await keyboard.press(page.get_by_role("button", name=f"Haal {VIEW} weg"))
    await expect(view).to_have_count(0)
    assert device.problems == []


@pytest.mark.parametrize("tablet", [False, True])
async def test_a_request_goes_over_when_both_agree(devices: Devices, tablet: bool) -> None:
    request, pseudonym = await asyncio.to_thread(_wish, devices.origin)
    ours = await _desk(devices, "coordinator", tablet=tablet)
    page, keyboard = ours.page, Keyboard(ours.page)
    await ours.open(f"/verzoeken?verzoek={request}")
    await ours.settled()
    await page.locator("summary").filter(has_text=GIVE).press("Enter")
    await page.get_by_role("button", name="Vraag een andere organisatie").press("Enter")
    dialog = page.get_by_role("dialog")
    await dialog.get_by_label("Humanitas").press("Space")
    assert await _axe(ours) == []
    await keyboard.press(dialog.get_by_role("button", name="Stel voor"))
    await expect(page.get_by_role("heading", name="Voorgesteld aan Humanitas")).to_be_visible()
    await expect(page.get_by_role("button", name=re.compile("^Nodig"))).to_have_count(0)
    await shot(page, f"inbox-voorgesteld-{'tablet' if tablet else 'laptop'}")

    theirs = await _desk(devices, "coordinator-humanitas", tablet=tablet, dark=tablet)
    await theirs.open("/verzoeken")
    await theirs.settled()
    waiting = theirs.page.get_by_role("region", name="Nemen jullie dit over?")
    await waiting.get_by_role("link").filter(has_text=pseudonym).press("Enter")
    detail = theirs.page.locator("[data-detail]")
    await expect(detail.get_by_role("heading", name=re.compile("vraagt of jullie dit overnemen$"))).to_be_visible()
    await expect(detail.get_by_role("button", name="Toon naam")).to_have_count(0)
    assert await _axe(theirs) == [] and await _sideways(theirs) == []
    await theirs.settled()
    await shot(theirs.page, f"inbox-overnemen-{'tablet' if tablet else 'laptop'}")
    await detail.get_by_role("button", name="Neem over").press("Enter")
    await expect(detail.get_by_role("button", name="Toon naam")).to_be_visible()
    await expect(waiting).to_have_count(0)

    await ours.open(f"/verzoeken?verzoek={request}")
    await expect(page.get_by_role("heading", name="Dit verzoek is er niet meer")).to_be_visible()
    assert ours.problems == theirs.problems == []


def _wish(origin: str) -> tuple[str, str]:
    """Staff at Veenhuizen enter a wish for the coordinator's organisation by name: its id and pseudonym."""
    staff, coordinator = Screen(origin, "staff-veenhuizen"), Screen(origin, "coordinator")
    facility, organisation = (
        screen.ask("Viewer")["viewer"]["current"][tenant]["id"]
        for screen, tenant in ((staff, "facility"), (coordinator, "organisation"))
    )
    # letters only, and somebody nobody entered before
    family_name = "Overdracht " + "".join(chr(ord("a") + int(digit, 16)) for digit in uuid4().hex[:12])
    wish = {
        "facilityId": facility,
        "organisationId": organisation,
        "activityKind": "ONE_TO_ONE",
        "languages": ["nl"],
        "detainee": {"givenName": "Winston", "familyName": family_name, "wing": None},
        "consent": True,
    }
    made = staff.do("RequestVisit", wish)
    assert made["__typename"] == "RequestVisitSuccess", made
    return made["request"]["id"], made["request"]["pseudonym"]
