"""Letting a device be woken: whose it is, for how long, and what is no push service."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from tests.calling import Browser, a_browser
from tests.push.service import a_subscription, a_target, to_bytes
from tests.world import World
from vrijplaats import settings as program_settings
from vrijplaats.cli import main
from vrijplaats.core import clock
from vrijplaats.core import db as database
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import InvalidInput
from vrijplaats.notices.push import targets
from vrijplaats.notices.push.vapid import Signatures, public_key
from vrijplaats.settings import Mode, Settings

SUBSCRIBE = """
mutation($input: SubscribePushInput!) { subscribePush(input: $input) { __typename
  ... on SubscribePushSuccess { push { publicKey devices { id current lastDeliveredAt } } }
  ... on Problem { code message } } }
"""
UNSUBSCRIBE = """
mutation($id: ID!) { unsubscribePush(input: {subscriptionId: $id}) { __typename
  ... on UnsubscribePushSuccess { push { devices { id } } } ... on Problem { code } } }
"""
MINE = "{ myPush { devices { id current } quietHours { from until } kinds mutedKinds } }"
QUIET = """
mutation($hours: QuietHoursInput) { setQuietHours(input: {quietHours: $hours}) { __typename
  ... on SetQuietHoursSuccess { push { quietHours { from until } mutedKinds } } ... on Problem { code message } } }
"""
MUTE = """
mutation($muted: Boolean!) { muteNotices(input: {kind: ANSWERS, muted: $muted}) { __typename
  ... on MuteNoticesSuccess { push { quietHours { from until } mutedKinds } } ... on Problem { code message } } }
