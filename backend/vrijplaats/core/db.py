"""Queries, and the one place they may be made: a transaction in which the database knows who acts.

The settings are always all set, so that nothing of an earlier transaction on the same connection can be left behind,
and they are local to the transaction. Row-level security compares with them (docs/decisions, tenant transactions).
"""

import asyncio
import re
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from contextvars import ContextVar
from itertools import count
from typing import Any

import asyncpg
from tortoise.connection import get_connections

from vrijplaats.core import pools
from vrijplaats.core.actor import Actor
from vrijplaats.core.engine import GuardedClient, OutsideTransaction, TransactionClient
from vrijplaats.core.pools import close_database, open_database

__all__ = [
    "OutsideTransaction",
    "TransactionLost",
    "become",
    "close_database",
    "execute",
    "execute_many",
    "fetch",
    "fetch_one",
    "fetch_records",
    "fetch_value",
    "open_database",
    "savepoint",
    "transaction",
    "write",
]

SETTINGS = (
    *("person", "role", "organisation", "facility", "volunteer", "session"),
    # what somebody who is not signed in may bring along
    *("credential", "challenge", "address", "attempt", "ticket"),
)
_PLAIN = re.compile(r"[0-9A-Za-z_-]*")
_savepoints = count(1)


class TransactionLost(RuntimeError):
    """The database rolled back what was to be committed: an error inside was caught without a savepoint."""


class _Transaction:
    """An open transaction: its connection, one query at a time."""

    def __init__(self, connection: Any, settings: str, read_only: bool) -> None:
        self.connection = connection
        self.settings = settings
        self.read_only = read_only
        self.lock = asyncio.Lock()
        self.over = False
        self.late_writes: list[tuple[str, tuple[Any, ...]]] = []

    async def begin(self) -> None:
        """Begin and set every setting in one round trip; the simple protocol takes no parameters, hence the strict
        check."""
        start = "begin read only" if self.read_only else "begin"
        await self.connection.execute(f"{start};{self.settings}")

    async def commit(self) -> None:
        """Commit, then write what a reading transaction had to leave until now."""
        await self._commit_once()
        if self.late_writes:
            self.read_only = False
            await self.begin()
            for sql, args in self.late_writes:
                await self.connection.execute(sql, *args)
            await self._commit_once()

    async def _commit_once(self) -> None:
        # PostgreSQL answers commit in a failed transaction with a polite ROLLBACK
        if await self.connection.execute("commit") != "COMMIT":
            raise TransactionLost("the transaction had failed and was rolled back")

    async def rollback(self) -> None:
        with suppress(asyncpg.InterfaceError, asyncpg.PostgresError, OSError):
            await self.connection.execute("rollback")


_current: ContextVar[_Transaction | None] = ContextVar("transaction", default=None)


def _open_transaction() -> _Transaction:
    current = _current.get()
    if current is None or current.over:
        raise OutsideTransaction("query outside a transaction: open one with core.db.transaction")
    return current


def _settings_sql(settings: Actor | Mapping[str, str]) -> str:
    given = settings.settings() if isinstance(settings, Actor) else settings
    if unknown := given.keys() - set(SETTINGS):
        raise ValueError(f"unknown settings: {sorted(unknown)}")
    if not all(_PLAIN.fullmatch(value) for value in given.values()):
        raise ValueError("a setting may hold letters, digits, - and _ only")
    return "select " + ",".join(f"set_config('app.{name}','{given.get(name, '')}',true)" for name in SETTINGS)


@asynccontextmanager
async def transaction(
    settings: Actor | Mapping[str, str], *, connection: str = "app", read_only: bool = False
) -> AsyncIterator[None]:
    """Open the transaction in which `settings` act; commits at the end, rolls back on any exception."""
    if (outer := _current.get()) is not None and not outer.over:
        raise OutsideTransaction("already inside a transaction: use savepoint")
    sql = _settings_sql(settings)
    async with pools.borrow(connection) as borrowed:
        current = _Transaction(borrowed, sql, read_only)
        await current.begin()
        client = TransactionClient(GuardedClient(connection_name="app"), borrowed, current.lock)
        token, tortoise = _current.set(current), get_connections().set("app", client)
        try:
            yield
            async with current.lock:
                await current.commit()
        except BaseException:
            await asyncio.shield(current.rollback())
            raise
        finally:
            current.over = True
            client.finish()
            _current.reset(token)
            get_connections().reset(tortoise)


@asynccontextmanager
async def savepoint() -> AsyncIterator[None]:
    """Undo what is inside, and only that, when it raises."""
    name = f"sp{next(_savepoints)}"
    await execute(f"savepoint {name}")
    try:
        yield
    except Exception:
        await execute(f"rollback to savepoint {name}")
        await execute(f"release savepoint {name}")
        raise
    await execute(f"release savepoint {name}")


async def fetch(sql: str, *args: Any) -> list[dict[str, Any]]:
    """All rows, each a dict. JSON columns come back as Python values."""
    current = _open_transaction()
    async with current.lock:
        return [dict(row) for row in await current.connection.fetch(sql, *args)]


async def fetch_long(sql: str, *args: Any) -> list[dict[str, Any]]:
    """The same where one long list is held against another: thousands may have come in a moment ago, of which the
    database has no figures yet, and one by one that is minutes."""
    current = _open_transaction()
    async with current.lock:
        await current.connection.execute("set local enable_nestloop = off")
        rows = await current.connection.fetch(sql, *args)
        await current.connection.execute("set local enable_nestloop = on")
    return [dict(row) for row in rows]


async def fetch_records(sql: str, *args: Any) -> list[Any]:
    """All rows as they came, read by name: for many thousands of them, without a dict for each."""
    current = _open_transaction()
    async with current.lock:
        return list(await current.connection.fetch(sql, *args))


async def fetch_one(sql: str, *args: Any) -> dict[str, Any] | None:
    """The first row, or None."""
    current = _open_transaction()
    async with current.lock:
        row = await current.connection.fetchrow(sql, *args)
    return None if row is None else dict(row)


async def fetch_value(sql: str, *args: Any) -> Any:
    """The first column of the first row, or None."""
    current = _open_transaction()
    async with current.lock:
        return await current.connection.fetchval(sql, *args)


async def execute(sql: str, *args: Any) -> int:
    """Run a statement; gives the number of rows it touched (0 for statements that touch none)."""
    current = _open_transaction()
    async with current.lock:
        status: str = await current.connection.execute(sql, *args)
    last = status.rsplit(" ", 1)[-1]
    return int(last) if last.isdecimal() else 0


async def execute_many(sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Run one statement for each row, in one go."""
    current = _open_transaction()
    async with current.lock:
        await current.connection.executemany(sql, list(rows))


async def write(sql: str, *args: Any) -> None:
    """Insert now; in a reading transaction directly after it and before its answer leaves (the audit of what was
    read)."""
    current = _open_transaction()
    if current.read_only:
        current.late_writes.append((sql, args))
    else:
        await execute(sql, *args)


async def become(actor: Actor) -> None:
    """Act as `actor` for the rest of this transaction: only for the edge, which finds the actor by the session
    first."""
    current = _open_transaction()
    current.settings = _settings_sql(actor)
    async with current.lock:
        await current.connection.execute(current.settings)
