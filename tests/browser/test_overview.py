"""The overview on a laptop: each number opens a list, and the list says the same number."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.devices import Device, Devices

pytestmark = pytest.mark.asyncio(loop_scope="session")

# the number a link shows; of hours and of a time it is not a number of rows
_LINKS = """() => [...document.querySelectorAll('main a[href]')].map((link) => ({
  href: link.getAttribute('href'),
  label: link.querySelector('.label')?.textContent ?? link.getAttribute('aria-label') ?? link.textContent,
  count: (link.querySelector('b')?.textContent ?? link.textContent.match(/[\\d.]+(?=\\)?$)/)?.[0] ?? '')
    .replaceAll('.', '')
}))"""
NO_ROWS = ("Uren", "Tijd tot een ja")


def _chosen(links: list[dict[str, str]]) -> list[dict[str, str]]:
    """All that are not of one prison, and those of the first; the rest is counted without a browser
    (tests/reports/overview/test_demo.py)."""
    places = [link["href"].split("inrichting=")[1].split("&")[0] for link in links if "inrichting=" in link["href"]]
    return [link for link in links if "inrichting=" not in link["href"] or f"inrichting={places[0]}" in link["href"]]


async def _said(page: Page) -> int:
    """The number above the list."""
    status = page.locator("main [role=status]").filter(has_text=re.compile(r"\d")).first
    await expect(status).to_be_visible()
    found = re.search(r"[\d.]+", await status.inner_text())
    assert found is not None
    return int(found[0].replace(".", ""))


async def _open(devices: Devices, path: str = "/overzicht?periode=jaar") -> Device:
    device = await devices.one("coordinator")
    await device.open(path)
    await device.settled()
    return device


async def test_each_number_opens_a_list_of_so_many(devices: Devices) -> None:
    device = await _open(devices)
    page = device.page
    links = _chosen(await page.evaluate(_LINKS))
    assert len(links) > 18
    wrong = []
    for link in links:
        await device.open(link["href"])
        if link["label"] in NO_ROWS:
            continue
        count = int(link["count"])
        if count == 0:
            await expect(page.get_by_text("Niets in deze periode")).to_be_visible()
        elif (said := await _said(page)) != count:
            wrong.append(f"{link['label']}: {count}, and the list says {said} ({link['href']})")
    assert wrong == []
    assert device.problems == []


async def test_the_period_stands_in_the_address_and_goes_along(devices: Devices) -> None:
    device = await _open(devices, "/overzicht")
    page = device.page
    period = page.get_by_label("Periode")
    await expect(period).to_have_value("kwartaal")
    await period.select_option("jaar")
    await expect(page).to_have_url(re.compile(r"/overzicht\?periode=jaar$"))
    await device.settled()
    # by keyboard, as by mouse
    await page.get_by_role("link", name=re.compile("^Niet doorgegaan")).focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1, name="Niet doorgegane bezoeken")).to_be_visible()
    await page.get_by_label("Waar het aan lag").select_option("De inrichting")
    await expect(page).to_have_url(re.compile(r"periode=jaar&niet=inrichting$"))
    sides = page.locator("tbody td[data-label='Waar het aan lag']")
    await expect(sides.filter(has_not_text="De inrichting")).to_have_count(0)
    await expect(sides.first).to_be_visible()
    await page.locator("main").get_by_role("link", name="Overzicht", exact=True).click()
    await expect(page.get_by_label("Periode")).to_have_value("jaar")


async def test_no_list_says_whom_it_was_with(devices: Devices) -> None:
    """Promise 3: neither a name nor a pseudonym."""
    device = await _open(devices, "/overzicht/bezoeken?periode=jaar")
    inbox = await device.context.request.post(
        f"{device.origin}/graphql",
        data={"query": "{ requestInbox(first: 50) { edges { node { pseudonym } } } }"},
        headers={"X-Vrijplaats": "1"},
    )
    names = [edge["node"]["pseudonym"] for edge in (await inbox.json())["data"]["requestInbox"]["edges"]]
    assert names
    shown = await device.page.locator("main").inner_text()
    assert [name for name in names if name in shown] == []
