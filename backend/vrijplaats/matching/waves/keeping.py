"""The waves of a request: written by whoever sends invitations. Every caller holds the lock on the request."""

from datetime import datetime
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.matching.waves.rules import EndReason, Rhythm, next_moment

# a new choice takes the place of the running one
_START = """
insert into waves (organisation_id, facility_id, request_id, size, every_hours, answer_time, next_at, started_by,
  created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (organisation_id, request_id) where ended_at is null do update
  set size = excluded.size, every_hours = excluded.every_hours, answer_time = excluded.answer_time,
    next_at = excluded.next_at, started_by = excluded.started_by
"""
_RUNNING = """
select id, every_hours from waves where organisation_id = $1 and request_id = $2 and ended_at is null
"""
_MOVE = "update waves set next_at = $2 where id = $1 and ended_at is null"
_END = "update waves set ended_at = $2, end_reason = $3 where id = $1 and ended_at is null"


async def start_waves(
    actor: Actor, request_id: UUID, rhythm: Rhythm, *, facility_id: UUID, expires_at: datetime
) -> None:
    """Let the next best be asked in this rhythm, counted from now; each has as long to answer as the first had."""
    now = clock.now()
    await db.execute(
        _START,
        *(actor.organisation_id, facility_id, request_id, rhythm.size, rhythm.hours),
        *(expires_at - now, next_moment(now, rhythm.hours), actor.person_id, now),
    )


async def count_from_now(actor: Actor, request_id: UUID) -> None:
    """People were asked by hand: waves that run leave them their time too."""
    row = await db.fetch_one(_RUNNING, actor.organisation_id, request_id)
    if row is not None:
        await move_on(row["id"], row["every_hours"])


async def move_on(waves_id: UUID, hours: int) -> None:
    """The next wave is so many hours away."""
    await db.execute(_MOVE, waves_id, next_moment(clock.now(), hours))


async def end_waves(waves_id: UUID, reason: EndReason) -> bool:
    """No further wave; False when it had ended before."""
    return bool(await db.execute(_END, waves_id, clock.now(), reason.value))
