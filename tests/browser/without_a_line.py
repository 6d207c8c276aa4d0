"""A phone whose server goes away and comes back, and what it keeps meanwhile."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import asyncpg
from playwright.async_api import Page, Route, expect

from tests.browser.devices import Device, Devices
from tests.browser.woken import asked
from tests.journeys.product import Product, until_ready
from tests.journeys.screens import Screen, document_ids
from vrijplaats.settings import Login, Settings

FROM = re.compile(r"Dit is van vandaag \d\d\.\d\d.uur\.")
# everything in the database of this phone, as it stands there; nothing is made by looking
KEPT = """
async () => {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'vrijplaats')) return null;
  const answer = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error); });
  const database = await answer(indexedDB.open('vrijplaats'));
  const found = {};
  for (const name of database.objectStoreNames) {
    const store = database.transaction(name).objectStore(name);
    found[name] = Object.fromEntries(
      (await Promise.all([answer(store.getAllKeys()), answer(store.getAll())])).reduce((keys, values) =>
        keys.map((key, at) => [key, values[at]])));
  }
  database.close();
  return found;
}
"""
OF_THE_DEVICE = {"vrijplaats.language", "vrijplaats.theme"}
STORED = "[Object.keys(localStorage), Object.keys(sessionStorage).filter((key) => !key.startsWith('sveltekit:'))]"
CACHED = """caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((c) => c.keys()))))
  .then((all) => all.flat().map(({ url }) => new URL(url).pathname))"""
# what this persona was asked in this module: the state, and how many matches came of it
OFFERS = """
select o.state, (select count(*) from match m where m.request_id = o.request_id and m.volunteer_id = o.volunteer_id)
from offer o join visit_request r on r.id = o.request_id
join volunteer v on v.id = o.volunteer_id join membership b on b.person_id = v.person_id
join demo_persona d on d.membership_id = b.id
where d.key = $1 and r.created_at > now() - interval '30 minutes' order by o.created_at
"""


@dataclass(slots=True)
class Line:
    """The web process of this module's product: there, or not."""

    product: Product

    @property
    def origin(self) -> str:
        return self.product.origins[0]

    def cut(self) -> None:
        """kill -9: not even a closed connection is told."""
        self.product.kill("web-1")

    async def back(self) -> None:
        """The same address, from the same database."""
        port = urlsplit(self.origin).port
        assert port is not None
        self.product.start_web("web-1", port)
        await asyncio.to_thread(until_ready, self.origin, self.product)

    @asynccontextmanager
    async def gone(self) -> AsyncIterator[None]:
        """Without a server for as long as this lasts."""
        self.cut()
        try:
            yield
        finally:
            await self.back()


async def kept(page: Page) -> dict[str, Any] | None:
    """What the phone keeps: store -> key -> value; None when there is no database."""
    found: dict[str, Any] | None = await page.evaluate(KEPT)
    return found


def never(operation: str, tried: list[str] | None = None) -> Callable[[Route], Awaitable[None]]:
    """Lets everything through but this, and notes each try."""

    async def handle(route: Route) -> None:
        if document_ids()[operation] in (route.request.post_data or ""):
            if tried is not None:
                tried.append(operation)
            await route.abort()
        else:
            await route.continue_()

    return handle


async def nothing_is_kept(page: Page) -> None:
    assert await kept(page) is None
    stored, of_this_tab = await page.evaluate(STORED)
    assert set(stored) <= OF_THE_DEVICE and of_this_tab == []
    assert not [path for path in await page.evaluate(CACHED) if path.startswith("/graphql")]


async def nothing_waits(page: Page) -> None:
    """Nothing is left of what was filled in and sent: that it is thrown away is not waited for by the screen."""
    async with asyncio.timeout(10):
        while (found := await kept(page)) is None or found["drafts"] or found["outbox"]:
            await asyncio.sleep(0.05)


async def ready_to_go(device: Device) -> None:
    """The shell, and what is in the lists, are on the phone."""
    await device.open("/uitnodigingen")
    await device.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    async with asyncio.timeout(30):
        while "lists" not in ((await kept(device.page)) or {}).get("kept", {}):
            await asyncio.sleep(0.1)


_last: dict[str, str] = {}


async def asked_on(devices: Devices, *personas: str) -> list[Device]:
    """Phones of these volunteers, who are all asked, with what there is to keep on them."""
    await asked(devices.origin, *personas)
    phones = [await devices.one(persona, phone=True) for persona in personas]
    for persona, phone in zip(personas, phones, strict=True):
        _last[persona] = await asyncio.to_thread(_newest, devices.origin, persona)
        await ready_to_go(phone)
    return phones


def last_asked(persona: str) -> str:
    """The invitation that this persona got last in this module."""
    return _last[persona]


def _newest(origin: str, persona: str) -> str:
    offers = Screen(origin, persona).ask("MyOffers")["myOffers"]
    return str(max(offers, key=lambda offer: offer["createdAt"])["id"])


async def without_sync(device: Device) -> None:
    """A browser that does not wake the worker when there is a line again, as Safari and Firefox do not."""
    stop = "SyncManager.prototype.register = async () => undefined"
    await device.context.add_init_script(stop)
    await device.page.evaluate(f"() => {{ {stop} }}")


async def look_at(page: Page, persona: str) -> None:
    """From the list to what was asked last: of the demo there may be more."""
    await page.locator(f'a[href="/uitnodigingen/{_last[persona]}"]').click()


async def say_yes(page: Page, persona: str) -> None:
    """To what was asked last."""
    await look_at(page, persona)
    await page.get_by_role("button", name="Accepteren").click()


async def closed_and_reopened(device: Device, path: str) -> Page:
    """The app is closed; the phone, and what it keeps, stays."""
    await device.page.close()
    page = device.page = await device.context.new_page()
    page.on("pageerror", lambda error: device.problems.append(f"{page.url}: {error}"))
    await page.goto(device.origin + path)
    await page.locator("main h1").first.wait_for()
    return page


async def waits(page: Page, line: str) -> None:
    """It stands among what waits for a line."""
    section = page.locator("section").filter(has=page.get_by_role("heading", name="Wacht op verbinding"))
    await expect(section.get_by_role("listitem").filter(has_text=line)).to_be_visible()


async def rows(settings: Settings, sql: str, *values: object) -> list[asyncpg.Record]:
    """Straight from the database, past every wall."""
    connection = await asyncpg.connect(settings.dsn(Login.ADMIN))
    try:
        return list(await connection.fetch(sql, *values))
    finally:
        await connection.close()


async def offers_of(settings: Settings, persona: str) -> list[tuple[str, int]]:
    """State and number of matches of what this persona was asked in this module."""
    return [(state, matches) for state, matches in await rows(settings, OFFERS, persona)]
