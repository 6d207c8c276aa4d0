"""Agreeing on a rhythm, changing and stopping it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.visits.series.agreed import DECEMBER, THURSDAY, agreed, days, verbs
from tests.visits.series.story import FIRST, PLANNED, rhythmic, the_clock_comes_by
from tests.visits.story import MORNING, at, on
from tests.world import World
from vrijplaats.core.errors import InvalidInput, NotAllowedNow
from vrijplaats.visits.errors import OutsideVisitingHours
from vrijplaats.visits.series.rules import Hindrance, OccurrenceState

pytestmark = pytest.mark.usefixtures("worker")


async def test_agreeing_asks_for_what_is_near_at_once_and_tells_the_prison_once(world: World) -> None:
    with on():
        mine = await rhythmic(world)
        view = await mine.agree()
        rhythm = view.rhythm
        assert (rhythm.every_weeks, rhythm.weekday, f"{rhythm.starts:%H:%M}", rhythm.minutes) == (2, 2, "14:00", 60)
        assert await mine.visits() == days(*PLANNED)
        assert [event for event, _ in await mine.told()] == ["series.proposed"]
        assert await verbs(mine) == [*["visit.propose"] * 4, "series.start"]
        assert await mine.shown() == [*(f"{day} PROPOSED" for day in PLANNED), "01-26 TO_COME", "02-09 TO_COME"]
        await the_clock_comes_by()
        assert len(await mine.visits()) == 4


async def test_before_agreeing_one_sees_how_it_will_be(world: World) -> None:
    with on():
        mine = await rhythmic(world)
        await mine.block(date(2026, 12, 29), "STAFFING")
        own = await mine.story.propose(FIRST)
        seen = await mine.look_ahead(FIRST)
        assert seen is not None
        assert [(each.day.isoformat()[5:], each.state, each.hindrance) for each in seen.occurrences] == [
            ("12-01", OccurrenceState.PROPOSED, None),
            ("12-15", OccurrenceState.TO_COME, None),
            ("12-29", OccurrenceState.HELD_BACK, Hindrance.CLOSED),
            ("01-12", OccurrenceState.TO_COME, None),
            ("01-26", OccurrenceState.TO_COME, None),
            ("02-09", OccurrenceState.TO_COME, None),
        ]
        assert (seen.occurrences[0].visit_id, seen.occurrences[2].closed_because) == (own.id, "STAFFING")
        assert (await mine.visits(), seen.staying, seen.moving) == (days("12-01"), [], 0)
        await mine.agree()
        # the visit there was is the first of the rhythm, and nothing is asked for twice
        assert await mine.visits() == days("12-01", "12-15", "01-12")
        assert await mine.visit_on(FIRST.date()) == own.id


async def test_a_holiday_is_named_whether_the_prison_is_open_or_not(world: World) -> None:
    with on():
        mine = await rhythmic(world)
        christmas = at(14, day=11, month=12)
        await mine.block(date(2026, 12, 25))
        await mine.agree(christmas)
        held, open_ = (await mine.coming())[1:3]
        assert held.holiday == {"nl": "Eerste kerstdag", "en": "Christmas Day"}
        assert (held.hindrance, held.closed_because, open_.holiday) == (Hindrance.CLOSED, "HOLIDAY", None)
        seen = await mine.look_ahead(at(14, day=4, month=12), weeks=3)
        assert seen is not None
        new_year = await mine.look_ahead(at(14, day=18, month=12))
        assert new_year is not None
        assert [each.holiday and each.holiday["nl"] for each in new_year.occurrences[:2]] == [None, "Nieuwjaarsdag"]
        assert new_year.occurrences[1].hindrance is None


async def test_another_rhythm_moves_what_was_not_answered_and_leaves_what_was_confirmed(world: World) -> None:
    with on():
        mine = await agreed(world)
        await mine.story.confirm(await mine.visit_on(DECEMBER))
        asked = [await mine.visit_on(date(2026, 12, day)) for day in (1, 29)]
        seen = await mine.look_ahead(THURSDAY, weeks=3)
        assert seen is not None
        assert ([each.starts_at for each in seen.staying], seen.moving) == ([at(14, day=15, month=12)], 3)
        await mine.agree(THURSDAY, weeks=3)
        assert await mine.visits("CONFIRMED") == days("12-15")
        assert await mine.visits() == days("12-03", "12-24", "01-14", at="10:00")
        # the same visits at other moments, for calendars and for the figures
        assert [await mine.visit_on(date(2026, 12, day)) for day in (3, 24)] == asked
        assert (await mine.visits("CANCELLED"), await mine.story.places()) == ([], 4)
        assert [event for event, _ in await mine.told("series")] == ["series.proposed"] * 2


async def test_another_rhythm_may_call_off_what_was_confirmed(world: World) -> None:
    with on():
        mine = await agreed(world)
        await mine.story.confirm(await mine.visit_on(DECEMBER))
        await mine.agree(THURSDAY, call_off=True)
        assert (await mine.visits("CONFIRMED"), await mine.visits("CANCELLED")) == ([], days("12-15"))
        told = [payload["audience"] for event, payload in await mine.told("visit.cancelled")]
        assert told == ["STAFF", "COORDINATOR"]


async def test_what_finds_no_day_in_the_other_rhythm_is_called_off(world: World) -> None:
    with on():
        mine = await agreed(world)
        await mine.agree(at(14, day=8, month=12), weeks=3)
        assert await mine.visits() == days("12-08", "12-29")
        assert len(await mine.visits("CANCELLED")) == 2
        assert await mine.told("visit.cancelled") == [], "nobody counted on it"


async def test_the_same_rhythm_again_keeps_every_visit(world: World) -> None:
    with on():
        mine = await agreed(world)
        before = [await mine.visit_on(date(2026, 12, day)) for day in (1, 15, 29)]
        await mine.agree()
        assert [await mine.visit_on(date(2026, 12, day)) for day in (1, 15, 29)] == before
        assert (await mine.visits(), await mine.visits("CANCELLED")) == (days(*PLANNED), [])


async def test_stopping_leaves_what_is_planned_or_calls_it_off(world: World) -> None:
    with on():
        mine, other = await agreed(world), await agreed(world)
        await other.story.confirm(await other.visit_on(DECEMBER))
        await mine.stop()
        await other.stop(call_off=True)
        assert await mine.visits() == days(*PLANNED)
        assert (await other.visits(), await other.visits("CONFIRMED")) == ([], [])
        # only what the prison had confirmed is told
        assert len(await other.told("visit.cancelled")) == 2
        assert (await verbs(mine))[-1] == "series.stop"
        with pytest.raises(NotAllowedNow):
            await mine.stop()
    with on(MORNING + timedelta(days=21)):
        await the_clock_comes_by()
        assert len(await mine.visits()) == 4


async def test_a_first_time_outside_visiting_hours_or_in_the_past_is_no_rhythm(world: World) -> None:
    with on():
        mine = await rhythmic(world)
        with pytest.raises(OutsideVisitingHours):
            await mine.agree(at(6, day=1, month=12))
        for weeks, first in ((4, FIRST), (2, at(14, day=20))):
            with pytest.raises(InvalidInput):
                await mine.agree(first, weeks=weeks)
            assert await mine.look_ahead(first, weeks=weeks) is None
        assert await world.value("select count(*) from series where match_id = $1", mine.story.match.id) == 0


async def test_a_match_that_does_not_run_gets_no_rhythm(world: World) -> None:
    with on():
        mine = await agreed(world)
        await world.connection.execute("update match set state = 'REVIEW' where id = $1", mine.story.match.id)
        assert await mine.look_ahead(THURSDAY) is None
        with pytest.raises(NotAllowedNow):
            await mine.agree(THURSDAY)
        # what there is can still be let go of
        await mine.skip(DECEMBER)
        with pytest.raises(NotAllowedNow):
            await mine.unskip(DECEMBER)
        await mine.stop(call_off=True)
        assert await mine.visits() == []
