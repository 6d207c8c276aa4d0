"""A rhythm as people see it: the running series of a match, its coming days, and how a new one would fall."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from vrijplaats.accounts.settings.queries import values_of
from vrijplaats.accounts.settings.rules import Setting
from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.visits import rules as visit_rules
from vrijplaats.visits.series import courses, rules
from vrijplaats.visits.series.courses import Course, local_day
from vrijplaats.visits.series.holidays import holidays_on
from vrijplaats.visits.series.rules import Around, Hindrance, OccurrenceState, Rhythm

_SERIES = """
select s.id, s.match_id, s.every_weeks, s.first_day, s.starts, s.minutes, m.state as match_state
from series s join match m on m.id = s.match_id
where s.organisation_id = $1 and s.match_id = any ($2) and ($3::uuid is null or m.volunteer_id = $3)
  and s.ended_at is null and s.facility_id = m.facility_id and m.state <> 'ENDED'
"""
_KEPT = """
select c.on_day, c.state, v.id as visit_id, v.state as visit_state, p.starts_at, p.ends_at
from series_occurrence c
left join visit v on v.id = c.visit_id
left join presence p on p.id = v.presence_id
where c.series_id = $1 and (c.on_day >= $2 or p.ends_at > $3) and v.state is distinct from 'LOGGED'
"""
_OF_VISITS = """
select c.visit_id, c.series_id from series_occurrence c join series s on s.id = c.series_id
join match m on m.id = s.match_id
where c.visit_id = any ($1) and s.ended_at is null and m.state = 'ACTIVE'
"""
_PLANNED = """
select v.id as visit_id, v.state as visit_state, p.starts_at, p.ends_at
from series s
join series_occurrence c on c.series_id = s.id
join visit v on v.id = c.visit_id
join presence p on p.id = v.presence_id
where s.match_id = $1 and s.ended_at is null and v.state in ('PROPOSED', 'CONFIRMED') and p.starts_at > $2
order by p.starts_at
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OccurrenceView:
    """One of the days. The time is that of its visit, which may have moved to another day; else that of the rhythm.
    A hindrance of what is still to come says that it could not be planned as things stand today."""

    day: date
    starts_at: datetime
    ends_at: datetime
    moved: bool
    state: OccurrenceState
    hindrance: Hindrance | None
    closed_because: str | None
    holiday: Words | None
    visit_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """A running series. It rests while somebody has to look at the match; elsewhere than it was made, it is gone."""

    id: UUID
    match_id: UUID
    rhythm: Rhythm
    rests: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """How a rhythm would fall. `staying` are visits of the old one that the prison confirmed, on other days than the
    new one's; `moving` is how many that it did not answer yet move along."""

    occurrences: list[OccurrenceView]
    staying: list[OccurrenceView]
    moving: int


async def series_of(actor: Actor, match_ids: Iterable[UUID]) -> dict[UUID, SeriesView]:
    """The running series of these matches, as far as they are the actor's to see. One statement."""
    if actor.role not in (Role.VOLUNTEER, Role.COORDINATOR):
        return {}
    only = actor.volunteer_id if actor.role is Role.VOLUNTEER else None
    rows = await db.fetch(_SERIES, actor.organisation_id, list(match_ids), only)
    return {row["match_id"]: _view(row) for row in rows}


