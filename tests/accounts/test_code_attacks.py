"""Guessing a code, and learning from an answer who is known here: neither works."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from time import perf_counter

import pytest

from tests.accounts.letterbox import Letterbox, reachable
from tests.accounts.test_codes import REFUSED, ask, bring, post, told, wrong
from tests.accounts.test_passkeys import code as code_of
from tests.calling import Browser, from_network
from tests.statements import all_sent
from tests.world import World
from vrijplaats.accounts.codes.rules import SIGN_IN
from vrijplaats.core import clock, tickets
from vrijplaats.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_five_tries_and_it_is_over_for_the_right_one_too(
    browser: Browser, world: World, letters: Letterbox
) -> None:
    address = await reachable(world, await world.a_funder(), "vijf@example.org")
    code = await ask(browser, address)
    digits = await letters.digits(address)
    for _ in range(5):
        assert told(await bring(browser, code, wrong(digits))) == REFUSED
    assert told(await bring(browser, code, digits)) == REFUSED


async def test_the_fifth_may_be_the_right_one(browser: Browser, world: World, letters: Letterbox) -> None:
    address = await reachable(world, await world.a_funder(), "vijfde@example.org")
    code = await ask(browser, address)
    digits = await letters.digits(address)
    for _ in range(4):
        await bring(browser, code, wrong(digits))
    assert (await bring(browser, code, digits)).status_code == 200


async def test_forty_at_once_are_five_tries(browser: Browser, world: World, letters: Letterbox) -> None:
    """All but one are wrong; that one is among them once, far behind."""
    address = await reachable(world, await world.a_funder(), "tegelijk@example.org")
    code = await ask(browser, address)
    digits = await letters.digits(address)
    await asyncio.gather(*(bring(browser, code, wrong(digits)) for _ in range(40)))
    assert await world.value("select max(tries) from sign_in_code") == 5
    assert told(await bring(browser, code, digits)) == REFUSED


async def test_twenty_wrong_ones_a_day_over_all_codes_of_a_person(
    browser: Browser, world: World, letters: Letterbox
) -> None:
    address = await reachable(world, await world.a_funder(), "twintig@example.org")
    for _ in range(4):
        code = await ask(browser, address)
        digits = await letters.digits(address)
        for _ in range(5):
            await bring(browser, code, wrong(digits))
    code = await ask(browser, address)
    digits = await letters.digits(address)
    assert told(await bring(browser, code, digits)) == REFUSED
    with clock.travel(clock.now() + timedelta(days=1, minutes=1)):
        code = await ask(browser, address)
        assert (await bring(browser, code, await letters.digits(address))).status_code == 200


async def test_one_network_cannot_keep_somebody_out(
    browser: Browser, world: World, letters: Letterbox, db: Settings
) -> None:
    """Who knows an address asks and guesses until nothing is left for them; whose it is signs in from home."""
    address = await reachable(world, await world.a_funder(), "belaagd@example.org")
    attacker = from_network(db, world, "203.0.113.9")
    async with attacker.http:
        for _ in range(6):
            code = await ask(attacker, address)
            for _ in range(5):
                assert told(await bring(attacker, code, "00000000")) == REFUSED
    code = await ask(browser, address)
    assert (await bring(browser, code, await letters.digits(address))).status_code == 200


async def test_many_networks_together_are_counted_too(
    browser: Browser, world: World, letters: Letterbox, db: Settings
) -> None:
    address = await reachable(world, await world.a_funder(), "velen@example.org")
    codes = []
    for number in range(5):
        attacker = from_network(db, world, f"203.0.113.{number}")
        async with attacker.http:
            for _ in range(5):
                codes.append(await ask(attacker, address))
                for _ in range(5):
                    await bring(attacker, codes[-1], "00000000")
    assert await world.value("select count(*) from sign_in_code where person_id is not null and tries > 0") >= 20
    code = await ask(browser, address)  # the twenty-sixth of this hour
    assert told(await bring(browser, code, await letters.digits(address))) == REFUSED


async def test_right_ones_do_not_count_as_wrong(browser: Browser, world: World, letters: Letterbox) -> None:
    """A member of staff signs in more than twenty times a day."""
    staff = await world.a_staff_member(await world.a_facility())
    address = await reachable(world, staff, "vaak@example.org")
    for _ in range(23):
        await world.connection.execute("delete from attempt where times > 4")
        code = await ask(browser, address)
        assert (await bring(browser, code, await letters.digits(address))).status_code == 200


async def test_the_sixth_code_within_an_hour_is_of_nobody(browser: Browser, world: World, letters: Letterbox) -> None:
    """The same answer, for a known and an unknown address; the fifth code still works for who has it."""
    address = await reachable(world, await world.a_funder(), "zesde@example.org")
    codes = [await ask(browser, address) for _ in range(7)]
    assert {len(code) for code in codes} == {48}
    sent = await letters.to(address)
    assert len(sent) == 1  # the former ones had ended before their letters left
    digits = await letters.digits(address)
    assert told(await bring(browser, codes[6], digits)) == REFUSED
    assert (await bring(browser, codes[4], digits)).status_code == 200
    with clock.travel(clock.now() + timedelta(minutes=61)):
        code = await ask(browser, address)
        assert (await bring(browser, code, await letters.digits(address))).status_code == 200


async def test_a_network_asks_thirty_times_an_hour(browser: Browser, letters: Letterbox) -> None:
    answers = [await post(browser, "options", {"email": f"{number}@example.org"}) for number in range(32)]
    assert [answer.status_code for answer in answers] == [200] * 30 + [429] * 2
    assert code_of(answers[-1]) == "TOO_OFTEN"
    assert answers[-1].json()["errors"][0]["message"].startswith("Dat was een paar keer te veel.")
    assert 3000 < int(answers[-1].headers["retry-after"]) <= 3600


async def test_a_network_tries_a_hundred_times_an_hour(browser: Browser, letters: Letterbox) -> None:
    answers = [await bring(browser, "x", "12345678") for _ in range(101)]
    assert (answers[99].status_code, answers[100].status_code) == (403, 429)


async def test_a_known_and_an_unknown_address_cannot_be_told_apart(
    browser: Browser,
    world: World,
    letters: Letterbox,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Byte for byte but for the random part, and statement for statement: asking, and trying a wrong code."""
    ended = await world.a_funder()
    await world.connection.execute("update membership set ended_at = now() where id = $1", ended.membership_id)
    addresses = [
        await reachable(world, await world.a_funder(), "bekend@example.org"),
        "onbekend@example.org",
        await reachable(world, ended, "niet-meer@example.org"),
    ]
    sent = all_sent(monkeypatch)
    seen = []
    for address in addresses:
        for _ in range(2):  # the second one ends the first one
            sent.clear()
            asked = await post(browser, "options", {"email": address})
            asking = _shapes(sent)
            sent.clear()
            tried = await bring(browser, asked.json()["code"], "00000000")
            seen.append(
                (
                    (asked.status_code, _headers(asked.headers), len(asked.content), asking),
                    (tried.status_code, _headers(tried.headers), tried.content, _shapes(sent)),
                )
            )
    assert seen[0] == seen[2] == seen[4]
    assert seen[1] == seen[3] == seen[5]
    assert len(seen[0][0][3]) > 5


