"""Being somebody of the demo: only in the demo, only somebody who is in it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from uuid import uuid4

import pytest
import pytest_asyncio

from tests.calling import Browser, a_browser
from tests.world import World
from vrijplaats.core.mail import Button, Letter, Text
from vrijplaats.core.mail.sending import keep
from vrijplaats.demo.mail import MOST
from vrijplaats.settings import Mode, Settings, current

VIEWER = "{ viewer { displayName demo } }"
SIGN_OUT = {"X-Vrijplaats": "1"}


@pytest_asyncio.fixture
async def demo(db: Settings, world: World) -> AsyncIterator[Browser]:
    browser = a_browser(replace(db, mode=Mode.DEMO), world)
    async with browser.http:
        yield browser


async def test_one_signs_in_as_a_persona_and_out_again(demo: Browser, world: World) -> None:
    await world.a_persona("coordinator-noord", await world.a_coordinator(await world.an_organisation(), "Anja de Wit"))
    response = await demo.http.post("/demo/sign-in", json={"persona": "coordinator-noord"})
    assert response.status_code == 200
    cookie = response.headers["set-cookie"]
    assert cookie.startswith("vrijplaats=")
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Path=/" in cookie and "Secure" not in cookie
    assert (await demo.graphql(VIEWER))["viewer"] == {"displayName": "Anja de Wit", "demo": True}
    token = demo.http.cookies["vrijplaats"]
    assert (await demo.http.post("/sign-out", headers=SIGN_OUT)).status_code == 200
    demo.http.cookies.set("vrijplaats", token)
    assert (await demo.post(VIEWER)).status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "https://elders.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://elders.example", "Sec-Fetch-Site": "same-origin"}, 403),
    ],
)
async def test_another_site_signs_nobody_in(demo: Browser, world: World, headers: dict[str, str], status: int) -> None:
    key = f"funder-{uuid4()}"
    await world.a_persona(key, await world.a_funder())
    response = await demo.http.post("/demo/sign-in", json={"persona": key}, headers=headers)
    assert response.status_code == status, response.text
    assert ("set-cookie" in response.headers) is (status == 200)


async def test_our_own_page_signs_in(demo: Browser, world: World) -> None:
    await world.a_persona("funder-here", await world.a_funder())
    here = {"Origin": str(demo.http.base_url).rstrip("/"), "Sec-Fetch-Site": "same-origin"}
    response = await demo.http.post("/demo/sign-in", json={"persona": "funder-here"}, headers=here)
    assert response.status_code == 200


async def test_the_database_knows_only_the_hash_of_a_token(demo: Browser, world: World) -> None:
    actor = await world.a_funder()
    await world.a_persona("funder-hash", actor)
    await demo.http.post("/demo/sign-in", json={"persona": "funder-hash"})
    token = demo.http.cookies["vrijplaats"]
    kept = await world.value("select row_to_json(s)::text from session s where person_id = $1", actor.person_id)
    assert token not in kept
    assert len(token) >= 43


async def test_personas_are_listed_with_what_they_do(demo: Browser, world: World) -> None:
    facility = await world.a_facility("Dordrecht")
    await world.a_persona("staff-list", await world.a_staff_member(facility, "Bram Visser"))
    listed = (await demo.http.get("/demo/personas", headers={"Accept-Language": "en"})).json()
    assert {
        "key": "staff-list",
        "name": "Bram Visser",
        "role": "STAFF",
        "organisation": None,
        "facility": "PI Dordrecht",
        "description": "Enters requests and confirms visits.",
    } in listed


async def test_an_unknown_persona_is_not_found(demo: Browser) -> None:
    response = await demo.http.post("/demo/sign-in", json={"persona": "the-minister"})
    assert response.status_code == 404
    assert response.json()["errors"][0]["extensions"]["code"] == "UNKNOWN_PERSONA"
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize("content", [b"", b"[]", b'{"persona": 5}', b"{}", b"\xff"])
async def test_what_names_no_persona_is_a_bad_request(demo: Browser, content: bytes) -> None:
    assert (await demo.http.post("/demo/sign-in", content=content)).status_code == 400


async def test_outside_the_demo_there_is_no_such_door(browser: Browser, world: World) -> None:
    await world.a_persona("operator-real", await world.an_operator())
    assert (await browser.http.get("/demo/personas")).status_code == 404
    response = await browser.http.post("/demo/sign-in", json={"persona": "operator-real"})
    assert response.status_code == 404
    assert "set-cookie" not in response.headers


async def test_another_site_cannot_sign_somebody_out(demo: Browser) -> None:
    assert (await demo.http.post("/sign-out")).status_code == 403


@pytest.mark.parametrize(("mode", "only_https"), [(Mode.PRODUCTION, True), (Mode.DEMO, False)])
async def test_behind_https_the_cookie_is_locked_to_the_host(
    db: Settings, world: World, mode: Mode, only_https: bool
) -> None:
    browser = a_browser(replace(db, mode=mode, origin="https://vrijplaats.example"), world)
    browser.http.base_url = "https://vrijplaats.example"
    async with browser.http:
        response = await browser.http.post("/sign-out", headers=SIGN_OUT)
    cookie = response.headers["set-cookie"]
    assert cookie.startswith("__Host-vrijplaats=") and "Secure" in cookie and "HttpOnly" in cookie
    assert response.headers.get("strict-transport-security", "").startswith("max-age=") is only_https


async def test_letters_of_the_demo_can_be_read_and_those_of_real_work_cannot(demo: Browser, browser: Browser) -> None:
    folder = current().var / "mail"
    parts = (Text("Hallo Els,"), Button("Doe mee", "http://localhost/welkom#x"))
    for number in range(MOST + 2):
        letter = Letter(
            id=uuid4(), to="els@demo.example", name="Els Bakker", locale="nl", subject=f"Brief {number}", parts=parts
        )
        keep(folder, letter, letter.message(sender="post@demo.example", origin="http://localhost"))
    listed = (await demo.http.get("/demo/mail")).json()
    assert [letter["subject"] for letter in listed] == [f"Brief {number}" for number in range(MOST + 1, 1, -1)]
    assert "http://localhost/welkom#x" in listed[0]["text"]
    assert (await browser.http.get("/demo/mail")).status_code == 404
