"""Pictures of every screen of a volunteer, to look at: `python -m tests.browser.pictures FOLDER [nl] [en]`.

Each on two phones, light and dark, and with letters of 200 %; what a desk hears of it on a laptop. In the language that
is asked for. It starts a program of its own, with a world that it may change.
"""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from playwright.async_api import async_playwright

from tests import chromium
from tests.browser.devices import PHONE, QUIET, Device, Devices
from tests.browser.scenes import Stage
from tests.browser.scenes_of_plans import SCENES
from vrijplaats.settings import ROOT

# width, height, dark, letters
LOOKS = {
    "390": (390, 844, False, 16),
    "390-dark": (390, 844, True, 16),
    "360": (360, 740, False, 16),
    "360-dark": (360, 740, True, 16),
    "360-200": (360, 740, False, 32),
}
ON_A_DESK = {
    "1280": (1280, 800, False, 16),
    "1280-dark": (1280, 800, True, 16),
    "1280-200": (1280, 800, False, 32),
}

PATIENCE_MS = 60_000
DRAWN = "() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 100))"


async def main(folder: Path, languages: list[str]) -> None:
    """A world for each language, and every scene in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in languages:
        with _program() as (origin, dsn):
            async with _devices(origin) as devices:
                stage = Stage(devices, dsn, language)
                for name, scene in SCENES.items():
                    device = await scene(stage)
                    await _taken(device, folder, f"{name}-{language}")
                    await device.context.close()
                    print(f"{name}-{language}", flush=True)


async def _taken(device: Device, folder: Path, name: str) -> None:
    """On a window as high as the page, so that what is stuck to its foot is there."""
    page = device.page
    cdp = await device.context.new_cdp_session(page)
    looks = LOOKS if page.viewport_size == PHONE else ON_A_DESK
    for look, (width, height, dark, letters) in looks.items():
        await page.set_viewport_size({"width": width, "height": height})
        await page.emulate_media(color_scheme="dark" if dark else "light")
        await cdp.send("Page.setFontSizes", {"fontSizes": {"standard": letters}})
        await page.evaluate(DRAWN)
        whole = await page.evaluate("document.documentElement.scrollHeight")
        await page.set_viewport_size({"width": width, "height": max(height, whole)})
        await page.evaluate(DRAWN)
        await page.screenshot(path=str(folder / f"{name}-{look}.png"), timeout=PATIENCE_MS)


@asynccontextmanager
async def _devices(origin: str) -> AsyncIterator[Devices]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium.chromium(), args=[*chromium.ARGUMENTS, *QUIET]
        )
        yield Devices(browser, origin)
        await browser.close()


@contextmanager
def _program() -> Iterator[tuple[str, str]]:
    """The demo on a free port: its origin, and the database's admin URL."""
    with tempfile.TemporaryDirectory(prefix="vrijplaats-pictures-") as folder, socket.socket() as probe:
        Path(folder).chmod(0o711)
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        environment = {**os.environ, "VRIJPLAATS_VAR": f"{folder}/var", "VRIJPLAATS_DEMO": "1", "PORT": str(port)}
        run = [sys.executable, "-m", "vrijplaats"]
        process = subprocess.Popen([*run, "run"], env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout is not None
            assert any(line.startswith("ready") for line in process.stdout), "the program did not start"
            dsn = subprocess.check_output([*run, "dsn", "--role", "admin"], env=environment, text=True)
            yield f"http://localhost:{port}", dsn.strip()
        finally:
            process.terminate()
            process.wait(30)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2:] or ["nl", "en"]))
