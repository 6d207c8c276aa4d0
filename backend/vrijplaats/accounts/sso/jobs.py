"""Journeys to a provider that nobody came back from are forgotten."""

from vrijplaats.core import clock, db
from vrijplaats.core.jobs import Periodic


async def clean_up_attempts() -> None:
    """Delete what can no longer be used."""
    await db.execute("delete from sso_attempt where expires_at < $1", clock.now())


PERIODIC = (Periodic(name="accounts.clean_up_sso_attempts", run=clean_up_attempts, minutes=frozenset({10, 40})),)
