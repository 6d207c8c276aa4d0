"""A match with a rhythm, and the clock that goes by."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.visits.story import Story, a_story, at
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.jobs import run_periodic
from vrijplaats.visits.series import actions, queries
from vrijplaats.visits.series.jobs import PERIODIC
from vrijplaats.visits.series.queries import OccurrenceView, Preview, SeriesView

# every two weeks from Tuesday 1 December at 14.00: until the horizon of 23 November that is up to 12 January
FIRST = at(14, day=1, month=12)
PLANNED = ["12-01", "12-15", "12-29", "01-12"]


@dataclass(frozen=True, slots=True)
class Rhythmic:
    """A story with the verbs of a rhythm."""

    story: Story

    async def agree(self, starts_at: datetime = FIRST, *, weeks: int = 2, **more: Any) -> SeriesView:
        """The volunteer agrees on a rhythm from that first hour on."""
        async with db.transaction(self.story.volunteer):
            return await actions.set_rhythm(
                self.story.volunteer,
                match_id=self.story.match.id,
                every_weeks=weeks,
                starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=1),
                **more,
            )

    async def look_ahead(self, starts_at: datetime, *, weeks: int = 2) -> Preview | None:
        """How another rhythm would fall."""
        ends_at = starts_at + timedelta(hours=1)
        async with db.transaction(self.story.volunteer, read_only=True):
            return await queries.preview(
                self.story.volunteer, self.story.match.id, every_weeks=weeks, starts_at=starts_at, ends_at=ends_at
            )

    async def stop(self, *, call_off: bool = False) -> None:
        """No rhythm any more."""
        async with db.transaction(self.story.volunteer):
            await actions.stop_series(self.story.volunteer, match_id=self.story.match.id, call_off=call_off)

    async def skip(self, day: date) -> SeriesView:
        """Not this time."""
        async with db.transaction(self.story.volunteer):
            return await actions.skip_occurrence(self.story.volunteer, match_id=self.story.match.id, day=day)

    async def unskip(self, day: date) -> SeriesView:
        """This time after all."""
        async with db.transaction(self.story.volunteer):
            return await actions.unskip_occurrence(self.story.volunteer, match_id=self.story.match.id, day=day)

    async def move(self, day: date, starts_at: datetime) -> SeriesView:
        """This time at another moment."""
        async with db.transaction(self.story.volunteer):
            return await actions.move_occurrence(
                self.story.volunteer,
                match_id=self.story.match.id,
                day=day,
                starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=1),
            )

    async def coming(self) -> list[OccurrenceView]:
        """What the volunteer sees of it."""
        story = self.story
        async with db.transaction(story.volunteer, read_only=True):
            series = (await queries.series_of(story.volunteer, [story.match.id]))[story.match.id]
            return await queries.occurrences(story.volunteer, series)

    async def shown(self) -> list[str]:
        """The same in short: day by the rhythm, state, and what stands in the way."""
        return [
            " ".join(filter(None, (f"{each.day:%m-%d}", each.state, each.hindrance))) for each in await self.coming()
        ]

    async def visits(self, state: str = "PROPOSED") -> list[str]:
        """The days and hours in Amsterdam of the visits of the match in that state."""
        sql = """
            select to_char(p.starts_at at time zone 'Europe/Amsterdam', 'MM-DD HH24:MI') as "when"
            from visit v join presence p on p.id = v.presence_id
            where v.match_id = $1 and v.state = $2 order by p.starts_at
        """
        return [row["when"] for row in await self.story.world.rows(sql, self.story.match.id, state)]

    async def visit_on(self, day: date) -> UUID:
        """The visit of that day of the rhythm that runs."""
        sql = """
            select c.visit_id from series_occurrence c join series s on s.id = c.series_id
            where s.match_id = $1 and s.ended_at is null and c.on_day = $2
        """
        found: UUID = await self.story.world.value(sql, self.story.match.id, day)
        return found

    async def told(self, prefix: str = "") -> list[tuple[str, dict[str, Any]]]:
        """Every message about the organisation's things, in order."""
        rows = await self.story.world.rows(
            "select event, payload from outbox where organisation_id = $1 and event like $2 order by id",
            self.story.organisation,
            f"{prefix}%",
        )
        return [(row["event"], json.loads(row["payload"])) for row in rows]

    async def block(self, day: date, cause: str = "HOLIDAY") -> None:
        """The prison receives nobody that day."""
        await self.story.world.insert("blocked_day", facility_id=self.story.facility, day=day, cause=cause)

    async def fill(self, day: date) -> list[UUID]:
        """Others take every place of that day."""
        world, facility = self.story.world, self.story.facility
        slots = await world.rows(
            "select id, capacity from visiting_slot where facility_id = $1 and weekday = $2", facility, day.isoweekday()
        )
        taken = await world.value("select count(*) from slot_place where facility_id = $1 and day = $2", facility, day)
        return [
            await world.insert(
                "slot_place",
                facility_id=facility,
                slot_id=slot["id"],
                capacity=slot["capacity"],
                day=day,
                number=number,
                organisation_id=self.story.organisation,
            )
            for slot in slots
            for number in range(taken + 1, slot["capacity"] + 1)
        ]


async def rhythmic(world: World, **more: Any) -> Rhythmic:
    """A match that could have a rhythm."""
    return Rhythmic(await a_story(world, **more))


async def running(world: World) -> Rhythmic:
    """A rhythm nobody planned anything of yet, as after a restore of the database."""
    found = await rhythmic(world)
    await world.a_series(found.story.match, FIRST)
    return found


def days_at(*days: str, at: str = "14:00") -> list[str]:
    """Those days, at that time."""
    return [f"{day} {at}" for day in days]


async def the_clock_comes_by() -> None:
    """One round of the job."""
    await run_periodic(PERIODIC[0])
