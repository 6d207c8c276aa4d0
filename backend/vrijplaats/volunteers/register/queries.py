"""Everybody in an organisation's register: a page by name, in one statement however many there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from vrijplaats.accounts.queries import FacilityView
from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import in_language
from vrijplaats.volunteers.credentials.ending import LASTING
from vrijplaats.volunteers.credentials.rules import ADMISSION
from vrijplaats.volunteers.rules import ActivityKind, VolunteerStatus
from vrijplaats.volunteers.words import PAPERS

# The whole register is narrowed once; of that the page is taken and the rest counted.
_NARROWED = f"""
with {LASTING.strip()}, soonest as (
  select distinct on (e.volunteer_id) e.volunteer_id, e.kind, e.facility_id, e.until
  from ending e order by e.volunteer_id, e.until, e.kind
), narrowed as (
  select v.id, lower(p.display_name) as sorted, p.display_name
  from volunteer v join person p on p.id = v.person_id
  where v.organisation_id = $1
    and ($3::text[] is null or v.status = any ($3))
    and ($4::text is null or strpos(lower(p.display_name), lower($4)) > 0 or strpos(lower(v.place), lower($4)) > 0)
    and ($5::uuid is null or exists (select from admission a where a.organisation_id = $1 and a.volunteer_id = v.id
      and a.facility_id = $5 and (a.state = 'REQUESTED'
        or a.state = 'GRANTED' and (a.valid_until is null or a.valid_until >= $2))))
    and ($6::text is null or $6 = any (v.kinds))
    and ($7::text is null or $7 = any (v.languages))
    and (not $8::boolean or v.id in (select s.volunteer_id from soonest s))
    and ($9::boolean is null or $9 = (v.id in (select a.volunteer_id from volunteers_paused_on($1, $2) a)))
    and ($10::boolean is null or $10 = not exists (select from imported_contact i
      where i.organisation_id = $1 and i.volunteer_id = v.id and i.joined_at is null))
)
"""
_PAGE = f"""
{_NARROWED.rstrip()}, page as (
  select n.* from narrowed n
  where $11::text is null or (n.sorted, n.id) > (lower($11), $12::uuid)
  order by n.sorted, n.id limit $13
)
select p.id, p.display_name, p.id in (select a.volunteer_id from volunteers_paused_on($1, $2) a) as paused,
  v.status, v.status_since, v.place, v.languages, v.little_languages, v.kinds, v.capacity, v.carrying,
  i.volunteer_id is null as joined,
  s.kind as ending_kind, s.until as ending_until, t.name_nl, t.name_en,
  f.id as facility_id, f.code as facility_code, f.name as facility_name, f.city as facility_city,
  (select count(*) from narrowed) as total
from (select) one
left join page p on true
left join volunteer v on v.id = p.id
left join imported_contact i on i.organisation_id = $1 and i.volunteer_id = p.id and i.joined_at is null
left join soonest s on s.volunteer_id = p.id
left join credential_type t on t.organisation_id = $1 and t.code = s.kind
left join facility f on f.id = s.facility_id
order by p.sorted, p.id
"""
_ALL_OF_THEM = f"{_NARROWED} select id from narrowed order by sorted, id"
# what there is to choose from: only what somebody has
_CHOICES = """
select
  (select array_agg(distinct code) from volunteer v, unnest(v.languages) code
    where v.organisation_id = $1 and v.status <> 'LEFT') as languages,
  (select array_agg(distinct kind) from volunteer v, unnest(v.kinds) kind
    where v.organisation_id = $1 and v.status <> 'LEFT') as kinds,
  (select json_agg(json_build_object('id', f.id, 'code', f.code, 'name', f.name, 'city', f.city) order by f.name)
    from facility f where f.id in (select a.facility_id from admission a
      where a.organisation_id = $1 and a.state in ('REQUESTED', 'GRANTED'))) as facilities,
  (select count(*) from imported_contact i join volunteer v on v.id = i.volunteer_id and v.status <> 'LEFT'
    where i.organisation_id = $1 and i.joined_at is null) as not_joined
