"""That somebody stood in is forgotten a month after it was over (history keeps that it was)."""

from vrijplaats.accounts.deputies.rules import KEPT
from vrijplaats.core import clock, db
from vrijplaats.core.jobs import Periodic

_FORGET = "delete from deputy where least(ends_on, ended_at::date) < $1"


async def clean_up() -> None:
    """Delete what is long over."""
    await db.execute(_FORGET, clock.today() - KEPT)


PERIODIC = (Periodic(name="accounts.clean_up_deputies", run=clean_up, minutes=frozenset({20}), hour=2),)
