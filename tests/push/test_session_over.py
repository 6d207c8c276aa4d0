"""A device whose session ran out is woken for a while longer; one whose session was ended, or that is another's by now,
is not. Who signs in again on it has it as it was."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
import pytest_asyncio

from tests.calling import Browser, a_browser
from tests.push.service import Phone, a_subscription, a_target
from tests.push.street import Street, asked_of
from tests.push.test_subscribing import SUBSCRIBE
from tests.world import World
from vrijplaats.accounts.jobs import PERIODIC
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.jobs import run_periodic
from vrijplaats.settings import Mode, Settings

DEVICES = "{ myPush { devices { id current gone } } mySessions { id current over } }"
END_OTHERS = "mutation($id: ID!) { endOtherSessions(input: {thisSessionId: $id}) { __typename } }"
COUNT = "select count(*) from push_subscription where person_id = $1"
_FORGOTTEN = "update push_subscription set target = null, gone_at = now() where id = $1"
(NIGHT,) = [each for each in PERIODIC if each.name == "accounts.clean_up_sessions"]
HOURS, DAYS = timedelta(hours=1), timedelta(days=1)


@pytest_asyncio.fixture
async def demo(db: Settings, world: World) -> AsyncIterator[Browser]:
    browser = a_browser(replace(db, mode=Mode.DEMO), world)
    async with browser.http:
        yield browser


async def _signs_in(demo: Browser, world: World, actor: Actor, key: str) -> None:
    if not await world.value("select exists (select from demo_persona where key = $1)", key):
        await world.a_persona(key, actor)
    assert (await demo.http.post("/demo/sign-in", json={"persona": key})).status_code == 200


async def _news(street: Street, phone: Phone, actor: Actor) -> int:
    """How often the phone rang when there was news for a coordinator just now."""
    before = len(phone.got)
    request = await street.world.a_request(await street.world.a_facility(), actor.organisation_id)
    await street.world.insert(
        "outbox",
        event="request.made",
        organisation_id=actor.organisation_id,
        recipients=[actor.person_id],
        payload=f'{{"request": "{request}"}}',
    )
    await street.told()
    await street.settled()
    return len(phone.got) - before


async def test_a_coordinator_hears_for_a_month_after_having_been_there(street: Street) -> None:
    anja = await street.world.a_coordinator(await street.world.an_organisation())
    await street.awake(anja)
    now = clock.now()
    phone = await street.phone(anja)
    for after, rings in ((2 * DAYS, 1), (30 * DAYS - HOURS, 1), (30 * DAYS + HOURS, 0)):
        with clock.travel(now + after):
            await run_periodic(NIGHT)
            assert await _news(street, phone, anja) == rings
    assert await street.world.value(COUNT, anja.person_id) == 0


async def test_a_question_after_the_session_ran_out_opens_the_app_and_cannot_be_answered_right_there(
    street: Street,
) -> None:
    now = clock.now()
    with clock.travel(now + 89 * DAYS):
        asked = await asked_of(street)
    phone, other = [await street.phone(asked.volunteers[0]) for _ in range(2)]
    # who is not one of those any more hears nothing there, whatever was kept
    await street.world.connection.execute(
        "update session set sso_provider_id = $2, last_seen_at = $3 where id = ("
        "select session_id from push_subscription where person_id = $1 order by id desc limit 1)",
        asked.person,
        await _ended_provider(street.world),
        now + 89 * DAYS,
    )
    with clock.travel(now + 89 * DAYS + HOURS):
        await street.told()
        await street.settled()
    ((content, _),) = phone.got
    assert content["path"] == f"/uitnodigingen/{asked.offers[0]}"
    assert not {"offer", "accept", "look"} & set(content)
    assert other.got == []


async def _ended_provider(world: World) -> UUID:
    provider = await world.an_sso_provider(await world.an_organisation())
    await world.connection.execute("update sso_provider set ended_at = now() where id = $1", provider)
    return provider


@pytest.mark.usefixtures("street")  # the worker's connection
@pytest.mark.parametrize("forgotten", [False, True])
async def test_who_signs_in_again_on_a_device_has_it_as_it_was(demo: Browser, world: World, forgotten: bool) -> None:
    anja = await world.a_coordinator(await world.an_organisation())
    now = clock.now()
    with clock.travel(now):
        await _signs_in(demo, world, anja, f"push-{anja.person_id}")
        (device,) = (await demo.graphql(SUBSCRIBE, {"input": a_target()}))["subscribePush"]["push"]["devices"]
    if forgotten:  # by its push service: the app sees so, and asks the browser for another address
        await world.connection.execute(_FORGOTTEN, UUID(device["id"]))
    with clock.travel(now + 2 * DAYS):
        await run_periodic(NIGHT)
        assert (await demo.post(DEVICES)).status_code == 401
        await _signs_in(demo, world, anja, f"push-{anja.person_id}")
        seen = await demo.graphql(DEVICES)
    assert seen["myPush"]["devices"] == [{"id": device["id"], "current": True, "gone": forgotten}]
    # of the former session nothing is left
    assert [(each["current"], each["over"]) for each in seen["mySessions"]] == [(True, False)]


@pytest.mark.parametrize("after", [HOURS, 2 * DAYS])
@pytest.mark.parametrize("who", ["a colleague", "the same person at a desk of a prison"])
async def test_who_else_signs_in_there_silences_it(demo: Browser, world: World, after: timedelta, who: str) -> None:
    organisation = await world.an_organisation()
    anja = await world.a_coordinator(organisation)
    if who == "a colleague":
        other = await world.a_coordinator(organisation)
    else:
        other = await _at_a_desk(world, anja)
    now = clock.now()
    with clock.travel(now):
        await _signs_in(demo, world, anja, f"first-{anja.person_id}")
        await demo.graphql(SUBSCRIBE, {"input": a_target()})
    with clock.travel(now + after):
        await _signs_in(demo, world, other, f"then-{other.membership_id}")
    assert await world.value(COUNT, anja.person_id) == await world.value(COUNT, other.person_id) == 0


async def _at_a_desk(world: World, actor: Actor) -> Actor:
    facility = await world.a_facility()
    desk = await world.insert("membership", person_id=actor.person_id, role="STAFF", facility_id=facility)
    return replace(actor, role=Role.STAFF, membership_id=desk, organisation_id=None, facility_id=facility)


async def test_signing_out_ends_it_for_whoever_comes_next(demo: Browser, world: World) -> None:
    anja = await world.a_coordinator(await world.an_organisation())
    await _signs_in(demo, world, anja, "push-out")
    await demo.graphql(SUBSCRIBE, {"input": a_target()})
    await demo.http.post("/sign-out", headers={"X-Vrijplaats": "1"})
    await _signs_in(demo, world, anja, "push-out")
    assert (await demo.graphql(DEVICES))["myPush"]["devices"] == []


async def test_a_lost_phone_that_ran_out_is_still_there_to_be_ended_and_is_silent_at_once(
    street: Street, browser: Browser
) -> None:
    world = street.world
    anja = await world.a_coordinator(await world.an_organisation())
    await street.awake(anja)
    now = clock.now()
    lost = await street.phone(anja)
    with clock.travel(now + 2 * DAYS):
        await browser.sign_in(anja)
        seen = await browser.graphql(DEVICES)
        assert [(each["current"], each["over"]) for each in seen["mySessions"]] == [(True, False), (False, True)]
        await browser.graphql(END_OTHERS, {"id": seen["mySessions"][0]["id"]})
        assert await _news(street, lost, anja) == 0
    assert await world.value(COUNT, anja.person_id) == 0


@pytest.mark.usefixtures("street")
async def test_what_is_shown_of_sessions_that_ran_out_is_what_stays(browser: Browser, world: World) -> None:
    me = await world.a_volunteer(await world.an_organisation())
    with clock.travel(clock.now() - 2 * DAYS):
        await world.sign_in(me)  # without a device it is of no use to anybody
        woken = await a_subscription(world, me)
        forgotten = await a_subscription(world, me)
    await world.connection.execute(_FORGOTTEN, forgotten)
    await browser.sign_in(me)
    kept = "select session_id from push_subscription where id = any ($1)"
    devices = {str(row["session_id"]) for row in await world.rows(kept, [woken, forgotten])}
    shown = (await browser.graphql(DEVICES))["mySessions"]
    assert {each["id"] for each in shown if each["over"]} == devices
    await run_periodic(NIGHT)
    stays = await world.rows("select id from session where person_id = $1", me.person_id)
    assert {str(row["id"]) for row in stays} == {each["id"] for each in shown}


async def test_a_device_that_the_push_service_forgot_is_known_by_its_owner_and_comes_again(
    street: Street, browser: Browser
) -> None:
    asked = await asked_of(street)
    me = asked.volunteers[0]
    await browser.sign_in(me)
    phone, target = street.service.phone()
    await browser.graphql(SUBSCRIBE, {"input": target})
    phone.answers.append((410, {}))
    await street.told()
    await street.settled()
    (before,) = (await browser.graphql(DEVICES))["myPush"]["devices"]
    assert (before["current"], before["gone"]) == (True, True)
    await browser.graphql(SUBSCRIBE, {"input": street.service.phone()[1]})
    (after,) = (await browser.graphql(DEVICES))["myPush"]["devices"]
    assert (after["current"], after["gone"]) == (True, False) and after["id"] != before["id"]
