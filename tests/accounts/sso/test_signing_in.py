"""Single sign-on against a real provider: the whole journey, as a browser makes it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest

from tests.accounts.sso.journey import LINKS, OURS, UNLINK, Scene, a_scene, code_of
from tests.accounts.sso.provider import AtTheProvider
from tests.calling import Browser, a_browser
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor
from vrijplaats.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def of_scene(world: World, scene: Scene) -> UUID:
    found: UUID = await world.value("select organisation_id from sso_provider where id = $1", scene.provider)
    return found


async def linked(world: World, scene: Scene, name: str = "Anja", login: str = "anja") -> Actor:
    """A coordinator whose account is linked; nobody is signed in."""
    await world.connection.execute("delete from sso_identity where subject = $1", login)
    actor = await world.a_coordinator(await of_scene(world, scene), name)
    assert code_of(await scene.link(actor, login)) == "LINKED"
    scene.browser.http.cookies.clear()
    return actor


async def test_somebody_links_an_account_and_signs_in_with_it(scene: Scene, world: World) -> None:
    actor = await linked(world, scene)
    answer = await scene.sign_in("anja", "/verzoeken?open=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/verzoeken?open=1")
    seen = await scene.who()
    assert (seen["displayName"], seen["current"]["organisation"]["id"]) == ("Anja", str(actor.organisation_id))
    verbs = await world.rows("select verb, subject from history where person_id = $1 order by id", actor.person_id)
    assert [row["verb"] for row in verbs] == ["sso.link", "sso.sign_in"]
    assert {row["subject"] for row in verbs} == {f'{{"sso_provider": "{scene.provider}"}}'}


async def test_the_second_time_the_provider_asks_nothing(scene: Scene, world: World) -> None:
    await linked(world, scene)
    asked = scene.there.asked
    assert (await scene.sign_in("anja")).headers["location"] == "/"
    assert scene.there.asked == asked


async def test_the_journey_asks_for_what_it_should(scene: Scene) -> None:
    asked = {name: value for name, (value,) in parse_qs(urlsplit(await scene.start()).query).items()}
    assert asked.pop("response_type") == "code"
    assert asked.pop("scope") == "openid email profile"
    assert asked.pop("code_challenge_method") == "S256"
    assert asked.pop("client_id") == "vrijplaats"
    assert asked.pop("redirect_uri") == "http://localhost:8000/sso/callback"
    assert {name for name, value in asked.items() if len(value) >= 43} == {"state", "nonce", "code_challenge"}
    (cookie,) = [each for each in scene.browser.http.cookies.jar if each.name == "vrijplaats-sso"]
    assert cookie.has_nonstandard_attr("HttpOnly") and cookie.get_nonstandard_attr("SameSite") == "lax"
    assert cookie.value not in asked.values()


async def test_the_database_keeps_nothing_with_which_a_journey_could_be_finished(scene: Scene, world: World) -> None:
    address = await scene.start()
    kept = await world.rows("select row_to_json(a)::text as row from sso_attempt a")
    travels = [value for (value,) in parse_qs(urlsplit(address).query).values() if len(value) >= 43]
    travels.append(scene.browser.http.cookies["vrijplaats-sso"])
    assert kept and len(travels) == 4
    assert not [value for value in travels for row in kept if value in row["row"]]


async def test_who_is_not_linked_is_told_so_and_nobody_is_made(scene: Scene, world: World) -> None:
    people = await world.value("select count(*) from person")
    answer = await scene.sign_in("bram")
    assert answer.headers["location"] == "/inloggen?sso=NOT_LINKED"
    assert await world.value("select count(*) from person") == people
    assert await scene.who() is None


async def test_the_same_address_of_e_mail_is_not_the_same_person(scene: Scene, world: World) -> None:
    """Cor has the address that is Anja's at this provider; addresses are given to somebody else later."""
    actor = await linked(world, scene)
    await world.connection.execute("insert into person_contact values ($1, 'anja@humanitas.example')", actor.person_id)
    elsewhere = replace(scene, there=AtTheProvider())  # where nobody is logged in yet
    assert code_of(await elsewhere.sign_in("cor")) == "NOT_LINKED"


