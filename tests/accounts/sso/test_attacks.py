"""What is tried on the way to a provider and back: by another browser, another site, another tenant, or a provider that
lies. The strict provider plays itself where it can; what it would never say, the hostile one says."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
from joserfc.jwk import RSAKey

from tests.accounts.sso import hostile as lying
from tests.accounts.sso.hostile import Hostile
from tests.accounts.sso.journey import END, LINKS, OURS, Scene, a_scene, code_of
from tests.accounts.sso.provider import CLIENT_ID, CLIENT_SECRET
from tests.calling import Browser, a_browser
from tests.world import World
from vrijplaats.accounts.sso import discovery, outside
from vrijplaats.accounts.sso.errors import Unanswered
from vrijplaats.accounts.sso.rules import known_as, may_be_asked, own_path
from vrijplaats.accounts.sso.tokens import Client, Proofs, subject_of
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor
from vrijplaats.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


def question(address: str) -> dict[str, str]:
    return {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()}


def changed(address: str, **new: str | None) -> str:
    """The way back, with another value, or without."""
    values = {name: value for name, value in (question(address) | new).items() if value is not None}
    return f"{address.partition('?')[0]}?{urlencode(values)}"


async def linked(world: World, scene: Scene, subject: str = "anja") -> Actor:
    """A coordinator of the scene's organisation who is this subject."""
    organisation = await world.value("select organisation_id from sso_provider where id = $1", scene.provider)
    actor = await world.a_coordinator(organisation)
    await world.connection.execute("delete from sso_identity where subject = $1", subject)
    await world.insert(
        "sso_identity",
        person_id=actor.person_id,
        provider_id=scene.provider,
        issuer=scene.issuer,
        subject=subject,
        shown=known_as(scene.issuer, subject),
        created_at=clock.now(),
    )
    return actor


async def with_hostile(browser: Browser, world: World, hostile: Hostile) -> Scene:
    """An organisation whose provider turned; its coordinator is linked as anja."""
    scene = await a_scene(browser, hostile.issuer, organisation=await world.an_organisation())
    await linked(world, scene)
    return scene


async def lied(scene: Scene, hostile: Hostile, **more: str | None) -> httpx.Response:
    """A journey to the hostile one and back; it knows the nonce, as it would."""
    asked = question(await scene.start())
    hostile.nonce = hostile.nonce or asked["nonce"]
    values = {"code": "x", "state": asked["state"], "iss": hostile.issuer} | more
    back = urlencode({name: value for name, value in values.items() if value is not None})
    return await scene.browser.http.get(f"/sso/callback?{back}")


# ---- the way there and back ------------------------------------------------------------------------------------------


async def test_another_state_leads_nowhere(scene: Scene, world: World) -> None:
    await linked(world, scene)
    back = await scene.there.go(await scene.start(), "anja")
    assert code_of(await scene.back(changed(back, state="x" * 43))) == "AGAIN"
    assert await scene.who() is None


async def test_a_way_back_counts_once(scene: Scene, world: World) -> None:
    await linked(world, scene)
    back = await scene.there.go(await scene.start(), "anja")
    cookie = scene.browser.http.cookies["vrijplaats-sso"]
    assert (await scene.back(back)).headers["location"] == "/"
    scene.browser.http.cookies.clear()
    scene.browser.http.cookies.set("vrijplaats-sso", cookie)
    assert code_of(await scene.back(back)) == "AGAIN"
    assert await scene.who() is None


async def test_a_login_cannot_be_planted_on_somebody_else(scene: Scene, world: World, db: Settings) -> None:
    """Whoever began the journey gives its last step to another browser, which may have a journey of its own."""
    await linked(world, scene)
    back = await scene.there.go(await scene.start(), "anja")
    victim = a_browser(db, world)
    async with victim.http:
        assert code_of(await scene.back(back, victim)) == "AGAIN"
        await scene.start(browser=victim)
        assert code_of(await scene.back(back, victim)) == "AGAIN"
        assert await replace(scene, browser=victim).who() is None
    # and it was not used up by that
    assert (await scene.back(back)).headers["location"] == "/"


