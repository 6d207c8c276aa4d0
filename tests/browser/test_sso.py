"""Single sign-on in Chromium: the operator sets up a real provider, somebody links an account and comes in by it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.async_api import Page, expect

from tests.accounts.sso import provider
from tests.accounts.sso.provider import CLIENT_ID, CLIENT_SECRET
from tests.browser.devices import Device, Devices
from tests.browser.shots import shot
from tests.journeys.product import Product

pytestmark = pytest.mark.asyncio(loop_scope="session")

VIA_YOURS = "Log in via je organisatie"


@pytest.fixture(scope="module")
def issuer(product: Product) -> Iterator[str]:
    """A strict provider that knows this program's address."""
    with provider.running(f"{product.origins[0]}/sso/callback") as found:
        yield found


async def log_in_there(page: Page, name: str) -> None:
    """What the provider's own page asks."""
    await page.locator("[name=login]").fill(name)
    await page.locator("[name=password]").fill("x")
    await page.locator("[type=submit]").click()


def ours(device: Device) -> list[str]:
    """What went wrong on our own pages; the provider's asks for a font that is not there."""
    return [each for each in device.problems if each.startswith(device.origin)]


async def sign_out_here(device: Device) -> None:
    """Of ours, not of the provider's; what the device remembers stays."""
    # an open page would notice, and lead on to where one signs in by itself
    await device.page.goto("about:blank")
    await device.context.clear_cookies(name="vrijplaats")


async def test_from_setting_up_to_one_tap(devices: Devices, issuer: str) -> None:
    operator = await devices.one("operator")
    page = operator.page
    await operator.open("/publicaties")
    await page.get_by_role("link", name="Inloggen via").click()
    await expect(page.get_by_text("Nog niemand logt in via een organisatie.")).to_be_visible()
    await page.get_by_role("button", name="Voeg een inlogdienst toe").click()
    form = page.get_by_role("dialog")
    await form.get_by_label("Voor wie").select_option("Humanitas")
    await form.get_by_label("Adres van de inlogdienst").fill(f"{issuer}/")
    await form.get_by_label("Client-id").fill(CLIENT_ID)
    await form.get_by_label("Client-secret").fill(CLIENT_SECRET)
    await form.get_by_label("E-maildomeinen").fill("humanitas.example")
    await form.get_by_role("button", name="Test en bewaar").click()
    await expect(form.get_by_text("De inlogdienst noemt zichzelf anders")).to_be_visible()
    await shot(page, "inlogdienst-fout")
    await form.get_by_label("Adres van de inlogdienst").fill(issuer)
    await form.get_by_role("button", name="Test en bewaar").click()
    await expect(page.get_by_role("heading", name="Humanitas")).to_be_visible()
    assert CLIENT_SECRET not in await page.content()
    await shot(page, "inlogdienst")
    assert operator.problems == []

    device = await devices.one("volunteer-humanitas", phone=True)
    page = device.page
    await device.open("/ik")
    name = await page.locator("main h1").inner_text()
    await page.get_by_role("button", name="Koppel Humanitas").click()
    await log_in_there(page, "anja")
    await expect(page).to_have_url(f"{device.origin}/ik?sso=LINKED")
    await expect(page.get_by_text("Je account is gekoppeld.")).to_be_visible()
    await shot(page, "gekoppeld")

    await sign_out_here(device)
    await device.open("/inloggen?terug=/bezoeken")
    await page.get_by_role("button", name=VIA_YOURS).click()
    await page.get_by_role("link", name="Humanitas").click()
    # the provider still knows who this is, so nothing is asked
    await expect(page).to_have_url(f"{device.origin}/bezoeken")
    await device.open("/ik")
    await expect(page.locator("main h1")).to_have_text(name)
    await expect(page.get_by_text("Laatst gebruikt vandaag")).to_be_visible()

    await sign_out_here(device)
    await device.open("/inloggen")
    await page.get_by_role("link", name="Log in via Humanitas").click()
    await expect(page).to_have_url(re.compile("/uitnodigingen$"))
    assert ours(device) == []


async def test_who_is_not_linked_reads_what_to_do(devices: Devices, issuer: str) -> None:
    device = await devices.one(phone=True)
    page = device.page
    await device.open("/inloggen")
    await page.get_by_role("button", name=VIA_YOURS).click()
    await page.get_by_role("link", name="Humanitas").click()
    await log_in_there(page, "bram")
    await expect(page).to_have_url(f"{device.origin}/inloggen?sso=NOT_LINKED")
    await expect(page.get_by_role("alert")).to_contain_text("Je account is nog niet gekoppeld")
    await shot(page, "niet-gekoppeld")
    await page.get_by_role("button", name=VIA_YOURS).click()
    await page.get_by_role("link", name="Humanitas").click()
    await expect(page).to_have_url(f"{device.origin}/inloggen?sso=NOT_LINKED")
    assert ours(device) == []


async def test_ending_it_signs_out_who_came_by_it(devices: Devices, issuer: str) -> None:
    phone = await devices.one(phone=True)
    await phone.open("/inloggen")
    await phone.page.get_by_role("button", name=VIA_YOURS).click()
    await phone.page.get_by_role("link", name="Humanitas").click()
    await log_in_there(phone.page, "anja")
    await expect(phone.page).to_have_url(re.compile("/uitnodigingen$"))
    operator = await devices.one("operator")
    await operator.open("/inloggen-via")
    await operator.page.get_by_role("button", name="Beëindig Humanitas").click()
    await operator.page.get_by_role("dialog").get_by_role("button", name="Beëindig").click()
    await expect(operator.page.get_by_text("Nog niemand logt in via een organisatie.")).to_be_visible()
    await phone.looked_at_again()
    await expect(phone.page).to_have_url(re.compile("/inloggen"))
    await expect(phone.page.get_by_role("button", name=VIA_YOURS)).to_have_count(0)
