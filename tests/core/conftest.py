"""What more than one of these tests needs."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from vrijplaats.core.embedded.account import server_account
from vrijplaats.core.embedded.places import places, prepare
from vrijplaats.core.embedded.supervisor import Supervisor
from vrijplaats.core.embedded.valkey import Valkey


@pytest_asyncio.fixture
async def valkey() -> AsyncIterator[tuple[Valkey, str]]:
    """A Valkey of our own, so that hurting it disturbs nobody."""
    supervisor = Supervisor()
    with tempfile.TemporaryDirectory(prefix="vrijplaats-valkey-") as folder:
        Path(folder).chmod(0o711)
        where, account = places(Path(folder), server_account()), server_account()
        prepare(where, account)
        server = Valkey(where, account)
        await supervisor.start(server)
        try:
            yield server, f"unix://{where.valkey_socket}"
        finally:
            supervisor.stop()
