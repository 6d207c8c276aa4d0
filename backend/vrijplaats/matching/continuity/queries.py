"""What was reported, as the prison reads it; and what there is to choose, as coordinators and volunteers read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from vrijplaats.accounts.queries import FacilityView
from vrijplaats.core import clock, db
from vrijplaats.core.access import own_facility
from vrijplaats.core.actor import Actor
from vrijplaats.matching.continuity.rules import (
    UNDO_FOR,
    DepartureKind,
    ReviewChoice,
    VolunteerWish,
    unknown_prison,
)

MOST = 50
_DEPARTURES = """
select d.id, d.pseudonym, d.kind, d.on_day, d.to_place, d.moved_at, d.created_at,
  t.id as to_id, t.code as to_code, t.name as to_name, t.city as to_city
from departure d left join facility t on t.id = d.to_facility_id
where d.facility_id = $1 and d.undone_at is null
"""
_RECENT = f"{_DEPARTURES} and (d.moved_at is null or d.moved_at > $2) order by d.on_day desc, d.id desc limit {MOST}"
_ONE = f"{_DEPARTURES} and d.id = $2"
_AHEAD = """
select r.id as request_id, d.id from visit_request r
join departure d on d.facility_id = r.facility_id and d.detainee_id = r.detainee_id
where r.id = any ($2) and r.facility_id = $1 and d.undone_at is null and d.moved_at is null
"""
_THESE = f"{_DEPARTURES} and d.id = any ($2)"
_ELSEWHERE = "select id, code, name, city from facility where id <> $1 order by city, name"
# so long a coordinator still looks for somebody under the name of before
FORMERLY = "interval '60 days'"
# the newest report of a match that is looked at, or was: what the volunteers still have to know of it
_REVIEWS = f"""
select distinct on (r.match_id) r.match_id, r.id, r.wish, r.choice, r.together, r.met_at, m.state, m.outside_until,
  d.kind, d.on_day, d.to_place, d.moved_at, t.id as to_id, t.code as to_code, t.name as to_name, t.city as to_city,
  t.latitude, t.longitude, v.latitude as home_latitude, v.longitude as home_longitude, v.place as home,
  case when app_role() = 'COORDINATOR' and d.kind = 'TRANSFER' and d.moved_at > $3::timestamptz - {FORMERLY}
    and d.pseudonym <> m.pseudonym then d.pseudonym end as formerly,
  v.status = 'LEFT' as volunteer_left, m.state <> 'ENDED' and q.state in ('OPEN', 'OFFERED') as waits,
  o.facility_id is not null as active_there, a.state as admission, a.valid_until, r.answer,
  case when r.answer = 'YES' and r.met_at is null then next_together(m.id, $3) end as together_at,
  (select p.display_name from volunteer w join person p on p.id = w.person_id where w.id = r.asked_id) as asked,
  (select p.display_name from match n join volunteer w on w.id = n.volunteer_id join person p on p.id = w.person_id
    where n.organisation_id = m.organisation_id and n.request_id = m.request_id and n.id > m.id
    order by n.id limit 1) as successor
from match_review r
join match m on m.id = r.match_id
join departure d on d.id = r.departure_id
join volunteer v on v.id = m.volunteer_id
left join visit_request q on q.id = m.request_id
left join facility t on t.id = d.to_facility_id
left join organisation_facility o on o.organisation_id = r.organisation_id and o.facility_id = d.to_facility_id
  and o.active_from <= $2 and (o.active_until is null or o.active_until >= $2)
left join lateral (select a.state, a.valid_until from admission a
  where a.organisation_id = r.organisation_id and a.volunteer_id = m.volunteer_id and a.facility_id = d.to_facility_id
    and (a.state = 'REQUESTED' or a.state = 'GRANTED' and (a.valid_until is null or a.valid_until >= $2))
  order by a.state limit 1) a on true
