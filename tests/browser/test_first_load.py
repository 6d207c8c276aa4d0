"""What a volunteer's phone fetches before the invitations are on screen, as it comes over the line: within the budget.

First load: a phone that was never here, signed in as a volunteer, opens /uitnodigingen. Counted is the body of every
script and stylesheet asked for until an invitation can be read, packed with gzip as our server serves it. What is
fetched afterwards (other screens, the shell that the service worker keeps) is not part of it.
"""

from __future__ import annotations

import asyncio
import gzip
import re
from collections import defaultdict

import pytest
from playwright.async_api import Request, Response, Route, expect

from tests.browser.devices import Device, Devices
from tests.browser.screens import paths_of
from tests.journeys.screens import Screen

pytestmark = pytest.mark.asyncio(loop_scope="session")

KILOBYTE = 1024
BUDGET = {"script": 45 * KILOBYTE, "stylesheet": 10 * KILOBYTE}
SERVICE_WORKER_BUDGET = 6 * KILOBYTE


async def test_the_first_screen_of_a_volunteer_is_within_its_budget(devices: Devices) -> None:
    device = await devices.one("volunteer-1", phone=True)
    weights = await _first_load(device)
    print({kind: f"{sum(files.values()) / KILOBYTE:.1f} KB" for kind, files in weights.items()})
    for kind, budget in BUDGET.items():
        assert 0 < sum(weights[kind].values()) <= budget, f"{kind}: {weights[kind]}"
    assert device.problems == []


async def test_the_service_worker_is_within_its_budget(devices: Devices) -> None:
    device = await devices.one("volunteer-1", phone=True)
    assert 0 < await _packed(device, "/service-worker.js") <= SERVICE_WORKER_BUDGET
    # and that is all of it
    assert not re.search(r"importScripts|\bimport\b", await _text(device, "/service-worker.js"))


SHOWN = {
    "uitnodigingen": ".card.offer",
    "uitnodiging": "main dl",
    "koppelingen": "main .card",
    "koppeling": "main .card",
    "bezoeken": "main a[href*='/bezoeken/']",
    "bezoek": "main dl",
    "ik": "main nav.card",
}


_WITHOUT_THE_APP = "() => performance.getEntriesByName('first-contentful-paint').length === 1 && window.dates === 1"


async def test_while_nothing_of_the_app_came_yet_the_mark_is_drawn_and_the_slow_part_of_dates_is_done(
    devices: Devices,
) -> None:
    """Nothing in the page waits for the app's styles or scripts, and the browser has read what it knows of calendars,
    which would otherwise hold up the first screen."""
    device = await devices.one("volunteer-1", phone=True)
    await device.page.add_init_script(
        "window.dates = 0; Intl.DateTimeFormat = class extends Intl.DateTimeFormat"
        " { constructor(...of) { super(...of); window.dates += 1 } }"
    )
    may_come = asyncio.Event()

    async def later(route: Route) -> None:
        await may_come.wait()
        await route.continue_()

    await device.page.route(re.compile(r"/_app/"), later)
    await device.page.goto(device.origin + "/uitnodigingen", wait_until="commit")
    await device.page.wait_for_function(_WITHOUT_THE_APP)
    await expect(device.page.locator("#start")).to_be_visible()
    may_come.set()
    await expect(device.page.locator(".card.offer").first).to_be_visible()
    await expect(device.page.locator("#start")).to_be_hidden()
    assert device.problems == []


@pytest.mark.parametrize("name", SHOWN)
async def test_a_screen_asks_for_its_files_in_one_go(devices: Devices, name: str) -> None:
    """None after what imports it: all are named in the page itself, so that a slow line is waited for once. An icon
    that no first screen of a phone has may come later; its place is there."""
    path = paths_of("volunteer-1", Screen(devices.origin, "volunteer-1"))[name]
    device = await devices.one("volunteer-1", phone=True)
    await _nothing_afterwards(device)
    asked: list[str] = []
    device.page.on("request", lambda request: asked.append(request.url.removeprefix(device.origin)))
    answer = await device.page.goto(device.origin + path)
    assert answer is not None
    page = await answer.text()
    await device.page.locator(SHOWN[name]).first.wait_for()
    code = [each for each in asked if each.startswith("/_app/") and each.endswith((".js", ".css"))]
    assert len(code) > 5
    assert [each for each in code if each not in page] == []


