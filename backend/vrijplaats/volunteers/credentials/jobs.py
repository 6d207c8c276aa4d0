"""What ends is said in time, to both sides: 90, 30 and 7 days before, each once."""

from uuid import UUID

from vrijplaats.core import clock, db, outbox
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.jobs import Periodic, PeriodicEach
from vrijplaats.volunteers.credentials.ending import LASTING
from vrijplaats.volunteers.credentials.rules import step_of

# from half past nine in Amsterdam on, when somebody is there to read it
BEGIN_HOUR = 9
_ORGANISATIONS = "select id from organisation order by id"
_ENDING = f"""
with {LASTING.strip()}
select e.volunteer_id, v.person_id, e.kind, e.facility_id, e.until
from ending e join volunteer v on v.id = e.volunteer_id
where e.until >= $2 order by e.volunteer_id, e.until
"""
# the row itself remembers that it was said, so that two workers at once say it once
_SAY = """
insert into paper_warning (organisation_id, volunteer_id, kind, facility_id, until, step, told_at)
select $1, w.volunteer_id, w.kind, w.facility_id, w.until, w.step, $2
from unnest($3::uuid[], $4::text[], $5::uuid[], $6::date[], $7::smallint[])
  as w (volunteer_id, kind, facility_id, until, step)
on conflict do nothing returning volunteer_id
"""
_FORGET = "delete from paper_warning where until < $1"


async def organisations() -> list[UUID]:
    """All of them, when it is day."""
    if clock.now().astimezone(AMSTERDAM).hour < BEGIN_HOUR:
        return []
    return [row["id"] for row in await db.fetch(_ORGANISATIONS)]


async def warn(organisation_id: UUID) -> int:
    """Tell each volunteer of whom something ends, and their coordinators once together. Gives how many volunteers."""
    today = clock.today()
    rows = await db.fetch(_ENDING, organisation_id, today)
    begun = [(row, step) for row in rows if (step := step_of(row["until"], today)) is not None]
    if not begun:
        return 0
    columns = [[row[name] for row, _ in begun] for name in ("volunteer_id", "kind", "facility_id", "until")]
    said = await db.fetch(_SAY, organisation_id, clock.now(), *columns, [step for _, step in begun])
    people = {row["volunteer_id"]: row["person_id"] for row, _ in begun}
    told = {row["volunteer_id"] for row in said}
    for volunteer_id in sorted(told):
        about = {"volunteer": str(volunteer_id)}
        await outbox.tell(
            "paper.ends", recipients=[people[volunteer_id]], payload=about, organisation_id=organisation_id
        )
    if told:
        await outbox.tell("papers.end", recipients=[], payload={}, organisation_id=organisation_id)
    return len(told)


async def forget() -> None:
    """What was said of a paper that has ended needs no remembering."""
    await db.execute(_FORGET, clock.today())


PERIODIC = (
    PeriodicEach(name="volunteers.warn_of_papers", find=organisations, do=warn, minutes=frozenset({33})),
    Periodic(name="volunteers.forget_warnings", run=forget, minutes=frozenset({52}), hour=2),
)
