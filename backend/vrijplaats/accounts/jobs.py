"""Sessions that are over are forgotten at night."""

from vrijplaats.core import clock, db
from vrijplaats.core.jobs import Periodic


async def clean_up_sessions() -> None:
    """Delete what can no longer be used."""
    await db.execute("delete from session where expires_at < $1", clock.now())


async def clean_up_challenges() -> None:
    """Delete the questions to devices that were never answered."""
    await db.execute("delete from webauthn_challenge where expires_at < $1", clock.now())


PERIODIC = (
    Periodic(name="accounts.clean_up_sessions", run=clean_up_sessions, minutes=frozenset({25}), hour=2),
    Periodic(name="accounts.clean_up_challenges", run=clean_up_challenges, minutes=frozenset({5, 35})),
)