"""
_COMES = "select exists (select from organisation_facility where organisation_id = $1 and facility_id = $2)"
# docs/definitions/active_volunteer.md
_ACTIVE = "select count(*) from volunteers_active_on($1, $2)"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingView:
    """What ends first of somebody's papers; a day that has gone is the last it was good. `kind` is a
    paper's code or ADMISSION; `facility` that of an admission, or where a paper counts for less."""

    kind: str
    name: str
    facility: FacilityView | None
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One line of the register."""

    id: UUID
    display_name: str
    status: VolunteerStatus
    paused: bool
    status_since: date
    place: str | None
    languages: tuple[str, ...]
    little_languages: tuple[str, ...]
    kinds: tuple[ActivityKind, ...]
    capacity: int
    carrying: int
    joined: bool
    ending: EndingView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Whom one looks for; what is None narrows nothing. `search` is part of a name or a place, `paused`: only who has
    a pause today, or only who has none; `joined`: whether they can sign in."""

    statuses: Sequence[VolunteerStatus] | None = None
    search: str | None = None
    facility_id: UUID | None = None
    kind: ActivityKind | None = None
    language: str | None = None
    ending: bool = False
    paused: bool | None = None
    joined: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesView:
    """What the volunteers who take part speak, do and where they come; how many are active today, and how many have no
    account yet."""

    languages: tuple[str, ...]
    kinds: tuple[ActivityKind, ...]
    facilities: tuple[FacilityView, ...]
    active: int
    not_joined: int


async def entries(
    actor: Actor, wanted: Wanted, *, most: int, after: tuple[str, UUID] | None
) -> tuple[list[EntryView], int] | None:
    """At most so many by name, after one of them; and how many there are in all. None for a prison where the
    organisation does not come."""
    given = await _given(actor, wanted)
    if given is None:
        return None
    rows = await db.fetch(_PAGE, *given, *(after or (None, None)), most)
    return [_entry(row, actor.locale) for row in rows if row["id"]], rows[0]["total"]


async def all_of(actor: Actor, wanted: Wanted) -> list[UUID] | None:
    """Everybody for whom one looks, by name. None for a prison where the organisation does not come."""
    given = await _given(actor, wanted)
    return None if given is None else [row["id"] for row in await db.fetch(_ALL_OF_THEM, *given)]


async def _given(actor: Actor, wanted: Wanted) -> tuple[Any, ...] | None:
    """The first ten arguments of what narrows the register."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    if wanted.facility_id and not await db.fetch_value(_COMES, organisation_id, wanted.facility_id):
        return None
    return (
        organisation_id,
        clock.today(),
        None if wanted.statuses is None else [status.value for status in wanted.statuses],
        (wanted.search or "").strip() or None,
        wanted.facility_id,
        wanted.kind.value if wanted.kind else None,
        wanted.language,
        wanted.ending,
        wanted.paused,
        wanted.joined,
    )


async def choices(actor: Actor) -> ChoicesView:
    """What the register can be narrowed by."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    row = await db.fetch_one(_CHOICES, organisation_id)
    assert row is not None
    return ChoicesView(
        languages=tuple(row["languages"] or ()),
        kinds=tuple(ActivityKind(kind) for kind in row["kinds"] or ()),
        facilities=tuple(FacilityView(**(each | {"id": UUID(each["id"])})) for each in row["facilities"] or ()),
        not_joined=row["not_joined"],
        active=await db.fetch_value(_ACTIVE, organisation_id, clock.today()),
    )


def _entry(row: Mapping[str, Any], locale: str) -> EntryView:
    plain = ("id", "display_name", "paused", "status_since", "place", "capacity", "carrying", "joined")
    return EntryView(
        **{name: row[name] for name in plain},
        status=VolunteerStatus(row["status"]),
        languages=tuple(row["languages"]),
        little_languages=tuple(row["little_languages"]),
        kinds=tuple(ActivityKind(kind) for kind in row["kinds"]),
        ending=_ending(row, locale) if row["ending_kind"] else None,
    )


def _ending(row: Mapping[str, Any], locale: str) -> EndingView:
    names = {"nl": row["name_nl"]} | ({"en": row["name_en"]} if row["name_en"] else {})
    place = {name: row[f"facility_{name}"] for name in ("id", "code", "name", "city")}
    is_admission = row["ending_kind"] == ADMISSION
    return EndingView(
        kind=row["ending_kind"],
        name=PAPERS[locale][ADMISSION] if is_admission else in_language(names, locale),
        facility=FacilityView(**place) if row["facility_id"] else None,
        until=row["ending_until"],
    )
