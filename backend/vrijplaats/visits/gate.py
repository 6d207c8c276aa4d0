"""Who may enter on the day itself: admitted by the facility, with the papers the organisation asks for.

One statement for volunteers, coordinators and staff alike: the facility sees the papers of who asks to enter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vrijplaats.core import db

_MAY_ENTER = """
select e.key
from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::date[])
  as e (key, organisation_id, facility_id, volunteer_id, activity_kind, day)
where exists (
  select from admission a
  where a.organisation_id = e.organisation_id and a.facility_id = e.facility_id and a.volunteer_id = e.volunteer_id
    and a.state = 'GRANTED' and a.valid_from <= e.day and (a.valid_until is null or a.valid_until >= e.day))
and not exists (
  select from credential_requirement r
  where r.organisation_id = e.organisation_id and r.activity_kind = e.activity_kind
    and (r.facility_id is null or r.facility_id = e.facility_id) and not exists (
    select from credential c
    left join credential_validity s on s.organisation_id = c.organisation_id and s.facility_id = e.facility_id
      and s.credential_kind = c.kind
    where c.organisation_id = e.organisation_id and c.volunteer_id = e.volunteer_id and c.kind = r.credential_kind
      and c.valid_from <= e.day and (c.valid_until is null or c.valid_until >= e.day)
      and (s.valid_months is null or (c.valid_from + make_interval(months => s.valid_months))::date >= e.day)))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A volunteer at a gate on a day; `key` is what the answer is known by."""

    key: UUID
    organisation_id: UUID
    facility_id: UUID
    volunteer_id: UUID
    activity_kind: str
    day: date


async def may_enter(entries: Iterable[Entry]) -> set[UUID]:
    """The keys of those who may, in one statement."""
    asked = list(entries)
    if not asked:
        return set()
    rows = await db.fetch(
        _MAY_ENTER,
        [entry.key for entry in asked],
        [entry.organisation_id for entry in asked],
        [entry.facility_id for entry in asked],
        [entry.volunteer_id for entry in asked],
        [entry.activity_kind for entry in asked],
        [entry.day for entry in asked],
    )
    return {row["key"] for row in rows}
