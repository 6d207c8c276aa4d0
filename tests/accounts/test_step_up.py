"""For some things a session is not enough: the passkey has to have been shown within five minutes."""

from __future__ import annotations

from datetime import timedelta

from tests.accounts.authenticator import Authenticator
from tests.accounts.test_passkeys import code, options, post, registered
from tests.calling import Browser
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor

PUBLISH = """
mutation { publishReport(input: {periodStart: "2025-01-02", periodEnd: "2025-03-31"}) { __typename } }
"""
NAME = "query($id: ID!) { visitRequest(id: $id) { detainee { givenName } } }"
NEEDED = ["STEP_UP_NEEDED"]


async def shown(browser: Browser, actor: Actor, device: Authenticator) -> None:
    """Sign in as the actor without a passkey, and confirm with it."""
    await browser.sign_in(actor)
    response = await post(browser, "confirm", {"credential": device.show(await options(browser, "confirm"))})
    assert response.json() == {"confirmed": True}, response.text


async def test_publishing_asks_for_a_fresh_passkey_of_who_has_one(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    await browser.sign_in(operator)
    assert await browser.codes(PUBLISH) == []
    device = await registered(browser, operator)
    await browser.sign_in(operator)
    assert await browser.codes(PUBLISH) == NEEDED
    await shown(browser, operator, device)
    assert await browser.codes(PUBLISH) == []
    with clock.travel(clock.now() + timedelta(minutes=5, seconds=1)):
        assert await browser.codes(PUBLISH) == NEEDED


async def test_signing_in_with_a_passkey_is_fresh(browser: Browser, world: World) -> None:
    device = await registered(browser, await world.an_operator())
    await post(browser, "sign-in", {"credential": device.show(await options(browser, "sign-in"))})
    assert await browser.codes(PUBLISH) == []


async def test_a_coordinator_reads_a_name_after_showing_the_passkey(browser: Browser, world: World) -> None:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    coordinator = await world.a_coordinator(organisation)
    request = {"id": str(await world.a_request(facility, organisation))}
    device = await registered(browser, coordinator)
    await browser.sign_in(coordinator)
    assert await browser.codes(NAME, request) == NEEDED
    read = "select count(*) from history where verb = 'identity.read' and person_id = $1"
    assert await world.value(read, coordinator.person_id) == 0
    await shown(browser, coordinator, device)
    assert (await browser.graphql(NAME, request))["visitRequest"]["detainee"]["givenName"]
    assert await world.value(read, coordinator.person_id) == 1


async def test_the_passkey_of_a_colleague_confirms_nothing(browser: Browser, world: World) -> None:
    anja, bram = await world.an_operator(), await world.an_operator()
    await registered(browser, anja)
    device = await registered(browser, bram)
    await browser.sign_in(anja)
    response = await post(browser, "confirm", {"credential": device.show(await options(browser, "confirm"))})
    assert (response.status_code, code(response)) == (403, "PASSKEY_REFUSED")
    assert await browser.codes(PUBLISH) == NEEDED


async def test_one_session_that_is_fresh_does_not_make_another_fresh(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    device = await registered(browser, operator)
    await shown(browser, operator, device)
    await browser.sign_in(operator)
    assert await browser.codes(PUBLISH) == NEEDED


async def test_an_open_session_does_not_let_a_stranger_add_a_passkey(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    device = await registered(browser, operator)
    await browser.sign_in(operator)
    response = await post(browser, "registration/options")
    assert (response.status_code, code(response)) == (403, "STEP_UP_NEEDED")
    await shown(browser, operator, device)
    assert (await post(browser, "registration/options")).status_code == 200


async def test_a_copied_key_is_blocked_when_it_confirms(browser: Browser, world: World) -> None:
    operator = await world.an_operator()
    device = await registered(browser, operator)
    device.count = 5
    await shown(browser, operator, device)
    device.count = 2
    response = await post(browser, "confirm", {"credential": device.show(await options(browser, "confirm"))})
    assert code(response) == "PASSKEY_REFUSED"
    assert await world.value("select blocked_at is not null from passkey where person_id = $1", operator.person_id)
