"""A coordinator's half hour in the register, on a laptop and on a tablet: find, read, change, papers, admission."""

from __future__ import annotations

import asyncio
import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.devices import LAPTOP, PHONE, Device, Devices
from tests.browser.shots import shot
from tests.browser.test_axe import _axe, _sideways
from tests.journeys.screens import Screen

pytestmark = pytest.mark.asyncio(loop_scope="session")

_FIND = """query($statuses: [VolunteerStatus!]) { register(first: 100, statuses: $statuses) {
  edges { node { id displayName status } } } }"""
_FILE = """query($id: ID!) { volunteerFile(volunteerId: $id) {
  status place languages littleLanguages activityDenominations capacity admissions { answer } } }"""


def _somebody(screen: Screen, status: str, number: int) -> tuple[str, str]:
    """A volunteer of the coordinator's organisation in this status: id and name."""
    found = screen.post({"query": _FIND, "variables": {"statuses": [status]}}).json()["data"]["register"]["edges"]
    node = found[number]["node"]
    return node["id"], node["displayName"]


def _file(screen: Screen, volunteer: str) -> dict[str, object]:
    data = screen.post({"query": _FILE, "variables": {"id": volunteer}}).json()["data"]
    file: dict[str, object] = data["volunteerFile"]
    return file


async def _tablet(devices: Devices) -> Device:
    device = await devices.one("coordinator")
    await device.page.set_viewport_size({"width": 768, "height": 1024})
    return device


async def _open(device: Device, volunteer: str, name: str, status: str) -> None:
    """Found by name and status, and chosen from the list."""
    page = device.page
    await device.open("/vrijwilligers")
    await page.get_by_label("Status", exact=True).select_option(status)
    await page.get_by_role("searchbox").fill(name)
    await page.locator(f"[data-volunteer='{volunteer}']").click()
    await expect(page.get_by_role("heading", level=2, name=name)).to_be_visible()


async def _saved(page: Page) -> None:
    await page.get_by_role("dialog").get_by_role("button", name="Opslaan").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("tablet", [False, True])
async def test_half_an_hour_in_the_register(devices: Devices, tablet: bool) -> None:
    screen = Screen(devices.origin, "coordinator")
    # one who waits for an admission; another one on the tablet
    volunteer, name = await asyncio.to_thread(_somebody, screen, "IN_TRAINING", int(tablet))
    device = await _tablet(devices) if tablet else await devices.one("coordinator")
    page = device.page
    await _open(device, volunteer, name, "In opleiding")

    await page.get_by_role("button", name="Wijzig wie", exact=True).click()
    place = page.get_by_role("combobox", name="Woonplaats")
    await place.fill("Kerkstraat 12")
    await page.get_by_role("dialog").get_by_role("button", name="Opslaan").click()
    await expect(page.get_by_text("Woonplaats: kies een plaats uit de lijst.")).to_be_visible()
    assert await place.input_value() == "Kerkstraat 12"
    assert await _axe(device) == []
    await place.fill("hengelo (g")
    await page.get_by_role("option", name="Hengelo").first.wait_for()
    await page.keyboard.press("Enter")
    await _saved(page)
    await expect(page.get_by_text("Hengelo (Gelderland)").first).to_be_visible()

    await page.get_by_role("button", name="Wijzig talen en inzet").click()
    await page.get_by_role("combobox", name="Talen").fill("papi")
    await page.get_by_role("dialog").get_by_role("option", name="Papiaments").click()
    await page.get_by_role("dialog").get_by_role("checkbox", name="Papiaments").check()
    await page.get_by_label("Cursus").check()
    await page.get_by_label("Geestelijke verzorging").check()
    await page.get_by_role("group", name="Helpt bij geestelijke verzorging").get_by_label("Islamitisch").check()
    await page.get_by_role("spinbutton").fill("3")
    assert await _axe(device) == []
    await _saved(page)
    await expect(
        page.get_by_role("region", name=name).get_by_text(re.compile(r"Papiaments \(een beetje\)"))
    ).to_be_visible()
    await expect(page.get_by_role("region", name=name).get_by_text("Islamitisch", exact=True)).to_be_visible()

    await page.get_by_role("button", name="Leg een papier vast").click()
    await page.get_by_label("Papier", exact=True).select_option("Referentie")
    await expect(page.get_by_text("Dit zie je één keer. Het verloopt niet.")).to_be_visible()
    await page.get_by_label("Papier", exact=True).select_option("VOG")
    await page.get_by_label("Afgegeven door").fill("Justis")
    await page.get_by_label("Screeningsprofiel").fill("45")
    assert await _axe(device) == []
    await shot(page, f"papier-gezien-{'tablet' if tablet else 'laptop'}")
    await _saved(page)
    await expect(page.get_by_role("region", name=name).get_by_text(re.compile("profiel 45"))).to_be_visible()

    await page.get_by_role("button", name=re.compile("^Leg het antwoord van")).first.click()
    await page.get_by_role("radio", name="Toegelaten", exact=True).check()
    await _saved(page)
    await expect(page.get_by_role("button", name=re.compile("^Beëindig de toelating"))).to_have_count(1)

    await page.get_by_role("button", name="Wijzig status").click()
    await page.get_by_role("dialog").get_by_role("button", name="Opslaan").click()
    await expect(page.get_by_role("dialog").get_by_text("Kies eerst wat het wordt.")).to_be_visible()
    await page.get_by_label("Klaar om te beginnen").check()
    await _saved(page)
    await expect(page.get_by_text("Klaar om te beginnen, opgeslagen")).to_be_visible()
    await shot(page, f"vrijwilliger-klaar-{'tablet' if tablet else 'laptop'}")

    file = await asyncio.to_thread(_file, screen, volunteer)
    assert (file["status"], file["place"], file["capacity"]) == ("READY", "Hengelo (Gelderland)", 3)
    assert all("pap" in str(file[each]) for each in ("languages", "littleLanguages"))
    assert file["activityDenominations"] == ["MUSLIM"]
    assert "'answer': 'GRANTED'" in str(file["admissions"])

    await page.get_by_role("button", name="Maak ongedaan").click()
    # the button says that it is busy first: what stands beside it goes when it is done
    await expect(page.get_by_text("Klaar om te beginnen, opgeslagen")).to_have_count(0)
    assert (await asyncio.to_thread(_file, screen, volunteer))["status"] == "IN_TRAINING"
    if not tablet:
        await _still_helps_with_it(page)
    assert device.problems == []


