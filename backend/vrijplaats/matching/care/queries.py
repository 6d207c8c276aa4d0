"""Of whom to think in a whole organisation, in one statement; and what was spoken about lately."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.cursors import decode_cursor, encode_cursor
from vrijplaats.matching.care.rules import (
    FIRST_VISIT,
    LOAD,
    LONG,
    PATIENCE,
    WINDOW,
    Bond,
    CareSignal,
    Facts,
    Sign,
    Talk,
    signs,
)

# Each part is gathered once for the whole organisation ($1; or these volunteers, $5) and joined. $2 is today, $3 when
# what is looked at begins, $4 until when a planned visit counts as kept. Only who has a match that runs, or none ever.
_FACTS = """
with bond as (
  select m.volunteer_id, m.id, m.pseudonym, m.started_on, coalesce(s.every_weeks, m.rhythm_weeks) as weeks
  from match m
  left join series s on s.organisation_id = $1 and s.match_id = m.id and s.ended_at is null
  where m.organisation_id = $1 and m.state = 'ACTIVE' and ($5::uuid[] is null or m.volunteer_id = any ($5))
), recent as materialized (
  select p.volunteer_id, v.match_id, v.state, p.ends_at, l.outcome, l.logged_at,
    (p.starts_at at time zone 'Europe/Amsterdam')::date as day
  from presence p
  join visit v on v.organisation_id = $1 and v.presence_id = p.id and v.state <> 'CANCELLED'
  left join visit_log l on l.visit_id = v.id
  where p.organisation_id = $1 and p.starts_at >= $3 and ($5::uuid[] is null or p.volunteer_id = any ($5))
), visits as (
  select r.volunteer_id,
    greatest(max(r.day) filter (where r.outcome = 'HELD'),
      (max(r.logged_at) at time zone 'Europe/Amsterdam')::date) as sign,
    bool_or(r.state in ('PROPOSED', 'CONFIRMED') and r.ends_at > $4) as ahead,
    bool_or(r.state = 'CONFIRMED' and r.ends_at <= $4) as unlogged,
    array_agg(r.day) filter (where r.outcome = 'HELD' and r.day > $6) as held
  from recent r group by r.volunteer_id
), lately as materialized (
  select r.volunteer_id, r.match_id, min(r.day) as day from recent r
  where r.outcome = 'HELD' group by r.volunteer_id, r.match_id having min(r.day) >= $7
), firsts as (
  select f.volunteer_id, json_object_agg(f.match_id, f.day) as parts from lately f
  -- looked up for these few: a limit keeps the planner from reading every visit there ever was
  where (select true from visit v
    join visit_log l on l.visit_id = v.id and l.outcome = 'HELD'
    join presence p on p.id = v.presence_id
    where v.match_id = f.match_id and p.starts_at < $3 limit 1) is null
  group by f.volunteer_id
), answers as (
  select o.volunteer_id, (max(o.answered_at) at time zone 'Europe/Amsterdam')::date as sign
  from offer o
  where o.organisation_id = $1 and o.answered_at >= $3 and o.state in ('ACCEPTED', 'DECLINED')
    and ($5::uuid[] is null or o.volunteer_id = any ($5))
  group by o.volunteer_id
), calls as (
  select c.volunteer_id, (max(greatest(c.asked_at, c.called_at)) at time zone 'Europe/Amsterdam')::date as sign
  from call_request c where c.organisation_id = $1 group by c.volunteer_id
), rhythms as (
  select m.volunteer_id, (max(s.created_at) at time zone 'Europe/Amsterdam')::date as sign
  from series s join match m on m.organisation_id = $1 and m.id = s.match_id
  where s.organisation_id = $1 and s.created_at >= $3 group by m.volunteer_id
), back as (
  select x.volunteer_id, max(x.day) as sign from (
    select p.volunteer_id, least(p.over_on, p.ends_on + 1) as day from volunteer_pause p where p.organisation_id = $1
    union all select a.volunteer_id, a.ends_on + 1 from volunteer_away a where a.organisation_id = $1) x
  where x.day <= $2 group by x.volunteer_id
), away as (
  select distinct a.volunteer_id from volunteer_away a
  where a.organisation_id = $1 and $2 between a.starts_on and a.ends_on
), talks as (
  select t.volunteer_id, json_agg(json_build_array(t.signal, t.fact,
    (t.spoken_at at time zone 'Europe/Amsterdam')::date) order by t.id) as parts
  from care_talk t where t.organisation_id = $1 and ($5::uuid[] is null or t.volunteer_id = any ($5))
  group by t.volunteer_id
), unasked as (
  select v.id as volunteer_id, v.status_since as since from volunteer v
  where v.organisation_id = $1 and v.status = 'READY' and v.status_since <= $8
    and ($5::uuid[] is null or v.id = any ($5))
    and not exists (select from offer o where o.organisation_id = $1 and o.volunteer_id = v.id)
    and not exists (select from match_review r where r.organisation_id = $1 and r.asked_id = v.id)
    and not exists (select from imported_contact i where i.volunteer_id = v.id and i.joined_at is null)
    and not exists (select from volunteer_away a where a.volunteer_id = v.id and $2 between a.starts_on and a.ends_on)
    and not exists (select from volunteer_pause p where p.volunteer_id = v.id and p.over_on is null
      and p.starts_on <= $2 and (p.ends_on is null or p.ends_on >= $2))
), bonds as (
  select b.volunteer_id, json_agg(json_build_array(b.id, b.pseudonym, b.started_on, b.weeks)
    order by b.started_on, b.id) as parts
  from bond b group by b.volunteer_id
), looked_at as (
  select volunteer_id, b.parts, u.since from bonds b full join unasked u using (volunteer_id)
)
select v.id, n.display_name, v.capacity, v.carrying, bonds.parts as bonds, bonds.since as ready_since,
  firsts.parts as firsts, talks.parts as talks, visits.held,
  coalesce(visits.ahead, false) as ahead, coalesce(visits.unlogged, false) as unlogged,
  active.volunteer_id is not null and away.volunteer_id is null as active,
  greatest(visits.sign, answers.sign, calls.sign, rhythms.sign, back.sign) as last_sign
