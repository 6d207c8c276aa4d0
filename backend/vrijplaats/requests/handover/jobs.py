"""What the clock does here: proposals nobody answered in time, and those whose request waits for nobody any more."""

from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.jobs import PeriodicEach
from vrijplaats.requests.handover.rules import HandOverState

MOST_AT_ONCE = 200
# that the request stands open, and is still proposed to them: it is not when it went to another prison
_STANDS = "r.state = 'OPEN' and r.proposed_to is not distinct from h.to_organisation_id"
_DUE = f"""
select h.id from hand_over h join visit_request r on r.id = h.request_id
where h.state = 'PROPOSED' and (h.expires_at <= $1 or not ({_STANDS})) order by h.expires_at, h.id limit $2
"""
# somebody who answers at this moment goes first: the next round looks again
_TAKE = f"""
select h.request_id, h.organisation_id, h.facility_id, not ({_STANDS}) as settled
from visit_request r join hand_over h on h.request_id = r.id
where h.id = $1 for update of r skip locked
"""
_END = "update hand_over set state = $2, answered_at = $3 where id = $1 and state = 'PROPOSED'"
_LET_GO = "update visit_request set proposed_to = null where id = $1"


async def due() -> list[UUID]:
    """For the worker: what may be over, the oldest first."""
    return [row["id"] for row in await db.fetch(_DUE, clock.now(), MOST_AT_ONCE)]


async def end(hand_over_id: UUID) -> None:
    """For the worker: the request stays where it is, and who proposed it hears so when nobody answered."""
    row = await db.fetch_one(_TAKE, hand_over_id)
    if row is None:
        return
    state = HandOverState.OVER if row["settled"] else HandOverState.EXPIRED
    if not await db.execute(_END, hand_over_id, state.value, clock.now()) or row["settled"]:
        return
    await db.execute(_LET_GO, row["request_id"])
    await _tell(row)
    await history.record(
        None,
        "handover.expire",
        subject={"request": row["request_id"]},
        organisation_id=row["organisation_id"],
        facility_id=row["facility_id"],
    )


async def _tell(row: dict[str, Any]) -> None:
    tenants = {name: row[name] for name in ("organisation_id", "facility_id")}
    payload = {"audience": "coordinators", "request_id": str(row["request_id"])}
    await outbox.tell("handover.expired", recipients=[], payload=payload, **tenants)


PERIODIC = [PeriodicEach(name="requests.end_hand_overs", find=due, do=end, minutes=frozenset(range(2, 60, 5)))]