async def series_of_visits(visit_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Of these visits those that belong to a series that runs and does not rest, with which: when it ends after a
    release is not to be seen from them."""
    return {row["visit_id"]: row["series_id"] for row in await db.fetch(_OF_VISITS, list(visit_ids))}


async def occurrences(actor: Actor, series: SeriesView) -> list[OccurrenceView]:
    """The coming ones: what became of those within the horizon, and when those after it would be."""
    now = clock.now()
    kept = {row["on_day"]: row for row in await db.fetch(_KEPT, series.id, clock.today(), now)}
    days = sorted({*kept, *rules.coming(series.rhythm, now)})
    course = await courses.course_of(series.id)
    around = await courses.around(course, days) if course else Around()
    found = [_occurrence(series.rhythm, day, kept.get(day), around) for day in days]
    found = [each for each in found if not _too_late(each, now)]
    to_come = sorted((each for each in found if each.ends_at > now), key=lambda each: each.starts_at)
    return to_come[: rules.SHOWN]


async def planned_by_series(match_id: UUID) -> list[dict[str, Any]]:
    """Visits that the running series of this match planned and that are still to begin."""
    return await db.fetch(_PLANNED, match_id, clock.now())


def moves_along(state: str, starts_at: datetime) -> bool:
    """Whether a visit goes along to another rhythm: the prison was asked, and did not answer. Today's stays."""
    return state == "PROPOSED" and local_day(starts_at) >= visit_rules.first_day(clock.now())


async def preview(
    actor: Actor, match_id: UUID, *, every_weeks: int, starts_at: datetime, ends_at: datetime
) -> Preview | None:
    """How a rhythm of the volunteer's own match would fall, before anything is kept. None when there is no such match
    that runs, or no such rhythm."""
    rhythm = _rhythm(every_weeks, starts_at, ends_at)
    match = await courses.match_of(actor, match_id) if actor.role is Role.VOLUNTEER else None
    if rhythm is None or match is None or match["state"] != "ACTIVE":
        return None
    course = Course(series_id=None, match=match, rhythm=rhythm, started_by=actor.person_id)
    days = rules.coming(rhythm, clock.now())
    old = await planned_by_series(match_id)
    moving = [row["visit_id"] for row in old if moves_along(row["visit_state"], row["starts_at"])]
    there = await courses.visits_on(course, days, apart_from=moving)
    around = await courses.around(course, days, giving_up=moving)
    staying = {local_day(row["starts_at"]): row for row in old if row["visit_state"] == "CONFIRMED"}
    return Preview(
        occurrences=[_occurrence(rhythm, day, there.get(day), around) for day in days],
        staying=[_occurrence(rhythm, day, row, around) for day, row in staying.items() if day not in days],
        moving=len(moving),
    )


async def usual_weeks(actor: Actor) -> int:
    """With how many weeks between two visits the form begins, in the actor's organisation."""
    organisation_id = own_organisation(actor, Role.VOLUNTEER, Role.COORDINATOR)
    return (await values_of(organisation_id, Setting.RHYTHM, rules.USUAL_WEEKS))["usual_weeks"]


def _rhythm(every_weeks: int, starts_at: datetime, ends_at: datetime) -> Rhythm | None:
    try:
        visit_rules.check_asked(starts_at, ends_at, clock.now())
        return rules.rhythm_from(every_weeks, starts_at, ends_at)
    except InvalidInput:
        return None


def _view(row: Mapping[str, Any]) -> SeriesView:
    return SeriesView(
        id=row["id"], match_id=row["match_id"], rhythm=courses.rhythm_of(row), rests=row["match_state"] != "ACTIVE"
    )


def _too_late(occurrence: OccurrenceView, now: datetime) -> bool:
    """Nothing was asked for that day, and nothing stood in the way but that it is too soon."""
    return occurrence.state is OccurrenceState.TO_COME and occurrence.day < visit_rules.first_day(now)


def _occurrence(rhythm: Rhythm, day: date, kept: Mapping[str, Any] | None, around: Around) -> OccurrenceView:
    """What is kept of the day, a visit or a word; else how the day looks from here."""
    skipped = kept is not None and kept.get("state") == "SKIPPED"
    visit = kept if kept is not None and kept["visit_id"] is not None and not skipped else None
    starts_at, ends_at = (visit["starts_at"], visit["ends_at"]) if visit else rhythm.moment(day)
    found = None if visit or skipped else rules.hindrance(rhythm, day, around)
    if visit:
        state = OccurrenceState(visit["visit_state"])
    elif skipped:
        state = OccurrenceState.SKIPPED
    else:
        state = rules.state_of(day, found, clock.today())
    on = local_day(starts_at)
    return OccurrenceView(
        day=day,
        starts_at=starts_at,
        ends_at=ends_at,
        moved=visit is not None and starts_at != rhythm.moment(day)[0],
        state=state,
        hindrance=found,
        closed_because=around.closed.get(day) if found is Hindrance.CLOSED else None,
        holiday=holidays_on([on]).get(on),
        visit_id=visit["visit_id"] if visit else None,
    )
