"""Telling all sides of a recovery, and forgetting those that are long over (history keeps that they were)."""

from datetime import timedelta

from vrijplaats.accounts.recovery.telling import spread, write
from vrijplaats.core import clock, db
from vrijplaats.core.jobs import Periodic

_KEPT = timedelta(days=7)


async def clean_up() -> None:
    """Delete what ended a week ago."""
    await db.execute("delete from recovery where expires_at < $1", clock.now() - _KEPT)


DELIVERIES = (spread, write)
PERIODIC = (Periodic(name="accounts.clean_up_recoveries", run=clean_up, minutes=frozenset({45}), hour=2),)
