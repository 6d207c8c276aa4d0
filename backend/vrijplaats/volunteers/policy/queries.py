"""Where an organisation comes, and how many papers a change of the policy touches."""

from datetime import date

from vrijplaats.accounts.queries import FacilityView
from vrijplaats.core import db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role

_PLACES = """
select f.id, f.code, f.name, f.city from facility f where f.id in (
  select o.facility_id from organisation_facility o
  where o.organisation_id = $1 and o.active_from <= $2 and (o.active_until is null or o.active_until >= $2))
order by f.name
"""


_ENDS = """
select kind, count(*) as papers from credential where organisation_id = $1 and valid_until is not null group by kind
"""


async def ends_of(actor: Actor) -> dict[str, int]:
    """How many recorded papers of each kind have an end, which goes when that kind is seen once."""
    rows = await db.fetch(_ENDS, own_organisation(actor, Role.COORDINATOR))
    return {row["kind"]: row["papers"] for row in rows}


async def places_of(actor: Actor, day: date) -> list[FacilityView]:
    """The prisons where the actor's organisation is active on that day."""
    rows = await db.fetch(_PLACES, own_organisation(actor, Role.COORDINATOR), day)
    return [FacilityView(**row) for row in rows]
