"""A prison's shared workstation: nothing of the app stays on it. A phone of one's own keeps the shell."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.devices import Device, Devices
from tests.browser.shots import shot

pytestmark = pytest.mark.asyncio(loop_scope="session")

WORKERS = "navigator.serviceWorker.getRegistrations().then((found) => found.length)"
CACHES = "caches.keys().then((names) => names.length)"
STORED = "({ ...localStorage, ...sessionStorage })"
# of the workstation and of the page that is open, not of a person
OF_THE_DEVICE = {
    *("vrijplaats.language", "vrijplaats.theme"),
    *("sveltekit:history-info", "sveltekit:snapshot", "sveltekit:navigation-snapshot"),
}


async def _kept(device: Device) -> tuple[int, int]:
    return await device.page.evaluate(WORKERS), await device.page.evaluate(CACHES)


async def test_a_phone_of_ones_own_opens_without_a_line(devices: Devices) -> None:
    phone = await devices.one("volunteer-19", phone=True)
    await phone.open("/uitnodigingen")
    await phone.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    assert await _kept(phone) == (1, 1)


async def test_a_shared_workstation_keeps_nothing(devices: Devices) -> None:
    desk = await devices.one("staff-veenhuizen")
    await desk.open("/agenda")
    await desk.page.wait_for_load_state("networkidle")
    assert await _kept(desk) == (0, 0)
    (cookie,) = await desk.context.cookies()
    assert cookie["expires"] == -1  # gone when the browser is closed
    await expect(desk.page.get_by_role("link", name="Sanne Kuipers")).to_be_visible()
    await shot(desk.page, "gedeelde-werkplek")
    await desk.page.get_by_role("button", name="Log uit").click()
    await expect(desk.page).to_have_url(f"{desk.origin}/inloggen")
    assert await desk.context.cookies() == []
    stored = await desk.page.evaluate(STORED)
    assert set(stored) <= OF_THE_DEVICE
    assert stored["sveltekit:snapshot"] == stored["sveltekit:navigation-snapshot"] == "{}"
    assert await _kept(desk) == (0, 0)


async def test_who_could_not_sign_out_hears_that_they_are_still_signed_in(devices: Devices) -> None:
    """Or somebody walks away from a workstation that others use."""
    desk = await devices.one("staff-veenhuizen")
    await desk.open("/agenda")
    await desk.page.wait_for_load_state("networkidle")
    for broken in (lambda route: route.abort(), lambda route: route.fulfill(status=503)):
        await desk.page.route("**/sign-out", broken)
        await desk.page.get_by_role("button", name="Log uit").click()
        await expect(desk.page.get_by_role("alert")).to_have_text("Je bent nog niet uitgelogd. Probeer het zo weer.")
        await desk.page.unroute("**/sign-out")
        await expect(desk.page).to_have_url(f"{desk.origin}/agenda")
    await desk.page.get_by_role("button", name="Log uit").click()
    await expect(desk.page).to_have_url(f"{desk.origin}/inloggen")


async def test_what_somebody_else_left_there_goes_when_staff_sign_in(devices: Devices) -> None:
    desk = await devices.one("coordinator")
    await desk.open("/verzoeken")
    await desk.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    assert await _kept(desk) == (1, 1)
    answer = await desk.context.request.post(f"{desk.origin}/demo/sign-in", data={"persona": "staff-veenhuizen"})
    assert answer.ok
    await desk.open("/agenda")
    for _ in range(200):
        if await _kept(desk) == (0, 0):
            break
        await desk.page.wait_for_timeout(100)
    assert await _kept(desk) == (0, 0)