where r.match_id = any ($1)
order by r.match_id, r.created_at desc
"""
# the latest last: a match may be taken over more than once
_BEFORE = """
select n.id as match_id, r.met_at, p.display_name
from match n
join match m on m.organisation_id = n.organisation_id and m.request_id = n.request_id and m.id < n.id
join match_review r on r.match_id = m.id and r.choice = 'HAND_OVER' and r.together
join volunteer v on v.id = m.volunteer_id join person p on p.id = v.person_id
where n.id = any ($1) order by n.id, m.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartureView:
    """What the prison reported."""

    id: UUID
    pseudonym: str
    kind: DepartureKind
    day: date
    to_facility: FacilityView | None
    to_place: str | None
    moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """What happened to a match, what there is to choose, and what was."""

    id: UUID
    kind: DepartureKind
    day: date
    to_facility: FacilityView | None
    to_place: str | None
    moved: bool
    wish: VolunteerWish | None
    choice: ReviewChoice | None
    active_there: bool
    volunteer_left: bool
    # an earlier hand-over: somebody else is looked for already
    waits: bool
    # for a coordinator, who knew them so: the pseudonym at the prison of before, for a while
    formerly: str | None
    admission: str | None
    distance_from: tuple[tuple[float, float], tuple[float, float]] | None
    home: str | None
    together: bool
    met_at: datetime | None
    successor: str | None
    # after a release, who was asked to take over and what they said
    asked: str | None
    answer: str | None
    together_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousView:
    """Who came before, to meet together with once."""

    name: str
    met: bool


async def departures(actor: Actor) -> list[DepartureView]:
    """Staff: what was reported from here and can still be taken back, the latest first."""
    return [_view(row) for row in await db.fetch(_RECENT, own_facility(actor), clock.now() - UNDO_FOR)]


async def departure(actor: Actor, departure_id: UUID) -> DepartureView | None:
    """Staff: one that was reported from here and not taken back."""
    row = await db.fetch_one(_ONE, own_facility(actor), departure_id)
    return _view(row) if row else None


async def departures_ahead(actor: Actor, request_ids: list[UUID]) -> dict[UUID, DepartureView]:
    """Staff: by request of the own prison that its person leaves, while the day has not come."""
    facility_id = own_facility(actor)
    ahead = {row["request_id"]: row["id"] for row in await db.fetch(_AHEAD, facility_id, request_ids)}
    found = {row["id"]: _view(row) for row in await db.fetch(_THESE, facility_id, list(set(ahead.values())))}
    return {request_id: found[departure_id] for request_id, departure_id in ahead.items()}


async def other_facilities(actor: Actor) -> list[FacilityView]:
    """Staff: where somebody may go to."""
    return [FacilityView(**row) for row in await db.fetch(_ELSEWHERE, own_facility(actor))]


async def facility_called(code: str) -> UUID:
    """The prison with this code; raises InvalidInput. Not by an id: another prison's is not for staff to name."""
    found: UUID | None = await db.fetch_value("select id from facility where code = $1", code)
    if found is None:
        raise unknown_prison()
    return found


async def reviews_of(match_ids: Iterable[UUID]) -> dict[UUID, ReviewView]:
    """What happened to these matches; the database gives the coordinator's and the volunteer's own."""
    rows = await db.fetch(_REVIEWS, list(match_ids), clock.today(), clock.now())
    return {row["match_id"]: _review(row) for row in rows}


async def previous_of(match_ids: Iterable[UUID]) -> dict[UUID, PreviousView]:
    """Who visited before, where both were asked to go together once."""
    rows = await db.fetch(_BEFORE, list(match_ids))
    return {row["match_id"]: PreviousView(name=row["display_name"], met=row["met_at"] is not None) for row in rows}


def _view(row: Mapping[str, Any]) -> DepartureView:
    return DepartureView(
        id=row["id"],
        pseudonym=row["pseudonym"],
        kind=DepartureKind(row["kind"]),
        day=row["on_day"],
        to_facility=_to(row),
        to_place=row["to_place"],
        moved=row["moved_at"] is not None,
    )


def _to(row: Mapping[str, Any]) -> FacilityView | None:
    if row["to_id"] is None:
        return None
    return FacilityView(id=row["to_id"], code=row["to_code"], name=row["to_name"], city=row["to_city"])


def _review(row: Mapping[str, Any]) -> ReviewView:
    there, home = (row["latitude"], row["longitude"]), (row["home_latitude"], row["home_longitude"])
    return ReviewView(
        id=row["id"],
        kind=DepartureKind(row["kind"]),
        day=row["on_day"],
        to_facility=_to(row),
        to_place=row["to_place"],
        moved=row["moved_at"] is not None,
        wish=VolunteerWish(row["wish"]) if row["wish"] else None,
        choice=ReviewChoice(row["choice"]) if row["choice"] else None,
        active_there=row["active_there"],
        volunteer_left=row["volunteer_left"],
        waits=bool(row["waits"]),
        formerly=row["formerly"],
        admission=row["admission"],
        distance_from=None if None in (*there, *home) else (home, there),
        home=row["home"],
        together=row["together"],
        met_at=row["met_at"],
        successor=row["successor"],
        asked=row["asked"],
        answer=row["answer"],
        together_at=row["together_at"],
    )
