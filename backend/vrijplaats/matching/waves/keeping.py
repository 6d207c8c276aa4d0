"""The waves of a request: written by whoever sends invitations. Every caller holds the lock on the request."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.matching.waves.queries import night_of
from vrijplaats.matching.waves.rules import EndReason, Night, Rhythm, next_moment

# a new choice takes the place of the running one
_START = """
insert into waves (organisation_id, facility_id, request_id, size, every_hours, answer_time, next_at, started_by,
  created_at)
select $1, x.facility_id, x.request_id, $4, $5, $6, $7, $8, $9
from unnest($2::uuid[], $3::uuid[]) x (facility_id, request_id)
on conflict (organisation_id, request_id) where ended_at is null do update
  set size = excluded.size, every_hours = excluded.every_hours, answer_time = excluded.answer_time,
    next_at = excluded.next_at, started_by = excluded.started_by
"""
_RUNNING = """
select id, every_hours from waves where organisation_id = $1 and request_id = any ($2) and ended_at is null
"""
_MOVE = """
update waves w set next_at = x.next_at from unnest($1::uuid[], $2::timestamptz[]) x (id, next_at)
where w.id = x.id and w.ended_at is null
"""
_END = "update waves set ended_at = $2, end_reason = $3 where id = $1 and ended_at is null"


async def start_waves(actor: Actor, places: Mapping[UUID, UUID], rhythm: Rhythm, *, expires_at: datetime) -> None:
    """Let the next best be asked in this rhythm, counted from now; each has as long to answer as the first had.
    `places` are the requests, each with its prison."""
    now, night = clock.now(), await night_of(actor.organisation_id)
    await db.execute(
        _START,
        *(actor.organisation_id, list(places.values()), list(places), rhythm.size, rhythm.hours),
        *(expires_at - now, next_moment(now, rhythm.hours, night), actor.person_id, now),
    )


async def count_from_now(actor: Actor, request_ids: Iterable[UUID]) -> None:
    """People were asked by hand: waves that run leave them their time too."""
    rows = await db.fetch(_RUNNING, actor.organisation_id, list(request_ids))
    if rows:
        await move_on({row["id"]: row["every_hours"] for row in rows}, await night_of(actor.organisation_id))


async def move_on(hours: Mapping[UUID, int], night: Night) -> None:
    """The next wave of each of these is so many hours away."""
    now = clock.now()
    if hours:
        await db.execute(_MOVE, list(hours), [next_moment(now, each, night) for each in hours.values()])


async def end_waves(waves_id: UUID, reason: EndReason) -> bool:
    """No further wave; False when it had ended before."""
    return bool(await db.execute(_END, waves_id, clock.now(), reason.value))
