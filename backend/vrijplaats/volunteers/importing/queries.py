"""What an import holds a file against, and what an export takes out: the register of one organisation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.volunteers.credentials.queries import policy_of
from vrijplaats.volunteers.credentials.rules import PaperType
from vrijplaats.volunteers.importing.cells import Somewhere
from vrijplaats.volunteers.importing.merging import Kept
from vrijplaats.volunteers.places import folded
from vrijplaats.volunteers.rules import VolunteerStatus

_COLUMNS = "select columns from import_columns where organisation_id = $1"
_SOMEWHERE = """
select f.id, f.code, f.name, f.city from facility f join organisation_facility o on o.facility_id = f.id
where o.organisation_id = $1 and o.active_from <= $2 and (o.active_until is null or o.active_until >= $2)
order by f.name
"""
_PEOPLE = """
select v.id, p.display_name as name, v.status, v.status_since, v.gender, v.place, v.languages, v.little_languages,
  v.kinds, v.activity_denominations, v.capacity, v.carrying,
  coalesce(c.email, i.email) as email, coalesce(c.phone, i.phone) as phone,
  i.volunteer_id is null or i.joined_at is not null as joined,
  array_remove(array[i.email_mark, i.name_mark], null) as marks, i.called_mark as called, a.admissions,
  d.papers
from volunteer v
join person p on p.id = v.person_id
left join person_contact c on c.person_id = v.person_id
left join imported_contact i on i.volunteer_id = v.id
left join (
  select a.volunteer_id, json_agg(json_build_array(a.facility_id, a.valid_until) order by a.valid_until nulls last)
    as admissions
  from admission a
  where a.organisation_id = $1 and a.state = 'GRANTED' and (a.valid_until is null or a.valid_until >= $2)
  group by a.volunteer_id) a on a.volunteer_id = v.id
left join (
  select d.volunteer_id, json_agg(json_build_array(d.kind, d.valid_from) order by d.valid_from) as papers
  from credential d where d.organisation_id = $1 group by d.volunteer_id) d on d.volunteer_id = v.id
where v.organisation_id = $1 and (v.status <> 'LEFT' or $3) order by lower(p.display_name), v.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What this organisation works with: its papers, the prisons where it comes, what columns were the last time."""

    organisation_id: UUID
    papers: Mapping[str, PaperType]
    somewhere: tuple[Somewhere, ...]
    remembered: Mapping[str, str]


async def known(actor: Actor) -> Known:
    """For reading a file of the actor's organisation."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    remembered = await db.fetch_value(_COLUMNS, organisation_id)
    return Known(
        organisation_id=organisation_id,
        papers=(await policy_of(actor)).types,
        somewhere=_somewhere(await db.fetch(_SOMEWHERE, organisation_id, clock.today())),
        remembered=remembered or {},
    )


async def people(actor: Actor, *, also_left: bool = True) -> list[Kept]:
    """Everybody in the register, in one statement."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    return [_kept(row) for row in await db.fetch_long(_PEOPLE, organisation_id, clock.today(), also_left)]


def _somewhere(rows: list[dict[str, Any]]) -> tuple[Somewhere, ...]:
    """By name, by the name without what kind of prison it is, by code, and by town."""
    found = []
    for row in rows:
        words = folded(row["name"]).split()
        called = {folded(row["name"]), folded(row["code"]), folded(row["city"])} | {" ".join(words[1:])} - {""}
        found.append(Somewhere(id=row["id"], name=row["name"], called=frozenset(called)))
    return tuple(found)


def _kept(row: Mapping[str, Any]) -> Kept:
    return Kept(
        **{
            name: row[name]
            for name in ("id", "name", "email", "phone", "gender", "place", "capacity", "carrying", "joined", "called")
        },
        status=VolunteerStatus(row["status"]),
        since=row["status_since"],
        languages=frozenset(row["languages"]),
        little_languages=frozenset(row["little_languages"]),
        kinds=frozenset(row["kinds"]),
        denominations=frozenset(row["activity_denominations"]),
        marks=frozenset(row["marks"]),
        admissions={UUID(where): date.fromisoformat(day) if day else None for where, day in row["admissions"] or ()},
        papers=frozenset((kind, date.fromisoformat(day)) for kind, day in row["papers"] or ()),
    )
