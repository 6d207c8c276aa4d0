"""One real Chromium for the run, or two where notifications come; a context is somebody's own device."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from playwright.async_api import (
    Browser,
    BrowserContext,
    Error,
    Page,
    Playwright,
    ViewportSize,
    async_playwright,
    expect,
)

from tests import chromium
from tests.journeys.product import Product

if TYPE_CHECKING:
    from tests.conftest import DemoWorld

# how long a screen may take on a machine that does other things too; what is there at once is seen at once
PATIENCE_MS = 10_000
expect.set_options(timeout=PATIENCE_MS)

PHONE = ViewportSize(width=390, height=844)
LAPTOP = ViewportSize(width=1280, height=800)
TABLET = ViewportSize(width=820, height=1180)
_NOT_BY_ITSELF = "const each = setInterval; setInterval = (go, ms) => (ms < 20000 ? each(go, ms) : 0)"
QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # the browser's own pages beside ours, and what Playwright turns off (the last list counts)
    (
        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,AimEnabled,PreconnectToSearch,"
        "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,"
        "LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,"
        "OptimizationHints,NetworkTimeServiceQuerying,Translate"
    ),
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

    async def looks_when_asked(self) -> None:
        """For a test that presses what is no longer so: from the next page on nothing is asked anew by itself."""
        await self.page.add_init_script(_NOT_BY_ITSELF)

    async def looked_at_again(self) -> None:
        """Its owner turns to it again. What it was told meanwhile may be leading it elsewhere: that is a look too."""
        try:
            await self.page.evaluate("window.dispatchEvent(new Event('focus'))")
        except Error as gone:
            if "Execution context was destroyed" not in gone.message:
                raise


class Browsers:
    """The browsers of the run, by their path; each is started when first asked for."""

    def __init__(self, playwright: Playwright) -> None:
        self._playwright = playwright
        self._started: dict[str, Browser] = {}

    async def __aenter__(self) -> Browsers:
        return self

    async def __aexit__(self, *_: object) -> None:
        for browser in self._started.values():
            await browser.close()

    async def one(self, path: str) -> Browser:
        if path not in self._started:
            arguments = [*chromium.ARGUMENTS, *QUIET]
            self._started[path] = await self._playwright.chromium.launch(executable_path=path, args=arguments)
        return self._started[path]


class Devices:
    """Hands out devices on one running program."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self.browser, self.origin = browser, origin
        self._all: list[BrowserContext] = []

    async def one(
        self, persona: str | None = None, *, phone: bool = False, tablet: bool = False, dark: bool = False
    ) -> Device:
        """A new device, signed in as the persona when one is named; a laptop, if it is nothing else."""
        context = await self.browser.new_context(
            viewport=PHONE if phone else TABLET if tablet else LAPTOP,
            device_scale_factor=2 if phone else 1,
            has_touch=phone or tablet,
            is_mobile=phone or tablet,
            color_scheme="dark" if dark else "light",
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE_MS)
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
async def browsers() -> AsyncIterator[Browsers]:
    async with async_playwright() as playwright, Browsers(playwright) as opened:
        yield opened


@pytest.fixture(scope="module")
def product(demo_world: DemoWorld, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    folder: Path = tmp_path_factory.mktemp("product")
    with Product(demo_world.settings, folder) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def devices(request: pytest.FixtureRequest, browsers: Browsers, product: Product) -> AsyncIterator[Devices]:
    """Devices on a running program; a test marked `notifications` has them in the browser as people have it."""
    notified = request.node.get_closest_marker("notifications") is not None
    handed_out = Devices(await browsers.one(chromium.chromium(as_people_have_it=notified)), product.origins[0])
    yield handed_out
    await handed_out.close()
