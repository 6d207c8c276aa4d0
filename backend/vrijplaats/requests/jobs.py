"""What was noted of readings is forgotten when it no longer keeps anything together; the history stays."""

from vrijplaats.core import clock, db
from vrijplaats.core.jobs import Periodic
from vrijplaats.requests.readings import WINDOW


async def forget_noted() -> None:
    """Delete what a next reading would write anew anyway."""
    await db.execute("delete from reading_noted where noted_at <= $1", clock.now() - WINDOW)


PERIODIC = (Periodic(name="requests.forget_noted_readings", run=forget_noted, minutes=frozenset({5, 35})),)
