"""What a session that began with a code may not do, and how one gets from there to a passkey."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.accounts.authenticator import Authenticator
from tests.accounts.letterbox import Letterbox, reachable
from tests.accounts.test_codes import by_code
from tests.accounts.test_my_passkeys import REMOVE
from tests.accounts.test_passkeys import code, options, post
from tests.accounts.test_step_up import NAME, NEEDED, PUBLISH
from tests.calling import Browser
from tests.world import World
from vrijplaats.accounts.passkeys.http import ASKED, SHOWN
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor, BeganWith
from vrijplaats.core.limits import Limit

pytestmark = pytest.mark.asyncio(loop_scope="module")

FIRST = ["PASSKEY_NEEDED"]
NO_PASSKEY_ENOUGH = {BeganWith.DEMO}


async def _adds_passkey(browser: Browser) -> Authenticator:
    device = Authenticator()
    made = device.make(await options(browser, "registration"))
    response = await post(browser, "registration", {"credential": made, "name": "Telefoon"})
    assert response.status_code == 200, response.text
    return device


async def _confirms(browser: Browser, device: Authenticator) -> None:
    response = await post(browser, "confirm", {"credential": device.show(await options(browser, "confirm"))})
    assert response.status_code == 200, response.text


@pytest.mark.parametrize("began_with", BeganWith)
async def test_without_a_passkey_only_the_demo_publishes(browser: Browser, world: World, began_with: BeganWith) -> None:
    await browser.sign_in(await world.an_operator(), began_with=began_with)
    assert await browser.codes(PUBLISH) == ([] if began_with in NO_PASSKEY_ENOUGH else FIRST)


async def test_a_name_is_not_read_in_a_session_by_code_until_there_is_a_passkey(
    browser: Browser, world: World, letters: Letterbox
) -> None:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    coordinator = await world.a_coordinator(organisation)
    address = await reachable(world, coordinator, "anja@example.org")
    request = {"id": str(await world.a_request(facility, organisation))}
    await by_code(browser, letters, address)
    answer = (await browser.post(NAME, request)).json()["errors"]
    assert [error["extensions"]["code"] for error in answer] == FIRST
    assert answer[0]["message"] == "Maak eerst een passkey. Dat doe je bij Ik."
    device = await _adds_passkey(browser)
    assert await browser.codes(NAME, request) == NEEDED
    await _confirms(browser, device)
    assert (await browser.graphql(NAME, request))["visitRequest"]["detainee"]["givenName"]
    assert (await letters.to(address))[0].subject == "Er is een passkey toegevoegd"


async def test_a_first_passkey_is_made_within_ten_minutes_of_signing_in(
    browser: Browser, world: World, letters: Letterbox
) -> None:
    """Or whoever finds a session that was left open lets themselves in for good."""
    volunteer = await world.a_volunteer(await world.an_organisation())
    address = await reachable(world, volunteer, "later@example.org")
    await by_code(browser, letters, address)
    with clock.travel(clock.now() + timedelta(minutes=10, seconds=1)):
        response = await post(browser, "registration/options")
        assert (response.status_code, code(response)) == (403, "SIGN_IN_AGAIN")
        browser.http.cookies.clear()
        await by_code(browser, letters, address)
        await _adds_passkey(browser)


async def test_with_a_lost_passkey_a_code_neither_adds_nor_removes_one(
    browser: Browser, world: World, letters: Letterbox
) -> None:
    """An e-mail box alone must not push the owner's passkey aside: that takes a person (recovery)."""
    coordinator = await world.a_coordinator(await world.an_organisation())
    lost, other = await world.a_passkey(coordinator), await world.a_passkey(coordinator)
    await by_code(browser, letters, await reachable(world, coordinator, "kwijt@example.org"))
    assert code(await post(browser, "registration/options")) == "STEP_UP_NEEDED"
    for passkey in (lost, other):
        assert await browser.codes(REMOVE, {"id": str(passkey)}) == NEEDED


async def test_removing_a_passkey_takes_a_passkey_and_is_told(
    browser: Browser, world: World, letters: Letterbox
) -> None:
    coordinator = await world.a_coordinator(await world.an_organisation())
    address = await reachable(world, coordinator, "weghalen@example.org")
    await by_code(browser, letters, address)
    device = await _adds_passkey(browser)
    other = await world.a_passkey(coordinator)
    assert await browser.codes(REMOVE, {"id": str(other)}) == NEEDED
    await _confirms(browser, device)
    removed = await browser.graphql(REMOVE, {"id": str(other)})
    assert removed["removePasskey"]["__typename"] == "RemovePasskeySuccess"
    newest = (await letters.to(address))[0]
    assert newest.subject == "Er is een passkey weggehaald"
    assert "Was jij dit niet? Bel dan meteen je coördinator." in newest.text


async def test_a_passkey_that_is_blocked_may_go(browser: Browser, world: World) -> None:
    """It opens nothing, so that nothing has to be shown; and nobody is left with a list they cannot mend."""
    coordinator = await world.a_coordinator(await world.an_organisation())
    blocked = await world.a_passkey(coordinator)
    await world.connection.execute("update passkey set blocked_at = now() where id = $1", blocked)
    await browser.sign_in(coordinator, began_with="CODE")
    assert (await browser.graphql(REMOVE, {"id": str(blocked)}))["removePasskey"]["passkeys"] == []


async def test_a_switch_stays_as_weak(browser: Browser, world: World, letters: Letterbox) -> None:
    coordinator = await world.a_coordinator(await world.an_organisation())
    operator = await world.insert("membership", person_id=coordinator.person_id, role="OPERATOR")
    await browser.sign_in(coordinator, began_with="CODE")
    switch = "mutation($id: ID!) { switchMembership(input: {membershipId: $id}) { __typename } }"
    await browser.graphql(switch, {"id": str(operator)})
    assert await browser.codes(PUBLISH) == FIRST


async def test_a_session_begun_with_a_passkey_says_so(browser: Browser, world: World) -> None:
    operator: Actor = await world.an_operator()
    await browser.sign_in(operator)
    device = await _adds_passkey(browser)
    browser.http.cookies.clear()
    await post(browser, "sign-in", {"credential": device.show(await options(browser, "sign-in"))})
    began = await world.rows("select began_with from session where person_id = $1 order by id", operator.person_id)
    assert [row["began_with"] for row in began] == ["DEMO", "PASSKEY"]


@pytest.mark.parametrize(("path", "limit"), [("sign-in/options", ASKED), ("sign-in", SHOWN)])
async def test_a_network_asks_and_shows_so_often(
    browser: Browser, world: World, letters: Letterbox, path: str, limit: Limit
) -> None:
    most = limit.times
    assert (await post(browser, path)).status_code != 429
    await world.connection.execute("update attempt set times = $1", most - 1)
    assert (await post(browser, path)).status_code != 429
    response = await post(browser, path)
    assert (response.status_code, code(response)) == (429, "TOO_OFTEN")
    assert int(response.headers["retry-after"]) > 3000
    # signing out is always possible
    left = await browser.http.post("/sign-out", headers={"X-Vrijplaats": "1"})
    assert left.status_code == 200
