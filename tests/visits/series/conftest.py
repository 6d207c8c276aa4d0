"""The worker's own connection, which the job runs on."""

from __future__ import annotations

import pytest_asyncio

from vrijplaats.core.jobs import WORKER
from vrijplaats.core.pools import open_database
from vrijplaats.settings import Login, Settings


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def worker(db: Settings) -> None:
    """core.db, open for the worker's role too; closed with the other."""
    await open_database(db.dsn(Login.WORKER), max_size=6, name=WORKER)
