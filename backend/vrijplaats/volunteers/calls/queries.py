"""Who asks to be called: a volunteer's own question, and those of a coordinator's organisation."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.volunteers.calls.rules import UNDO, CallUrgency

# who said they would call and is away by now ({today}) does not; who says so while somebody stands in for them, does
TAKER_IS_AWAY = """exists (select from deputy x
    where x.organisation_id = c.organisation_id and x.person_id = c.taken_by and x.ended_at is null
      and {today} between x.starts_on and x.ends_on
      and c.taken_at <= greatest(x.created_at, x.starts_on::timestamp at time zone 'Europe/Amsterdam'))"""
# how somebody is reached is read for who calls only; the database shows it to coordinators of their organisation. Of a
# taker who is away it waits for anybody again
_READ = f"""
select c.id, c.urgency, c.asked_at, c.taken_by, c.called_by, c.called_at, c.volunteer_id, c.withdrawn_at,
  n.display_name as volunteer_name, t.display_name as taken_name, d.display_name as called_name,
  case when $1 then k.phone end as phone
from call_request c
join volunteer v on v.id = c.volunteer_id and v.organisation_id = c.organisation_id
join person n on n.id = v.person_id
left join person t on t.id = c.taken_by and not {TAKER_IS_AWAY}
left join person d on d.id = c.called_by
left join person_contact k on $1 and k.person_id = v.person_id
"""
# what somebody just marked stays in view for as long as it can be undone
_WAITING = f"""
{_READ.format(today="$5::date")}
where c.organisation_id = $2 and c.withdrawn_at is null
  and (c.called_at is null or c.called_by = $3 and c.called_at > $4)
  and exists (select from membership m where m.person_id = v.person_id and m.organisation_id = c.organisation_id
    and m.role = 'VOLUNTEER' and m.ended_at is null)
order by c.called_at is not null, c.urgency = 'THIS_WEEK', c.asked_at, c.id limit 100
"""
_MINE = f"""
{_READ.format(today="$4::date")}
where c.organisation_id = $2 and c.volunteer_id = $3 and c.called_at is null and c.withdrawn_at is null
"""
_ONE = f"{_READ.format(today='$3::date')} where c.id = $2"


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """A question to be called. `phone` in E.164, for coordinators; None when there is none."""

    id: UUID
    urgency: CallUrgency
    asked_at: datetime
    volunteer_name: str
    phone: str | None
    taken_by: str | None
    taken_by_me: bool
    called_at: datetime | None


async def call_requests(actor: Actor) -> list[CallView]:
    """Coordinator: those who wait for a call, most urgent and longest first, then what this one just marked."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    rows = await db.fetch(_WAITING, True, organisation_id, actor.person_id, clock.now() - UNDO, clock.today())
    return [_view(actor, row) for row in rows]


async def my_call(actor: Actor) -> CallView | None:
    """The volunteer's question that is open."""
    organisation_id = own_organisation(actor, Role.VOLUNTEER)
    row = await db.fetch_one(_MINE, False, organisation_id, actor.volunteer_id, clock.today())
    return _view(actor, row) if row else None


async def call(actor: Actor, call_id: UUID) -> CallView | None:
    """This one, when the actor may see it."""
    row = await db.fetch_one(_ONE, actor.role is Role.COORDINATOR, call_id, clock.today())
    return _view(actor, row) if row else None


def _view(actor: Actor, row: dict[str, Any]) -> CallView:
    return CallView(
        id=row["id"],
        urgency=CallUrgency(row["urgency"]),
        asked_at=row["asked_at"],
        volunteer_name=row["volunteer_name"],
        phone=row["phone"],
        taken_by=row["taken_name"],
        taken_by_me=row["taken_by"] == actor.person_id,
        called_at=row["called_at"],
    )
