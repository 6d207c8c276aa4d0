"""One at a time with the rhythm of a match, and its end; for its own verbs, and for whoever ends a match."""

from collections.abc import Sequence
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.visits.series.rules import EndReason

_HOLD = "select pg_advisory_xact_lock(hashtextextended('series ' || x.id::text, 0)) from unnest($1::uuid[]) x (id)"
_LOCK = "select id from series where match_id = any ($1) and ended_at is null order by id for update"
_END = "update series set ended_at = $2, end_reason = $3 where match_id = any ($1) and ended_at is null"


async def hold_series(match_ids: Sequence[UUID]) -> None:
    """Whatever becomes of the rhythms of these matches comes after this transaction: also one that is made for the
    first time or takes the place of another, for which there is no row to wait for. Waits for whoever plans at this
    moment, of which one sees from here on what was planned. Before the match is touched, or two could wait for each
    other."""
    await db.fetch(_HOLD, sorted(match_ids))
    await db.fetch(_LOCK, list(match_ids))


async def end_series(match_ids: Sequence[UUID], reason: EndReason) -> None:
    """Nothing more is planned for these matches. Held before the match is touched, here or already."""
    await hold_series(match_ids)
    await db.execute(_END, list(match_ids), clock.now(), reason.value)
