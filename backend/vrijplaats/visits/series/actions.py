"""Verbs of a rhythm: agree on it, stop it, skip one time, take that back, move one time; and planning ahead.

The series' row is locked before the match, as by whoever ends a match: of two workers, a worker and a verb, or a verb
and the end of the match, the second finds what the first did. Whoever plans holds the person's time before anything
else (booking.hold_time), and the volunteer's row in between, before the match and its visits: what they say about being
away is before it or after it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from vrijplaats.accounts.settings.actions import choose
from vrijplaats.accounts.settings.rules import Setting
from vrijplaats.core import clock, db, history
from vrijplaats.core.access import own_organisation, require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.visits import actions as visits
from vrijplaats.visits import booking, telling
from vrijplaats.visits import rules as visit_rules
from vrijplaats.visits.rules import CancelCause, CancelSide
from vrijplaats.visits.series import courses, planning, queries, rules
from vrijplaats.visits.series.courses import Course
from vrijplaats.visits.series.keeping import end_series, hold_series
from vrijplaats.visits.series.planning import Planned
from vrijplaats.visits.series.queries import SeriesView
from vrijplaats.visits.series.rules import EndReason, Rhythm
from vrijplaats.visits.series.telling import tell_held_back, tell_of_asking

MOST_AT_ONCE = 500
# a match that runs, of an organisation that still works there
_DUE = """
from series s join match m on m.id = s.match_id
where s.ended_at is null and s.looked_on < $1 and m.state = 'ACTIVE' and exists (
  select from organisation_facility f
  where f.organisation_id = s.organisation_id and f.facility_id = s.facility_id
    and f.active_from <= $1 and (f.active_until is null or f.active_until >= $1))
"""
_FIND = f"select s.id {_DUE} order by s.looked_on, s.id limit $2"
# somebody who changes it at this moment goes first: the next round looks again
_TAKE = f"select s.id {_DUE} and s.id = $2 for update of s skip locked"
_WHOSE = """
select v.person_id from series s join match m on m.id = s.match_id join volunteer v on v.id = m.volunteer_id
where s.id = $1
"""
_LOCK = """
select s.id from series s join match m on m.id = s.match_id
where s.match_id = $1 and m.volunteer_id = $2 and s.ended_at is null for update of s
"""
_START = """
insert into series (organisation_id, facility_id, match_id, every_weeks, first_day, starts, minutes, started_by,
  created_at, looked_on)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id
"""
# before they are read: a statement that waits for a visit goes on with the time that it had before
_LOCK_VISITS = "select id from visit where id = any ($1) order by id for update"
_VISITS = """
select v.id, v.state, v.match_id, v.presence_id, v.slot_place_id, v.organisation_id, v.facility_id, p.person_id,
  p.starts_at
from visit v join presence p on p.id = v.presence_id
where v.id = any ($1) and v.state in ('PROPOSED', 'CONFIRMED') and p.starts_at > $2 order by v.id
"""
_VISIT_OF = "select visit_id from series_occurrence where series_id = $1 and on_day = $2 and state = 'PLANNED'"
_IS_OFF = "select state = 'CANCELLED' from visit where id = $1"
_SKIP = """
insert into series_occurrence (organisation_id, facility_id, series_id, on_day, state)
values ($1, $2, $3, $4, 'SKIPPED')
on conflict (organisation_id, series_id, on_day) do update set state = 'SKIPPED', hindrance = null
"""
_UNSKIP = "delete from series_occurrence where series_id = $1 and on_day = $2 and state = 'SKIPPED'"
# the prison knows of it: it was to be today until a moment ago
_OFF_SINCE_TODAY = """
select exists (select from series_occurrence o join visit v on v.id = o.visit_id
  where o.series_id = $1 and o.on_day = $2 and o.state = 'SKIPPED'
    and (v.cancelled_at at time zone 'Europe/Amsterdam')::date = $3)
