"""Somebody's own passkeys: a list, other names, and removing what is lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest_asyncio

from tests.calling import Browser, a_browser
from tests.world import World
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
        "message": "Dit is je enige passkey. Voeg eerst een andere toe.",
    }


async def test_a_blocked_passkey_is_no_way_in(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    blocked, works = await world.a_passkey(operator), await world.a_passkey(operator)
    await world.connection.execute("update passkey set blocked_at = now() where id = $1", blocked)
    await browser.sign_in(operator, fresh_passkey_at=clock.now())
    assert (await remove(browser, works))["__typename"] == "LastPasskey"
    assert (await remove(browser, blocked))["__typename"] == "RemovePasskeySuccess"


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
