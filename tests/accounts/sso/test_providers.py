"""The operator sets up a provider: it has to answer first, and nobody reads its secret again."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from tests.accounts.sso.hostile import Hostile
from tests.accounts.sso.journey import END, SET, a_scene, set_up
from tests.accounts.sso.provider import CLIENT_SECRET
from tests.calling import Browser
from tests.world import World

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def kept(world: World) -> list[dict[str, Any]]:
    return await world.rows("select * from sso_provider order by id")


async def test_a_provider_is_kept_with_its_secret_sealed(browser: Browser, world: World, issuer: str) -> None:
    organisation = await world.an_organisation("Humanitas")
    answer = await set_up(browser, issuer, organisation=organisation, emailDomains=["@Humanitas.nl", "humanitas.nl"])
    (provider,) = [each for each in answer["providers"] if each["organisationId"] == str(organisation)]
    assert (provider["name"], provider["issuer"], provider["clientId"]) == ("Humanitas", issuer, "vrijplaats")
    assert provider["emailDomains"] == ["humanitas.nl"]
    (row,) = await world.rows("select * from sso_provider where organisation_id = $1", organisation)
    assert CLIENT_SECRET.encode() not in row["client_secret"]
    history = await world.rows(
        "select verb, organisation_id from history where subject->>'sso_provider' = $1", str(row["id"])
    )
    assert history == [{"verb": "sso.set_provider", "organisation_id": organisation}]


async def test_changing_keeps_the_secret_and_the_links_unless_another_is_given(
    browser: Browser, world: World, issuer: str, hostile: Hostile
) -> None:
    organisation = await world.an_organisation()
    scene = await a_scene(browser, issuer, organisation=organisation)
    before = (await world.rows("select * from sso_provider where id = $1", scene.provider))[0]
    answer = await set_up(browser, issuer, organisation=organisation, clientSecret=None, emailDomains=["a.nl"])
    assert answer["__typename"] == "SetSsoProviderSuccess"
    after = (await world.rows("select * from sso_provider where id = $1", scene.provider))[0]
    assert after["client_secret"] == before["client_secret"] and after["email_domains"] == ["a.nl"]
    # a secret that is kept is never sent to an address it was not given for
    answer = await set_up(browser, hostile.issuer, organisation=organisation, clientSecret=None)
    assert answer["code"] == "SECRET_NEEDED"
    assert hostile.asked == []


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"issuer": "https://elders.nl"}, "ISSUER_DIFFERS"),
        ({"issuer": None}, "ISSUER_DIFFERS"),
        ({"token_endpoint": None}, "PROVIDER_UNREACHABLE"),
        ({"token_endpoint": "http://10.0.0.1/token"}, "PROVIDER_UNREACHABLE"),
        ({"jwks_uri": "file:///etc/passwd"}, "PROVIDER_UNREACHABLE"),
        ({"authorization_endpoint": "javascript:alert(1)"}, "PROVIDER_UNREACHABLE"),
        ({"authorization_endpoint": ["x"]}, "PROVIDER_UNREACHABLE"),
    ],
)
async def test_what_does_not_answer_as_it_should_is_not_kept(
    browser: Browser, world: World, hostile: Hostile, said: dict[str, Any], code: str
) -> None:
    hostile.said = said
    before = await kept(world)
    answer = await set_up(browser, hostile.issuer, organisation=await world.an_organisation())
    assert answer["code"] == code and answer["message"]
    assert await kept(world) == before


@pytest.mark.parametrize(
    "bad",
    [
        {"issuer": "http://login.example.nl"},
        {"issuer": "https://10.0.0.1"},
        {"issuer": "https://login.example.nl?x=1"},
        {"issuer": "login.example.nl"},
        {"clientId": " "},
        {"clientSecret": ""},
        {"clientSecret": "met spatie"},
        {"emailDomains": ["geen domein"]},
        {"emailDomains": ["a.nl"] * 21},
    ],
)
async def test_a_field_that_is_wrong_says_what_it_needs(
    browser: Browser, world: World, issuer: str, bad: dict[str, Any]
) -> None:
    answer = await set_up(browser, bad.pop("issuer", issuer), organisation=await world.an_organisation(), **bad)
    assert answer["code"] == "INVALID_INPUT" and answer["message"]


async def test_of_one_tenant_and_of_one_that_exists(browser: Browser, world: World, issuer: str) -> None:
    organisation, facility = await world.an_organisation(), await world.a_facility()
    assert (await set_up(browser, issuer, organisation=organisation, facility=facility))["code"] == "NOT_FOUND"
    assert (await set_up(browser, issuer))["code"] == "NOT_FOUND"
    assert (await set_up(browser, issuer, organisation=uuid4()))["code"] == "NOT_FOUND"


async def test_an_operator_with_a_passkey_shows_it_first(browser: Browser, world: World, issuer: str) -> None:
    operator = await world.an_operator()
    await world.a_passkey(operator)
    await browser.sign_in(operator)
    given = {
        "organisationId": str(await world.an_organisation()),
        "issuer": issuer,
        "clientId": "x",
        "clientSecret": "y",
    }
    assert await browser.codes(SET, {"input": given}) == ["STEP_UP_NEEDED"]
    assert await browser.codes(END, {"id": str(uuid4())}) == ["STEP_UP_NEEDED"]


async def test_after_an_ended_provider_another_one_may_come(browser: Browser, world: World, issuer: str) -> None:
    organisation = await world.an_organisation()
    scene = await a_scene(browser, issuer, organisation=organisation)
    await browser.sign_in(await world.an_operator())
    assert (await browser.graphql(END, {"id": str(scene.provider)}))["endSsoProvider"]["__typename"]
    assert (await browser.graphql(END, {"id": str(scene.provider)}))["endSsoProvider"]["code"] == "NOT_FOUND"
    another = await a_scene(browser, issuer, organisation=organisation)
    assert another.provider != scene.provider
