"""Who signs out or stops hears first what would be lost, and leaves nothing on the phone: whatever becomes of the
sign-out, and without what somebody else still has to send."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from tests.browser.axe import in_light_and_dark
from tests.browser.devices import Devices
from tests.browser.shots import shot
from tests.browser.without_a_line import (
    asked_on,
    kept,
    never,
    nothing_is_kept,
    offers_of,
    ready_to_go,
    say_yes,
    without_sync,
)

if TYPE_CHECKING:
    from tests.conftest import DemoWorld

pytestmark = pytest.mark.asyncio(loop_scope="session")

H1 = "main h1"


async def test_signing_out_asks_first_when_something_waits_and_leaves_nothing(
    devices: Devices, demo_world: DemoWorld
) -> None:
    (phone,) = await asked_on(devices, "volunteer-10")
    page = phone.page
    await without_sync(phone)
    await phone.context.route("**/graphql", never("AcceptOffer"))
    await say_yes(page, "volunteer-10")
    await expect(page.locator(H1)).to_have_text("Je ja wacht op verbinding")
    other = await phone.context.new_page()
    await other.goto(devices.origin + "/koppelingen")
    await expect(other.locator(H1)).to_have_text("Koppelingen")
    await phone.open("/ik")
    await page.get_by_role("button", name="Log uit", exact=True).click()
    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_role("heading")).to_have_text("Er wacht nog 1 antwoord op verbinding")
    await shot(page, "zonder-verbinding-uitloggen")
    assert await in_light_and_dark(page) == []
    await dialog.get_by_role("button", name="Blijf ingelogd").click()
    await expect(dialog).to_have_count(0)
    assert len((await kept(page) or {})["outbox"]) == 1
    await page.get_by_role("button", name="Log uit", exact=True).click()
    await dialog.get_by_role("button", name="Log toch uit").click()
    await expect(page).to_have_url(f"{devices.origin}/inloggen")
    # another tab shows nothing of somebody who has gone
    await other.wait_for_url(f"{devices.origin}/inloggen**")
    await nothing_is_kept(page)
    assert await offers_of(demo_world.settings, "volunteer-10") == [("LIVE", 0)]


async def test_signing_out_asks_first_also_when_sending_breaks_on_the_phone_itself(devices: Devices) -> None:
    (phone,) = await asked_on(devices, "volunteer-20")
    page = phone.page
    await without_sync(phone)
    await phone.context.route("**/graphql", never("AcceptOffer"))
    await say_yes(page, "volunteer-20")
    await expect(page.locator(H1)).to_have_text("Je ja wacht op verbinding")
    await phone.context.add_init_script("LockManager.prototype.request = async () => { throw new Error('broken') }")
    await phone.open("/ik")
    await page.get_by_role("button", name="Log uit", exact=True).click()
    await expect(page.get_by_role("dialog").get_by_role("heading")).to_have_text(
        "Er wacht nog 1 antwoord op verbinding"
    )
    assert len((await kept(page) or {})["outbox"]) == 1


async def test_who_stops_hears_first_what_would_be_lost(devices: Devices, demo_world: DemoWorld) -> None:
    (phone,) = await asked_on(devices, "volunteer-18")
    page = phone.page
    await without_sync(phone)
    await phone.context.route("**/graphql", never("AcceptOffer"))
    await say_yes(page, "volunteer-18")
    await expect(page.locator(H1)).to_have_text("Je ja wacht op verbinding")
    await phone.open("/ik/stoppen")
    await page.get_by_role("button", name="Ik stop").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Ja, ik stop").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("Er wacht nog 1 antwoord op verbinding.")
    assert await in_light_and_dark(page) == []
    assert len((await kept(page) or {})["outbox"]) == 1
    # there is a line again: it is sent before anything ends
    await phone.context.unroute("**/graphql")
    await dialog.get_by_role("button", name="Ja, ik stop").click()
    await expect(page.locator(H1)).to_have_text("Dank je wel")
    assert await offers_of(demo_world.settings, "volunteer-18") == [("ACCEPTED", 1)]
    await nothing_is_kept(page)


@pytest.mark.parametrize(
    ("waits_for", "stops", "heard"), [("volunteer-17", "volunteer-19", False), ("volunteer-8", "volunteer-9", True)]
)
async def test_who_stops_leaves_nothing_whatever_the_server_says_and_another_persons_answer_stays(
    devices: Devices, waits_for: str, stops: str, heard: bool
) -> None:
    (phone,) = await asked_on(devices, waits_for)
    page = phone.page
    await without_sync(phone)
    await phone.context.route("**/graphql", never("AcceptOffer"))
    await say_yes(page, waits_for)
    await expect(page.locator(H1)).to_have_text("Je ja wacht op verbinding")
    assert (await phone.context.request.post(f"{devices.origin}/demo/sign-in", data={"persona": stops})).ok
    await ready_to_go(phone)
    if not heard:
        await phone.context.route("**/sign-out", lambda route: route.abort())
    await phone.open("/ik/stoppen")
    await page.get_by_role("button", name="Ik stop").click()
    await page.get_by_role("dialog").get_by_role("button", name="Ja, ik stop").click()
    await expect(page.locator(H1)).to_have_text("Dank je wel")
    found = await kept(page)
    assert found is not None and found["kept"] == found["drafts"] == {}
    assert [item["state"] for item in found["outbox"].values()] == ["waiting"]
    assert bool(await phone.context.cookies()) is not heard
    await phone.open("/uitnodigingen")
    await page.wait_for_url(f"{devices.origin}/inloggen?terug=%2Fuitnodigingen**")
