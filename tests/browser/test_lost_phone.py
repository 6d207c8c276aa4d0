"""A lost phone, in a real Chromium: the coordinator confirms, a new phone is in, the old one is out."""

from __future__ import annotations

import asyncio
import re
from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import asyncpg
import pytest
from playwright.async_api import Locator, expect

from tests.browser.devices import Device, Devices
from tests.browser.shots import shot
from tests.browser.test_passkeys import ADD, Lock, with_passkey
from tests.recovery.phones import LINK, STOP_LINK, digits, found
from vrijplaats.settings import Login

if TYPE_CHECKING:
    from tests.conftest import DemoWorld

pytestmark = pytest.mark.asyncio(loop_scope="session")

VERA = "volunteer-6"
NAME = "select p.display_name from demo_persona d join person p on p.id = d.person_id where d.key = $1"
ADDRESS = "select c.email from demo_persona d join person_contact c using (person_id) where d.key = $1"
NOT_SHOWN = """
update person_contact set email_verified_at = null where person_id = (select person_id from demo_persona where key = $1)
"""


async def value(world: DemoWorld, sql: str, *args: object) -> str:
    connection = await asyncpg.connect(world.settings.dsn(Login.ADMIN))
    try:
        return str(await connection.fetchval(sql, *args))
    finally:
        await connection.close()


async def letter(world: DemoWorld, email: str, known: int = 0, *, having: str = "") -> str:
    """The newest letter to this address, when there is one more than is known; one with these words in it."""
    for _ in range(300):
        files = sorted((world.settings.var / "mail").glob("[!.]*.eml"), key=lambda file: file.stat().st_mtime_ns)
        ours = [each for each in (message_from_bytes(f.read_bytes(), policy=default) for f in files) if each["To"]]
        ours = [each for each in ours if email in str(each["To"])]
        bodies = [each.get_body(("plain",)) for each in ours[known:][::-1]]
        texts = [str(body.get_content()).replace("\r\n", "\n") for body in bodies if body is not None]
        if found_here := [text for text in texts if having in text]:
            return found_here[0]
        await asyncio.sleep(0.1)
    raise AssertionError("no letter came")


async def begun(device: Device, name: str, *, pictures: bool = False) -> str:
    """What the coordinator does at the desk; gives the code on the screen."""
    page = device.page
    await device.open("/mensen")
    await page.get_by_role("searchbox").fill(name)
    await page.get_by_role("button", name=f"Meer voor {name}").first.click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name=f"Telefoon kwijt: {name}").click()
    await dialog.get_by_role("button", name="Maak een code").click()
    await expect(dialog.get_by_role("alert")).to_have_text("Kies eerst hoe je dit weet.")
    await dialog.get_by_label("Ik belde terug op het nummer dat ik al had").check()
    if pictures:
        await shot(page, "herstel-begin")
    await dialog.get_by_role("button", name="Maak een code").click()
    code = await code_in(dialog)
    if pictures:
        await shot(page, "herstel-code")
    return code


async def code_in(dialog: Locator) -> str:
    shown = dialog.get_by_text(re.compile(r"^\d{4} \d{4}$"))
    await expect(shown).to_be_visible()
    return str(await shown.text_content())


async def test_without_an_address_a_second_one_confirms(devices: Devices, demo_world: DemoWorld) -> None:
    name = await value(demo_world, NAME, "volunteer-7")
    await value(demo_world, NOT_SHOWN, "volunteer-7")
    spoken = await begun(await devices.one("coordinator"), name)
    operator = await devices.one("operator")
    await operator.open("/ik")
    await operator.page.get_by_role("button", name=f"Bevestig ook wie {name} is").click()
    dialog = operator.page.get_by_role("dialog")
    await dialog.get_by_label("Ik zie de ander op video").check()
    await shot(operator.page, "herstel-tweede")
    await dialog.get_by_role("button", name="Maak een code").click()
    second = await code_in(dialog)

    new = await devices.one(phone=True)
    await Lock.on(new)
    await new.open("/inloggen")
    await new.page.get_by_role("link", name="Telefoon kwijt? Zo kom je weer binnen").click()
    await new.page.get_by_label("Code die je hebt gehoord").fill(spoken)
    await new.page.get_by_label("De andere code").fill(second)
    await new.page.get_by_role("button", name="Ga verder").click()
    await new.page.get_by_role("button", name="Maak een passkey").click()
    await expect(new.page).to_have_url(f"{new.origin}/uitnodigingen")
    assert new.problems == []


async def test_a_device_without_a_lock_goes_on_without_a_passkey(devices: Devices, demo_world: DemoWorld) -> None:
    name, email = await value(demo_world, NAME, "volunteer-8"), await value(demo_world, ADDRESS, "volunteer-8")
    spoken = await begun(await devices.one("coordinator"), name)
    new = await devices.one(phone=True)
    lock = await Lock.on(new)
    await lock.set(opens=False)
    await new.open("/herstel")
    await new.page.get_by_label("Code die je hebt gehoord").fill(spoken)
    await new.page.get_by_label("De andere code").fill(digits(await letter(demo_world, email)))
    await new.page.get_by_role("button", name="Ga verder").click()
    await new.page.get_by_role("button", name="Maak een passkey").click()
    await expect(new.page.get_by_role("alert")).to_have_text("Het is afgebroken. Er is niets veranderd.")
    await shot(new.page, "herstel-zonder")
    await new.page.get_by_role("button", name="Ga verder zonder passkey").click()
    await expect(new.page).to_have_url(f"{new.origin}/uitnodigingen")
    assert new.problems == []


