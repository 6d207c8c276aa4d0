"""Signing in with a passkey, and everything that looks like one and is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest

from tests.accounts.authenticator import Authenticator
from tests.calling import Browser, a_browser
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor
from vrijplaats.settings import Settings

OURS = {"X-Vrijplaats": "1"}
VIEWER = "{ viewer { displayName current { role } } }"


async def post(browser: Browser, path: str, content: Any = None) -> httpx.Response:
    return await browser.http.post(f"/passkeys/{path}", json=content or {}, headers=OURS)


async def options(browser: Browser, path: str) -> Any:
    response = await post(browser, f"{path}/options")
    assert response.status_code == 200, response.text
    return response.json()


async def registered(browser: Browser, actor: Actor, device: Authenticator | None = None) -> Authenticator:
    """A device with a passkey of the actor; nobody is signed in afterwards."""
    device = device or Authenticator()
    await browser.sign_in(actor)
    made = device.make(await options(browser, "registration"))
    response = await post(browser, "registration", {"credential": made, "name": "Mijn telefoon"})
    assert response.status_code == 200, response.text
    browser.http.cookies.clear()
    return device


def code(response: httpx.Response) -> str:
    found: str = response.json()["errors"][0]["extensions"]["code"]
    return found


async def refused(browser: Browser, credential: Any) -> bool:
    """Whether it is turned away like everything else that is turned away."""
    response = await post(browser, "sign-in", {"credential": credential})
    return (response.status_code, code(response), "set-cookie" in response.headers) == (403, "PASSKEY_REFUSED", False)


async def test_a_person_adds_a_passkey_and_signs_in_with_it(browser: Browser, world: World) -> None:
    operator = await world.an_operator("Anja de Wit")
    device = await registered(browser, operator)
    response = await post(browser, "sign-in", {"credential": device.show(await options(browser, "sign-in"))})
    assert response.json() == {"signedIn": True}
    assert "HttpOnly" in response.headers["set-cookie"]
    assert (await browser.graphql(VIEWER))["viewer"]["displayName"] == "Anja de Wit"
    verbs = await world.rows("select verb from history where person_id = $1 order by id", operator.person_id)
    assert [row["verb"] for row in verbs] == ["passkey.add", "passkey.sign_in"]


async def test_what_is_asked_of_a_device(browser: Browser, world: World) -> None:
    await browser.sign_in(operator := await world.an_operator("Anja"))
    asked = await options(browser, "registration")
    assert asked["rp"] == {"name": "Vrijplaats", "id": "localhost"}
    selection = asked["authenticatorSelection"]
    assert (selection["residentKey"], selection["userVerification"]) == ("required", "required")
    assert (asked["user"]["name"], asked["attestation"]) == ("Anja", "none")
    device = await registered(browser, operator)
    shown = device.show(await options(browser, "sign-in"))
    await post(browser, "sign-in", {"credential": shown})
    known = (await options(browser, "registration"))["excludeCredentials"]
    assert [each["id"] for each in known] == [device.make(asked)["id"]]
    shown = await options(browser, "sign-in")
    assert (shown["userVerification"], shown["allowCredentials"]) == ("required", [])


async def test_a_challenge_is_answered_once(browser: Browser, world: World) -> None:
    device = await registered(browser, await world.an_operator())
    shown = device.show(await options(browser, "sign-in"))
    assert (await post(browser, "sign-in", {"credential": shown})).status_code == 200
    assert await refused(browser, shown)


async def test_a_wrong_answer_uses_the_challenge_up(browser: Browser, world: World) -> None:
    device = await registered(browser, await world.an_operator())
    asked = await options(browser, "sign-in")
    device.origin = "https://vrijplaats.example.evil"
    assert await refused(browser, device.show(asked))
    device.origin = "http://localhost:8000"
    assert await refused(browser, device.show(asked))


async def test_a_challenge_lasts_five_minutes(browser: Browser, world: World) -> None:
    device = await registered(browser, await world.an_operator())
    asked = await options(browser, "sign-in")
    with clock.travel(clock.now() + timedelta(minutes=5, seconds=1)):
        assert await refused(browser, device.show(asked))


async def test_a_challenge_nobody_asked_is_refused(browser: Browser, world: World) -> None:
    device = await registered(browser, await world.an_operator())
    asked = await options(browser, "sign-in")
    assert await refused(browser, device.show(asked | {"challenge": "A" * 43}))


async def test_a_challenge_for_confirming_does_not_sign_in(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    device = await registered(browser, operator)
    await browser.sign_in(operator)
    asked = await options(browser, "confirm")
    browser.http.cookies.clear()
    assert await refused(browser, device.show({"challenge": asked["challenge"], "rpId": "localhost"}))


async def test_nobody_adds_a_passkey_with_somebody_elses_challenge(browser: Browser, world: World) -> None:
    anja, bram = await world.an_operator(), await world.an_operator()
    await browser.sign_in(anja)
    made = Authenticator().make(await options(browser, "registration"))
    await browser.sign_in(bram)
    response = await post(browser, "registration", {"credential": made, "name": "Van Anja"})
    assert (response.status_code, code(response)) == (403, "PASSKEY_NOT_ADDED")
    assert await world.value("select count(*) from passkey where person_id = $1", bram.person_id) == 0


async def test_a_device_that_does_not_know_who_holds_it_is_refused(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    await browser.sign_in(operator)
    careless = Authenticator(verifies=False)
    made = careless.make(await options(browser, "registration"))
    assert code(await post(browser, "registration", {"credential": made, "name": "x"})) == "PASSKEY_NOT_ADDED"
    device = await registered(browser, operator)
    device.verifies = False
    assert await refused(browser, device.show(await options(browser, "sign-in")))


async def test_an_answer_for_another_origin_or_name_is_refused(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    await browser.sign_in(operator)
    made = Authenticator(origin="http://localhost:9999").make(await options(browser, "registration"))
    assert code(await post(browser, "registration", {"credential": made, "name": "x"})) == "PASSKEY_NOT_ADDED"
    device = await registered(browser, operator)
    assert await refused(browser, device.show(await options(browser, "sign-in") | {"rpId": "example.org"}))


async def test_a_copied_key_is_found_by_its_counter_and_blocked(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    device = await registered(browser, operator)
    device.count = 7
    copy = replace(device, count=3)
    shown = device.show(await options(browser, "sign-in"))
    assert (await post(browser, "sign-in", {"credential": shown})).status_code == 200
    browser.http.cookies.clear()
    assert await refused(browser, copy.show(await options(browser, "sign-in")))
    assert await refused(browser, device.show(await options(browser, "sign-in")))
    verbs = await world.rows("select verb from history where person_id = $1 order by id", operator.person_id)
    assert [row["verb"] for row in verbs] == ["passkey.add", "passkey.sign_in", "passkey.block"]


async def test_nobody_blocks_a_passkey_without_holding_it(browser: Browser, world: World) -> None:
    device = await registered(browser, await world.an_operator(), Authenticator(count=5))
    stranger = Authenticator(credential_id=device.credential_id, user=device.user, count=1)
    assert await refused(browser, stranger.show(await options(browser, "sign-in")))
    shown = device.show(await options(browser, "sign-in"))
    assert (await post(browser, "sign-in", {"credential": shown})).status_code == 200


async def test_an_unknown_passkey_answers_as_a_wrong_one(browser: Browser, world: World) -> None:
    device = await registered(browser, await world.an_operator())
    unknown = Authenticator(user=device.user).show(await options(browser, "sign-in"))
    wrong = replace(device, origin="http://elsewhere").show(await options(browser, "sign-in"))
    other = replace(device, user=bytes(16)).show(await options(browser, "sign-in"))
    answers = [await post(browser, "sign-in", {"credential": each}) for each in (unknown, wrong, other, {}, "x", None)]
    assert {(answer.status_code, answer.content) for answer in answers} == {(403, answers[0].content)}


async def test_signing_in_never_keeps_the_token_a_browser_came_with(browser: Browser, world: World) -> None:
    anja, bram = await world.an_operator("Anja"), await world.an_operator("Bram")
    device = await registered(browser, anja)
    await browser.sign_in(bram)
    before = browser.http.cookies["vrijplaats"]
    shown = device.show(await options(browser, "sign-in"))
    token = (await post(browser, "sign-in", {"credential": shown})).cookies["vrijplaats"]
    assert token != before
    browser.http.cookies.clear()
    browser.http.cookies.set("vrijplaats", before)
    assert await browser.codes(VIEWER) == ["UNAUTHENTICATED"]
    browser.http.cookies.set("vrijplaats", token)
    assert (await browser.graphql(VIEWER))["viewer"]["displayName"] == "Anja"


async def test_a_session_begins_where_the_person_last_was(browser: Browser, world: World) -> None:
    coordinator = await world.a_coordinator(await world.an_organisation())
    member = {"person_id": coordinator.person_id, "role": "OPERATOR"}
    operator = replace(coordinator, membership_id=await world.insert("membership", **member))
    device = await registered(browser, operator)
    await world.connection.execute("delete from session where person_id = $1", coordinator.person_id)
    await post(browser, "sign-in", {"credential": device.show(await options(browser, "sign-in"))})
    assert (await browser.graphql(VIEWER))["viewer"]["current"]["role"] == "OPERATOR"
    await world.connection.execute("update membership set ended_at = now() where id = $1", operator.membership_id)
    await post(browser, "sign-in", {"credential": device.show(await options(browser, "sign-in"))})
    assert (await browser.graphql(VIEWER))["viewer"]["current"]["role"] == "COORDINATOR"


async def test_who_is_no_longer_anything_does_not_come_in(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    device = await registered(browser, operator)
    await world.connection.execute("update membership set ended_at = now() where id = $1", operator.membership_id)
    assert await refused(browser, device.show(await options(browser, "sign-in")))


@pytest.mark.parametrize(
    "path", ["registration/options", "registration", "confirm/options", "confirm", "sign-in/options", "sign-in"]
)
async def test_another_site_cannot_ask(browser: Browser, path: str) -> None:
    assert (await browser.http.post(f"/passkeys/{path}", json={})).status_code == 403


@pytest.mark.parametrize("path", ["registration/options", "registration", "confirm/options", "confirm"])
async def test_nobody_adds_a_passkey_without_being_signed_in(browser: Browser, path: str) -> None:
    assert (await post(browser, path)).status_code == 401


@pytest.mark.parametrize(
    ("name", "status"), [("", 400), ("x" * 61, 400), ("a\x00b", 400), (5, 400), (" Telefoon ", 200)]
)
async def test_a_passkey_is_added_under_a_name(browser: Browser, world: World, name: object, status: int) -> None:
    await browser.sign_in(await world.an_operator())
    made = Authenticator().make(await options(browser, "registration"))
    assert (await post(browser, "registration", {"credential": made, "name": name})).status_code == status


async def test_the_database_knows_only_the_hash_of_a_challenge(browser: Browser, world: World, db: Settings) -> None:
    another = a_browser(db, world)
    async with another.http:
        asked = await options(another, "sign-in")
    kept = await world.rows("select row_to_json(c)::text as row from webauthn_challenge c")
    assert kept
    assert all(asked["challenge"] not in row["row"] for row in kept)