from looked_at bonds
join volunteer v on v.organisation_id = $1 and v.id = bonds.volunteer_id and v.status <> 'LEFT'
join person n on n.id = v.person_id
left join visits on visits.volunteer_id = v.id
left join firsts on firsts.volunteer_id = v.id
left join answers on answers.volunteer_id = v.id
left join calls on calls.volunteer_id = v.id
left join rhythms on rhythms.volunteer_id = v.id
left join back on back.volunteer_id = v.id
left join away on away.volunteer_id = v.id
left join talks on talks.volunteer_id = v.id
left join volunteers_active_on($1, $2) active on active.volunteer_id = v.id
"""
_TALKS = """
select t.id, t.signal, t.spoken_at, v.id as volunteer_id, n.display_name as volunteer_name, s.display_name as spoken_by,
  t.spoken_by = $2 as mine, m.pseudonym
from care_talk t
join volunteer v on v.organisation_id = t.organisation_id and v.id = t.volunteer_id
join person n on n.id = v.person_id
join person s on s.id = t.spoken_by
left join match m on m.id = t.match_id
where t.organisation_id = $1 and ($3::uuid is null or t.volunteer_id = $3)
  and ($4::timestamptz is null or t.spoken_at >= $4)
order by t.spoken_at desc, t.id desc limit 100
"""
_EXISTS = "select exists (select from volunteer where organisation_id = $1 and id = $2)"
_PHONE = """
select v.id, coalesce(c.phone, i.phone) as phone from volunteer v
left join person_contact c on c.person_id = v.person_id
left join imported_contact i on i.volunteer_id = v.id
where v.organisation_id = $1 and v.id = any ($2)
"""
# Whose newest match came of a request that this coordinator took on, or for whom they stand in: that is whom these
# volunteers are given to call. Where no coordinator took it on each of them thinks of it, or nobody would.
_MINE = """
select v.id from unnest($2::uuid[]) v (id)
left join lateral (
  select q.claimed_by from match m join visit_request q on q.id = m.request_id
  where m.organisation_id = $1 and m.volunteer_id = v.id and m.state <> 'ENDED' and q.claimed_by is not null
  order by m.started_on desc, m.id desc limit 1) handled on true
left join membership c on c.organisation_id = $1 and c.person_id = handled.claimed_by and c.role = 'COORDINATOR'
  and c.ended_at is null
where c.id is null or c.person_id in (select works_for($3, $4))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A volunteer to think of, and why. `phone` in E.164, of those on the screen."""

    volunteer_id: UUID
    volunteer_name: str
    sign: Sign
    phone: str | None = None

    @property
    def place(self) -> list[str]:
        """What a list is sorted by: the longest first."""
        match_id = str(self.sign.bond.match_id) if self.sign.bond else ""
        return [self.sign.since.isoformat(), self.volunteer_name, str(self.volunteer_id), match_id]

    @property
    def cursor(self) -> str:
        """Its place in the list of one sign."""
        return encode_cursor(*self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """All of one sign: how many, and those that were asked for, the longest first."""

    signal: CareSignal
    count: int
    lines: list[LineView]


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkView:
    """That somebody was spoken with; never what was said."""

    id: UUID
    signal: CareSignal
    spoken_at: datetime
    volunteer_id: UUID
    volunteer_name: str
    spoken_by: str
    mine: bool
    pseudonym: str | None


async def care(actor: Actor, *, first: int, mine: bool = False) -> list[GroupView]:
    """Of whom to think in the whole organisation today, or of one's own: of each sign how many, and the first ones."""
    lines = await _looked_after(actor, await standing(actor), mine)
    groups = {signal: [line for line in lines if line.sign.signal is signal] for signal in CareSignal}
    numbers = await _phones(actor, [line.volunteer_id for found in groups.values() for line in found[:first]])
    return [
        GroupView(signal=signal, count=len(found), lines=[_with(line, numbers) for line in found[:first]])
        for signal, found in groups.items()
        if found
    ]


