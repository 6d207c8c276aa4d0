"""How long a session lasts, for each role, and what happens when it ends. The clock travels; the database is real."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
import pytest_asyncio

from tests.calling import Browser, a_browser
from tests.world import World
from vrijplaats.accounts.rules import device_of, device_words
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor, Role
from vrijplaats.settings import Mode, Settings

VIEWER = "{ viewer { displayName } }"
SIGN_OUT = {"X-Vrijplaats": "1"}
CLEARED = {"X-Vrijplaats-Cleared": "1"}
MINUTES, HOURS, DAYS = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
LAST_SEEN = "select last_seen_at from session where person_id = $1"


@pytest_asyncio.fixture
async def demo(db: Settings, world: World) -> AsyncIterator[Browser]:
    browser = a_browser(replace(db, mode=Mode.DEMO), world)
    async with browser.http:
        yield browser


async def _signed_in(demo: Browser, world: World, role: Role) -> Actor:
    """Somebody of this role, who signs in now through the door of the demo."""
    organisation, facility = await world.an_organisation(), await world.a_facility()
    makers: dict[Role, Callable[[], Awaitable[Actor]]] = {
        Role.VOLUNTEER: lambda: world.a_volunteer(organisation),
        Role.COORDINATOR: lambda: world.a_coordinator(organisation),
        Role.STAFF: lambda: world.a_staff_member(facility),
        Role.FUNDER: world.a_funder,
        Role.OPERATOR: world.an_operator,
    }
    actor = await makers[role]()
    key = f"{role.lower()}-{uuid4().hex[:8]}"
    await world.a_persona(key, actor)
    assert (await demo.http.post("/demo/sign-in", json={"persona": key})).status_code == 200
    return actor


async def _why(demo: Browser, moment: datetime, *, by_itself: bool = False) -> str | None:
    """What a request at that moment is told: None when it is answered, else why the session is over."""
    headers = {"X-Vrijplaats": "1"} | ({"X-Vrijplaats-By-Itself": "1"} if by_itself else {})
    with clock.travel(moment):
        response = await demo.http.post("/graphql", json={"query": VIEWER}, headers=headers)
    if response.status_code == 200:
        return None
    assert response.status_code == 401
    (error,) = response.json()["errors"]
    assert error["extensions"]["code"] == "UNAUTHENTICATED"
    return str(error["extensions"]["why"])


@pytest.mark.parametrize(
    ("role", "lasts", "why"),
    [
        (Role.VOLUNTEER, 30 * DAYS, "IDLE"),
        (Role.COORDINATOR, 12 * HOURS, "TIME_UP"),
        (Role.FUNDER, 12 * HOURS, "TIME_UP"),
        (Role.OPERATOR, 12 * HOURS, "TIME_UP"),
        (Role.STAFF, 10 * MINUTES, "IDLE"),
    ],
)
async def test_a_session_ends_by_the_policy_of_its_role(
    demo: Browser, world: World, role: Role, lasts: timedelta, why: str
) -> None:
    now = clock.now()
    with clock.travel(now):
        await _signed_in(demo, world, role)
    assert await _why(demo, now + lasts - timedelta(seconds=1), by_itself=True) is None
    assert await _why(demo, now + lasts, by_itself=True) == why


async def test_volunteer_who_comes_back_in_time_stays_signed_in(demo: Browser, world: World) -> None:
    now = clock.now()
    with clock.travel(now):
        await _signed_in(demo, world, Role.VOLUNTEER)
    for days in (29, 58, 87, 116):
        assert await _why(demo, now + days * DAYS) is None


async def test_staff_at_work_all_day_sign_in_again_after_eight_hours(demo: Browser, world: World) -> None:
    now = clock.now()
    with clock.travel(now):
        await _signed_in(demo, world, Role.STAFF)
    for minutes in range(8, 480, 8):
        assert await _why(demo, now + minutes * MINUTES) is None
    assert await _why(demo, now + 8 * HOURS) == "TIME_UP"


async def test_a_screen_that_asks_by_itself_keeps_nobody_signed_in(demo: Browser, world: World) -> None:
    now = clock.now()
    with clock.travel(now):
        await _signed_in(demo, world, Role.STAFF)
    for minutes in range(1, 10):
        assert await _why(demo, now + minutes * MINUTES, by_itself=True) is None
    assert await _why(demo, now + 10 * MINUTES, by_itself=True) == "IDLE"


async def test_being_there_is_written_at_most_once_a_minute(demo: Browser, world: World) -> None:
    now = clock.now()
    with clock.travel(now):
        actor = await _signed_in(demo, world, Role.STAFF)
    written = await world.value(LAST_SEEN, actor.person_id)
    for seconds in (1, 30, 59):
        await _why(demo, now + timedelta(seconds=seconds))
        assert await world.value(LAST_SEEN, actor.person_id) == written
    await _why(demo, now + MINUTES)
    assert await world.value(LAST_SEEN, actor.person_id) == now + MINUTES


async def test_a_download_is_refused_when_the_session_is_over(demo: Browser, world: World) -> None:
    now = clock.now()
    with clock.travel(now):
        await _signed_in(demo, world, Role.FUNDER)
    path = f"/publications/{uuid4()}.csv"
    with clock.travel(now + 11 * HOURS):
        assert (await demo.http.get(path)).status_code == 404
    with clock.travel(now + 12 * HOURS):
        assert (await demo.http.get(path)).status_code == 401


async def test_what_was_over_by_its_own_row_stays_over(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    await browser.sign_in(operator)
    await world.connection.execute(
        "update session set expires_at = now() - interval '1 minute' where person_id = $1", operator.person_id
    )
    assert (await browser.post(VIEWER)).status_code == 401


async def test_signing_in_ends_the_session_this_browser_had(demo: Browser, world: World) -> None:
    """No session fixation: a token that was there before signing in opens nothing afterwards."""
    first = await _signed_in(demo, world, Role.VOLUNTEER)
    token = demo.http.cookies["vrijplaats"]
    await _signed_in(demo, world, Role.STAFF)
    assert demo.http.cookies["vrijplaats"] != token
    assert await world.value("select count(*) from session where person_id = $1", first.person_id) == 0
    demo.http.cookies.clear()
    demo.http.cookies.set("vrijplaats", token)
    assert await _why(demo, clock.now()) == "ENDED"


async def test_a_token_that_somebody_else_chose_is_never_taken_over(demo: Browser, world: World) -> None:
    demo.http.cookies.set("vrijplaats", "chosen-by-somebody-else")
    await _signed_in(demo, world, Role.VOLUNTEER)
    demo.http.cookies.clear()
    demo.http.cookies.set("vrijplaats", "chosen-by-somebody-else")
    assert await _why(demo, clock.now()) == "ENDED"


@pytest.mark.parametrize(("role", "age"), [(Role.VOLUNTEER, 400 * DAYS), (Role.COORDINATOR, 12 * HOURS + 30 * DAYS)])
async def test_an_own_device_keeps_the_cookie(demo: Browser, world: World, role: Role, age: timedelta) -> None:
    actor = await _signed_in(demo, world, role)
    await world.a_persona(f"again-{role}", actor)
    response = await demo.http.post("/demo/sign-in", json={"persona": f"again-{role}"})
    assert f"Max-Age={int(age.total_seconds())}" in response.headers["set-cookie"]
    assert "clear-site-data" not in (await demo.http.post("/sign-out", headers=SIGN_OUT)).headers


async def test_a_shared_workstation_keeps_nothing(demo: Browser, world: World) -> None:
    actor = await _signed_in(demo, world, Role.STAFF)
    await world.a_persona("staff-shared", actor)
    cookie = (await demo.http.post("/demo/sign-in", json={"persona": "staff-shared"})).headers["set-cookie"].lower()
    assert "max-age" not in cookie and "expires" not in cookie
    left = await demo.http.post("/sign-out", headers=SIGN_OUT | CLEARED)
    assert left.headers["clear-site-data"] == '"cache", "storage"'


async def test_nobody_knows_whose_session_it_was_and_only_a_device_that_cleared_by_itself_keeps_what_others_wait_for(
    demo: Browser, world: World
) -> None:
    await _signed_in(demo, world, Role.VOLUNTEER)
    token = demo.http.cookies["vrijplaats"]
    await demo.http.post("/sign-out", headers=SIGN_OUT)
    for headers, clearing in ((SIGN_OUT, '"cache", "storage"'), (SIGN_OUT | CLEARED, None)):
        demo.http.cookies.set("vrijplaats", token)
        left = await demo.http.post("/sign-out", headers=headers)
        assert left.headers.get("clear-site-data") == clearing
        assert "vrijplaats=" in left.headers["set-cookie"] and "Max-Age=0" in left.headers["set-cookie"]


async def test_a_session_that_is_over_says_why_in_the_language_of_the_browser(demo: Browser, world: World) -> None:
    now = clock.now()
    with clock.travel(now):
        await _signed_in(demo, world, Role.STAFF)
    with clock.travel(now + HOURS):
        said = await demo.http.post(
            "/graphql", json={"query": VIEWER}, headers={"X-Vrijplaats": "1", "Accept-Language": "en"}
        )
    assert said.json()["errors"][0]["message"] == "You did nothing for a while, so you were signed out. Sign in again."


WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("agent", "dutch", "english"),
    [
        (f"(Linux; Android 10; K) {WEBKIT} Chrome/130.0 Safari/537.36", "Chrome op Android", "Chrome on Android"),
        (f"(iPhone; CPU iPhone OS 17_5 like Mac OS X) {WEBKIT} Safari/604", "Safari op iPhone", "Safari on iPhone"),
        (f"(Windows NT 10.0) {WEBKIT} Chrome/130.0 Safari/5 Edg/130.0", "Edge op Windows", "Edge on Windows"),
        ("(X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox op Linux", "Firefox on Linux"),
        ("python-httpx/0.27", "Een ander apparaat", "Another device"),
        ("", "Een ander apparaat", "Another device"),
    ],
)
def test_a_device_has_coarse_words(agent: str, dutch: str, english: str) -> None:
    assert (device_words(device_of(agent), "nl"), device_words(device_of(agent), "en")) == (dutch, english)
