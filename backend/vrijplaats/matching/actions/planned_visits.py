"""Visits that were still to come when a match ends: called off, time and place free again, the gate told.

Matching comes before visits, so that it cannot call their verbs; and the end of a match must not leave a visit at the
gate, not even for a moment, so that a message afterwards would not do. Hence these statements of its own, in the same
transaction, on the columns that visits.actions.cancel_visit sets.
"""

from typing import Any

from vrijplaats.core import clock, db, outbox
from vrijplaats.matching.models import MatchEndReason

# (side, cause) from the short list of visits.rules
_CAUSES = {
    MatchEndReason.DETAINEE_WISH: ("DETAINEE", "NOT_WANTED"),
    MatchEndReason.RELEASED: ("DETAINEE", "RELEASED"),
    MatchEndReason.TRANSFERRED: ("DETAINEE", "TRANSFERRED"),
    MatchEndReason.VOLUNTEER_WISH: ("ORGANISATION", "NO_VOLUNTEER"),
    MatchEndReason.NO_CLICK: ("ORGANISATION", "NO_VOLUNTEER"),
    MatchEndReason.OTHER: ("ORGANISATION", "PLANNING"),
}
# before they are read: a statement that waits for a visit that moves goes on with the time that it had before
_LOCK = "select id from visit where match_id = $1 and state in ('PROPOSED', 'CONFIRMED') order by id for update"
_PLANNED = """
select v.id, v.slot_place_id, v.presence_id, p.starts_at
from visit v join presence p on p.id = v.presence_id
where v.match_id = $1 and v.state in ('PROPOSED', 'CONFIRMED') and p.starts_at > $2
order by v.id
"""
_CANCEL = """
update visit set state = 'CANCELLED', cancel_side = $2, cancel_cause = $3, cancelled_at = $4, slot_place_id = null
where id = any ($1)
"""
_FREE_TIME = "update presence set live = false where id = any ($1)"
_FREE_PLACE = "delete from slot_place where id = any ($1)"


async def cancel_planned_visits(match: dict[str, Any], reason: MatchEndReason) -> None:
    """Call off what lies ahead; visits that have begun stay, to be logged."""
    await db.fetch(_LOCK, match["id"])
    planned = await db.fetch(_PLANNED, match["id"], clock.now())
    if not planned:
        return
    side, cause = _CAUSES[reason]
    await db.execute(_CANCEL, [visit["id"] for visit in planned], side, cause, clock.now())
    await db.execute(_FREE_TIME, [visit["presence_id"] for visit in planned])
    await db.execute(_FREE_PLACE, [visit["slot_place_id"] for visit in planned if visit["slot_place_id"]])
    for visit in planned:
        await _tell_staff(match, visit)


async def _tell_staff(match: dict[str, Any], visit: dict[str, Any]) -> None:
    ids = {"match_id": match["id"], "visit_id": visit["id"], "audience": "staff"}
    ids |= {name: match[name] for name in ("organisation_id", "facility_id")}
    await outbox.tell(
        "visit.cancelled",
        recipients=[],
        payload={name: str(value) for name, value in ids.items()} | {"starts_at": visit["starts_at"].isoformat()},
        organisation_id=match["organisation_id"],
        facility_id=match["facility_id"],
    )