async def test_a_journey_lasts_ten_minutes(scene: Scene, world: World) -> None:
    await linked(world, scene)
    back = await scene.there.go(await scene.start(), "anja")
    await world.connection.execute("update sso_attempt set expires_at = now() - interval '1 second'")
    assert code_of(await scene.back(back)) == "AGAIN"


async def test_another_site_cannot_begin_a_link(scene: Scene, world: World) -> None:
    """Or its own account could be linked to whoever is signed in here."""
    await scene.browser.sign_in(await linked(world, scene))
    http, path = scene.browser.http, f"/sso/{scene.provider}/link"
    assert (await http.post(path, json={})).status_code == 403
    assert (await http.post(path, data={"a": "b"})).status_code == 403
    assert "vrijplaats-sso" not in http.cookies


async def test_a_link_is_for_who_began_it(scene: Scene, world: World) -> None:
    """Somebody else signs in, in the same browser, while the journey is under way."""
    anja = await linked(world, scene, "bram")
    await scene.browser.sign_in(anja)
    asked = await scene.browser.http.post(f"/sso/{scene.provider}/link", json={}, headers=OURS)
    back = await scene.there.go(asked.json()["address"], "cor")
    await scene.browser.sign_in(await world.a_coordinator(anja.organisation_id or anja.person_id))
    assert code_of(await scene.back(back)) == "AGAIN"
    assert await world.value("select count(*) from sso_identity where subject = 'cor'") == 0


async def test_nobody_links_without_being_signed_in_or_at_a_foreign_tenant(scene: Scene, world: World) -> None:
    http, path = scene.browser.http, f"/sso/{scene.provider}/link"
    assert (await http.post(path, json={}, headers=OURS)).status_code == 401
    await scene.browser.sign_in(await world.a_coordinator(await world.an_organisation()))
    assert (await http.post(path, json={}, headers=OURS)).status_code == 404
    assert (await scene.browser.graphql(LINKS))["mySsoLinks"] == []


@pytest.mark.parametrize(
    "wanted",
    [
        "//elders.nl",
        "https://elders.nl",
        "/\\elders.nl",
        "\\\\elders.nl",
        "/\t/elders.nl",
        "elders.nl",
        "javascript:x",
        "/%0d%0aset-cookie:x",
        "",
        "/a" * 200,
        "/a\r\nb",
        "/../\\elders.nl",
        "/ik é",
        "///elders.nl",
        "/./..//elders.nl",
    ],
)
async def test_the_way_on_is_a_path_of_ours(scene: Scene, world: World, wanted: str) -> None:
    await linked(world, scene)
    location = (await scene.sign_in("anja", wanted)).headers["location"]
    assert location.startswith("/") and not location.startswith(("//", "/\\"))
    assert location in ("/", wanted)
    assert urlsplit(f"http://localhost{location}").netloc == "localhost"


async def test_own_paths_stay(scene: Scene) -> None:
    for path in ("/", "/ik", "/verzoeken?verzoek=1&b=2", "/bezoeken/0b-1"):
        assert own_path(path) == path


async def test_more_than_one_of_anything_is_refused(scene: Scene, world: World) -> None:
    await linked(world, scene)
    back = await scene.there.go(await scene.start(), "anja")
    assert code_of(await scene.back(f"{back}&code=other")) == "AGAIN"
    assert code_of(await scene.back(f"{back}&x={'x' * 5000}")) == "AGAIN"


@pytest.mark.parametrize("path", ["x", "%00", "' or 1=1", "00000000-0000-0000-0000-000000000000"])
async def test_an_unknown_provider_leads_to_the_sign_in_screen(browser: Browser, path: str) -> None:
    assert code_of(await browser.http.get(f"/sso/{path}/start")) == "ENDED"


# ---- the strict provider ---------------------------------------------------------------------------------------------


async def test_the_provider_refuses_a_wrong_verifier_and_a_code_used_twice(scene: Scene, issuer: str) -> None:
    found = await discovery.discover(issuer)
    client = Client(id=CLIENT_ID, secret=CLIENT_SECRET, redirect_uri="http://localhost:8000/sso/callback")
    begun = await scene.start()
    code = question(await scene.there.go(begun, "anja"))["code"]
    wrong = Proofs(nonce=question(begun)["nonce"], verifier="w" * 43)
    for _ in range(2):
        with pytest.raises(Unanswered):
            await subject_of(found, client, code=code, proofs=wrong)


