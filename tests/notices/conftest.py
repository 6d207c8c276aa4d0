"""An office whose letters arrive in a box of the test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest_asyncio

from tests.letters.office import Office
from tests.mail.postbox import a_postbox
from tests.world import World
from vrijplaats import settings as program
from vrijplaats.core.jobs import WORKER
from vrijplaats.core.pools import open_database
from vrijplaats.settings import Login, Mail, Settings


@pytest_asyncio.fixture(loop_scope="module")
async def office(db: Settings, world: World) -> AsyncIterator[Office]:
    await open_database(db.dsn(Login.WORKER), max_size=5, name=WORKER)
    await world.connection.execute("update outbox set done_at = now() where done_at is null")
    await world.connection.execute("delete from notice_letter")
    await world.connection.execute("delete from message")
    async with a_postbox() as (box, url):
        program.use(replace(db, mail=Mail(smtp_url=url, sender="post@vrijplaats.example")))
        yield Office(world, db, box)
        program.use(db)
