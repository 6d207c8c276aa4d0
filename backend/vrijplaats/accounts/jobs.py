"""Sessions that are over are forgotten at night."""

from vrijplaats.accounts.waking import KEPT
from vrijplaats.core import clock, db
from vrijplaats.core.jobs import Periodic

# a device that is still to be woken hangs on its session, which opens nothing any more
_OVER = f"""
delete from session x using membership m
where m.id = x.membership_id and x.expires_at <= $1 and not (m.ended_at is null and {KEPT.format(now="$1")})
"""


async def clean_up_sessions() -> None:
    """Delete what can no longer be used."""
    await db.execute(_OVER, clock.now())


async def clean_up_challenges() -> None:
    """Delete the questions to devices that were never answered."""
    await db.execute("delete from webauthn_challenge where expires_at < $1", clock.now())


PERIODIC = (
    Periodic(name="accounts.clean_up_sessions", run=clean_up_sessions, minutes=frozenset({25}), hour=2),
    Periodic(name="accounts.clean_up_challenges", run=clean_up_challenges, minutes=frozenset({5, 35})),
)
