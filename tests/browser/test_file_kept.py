"""What is kept in a file beside papers: whom to call, a pass, notes and when somebody can; at a desk, and on the phone
of whom it is about."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta

import pytest
from playwright.async_api import Locator, Page, Route, expect

from tests.browser.axe import in_light_and_dark
from tests.browser.devices import Device, Devices
from tests.browser.keyboard import Keyboard
from tests.browser.shots import shot
from tests.browser.test_axe import _sideways
from vrijplaats.core import clock

pytestmark = pytest.mark.asyncio(loop_scope="session")
WHO = "Tjitske Hoekstra"
NOTE = "Belt liever na zes uur."
WHOSE = ("Wie", "Talen en inzet")


async def _file(devices: Devices) -> Device:
    desk = await devices.one("coordinator")
    await desk.open("/vrijwilligers")
    await desk.page.get_by_role("searchbox").fill(WHO)
    await desk.page.locator("[data-volunteer]").filter(has_text=WHO).first.click()
    await expect(desk.page.get_by_role("heading", level=2, name=WHO)).to_be_visible()
    return desk


def _part(page: Page, title: str) -> Locator:
    return page.locator("section.card").filter(has=page.get_by_role("heading", level=3, name=title, exact=True))


async def _looked_at(device: Device, name: str, *, opened: bool = False) -> None:
    assert await in_light_and_dark(device.page) == []
    # another width would be another screen, without what is open on it
    if not opened and await device.page.get_by_role("dialog").count() == 0:
        assert await _sideways(device) == []
    await shot(device.page, name)


async def test_whom_to_call_is_written_by_the_volunteer_and_opened_by_the_coordinator(devices: Devices) -> None:
    phone = await devices.one("volunteer-12", phone=True)
    page, dialog = phone.page, phone.page.get_by_role("dialog")
    await phone.open("/ik/gegevens")
    await Keyboard(page).press(page.get_by_role("button", name="Vul in"))
    await dialog.get_by_label("Naam").fill("Sjoerd Hoekstra")
    await dialog.get_by_label("Telefoonnummer").fill("12")
    await page.keyboard.press("Enter")
    await expect(dialog.get_by_text("vul een heel telefoonnummer in")).to_be_visible()
    await _looked_at(phone, "noodcontact-telefoon-vragen")
    await dialog.get_by_label("Telefoonnummer").fill("06 12345678")
    await dialog.get_by_label("Wie is het?").fill("broer")
    await dialog.get_by_role("button", name="Opslaan").click()
    await expect(page.get_by_text("Sjoerd Hoekstra")).to_be_visible()

    desk = await _file(devices)
    part = _part(desk.page, "Bij nood")
    await part.scroll_into_view_if_needed()
    await expect(part.get_by_text("Verzegeld")).to_be_visible()
    await expect(desk.page.get_by_text("Sjoerd Hoekstra")).to_have_count(0)
    await shot(desk.page, "noodcontact-laptop-dicht")
    await Keyboard(desk.page).press(part.get_by_role("button", name=re.compile("^Toon")))
    await expect(part.get_by_text("Sjoerd Hoekstra")).to_be_visible()
    await _looked_at(desk, "noodcontact-laptop-open", opened=True)
    await part.get_by_role("button", name="Verberg").click()
    await expect(desk.page.get_by_text("Sjoerd Hoekstra")).to_have_count(0)

    await phone.open("/ik/gegevens")
    await page.get_by_text("Wie dit opende").click()
    await expect(page.get_by_text("Anja Mulder").first).to_be_visible()
    await _looked_at(phone, "noodcontact-telefoon-gelezen")
    assert phone.problems == desk.problems == []


async def test_a_contact_that_is_hidden_stands_in_no_dialog_without_being_opened_again(devices: Devices) -> None:
    phone = await devices.one("volunteer-12", phone=True)
    await _calls(phone, "Femke Dijk")
    desk = await _file(devices)
    dialog, part = desk.page.get_by_role("dialog"), _part(desk.page, "Bij nood")
    name, change = dialog.get_by_label("Naam"), part.get_by_role("button", name=re.compile("^(Wijzig|Vul in)"))
    await part.get_by_role("button", name=re.compile("^Toon")).click()
    await change.click()
    await expect(name).to_have_value("Femke Dijk")
    await name.fill("Femke Dijkstra")
    await desk.page.keyboard.press("Escape")
    await change.click()
    await expect(name).to_have_value("Femke Dijkstra")
    await dialog.get_by_role("button", name="Annuleer").click()
    await change.click()
    await expect(name).to_have_value("Femke Dijk")
    await name.fill("Femke Dijkstra")
    await desk.page.keyboard.press("Escape")
    await part.get_by_role("button", name="Verberg").click()
    await change.click()
    await expect(name).to_have_value("")
    await dialog.get_by_role("button", name="Annuleer").click()
    # what was changed meanwhile is what stands there
    await _calls(phone, "Rik Dijk")
    # also when it comes after the dialog was opened
    asking = asyncio.Event()
    await desk.page.route("**/graphql", lambda route: _after(asking, route))
    await part.get_by_role("button", name=re.compile("^Toon")).click()
    await change.click()
    await expect(name).to_have_value("")
    asking.set()
    await expect(name).to_have_value("Rik Dijk")
    assert phone.problems == desk.problems == []


async def _after(moment: asyncio.Event, route: Route) -> None:
    await moment.wait()
    await route.continue_()


async def _calls(phone: Device, name: str) -> None:
    """The volunteer writes down whom to call."""
    page, dialog = phone.page, phone.page.get_by_role("dialog")
    await phone.open("/ik/gegevens")
    card = page.locator("section").filter(has=page.get_by_role("heading", name="Wie bellen we als er iets met je is?"))
    await card.get_by_role("button", name=re.compile("^(Wijzig|Vul in)")).click()
    await dialog.get_by_label("Naam").fill(name)
    await dialog.get_by_label("Telefoonnummer").fill("06 12345678")
    await dialog.get_by_role("button", name="Opslaan").click()
    await expect(card.get_by_text(name)).to_be_visible()


async def test_a_note_is_read_by_whom_it_is_about(devices: Devices) -> None:
    desk = await _file(devices)
    page, dialog = desk.page, desk.page.get_by_role("dialog")
    part = _part(page, "Notities")
    await expect(part.get_by_text("Dit leest de vrijwilliger ook.")).to_be_visible()
    await Keyboard(page).press(part.get_by_role("button", name=re.compile("^Schrijf")))
    await dialog.get_by_label("Notitie").fill("Staat in het detentieplan")
    await dialog.get_by_role("button", name="Opslaan").click()
    await expect(dialog.get_by_text("laat weg wat over een plan gaat")).to_be_visible()
    await expect(dialog.get_by_label("Notitie")).to_have_value("Staat in het detentieplan")
    await _looked_at(desk, "notitie-laptop-schrijven")
    await dialog.get_by_label("Notitie").fill(NOTE)
    await dialog.get_by_role("button", name="Opslaan").click()
    await expect(part.get_by_text(NOTE)).to_be_visible()
    await part.scroll_into_view_if_needed()
    await _looked_at(desk, "notitie-laptop")

    phone = await devices.one("volunteer-12", phone=True)
    await phone.open("/ik/gegevens")
    line = phone.page.get_by_role("listitem").filter(has_text=NOTE)
    await expect(line).to_contain_text("Anja Mulder")
    await line.scroll_into_view_if_needed()
    await _looked_at(phone, "notitie-telefoon")
    await part.get_by_role("button", name=re.compile("^Haal weg")).click()
    await dialog.get_by_role("button", name="Haal weg").click()
    await expect(part.get_by_text(NOTE)).to_have_count(0)
    assert phone.problems == desk.problems == []


async def test_a_pass_number_is_kept_and_shown_to_whose_it_is(devices: Devices) -> None:
    desk = await _file(devices)
    page, dialog = desk.page, desk.page.get_by_role("dialog")
    passes = _part(page, "Toelatingen").get_by_role("button", name=re.compile("^Pasnummer voor"))
    await passes.first.click()
    await dialog.get_by_label("Pasnummer", exact=True).fill("VH 20417")
    await dialog.get_by_role("button", name="Opslaan").click()
    await expect(dialog).to_have_count(0)
    await passes.first.click()
    await dialog.get_by_role("button", name="Toon nummer").click()
    await expect(dialog.get_by_text("VH 20417")).to_be_visible()
    await _looked_at(desk, "pasnummer-laptop")

    phone = await devices.one("volunteer-12", phone=True)
    await phone.open("/ik/papieren")
    await phone.page.get_by_role("button", name="Toon nummer").click()
    await expect(phone.page.get_by_text("VH 20417")).to_be_visible()
    await phone.page.get_by_text("VH 20417").scroll_into_view_if_needed()
    await _looked_at(phone, "pasnummer-telefoon")
    assert phone.problems == desk.problems == []


async def test_a_paper_that_was_half_filled_in_is_there_after_escape_and_not_after_never_mind(devices: Devices) -> None:
    desk = await _file(devices)
    page, dialog = desk.page, desk.page.get_by_role("dialog")
    part, issuer = _part(page, "Papieren"), dialog.get_by_label("Afgegeven door")
    await part.get_by_role("button", name="Leg een papier vast").click()
    await issuer.fill("Justis Den Haag")
    await page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)
    await part.get_by_role("button", name="Leg een papier vast").click()
    await expect(issuer).to_have_value("Justis Den Haag")
    await dialog.get_by_role("button", name="Annuleer").click()
    await part.get_by_role("button", name="Leg een papier vast").click()
    await expect(issuer).not_to_have_value("Justis Den Haag")
    assert desk.problems == []


async def test_what_was_changed_in_a_file_is_there_after_escape_and_not_after_never_mind(devices: Devices) -> None:
    desk = await _file(devices)
    page, dialog = desk.page, desk.page.get_by_role("dialog")
    who, other = dialog.get_by_role("radio", name="Anders"), dialog.get_by_role("checkbox", name="Kamp")
    change = {title: _part(page, title).get_by_role("button", name=re.compile("^Wijzig")) for title in WHOSE}
    for title, field in zip(WHOSE, (who, other), strict=True):
        await change[title].click()
        before = await field.is_checked()
        await field.set_checked(not before) if field is other else await field.check()
        await page.keyboard.press("Escape")
        await expect(dialog).to_have_count(0)
        await change[title].click()
        await expect(field).to_be_checked(checked=not before)
        await dialog.get_by_role("button", name="Annuleer").click()
        await change[title].click()
        await expect(field).to_be_checked(checked=before)
        await page.keyboard.press("Escape")
    assert desk.problems == []


async def test_a_coordinator_writes_down_when_somebody_can(devices: Devices) -> None:
    desk = await _file(devices)
    page, dialog = desk.page, desk.page.get_by_role("dialog")
    part = _part(page, "Wanneer")
    await part.get_by_role("button", name=re.compile("^Week van")).click()
    await dialog.get_by_role("group", name="Zaterdag").get_by_label("Avond").check()
    await _looked_at(desk, "wanneer-laptop-week")
    await dialog.get_by_role("button", name="Opslaan").click()
    await expect(part.get_by_text(re.compile("zaterdag"))).to_be_visible()

    first, last = [(clock.today() + timedelta(days=days)).isoformat() for days in (200, 207)]
    await part.get_by_role("button", name=re.compile("^Dagen weg van")).click()
    await dialog.get_by_role("button", name="Leg vast").click()
    await expect(dialog.get_by_text("Kies eerst een dag.")).to_be_visible()
    await dialog.get_by_label("Eerste dag").fill(first)
    await dialog.get_by_label("Laatste dag").fill(last)
    await _looked_at(desk, "wanneer-laptop-weg")
    await dialog.get_by_role("button", name="Leg vast").click()
    await expect(dialog).to_have_count(0)
    await expect(part.get_by_text("tot en met")).to_be_visible()

    await part.get_by_role("button", name=re.compile("^Pauze van")).click()
    await dialog.get_by_label("Tot de vrijwilliger het zegt").check()
    await expect(dialog.get_by_text(re.compile("lopen door|loopt nu niets"))).to_be_visible()
    await _looked_at(desk, "wanneer-laptop-pauze")
    await dialog.get_by_role("button", name="Begin pauze").click()
    await expect(part.get_by_text("Tot de vrijwilliger zegt dat het weer kan")).to_be_visible()
    await expect(page.get_by_text("Of jij, hierboven bij Wanneer.")).to_be_visible()
    await part.scroll_into_view_if_needed()
    await _looked_at(desk, "wanneer-laptop")

    phone = await devices.one("volunteer-12", phone=True)
    await phone.open("/ik/beschikbaarheid")
    await expect(phone.page.get_by_text("Je hebt pauze tot je zelf zegt dat je er weer bent.").first).to_be_visible()
    await part.get_by_role("button", name=re.compile("^Pauze van")).click()
    await dialog.get_by_role("button", name="Stop pauze").click()
    await expect(part.get_by_text("Geen pauze")).to_be_visible()
    assert phone.problems == desk.problems == []
