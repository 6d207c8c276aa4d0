"""The worker has a connection of its own."""

from __future__ import annotations

import pytest_asyncio

from vrijplaats.core.jobs import WORKER
from vrijplaats.core.pools import open_database
from vrijplaats.settings import Login, Settings


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    """Opened beside the app's; closed with it."""
    await open_database(db.dsn(Login.WORKER), max_size=2, name=WORKER)