async def test_who_did_not_ask_stops_it_from_the_letter_or_from_ik(devices: Devices, demo_world: DemoWorld) -> None:
    name, email = await value(demo_world, NAME, "volunteer-1"), await value(demo_world, ADDRESS, "volunteer-1")
    await begun(desk := await devices.one("coordinator"), name)
    reader = await devices.one(phone=True)
    await reader.open(f"/herstel/stop#{found(STOP_LINK, await letter(demo_world, email))}")
    await shot(reader.page, "herstel-stop")
    await reader.page.get_by_role("button", name="Stop het herstel").click()
    await expect(reader.page.get_by_text("Gestopt. Er is niets veranderd.")).to_be_visible()
    assert not [cookie for cookie in await reader.context.cookies() if cookie["name"] == "vrijplaats"]

    await begun(desk, name)
    phone = await devices.one("volunteer-1", phone=True)
    await phone.open("/ik")
    await phone.page.get_by_role("button", name="Stop het herstel").click()
    await expect(phone.page.get_by_text(re.compile("Anja Mulder is begonnen met herstel"))).to_have_count(0)
    await desk.open("/ik")
    await expect(desk.page.get_by_role("heading", name="Naam, telefoon en e-mail")).to_be_visible()
    await desk.page.wait_for_load_state("networkidle")
    await expect(desk.page.get_by_role("button", name=f"Stop het herstel voor {name}")).to_have_count(0)
    assert desk.problems == [] and reader.problems == [] and phone.problems == []


# the last one: from here on the coordinator has a passkey
async def test_a_lost_phone(devices: Devices, demo_world: DemoWorld) -> None:
    name, email = await value(demo_world, NAME, VERA), await value(demo_world, ADDRESS, VERA)
    old, _ = await with_passkey(devices, VERA)  # of which the first letter tells
    await old.page.goto(f"{old.origin}/inloggen?terug=/bezoeken")
    await expect(old.page).to_have_url(f"{old.origin}/bezoeken")

    desk = await devices.one("coordinator")
    lock = await Lock.on(desk)
    await desk.open("/ik")
    await desk.page.get_by_role("button", name=ADD).click()
    await expect(desk.page.get_by_text(re.compile("nog niet gebruikt"))).to_be_visible()
    assert await lock.passkeys()
    spoken = await begun(desk, name, pictures=True)
    dialog = desk.page.get_by_role("dialog")
    await expect(dialog.get_by_text(f"{name} krijgt nu ook een mail met de andere code.")).to_be_visible()
    await dialog.get_by_role("button", name="Klaar").click()

    # the old phone is told and still works
    await old.open("/ik")
    await expect(
        old.page.get_by_text(re.compile("Anja Mulder is begonnen met herstel van je toegang. Was jij dit niet"))
    ).to_be_visible()
    await shot(old.page, "herstel-oude-telefoon")

    new = await devices.one(phone=True)
    await Lock.on(new)
    await new.page.goto(f"{new.origin}/herstel#{found(LINK, await letter(demo_world, email, known=1))}")
    page = new.page
    await page.get_by_role("button", name="Ga verder").click()
    await expect(page.get_by_text("Vul acht cijfers in.")).to_be_visible()
    await page.get_by_label("Code die je hebt gehoord").fill("1234 5678")
    await page.get_by_role("button", name="Ga verder").click()
    await expect(page.get_by_role("alert")).to_have_text(re.compile("Deze codes kloppen niet"))
    await shot(page, "herstel-fout")
    await page.get_by_label("Code die je hebt gehoord").fill(spoken)
    await page.get_by_role("button", name="Ga verder").click()
    await expect(page.get_by_role("heading", name=f"Dag {name}")).to_be_visible()
    await shot(page, "herstel-passkey")
    await page.get_by_role("button", name="Maak een passkey").click()
    await expect(page).to_have_url(f"{new.origin}/uitnodigingen")
    assert await letter(demo_world, email, having="Al je oude passkeys werken niet meer")
    await new.open("/ik")
    await expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    await expect(page.get_by_text("Je toegang is hersteld.")).to_be_visible()
    assert len(new.problems) == 1 and "403" in new.problems[0]  # the wrong code

    await old.looked_at_again()
    await expect(old.page.get_by_text("Je bent hier uitgelogd. Log opnieuw in")).to_be_visible()
    await old.page.get_by_role("button", name="Log in met een passkey").click()
    await expect(old.page.get_by_role("alert")).to_have_text(re.compile("Met deze passkey kun je hier niet inloggen"))
    assert desk.problems == [], "the step-up before the code is one refused question, and no error to the reader"