async def test_one_account_is_one_person(scene: Scene, world: World) -> None:
    first = await linked(world, scene)
    second = await world.a_coordinator(await of_scene(world, scene))
    assert code_of(await scene.link(second, "anja")) == "LINKED_ELSEWHERE"
    assert await world.value("select person_id from sso_identity where subject = 'anja'") == first.person_id
    assert code_of(await scene.link(first, "anja")) == "LINKED"
    assert await world.value("select count(*) from sso_identity where subject = 'anja'") == 1


async def test_who_is_no_longer_there_does_not_come_in(scene: Scene, world: World) -> None:
    actor = await linked(world, scene)
    await world.connection.execute("update membership set ended_at = now() where id = $1", actor.membership_id)
    assert code_of(await scene.sign_in("anja")) == "NO_MEMBERSHIP"
    assert await scene.who() is None


async def test_a_provider_speaks_for_its_own_tenant_only(scene: Scene, world: World, issuer: str) -> None:
    """Somebody of two organisations: the one's provider lets nobody in at the other."""
    actor = await linked(world, scene)
    elsewhere = await world.an_organisation()
    other = await world.a_coordinator(elsewhere)
    await world.connection.execute(
        "update membership set person_id = $1 where id = $2", actor.person_id, other.membership_id
    )
    await world.sign_in(replace(actor, membership_id=other.membership_id))  # was there last
    await scene.sign_in("anja")
    assert (await scene.who())["current"]["organisation"]["id"] == str(actor.organisation_id)
    switch = "mutation($id: ID!) { switchMembership(input: {membershipId: $id}) { __typename } }"
    answer = await scene.browser.graphql(switch, {"id": str(other.membership_id)})
    assert answer["switchMembership"]["__typename"] == "NotAllowedNow"
    assert (await scene.who())["current"]["organisation"]["id"] == str(actor.organisation_id)
    # nor does it give a way in for good to the other: by a passkey, or by another provider
    for path in ("/passkeys/registration/options", f"/sso/{scene.provider}/link"):
        refused = await scene.browser.http.post(path, json={}, headers=OURS)
        assert refused.json()["errors"][0]["extensions"]["code"] == "NOT_ALLOWED_NOW"
    scene.browser.http.cookies.clear()
    await world.connection.execute("update membership set ended_at = now() where id = $1", actor.membership_id)
    assert code_of(await scene.sign_in("anja")) == "NO_MEMBERSHIP"


async def test_who_is_one_thing_adds_a_passkey_in_such_a_session(scene: Scene, world: World) -> None:
    await linked(world, scene)
    await scene.sign_in("anja")
    answer = await scene.browser.http.post("/passkeys/registration/options", json={}, headers=OURS)
    assert answer.status_code == 200


async def test_two_prisons_may_have_the_same_provider(browser: Browser, world: World, issuer: str) -> None:
    """All prisons of one service: the same account, and each provider its own prison."""
    first, second = await world.a_facility(), await world.a_facility("Vught")
    here = await a_scene(browser, issuer, facility=first)
    there = await a_scene(browser, issuer, facility=second)
    staff = await world.a_staff_member(first, "Bram")
    await world.connection.execute("delete from sso_identity")
    await here.link(staff, "bram")
    browser.http.cookies.clear()
    assert code_of(await there.sign_in("bram")) == "NO_MEMBERSHIP"
    answer = await here.sign_in("bram")
    assert (await here.who())["current"]["role"] == "STAFF"
    # a shared workstation: not kept when the browser is closed, and not remembered who came in by what
    cookie = next(each for each in answer.headers.get_list("set-cookie") if each.startswith("vrijplaats="))
    assert "max-age" not in cookie.lower()
    assert "vrijplaats-via" not in browser.http.cookies


async def test_the_device_remembers_by_which_provider_somebody_came(scene: Scene, world: World) -> None:
    await linked(world, scene)
    await scene.sign_in("anja")
    scene.browser.http.cookies.delete("vrijplaats")
    found = (await scene.browser.http.get("/sso/providers")).json()
    assert found["last"] == str(scene.provider)