"""
SWITCH = "mutation($id: ID!) { switchMembership(input: {membershipId: $id}) { __typename } }"
END = "mutation($id: ID!) { endSession(input: {sessionId: $id}) { __typename } }"
COUNT = "select count(*) from push_subscription where person_id = $1"


@asynccontextmanager
async def _devices(db: Settings, world: World, *actors: Actor) -> AsyncIterator[list[Browser]]:
    browsers = [a_browser(db, world) for _ in actors]
    try:
        yield [await browser.sign_in(actor) for browser, actor in zip(browsers, actors, strict=True)]
    finally:
        for browser in browsers:
            await browser.http.aclose()


async def _subscribe(browser: Browser, target: dict[str, str] | None = None) -> Any:
    return (await browser.graphql(SUBSCRIBE, {"input": target or a_target()}))["subscribePush"]


async def test_two_devices_of_one_person_are_both_woken(db: Settings, world: World) -> None:
    me = await world.a_volunteer(await world.an_organisation())
    async with _devices(db, world, me, me) as (phone, tablet):
        await _subscribe(phone)
        push = (await _subscribe(tablet))["push"]
        assert [device["current"] for device in push["devices"]] == [True, False]
        assert len(push["publicKey"]) == 87
        other = push["devices"][1]["id"]
        left = (await tablet.graphql(UNSUBSCRIBE, {"id": other}))["unsubscribePush"]["push"]["devices"]
        assert [device["id"] for device in left] == [push["devices"][0]["id"]]


async def test_a_device_that_comes_again_replaces_itself(browser: Browser, world: World) -> None:
    me = await world.a_volunteer(await world.an_organisation())
    await browser.sign_in(me)
    target = a_target()
    for _ in range(2):
        assert len((await _subscribe(browser, target))["push"]["devices"]) == 1
    assert len((await _subscribe(browser))["push"]["devices"]) == 1


async def test_a_phone_that_changed_hands_no_longer_hears_for_its_former_owner(db: Settings, world: World) -> None:
    organisation = await world.an_organisation()
    former, owner = await world.a_volunteer(organisation), await world.a_volunteer(organisation)
    target = a_target()
    async with _devices(db, world, former, owner) as (before, after):
        await _subscribe(before, target)
        await _subscribe(after, target)
    assert await world.value(COUNT, former.person_id) == 0
    assert await world.value(COUNT, owner.person_id) == 1


async def test_a_session_that_ends_takes_its_device_along(db: Settings, world: World) -> None:
    me = await world.a_volunteer(await world.an_organisation())
    async with _devices(db, world, me, me, me) as (lost, left, here):
        for browser in (lost, left, here):
            await _subscribe(browser)
        session = (await lost.graphql("{ mySessions { id current } }"))["mySessions"]
        await here.graphql(END, {"id": next(row["id"] for row in session if row["current"])})
        assert await world.value(COUNT, me.person_id) == 2
        await left.http.post("/sign-out", headers={"X-Vrijplaats": "1"})
        devices = (await here.graphql(MINE))["myPush"]["devices"]
        assert [device["current"] for device in devices] == [True]
    assert await world.value(COUNT, me.person_id) == 1


async def test_going_on_as_another_thing_takes_the_device_along(browser: Browser, world: World) -> None:
    first = await world.a_volunteer(await world.an_organisation())
    second = await world.a_volunteer(await world.an_organisation(), person=first.person_id)
    await browser.sign_in(first)
    device = (await _subscribe(browser))["push"]["devices"][0]["id"]
    token = browser.http.cookies["vrijplaats"]
    browser.http.cookies.clear()
    browser.http.cookies.set("vrijplaats", token, domain="localhost.local")
    await browser.graphql(SWITCH, {"id": str(second.membership_id)})
    assert (await browser.graphql(MINE))["myPush"]["devices"] == [{"id": device, "current": True}]


async def test_where_a_device_is_stands_nowhere_to_be_read(browser: Browser, world: World) -> None:
    me = await world.a_volunteer(await world.an_organisation())
    await browser.sign_in(me)
    target = a_target()
    identifier = UUID((await _subscribe(browser, target))["push"]["devices"][0]["id"])
    (row,) = await world.rows("select * from push_subscription where id = $1", identifier)
    secret = target["endpoint"].rpartition("/")[2]
    assert secret not in str(row) and target["auth"] not in str(row)
    assert targets.opened(program_settings.current().master_key, identifier, row["target"]).endpoint.endswith(secret)
    for column in ("target", "endpoint_hash"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with database.transaction(me):
                await database.fetch(f"select {column} from push_subscription")
    history = await world.rows("select verb, subject::text from history where person_id = $1", me.person_id)
    assert [each["verb"] for each in history] == ["push.subscribe"]
    assert secret not in str(history)


def _checked(given: dict[str, str], more: tuple[str, ...] = ()) -> targets.Target:
    return targets.checked(given["endpoint"], given["p256dh"], given["auth"], more=more)


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://fcm.googleapis.com/fcm/send/x",
        "https://fcm.googleapis.com.example.org/x",
        "https://example.org/push",
        "https://user@fcm.googleapis.com/x",
        "https://fcm.googleapis.com:8443/x",
        "https://evilpush.apple.com/x",
        "https://.push.apple.com/x",
        "https://a..push.apple.com/x",
        "https://127.0.0.1;.push.apple.com/x",
        "https://127.0.0.1%00.push.apple.com/x",
        "https://a_b.push.apple.com/x",
        "https://fcm.googleapis.com:/x",
        "https://127.0.0.1/x",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/x",
        "https://[::/x",
        "http://localhost:8000/graphql",
        "https://fcm.googleapis.com\\@10.0.0.1/x",
        "https://web.push.apple.com/" + "x" * 1000,
        "https://web.push.apple.com/é",
        "ftp://fcm.googleapis.com/x",
        "",
    ],
)
def test_what_is_no_push_service_is_refused(endpoint: str) -> None:
    given = a_target(endpoint) | {"endpoint": endpoint}
    with pytest.raises(InvalidInput):
        _checked(given)


@pytest.mark.parametrize(
    "endpoint",
    ["https://web.push.apple.com/Q1", "https://updates.push.services.mozilla.com/wpush/v2/x", "https://push.here.nl/x"],
)
def test_what_browsers_use_and_what_the_operator_adds_is_taken(endpoint: str) -> None:
    assert _checked(a_target(endpoint), more=("push.here.nl",)).endpoint == endpoint


@pytest.mark.parametrize("field", ["p256dh", "auth"])
@pytest.mark.parametrize("value", ["", "AAAA", "B" * 87, "é", "x" * 5000])
def test_keys_that_are_none_are_refused(field: str, value: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        _checked(a_target() | {field: value})
    assert refused.value.fields["field"] == field


@pytest.mark.parametrize(
    ("origin", "subject"),
    [
        ("https://vrijplaats.example.nl", "https://vrijplaats.example.nl"),
        ("https://intern:8443", "https://intern"),
        ("http://localhost:8000", "mailto:push@localhost"),
    ],
)
def test_a_push_service_can_find_who_sends(origin: str, subject: str) -> None:
    signatures = Signatures(program_settings.current().keys.vapid, origin)
    services = ["https://web.push.apple.com", "https://fcm.googleapis.com"]
    headers = [signatures.header(service) for service in services]
    claims = [json.loads(to_bytes(header.split(".")[1])) for header in headers]
    assert [(each["sub"], each["aud"]) for each in claims] == [(subject, service) for service in services]
    assert signatures.header(services[0]) == headers[0]
    with clock.travel(clock.now() + timedelta(hours=11, minutes=1)):
        assert signatures.header(services[0]) != headers[0]


def test_the_keys_that_the_program_makes_sign_what_a_push_service_checks() -> None:
    printed = CliRunner().invoke(main, ["keys"]).output
    kept = dict(line.split("=", 1) for line in printed.splitlines())
    scalar = to_bytes(kept["VRIJPLAATS_VAPID_KEY"])
    service = "https://fcm.googleapis.com"
    said = Signatures(scalar, "https://vrijplaats.example.nl").header(service).removeprefix("vapid ")
    given = dict(part.strip().split("=", 1) for part in said.split(","))
    header, claims, signature = given["t"].split(".")
    point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), to_bytes(given["k"]))
    halves = [int.from_bytes(half) for half in (to_bytes(signature)[:32], to_bytes(signature)[32:])]
    point.verify(encode_dss_signature(*halves), f"{header}.{claims}".encode(), ec.ECDSA(SHA256()))
    # the key that devices are turned on under
    assert given["k"] == public_key(scalar)


async def test_this_machine_is_a_push_service_for_tests_only(browser: Browser, world: World) -> None:
    me = await world.a_volunteer(await world.an_organisation())
    await browser.sign_in(me)
    target, ours = a_target("http://127.0.0.1:9/x"), program_settings.current()
    assert (await _subscribe(browser, target))["__typename"] == "SubscribePushSuccess"
    program_settings.use(replace(ours, mode=Mode.PRODUCTION))
    try:
        assert (await _subscribe(browser, target))["code"] == "INVALID_INPUT"
    finally:
        program_settings.use(ours)


async def test_a_shared_workstation_is_never_woken(browser: Browser, world: World) -> None:
    await browser.sign_in(await world.a_staff_member(await world.a_facility()))
    assert await browser.codes(SUBSCRIBE, {"input": a_target()}) == ["FORBIDDEN"]


async def test_the_usual_silence_and_one_of_ones_own(browser: Browser, world: World) -> None:
    await browser.sign_in(await world.a_coordinator(await world.an_organisation()))
    assert (await browser.graphql(MINE))["myPush"] == {
        "devices": [],
        "quietHours": {"from": 22, "until": 8},
        "kinds": ["REQUESTS", "ANSWERS", "VISITS", "CALLS", "MESSAGES"],
        "mutedKinds": [],
    }
    answer = await browser.graphql(MUTE, {"muted": True})
    assert answer["muteNotices"]["push"] == {"quietHours": {"from": 22, "until": 8}, "mutedKinds": ["ANSWERS"]}
    for hours in ({"from": 13, "until": 15}, None):
        answer = await browser.graphql(QUIET, {"hours": hours})
        assert answer["setQuietHours"]["push"] == {"quietHours": hours, "mutedKinds": ["ANSWERS"]}
    for muted in (True, False):
        answer = await browser.graphql(MUTE, {"muted": muted})
        assert answer["muteNotices"]["push"]["mutedKinds"] == ["ANSWERS"] * muted
    for hours in ({"from": 22, "until": 22}, {"from": 24, "until": 8}, {"from": 22, "until": -1}):
        answer = await browser.graphql(QUIET, {"hours": hours})
        assert answer["setQuietHours"]["code"] == "INVALID_INPUT"
    assert (await browser.graphql(MINE))["myPush"]["quietHours"] is None


async def test_somebody_elses_device_is_not_there(browser: Browser, world: World) -> None:
    me, other = [await world.a_volunteer(await world.an_organisation()) for _ in range(2)]
    theirs = await a_subscription(world, other)
    await browser.sign_in(me)
    assert (await browser.graphql(UNSUBSCRIBE, {"id": str(theirs)}))["unsubscribePush"]["code"] == "NOT_FOUND"
    assert await world.value(COUNT, other.person_id) == 1
