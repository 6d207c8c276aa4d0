"""The two embedded servers of one `var`, held by one program at a time."""

from __future__ import annotations

import fcntl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from vrijplaats.core.embedded.account import EmbeddedError, server_account
from vrijplaats.core.embedded.places import Places, places, prepare
from vrijplaats.core.embedded.postgres import SUPERUSER, Postgres
from vrijplaats.core.embedded.supervisor import Supervisor
from vrijplaats.core.embedded.valkey import Valkey

DATABASE = "vrijplaats"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the running servers are reached; the database URL is the superuser's."""

    database_url: str
    valkey_url: str


def addresses(where: Places, database: str = DATABASE) -> Addresses:
    """The addresses of the servers in these places, whether or not they run."""
    return Addresses(where.database_url(database, SUPERUSER), where.valkey_url)


def addresses_of(var: Path) -> Addresses:
    """The addresses of the embedded servers that belong to this `var`."""
    return addresses(places(var, server_account()))


@contextmanager
def only_one(var: Path) -> Iterator[None]:
    """Hold this `var` alone; raises EmbeddedError when another program already does. The kernel frees it at our end."""
    var.mkdir(parents=True, exist_ok=True)
    with (var / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise EmbeddedError(
                f"Vrijplaats already runs on {var}. Stop that one, or set VRIJPLAATS_VAR to another folder."
            ) from None
        yield


async def start_servers(
    supervisor: Supervisor, var: Path, *, postgres_settings: dict[str, str] | None = None
) -> Addresses:
    """Start both under this supervisor and wait until they answer."""
    account = server_account()
    where = places(var, account)
    prepare(where, account)
    postgres, valkey = Postgres(where, account, settings=postgres_settings), Valkey(where, account)
    supervisor.start_soon(valkey)
    supervisor.start_soon(postgres)
    await supervisor.ready(postgres)
    await supervisor.ready(valkey)
    return addresses(where)


@asynccontextmanager
async def servers(var: Path, *, postgres_settings: dict[str, str] | None = None) -> AsyncIterator[Addresses]:
    """Both servers, for as long as the block lasts."""
    with only_one(var):
        supervisor = Supervisor()
        try:
            yield await start_servers(supervisor, var, postgres_settings=postgres_settings)
        finally:
            supervisor.stop()
