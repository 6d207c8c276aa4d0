"""A visit of somebody in the demo, and the clock that makes it one that was."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

import asyncpg

from tests.journeys.screens import Screen
from vrijplaats.settings import Login, Settings

# the clock is the one thing that a test may not wait for
_OVER = """
update presence p set starts_at = now() - interval '3 hours', ends_at = now() - interval '2 hours', room_id = null,
  private_room = false from visit v where v.presence_id = p.id and v.id = $1::uuid
"""
VISITS = "{ myVisits { id state startsAt endsAt suggestedKilometres } }"


async def a_coming_visit(
    origin: str, *states: str, after: timedelta = timedelta(), not_of: Collection[str] = ()
) -> tuple[str, dict[str, Any]]:
    """A persona of the demo, of whom no other test needs a visit, with a visit after so long; and that visit."""

    def look() -> tuple[str, dict[str, Any]]:
        for number in range(5, 21):
            if f"volunteer-{number}" in not_of:
                continue
            screen = Screen(origin, f"volunteer-{number}")
            for visit in screen.post({"query": VISITS}).json()["data"]["myVisits"]:
                later = datetime.fromisoformat(visit["startsAt"]) > datetime.now().astimezone() + after
                if visit["state"] in states and later:
                    return f"volunteer-{number}", visit
        raise AssertionError("nobody in the demo has such a visit")

    return await asyncio.to_thread(look)


async def it_is_over(settings: Settings, visit_id: str, *, confirmed: bool = True) -> None:
    """It was two hours ago, and the prison had confirmed it, or never did."""
    connection = await asyncpg.connect(settings.dsn(Login.ADMIN))
    try:
        state = "CONFIRMED" if confirmed else "PROPOSED"
        await connection.execute("update visit set state = $2 where id = $1::uuid", visit_id, state)
        assert await connection.execute(_OVER, visit_id) == "UPDATE 1"
    finally:
        await connection.close()
