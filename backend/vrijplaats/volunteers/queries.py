"""The register as matching and the gate need it: everything about an organisation's volunteers in one statement."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, time
from functools import lru_cache
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.volunteers.rules import Coordinates, Hours, Paper, Pause, Period, Volunteer, VolunteerStatus

# The parts are gathered once for the whole organisation and joined; a subquery for each volunteer would cost a loop.
_REGISTER = """
with mine as (
  select v.*, i.volunteer_id is null as joined from volunteer v
  left join imported_contact i on i.volunteer_id = v.id and i.organisation_id = $1 and i.joined_at is null
  where v.organisation_id = $1 and ($2::uuid[] is null or v.id = any ($2))
), free as (
  select a.volunteer_id, json_agg(json_build_array(a.weekday, a.starts, a.ends) order by a.weekday, a.starts) as parts
  from volunteer_availability a join mine on mine.id = a.volunteer_id where a.organisation_id = $1
  group by a.volunteer_id
), away as (
  select a.volunteer_id, json_agg(json_build_array(a.starts_on, a.ends_on) order by a.starts_on) as parts
  from volunteer_away a where a.organisation_id = $1 and a.ends_on >= $3 group by a.volunteer_id
), paused as (
  select p.volunteer_id, p.starts_on, p.ends_on from volunteer_pause p
  where p.organisation_id = $1 and p.over_on is null and p.starts_on <= $3 and (p.ends_on is null or p.ends_on >= $3)
), papers as (
  select c.volunteer_id, json_agg(json_build_array(c.kind, c.valid_from, c.valid_until)) as parts
  from credential c join mine on mine.id = c.volunteer_id where c.organisation_id = $1 group by c.volunteer_id
), admitted as (
  select a.volunteer_id, json_agg(json_build_array(a.facility_id, a.valid_from, a.valid_until)) as parts
  from admission a join mine on mine.id = a.volunteer_id where a.organisation_id = $1 and a.state = 'GRANTED'
  group by a.volunteer_id
), required as (
  select json_agg(json_build_array(r.activity_kind, r.credential_kind, r.facility_id)) as parts
  from credential_requirement r where r.organisation_id = $1
), shorter as (
  select json_agg(json_build_array(s.facility_id, s.credential_kind, s.valid_months)) as parts
  from credential_validity s where s.organisation_id = $1
), called as (
  select json_agg(json_build_array(t.code, t.name_nl, coalesce(t.name_en, t.name_nl))) as parts
  from credential_type t where t.organisation_id = $1
)
select v.id, v.organisation_id, v.person_id, p.display_name, v.status, v.gender, v.place, v.latitude, v.longitude,
  v.languages, v.little_languages, v.kinds, v.activity_denominations, v.capacity, v.carrying, v.joined,
  paused.starts_on as paused_on, paused.ends_on as paused_until,
  free.parts as free, away.parts as away, papers.parts as papers, admitted.parts as admitted,
  -- the same for everybody: once is enough
  case when row_number() over by_name = 1 then required.parts end as required,
  case when row_number() over by_name = 1 then shorter.parts end as shorter,
  case when row_number() over by_name = 1 then called.parts end as called
from mine v
join person p on p.id = v.person_id
cross join required
cross join shorter
cross join called
left join free on free.volunteer_id = v.id
left join away on away.volunteer_id = v.id
left join paused on paused.volunteer_id = v.id
left join papers on papers.volunteer_id = v.id
left join admitted on admitted.volunteer_id = v.id
window by_name as (order by p.display_name, v.id)
order by p.display_name, v.id
"""
Parts = list[list[Any]] | None
_AS_THEY_ARE = ("id", "organisation_id", "person_id", "display_name", "gender", "place", "capacity", "carrying")


async def register(actor: Actor, volunteer_ids: Iterable[UUID] | None = None) -> list[Volunteer]:
    """All volunteers of the actor's organisation, or these, by name. For its coordinators and volunteers."""
    return await register_of(own_organisation(actor, Role.COORDINATOR, Role.VOLUNTEER), volunteer_ids)