async def test_anybody_sees_ids_and_names_and_no_more(browser: Browser, world: World, issuer: str) -> None:
    organisation = await world.an_organisation("Stichting Open Deur")
    scene = await a_scene(browser, issuer, organisation=organisation, emailDomains=["OpenDeur.nl"])
    wanted = {"id": str(scene.provider), "name": "Stichting Open Deur"}
    assert wanted in (await browser.http.get("/sso/providers")).json()["providers"]
    by_domain = (await browser.http.get("/sso/providers?domain=opendeur.nl")).json()
    assert by_domain == {"providers": [wanted], "last": None}
    assert (await browser.http.get("/sso/providers?domain=elders.nl")).json()["providers"] == []


async def test_signing_in_makes_a_new_session_and_ends_the_former(scene: Scene, world: World) -> None:
    await linked(world, scene)
    await scene.browser.sign_in(await world.an_operator("Een ander"))
    before = scene.browser.http.cookies["vrijplaats"]
    await scene.sign_in("anja")
    after = [each.value for each in scene.browser.http.cookies.jar if each.name == "vrijplaats" and each.domain]
    assert after and after != [before]
    scene.browser.http.cookies.clear()
    scene.browser.http.cookies.set("vrijplaats", before)
    assert await scene.who() is None


async def test_a_session_like_any_other_but_no_passkey_was_shown(scene: Scene, world: World) -> None:
    actor = await linked(world, scene)
    await world.a_passkey(actor)
    await scene.sign_in("anja")
    row = (await world.rows("select * from session where person_id = $1 order by created_at desc", actor.person_id))[0]
    assert row["fresh_passkey_at"] is None and row["sso_provider_id"] == scene.provider
    assert 11.9 < (row["expires_at"] - row["created_at"]).total_seconds() / 3600 <= 12
    refused = await scene.browser.http.post(f"/sso/{scene.provider}/link", json={}, headers={"X-Vrijplaats": "1"})
    assert refused.json()["errors"][0]["extensions"]["code"] == "STEP_UP_NEEDED"
    (link,) = (await scene.browser.graphql(LINKS))["mySsoLinks"]
    assert await scene.browser.codes(UNLINK, {"id": link["id"]}) == ["STEP_UP_NEEDED"]


async def test_who_breaks_it_off_is_told_so(scene: Scene) -> None:
    assert code_of(await scene.back(await scene.there.go(await scene.start(), None))) == "STOPPED"


async def test_unlinking_needs_another_way_in_and_signs_out_elsewhere(scene: Scene, world: World, db: Settings) -> None:
    actor = await linked(world, scene)
    elsewhere = replace(scene, browser=a_browser(db, world))
    await elsewhere.sign_in("anja")
    assert await elsewhere.who()
    await scene.browser.sign_in(actor)
    (link,) = (await scene.browser.graphql(LINKS))["mySsoLinks"]
    assert (link["providerId"], bool(link["lastUsedAt"])) == (str(scene.provider), True)
    assert (await scene.browser.graphql(UNLINK, {"id": link["id"]}))["unlinkSso"]["code"] == "LAST_WAY_IN"
    await world.a_passkey(actor)
    await scene.browser.sign_in(actor, fresh_passkey_at=clock.now())
    answer = (await scene.browser.graphql(UNLINK, {"id": link["id"]}))["unlinkSso"]
    assert answer["links"] == [{"id": None, "providerId": str(scene.provider)}]
    assert await elsewhere.who() is None
    assert code_of(await elsewhere.sign_in("anja")) == "NOT_LINKED"
    await elsewhere.browser.http.aclose()


async def test_somebody_elses_link_does_not_exist(scene: Scene, world: World) -> None:
    actor = await linked(world, scene)
    theirs = await world.value("select id from sso_identity where person_id = $1", actor.person_id)
    await scene.browser.sign_in(await world.an_operator())
    answer = await scene.browser.graphql(UNLINK, {"id": str(theirs)})
    assert answer["unlinkSso"]["code"] == "NOT_FOUND"


async def test_es256_is_as_good(browser: Browser, world: World, issuer: str) -> None:
    organisation = await world.an_organisation()
    scene = await a_scene(
        browser, issuer, organisation=organisation, clientId="vrijplaats-es256", clientSecret="een-ander-geheim"
    )
    await linked(world, scene)
    assert (await scene.sign_in("anja")).headers["location"] == "/"
