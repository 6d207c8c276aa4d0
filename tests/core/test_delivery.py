"""From the outbox to the people, with a real PostgreSQL and a real Valkey: nothing is lost, nothing is told twice."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest_asyncio
from arq.connections import ArqRedis

from tests.world import World
from vrijplaats.core import clock, db, idempotency, outbox
from vrijplaats.core.actor import Actor
from vrijplaats.core.embedded.valkey import Valkey
from vrijplaats.core.jobs import WORKER, deliver, run_periodic
from vrijplaats.core.queue import open_queue
from vrijplaats.core.relay import relay, ring_due
from vrijplaats.notices.jobs import DELIVERIES
from vrijplaats.settings import Login, Settings
from vrijplaats.worker import jobs_of, work

TOLD = "select count(*) from notice where outbox_id = $1"


@pytest_asyncio.fixture(autouse=True)
async def queue(db: Settings) -> AsyncIterator[ArqRedis]:
    from vrijplaats.core.pools import open_database

    assert db.valkey_url is not None
    await open_database(db.dsn(Login.WORKER), max_size=5, name=WORKER)
    queue = await open_queue(db.valkey_url)
    await queue.flushdb()
    yield queue
    await queue.aclose()


async def _tell(world: World) -> tuple[Actor, UUID]:
    """A coordinator who is to be told something; and the outbox row."""
    organisation = await world.an_organisation()
    actor = await world.a_coordinator(organisation)
    async with db.transaction(actor):
        await outbox.tell(
            "request.made",
            recipients=[actor.person_id],
            payload={"request": str(uuid4())},
            organisation_id=organisation,
        )
    row: UUID = await world.value("select id from outbox where organisation_id = $1", organisation)
    return actor, row


async def _until(condition: Callable[[], Any]) -> None:
    async with asyncio.timeout(15):
        while not await condition():
            await asyncio.sleep(0.05)


async def test_a_message_reaches_its_people_within_a_moment(world: World, settings: Settings) -> None:
    stop = asyncio.Event()
    running = [asyncio.create_task(relay(settings, stop)), asyncio.create_task(work(settings, stop))]
    try:
        await asyncio.sleep(0.5)
        actor, row = await _tell(world)
        await _until(lambda: world.value("select done_at is not null from outbox where id = $1", row))
        told = await world.rows("select person_id, event from notice where outbox_id = $1", row)
        assert told == [{"person_id": actor.person_id, "event": "request.made"}]
    finally:
        stop.set()
        await asyncio.gather(*running)


async def test_a_message_that_was_rolled_back_is_told_to_nobody(world: World) -> None:
    organisation = await world.an_organisation()
    actor = await world.a_coordinator(organisation)

    async def fail() -> None:
        async with db.transaction(actor):
            await outbox.tell("request.made", recipients=[actor.person_id], payload={}, organisation_id=organisation)
            raise LookupError

    await asyncio.gather(fail(), return_exceptions=True)
    assert await world.value("select count(*) from outbox where organisation_id = $1", organisation) == 0


async def test_a_job_that_runs_twice_tells_once(world: World) -> None:
    _, row = await _tell(world)
    assert await deliver(row, list(DELIVERIES)) is True
    assert await deliver(row, list(DELIVERIES)) is False
    assert await world.value(TOLD, row) == 1


async def test_ten_workers_with_one_message_tell_once(world: World) -> None:
    _, row = await _tell(world)
    done = await asyncio.gather(*(deliver(row, list(DELIVERIES)) for _ in range(10)))
    assert sorted(done) == [False] * 9 + [True]
    assert await world.value(TOLD, row) == 1


async def test_a_delivery_that_fails_leaves_the_message_to_be_delivered(world: World) -> None:
    _, row = await _tell(world)

    async def fail(_message: object) -> None:
        raise LookupError

    await asyncio.gather(deliver(row, [*DELIVERIES, fail]), return_exceptions=True)
    assert await world.value(TOLD, row) == 0
    assert await deliver(row, list(DELIVERIES)) is True


async def test_the_bell_carries_an_id_and_nothing_else(world: World, queue: ArqRedis) -> None:
    _, row = await _tell(world)
    await _ring(queue)
    keys = [key async for key in queue.scan_iter("arq:job:*")]
    jobs = [orjson.loads(content) for key in keys if (content := await queue.get(key))]
    assert [str(row)] in [job["a"] for job in jobs]
    assert all(len(job["a"]) == 1 and job["k"] == {} for job in jobs)


async def test_each_attempt_rings_with_an_id_of_its_own_and_later(world: World, queue: ArqRedis) -> None:
    _, row = await _tell(world)
    waits: list[timedelta] = []
    for _ in range(4):
        before = await world.value("update outbox set next_at = now() where id = $1 returning next_at", row)
        await _ring(queue)
        (rung,) = await world.rows("select next_at, now() as after from outbox where id = $1", row)
        # from ten seconds on twice as long each time, or half of it: after this was asked, and before it was answered
        most = timedelta(seconds=10) * 2 ** len(waits)
        assert rung["next_at"] - before >= most / 2 and rung["next_at"] - rung["after"] <= most
        waits.append(rung["next_at"] - before)
    keys = {key.decode() async for key in queue.scan_iter(f"arq:job:{row}:*")}
    assert keys == {f"arq:job:{row}:{attempt}" for attempt in (1, 2, 3, 4)}
    assert waits[3] > waits[1]


async def test_a_message_is_not_rung_before_its_time(world: World, queue: ArqRedis) -> None:
    _, row = await _tell(world)
    await _ring(queue)
    attempts = "select attempts from outbox where id = $1"
    before = await world.value(attempts, row)
    await _ring(queue)
    assert await world.value(attempts, row) == before == 1


async def test_a_bell_that_cannot_ring_leaves_the_message_as_it_was(world: World, valkey: tuple[Valkey, str]) -> None:
    _, row = await _tell(world)
    queue = await open_queue(valkey[1])
    await queue.config_set("maxmemory", "1")  # of this one: other tests ring at the same time
    try:
        await asyncio.gather(ring_due(queue), return_exceptions=True)
    finally:
        await queue.aclose()
    assert await world.value("select attempts from outbox where id = $1", row) == 0


async def test_old_keys_and_old_sessions_are_forgotten_at_night(world: World) -> None:
    me = await world.an_operator()
    await world.sign_in(me)
    for days in (6, 8):
        await world.insert(
            "idempotency",
            person_id=me.person_id,
            key=uuid4(),
            request_hash=b"",
            created_at=datetime.now(UTC) - timedelta(days=days),
        )
    await run_periodic(idempotency.CLEAN_UP)
    assert await world.value("select count(*) from idempotency where person_id = $1", me.person_id) == 1
    night = next(periodic for periodic in jobs_of("PERIODIC") if periodic.name == "accounts.clean_up_sessions")
    await run_periodic(night)
    assert await world.value("select count(*) from session where person_id = $1", me.person_id) == 1
    with clock.travel(datetime.now(UTC) + timedelta(days=2)):
        await run_periodic(night)
    assert await world.value("select count(*) from session where person_id = $1", me.person_id) == 0


async def _ring(queue: ArqRedis) -> None:
    while await ring_due(queue):
        pass