async def _still_helps_with_it(page: Page) -> None:
    """After looking anew; and where chaplaincy goes, its denomination is not asked."""
    await page.reload()
    await page.get_by_role("button", name="Wijzig talen en inzet").click()
    dialog = page.get_by_role("dialog")
    helps = dialog.get_by_role("group", name="Helpt bij geestelijke verzorging")
    await expect(helps.get_by_label("Islamitisch")).to_be_checked()
    await expect(helps.get_by_label("Katholiek")).not_to_be_checked()
    await dialog.get_by_label("Geestelijke verzorging").uncheck()
    await expect(helps).to_have_count(0)
    await dialog.get_by_role("button", name="Annuleer").click()
    await expect(dialog).to_have_count(0)


async def test_the_list_is_walked_with_the_keys_and_narrowed(devices: Devices) -> None:
    device = await devices.one("coordinator")
    page = device.page
    await device.open("/vrijwilligers")
    rows = page.locator("[data-volunteer]")
    await rows.first.focus()
    await page.keyboard.press("ArrowDown")
    await expect(rows.nth(1)).to_be_focused()
    second = await rows.nth(1).locator("b").inner_text()
    await expect(page.get_by_role("heading", level=2, name=second)).to_be_visible()
    await page.get_by_role("button", name="Filters").click()
    await page.get_by_label("Verloopt binnenkort").check()
    await expect(page.get_by_role("button", name="Filters (1)")).to_be_visible()
    await expect(rows.first).to_contain_text(re.compile("t/m|verlopen"))
    await page.get_by_role("searchbox").fill("zzzz")
    await expect(page.get_by_text("Niemand past bij wat je zoekt.")).to_be_visible()
    await page.get_by_role("button", name="Toon iedereen").click()
    await expect(rows).not_to_have_count(0)
    await expect(page.get_by_role("searchbox")).to_have_value("")
    assert device.problems == []


@pytest.mark.parametrize("phone", [False, True])
async def test_the_list_begins_in_the_upper_half(devices: Devices, phone: bool) -> None:
    device = await devices.one("coordinator", phone=phone, dark=phone)
    await device.open("/vrijwilligers")
    first = device.page.locator("[data-volunteer]").first
    await first.wait_for()
    await device.settled()
    box = await first.bounding_box()
    assert box is not None
    assert box["y"] < (PHONE if phone else LAPTOP)["height"] / 2
    await shot(device.page, f"register-{'phone' if phone else 'laptop'}")
    await device.page.get_by_role("button", name="Meer", exact=True).click()
    await device.page.get_by_role("button", name="Filters").click()
    await shot(device.page, f"register-open-{'phone' if phone else 'laptop'}")
    assert await _axe(device) == [] and await _sideways(device) == []


