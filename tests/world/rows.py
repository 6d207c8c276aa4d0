"""Rows of any table, and names that no other test uses."""

from __future__ import annotations

import secrets
from datetime import date
from itertools import count
from typing import Any

import asyncpg

_number = count(1)
_CONSONANTS = "bcdfghjkmnpqrstvwxz"  # these make no word, so none that is screened for
LONG_AGO = date(2020, 1, 1)
_WAITS = """
select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
"""


def a_name(kind: str) -> str:
    """A name of this kind that is used once. Four digits more would be a citizen number now and then."""
    return f"{kind} {next(_number)}-{''.join(secrets.choice(_CONSONANTS) for _ in range(4))}"


class Rows:
    """One superuser connection; everything is committed at once."""

    def __init__(self, connection: asyncpg.Connection[asyncpg.Record]) -> None:
        self.connection = connection

    async def insert(self, table: str, **values: Any) -> Any:
        """Insert a row; gives its id, or None for a table without one."""
        names = ", ".join(values)
        places = ", ".join(f"${number}" for number in range(1, len(values) + 1))
        row = await self.connection.fetchrow(
            f"insert into {table} ({names}) values ({places}) returning *", *values.values()
        )
        assert row is not None
        return row.get("id")

    async def rows(self, sql: str, *args: Any) -> list[dict[str, Any]]:
        """What the database holds, past every wall."""
        return [dict(row) for row in await self.connection.fetch(sql, *args)]

    async def somebody_waits(self) -> bool:
        """Whether somebody waits for a lock."""
        return await self.how_many_wait() > 0

    async def how_many_wait(self) -> int:
        """How many wait for a lock in this database; in others, on the same server, other tests run."""
        await self.connection.execute("select pg_stat_clear_snapshot()")  # a transaction looks once otherwise
        return int(await self.value(_WAITS))

    async def value(self, sql: str, *args: Any) -> Any:
        """One value, past every wall."""
        return await self.connection.fetchval(sql, *args)
