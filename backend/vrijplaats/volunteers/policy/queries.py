"""Where an organisation comes, and how many papers a change of the policy touches."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vrijplaats.accounts.queries import FacilityView
from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.volunteers.credentials.rules import LONGEST_MONTHS
from vrijplaats.volunteers.rules import ActivityKind

COMES = "select exists (select from organisation_facility where organisation_id = $1 and facility_id = $2)"
# what was planned inside and is still to come, $6 being now
_PLANNED = """visit w
    join presence p on p.id = w.presence_id
    join match m on m.id = w.match_id
    join volunteer v on v.id = m.volunteer_id
    cross join lateral (select (p.starts_at at time zone 'Europe/Amsterdam')::date as day) d
    where w.organisation_id = $1 and w.state in ('PROPOSED', 'CONFIRMED') and p.starts_at > $6 and not w.outside"""
_PLACES = """
select f.id, f.code, f.name, f.city from facility f where f.id in (
  select o.facility_id from organisation_facility o
  where o.organisation_id = $1 and o.active_from <= $2 and (o.active_until is null or o.active_until >= $2))
order by f.name
"""


# as the gate asks it (visits.gate): somebody has the paper on this day, for as long as it counts at this prison
_HAS = """exists (select from credential c
    left join credential_validity s on s.organisation_id = c.organisation_id and s.facility_id = {facility}
      and s.credential_kind = c.kind
    where c.organisation_id = $1 and c.volunteer_id = v.id and c.kind = $3
      and c.valid_from <= {day} and (c.valid_until is null or c.valid_until >= {day})
      and (s.valid_months is null or (c.valid_from + make_interval(months => s.valid_months))::date >= {day}))"""
# $4 is the prison, or null for everywhere; what is asked there already touches nobody anew
_TOUCHED = f"""
with asked as (
  select facility_id from credential_requirement
  where organisation_id = $1 and activity_kind = $2 and credential_kind = $3
)
select
  (select count(*) from volunteer v
    where v.organisation_id = $1 and v.status in ('READY', 'ACTIVE') and $2 = any (v.kinds)
      and ($4::uuid is null and not {_HAS.format(facility="null", day="$5")}
        or exists (select from admission a
          where a.organisation_id = $1 and a.volunteer_id = v.id and a.state = 'GRANTED'
            and (a.valid_until is null or a.valid_until >= $5) and ($4::uuid is null or a.facility_id = $4)
            and a.facility_id not in (select facility_id from asked where facility_id is not null)
            and not {_HAS.format(facility="a.facility_id", day="$5")}))) as volunteers,
  (select count(*) from {_PLANNED}
      and m.activity_kind = $2 and ($4::uuid is null or w.facility_id = $4)
      and w.facility_id not in (select facility_id from asked where facility_id is not null)
      and not {_HAS.format(facility="w.facility_id", day="d.day")}) as visits
where not exists (select from asked where facility_id is null)
"""
# the same at one prison, $3, as it counts there now and when it counts $4 months
_COUNTS = """exists (select from credential c
    where c.organisation_id = $1 and c.volunteer_id = v.id and c.kind = $2
      and c.valid_from <= {day} and (c.valid_until is null or c.valid_until >= {day})
      and ({months}::int is null or (c.valid_from + make_interval(months => {months}::int))::date >= {day}))"""
_CLOSES = f"{_COUNTS.replace('{months}', 'was.months')} and not {_COUNTS.replace('{months}', '$4')}"
_SHORTENED = f"""
with needed as (
  select activity_kind from credential_requirement
  where organisation_id = $1 and credential_kind = $2 and (facility_id is null or facility_id = $3)
), was as (
  select (select s.valid_months from credential_validity s
    where s.organisation_id = $1 and s.facility_id = $3 and s.credential_kind = $2) as months
)
select
  (select count(*) from volunteer v
    where v.organisation_id = $1 and v.status in ('READY', 'ACTIVE')
      and exists (select from needed n where n.activity_kind = any (v.kinds))
      and exists (select from admission a
        where a.organisation_id = $1 and a.volunteer_id = v.id and a.facility_id = $3 and a.state = 'GRANTED'
          and a.valid_from <= $5 and (a.valid_until is null or a.valid_until >= $5))
      and {_CLOSES.format(day="$5")}) as volunteers,
  (select count(*) from {_PLANNED}
      and w.facility_id = $3 and m.activity_kind in (select activity_kind from needed)
      and {_CLOSES.format(day="d.day")}) as visits
from was
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """For how many people and planned visits the gate would close."""

    volunteers: int
    visits: int


_ENDS = """
select kind, count(*) as papers from credential where organisation_id = $1 and valid_until is not null group by kind
"""


async def ends_of(actor: Actor) -> dict[str, int]:
    """How many recorded papers of each kind have an end, which goes when that kind is seen once."""
    rows = await db.fetch(_ENDS, own_organisation(actor, Role.COORDINATOR))
    return {row["kind"]: row["papers"] for row in rows}


async def touched_by(
    actor: Actor, *, activity_kind: ActivityKind, kind: str, facility_id: UUID | None
) -> Touched | None:
    """Whom it would touch if this work needed this paper from now on: who is ready or active, does it and has no such
    paper, and the visits that lie ahead at whose gate it will be missing. None when they do not come there."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    if facility_id is not None and not await db.fetch_value(COMES, organisation_id, facility_id):
        return None
    row = await db.fetch_one(
        _TOUCHED, organisation_id, activity_kind.value, kind, facility_id, clock.today(), clock.now()
    )
    return Touched(**row) if row else Touched(volunteers=0, visits=0)


async def shortened_by(actor: Actor, *, kind: str, facility_id: UUID, months: int) -> Touched | None:
    """Whom it would touch if this paper counted so many months at this prison from now on: who is ready or active, is
    admitted there and needs it, and whose paper counts now and not any more then; and the visits that lie ahead there.
    None when they do not come there, or when it can be no number of months."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    if not 1 <= months <= LONGEST_MONTHS or not await db.fetch_value(COMES, organisation_id, facility_id):
        return None
    row = await db.fetch_one(_SHORTENED, organisation_id, kind, facility_id, months, clock.today(), clock.now())
    return Touched(**row) if row else None


async def places_of(actor: Actor, day: date) -> list[FacilityView]:
    """The prisons where the actor's organisation is active on that day."""
    rows = await db.fetch(_PLACES, own_organisation(actor, Role.COORDINATOR), day)
    return [FacilityView(**row) for row in rows]
