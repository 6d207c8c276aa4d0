"""How many requests there are of each choice, so that a filter says beforehand what it would leave."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from vrijplaats.accounts.queries import FacilityView
from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.requests.inbox.rules import Standing, Wanted, Whose, check_wanted
from vrijplaats.requests.rules import ActivityKind

WAITS = (7, 14, 30)
# a filter is counted under all the others, so that changing it shows what there is
_COUNTS = """
with seen as (
  select r.facility_id, f.code, f.name, f.city, r.activity_kind, r.languages,
    r.organisation_id is not null as ours,
    r.organisation_id is not null and {mine} as mine,
    {standing} as standing, {days} as days,
    ($5::text is null or strpos(lower(r.pseudonym), lower($5)) > 0) as by_search,
    ($6::text is null or f.code = $6) as by_facility,
    ($7::text is null or $7 = any (r.languages)) as by_language,
    ($8::text is null or r.activity_kind = $8) as by_kind,
    {whose} as by_whose,
    ($10::text is null or {standing} = $10) as by_standing,
    {waited} as by_days
  from visit_request r join facility f on f.id = r.facility_id
  {waiting}
)
select 'all' as what, null as value, null as name, null as city, null::uuid as id, count(*) from seen
union all select 'shown', null, null, null, null, count(*) from seen
  where by_search and by_facility and by_language and by_kind and by_whose and by_standing and by_days
union all select 'search', null, null, null, null, count(*) from seen
  where by_facility and by_language and by_kind and by_whose and by_standing and by_days
union all select 'facility', code, name, city, facility_id, count(*) from seen
  where by_search and by_language and by_kind and by_whose and by_standing and by_days
  group by grouping sets ((code, name, city, facility_id), ())
union all select 'language', l, null, null, null, count(*) from seen, unnest(languages) l
  where by_search and by_facility and by_kind and by_whose and by_standing and by_days group by l
union all select 'language', null, null, null, null, count(*) from seen
  where by_search and by_facility and by_kind and by_whose and by_standing and by_days
union all select 'kind', activity_kind, null, null, null, count(*) from seen
  where by_search and by_facility and by_language and by_whose and by_standing and by_days
  group by grouping sets ((activity_kind), ())
union all select 'whose', w, null, null, null, count(*) from seen,
    unnest(array[case when mine then 'MINE' end, case when ours then 'OURS' else 'EVERYONE' end]) w
  where w is not null and by_search and by_facility and by_language and by_kind and by_standing and by_days group by w
union all select 'whose', null, null, null, null, count(*) from seen
  where by_search and by_facility and by_language and by_kind and by_standing and by_days
union all select 'standing', standing, null, null, null, count(*) from seen
  where by_search and by_facility and by_language and by_kind and by_whose and by_days
  group by grouping sets ((standing), ())
union all select 'days', longer::text, null, null, null, count(*) from seen, unnest($13::int[]) longer
  where days > longer and by_search and by_facility and by_language and by_kind and by_whose and by_standing
  group by longer
union all select 'days', null, null, null, null, count(*) from seen
  where by_search and by_facility and by_language and by_kind and by_whose and by_standing
"""
# $1 is now, $2 the organisation, $3 today in Amsterdam
DAYS = "($3::date - (r.waiting_since at time zone 'Europe/Amsterdam')::date)"
STANDING = """
case when r.proposed_to is not null and r.organisation_id = $2 then 'PROPOSED'
  when exists (select from offer o where o.request_id = r.id and o.state = 'LIVE' and o.expires_at > $1)
    or exists (select from waves w where w.request_id = r.id and w.organisation_id = r.organisation_id
      and w.ended_at is null) then 'ASKED'
  when exists (select from offer o where o.request_id = r.id and (o.state in ('DECLINED', 'EXPIRED')
    or o.state = 'LIVE')) then 'NOBODY_COULD'
  else 'NOT_ASKED' end
"""
# taken on by oneself, or by whom one stands in for; or it came to the organisation by name and nobody had to
MINE = "(r.claimed_by is null or r.claimed_by in (select works_for($4::uuid, $3::date)))"
WHOSE = f"""
case $9::text when 'MINE' then r.organisation_id is not null and {MINE}
  when 'OURS' then r.organisation_id is not null when 'EVERYONE' then r.organisation_id is null else true end
"""
WAITING = """
where r.state in ('OPEN', 'OFFERED')
  and (r.organisation_id = $2 or r.organisation_id is null and r.state = 'OPEN')
"""
WAITED = f"($11::int is null or {DAYS} > $11) and ($12::int is null or {DAYS} <= $12)"
# the same conditions for the list itself
NARROWED = f"""
{WAITING}
  and ($5::text is null or strpos(lower(r.pseudonym), lower($5)) > 0)
  and ($6::text is null or exists (select from facility f where f.id = r.facility_id and f.code = $6))
  and ($7::text is null or $7 = any (r.languages))
  and ($8::text is null or r.activity_kind = $8)
  and {WHOSE}
  and ($10::text is null or {STANDING} = $10)
  and {WAITED}
"""
_CHOICES = _COUNTS.format(standing=STANDING, days=DAYS, waited=WAITED, whose=WHOSE, waiting=WAITING, mine=MINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityCount:
    """A prison, and how many requests of it the other filters leave."""

    facility: FacilityView
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """How many there are in all, how many the filters leave, and of each choice beside the others. `without` says for
    each filter how many there would be if it were let go of."""

    total: int
    shown: int
    facilities: tuple[FacilityCount, ...]
    languages: dict[str, int]
    kinds: dict[ActivityKind, int]
    whose: dict[Whose, int]
    standings: dict[Standing, int]
    waits: dict[int, int]
    without: dict[str, int]


def given(actor: Actor, wanted: Wanted) -> list[Any]:
    """The first twelve of these statements, in order; raises InvalidInput for what nobody could mean."""
    check_wanted(wanted)
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    return [
        *(clock.now(), organisation_id, clock.today(), actor.person_id),
        *((wanted.search or "").strip() or None, wanted.facility, wanted.language),
        *(_code(wanted.activity_kind), _code(wanted.whose), _code(wanted.standing)),
        *(wanted.waiting_days, wanted.waiting_at_most),
    ]


async def inbox_choices(actor: Actor, wanted: Wanted) -> Choices:
    """Coordinator: how many there are of each choice, in one statement."""
    rows = await db.fetch(_CHOICES, *given(actor, wanted), list(WAITS))
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        found[row["what"]][row["value"] or ""] = row["count"]
    facilities = [row for row in rows if row["what"] == "facility" and row["id"]]
    return Choices(
        total=found["all"][""],
        shown=found["shown"][""],
        facilities=tuple(_facility(row) for row in sorted(facilities, key=lambda row: str(row["name"]))),
        languages=_counted(found["language"]),
        kinds={ActivityKind(kind): count for kind, count in _counted(found["kind"]).items()},
        whose={each: found["whose"].get(each.value, 0) for each in Whose},
        standings={each: found["standing"].get(each.value, 0) for each in Standing},
        waits={days: found["days"].get(str(days), 0) for days in WAITS},
        without={name: counts[""] for name, counts in found.items() if name not in ("all", "shown")},
    )


def _counted(counts: dict[str, int]) -> dict[str, int]:
    return {value: count for value, count in sorted(counts.items()) if value}


def _facility(row: dict[str, Any]) -> FacilityCount:
    view = FacilityView(id=row["id"], code=row["value"], name=row["name"], city=row["city"])
    return FacilityCount(facility=view, count=row["count"])


def _code(choice: ActivityKind | Whose | Standing | None) -> str | None:
    return choice.value if choice else None
