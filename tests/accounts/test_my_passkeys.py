"""Somebody's own passkeys: a list, other names, and removing what is lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
import pytest_asyncio

from tests.calling import Browser, a_browser
from tests.world import World
from vrijplaats.accounts.sso.rules import known_as
from vrijplaats.core import clock
from vrijplaats.settings import Mode, Settings

MINE = "{ myPasskeys { id name lastUsedAt backedUp blocked } }"
RENAME = """
mutation($id: ID!, $name: String!) {
  renamePasskey(input: {passkeyId: $id, name: $name}) {
    __typename ... on RenamePasskeySuccess { passkey { name } } ... on Problem { message }
  }
}
"""
REMOVE = """
mutation($id: ID!) {
  removePasskey(input: {passkeyId: $id}) {
    __typename ... on RemovePasskeySuccess { passkeys { id } } ... on Problem { message }
  }
}
"""


@pytest_asyncio.fixture
async def demo(db: Settings, world: World) -> AsyncIterator[Browser]:
    browser = a_browser(replace(db, mode=Mode.DEMO), world)
    async with browser.http:
        yield browser


async def remove(browser: Browser, passkey: UUID) -> Any:
    return (await browser.graphql(REMOVE, {"id": str(passkey)}))["removePasskey"]


async def test_one_sees_ones_own_passkeys_only(browser: Browser, world: World) -> None:
    anja, bram = await world.an_operator(), await world.an_operator()
    passkey = await world.a_passkey(anja, "Telefoon van Anja")
    await world.a_passkey(bram, "Telefoon van Bram")
    await browser.sign_in(anja)
    shown = {"id": str(passkey), "name": "Telefoon van Anja", "lastUsedAt": None, "backedUp": True, "blocked": False}
    assert (await browser.graphql(MINE))["myPasskeys"] == [shown]


async def test_a_passkey_gets_another_name_and_history_says_so(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    passkey = await world.a_passkey(operator)
    await browser.sign_in(operator)
    key = uuid4()
    for _ in range(2):  # the same request twice is one change
        answer = await browser.graphql(RENAME, {"id": str(passkey), "name": " Laptop "}, key)
        assert answer["renamePasskey"] == {"__typename": "RenamePasskeySuccess", "passkey": {"name": "Laptop"}}
    verbs = await world.rows("select verb, subject from history where person_id = $1", operator.person_id)
    assert verbs == [{"verb": "passkey.rename", "subject": f'{{"passkey": "{passkey}"}}'}]


async def test_a_name_that_is_too_long_is_a_problem_in_words(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    await browser.sign_in(operator)
    answer = await browser.graphql(RENAME, {"id": str(await world.a_passkey(operator)), "name": "x" * 61})
    assert answer["renamePasskey"] == {"__typename": "InvalidInput", "message": "Naam: gebruik 1 tot 60 tekens."}


async def test_somebody_elses_passkey_does_not_exist(browser: Browser, world: World) -> None:
    passkey = await world.a_passkey(await world.an_operator())
    await browser.sign_in(await world.an_operator())
    assert (await remove(browser, passkey))["__typename"] == "NotFound"
    answer = await browser.graphql(RENAME, {"id": str(passkey), "name": "Van mij"})
    assert answer["renamePasskey"]["__typename"] == "NotFound"
    assert await world.value("select name from passkey where id = $1", passkey) == "Telefoon"


async def test_the_last_passkey_stays(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    first, second = await world.a_passkey(operator), await world.a_passkey(operator)
    await browser.sign_in(operator, fresh_passkey_at=clock.now())
    assert (await remove(browser, first))["passkeys"] == [{"id": str(second)}]
    assert await remove(browser, second) == {
        "__typename": "LastPasskey",
        "message": "Wie Vrijplaats beheert, houdt een passkey. Voeg eerst een andere toe.",
    }


@pytest.mark.parametrize(
    ("address", "verified", "answer"),
    [("els@example.org", True, "RemovePasskeySuccess"), ("els@example.org", False, "LastPasskey")],
)
async def test_a_confirmed_address_lets_one_in_as_well(
    browser: Browser, world: World, address: str, verified: bool, answer: str
) -> None:
    funder = await world.a_funder()
    passkey = await world.a_passkey(funder)
    at = clock.now() if verified else None
    await world.insert(
        "person_contact", person_id=funder.person_id, email=f"{funder.person_id}.{address}", email_verified_at=at
    )
    await browser.sign_in(funder, fresh_passkey_at=clock.now())
    assert (await remove(browser, passkey))["__typename"] == answer


async def test_for_an_operator_a_confirmed_address_is_not_enough(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    passkey = await world.a_passkey(operator)
    mine = {"email": f"{operator.person_id}@example.org", "email_verified_at": clock.now()}
    await world.insert("person_contact", person_id=operator.person_id, **mine)
    await browser.sign_in(operator, fresh_passkey_at=clock.now())
    assert (await remove(browser, passkey))["__typename"] == "LastPasskey"


async def test_a_linked_account_counts_where_its_provider_lets_in(browser: Browser, world: World) -> None:
    organisation = await world.an_organisation()
    coordinator = await world.a_coordinator(organisation)
    passkey, provider = await world.a_passkey(coordinator), await world.an_sso_provider(organisation)
    issuer = await world.value("select issuer from sso_provider where id = $1", provider)
    known = {"issuer": issuer, "subject": "els", "shown": known_as(issuer, "els"), "created_at": clock.now()}
    await world.insert("sso_identity", person_id=coordinator.person_id, provider_id=provider, **known)
    await browser.sign_in(coordinator, fresh_passkey_at=clock.now())
    await world.connection.execute("update sso_provider set ended_at = now() where id = $1", provider)
    refused = await remove(browser, passkey)
    assert refused["message"].startswith("Zonder deze passkey kun je niet meer inloggen.")
    await world.connection.execute("update sso_provider set ended_at = null where id = $1", provider)
    assert (await remove(browser, passkey))["__typename"] == "RemovePasskeySuccess"


async def test_a_blocked_passkey_is_no_way_in(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    blocked, works = await world.a_passkey(operator), await world.a_passkey(operator)
    await world.connection.execute("update passkey set blocked_at = now() where id = $1", blocked)
    await browser.sign_in(operator, fresh_passkey_at=clock.now())
    assert (await remove(browser, works))["__typename"] == "LastPasskey"
    assert (await remove(browser, blocked))["__typename"] == "RemovePasskeySuccess"


async def test_a_blocked_passkey_that_is_all_one_has_may_go(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    passkey = await world.a_passkey(operator)
    await world.connection.execute("update passkey set blocked_at = now() where id = $1", passkey)
    await browser.sign_in(operator)
    assert (await remove(browser, passkey))["__typename"] == "RemovePasskeySuccess"


async def test_two_removals_at_once_leave_one(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    passkeys = [await world.a_passkey(operator) for _ in range(2)]
    await browser.sign_in(operator, fresh_passkey_at=clock.now())
    answers = await asyncio.gather(*(remove(browser, passkey) for passkey in passkeys))
    assert sorted(answer["__typename"] for answer in answers) == ["LastPasskey", "RemovePasskeySuccess"]


async def test_in_the_demo_a_persona_may_remove_the_last_one(demo: Browser, world: World) -> None:
    persona, somebody = await world.an_operator(), await world.an_operator()
    await world.a_persona("operator-passkey", persona)
    await demo.sign_in(persona, fresh_passkey_at=clock.now())
    assert (await remove(demo, await world.a_passkey(persona)))["__typename"] == "RemovePasskeySuccess"
    await demo.sign_in(somebody, fresh_passkey_at=clock.now())
    assert (await remove(demo, await world.a_passkey(somebody)))["__typename"] == "LastPasskey"
