"""Reads about visits: a volunteer's own, all of a coordinator's organisation, all that come to the staff's facility."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.facilities import queries as facilities
from vrijplaats.facilities.rules import Moment
from vrijplaats.visits.rules import first_day
from vrijplaats.visits.views import MatchVisits, VisitView, view_of

LOOK_BACK = timedelta(days=183)
MOST = 500
MOMENT_DAYS = 28
FIRST_YEAR, LAST_YEAR = 2000, 2999

_COLUMNS = """
v.id, v.state, p.starts_at, p.ends_at, v.regime, v.planned_setting, v.pseudonym, v.cancel_side, v.cancel_cause,
v.match_id, v.outside,
p.volunteer_id, n.display_name as volunteer_name, r.name as room, m.activity_kind,
v.organisation_id, o.name as organisation_name,
v.facility_id, f.code as facility_code, f.name as facility_name, f.city as facility_city
"""
_TABLES = """
presence p
join visit v on v.presence_id = p.id and v.organisation_id = p.organisation_id
join match m on m.id = v.match_id
join person n on n.id = p.person_id
join organisation o on o.id = v.organisation_id
join facility f on f.id = v.facility_id
left join room r on r.id = p.room_id
"""
# promise: the facility never sees what came of a visit, so its statement does not know that table
_FOR_FACILITY = f"select {_COLUMNS} from {_TABLES}"
_FOR_ORGANISATION = f"""
select {_COLUMNS}, l.outcome, l.minutes, l.setting, l.travel_kilometres, l.logged_at, l.corrected_at
from {_TABLES} left join visit_log l on l.visit_id = v.id
"""
_MINE = """
p.organisation_id = $1 and p.volunteer_id = $2 and p.ends_at > $3 and ($4::timestamptz is null or p.starts_at < $4)
order by p.starts_at, v.id limit $5
"""
_AT_FACILITY = """
p.facility_id = $1 and p.starts_at >= $2 and p.starts_at < $3 and v.state <> 'CANCELLED' order by p.starts_at, v.id
"""
_THESE = "v.id = any($1::uuid[]) and ($2::uuid is null or p.volunteer_id = $2)"
_HELD = """
select v.match_id, count(*)::int as held
from visit v join visit_log l on l.visit_id = v.id
where v.match_id = any($1::uuid[]) and l.outcome = 'HELD' group by 1
"""
_NEXT = """
select distinct on (v.match_id) v.id from visit v join presence p on p.id = v.presence_id
where v.match_id = any($1::uuid[]) and v.state in ('PROPOSED', 'CONFIRMED') and p.ends_at > $2
order by v.match_id, p.starts_at
"""
_LAST = """
select distinct on (v.match_id) v.id from visit v join presence p on p.id = v.presence_id
where v.match_id = any($1::uuid[]) and v.state in ('CONFIRMED', 'LOGGED') and p.ends_at <= $2
order by v.match_id, p.starts_at desc
"""
_FACILITY_OF_MATCH = """
select facility_id from match
where id = $1 and state = 'ACTIVE' and outside_until is null and ($2::uuid is null or volunteer_id = $2)
"""


async def my_visits(actor: Actor, *, since: datetime | None = None, until: datetime | None = None) -> list[VisitView]:
    """The volunteer's visits that end after `since` and start before `until`; unless asked, from half a year ago on."""
    require(actor, Role.VOLUNTEER)
    assert actor.volunteer_id is not None  # the session of a volunteer has one
    start = _aware(since) or clock.now() - LOOK_BACK
    return await visits_of(actor, actor.volunteer_id, since=start, until=_aware(until))


async def visits_of(
    actor: Actor, volunteer_id: UUID, *, since: datetime, until: datetime | None = None
) -> list[VisitView]:
    """Those of one volunteer of the organisation: their own, or for its coordinators."""
    require(actor, Role.VOLUNTEER, Role.COORDINATOR)
    return await _visits(actor, _MINE, actor.organisation_id, volunteer_id, since, until, MOST)


