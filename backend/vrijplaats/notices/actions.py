"""Telling people, and noting that they have read it."""

from collections.abc import Sequence
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import NotFound
from vrijplaats.core.jobs import Message
from vrijplaats.notices.models import Notice
from vrijplaats.notices.rules import OF_ONE, Audience, audience_of, things_of

_COORDINATORS = """
select distinct m.person_id from membership m
where m.role = 'COORDINATOR' and m.ended_at is null and (
  m.organisation_id = $1
  or $1 is null and m.organisation_id in (select a.organisation_id from organisation_facility a
    where a.facility_id = $2 and a.active_from <= $3 and (a.active_until is null or a.active_until >= $3)))
"""
_STAFF = "select distinct person_id from membership where role = 'STAFF' and ended_at is null and facility_id = $1"
_VOLUNTEER = """
select person_id from volunteer where id in (
  select volunteer_id from offer where id = $1
  union all select volunteer_id from match where id = $2
  union all select m.volunteer_id from visit v join match m on m.id = v.match_id where v.id = $3)
"""
# who stands in may be away too: then also who stands in for them, as `works_for` has it
_DEPUTIES = """
with recursive today as (
  select d.person_id, d.stands_in_id from deputy d
  where d.organisation_id = $1 and d.ended_at is null and $3 between d.starts_on and d.ends_on
), instead as (
  select t.stands_in_id as person_id from today t where t.person_id = any ($2)
  union
  select t.stands_in_id from today t join instead i on i.person_id = t.person_id
)
select person_id from instead
"""
_TELL = """
insert into notice (person_id, outbox_id, event, payload, created_at)
select person, $2, $3, $4, $5 from unnest($1::uuid[]) person
on conflict (person_id, outbox_id) do nothing
"""


async def tell(message: Message) -> None:
    """Write a notice for everybody a message is for; told twice it writes them once."""
    named = {*message.recipients, *await _deputies(message)}
    people = list(named) if message.recipients else await _audience(message)
    about = things_of(message.payload)
    if message.facility_id is not None:
        about["facility"] = str(message.facility_id)
    await db.execute(_TELL, people, message.id, message.event, about, clock.now())


async def read_notices(actor: Actor, *, notice_ids: Sequence[UUID]) -> int:
    """Note that these have been read; gives how many had not been read before."""
    mine = Notice.filter(id__in=notice_ids, person_id=actor.person_id)
    if not notice_ids or await mine.count() != len(set(notice_ids)):
        raise NotFound
    return await mine.filter(read_at__isnull=True).update(read_at=clock.now())


async def _deputies(message: Message) -> list[UUID]:
    """Who stands in for the coordinators that are named."""
    if message.event not in OF_ONE:
        return []
    rows = await db.fetch(_DEPUTIES, message.organisation_id, message.recipients, clock.today())
    return [row["person_id"] for row in rows]


async def _audience(message: Message) -> list[UUID]:
    """Whose work it is, when nobody is named."""
    match audience_of(message.event, message.payload):
        case Audience.COORDINATORS:
            rows = await db.fetch(_COORDINATORS, message.organisation_id, message.facility_id, clock.today())
        case Audience.STAFF:
            rows = await db.fetch(_STAFF, message.facility_id)
        case Audience.VOLUNTEER:
            things = things_of(message.payload)
            rows = await db.fetch(_VOLUNTEER, things.get("offer"), things.get("match"), things.get("visit"))
        case None:
            rows = []
    return [row["person_id"] for row in rows]
