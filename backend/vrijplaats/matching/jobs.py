"""What the clock does here: invitations whose time is over."""

from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, history
from vrijplaats.core.jobs import Periodic
from vrijplaats.matching.telling import tell_coordinators

MOST_AT_ONCE = 200
_OVER = "select distinct request_id from offer where state = 'LIVE' and expires_at <= $1 limit $2"
# the request first, as everywhere; one that somebody is answering at this moment is for the next round
_LOCK = "select id from visit_request where id = any ($1) order by id for update skip locked"
_EXPIRE = """
update offer set state = 'EXPIRED', answered_at = expires_at
where request_id = any ($1) and state = 'LIVE' and expires_at <= $2
"""
_REOPEN = """
update visit_request r set state = 'OPEN' where r.id = any ($1) and r.state = 'OFFERED' and not exists (
  select from offer o where o.request_id = r.id and o.state = 'LIVE')
returning r.id, r.organisation_id, r.facility_id, exists (
  select from waves w where w.request_id = r.id and w.organisation_id = r.organisation_id and w.ended_at is null)
  as goes_on
"""


async def expire_offers() -> int:
    """Let what was not answered in time expire; a request with nobody left to answer goes back to its coordinator.
    Gives the number of offers."""
    now = clock.now()
    over = [row["request_id"] for row in await db.fetch(_OVER, now, MOST_AT_ONCE)]
    locked: list[UUID] = [row["id"] for row in await db.fetch(_LOCK, over)]
    expired = await db.execute(_EXPIRE, locked, now)
    reopened = sorted(await db.fetch(_REOPEN, locked), key=lambda row: (row["organisation_id"], row["id"]))
    for row in reopened:
        if not row["goes_on"]:  # the next are asked by themselves: nothing to do for anybody
            await tell_coordinators("request.unanswered", _about(row))
    for row in reopened:
        await history.record(
            None,
            "offer.expire",
            subject={"request": row["id"]},
            organisation_id=row["organisation_id"],
            facility_id=row["facility_id"],
        )
    return expired


def _about(row: dict[str, Any]) -> dict[str, UUID]:
    return {"request_id": row["id"], "organisation_id": row["organisation_id"], "facility_id": row["facility_id"]}


PERIODIC = [Periodic(name="expire_offers", run=expire_offers, minutes=frozenset(range(60)))]
