"""Who stands in for whom, now and later."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vrijplaats.accounts.deputies.rules import who_is_there
from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role

_ALL = """
select d.id, a.display_name as away_name, s.display_name as deputy_name, d.starts_on, d.ends_on,
  d.starts_on <= $3 as current, d.person_id = $2 as away_is_me, d.stands_in_id = $2 as deputy_is_me
from deputy d join person a on a.id = d.person_id join person s on s.id = d.stands_in_id
where d.organisation_id = $1 and d.ended_at is null and d.ends_on >= $3 and ($4::uuid is null or d.id = $4)
order by d.starts_on, a.display_name, d.id
"""
# who has left meanwhile stands in for nobody
_TODAY = """
select d.person_id, d.stands_in_id, d.ends_on from deputy d
where d.organisation_id = $1 and d.ended_at is null and $2 between d.starts_on and d.ends_on
  and exists (select from membership m where m.organisation_id = $1 and m.person_id = d.stands_in_id
    and m.role = 'COORDINATOR' and m.ended_at is null)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeputyView:
    """Somebody stands in for a colleague from the first day up to and including the last."""

    id: UUID
    away_name: str
    deputy_name: str
    starts_on: date
    ends_on: date
    current: bool
    away_is_me: bool
    deputy_is_me: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """Who does somebody's work today; `until` when that is another: the last day they are away."""

    person_id: UUID
    until: date | None


async def deputies(actor: Actor) -> list[DeputyView]:
    """Coordinator: who stands in for whom in the organisation, today and later."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    rows = await db.fetch(_ALL, organisation_id, actor.person_id, clock.today(), None)
    return [DeputyView(**row) for row in rows]


async def deputy(actor: Actor, deputy_id: UUID) -> DeputyView | None:
    """This one, if it is not over."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    row = await db.fetch_one(_ALL, organisation_id, actor.person_id, clock.today(), deputy_id)
    return DeputyView(**row) if row else None


async def there_for(organisation_id: UUID, person_id: UUID) -> There:
    """Who does this coordinator's work today."""
    rows = await db.fetch(_TODAY, organisation_id, clock.today())
    present = who_is_there(person_id, {row["person_id"]: row["stands_in_id"] for row in rows})
    last = {row["person_id"]: row["ends_on"] for row in rows}
    return There(person_id=present, until=last[person_id] if present != person_id else None)