async def register_of(organisation_id: UUID, volunteer_ids: Iterable[UUID] | None = None) -> list[Volunteer]:
    """The same for the program itself, which acts for nobody; the database decides whether it may read them."""
    wanted = None if volunteer_ids is None else list(volunteer_ids)
    return _volunteers(await db.fetch(_REGISTER, organisation_id, wanted, clock.today()))


def _volunteers(rows: list[dict[str, Any]]) -> list[Volunteer]:
    policy = policy_of(rows[0]["required"], rows[0]["shorter"], rows[0]["called"]) if rows else {}
    return [_volunteer(row, policy) for row in rows]


def _volunteer(row: Mapping[str, Any], policy: Mapping[str, Any]) -> Volunteer:
    return Volunteer(
        **person(row),
        joined=row["joined"],
        languages=tuple(row["languages"]),
        little_languages=frozenset(row["little_languages"]),
        activity_denominations=frozenset(row["activity_denominations"]),
        kinds=frozenset(row["kinds"]),
        availability=tuple(_hours(*part) for part in row["free"] or ()),
        away=periods(row["away"]),
        credentials=tuple(_paper(*part) for part in row["papers"] or ()),
        admissions=_admissions(row["admitted"]),
        **policy,
    )


def person(row: Mapping[str, Any]) -> dict[str, Any]:
    """What is one thing of a volunteer."""
    return {
        **{name: row[name] for name in _AS_THEY_ARE},
        "status": VolunteerStatus(row["status"]),
        "coordinates": _coordinates(row),
        "pause": pause_of(row),
    }


def periods(parts: Parts) -> tuple[Period, ...]:
    """The days on which somebody is away."""
    return tuple(Period(date.fromisoformat(first), date.fromisoformat(last)) for first, last in parts or ())


def _coordinates(row: Mapping[str, Any]) -> Coordinates | None:
    if row["latitude"] is None or row["longitude"] is None:
        return None
    return row["latitude"], row["longitude"]


def pause_of(row: Mapping[str, Any]) -> Pause | None:
    """The pause in which somebody is."""
    return Pause(starts_on=row["paused_on"], ends_on=row["paused_until"]) if row["paused_on"] else None


# the same few dates, hours and places come back for thousands of people: each is made once
@lru_cache(maxsize=20_000)
def _paper(kind: str, valid_from: str, valid_until: str | None) -> Paper:
    return Paper(kind, date.fromisoformat(valid_from), date.fromisoformat(valid_until) if valid_until else None)


@lru_cache(maxsize=2_000)
def _hours(weekday: int, starts: str, ends: str) -> Hours:
    return Hours(weekday, time.fromisoformat(starts), time.fromisoformat(ends))


_place = lru_cache(maxsize=2_000)(UUID)


def _admissions(parts: Parts) -> dict[UUID, tuple[Paper, ...]]:
    found: defaultdict[UUID, tuple[Paper, ...]] = defaultdict(tuple)
    for facility_id, valid_from, valid_until in parts or ():
        found[_place(facility_id)] += (_paper("ADMISSION", valid_from, valid_until),)
    return dict(found)


def policy_of(required: Parts, shorter: Parts, called: Parts) -> dict[str, Any]:
    """Which papers are needed, for how long they count, and what they are called: the same for everybody."""
    everywhere: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    at: defaultdict[tuple[UUID, str], frozenset[str]] = defaultdict(frozenset)
    for activity_kind, credential_kind, facility_id in required or ():
        if facility_id is None:
            everywhere[activity_kind] |= {credential_kind}
        else:
            at[UUID(facility_id), activity_kind] |= {credential_kind}
    months = {(UUID(facility_id), kind): months for facility_id, kind, months in shorter or ()}
    names = {code: (dutch, english) for code, dutch, english in called or ()}
    return {"required": dict(everywhere), "required_at": dict(at), "months_at": months, "called": names}