"""
# what the volunteer did not want after all; a visit that nobody confirmed yet bothers nobody
_BY_CHOICE = (CancelSide.VOLUNTEER, CancelCause.OTHER_APPOINTMENT)


async def due_series() -> list[UUID]:
    """For the worker: what was not looked at today, longest ago first."""
    return [row["id"] for row in await db.fetch(_FIND, clock.today(), MOST_AT_ONCE)]


async def plan_ahead(series_id: UUID) -> None:
    """For the worker: ask for what is to be planned, until the horizon, and try again what could not be."""
    await booking.hold_time(await db.fetch_value(_WHOSE, series_id))
    if await db.fetch_value(_TAKE, clock.today(), series_id) is None:
        return
    course = await courses.course_of(series_id)
    # read once the row is held: somebody may have to look at the match since it was found
    if course is None or course.match["state"] != "ACTIVE":
        return
    await courses.hold_volunteer(course.match["volunteer_id"])
    done = await planning.plan(course)
    if done.held_back:
        await tell_held_back(course)
    await _finish(None, course, done)


async def set_usual_weeks(actor: Actor, weeks: int) -> None:
    """A coordinator says with how many weeks the form begins; appointments that run stay as they are. Raises
    InvalidInput."""
    own_organisation(actor, Role.COORDINATOR)
    rules.check_weeks(weeks)
    await choose(actor, Setting.RHYTHM, {"usual_weeks": weeks}, usual=rules.USUAL_WEEKS)


async def set_rhythm(
    actor: Actor, *, match_id: UUID, every_weeks: int, starts_at: datetime, ends_at: datetime, call_off: bool = False
) -> SeriesView:
    """Meet in this rhythm from this first time on. It takes the place of the one there was: what the prison had not
    answered moves along, what it confirmed stays, or is called off when that is asked."""
    require(actor, Role.VOLUNTEER)
    visit_rules.check_asked(starts_at, ends_at, clock.now())
    rhythm = rules.rhythm_from(every_weeks, starts_at, ends_at)
    await booking.hold_time(actor.person_id, match_id)
    await hold_series([match_id])
    running = await db.fetch_value(_LOCK, match_id, actor.volunteer_id)
    await courses.hold_volunteer(actor.volunteer_id)
    match = await _running_match(actor, match_id)
    await visits.hours_of(actor, match["facility_id"], starts_at, ends_at)
    old = await _lock(row["visit_id"] for row in await queries.planned_by_series(match_id)) if running else []
    moving = [visit for visit in old if queries.moves_along(visit["state"], visit["starts_at"])]
    off = [visit for visit in old if visit["state"] == "CONFIRMED"] if call_off else []
    await end_series([match_id], EndReason.CHANGED)
    await booking.give_up(*moving)
    await _call_off(actor, off)
    course = await _start(actor, match, rhythm)
    done = await planning.plan(course, moving)
    await _call_off(actor, done.left)
    await _remember(actor, "visit.cancel", course, [visit["id"] for visit in (*off, *done.left)])
    await _finish(actor, course, done)
    return await _recorded(actor, "series.start", course)


async def stop_series(actor: Actor, *, match_id: UUID, call_off: bool = False) -> None:
    """Nothing more is planned. What is planned stays, or is called off when that is asked."""
    course = await _running(actor, match_id)
    planned = await queries.planned_by_series(match_id) if call_off else []
    off = await _lock(row["visit_id"] for row in planned)
    await end_series([match_id], EndReason.STOPPED)
    await _call_off(actor, off)
    await _remember(actor, "visit.cancel", course, [visit["id"] for visit in off])
    await _record(actor, "series.stop", course)


async def skip_occurrence(actor: Actor, *, match_id: UUID, day: date) -> SeriesView:
    """Not this time; the rest stays. Skipping what was skipped changes nothing."""
    course = await _running(actor, match_id)
    visit_id = await _visit_of(course, day)
    off = await _lock([visit_id] if visit_id else [])
    if visit_id and not off:
        raise NotAllowedNow(reason=rules.OVER_OR_OFF)
    await _call_off(actor, off)
    tenants = (course.match["organisation_id"], course.match["facility_id"])
    await db.execute(_SKIP, *tenants, course.series_id, day)
    await _remember(actor, "visit.cancel", course, [visit["id"] for visit in off])
    return await _recorded(actor, "series.skip", course)


async def unskip_occurrence(actor: Actor, *, match_id: UUID, day: date) -> SeriesView:
    """This time after all. When the hour has gone to somebody else meanwhile, the day says so. Today only while the
    prison still counts on it: what was called off today."""
    await booking.hold_time(actor.person_id, match_id)
    course = await _running(actor, match_id)
    await courses.hold_volunteer(actor.volunteer_id)
    known = await db.fetch_value(_OFF_SINCE_TODAY, course.series_id, day, clock.today())
    if not await db.execute(_UNSKIP, course.series_id, day):
        raise NotAllowedNow(reason=rules.NOT_SKIPPED)
    if not known and day < visit_rules.first_day(clock.now()):
        raise NotAllowedNow(reason=rules.TOO_SOON)
    await _running_match(actor, match_id)
    await _finish(actor, course, await planning.plan(course, again=day if known else None))
    return await _recorded(actor, "series.unskip", course)


async def move_occurrence(
    actor: Actor, *, match_id: UUID, day: date, starts_at: datetime, ends_at: datetime
) -> SeriesView:
    """This time at another moment, also when it had no visit yet or its visit is off; the rest stays. What has begun or
    took place is not asked for again. Raises what a visit at that moment raises."""
    await booking.hold_time(actor.person_id, match_id)
    course = await _running(actor, match_id)
    visit_id = await _visit_of(course, day)
    moment = {"starts_at": starts_at, "ends_at": ends_at}
    if await _lock([visit_id] if visit_id else []):
        assert visit_id is not None
        await visits.move_visit(actor, visit_id=visit_id, **moment)
    elif visit_id and not await db.fetch_value(_IS_OFF, visit_id):
        raise NotAllowedNow(reason=rules.OVER_OR_OFF)
    else:
        visit = await visits.propose_visit(actor, match_id=match_id, **moment)
        await planning.keep(course, day, visit.id)
    return await _shown(actor, match_id)


async def _running(actor: Actor, match_id: UUID) -> Course:
    """The running series of the volunteer's own match, which is locked from here on."""
    require(actor, Role.VOLUNTEER)
    await hold_series([match_id])
    series_id = await db.fetch_value(_LOCK, match_id, actor.volunteer_id)
    course = await courses.course_of(series_id) if series_id else None
    if course is not None:
        return course
    if await courses.match_of(actor, match_id) is None:
        raise NotFound
    raise NotAllowedNow(reason=rules.NO_SERIES)


