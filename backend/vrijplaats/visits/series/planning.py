"""Visits are asked for as far ahead as the horizon, each day of the rhythm once. Whoever plans holds the series' row,
and the volunteer's after it.

A day keeps its place in series_occurrence whatever becomes of it: what a person called off, moved or skipped is never
made again, and what could not be is tried again each time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.facilities.rules import slot_for
from vrijplaats.visits import booking
from vrijplaats.visits.rules import first_day
from vrijplaats.visits.series import courses, rules
from vrijplaats.visits.series.courses import Course
from vrijplaats.visits.series.rules import Around, Hindrance

_SETTLED = "select on_day, state, hindrance from series_occurrence where series_id = $1 and on_day = any ($2)"
_HOLD_BACK = """
insert into series_occurrence (organisation_id, facility_id, series_id, on_day, state, hindrance)
values ($1, $2, $3, $4, 'HELD_BACK', $5)
on conflict (organisation_id, series_id, on_day) do update set hindrance = excluded.hindrance
  where series_occurrence.state = 'HELD_BACK'
"""
_PLAN = """
insert into series_occurrence (organisation_id, facility_id, series_id, on_day, state, visit_id)
values ($1, $2, $3, $4, 'PLANNED', $5)
on conflict (organisation_id, series_id, on_day) do update
  set state = 'PLANNED', visit_id = excluded.visit_id, hindrance = null
"""
_LOOKED = "update series set looked_on = $2 where id = $1"


@dataclass(slots=True, kw_only=True)
class Planned:
    """What came of planning: visits that were asked for, visits that moved along from another rhythm, those of them
    that found no day, and the days that could not be, as far as that is news: who is away knows it."""

    asked: list[UUID] = field(default_factory=list)
    moved: list[UUID] = field(default_factory=list)
    left: list[Mapping[str, Any]] = field(default_factory=list)
    held_back: list[date] = field(default_factory=list)


class _Cannot(Exception):
    """Somebody took the time or the place first."""

    def __init__(self, hindrance: Hindrance) -> None:
        super().__init__(hindrance.value)
        self.hindrance = hindrance


async def plan(course: Course, moving: Sequence[Mapping[str, Any]] = (), *, again: date | None = None) -> Planned:
    """Plan every day from tomorrow until the horizon that is not settled yet, soonest first. `moving` are visits of
    which time and place were given up: they take the first days that can be. `again` is a day for which the prison was
    asked before: it may be today."""
    done, along = Planned(), iter(moving)
    ahead = rules.ahead(course.rhythm, clock.now(), clock.today() + rules.HORIZON)
    days = [day for day in ahead if day == again or day >= first_day(clock.now())]
    rows = await db.fetch(_SETTLED, course.series_id, days)
    settled = {row["on_day"]: row["state"] for row in rows}
    # who was away knew of those days only that
    told = {row["on_day"] for row in rows if row["hindrance"] != Hindrance.AWAY}
    wanted = [day for day in days if settled.get(day, "HELD_BACK") == "HELD_BACK"]
    there = await courses.visits_on(course, wanted, apart_from=[each["id"] for each in moving])
    around = await courses.around(course, wanted)
    for day in wanted:
        if (visit := there.get(day)) and not visit["another_time"]:
            await keep(course, day, visit["visit_id"])
            continue
        if hindrance := Hindrance.ELSEWHERE if visit else await _ask(course, day, around, along, done):
            await db.execute(_HOLD_BACK, *_whose(course), day, hindrance.value)
            if day not in told and hindrance is not Hindrance.AWAY:
                done.held_back.append(day)
    done.left = list(along)
    await db.execute(_LOOKED, course.series_id, clock.today())
    return done


async def keep(course: Course, day: date, visit_id: UUID) -> None:
    """This visit is the one of that day, wherever it was or will be moved to."""
    await db.execute(_PLAN, *_whose(course), day, visit_id)


async def _ask(
    course: Course, day: date, around: Around, along: Iterator[Mapping[str, Any]], done: Planned
) -> Hindrance | None:
    """A visit on that day, or why not; then nothing is taken."""
    if hindrance := rules.hindrance(course.rhythm, day, around):
        return hindrance
    try:
        async with db.savepoint():
            presence_id, place_id = await _take(course, day, around)
    except _Cannot as found:
        return found.hindrance
    if moved := next(along, None):
        visit_id: UUID = moved["id"]
        await booking.change(visit_id, presence_id, place_id)
        done.moved.append(visit_id)
    else:
        visit_id = await booking.ask(course.match, presence_id, place_id, proposed_by=course.started_by)
        done.asked.append(visit_id)
    await keep(course, day, visit_id)
    return None


async def _take(course: Course, day: date, around: Around) -> tuple[UUID, UUID]:
    """What was free a moment ago is taken now, by the constraints that hold for every visit."""
    starts_at, ends_at = course.rhythm.moment(day)
    slot = slot_for(around.slots, starts_at, ends_at)
    presence_id = await booking.take_time(course.match, starts_at, ends_at)
    if presence_id is None:
        raise _Cannot(Hindrance.ELSEWHERE)
    place_id = await booking.take_place(course.match, slot[0], day) if slot else None
    if place_id is None:
        raise _Cannot(Hindrance.FULL)
    return presence_id, place_id


def _whose(course: Course) -> tuple[UUID, UUID, UUID | None]:
    return course.match["organisation_id"], course.match["facility_id"], course.series_id