async def test_nothing_is_asked_of_a_third_party(devices: Devices) -> None:
    """By no screen, and not by the service worker that keeps the shell, however it is installed, updated or asked."""
    device = await devices.one("volunteer-1", phone=True)
    asked: list[Request] = []
    device.context.on("request", lambda request: asked.append(request))  # noqa: PLW0108  playwright wants a function of ours
    for path in paths_of("volunteer-1", Screen(devices.origin, "volunteer-1")).values():
        await device.open(path)
        await device.settled()
    assert await device.page.evaluate("navigator.serviceWorker.ready.then(({ active }) => active !== null)")
    await device.page.evaluate("navigator.serviceWorker.ready.then((ready) => ready.update())")
    assert [each.url for each in asked if each.service_worker], "the worker's own requests are not seen"
    elsewhere = [each.url for each in asked if not each.url.startswith((device.origin + "/", "data:", "blob:"))]
    assert elsewhere == []


async def test_who_reads_dutch_on_a_phone_fetches_no_english_and_no_rail(devices: Devices) -> None:
    device = await devices.one("volunteer-1", phone=True)
    scripts = " ".join([await _text(device, path) for path in (await _first_load(device))["script"]])
    assert "Uitnodigingen" in scripts
    assert "Invitations" not in scripts
    assert 'class="rail"' not in scripts and "class=rail" not in scripts


async def test_english_comes_when_asked_for_and_stays(devices: Devices) -> None:
    device = await devices.one("volunteer-4", phone=True)
    await device.open("/ik")
    await device.page.get_by_role("radio", name="English").check()
    await expect(device.page.get_by_role("link", name="Invitations")).to_be_visible()
    # the choice has arrived, or another page would be loaded before it
    await expect(device.page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    await device.open("/uitnodigingen")
    await expect(device.page.locator("h1")).to_have_text("Invitations")
    await expect(device.page.get_by_text("Nobody is waiting for your answer")).to_be_visible()
    assert device.problems == []


async def _nothing_afterwards(device: Device) -> None:
    """What is fetched by itself once the screen has been quiet for a second is no part of it, on a slow machine either.
    Nor is what a long screen makes below its first screenful."""
    await device.page.add_init_script("const soon = setTimeout; setTimeout = (go, ms) => ms < 1000 && soon(go, ms)")
    await device.page.add_init_script("requestIdleCallback = () => 0")


async def _first_load(device: Device) -> dict[str, dict[str, int]]:
    """Path -> bytes over the line, for each kind of file."""
    await _nothing_afterwards(device)
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    device.page.on("response", note)
    await device.page.goto(device.origin + "/uitnodigingen")
    await device.page.locator(".card.offer").first.wait_for()
    device.page.remove_listener("response", note)
    weights: dict[str, dict[str, int]] = defaultdict(dict)
    for answer in answers:
        kind, path = answer.request.resource_type, answer.url.removeprefix(device.origin)
        if kind in BUDGET:
            weights[kind][path] = await _packed(device, path)
    # the first frame's own style stands in the page
    styles = re.findall(r"<style>(.*?)</style>", await _text(device, "/"), re.DOTALL)
    weights["stylesheet"]["in the page"] = len(gzip.compress("".join(styles).encode()))
    return weights


async def _packed(device: Device, path: str) -> int:
    """The budgets are told in gzip, whatever this browser asked for; one that takes brotli gets less."""
    answer = await device.context.request.get(device.origin + path, headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip", path
    return int(answer.headers["content-length"])


async def _text(device: Device, path: str) -> str:
    return await (await device.context.request.get(device.origin + path)).text()