async def visit(actor: Actor, visit_id: UUID) -> VisitView | None:
    """One visit; None when there is none that this actor may see."""
    require(actor, Role.VOLUNTEER, Role.COORDINATOR, Role.STAFF)
    found = await _visits(
        actor, "v.id = $1 and ($2::uuid is null or p.volunteer_id = $2)", visit_id, actor.volunteer_id
    )
    return found[0] if found else None


async def visits_by_id(actor: Actor, visit_ids: Sequence[UUID]) -> dict[UUID, VisitView]:
    """Those of these visits that this actor may see, in one statement."""
    require(actor, Role.VOLUNTEER, Role.COORDINATOR)
    found = await _visits(actor, _THESE, list(visit_ids), actor.volunteer_id) if visit_ids else []
    return {view.id: view for view in found}


async def facility_agenda(actor: Actor, day: date) -> list[VisitView]:
    """Who comes that day, in order of time. A day lasts from midnight to midnight in Amsterdam, 23 to 25 hours."""
    require(actor, Role.STAFF)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return []
    return await _visits(
        actor, _AT_FACILITY, actor.facility_id, clock.midnight(day), clock.midnight(day + timedelta(days=1))
    )


async def visits_to_confirm(actor: Actor) -> list[VisitView]:
    """What waits for the facility's answer, soonest first."""
    require(actor, Role.STAFF)
    where = "p.facility_id = $1 and p.starts_at > $2 and v.state = 'PROPOSED' order by p.starts_at, v.id"
    return await _visits(actor, where, actor.facility_id, clock.now())


async def match_summaries(actor: Actor, match_ids: Sequence[UUID]) -> dict[UUID, MatchVisits]:
    """For each of these matches its visits in short, in four statements for any number of them."""
    require(actor, Role.VOLUNTEER, Role.COORDINATOR)
    ids, now = list(match_ids), clock.now()
    held = {row["match_id"]: row["held"] for row in await db.fetch(_HELD, ids)}
    coming = [row["id"] for row in await db.fetch(_NEXT, ids, now)]
    gone = [row["id"] for row in await db.fetch(_LAST, ids, now)]
    shown: dict[UUID | None, dict[str, VisitView]] = defaultdict(dict)
    for found in await _visits(actor, _THESE, [*coming, *gone], actor.volunteer_id):
        shown[found.match_id]["next" if found.id in coming else "last"] = found
    return {
        match_id: MatchVisits(
            held=held.get(match_id, 0), next=shown[match_id].get("next"), last=shown[match_id].get("last")
        )
        for match_id in ids
    }


async def visiting_moments(actor: Actor, match_id: UUID, days: int) -> list[Moment]:
    """When a visit of this match could be asked for, in so many days; none for a match that is not theirs, does not run
    or is outside."""
    require(actor, Role.VOLUNTEER, Role.COORDINATOR)
    facility_id = await db.fetch_value(_FACILITY_OF_MATCH, match_id, actor.volunteer_id)
    if facility_id is None:
        return []
    return await facilities.visiting_moments(actor, facility_id, first_day(clock.now()), days - 1)


async def _visits(actor: Actor, where: str, *args: Any) -> list[VisitView]:
    select = _FOR_FACILITY if actor.role is Role.STAFF else _FOR_ORGANISATION
    return [view_of(actor, row) for row in await db.fetch(f"{select} where {where}", *args)]


def _aware(moment: datetime | None) -> datetime | None:
    """A moment without a zone is taken as the time on the clock in Amsterdam; one outside our years as their edge."""
    if moment is None:
        return None
    aware = moment.replace(tzinfo=AMSTERDAM) if moment.tzinfo is None else moment
    if FIRST_YEAR <= aware.year <= LAST_YEAR:
        return aware
    return datetime(FIRST_YEAR if aware.year < FIRST_YEAR else LAST_YEAR, 1, 1, tzinfo=UTC)
