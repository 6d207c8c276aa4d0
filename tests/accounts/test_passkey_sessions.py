"""A session that a passkey began is a session like any other: the same limits, the same list, the same switch."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import httpx
import pytest

from tests.accounts.test_passkeys import options, post, registered
from tests.accounts.test_step_up import NEEDED, PUBLISH
from tests.calling import Browser
from tests.world import World
from vrijplaats.accounts.rules import cookie_age, ends_at
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor, Role

MINE = "{ mySessions { device current } }"
SWITCH = """
mutation($id: ID!) { switchMembership(input: {membershipId: $id}) { __typename } }
"""
KEPT = "select created_at, last_seen_at, expires_at, device from session where person_id = $1"
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36"


async def _signed_in(browser: Browser, world: World, actor: Actor) -> httpx.Response:
    device = await registered(browser, actor)
    await world.connection.execute("delete from session where person_id = $1", actor.person_id)
    browser.http.headers["user-agent"] = PHONE
    response = await post(browser, "sign-in", {"credential": device.show(await options(browser, "sign-in"))})
    assert response.json() == {"signedIn": True}, response.text
    return response


async def _somebody(world: World, role: Role) -> Actor:
    organisation, facility = await world.an_organisation(), await world.a_facility()
    makers: dict[Role, Callable[[], Awaitable[Actor]]] = {
        Role.VOLUNTEER: lambda: world.a_volunteer(organisation),
        Role.COORDINATOR: lambda: world.a_coordinator(organisation),
        Role.STAFF: lambda: world.a_staff_member(facility),
        Role.FUNDER: world.a_funder,
        Role.OPERATOR: world.an_operator,
    }
    return await makers[role]()


@pytest.mark.parametrize("role", Role)
async def test_it_lasts_as_long_as_the_role_allows(browser: Browser, world: World, role: Role) -> None:
    actor = await _somebody(world, role)
    response = await _signed_in(browser, world, actor)
    (kept,) = await world.rows(KEPT, actor.person_id)
    assert kept["expires_at"] == ends_at(role, kept["created_at"], kept["last_seen_at"])
    age, cookie = cookie_age(role), response.headers["set-cookie"]
    assert (f"Max-Age={int(age.total_seconds())};" in cookie) if age else ("Max-Age" not in cookie)
    with clock.travel(kept["expires_at"]):
        assert await browser.codes(MINE) == ["UNAUTHENTICATED"]


async def test_it_is_listed_with_its_device(browser: Browser, world: World) -> None:
    await _signed_in(browser, world, await world.an_operator())
    assert (await browser.graphql(MINE))["mySessions"] == [{"device": "Chrome op Android", "current": True}]


async def test_a_passkey_is_not_added_in_a_session_that_is_over(browser: Browser, world: World) -> None:
    staff = await world.a_staff_member(await world.a_facility())
    await _signed_in(browser, world, staff)
    with clock.travel(clock.now() + timedelta(minutes=11)):
        for path in ("registration/options", "confirm/options"):
            response = await post(browser, path)
            (error,) = response.json()["errors"]
            assert (response.status_code, error["extensions"]) == (401, {"code": "UNAUTHENTICATED", "why": "IDLE"})


async def test_confirming_with_a_passkey_is_being_there(browser: Browser, world: World) -> None:
    staff = await world.a_staff_member(await world.a_facility())
    await _signed_in(browser, world, staff)
    began = clock.now()
    with clock.travel(began + timedelta(minutes=9)):
        await options(browser, "confirm")
    with clock.travel(began + timedelta(minutes=18)):
        assert await browser.codes(MINE) == []


async def test_a_switch_takes_along_when_the_passkey_was_shown_and_no_more(browser: Browser, world: World) -> None:
    coordinator = await world.a_coordinator(await world.an_organisation())
    operator = await world.insert("membership", person_id=coordinator.person_id, role="OPERATOR")
    await _signed_in(browser, world, coordinator)
    began = clock.now()
    with clock.travel(began + timedelta(minutes=4)):
        switched = await browser.graphql(SWITCH, {"id": str(operator)})
        assert switched["switchMembership"]["__typename"] == "SwitchMembershipSuccess"
        assert await browser.codes(PUBLISH) == []
    with clock.travel(began + timedelta(minutes=6)):
        assert await browser.codes(PUBLISH) == NEEDED
