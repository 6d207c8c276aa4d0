"""A coordinator's own list comes in, on a laptop and on a tablet: choose, map, mend, confirm; and goes out again."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import FilePayload, Page, expect

from tests.browser.devices import Device, Devices
from tests.browser.shots import shot
from tests.browser.test_axe import _axe, _sideways

pytestmark = pytest.mark.asyncio(loop_scope="session")

HEADING = "Volledige naam;Mailadres;Mobiel;Woonplaats;Spreekt;Inzet;Status;VOG;Opmerking"
BAD = "Mies Bakker;mies@lijst;06 34567890;Kerkstraat 12;Klingons;Een-op-een;Actief;gisteren;"
TABLET = {"width": 820, "height": 1180}


def _noor(where: str) -> str:
    """The first of them: nobody else is called so, in the demo or on the other device."""
    return f"Noor van {where.title()}"


def _rows(where: str) -> list[str]:
    """Two people, others on each device."""
    phone = "06 1234567" if where == "laptop" else "06 2345678"
    return [
        f"{_noor(where)};noor.van.dam@{where}.example;{phone}1;Assen;Nederlands, Turks;Een-op-een;Actief;15-03-2025;",
        f"Joris Kuiper;joris@{where}.example;{phone}2;Zwolle;Nederlands;Cursus en spreekuur;In opleiding;;",
    ]


def _csv(name: str, *rows: str) -> FilePayload:
    text = "\r\n".join([HEADING, *rows]) + "\r\n"
    return FilePayload(name=name, mimeType="text/csv", buffer=text.encode("cp1252"))


async def _choose(page: Page, file: FilePayload) -> None:
    await page.locator("input[type=file]").set_input_files(file)


async def _device(devices: Devices, *, tablet: bool) -> Device:
    device = await devices.one("coordinator", dark=tablet)
    if tablet:
        await device.page.set_viewport_size({"width": TABLET["width"], "height": TABLET["height"]})
    return device


@pytest.mark.parametrize("tablet", [False, True])
async def test_a_list_is_looked_at_mended_and_imported(devices: Devices, tablet: bool) -> None:
    device, where = await _device(devices, tablet=tablet), "tablet" if tablet else "laptop"
    page = device.page
    rows = _rows(where)
    await device.open("/vrijwilligers")
    await page.locator("[data-volunteer]").first.wait_for()
    await shot(page, f"importeren-{where}-0-register")
    await page.get_by_role("button", name="Meer", exact=True).click()
    await page.get_by_role("link", name="Importeer", exact=True).click()
    await expect(page.get_by_role("heading", level=1, name="Importeer vrijwilligers")).to_be_visible()
    assert await _axe(device) == []
    await shot(page, f"importeren-{where}-1-bestand")

    await _choose(
        page, FilePayload(name="foto.png", mimeType="image/png", buffer=b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    )
    await expect(page.get_by_role("alert")).to_contain_text("Dit is geen lijst die we kunnen lezen.")

    await _choose(page, _csv("lijst.csv", *rows, BAD))
    await expect(page.get_by_role("heading", name="Welke kolom is wat?")).to_be_visible()
    await expect(page.get_by_label("Mailadres wordt")).to_have_value("EMAIL")
    await expect(page.get_by_label("VOG wordt")).to_have_value("PAPER:VOG")
    await expect(page.get_by_label("Opmerking wordt")).to_have_value("")
    await page.get_by_label("Volledige naam wordt").select_option("")
    await page.get_by_role("button", name="Kijk na").click()
    await expect(page.get_by_role("alert")).to_contain_text("Kies eerst in welke kolom de naam staat.")
    await page.get_by_label("Volledige naam wordt").select_option(label="Naam")
    assert await _axe(device) == []
    assert await _sideways(device) == []
    await shot(page, f"importeren-{where}-2-kolommen")

    await page.get_by_role("button", name="Kijk na").click()
    await expect(page.get_by_role("heading", name="1 regel klopt niet")).to_be_visible()
    await expect(page.get_by_text("de taal “Klingons” kennen we niet")).to_be_visible()
    await expect(page.get_by_text("zet hier alleen de plaats, geen adres of postcode")).to_be_visible()
    await expect(page.get_by_role("button", name=re.compile("^Voeg"))).to_have_count(0)
    assert await _axe(device) == []
    assert await _sideways(device) == []
    await shot(page, f"importeren-{where}-3-fout")
    await _on_a_phone(device)

    await page.get_by_role("button", name="Kies het verbeterde bestand").click()
    await _choose(page, _csv("lijst.csv", *rows))
    await page.get_by_role("button", name="Kijk na").click()
    confirm = page.get_by_role("button", name="Voeg 2 vrijwilligers toe")
    await expect(confirm).to_be_visible()
    await shot(page, f"importeren-{where}-4-nakijken")
    await confirm.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Geïmporteerd")).to_be_visible()
    assert await _axe(device) == []
    await shot(page, f"importeren-{where}-5-klaar")

    await page.get_by_role("link", name="Naar de vrijwilligers").click()
    await page.get_by_role("searchbox").fill(_noor(where))
    await page.locator("[data-volunteer]").filter(has_text=_noor(where)).click()
    await expect(page.get_by_text(f"noor.van.dam@{where}.example").first).to_be_visible()
    await expect(page.get_by_text("Zolang iemand geen account heeft").first).to_be_visible()

    await device.open("/vrijwilligers/importeren")
    await _choose(page, _csv("lijst.csv", *rows))
    await expect(page.get_by_label("Volledige naam wordt")).to_have_value("NAME")
    await page.get_by_role("button", name="Kijk na").click()
    await expect(page.get_by_text("Alles in dit bestand staat al zo bij Vrijwilligers.")).to_be_visible()
    await _invited(device, where)
    assert device.problems == [problem for problem in device.problems if "422" in problem]


async def _on_a_phone(device: Device) -> None:
    """A finding is a sentence: as wide as the screen, not a word on each line."""
    page, before = device.page, device.page.viewport_size
    assert before is not None
    await page.set_viewport_size({"width": 360, "height": 740})
    said = await page.get_by_role("cell", name="zet hier alleen de plaats").bounding_box()
    assert said is not None and said["width"] > 250
    assert await _sideways(device) == []
    await page.set_viewport_size(before)


async def _invited(device: Device, where: str) -> None:
    """One of them is asked, and then everybody; the register says who cannot sign in yet."""
    page = device.page
    await device.open("/vrijwilligers/uitnodigen")
    await page.get_by_role("searchbox").fill(where)
    await expect(page.get_by_role("checkbox")).to_have_count(2)
    await page.get_by_role("checkbox", name=f"Kies {_noor(where)}").check()
    assert await _axe(device) == []
    assert await _sideways(device) == []
    await shot(page, f"uitnodigen-{where}-1-kiezen")
    await page.get_by_role("button", name="Nodig 1 gekozen persoon uit").click()
    await expect(page.get_by_role("dialog")).to_contain_text("1 e-mail")
    assert await _axe(device) == []
    await shot(page, f"uitnodigen-{where}-2-bevestigen")
    await page.get_by_role("dialog").get_by_role("button", name="Verstuur").click()
    noor = page.get_by_role("listitem").filter(has_text=_noor(where))
    await expect(noor.get_by_text(re.compile("E-mail gaat zo weg|^Uitgenodigd$"))).to_be_visible()
    await expect(page.get_by_role("checkbox")).to_have_count(1)
    await page.get_by_role("button", name=re.compile("^Nodig .* uit$")).first.click()
    await page.get_by_role("dialog").get_by_role("button", name="Verstuur").click()
    await expect(page.get_by_text("Er is nu niemand om uit te nodigen.")).to_be_visible()
    await shot(page, f"uitnodigen-{where}-3-verstuurd")
    await device.open("/vrijwilligers")
    await page.get_by_role("button", name="Filters").click()
    await page.get_by_role("checkbox", name="nog geen account").check()
    await page.get_by_role("searchbox").fill(_noor(where))
    row = page.locator("[data-volunteer]").filter(has_text=_noor(where)).first
    await expect(row.get_by_text("Nog geen account")).to_be_visible()
    await shot(page, f"uitnodigen-{where}-4-register")


_DROP = """
content => {
  const files = new DataTransfer()
  files.items.add(new File([content], 'lijst.csv', { type: 'text/csv' }))
  return files
}
"""


async def test_a_file_is_dropped_and_what_takes_long_is_stopped(devices: Devices) -> None:
    device = await devices.one("coordinator-exodus")
    page = device.page
    await device.open("/vrijwilligers")
    await page.get_by_role("button", name="Meer", exact=True).click()
    await page.get_by_role("link", name="Importeer", exact=True).click()
    await expect(page.get_by_role("heading", level=1, name="Importeer vrijwilligers")).to_be_visible()
    content = "\r\n".join([HEADING, *_rows("laptop")])
    await page.locator(".drop-here").dispatch_event(
        "drop", {"dataTransfer": await page.evaluate_handle(_DROP, content)}
    )
    await expect(page.get_by_role("heading", name="Welke kolom is wat?")).to_be_visible()
    # no answer comes for as long as the test holds it
    await page.route("**/register/import/check*", lambda _: None)
    await page.get_by_role("button", name="Kijk na").click()
    await page.get_by_role("button", name="Stop", exact=True).click()
    await expect(page.get_by_role("button", name="Stop", exact=True)).to_have_count(0)
    await page.unroute("**/register/import/check*")
    await page.get_by_role("button", name="Kijk na").click()
    await expect(page.get_by_role("button", name="Voeg 2 vrijwilligers toe")).to_be_visible()
    # the browser's own way back is a step back, and loses no file
    await page.evaluate("history.back()")
    await expect(page.get_by_role("heading", name="Welke kolom is wat?")).to_be_visible()
    await page.get_by_role("button", name="Kijk na").click()
    await expect(page.get_by_role("button", name="Voeg 2 vrijwilligers toe")).to_be_visible()


async def test_the_register_goes_out_and_the_example_comes_in(devices: Devices) -> None:
    device = await devices.one("coordinator-exodus")
    page = device.page
    await device.open("/vrijwilligers")
    await page.get_by_role("button", name="Meer", exact=True).click()
    await page.get_by_role("button", name="Exporteer").click()
    assert await _axe(device) == []
    await shot(page, "exporteren-laptop")
    async with page.expect_download() as taken:
        await page.get_by_role("dialog").get_by_role("button", name="Exporteer").click()
    register = await taken.value
    assert re.fullmatch(r"vrijwilligers-\d{4}-\d\d-\d\d\.xlsx", register.suggested_filename)
    await expect(page.get_by_text("Bestand opgehaald")).to_be_visible()

    await device.open("/vrijwilligers/importeren")
    await page.locator("input[type=file]").set_input_files(await register.path())
    await page.get_by_role("button", name="Kijk na").click()
    await expect(page.get_by_text("Alles in dit bestand staat al zo bij Vrijwilligers.")).to_be_visible()

    await page.get_by_role("button", name="Ander bestand").click()
    async with page.expect_download() as made:
        await page.get_by_role("button", name=re.compile("^Voorbeeld")).click()
    await page.locator("input[type=file]").set_input_files(await (await made.value).path())
    await page.get_by_role("button", name="Kijk na").click()
    await expect(page.get_by_role("button", name="Voeg 3 vrijwilligers toe")).to_be_visible()
    assert device.problems == []