async def _running_match(actor: Actor, match_id: UUID) -> dict[str, Any]:
    match = await courses.match_of(actor, match_id, held=True)
    if match is None:
        raise NotFound
    visit_rules.check_plannable(match["state"], match["outside_until"])
    return match


async def _start(actor: Actor, match: Mapping[str, Any], rhythm: Rhythm) -> Course:
    own = (match["organisation_id"], match["facility_id"], match["id"])
    rule = (rhythm.every_weeks, rhythm.first_day, rhythm.starts, rhythm.minutes)
    series_id = await db.fetch_value(_START, *own, *rule, actor.person_id, clock.now(), clock.today())
    return Course(series_id=series_id, match=match, rhythm=rhythm, started_by=actor.person_id)


async def _visit_of(course: Course, day: date) -> UUID | None:
    """The visit of that day, if it has one; raises NotAllowedNow for a day that is none of its coming ones."""
    visit_id: UUID | None = await db.fetch_value(_VISIT_OF, course.series_id, day)
    if not course.rhythm.has(day):
        raise NotAllowedNow(reason=rules.NOT_THAT_DAY)
    if visit_id is None and course.rhythm.moment(day)[0] <= clock.now():
        raise NotAllowedNow(reason=rules.OVER_OR_OFF)
    return visit_id


async def _lock(visit_ids: Iterable[UUID]) -> list[dict[str, Any]]:
    """Those of the visits that stand and have not begun, locked in one order."""
    ids = list(visit_ids)
    await db.fetch(_LOCK_VISITS, ids)
    return await db.fetch(_VISITS, ids, clock.now())


async def _call_off(actor: Actor, planned: Sequence[Mapping[str, Any]]) -> None:
    """Everybody who counted on it hears it: nobody did on what was not confirmed."""
    await booking.call_off(*_BY_CHOICE, *planned)
    for visit in planned:
        if visit["state"] == "CONFIRMED":
            await telling.tell_of_cancelling(actor, dict(visit))


async def _finish(actor: Actor | None, course: Course, done: Planned) -> None:
    """The facility is told once, and each visit has its row in the history."""
    await tell_of_asking(course, [*done.moved, *done.asked])
    await _remember(actor, "visit.move", course, done.moved)
    await _remember(actor, "visit.propose", course, done.asked)


async def _remember(actor: Actor | None, verb: str, course: Course, visit_ids: Iterable[UUID]) -> None:
    subjects = [{"visit": visit_id, "match": course.match["id"]} for visit_id in visit_ids]
    await history.record_each(actor, verb, subjects=subjects, **_tenants(course))


async def _record(actor: Actor, verb: str, course: Course) -> None:
    assert course.series_id is not None
    subject = {"series": course.series_id, "match": course.match["id"]}
    await history.record(actor, verb, subject=subject, **_tenants(course))


async def _recorded(actor: Actor, verb: str, course: Course) -> SeriesView:
    await _record(actor, verb, course)
    return await _shown(actor, course.match["id"])


async def _shown(actor: Actor, match_id: UUID) -> SeriesView:
    return (await queries.series_of(actor, [match_id]))[match_id]


def _tenants(course: Course) -> dict[str, UUID]:
    return {name: course.match[name] for name in ("organisation_id", "facility_id")}
