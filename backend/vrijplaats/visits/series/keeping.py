"""The end of a series; for its own verbs, and for whoever ends a match."""

from collections.abc import Sequence
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.visits.series.rules import EndReason

_END = "update series set ended_at = $2, end_reason = $3 where match_id = any ($1) and ended_at is null"


async def end_series(match_ids: Sequence[UUID], reason: EndReason) -> None:
    """Nothing more is planned for these matches. Waits for whoever plans at this moment, of which one sees from here on
    what was planned. Before the match is touched, or two could wait for each other."""
    await db.execute(_END, list(match_ids), clock.now(), reason.value)
