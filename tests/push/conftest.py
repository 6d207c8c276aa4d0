"""The street of these tests."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.push.service import a_push_service
from tests.push.street import Street
from tests.world import World
from vrijplaats.core.jobs import WORKER
from vrijplaats.core.pools import open_database
from vrijplaats.settings import Login, Settings


@pytest_asyncio.fixture(loop_scope="module")
async def street(db: Settings, world: World) -> AsyncIterator[Street]:
    await open_database(db.dsn(Login.WORKER), max_size=5, name=WORKER)
    await world.connection.execute("update outbox set done_at = now() where done_at is null")
    await world.connection.execute("delete from push_delivery")
    async with a_push_service() as service:
        yield Street(world, db, service)
        assert service.problems == []
