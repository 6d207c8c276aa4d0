"""What has waited three weeks for an answer is said once more, and what is long over is forgotten."""

from vrijplaats.core import clock, db, outbox
from vrijplaats.core.jobs import Periodic
from vrijplaats.mydata.corrections.rules import KEPT, PATIENCE

# the row itself remembers that it was done, so that two workers at once remind once
_LATE = """
update correction set reminded_at = $1
where answered_at is null and withdrawn_at is null and reminded_at is null and asked_at <= $2
returning id, organisation_id
"""
_FORGET = "delete from correction where coalesce(answered_at, withdrawn_at) < $1"


async def remind_of_corrections() -> int:
    """The coordinators hear once more of what has to be answered within the month. Gives how many waited."""
    now = clock.now()
    late = await db.fetch(_LATE, now, now - PATIENCE)
    for row in late:
        about = {"correction": str(row["id"])}
        await outbox.tell("correction.waiting", recipients=[], payload=about, organisation_id=row["organisation_id"])
    return len(late)


async def clean_up() -> None:
    """Delete what was answered or withdrawn 90 days ago."""
    await db.execute(_FORGET, clock.now() - KEPT)


PERIODIC = (
    # in the morning in Amsterdam: nobody is woken for it
    Periodic(name="mydata.remind_of_corrections", run=remind_of_corrections, minutes=frozenset({12}), hour=8),
    Periodic(name="mydata.clean_up_corrections", run=clean_up, minutes=frozenset({52}), hour=2),
)
