"""A visit of the demo at the moment that a test is about: the clock is the one thing that a test may not wait for."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import asyncpg

NOW = timedelta()
_MOVE = """
update presence p set starts_at = now() + $2::interval, ends_at = now() + $2::interval + interval '1 hour',
  room_id = null, private_room = false
from visit v where v.presence_id = p.id and v.id = $1
"""


async def takes_place(dsn: str, visit_id: str, after: timedelta) -> None:
    """The visit, an hour long, begins so long from now."""
    connection = await asyncpg.connect(dsn)
    try:
        assert await connection.execute(_MOVE, UUID(visit_id), after) == "UPDATE 1"
    finally:
        await connection.close()