async def test_it_takes_as_long_for_both(browser: Browser, world: World, letters: Letterbox) -> None:
    """The statements above are the proof; this is a wide net for what is not a statement (sending a letter, say)."""
    known = [await reachable(world, await world.a_funder(), f"tijd{number}@example.org") for number in range(20)]
    took: dict[bool, list[float]] = {True: [], False: []}
    for number, address in enumerate(known):
        for is_known in (True, False):
            await world.connection.execute("delete from attempt")
            began = perf_counter()
            await ask(browser, address if is_known else f"niemand{number}@example.org")
            took[is_known].append(perf_counter() - began)
    # the quickest of each: what the machine did meanwhile says nothing
    assert abs(min(took[True]) - min(took[False])) < 0.020


async def test_an_unknown_address_gets_no_letter(browser: Browser, letters: Letterbox, world: World) -> None:
    await ask(browser, "niemand@example.org")
    assert await letters.to("niemand@example.org") == []
    assert await world.value("select count(*) from outbox where done_at is null") == 0


def _shapes(sent: list[str]) -> list[str]:
    """What was sent, without the settings, which hold who acts."""
    return ["begin" if statement.startswith("begin") else statement for statement in sent]


def _headers(headers: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted((name, value) for name, value in headers.items() if name != "date")


async def test_an_address_that_somebody_else_typed_opens_nobodys_passkey(
    browser: Browser, world: World, letters: Letterbox
) -> None:
    """Els joins by the code on Anja's screen; Anja had typed a box of her own, or made a slip. Els never saw it."""
    volunteer = await world.a_volunteer(await world.an_organisation(), "Els Bakker")
    address = await reachable(world, volunteer, "van-anja@example.org", shown=False)
    await world.a_passkey(volunteer)
    code = await ask(browser, address)
    assert await letters.to(address) == []
    digits = tickets.code(SIGN_IN, await world.value("select id from sign_in_code where person_id is not null"))
    assert told(await bring(browser, code, digits)) == REFUSED
    assert await world.value("select email_verified_at from person_contact where email = $1", address) is None
    await world.connection.execute("delete from passkey where person_id = $1", volunteer.person_id)
    code = await ask(browser, address)  # who has no passkey has no other way in
    assert (await bring(browser, code, await letters.digits(address))).status_code == 200
