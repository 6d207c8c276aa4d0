"""What waits too long is said once more, and what is long over is forgotten (history keeps that it was)."""

from vrijplaats.core import clock, db, outbox
from vrijplaats.core.jobs import Periodic
from vrijplaats.volunteers.calls.rules import KEPT, PATIENCE

# the row itself remembers that it was done, so that two workers at once remind once
_LATE = """
update call_request set reminded_at = $1
where called_at is null and withdrawn_at is null and reminded_at is null and urgent_since <= $2
returning id, organisation_id, taken_by
"""
_OTHERS = """
select distinct person_id from membership
where organisation_id = $1 and role = 'COORDINATOR' and ended_at is null and person_id is distinct from $2
"""
_FORGET = """
delete from call_request c where coalesce(c.called_at, c.withdrawn_at) < $1 or not exists (
  select from volunteer v join membership m on m.person_id = v.person_id and m.organisation_id = v.organisation_id
  where v.id = c.volunteer_id and m.role = 'VOLUNTEER' and m.ended_at is null)
"""


async def remind_of_calls() -> int:
    """Who wants to be called today and is not after two hours: the coordinators hear it once more, but for the one who
    said they would call. Gives how many waited."""
    now = clock.now()
    late = await db.fetch(_LATE, now, now - PATIENCE)
    for row in late:
        others = await db.fetch(_OTHERS, row["organisation_id"], row["taken_by"])
        if others:
            people, about = [other["person_id"] for other in others], {"call": str(row["id"])}
            await outbox.tell("call.waiting", recipients=people, payload=about, organisation_id=row["organisation_id"])
    return len(late)


async def clean_up() -> None:
    """Delete what ended a month ago, and the questions of those who have left."""
    await db.execute(_FORGET, clock.now() - KEPT)


PERIODIC = (
    Periodic(name="volunteers.remind_of_calls", run=remind_of_calls, minutes=frozenset(range(4, 60, 10))),
    Periodic(name="volunteers.clean_up_calls", run=clean_up, minutes=frozenset({50}), hour=2),
)