async def test_on_a_phone_the_file_is_a_screen_of_its_own(devices: Devices) -> None:
    device = await devices.one("coordinator", phone=True)
    page = device.page
    await device.open("/vrijwilligers")
    await page.locator("[data-volunteer]").first.click()
    await page.get_by_role("heading", name="Papieren").wait_for()
    await expect(page.get_by_role("searchbox")).to_have_count(0)
    assert await _sideways(device) == []
    await page.get_by_role("link", name="Vrijwilligers").first.click()
    await expect(page.get_by_role("searchbox")).to_be_visible()
    assert device.problems == []


async def test_a_coordinator_says_which_papers_are_needed(devices: Devices) -> None:
    screen = Screen(devices.origin, "coordinator-exodus")
    device = await devices.one("coordinator-exodus")
    page = device.page
    await device.open("/vrijwilligers")
    await page.get_by_role("button", name="Meer", exact=True).click()
    await page.get_by_role("link", name="Welke papieren nodig zijn").click()
    await page.get_by_role("button", name="Nieuw papier").click()
    await page.get_by_label("Naam", exact=True).fill("geheimhouding")
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Wijzig VOG").click()
    await expect(page.get_by_label("Naam", exact=True)).to_have_value("VOG")
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Nieuw papier").click()
    await expect(page.get_by_label("Naam", exact=True)).to_have_value("")
    await page.get_by_label("Naam", exact=True).fill("geheimhouding")
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Nieuw papier").click()
    await expect(page.get_by_label("Naam", exact=True)).to_have_value("geheimhouding")
    await page.get_by_role("radio", name="Eén keer").check()
    assert await _axe(device) == []
    await _saved(page)
    await page.get_by_role("button", name="Kies waarvoor geheimhouding nodig is").click()
    await expect(page.get_by_text("Opgeslagen")).to_have_count(0)
    await page.get_by_label("Een-op-een").click()
    await expect(page.get_by_role("alert")).to_contain_text(re.compile(r"\d+ vrijwilligers die klaar of actief zijn"))
    assert await _axe(device) == []
    await shot(page, "papier-nodig-laptop")
    await page.get_by_role("button", name="Nee, laat zo").click()
    await expect(page.get_by_label("Een-op-een")).not_to_be_checked()
    await page.get_by_label("Een-op-een").click()
    await page.get_by_role("button", name="Ja, dit is nodig").click()
    await expect(page.get_by_text("Opgeslagen")).to_be_visible()
    await expect(page.get_by_label("Een-op-een")).to_be_checked()
    assert await _axe(device) == []
    await page.get_by_role("button", name="Klaar").click()
    await expect(page.get_by_text("Nodig voor: Een-op-een", exact=True)).to_be_visible()
    await page.get_by_role("button", name="Voeg toe").click()
    await page.get_by_label("Inrichting", exact=True).select_option(label="PI Dordrecht")
    await page.get_by_label("Papier", exact=True).select_option("VOG")
    await page.get_by_role("radio", name="Telt korter").check()
    await page.get_by_label("Geldt hooguit zoveel maanden").fill("1")
    assert await _axe(device) == []
    await page.get_by_role("button", name="Opslaan").click()
    await expect(page.get_by_role("alert")).to_contain_text("telt dit papier daar dan niet meer")
    assert await _axe(device) == []
    await shot(page, "papier-telt-korter-laptop")
    await page.get_by_role("button", name="Nee, laat zo").click()
    await page.get_by_label("Geldt hooguit zoveel maanden").fill("240")
    await _saved(page)
    await expect(page.get_by_text("VOG telt hooguit 240 maanden")).to_be_visible()
    await shot(page, "welke-papieren-laptop")
    asked = "{ paperPolicy { requirements { kind activityKind } validities { kind validMonths } } }"
    policy = (await asyncio.to_thread(screen.post, {"query": asked})).json()["data"]["paperPolicy"]
    assert {"kind": "GEHEIMHOUDING", "activityKind": "ONE_TO_ONE"} in policy["requirements"]
    assert policy["validities"] == [{"kind": "VOG", "validMonths": 240}]
    assert device.problems == []
