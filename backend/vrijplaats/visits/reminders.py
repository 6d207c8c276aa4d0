"""The question of the same evening: did the visit take place? Asked once, of those who have not logged it."""

from datetime import datetime, time, timedelta

from vrijplaats.core import clock, db, outbox
from vrijplaats.core.clock import AMSTERDAM

EVENING = time(19, 15)
# who could not be asked in the evening is asked in the morning
MORNING = time(8)
# one evening and the next: a worker that stood still catches up
REACH = timedelta(hours=36)
# two workers at once: the second leaves it to the first
_ALONE = "select pg_try_advisory_xact_lock(hashtextextended('visit.log_reminder', 0))"
NOT_LOGGED = """
select v.id, p.person_id, v.organisation_id, case when v.outside then null else v.facility_id end as facility_id
from presence p join visit v on v.presence_id = p.id
where p.ends_at > $1 and p.ends_at <= $2 and v.state = 'CONFIRMED' and not exists (
  select from outbox o where o.event = 'visit.log_reminder' and o.payload ->> 'visit' = v.id::text)
order by p.ends_at
"""


async def remind_to_log() -> int:
    """Remind whoever visited today, from a quarter past seven in Amsterdam on, and from eight in the morning whoever
    was not asked the evening before; gives how many. For the worker."""
    now = clock.now()
    ended_by = _ended_by(now)
    if ended_by is None or not await db.fetch_value(_ALONE):
        return 0
    rows = await db.fetch(NOT_LOGGED, now - REACH, ended_by)
    for row in rows:
        tenants = {"organisation_id": row["organisation_id"], "facility_id": row["facility_id"]}
        payload = {"visit": str(row["id"])}
        await outbox.tell("visit.log_reminder", recipients=[row["person_id"]], payload=payload, **tenants)
    return len(rows)


def _ended_by(now: datetime) -> datetime | None:
    """The visits up to when are asked about at this hour; none at night."""
    local = now.astimezone(AMSTERDAM)
    if local.time() < MORNING:
        return None
    return now if local.time() >= EVENING else clock.midnight(local.date())
