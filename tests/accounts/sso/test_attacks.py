"""What is tried on the way to a provider and back: by another browser, another site or another tenant, at a provider
that is strict and plays itself."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from tests.accounts.sso.journey import (
    END,
    LINKS,
    OURS,
    Scene,
    already_linked,
    changed,
    code_of,
    question,
)
from tests.accounts.sso.provider import CLIENT_ID, CLIENT_SECRET
from tests.calling import Browser, a_browser
from tests.world import World
from vrijplaats.accounts.sso import discovery
from vrijplaats.accounts.sso.errors import Unanswered
from vrijplaats.accounts.sso.rules import own_path
from vrijplaats.accounts.sso.tokens import Client, Proofs, subject_of
from vrijplaats.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_another_state_leads_nowhere(scene: Scene, world: World) -> None:
    await already_linked(world, scene)
    back = await scene.there.go(await scene.start(), "anja")
    assert code_of(await scene.back(changed(back, state="x" * 43))) == "AGAIN"
    assert await scene.who() is None


async def test_a_way_back_counts_once(scene: Scene, world: World) -> None:
    await already_linked(world, scene)
    back = await scene.there.go(await scene.start(), "anja")
    cookie = scene.browser.http.cookies["vrijplaats-sso"]
    assert (await scene.back(back)).headers["location"] == "/"
    scene.browser.http.cookies.clear()
    scene.browser.http.cookies.set("vrijplaats-sso", cookie)
    assert code_of(await scene.back(back)) == "AGAIN"
    assert await scene.who() is None


async def test_a_login_cannot_be_planted_on_somebody_else(scene: Scene, world: World, db: Settings) -> None:
    """Whoever began the journey gives its last step to another browser, which may have a journey of its own."""
    await already_linked(world, scene)
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
    await already_linked(world, scene)
    back = await scene.there.go(await scene.start(), "anja")
    await world.connection.execute("update sso_attempt set expires_at = now() - interval '1 second'")
    assert code_of(await scene.back(back)) == "AGAIN"


async def test_another_site_cannot_begin_a_link(scene: Scene, world: World) -> None:
    """Or its own account could be linked to whoever is signed in here."""
    await scene.browser.sign_in(await already_linked(world, scene))
    http, path = scene.browser.http, f"/sso/{scene.provider}/link"
    assert (await http.post(path, json={})).status_code == 403
    assert (await http.post(path, data={"a": "b"})).status_code == 403
    assert "vrijplaats-sso" not in http.cookies


async def test_a_link_is_for_who_began_it(scene: Scene, world: World) -> None:
    """Somebody else signs in, in the same browser, while the journey is under way."""
    anja = await already_linked(world, scene, "bram")
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
    await already_linked(world, scene)
    location = (await scene.sign_in("anja", wanted)).headers["location"]
    assert location.startswith("/") and not location.startswith(("//", "/\\"))
    assert location in ("/", wanted)
    assert urlsplit(f"http://localhost{location}").netloc == "localhost"


async def test_own_paths_stay(scene: Scene) -> None:
    for path in ("/", "/ik", "/verzoeken?verzoek=1&b=2", "/bezoeken/0b-1"):
        assert own_path(path) == path


async def test_more_than_one_of_anything_is_refused(scene: Scene, world: World) -> None:
    await already_linked(world, scene)
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
    await already_linked(world, scene)
    back = await scene.there.go(await scene.start(), "anja")
    assert (await scene.back(back)).headers["location"] == "/"
    thief = replace(scene, browser=a_browser(db, world))
    own = question(await thief.start())
    assert code_of(await thief.back(changed(back, state=own["state"]))) == "PROVIDER"
    await thief.browser.http.aclose()


async def test_a_stolen_code_that_was_not_used_does_not_fit_another_journey(
    scene: Scene, world: World, db: Settings
) -> None:
    await already_linked(world, scene)
    back = await scene.there.go(await scene.start(), "anja")
    thief = replace(scene, browser=a_browser(db, world))
    own = question(await thief.start())
    assert code_of(await thief.back(changed(back, state=own["state"]))) == "PROVIDER"
    assert await thief.who() is None
    await thief.browser.http.aclose()


@pytest.mark.parametrize("said", ["http://127.0.0.1:1", "", None])
async def test_the_way_back_names_the_issuer(scene: Scene, world: World, said: str | None) -> None:
    """RFC 9207: this provider says that it always does, so one that does not is another."""
    await already_linked(world, scene)
    back = await scene.there.go(await scene.start(), "anja")
    assert code_of(await scene.back(changed(back, iss=said))) == "PROVIDER"


async def test_an_ended_provider_lets_nobody_in_and_signs_out_who_came_by_it(scene: Scene, world: World) -> None:
    actor = await already_linked(world, scene)
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


@pytest.mark.parametrize("domain", ["%00", "opendeur.nl%00", "a" * 6000, "%ff", "..", ""])
async def test_what_is_no_domain_has_no_provider(browser: Browser, domain: str) -> None:
    answer = await browser.http.get(f"/sso/providers?domain={domain}")
    assert (answer.status_code, answer.json()["providers"]) == (200, [])


async def test_one_network_does_not_begin_journeys_without_end(scene: Scene, world: World) -> None:
    """Each is a row in our database, and when the provider is silent a question that waits for it."""
    await world.connection.execute("delete from attempt")
    path = f"/sso/{scene.provider}/start"
    assert (await scene.browser.http.get(path)).headers["location"].startswith("http")
    await world.connection.execute("update attempt set times = 600")
    before = await world.value("select count(*) from sso_attempt")
    assert (await scene.browser.http.get(path)).headers["location"] == "/inloggen?sso=BUSY"
    assert await world.value("select count(*) from sso_attempt") == before
    await world.connection.execute("delete from attempt")
