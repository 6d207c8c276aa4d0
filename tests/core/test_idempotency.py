"""The same request twice has one effect and one answer (promise 5)."""

import asyncio
from hashlib import sha256
from uuid import uuid4

import orjson

from tests.calling import Browser
from tests.world import World

SET = "mutation($locale: String!) { setLocale(input: {locale: $locale}) { __typename } }"


async def _effects(world: World, person: object) -> int:
    count: int = await world.value("select count(*) from history where person_id = $1", person)
    return count


async def test_the_same_key_gives_the_same_answer_and_no_second_effect(browser: Browser, world: World) -> None:
    me, key = await world.an_operator(), uuid4()
    await browser.sign_in(me)
    first = await browser.post(SET, {"locale": "en"}, key)
    second = await browser.post(SET, {"locale": "en"}, key)
    assert first.content == second.content
    assert second.headers["idempotency-replayed"] == "true"
    assert await _effects(world, me.person_id) == 1


async def test_twenty_at_once_with_one_key_have_one_effect(browser: Browser, world: World) -> None:
    me, key = await world.an_operator(), uuid4()
    await browser.sign_in(me)
    answers = await asyncio.gather(*(browser.post(SET, {"locale": "en"}, key) for _ in range(20)))
    assert {answer.content for answer in answers} == {answers[0].content}
    assert {answer.status_code for answer in answers} == {200}
    assert await _effects(world, me.person_id) == 1


async def test_the_same_key_for_something_else_is_refused(browser: Browser, world: World) -> None:
    me, key = await world.an_operator(), uuid4()
    await browser.sign_in(me)
    await browser.post(SET, {"locale": "en"}, key)
    other = await browser.post(SET, {"locale": "nl"}, key)
    assert other.status_code == 422
    assert other.json()["errors"][0]["extensions"]["code"] == "IDEMPOTENCY_KEY_REUSED"
    assert await world.value("select locale from person where id = $1", me.person_id) == "en"


async def test_two_people_may_have_made_the_same_key(browser: Browser, world: World) -> None:
    key = uuid4()
    for _ in range(2):
        me = await world.an_operator()
        await browser.sign_in(me)
        await browser.post(SET, {"locale": "en"}, key)
        assert await _effects(world, me.person_id) == 1


async def test_what_waited_on_a_phone_is_done_only_for_who_gave_it(browser: Browser, world: World) -> None:
    """Somebody else signed in meanwhile, or the same person went on as something else."""
    me, other, key = await world.an_operator(), await world.an_operator(), uuid4()
    await browser.sign_in(other)
    given_as = {"X-Vrijplaats-Given-As": str(me.membership_id)}
    refused = await browser.post(SET, {"locale": "en"}, key, **given_as)
    assert refused.status_code == 409
    assert refused.json()["errors"][0]["extensions"]["code"] == "FOR_ANOTHER"
    assert await _effects(world, me.person_id) == await _effects(world, other.person_id) == 0
    assert await world.value("select count(*) from idempotency where key = $1", key) == 0
    await browser.sign_in(me)
    assert (await browser.post(SET, {"locale": "en"}, key, **given_as)).status_code == 200
    assert await _effects(world, me.person_id) == 1


async def test_a_problem_is_an_answer_too_and_stays(browser: Browser, world: World) -> None:
    me, key = await world.an_operator(), uuid4()
    await browser.sign_in(me)
    first = await browser.post(SET, {"locale": "fr"}, key)
    assert first.json()["data"]["setLocale"]["__typename"] == "InvalidInput"
    assert (await browser.post(SET, {"locale": "fr"}, key)).content == first.content


async def test_a_request_that_was_not_understood_keeps_nothing(browser: Browser, world: World) -> None:
    me, key = await world.an_operator(), uuid4()
    await browser.sign_in(me)
    assert (await browser.post(SET, {"locale": 5}, key)).status_code == 400
    assert await world.value("select count(*) from idempotency where person_id = $1", me.person_id) == 0
    assert (await browser.post(SET, {"locale": "en"}, key)).status_code == 200


async def test_the_kept_answer_is_sealed_and_the_request_cannot_be_guessed(browser: Browser, world: World) -> None:
    """Promise 3: an answer may hold a first name, a request holds whole ones; at rest neither can be read."""
    me, key = await world.an_operator(), uuid4()
    await browser.sign_in(me)
    answer = await browser.post(SET, {"locale": "en"}, key)
    kept = await world.rows("select response, request_hash from idempotency where person_id = $1", me.person_id)
    assert answer.content not in kept[0]["response"]
    assert b"SetLocaleSuccess" not in kept[0]["response"]
    plain = sha256(orjson.dumps([SET, None, {"locale": "en"}], option=orjson.OPT_SORT_KEYS)).digest()
    assert kept[0]["request_hash"] != plain
