"""Visits that were still to come when a match ends: called off, time and place free again, the gate told.

In the same transaction, so that the end of a match leaves no visit at the gate, not even for a moment. Not by
visits.actions.cancel_visit: whoever ends the match need not be one who may call a visit off for that reason, what
stands in the history is that the match ended, and it is the gate only that hears of each visit.
"""

from typing import Any

from vrijplaats.core import clock, db
from vrijplaats.matching.models import MatchEndReason
from vrijplaats.visits import booking, telling
from vrijplaats.visits.rules import CancelCause, CancelSide

_CAUSES = {
    MatchEndReason.DETAINEE_WISH: (CancelSide.DETAINEE, CancelCause.NOT_WANTED),
    MatchEndReason.RELEASED: (CancelSide.DETAINEE, CancelCause.RELEASED),
    MatchEndReason.TRANSFERRED: (CancelSide.DETAINEE, CancelCause.TRANSFERRED),
    MatchEndReason.VOLUNTEER_WISH: (CancelSide.ORGANISATION, CancelCause.NO_VOLUNTEER),
    MatchEndReason.NO_CLICK: (CancelSide.ORGANISATION, CancelCause.NO_VOLUNTEER),
    MatchEndReason.OTHER: (CancelSide.ORGANISATION, CancelCause.PLANNING),
}
# before they are read: a statement that waits for a visit that moves goes on with the time that it had before
_LOCK = "select id from visit where match_id = $1 and state in ('PROPOSED', 'CONFIRMED') order by id for update"
_PLANNED = """
select v.id, v.organisation_id, v.facility_id, v.slot_place_id, v.presence_id, v.outside
from visit v join presence p on p.id = v.presence_id
where v.match_id = $1 and v.state in ('PROPOSED', 'CONFIRMED') and p.starts_at > $2
order by v.id
"""


async def cancel_planned_visits(match: dict[str, Any], reason: MatchEndReason) -> None:
    """Call off what lies ahead; visits that have begun stay, to be logged."""
    await db.fetch(_LOCK, match["id"])
    planned = await db.fetch(_PLANNED, match["id"], clock.now())
    if not planned:
        return
    await booking.call_off(*_CAUSES[reason], *planned)
    for visit in planned:
        await telling.tell_staff("visit.cancelled", visit)