async def test_a_code_that_was_used_lets_nobody_in(scene: Scene, world: World, db: Settings) -> None:
    """Somebody saw the address with the code and sends it on in a journey of their own."""
    await linked(world, scene)
    back = await scene.there.go(await scene.start(), "anja")
    assert (await scene.back(back)).headers["location"] == "/"
    thief = replace(scene, browser=a_browser(db, world))
    own = question(await thief.start())
    assert code_of(await thief.back(changed(back, state=own["state"]))) == "PROVIDER"
    await thief.browser.http.aclose()


async def test_a_stolen_code_that_was_not_used_does_not_fit_another_journey(
    scene: Scene, world: World, db: Settings
) -> None:
    await linked(world, scene)
    back = await scene.there.go(await scene.start(), "anja")
    thief = replace(scene, browser=a_browser(db, world))
    own = question(await thief.start())
    assert code_of(await thief.back(changed(back, state=own["state"]))) == "PROVIDER"
    assert await thief.who() is None
    await thief.browser.http.aclose()


@pytest.mark.parametrize("said", ["http://127.0.0.1:1", "", None])
async def test_the_way_back_names_the_issuer(scene: Scene, world: World, said: str | None) -> None:
    """RFC 9207: this provider says that it always does, so one that does not is another."""
    await linked(world, scene)
    back = await scene.there.go(await scene.start(), "anja")
    assert code_of(await scene.back(changed(back, iss=said))) == "PROVIDER"


async def test_an_ended_provider_lets_nobody_in_and_signs_out_who_came_by_it(scene: Scene, world: World) -> None:
    actor = await linked(world, scene)
    under_way = await scene.there.go(await scene.start(), "anja")
    cookie = scene.browser.http.cookies["vrijplaats-sso"]
    await scene.sign_in("anja")
    token = scene.browser.http.cookies["vrijplaats"]
    own = await world.sign_in(actor)
    await scene.browser.sign_in(await world.an_operator())
    answer = await scene.browser.graphql(END, {"id": str(scene.provider)})
    assert answer["endSsoProvider"]["__typename"] == "EndSsoProviderSuccess"
    scene.browser.http.cookies.clear()
    scene.browser.http.cookies.set("vrijplaats", token)
    assert await scene.who() is None
    scene.browser.http.cookies.set("vrijplaats", own)
    assert await scene.who()  # a session that was begun otherwise goes on
    scene.browser.http.cookies.clear()
    assert code_of(await scene.browser.http.get(f"/sso/{scene.provider}/start")) == "ENDED"
    scene.browser.http.cookies.set("vrijplaats-sso", cookie)
    assert code_of(await scene.back(under_way)) == "ENDED"
    assert str(scene.provider) not in (await scene.browser.http.get("/sso/providers")).text


# ---- a provider that lies --------------------------------------------------------------------------------------------


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
    await linked(world, scene)
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
    hostile.slow = 2
    began = time.monotonic()
    assert code_of(await scene.browser.http.get(f"/sso/{scene.provider}/start")) == "PROVIDER"
    assert time.monotonic() - began < 1.5


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


# ---- where we ask ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "http://login.example.nl",
        "https://localhost",
        "https://127.0.0.1",
        "https://[::1]",
        "https://10.0.0.1/x",
        "https://postgres:5432",
        "https://db.internal",
        "https://printer.local",
        "https://a@login.example.nl",
        "file:///etc/passwd",
        "https://login.example.nl#x",
        "https://169.254.169.254/latest",
        "https://2130706433",
        "https://login.example.nl:x",
        "https://",
        "",
        "https://0x7f.1",
        "https://login.exa mple.nl",
        "https://[::1",
    ],
)
async def test_in_production_only_public_names_over_https_are_asked(address: str) -> None:
    assert not may_be_asked(address, loopback=False)


async def test_ordinary_providers_may_be_asked() -> None:
    for address in (
        "https://login.microsoftonline.com/0b1c/v2.0",
        "https://sso.dji.minjus.nl:8443/realms/pi",
        "https://accounts.google.com",
    ):
        assert may_be_asked(address, loopback=False)
    assert may_be_asked("http://127.0.0.1:5000/x", loopback=True)
    assert not may_be_asked("http://10.0.0.1", loopback=True)
