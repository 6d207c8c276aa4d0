"""Both halves of a code become a new passkey, and everything old is over at once; nothing less does."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.accounts.authenticator import Authenticator
from tests.accounts.test_passkeys import options, post, refused, registered
from tests.calling import Browser
from tests.recovery.phones import LINK as LINK_IN
from tests.recovery.phones import VIEWER, Post, come_back, confirm, found, lost, send, start, stop, with_address
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**8:08d}"


async def test_everything_old_is_dead_and_the_new_phone_is_in(
    browser: Browser, world: World, post_office: Post
) -> None:
    organisation = await world.an_organisation()
    volunteer, coordinator = await world.a_volunteer(organisation, "Vera"), await world.a_coordinator(organisation)
    email = await with_address(world, volunteer)
    old = await registered(browser, volunteer)
    await world.a_passkey(volunteer, "Nog een")
    await world.connection.execute("update passkey set blocked_at = now() where name = 'Nog een'")
    session = await world.sign_in(volunteer)
    await world.insert(
        "sso_identity",
        person_id=volunteer.person_id,
        provider_id=await world.an_sso_provider(organisation),
        issuer="https://login.example",
        subject="vera",
        shown=bytes(32),
        created_at=clock.now(),
    )
    await world.insert("calendar_feed", person_id=volunteer.person_id, created_at=clock.now())
    waiting = await world.insert(
        "sign_in_code",
        person_id=volunteer.person_id,
        address_hash=bytes(32),
        device="/",
        created_at=clock.now(),
        expires_at=clock.now() + timedelta(minutes=10),
    )
    begun = await start(browser, coordinator, volunteer)
    another = await world.a_recovery(volunteer, await world.a_coordinator(organisation))
    await post_office.deliver()
    # until the code is used the old phone goes on working
    await post(browser, "sign-in", {"credential": old.show(await options(browser, "sign-in"))})
    assert (await browser.graphql(VIEWER))["viewer"]["displayName"] == "Vera"

    new = Authenticator()
    link = found(LINK_IN, post_office.text(email))
    response = await come_back(browser, new, spoken=begun["code"], link=link)
    assert response.json() == {"signedIn": True}, response.text
    assert "HttpOnly" in response.headers["set-cookie"]
    assert (await browser.graphql(VIEWER))["viewer"]["displayName"] == "Vera"
    assert await browser.graphql("{ myPasskeys { name } mySessions { current } }") == {
        "myPasskeys": [{"name": "Nieuwe telefoon"}],
        "mySessions": [{"current": True}],
    }
    assert await world.value("select withdrawn_at is not null from recovery where id = $1", another)
    assert await world.value("select count(*) from sso_identity where person_id = $1", volunteer.person_id) == 0
    assert await world.value("select count(*) from calendar_feed where person_id = $1", volunteer.person_id) == 0
    assert await world.value("select expires_at from sign_in_code where id = $1", waiting) <= clock.now()
    browser.http.cookies.clear()
    browser.http.cookies.set("vrijplaats", session)
    answer = await browser.post(VIEWER)
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["why"]) == (401, "ENDED")
    assert await refused(browser, old.show(await options(browser, "sign-in")))
    assert (
        await post(browser, "sign-in", {"credential": new.show(await options(browser, "sign-in"))})
    ).status_code == 200


async def test_a_code_works_once(browser: Browser, world: World, post_office: Post) -> None:
    _, halves, _ = await lost(browser, world, post_office)
    assert (await come_back(browser, **halves)).status_code == 200
    assert (await come_back(browser, **halves)).json()["errors"][0]["extensions"]["code"] == "RECOVERY_REFUSED"


async def test_a_code_lasts_half_an_hour(browser: Browser, world: World, post_office: Post) -> None:
    _, halves, _ = await lost(browser, world, post_office)
    with clock.travel(clock.now() + timedelta(minutes=30, seconds=1)):
        assert (await come_back(browser, **halves)).status_code == 403
    assert (await come_back(browser, **halves)).status_code == 200


async def test_it_may_not_expire_between_asking_and_answering(
    browser: Browser, world: World, post_office: Post
) -> None:
    _, halves, _ = await lost(browser, world, post_office)
    asked = (await send(browser, "options", **halves)).json()["options"]
    with clock.travel(clock.now() + timedelta(minutes=30, seconds=1)):
        response = await send(browser, "use", credential=Authenticator().make(asked), name="x", **halves)
    assert response.status_code == 403


async def test_five_wrong_tries_are_the_end(browser: Browser, world: World, post_office: Post) -> None:
    _, halves, _ = await lost(browser, world, post_office)
    for _ in range(5):
        assert (await send(browser, "options", **halves | {"second": wrong(halves["second"])})).status_code == 403
    assert (await come_back(browser, **halves)).status_code == 403


async def test_many_guesses_at_once_are_no_more_than_five(browser: Browser, world: World, post_office: Post) -> None:
    _, halves, _ = await lost(browser, world, post_office)
    guesses = [f"{number:08d}" for number in range(20)]
    await asyncio.gather(*(send(browser, "options", **halves | {"second": guess}) for guess in guesses))
    assert await world.value("select max(tries) from recovery") >= 5
    assert (await come_back(browser, **halves)).status_code == 403


async def test_half_of_it_opens_nothing_and_every_no_is_the_same(
    browser: Browser, world: World, post_office: Post
) -> None:
    volunteer, halves, _ = await lost(browser, world, post_office)
    email = f"{volunteer.person_id.hex}@example.org"
    link = found(LINK_IN, post_office.text(email))
    tried = [
        {"spoken": halves["spoken"]},
        {"spoken": halves["spoken"], "second": halves["spoken"]},
        {"second": halves["second"]},
        {"link": link},
        {"link": link, "spoken": wrong(halves["spoken"])},
        {"link": link[:-4] + "AAAA", "spoken": wrong(halves["spoken"])},
        {"spoken": "00000000", "second": "00000000"},
        {"spoken": "é" * 100, "second": "\x00", "link": "x"},
        {},
    ]
    answers = [await send(browser, "options", **each) for each in tried]
    assert {(answer.status_code, answer.content) for answer in answers} == {(403, answers[0].content)}


async def test_neither_the_helper_nor_the_second_one_has_both_halves(browser: Browser, world: World) -> None:
    organisation = await world.an_organisation()
    volunteer = await world.a_volunteer(organisation)
    begun = await start(browser, await world.a_coordinator(organisation), volunteer)
    spoken = begun["code"]
    assert (await come_back(browser, spoken=spoken, second="12345678")).status_code == 403
    second = (await confirm(browser, await world.a_coordinator(organisation), begun["recoveryId"]))["code"]
    assert (await come_back(browser, spoken=second, second=second)).status_code == 403
    assert (await come_back(browser, spoken=f" {spoken[:4]}-{spoken[4:]} ", second=second)).status_code == 200


async def test_the_second_half_counts_only_after_it_was_confirmed(
    browser: Browser, world: World, settings: Settings
) -> None:
    from uuid import UUID

    from vrijplaats.accounts.recovery.rules import second_code

    organisation = await world.an_organisation()
    begun = await start(browser, await world.a_coordinator(organisation), await world.a_volunteer(organisation))
    second = second_code(UUID(begun["recoveryId"]))
    assert (await come_back(browser, spoken=begun["code"], second=second)).status_code == 403


async def test_a_device_without_a_lock_gets_a_session_only(browser: Browser, world: World, post_office: Post) -> None:
    volunteer, halves, _ = await lost(browser, world, post_office)
    await world.a_passkey(volunteer)
    assert (await send(browser, "options", **halves)).json()["withoutPasskey"]
    assert (await send(browser, "use", **halves)).status_code == 200
    assert await world.value("select count(*) from passkey where person_id = $1", volunteer.person_id) == 0
    kept = "select fresh_passkey_at from session where person_id = $1"
    assert await world.rows(kept, volunteer.person_id) == [{"fresh_passkey_at": None}]


async def test_who_does_more_than_visiting_needs_a_passkey(browser: Browser, world: World, post_office: Post) -> None:
    volunteer, halves, _ = await lost(browser, world, post_office)
    await world.insert("membership", person_id=volunteer.person_id, role="OPERATOR")
    assert not (await send(browser, "options", **halves)).json()["withoutPasskey"]
    refusal = await send(browser, "use", **halves)
    assert refusal.json()["errors"][0]["extensions"]["code"] == "PASSKEY_NEEDED"
    assert (await come_back(browser, **halves)).status_code == 200  # the codes had not been used up


async def test_a_device_that_answers_something_else_changes_nothing(
    browser: Browser, world: World, post_office: Post
) -> None:
    volunteer, halves, _ = await lost(browser, world, post_office)
    await world.a_passkey(volunteer)
    asked = (await send(browser, "options", **halves)).json()["options"]
    careless = replace(Authenticator(), verifies=False).make(asked)
    foreign = Authenticator(origin="http://elsewhere").make(
        (await send(browser, "options", **halves)).json()["options"]
    )
    for credential in (careless, foreign, {}, "x", 7):
        response = await send(browser, "use", credential=credential, name="x", **halves)
        assert response.json()["errors"][0]["extensions"]["code"] == "PASSKEY_NOT_ADDED"
    assert await world.value("select name from passkey where person_id = $1", volunteer.person_id) == "Telefoon"
    assert (await come_back(browser, **halves)).status_code == 200


async def test_what_was_stopped_works_no_more(browser: Browser, world: World, post_office: Post) -> None:
    volunteer, halves, begun = await lost(browser, world, post_office)
    assert (await stop(browser, volunteer, begun["recoveryId"]))["__typename"] == "StopRecoverySuccess"
    assert (await come_back(browser, **halves)).status_code == 403


async def test_who_left_meanwhile_does_not_come_in(browser: Browser, world: World, post_office: Post) -> None:
    volunteer, halves, _ = await lost(browser, world, post_office)
    await world.connection.execute("update membership set ended_at = now() where id = $1", volunteer.membership_id)
    assert (await come_back(browser, **halves)).status_code == 403


@pytest.mark.parametrize("path", ["options", "use", "stop"])
async def test_another_site_cannot_ask_and_nonsense_is_answered(browser: Browser, world: World, path: str) -> None:
    assert (await browser.http.post(f"/recovery/{path}", json={})).status_code == 403
    for content in ({"spoken": 7}, {"link": "x" * 201}, {"spoken": ["1"], "link": 3}):
        assert (await send(browser, path, **content)).status_code in (400, 403)


async def test_a_network_tries_sixty_times_an_hour(browser: Browser, world: World) -> None:
    await world.connection.execute("delete from attempt")
    answers = [await send(browser, "options", spoken="00000000", second="00000000") for _ in range(61)]
    assert [answer.status_code for answer in answers] == [403] * 60 + [429]
    assert answers[-1].json()["errors"][0]["extensions"]["code"] == "TOO_OFTEN"
    await world.connection.execute("delete from attempt")
