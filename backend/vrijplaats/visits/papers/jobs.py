"""A planned visit for which a paper will have ended is raised, once: the coordinators hear it weeks before the gate."""

from uuid import UUID

from vrijplaats.core import clock, db, outbox
from vrijplaats.core.jobs import Periodic, PeriodicEach
from vrijplaats.visits.papers.reviewing import at_risk

_ORGANISATIONS = """
select distinct v.organisation_id from visit v join presence p on p.id = v.presence_id
where v.state in ('PROPOSED', 'CONFIRMED') and p.starts_at > $1 and not v.outside order by 1
"""
# the row itself remembers that it was said
_SAY = """
insert into visit_review (visit_id, organisation_id, told_at) values ($1, $2, $3) on conflict do nothing
returning visit_id
"""
# what is well again may be raised again; of what has been nothing is kept
_FORGET = """
delete from visit_review r using visit v, presence p
where v.id = r.visit_id and p.id = v.presence_id
  and (p.starts_at <= $1 or v.state not in ('PROPOSED', 'CONFIRMED'))
"""
_WELL = "delete from visit_review where organisation_id = $1 and visit_id <> all ($2)"


async def organisations() -> list[UUID]:
    """Those with visits ahead."""
    return [row["organisation_id"] for row in await db.fetch(_ORGANISATIONS, clock.now())]


async def raise_visits(organisation_id: UUID) -> int:
    """Tell the coordinators of each visit that has become one to look at; gives how many."""
    rows = await at_risk(organisation_id)
    await db.execute(_WELL, organisation_id, [row["id"] for row in rows])
    told = 0
    for row in rows:
        if not await db.fetch(_SAY, row["id"], organisation_id, clock.now()):
            continue
        told += 1
        payload = {"visit": str(row["id"]), "audience": "coordinators"}
        await outbox.tell(
            "visit.papers_end",
            recipients=[],
            payload=payload,
            organisation_id=organisation_id,
            facility_id=row["facility_id"],
        )
    return told


async def forget() -> None:
    """Of a visit that has been, or is off, nothing has to be remembered."""
    await db.execute(_FORGET, clock.now())


PERIODIC = (
    PeriodicEach(name="visits.raise_for_papers", find=organisations, do=raise_visits, minutes=frozenset({36})),
    Periodic(name="visits.forget_raised", run=forget, minutes=frozenset({54}), hour=2),
)
