"""Everybody of a register who could be asked, however many, in one statement: rows as they come, of which a Volunteer
is made only when one is looked at. Hours, papers and admissions are packed, so that all can be read as columns.

The parts of a row: `free` weekday, begin and end in microseconds; `papers` the number of the kind in `codes`, first and
last day; `admitted` the prison, first and last day. Days count from 2000, whole numbers are big-endian: as PostgreSQL
sends them.
"""

import struct
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Any, overload
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.volunteers.queries import periods, person, policy_of
from vrijplaats.volunteers.rules import Hours, Paper, Volunteer

HOURS, PAPER, ADMISSION = struct.Struct(">iqq"), struct.Struct(">iii"), struct.Struct(">16sii")
DAYS_FROM = date(2000, 1, 1)
# the last day of what does not end
NEVER = 2**31 - 1

_CROWD = """
with mine as materialized (
  -- who was imported and has no way in yet could not answer
  select v.* from volunteer v
  where v.organisation_id = $1 and v.carrying < v.capacity and v.status in ('READY', 'ACTIVE')
    and not exists (select from imported_contact i
      where i.volunteer_id = v.id and i.organisation_id = $1 and i.joined_at is null)
), types as (
  select coalesce(array_agg(t.code order by t.code), '{}') as codes,
    json_agg(json_build_array(t.code, t.name_nl, coalesce(t.name_en, t.name_nl))) as parts
  from credential_type t where t.organisation_id = $1
), free as (
  select a.volunteer_id, string_agg(int4send(a.weekday) || time_send(a.starts) || time_send(a.ends), '') as parts
  from volunteer_availability a join mine on mine.id = a.volunteer_id where a.organisation_id = $1
  group by a.volunteer_id
), away as (
  select a.volunteer_id, json_agg(json_build_array(a.starts_on, a.ends_on) order by a.starts_on) as parts
  from volunteer_away a where a.organisation_id = $1 and a.ends_on >= $2 group by a.volunteer_id
), paused as (
  select p.volunteer_id, p.starts_on, p.ends_on from volunteer_pause p
  where p.organisation_id = $1 and p.over_on is null and p.starts_on <= $2 and (p.ends_on is null or p.ends_on >= $2)
), papers as (
  select c.volunteer_id, string_agg(int4send(array_position(types.codes, c.kind) - 1) || date_send(c.valid_from)
    || coalesce(date_send(c.valid_until), int4send(2147483647)), '') as parts
  from credential c join mine on mine.id = c.volunteer_id cross join types where c.organisation_id = $1
  group by c.volunteer_id
), admitted as (
  select a.volunteer_id, string_agg(uuid_send(a.facility_id) || date_send(a.valid_from)
    || coalesce(date_send(a.valid_until), int4send(2147483647)), '') as parts
  from admission a join mine on mine.id = a.volunteer_id where a.organisation_id = $1 and a.state = 'GRANTED'
  group by a.volunteer_id
), policy as (
  select types.codes, types.parts as called,
    (select json_agg(json_build_array(r.activity_kind, r.credential_kind, r.facility_id))
      from credential_requirement r where r.organisation_id = $1) as required,
    (select json_agg(json_build_array(s.facility_id, s.credential_kind, s.valid_months))
      from credential_validity s where s.organisation_id = $1) as shorter
  from types
)
select v.id, v.organisation_id, v.person_id, p.display_name, v.status, v.gender, v.place, v.latitude, v.longitude,
  array_to_string(v.languages, ' ') as languages, array_to_string(v.little_languages, ' ') as little_languages,
  array_to_string(v.kinds, ' ') as kinds, array_to_string(v.activity_denominations, ' ') as activity_denominations,
  v.capacity, v.carrying,
  paused.starts_on as paused_on, paused.ends_on as paused_until,
  free.parts as free, away.parts as away, papers.parts as papers, admitted.parts as admitted, policy.*
from mine v
join person p on p.id = v.person_id
left join free on free.volunteer_id = v.id
left join away on away.volunteer_id = v.id
left join paused on paused.volunteer_id = v.id
left join papers on papers.volunteer_id = v.id
left join admitted on admitted.volunteer_id = v.id
-- the same for everybody: once is enough
left join policy on v.id = (select id from mine limit 1)
"""


class Crowd(Sequence[Volunteer]):
    """Volunteers by name, by their number; each is made when first asked for."""

    def __init__(self, rows: Iterable[Mapping[str, Any]], policy: Mapping[str, Any], codes: Sequence[str]) -> None:
        self.rows = sorted(rows, key=lambda row: (row["display_name"], row["id"]))
        self.policy, self.codes = policy, codes
        self._made: dict[int, Volunteer] = {}

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, number: int) -> Volunteer: ...
    @overload
    def __getitem__(self, number: slice) -> list[Volunteer]: ...
    def __getitem__(self, number: int | slice) -> Volunteer | list[Volunteer]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        if number not in self._made:
            self._made[number] = self._volunteer(self.rows[number])
        return self._made[number]

    def column(self, name: str) -> list[Any]:
        """One thing of everybody."""
        return [row[name] for row in self.rows]

    def _volunteer(self, row: Mapping[str, Any]) -> Volunteer:
        papers = PAPER.iter_unpack(row["papers"] or b"")
        return Volunteer(
            **person(row),
            languages=tuple(row["languages"].split()),
            little_languages=frozenset(row["little_languages"].split()),
            activity_denominations=frozenset(row["activity_denominations"].split()),
            kinds=frozenset(row["kinds"].split()),
            availability=hours_of(row["free"] or b""),
            away=periods(row["away"]),
            credentials=tuple(_paper(self.codes[kind], first, last) for kind, first, last in papers),
            admissions=_admissions(row["admitted"] or b""),
            **self.policy,
        )


async def crowd_with_room(actor: Actor) -> Crowd:
    """Coordinator: those who can sign in, whose status lets them go and who visit fewer people than they said they
    would."""
    rows = await db.fetch_records(_CROWD, own_organisation(actor, Role.COORDINATOR), clock.today())
    first = next((row for row in rows if row["codes"] is not None), None)
    policy = policy_of(first["required"], first["shorter"], first["called"]) if first else {}
    return Crowd(rows, policy, first["codes"] if first else ())


def hours_of(parts: bytes) -> tuple[Hours, ...]:
    """Hours in the order of the week."""
    return tuple(_hours(*each) for each in sorted(HOURS.iter_unpack(parts)))


# the same few dates and hours come back for thousands of people: each is made once
@lru_cache(maxsize=20_000)
def _paper(kind: str, first: int, last: int) -> Paper:
    return Paper(kind, _day(first), None if last == NEVER else _day(last))


@lru_cache(maxsize=2_000)
def _hours(weekday: int, starts: int, ends: int) -> Hours:
    return Hours(weekday, _time(starts), _time(ends))


def _day(days: int) -> date:
    return DAYS_FROM + timedelta(days=days)


def _time(microseconds: int) -> time:
    seconds, rest = divmod(microseconds, 1_000_000)
    return time(seconds // 3600, seconds // 60 % 60, seconds % 60, rest)


def _admissions(parts: bytes) -> dict[UUID, tuple[Paper, ...]]:
    found: defaultdict[UUID, tuple[Paper, ...]] = defaultdict(tuple)
    for place, first, last in ADMISSION.iter_unpack(parts):
        found[UUID(bytes=place)] += (_paper("ADMISSION", first, last),)
    return dict(found)
