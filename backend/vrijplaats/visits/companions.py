"""What stands beside a visit for some of its readers: who may enter, a first name, travel. In batches."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from vrijplaats.core import db
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.sealing import on_its_own
from vrijplaats.requests.identity import Purpose, read_identity
from vrijplaats.visits import gate
from vrijplaats.visits.rates.queries import rates_of
from vrijplaats.visits.rates.rules import Rate, rate_on
from vrijplaats.visits.series.queries import series_of_visits
from vrijplaats.visits.views import TravelView, VisitView, WritersView
from vrijplaats.volunteers.rules import kilometres_between

NO_TRAVEL = TravelView(kilometres=None, rate_cents=None)
NOBODY = WritersView(logged_by=None, corrected_by=None)

# whoever handles the request; else whoever coordinates longest there
_COORDINATOR = """
select n.display_name from match m
join visit_request q on q.id = m.request_id
join membership c on c.organisation_id = m.organisation_id and c.role = 'COORDINATOR' and c.ended_at is null
join person n on n.id = c.person_id
where m.id = $1 order by (c.person_id = q.claimed_by) desc nulls last, c.created_at, c.id limit 1
"""
_DETAINEES = "select id, detainee_id from match where id = any($1::uuid[]) and volunteer_id = $2 and state <> 'ENDED'"
_WRITERS = """
select l.visit_id, a.display_name as logged_by, b.display_name as corrected_by from visit_log l
left join person a on a.id = l.logged_by left join person b on b.id = l.corrected_by
where l.visit_id = any($1::uuid[])
"""
_TRAVEL = """
select m.id, m.outside_until, w.latitude, w.longitude,
  f.latitude as facility_latitude, f.longitude as facility_longitude,
  (select l.travel_kilometres from presence p
    join visit v on v.presence_id = p.id and v.organisation_id = p.organisation_id
    join visit_log l on l.visit_id = v.id
    where p.organisation_id = m.organisation_id and p.volunteer_id = w.id and p.facility_id = m.facility_id
      and l.outcome = 'HELD' and p.outside = (m.outside_until is not null)
    order by p.starts_at desc limit 1) as last_time
from match m
join volunteer w on w.id = m.volunteer_id
join facility f on f.id = m.facility_id
where m.id = any($1::uuid[]) and m.volunteer_id = $2
"""


async def coordinator_name(match_id: UUID) -> str | None:
    """Whom a volunteer of this match can turn to."""
    name: str | None = await db.fetch_value(_COORDINATOR, match_id)
    return name


async def admitted(actor: Actor, visits: Sequence[VisitView]) -> list[bool]:
    """For each visit, whether its volunteer may enter on the day itself; outside nobody has to."""
    may = await gate.may_enter(_entry(visit) for visit in visits if not visit.outside)
    return [visit.outside or visit.id in may for visit in visits]


async def given_names(actor: Actor, visits: Sequence[VisitView]) -> list[str | None]:
    """For each visit the first name, for the matched volunteer while the match runs; the reading is in the history."""
    if actor.role is not Role.VOLUNTEER:
        return [None] * len(visits)
    rows = await db.fetch(_DETAINEES, _matches(visits), actor.volunteer_id)
    detainees = {row["id"]: row["detainee_id"] for row in rows}
    names = await read_identity(actor, detainees.values(), Purpose.VISIT) if detainees else {}
    found = [names.get(detainees[visit.match_id]) if visit.match_id in detainees else None for visit in visits]
    return [on_its_own(identity.given_name) if identity else None for identity in found]


async def travel(actor: Actor, visits: Sequence[VisitView]) -> list[TravelView]:
    """For each visit the rate of its day, and the kilometres of the last time at that prison, or else the crow's way
    twice; outside those of the last time outside. A coordinator reads the rate alone."""
    if actor.role is Role.STAFF:
        return [NO_TRAVEL] * len(visits)
    rates = await rates_of({visit.organisation.id for visit in visits})
    if actor.role is Role.COORDINATOR:
        return [TravelView(kilometres=None, rate_cents=_rate(visit, rates)) for visit in visits]
    rows = await db.fetch(_TRAVEL, _matches(visits), actor.volunteer_id)
    known = {row["id"]: _kilometres(row) for row in rows}
    return [_travel(visit, known, rates) for visit in visits]


async def writers(actor: Actor, visit_ids: Sequence[UUID]) -> list[WritersView]:
    """For each log who wrote it and who put it right, for those who read the log itself."""
    rows = await db.fetch(_WRITERS, list(visit_ids))
    found = {row["visit_id"]: WritersView(logged_by=row["logged_by"], corrected_by=row["corrected_by"]) for row in rows}
    return [found.get(visit_id, NOBODY) for visit_id in visit_ids]


async def series_ids(actor: Actor, visits: Sequence[VisitView]) -> list[UUID | None]:
    """For each visit the running series it belongs to."""
    found = await series_of_visits(visit.id for visit in visits)
    return [found.get(visit.id) for visit in visits]


def _travel(visit: VisitView, known: Mapping[UUID, float | None], rates: Mapping[UUID, Sequence[Rate]]) -> TravelView:
    if visit.match_id is None or visit.match_id not in known:
        return NO_TRAVEL
    return TravelView(kilometres=known[visit.match_id], rate_cents=_rate(visit, rates))


def _rate(visit: VisitView, rates: Mapping[UUID, Sequence[Rate]]) -> int:
    return rate_on(rates.get(visit.organisation.id, ()), visit.starts_at.astimezone(AMSTERDAM).date())


def _matches(visits: Sequence[VisitView]) -> list[UUID]:
    return list({visit.match_id for visit in visits if visit.match_id})


def _entry(visit: VisitView) -> gate.Entry:
    return gate.Entry(
        key=visit.id,
        organisation_id=visit.organisation.id,
        facility_id=visit.facility.id,
        volunteer_id=visit.volunteer_id,
        activity_kind=visit.activity_kind,
        day=visit.starts_at.astimezone(AMSTERDAM).date(),
    )


def _kilometres(row: dict[str, Any]) -> float | None:
    if row["last_time"] is not None:
        return float(row["last_time"])
    if row["outside_until"] is not None or row["latitude"] is None or row["longitude"] is None:
        return None
    there = (row["facility_latitude"], row["facility_longitude"])
    return float(2 * kilometres_between((row["latitude"], row["longitude"]), there))
