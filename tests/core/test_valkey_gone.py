"""Valkey is killed while somebody is told something: the message arrives all the same, once."""

import asyncio
import os
import signal
from dataclasses import replace
from uuid import UUID

import pytest

from tests.world import World
from vrijplaats.core import db, outbox
from vrijplaats.core.embedded import reaping
from vrijplaats.core.embedded.valkey import Valkey
from vrijplaats.core.jobs import WORKER
from vrijplaats.core.pools import open_database
from vrijplaats.core.relay import relay
from vrijplaats.settings import Login, Settings
from vrijplaats.worker import work

pytestmark = pytest.mark.usefixtures("db")


async def test_a_message_survives_the_death_of_valkey(
    settings: Settings, world: World, valkey: tuple[Valkey, str]
) -> None:
    server, url = valkey
    settings, stop = replace(settings, valkey_url=url), asyncio.Event()
    await open_database(settings.dsn(Login.WORKER), max_size=5, name=WORKER)
    running = [asyncio.create_task(relay(settings, stop)), asyncio.create_task(work(settings, stop))]
    again = None
    try:
        await _until_told(world, await _tell(world))
        for number in _processes(server):
            os.kill(number, signal.SIGKILL)
        row = await _tell(world)
        await asyncio.sleep(1)
        assert await world.value("select done_at from outbox where id = $1", row) is None
        again = server.start()
        await _until_told(world, row)
    finally:
        stop.set()
        await asyncio.gather(*running)
        if again is not None:
            again.terminate()
            again.wait()


def _processes(server: Valkey) -> list[int]:
    return list(reaping.processes_in(server._where.valkey))


async def _tell(world: World) -> UUID:
    me = await world.an_operator()
    async with db.transaction(me):
        await outbox.tell("match.ended", recipients=[me.person_id], payload={})
    row: UUID = await world.value("select id from outbox where recipients = array[$1::uuid]", me.person_id)
    return row


async def _until_told(world: World, row: UUID) -> None:
    async with asyncio.timeout(60):
        while not await world.value("select count(*) = 1 from notice where outbox_id = $1", row):
            await asyncio.sleep(0.1)
