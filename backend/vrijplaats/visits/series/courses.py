"""A rhythm with the match it belongs to, and what is known of the days on which it falls. For verbs and worker."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.facilities import queries as facilities
from vrijplaats.visits import gate
from vrijplaats.visits.series.rules import Around, Rhythm
from vrijplaats.volunteers.availability.queries import absences

_MATCH = (
    "m.id, m.organisation_id, m.facility_id, m.volunteer_id, v.person_id, m.pseudonym, m.activity_kind, m.state,"
    " m.outside_until"
)
_OF_SERIES = f"""
select s.id as series_id, s.every_weeks, s.first_day, s.starts, s.minutes, s.started_by, {_MATCH}
from series s join match m on m.id = s.match_id join volunteer v on v.id = m.volunteer_id
where s.id = $1 and s.facility_id = m.facility_id
"""
_OF_MATCH = f"""
select {_MATCH} from match m join volunteer v on v.id = m.volunteer_id
where m.id = $1 and m.organisation_id = $2 and m.volunteer_id = $3
"""
_BUSY = """
select p.starts_at, p.ends_at from presence p
where p.person_id = $1 and p.live and p.ends_at > $2 and p.starts_at < $3
  and not exists (select from visit v where v.presence_id = p.id and v.id = any ($4))
"""
_GIVEN_UP = """
select s.slot_id, s.day from visit v join slot_place s on s.id = v.slot_place_id where v.id = any ($1)
"""
_HOLD = "select id from volunteer where id = $1 for share"
_LEFT = "select status = 'LEFT' from volunteer where id = $1"
_VISITS = """
select v.id as visit_id, v.state as visit_state, p.starts_at, p.ends_at,
  exists (select from series_occurrence c where c.visit_id = v.id and c.series_id = $4) as another_time
from visit v join presence p on p.id = v.presence_id
where v.match_id = $1 and v.state in ('PROPOSED', 'CONFIRMED') and p.starts_at >= $2 and p.starts_at < $3
order by p.starts_at desc
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A rhythm of a match. `match` is its row: whose, where, what for. Without `series_id` nothing is kept yet."""

    series_id: UUID | None
    match: Mapping[str, Any]
    rhythm: Rhythm
    started_by: UUID


async def course_of(series_id: UUID) -> Course | None:
    """A series as it stands now; None when there is none that one may see, or who is visited has gone elsewhere."""
    row = await db.fetch_one(_OF_SERIES, series_id)
    if row is None:
        return None
    return Course(series_id=series_id, match=row, rhythm=rhythm_of(row), started_by=row["started_by"])


async def match_of(actor: Actor, match_id: UUID, *, held: bool = False) -> dict[str, Any] | None:
    """The volunteer's own match; `held` until the end of the transaction, so that it cannot end meanwhile."""
    lock = " for share of m" if held else ""
    return await db.fetch_one(_OF_MATCH + lock, match_id, actor.organisation_id, actor.volunteer_id)


async def hold_volunteer(volunteer_id: UUID | None) -> None:
    """Until the end of the transaction this volunteer says nothing else about being there: whoever does so at this
    moment is waited for. Before the match and its visits, as by who is away or leaves."""
    await db.fetch(_HOLD, volunteer_id)


def rhythm_of(row: Mapping[str, Any]) -> Rhythm:
    """The rhythm that a row of the table says."""
    return Rhythm(**{name: row[name] for name in ("every_weeks", "first_day", "starts", "minutes")})


async def around(course: Course, days: Sequence[date], *, giving_up: Collection[UUID] = ()) -> Around:
    """What is known of these days, as if the visits that are given up were not there. Seven statements."""
    if not days:
        return Around()
    first, last, match = min(days), max(days), course.match
    opening = await facilities.opening(match["facility_id"], first, last)
    taken = dict(opening.taken)
    for row in await db.fetch(_GIVEN_UP, list(giving_up)):
        if (row["slot_id"], row["day"]) in taken:
            taken[row["slot_id"], row["day"]] -= 1
    return Around(
        slots=opening.slots,
        closed=opening.closed,
        taken=taken,
        busy=await _busy(match["person_id"], first, last, giving_up),
        admitted=await _admitted(match, days),
        away=await days_away(match["volunteer_id"], days),
    )


async def days_away(volunteer_id: UUID, days: Sequence[date]) -> set[date]:
    """Those of the days on which the volunteer said not to be there, or has left: the one place where a rhythm asks."""
    if await db.fetch_value(_LEFT, volunteer_id):
        return set(days)
    periods = (await absences([volunteer_id], min(days), max(days))).get(volunteer_id, ())
    return {day for day in days if any(period.holds(day) for period in periods)}


async def visits_on(
    course: Course, days: Sequence[date], *, apart_from: Collection[UUID] = ()
) -> dict[date, dict[str, Any]]:
    """The first visit of the match that stands on each of these days, planned by whoever; `another_time` when it is
    one of another day of the same series, that was moved."""
    if not days:
        return {}
    first, last = _midnight(min(days)), _midnight(max(days) + timedelta(days=1))
    rows = await db.fetch(_VISITS, course.match["id"], first, last, course.series_id)
    found = {local_day(row["starts_at"]): row for row in rows if row["visit_id"] not in apart_from}
    return {day: row for day, row in found.items() if day in days}


def local_day(moment: datetime) -> date:
    """The date in Amsterdam."""
    return moment.astimezone(AMSTERDAM).date()


async def _busy(
    person_id: UUID, first: date, last: date, giving_up: Collection[UUID]
) -> tuple[tuple[datetime, datetime], ...]:
    until = _midnight(last + timedelta(days=2))
    rows = await db.fetch(_BUSY, person_id, max(_midnight(first), clock.now()), until, list(giving_up))
    return tuple((row["starts_at"], row["ends_at"]) for row in rows)


async def _admitted(match: Mapping[str, Any], days: Sequence[date]) -> frozenset[date]:
    asked = {uuid4(): day for day in days}
    names = ("organisation_id", "facility_id", "volunteer_id", "activity_kind")
    own = {name: match[name] for name in names}
    may = await gate.may_enter(gate.Entry(key=key, day=day, **own) for key, day in asked.items())
    return frozenset(asked[key] for key in may)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=AMSTERDAM)
