"""A provider that lies, breaks or hangs: what the strict one would never say. Nobody comes in by it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from joserfc.jwk import RSAKey

from tests.accounts.sso import hostile as lying
from tests.accounts.sso.hostile import Hostile
from tests.accounts.sso.journey import (
    Scene,
    a_scene,
    already_linked,
    code_of,
    question,
)
from tests.calling import Browser
from tests.world import World
from vrijplaats.accounts.sso import discovery, outside

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def with_hostile(browser: Browser, world: World, hostile: Hostile) -> Scene:
    """An organisation whose provider turned; its coordinator is linked as anja."""
    scene = await a_scene(browser, hostile.issuer, organisation=await world.an_organisation())
    await already_linked(world, scene)
    return scene


async def lied(scene: Scene, hostile: Hostile, **more: str | None) -> httpx.Response:
    """A journey to the hostile one and back; it knows the nonce, as it would."""
    asked = question(await scene.start())
    hostile.nonce = hostile.nonce or asked["nonce"]
    values = {"code": "x", "state": asked["state"], "iss": hostile.issuer} | more
    back = urlencode({name: value for name, value in values.items() if value is not None})
    return await scene.browser.http.get(f"/sso/callback?{back}")


@pytest.mark.filterwarnings("ignore:EdDSA is deprecated")  # by another name; providers still say EdDSA
@pytest.mark.parametrize("algorithm", ["RS256", "PS256", "ES256", "EdDSA"])
async def test_the_hostile_one_is_believed_when_it_does_not_lie(
    browser: Browser, world: World, hostile: Hostile, algorithm: str
) -> None:
    hostile.algorithm = algorithm
    scene = await with_hostile(browser, world, hostile)
    assert (await lied(scene, hostile)).headers["location"] == "/"


def _now(seconds: int) -> int:
    return int(time.time()) + seconds


CLAIMS: dict[str, Callable[[], dict[str, Any]]] = {
    "another issuer": lambda: {"iss": "https://elders.nl"},
    "issuer with a slash more": lambda: {"iss": "/"},
    "no issuer": lambda: {"iss": None},
    "another audience": lambda: {"aud": "een-ander"},
    "no audience": lambda: {"aud": None},
    "no audience at all": lambda: {"aud": []},
    "several audiences and no party": lambda: {"aud": ["vrijplaats", "een-ander"]},
    "another party": lambda: {"aud": ["vrijplaats", "een-ander"], "azp": "een-ander"},
    "another party alone": lambda: {"azp": "een-ander"},
    "expired": lambda: {"exp": _now(-120)},
    "no end": lambda: {"exp": None},
    "an end in words": lambda: {"exp": "morgen"},
    "of long ago": lambda: {"iat": _now(-3600)},
    "of later": lambda: {"iat": _now(3600)},
    "of a moment that is none": lambda: {"iat": -(10**400)},
    "no moment": lambda: {"iat": None},
    "not valid yet": lambda: {"nbf": _now(3600)},
    "another nonce": lambda: {"nonce": "x" * 43},
    "no nonce": lambda: {"nonce": None},
    "a nonce in a list": lambda: {"nonce": ["x"]},
    "no subject": lambda: {"sub": None},
    "an empty subject": lambda: {"sub": ""},
    "a long subject": lambda: {"sub": "x" * 256},
    "a subject that is a number": lambda: {"sub": 5},
}


@pytest.mark.parametrize("why", CLAIMS)
async def test_a_claim_that_is_not_right_lets_nobody_in(
    browser: Browser, world: World, hostile: Hostile, why: str
) -> None:
    scene = await with_hostile(browser, world, hostile)
    hostile.claims = CLAIMS[why]()
    if hostile.claims.get("iss") == "/":
        hostile.claims = {"iss": f"{hostile.issuer}/"}
    assert code_of(await lied(scene, hostile)) == "PROVIDER"
    assert await scene.who() is None


@pytest.mark.parametrize("algorithm", ["none", "HS256", "RS512"])
async def test_an_algorithm_that_is_not_ours_lets_nobody_in(
    browser: Browser, world: World, hostile: Hostile, algorithm: str
) -> None:
    more: dict[str, Any] = {"clientSecret": "geheim-van-de-client-geheim-van-de-client"}
    scene = await a_scene(browser, hostile.issuer, organisation=await world.an_organisation(), **more)
    await already_linked(world, scene)
    hostile.algorithm = algorithm
    assert code_of(await lied(scene, hostile)) == "PROVIDER"


async def test_a_signature_by_another_key_lets_nobody_in(browser: Browser, world: World, hostile: Hostile) -> None:
    scene = await with_hostile(browser, world, hostile)
    hostile.signing = lying.FALSE
    assert code_of(await lied(scene, hostile)) == "PROVIDER"


@pytest.mark.parametrize("part", [0, 1, 2])
async def test_a_token_that_was_changed_lets_nobody_in(
    browser: Browser, world: World, hostile: Hostile, part: int
) -> None:
    scene = await with_hostile(browser, world, hostile)
    hostile.nonce = "n" * 43
    parts = hostile.id_token().split(".")
    parts[part] = ("A" if parts[part][9] != "A" else "B").join((parts[part][:9], parts[part][10:]))
    hostile.token = ".".join(parts)
    assert code_of(await lied(scene, hostile)) == "PROVIDER"


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "é", "x" * 300_000])
async def test_what_is_no_token_lets_nobody_in(browser: Browser, world: World, hostile: Hostile, token: str) -> None:
    scene = await with_hostile(browser, world, hostile)
    hostile.token = token
    assert code_of(await lied(scene, hostile)) == "PROVIDER"


HUGE = (200, {"content-type": "application/json"}, b"[" * (2 * outside.MOST_BYTES))
ELSEWHERE = (302, {"location": "http://127.0.0.1:9/"}, b"")
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "huge": HUGE,
    "elsewhere": ELSEWHERE,
    "packed": (200, {"content-type": "application/json", "content-encoding": "gzip"}, b"\x1f\x8b\x08"),
    "broken": (500, {}, b"oops"),
    "no json": (200, {"content-type": "text/html"}, b"<html>"),
    "no object": (200, {"content-type": "application/json"}, b"[]"),
    "an error": (400, {"content-type": "application/json"}, b'{"error": "invalid_grant"}'),
}


@pytest.mark.parametrize("path", ["/token", "/jwks", "/.well-known/openid-configuration"])
@pytest.mark.parametrize("what", ANSWERS)
async def test_an_answer_that_is_none_lets_nobody_in(
    browser: Browser, world: World, hostile: Hostile, path: str, what: str
) -> None:
    scene = await with_hostile(browser, world, hostile)
    asked = question(await scene.start())
    hostile.nonce, hostile.answers = asked["nonce"], {path: ANSWERS[what]}
    discovery.forget()
    back = urlencode({"code": "x", "state": asked["state"]})
    assert code_of(await scene.browser.http.get(f"/sso/callback?{back}")) == "PROVIDER"
    assert await scene.who() is None


async def test_a_slow_provider_is_waited_for_only_so_long(
    browser: Browser, world: World, hostile: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = await with_hostile(browser, world, hostile)
    monkeypatch.setattr(outside, "PATIENCE_SECONDS", 0.3)
    discovery.forget()
    hostile.slow = 4
    began = time.monotonic()
    assert code_of(await scene.browser.http.get(f"/sso/{scene.provider}/start")) == "PROVIDER"
    assert time.monotonic() - began < hostile.slow


async def test_a_provider_that_is_down_is_said_to_be(browser: Browser, world: World, hostile: Hostile) -> None:
    scene = await with_hostile(browser, world, hostile)
    discovery.forget()
    await world.connection.execute(
        "update sso_provider set issuer = 'http://127.0.0.1:9' where id = $1", scene.provider
    )
    assert code_of(await scene.browser.http.get(f"/sso/{scene.provider}/start")) == "PROVIDER"


async def test_a_provider_that_changed_its_name_is_not_asked_for_anybody(
    browser: Browser, world: World, hostile: Hostile
) -> None:
    scene = await with_hostile(browser, world, hostile)
    discovery.forget()
    hostile.said = {"issuer": f"{hostile.issuer}/"}
    assert code_of(await scene.browser.http.get(f"/sso/{scene.provider}/start")) == "PROVIDER"


async def test_made_up_keys_do_not_make_us_ask_at_every_token(browser: Browser, world: World, hostile: Hostile) -> None:
    scene = await with_hostile(browser, world, hostile)
    hostile.signing = RSAKey.generate_key(2048, {"kid": "made-up", "use": "sig"})
    for _ in range(4):
        hostile.nonce = ""
        assert code_of(await lied(scene, hostile)) == "PROVIDER"
    assert hostile.asked.count("/jwks") <= 2
