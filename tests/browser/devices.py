"""One real Chromium for the run; a context is somebody's own device."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, ViewportSize, async_playwright

from tests import chromium
from tests.journeys.product import Product

if TYPE_CHECKING:
    from tests.conftest import DemoWorld

PHONE = ViewportSize(width=390, height=844)
LAPTOP = ViewportSize(width=1280, height=800)
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(slots=True)
class Device:
    """A browser context with its one page; `problems` collects what should never be on a console."""

    context: BrowserContext
    page: Page
    origin: str
    problems: list[str]

    async def open(self, path: str) -> None:
        """Go to a path of the app and wait until its screen is there."""
        await self.page.goto(self.origin + path)
        await self.page.locator("main h1").first.wait_for()

    async def settled(self) -> None:
        """The lists have come: nothing on the screen says that it is still loading."""
        await self.page.wait_for_load_state("networkidle")
        await self.page.locator("[aria-busy=true]").first.wait_for(state="detached")


class Devices:
    """Hands out devices on one running program."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self.browser, self.origin = browser, origin
        self._all: list[BrowserContext] = []

    async def one(self, persona: str | None = None, *, phone: bool = False, dark: bool = False) -> Device:
        """A new device, signed in as the persona when one is named."""
        context = await self.browser.new_context(
            viewport=PHONE if phone else LAPTOP,
            device_scale_factor=2 if phone else 1,
            has_touch=phone,
            is_mobile=phone,
            color_scheme="dark" if dark else "light",
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        self._all.append(context)
        if persona is not None:
            answer = await context.request.post(f"{self.origin}/demo/sign-in", data={"persona": persona})
            assert answer.ok, await answer.text()
        page = await context.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
        page.on("console", lambda said: problems.append(f"{page.url}: {said.text}") if said.type == "error" else None)
        return Device(context, page, self.origin, problems)

    async def close(self) -> None:
        for context in self._all:
            await context.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium_browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(
            executable_path=chromium.chromium(), args=[*chromium.ARGUMENTS, *QUIET]
        )
        yield launched
        await launched.close()


@pytest.fixture(scope="module")
def product(demo_world: DemoWorld, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    folder: Path = tmp_path_factory.mktemp("product")
    with Product(demo_world.settings, folder) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def devices(chromium_browser: Browser, product: Product) -> AsyncIterator[Devices]:
    handed_out = Devices(chromium_browser, product.origins[0])
    yield handed_out
    await handed_out.close()