async def care_lines(
    actor: Actor, signal: CareSignal, *, mine: bool, after: str | None, most: int
) -> tuple[list[LineView], int]:
    """At most so many with one sign, after this place; and how many there are in all."""
    place = decode_cursor(after, 4)
    found = [line for line in await standing(actor) if line.sign.signal is signal]
    lines = await _looked_after(actor, found, mine)
    page = [line for line in lines if place is None or line.place > place][:most]
    numbers = await _phones(actor, [line.volunteer_id for line in page])
    return [_with(line, numbers) for line in page], len(lines)


async def standing(actor: Actor, volunteer_id: UUID | None = None) -> list[LineView]:
    """Every sign of the organisation, or of one volunteer, that was not spoken about; the longest first."""
    organisation_id, today = own_organisation(actor, Role.COORDINATOR), clock.today()
    rows = await db.fetch_records(
        _FACTS,
        organisation_id,
        today,
        clock.midnight(today - WINDOW),
        clock.now() - PATIENCE,
        None if volunteer_id is None else [volunteer_id],
        today - LOAD,
        today - FIRST_VISIT,
        today - timedelta(days=LONG),
    )
    found = [
        LineView(volunteer_id=row["id"], volunteer_name=row["display_name"], sign=sign)
        for row in rows
        for sign in signs(_facts(row), today)
    ]
    return sorted(found, key=lambda line: line.place)


async def talks_today(actor: Actor) -> list[TalkView]:
    """What was ticked off today, by whom; one's own can be taken back."""
    return await _talks(actor, None, clock.midnight(clock.today()))


async def care_of(actor: Actor, volunteer_id: UUID) -> tuple[list[LineView], list[TalkView]] | None:
    """Why to think of one volunteer, and when somebody spoke with them, the newest first. None for no volunteer of the
    organisation."""
    if not await db.fetch_value(_EXISTS, own_organisation(actor, Role.COORDINATOR), volunteer_id):
        return None
    return await standing(actor, volunteer_id), await _talks(actor, volunteer_id, None)


async def _talks(actor: Actor, volunteer_id: UUID | None, since: datetime | None) -> list[TalkView]:
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    rows = await db.fetch(_TALKS, organisation_id, actor.person_id, volunteer_id, since)
    return [TalkView(**(row | {"signal": CareSignal(row["signal"])})) for row in rows]


async def _looked_after(actor: Actor, lines: list[LineView], mine: bool) -> list[LineView]:
    if not mine:
        return lines
    whom = list({line.volunteer_id for line in lines})
    rows = await db.fetch(_MINE, actor.organisation_id, whom, actor.person_id, clock.today())
    own = {row["id"] for row in rows}
    return [line for line in lines if line.volunteer_id in own]


async def _phones(actor: Actor, volunteer_ids: Sequence[UUID]) -> dict[UUID, str | None]:
    rows = await db.fetch(_PHONE, actor.organisation_id, list(volunteer_ids))
    return {row["id"]: row["phone"] for row in rows}


def _with(line: LineView, numbers: Mapping[UUID, str | None]) -> LineView:
    return replace(line, phone=numbers.get(line.volunteer_id))


def _facts(row: Mapping[str, Any]) -> Facts:
    return Facts(
        capacity=row["capacity"],
        carrying=row["carrying"],
        active=row["active"],
        bonds=tuple(_bond(row["firsts"] or {}, *part) for part in row["bonds"] or ()),
        last_sign=row["last_sign"],
        ahead=row["ahead"],
        unlogged=row["unlogged"],
        held=tuple(row["held"] or ()),
        talks=tuple(Talk(CareSignal(signal), fact, date.fromisoformat(on)) for signal, fact, on in row["talks"] or ()),
        ready_since=row["ready_since"],
    )


def _bond(firsts: Mapping[str, str], match_id: str, pseudonym: str, started_on: str, weeks: int | None) -> Bond:
    first = date.fromisoformat(firsts[match_id]) if match_id in firsts else None
    return Bond(UUID(match_id), pseudonym, date.fromisoformat(started_on), weeks, first)
