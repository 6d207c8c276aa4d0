"""What the clock does here: say in the morning that a pause is over, and forget what is long past.

Nothing waits for it: whether somebody is paused is asked of a day, and the day after the last one they are not.
"""

from uuid import UUID

from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.jobs import Periodic, PeriodicEach
from vrijplaats.volunteers.availability.actions import tell_coordinators
from vrijplaats.volunteers.availability.rules import KEPT, is_day

MOST_AT_ONCE = 500
_OVER = """
select p.id from volunteer_pause p join volunteer v on v.id = p.volunteer_id
where p.over_on is null and (p.ends_on < $1 or v.status = 'LEFT') order by p.ends_on, p.id limit $2
"""
# the row itself remembers that it was said, so that two workers at once say it once
_END = """
update volunteer_pause p set over_on = least(p.ends_on + 1, $2) from volunteer v
where p.id = $1 and v.id = p.volunteer_id and p.over_on is null and (p.ends_on < $2 or v.status = 'LEFT')
returning p.organisation_id, p.volunteer_id, v.person_id, v.carrying, v.status
"""
_FORGET = """
delete from volunteer_away a using volunteer v
where v.id = a.volunteer_id and (a.ends_on < $1 or v.status = 'LEFT')
"""


async def pauses_over() -> list[UUID]:
    """The pauses whose last day has gone; at night nobody is told, so nothing is done."""
    if not is_day(clock.now()):
        return []
    return [row["id"] for row in await db.fetch(_OVER, clock.today(), MOST_AT_ONCE)]


async def say_it_is_over(pause_id: UUID) -> None:
    """The volunteer is welcomed back, and the coordinators hear that visits can go on. Who has left hears nothing."""
    row = await db.fetch_one(_END, pause_id, clock.today())
    if row is None or row["status"] == "LEFT":
        return
    organisation_id = row["organisation_id"]
    await outbox.tell("pause.over", recipients=[row["person_id"]], payload={}, organisation_id=organisation_id)
    await tell_coordinators("pause.ended", organisation_id, row["carrying"])
    subject = {"volunteer": row["volunteer_id"]}
    await history.record(None, "pause.end", subject=subject, organisation_id=organisation_id)


async def clean_up() -> None:
    """Forget when somebody was away, a month after it, and of those who have left."""
    await db.execute(_FORGET, clock.today() - KEPT)


PERIODIC = (
    PeriodicEach(
        name="volunteers.end_pauses", find=pauses_over, do=say_it_is_over, minutes=frozenset(range(5, 60, 10))
    ),
    Periodic(name="volunteers.clean_up_away", run=clean_up, minutes=frozenset({40}), hour=2),
)
