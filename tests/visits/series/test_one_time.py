"""What one does with one time of a rhythm: skipping it, taking that back, another moment."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.visits.series.agreed import DECEMBER, agreed, days, verbs
from tests.visits.series.story import FIRST, PLANNED, rhythmic, the_clock_comes_by
from tests.visits.story import MORNING, at, on
from tests.world import World
from vrijplaats.core.errors import InvalidInput, NotAllowedNow
from vrijplaats.visits.errors import DoubleBooked, OutsideVisitingHours
from vrijplaats.visits.series.rules import OVER_OR_OFF, OccurrenceState

pytestmark = pytest.mark.usefixtures("worker")


async def test_skipping_gives_time_and_place_back_without_a_word_and_can_be_undone(world: World) -> None:
    with on():
        mine = await agreed(world)
        await mine.skip(DECEMBER)
        await mine.skip(DECEMBER)
        assert (await mine.shown())[:3] == ["12-01 PROPOSED", "12-15 SKIPPED", "12-29 PROPOSED"]
        assert (await mine.visits(), await mine.story.places()) == (days("12-01", "12-29", "01-12"), 3)
        assert await mine.told("visit") == []
    with on(MORNING + timedelta(days=1)):
        await the_clock_comes_by()
        assert "12-15 14:00" not in await mine.visits()
        await mine.unskip(DECEMBER)
        assert await mine.visits() == days(*PLANNED)
        assert (await verbs(mine))[-1] == "series.unskip"


async def test_what_was_asked_for_today_can_be_skipped_and_taken_back_and_stays_with_another_rhythm(
    world: World,
) -> None:
    with on():
        mine = await agreed(world)
    with on(at(8, day=15, month=12)):
        await mine.skip(DECEMBER)
        await mine.unskip(DECEMBER)
        assert "12-15 14:00" in await mine.visits()
        await mine.agree(at(10, day=17, month=12))
        assert (await mine.visits())[:4] == ["12-01 14:00", "12-15 14:00", "12-17 10:00", "12-31 10:00"]
        with pytest.raises(InvalidInput):
            await mine.agree(at(15, day=15, month=12))


async def test_what_the_prison_does_not_count_on_today_is_not_asked_for_today(world: World) -> None:
    """Skipped before today, or never asked for: nobody there could know of it."""
    with on():
        mine = await agreed(world)
        await mine.skip(DECEMBER)
    with on(at(8, day=15, month=12)):
        with pytest.raises(NotAllowedNow):
            await mine.unskip(DECEMBER)
        assert "12-15 14:00" not in await mine.visits()


async def test_skipping_what_the_prison_confirmed_is_told(world: World) -> None:
    with on():
        mine = await agreed(world)
        await mine.story.confirm(await mine.visit_on(DECEMBER))
        await mine.skip(DECEMBER)
        assert [payload["audience"] for _, payload in await mine.told("visit.cancelled")] == ["STAFF", "COORDINATOR"]


async def test_a_time_beyond_the_horizon_is_skipped_beforehand(world: World) -> None:
    far = date(2027, 1, 26)
    with on():
        mine = await agreed(world)
        await mine.skip(far)
        assert (await mine.shown())[4] == "01-26 SKIPPED"
    with on(at(9, day=10, month=12)):
        await the_clock_comes_by()
        assert "01-26 14:00" not in await mine.visits()
        await mine.unskip(far)
        assert "01-26 14:00" in await mine.visits()


async def test_back_to_an_hour_that_was_taken_meanwhile(world: World) -> None:
    with on():
        mine = await agreed(world)
        await mine.skip(DECEMBER)
        await mine.fill(DECEMBER)
        await mine.unskip(DECEMBER)
        assert (await mine.shown())[1] == "12-15 HELD_BACK FULL"


async def test_a_time_that_could_not_be_gets_another_moment_and_keeps_its_place(world: World) -> None:
    with on():
        mine = await rhythmic(world)
        await mine.block(DECEMBER)
        await mine.agree()
        await mine.move(DECEMBER, at(10, day=16, month=12))
        moved = (await mine.coming())[1]
        assert (moved.day, moved.state, moved.moved) == (DECEMBER, OccurrenceState.PROPOSED, True)
        await world.connection.execute("delete from blocked_day where facility_id = $1", mine.story.facility)
    with on(MORNING + timedelta(days=1)):
        await the_clock_comes_by()
        assert await mine.visits() == ["12-01 14:00", "12-16 10:00", "12-29 14:00", "01-12 14:00"]


async def test_moving_says_what_stands_in_the_way(world: World) -> None:
    with on():
        mine = await agreed(world)
        with pytest.raises(OutsideVisitingHours):
            await mine.move(DECEMBER, at(6, day=16, month=12))
        with pytest.raises(DoubleBooked):
            await mine.move(DECEMBER, at(14, day=29, month=12))
        assert await mine.visits() == days(*PLANNED)


@pytest.mark.parametrize("day", [date(2026, 12, 16), date(2026, 11, 17), date(2026, 12, 8)])
async def test_only_a_coming_day_of_the_rhythm(world: World, day: date) -> None:
    with on():
        mine = await agreed(world)
        with pytest.raises(NotAllowedNow):
            await mine.skip(day)
        with pytest.raises(NotAllowedNow):
            await mine.move(day, at(10, day=17, month=12))
        with pytest.raises(NotAllowedNow):
            await mine.unskip(day)


async def test_what_has_begun_or_is_off_is_not_skipped(world: World) -> None:
    with on():
        mine = await agreed(world)
        await mine.story.cancel(await mine.visit_on(DECEMBER))
        with pytest.raises(NotAllowedNow):
            await mine.skip(DECEMBER)
    with on(at(14, 1, day=1, month=12)), pytest.raises(NotAllowedNow):
        await mine.skip(FIRST.date())


async def test_what_has_begun_or_was_logged_gets_no_second_visit(world: World) -> None:
    with on():
        mine = await agreed(world)
        first = await mine.visit_on(FIRST.date())
        await mine.story.confirm(first)
    for moment in (at(14, 1, day=1, month=12), at(15, 1, day=1, month=12)):
        with on(moment), pytest.raises(NotAllowedNow) as refused:
            await mine.move(FIRST.date(), at(10, day=3, month=12))
        assert refused.value.fields["reason"] == OVER_OR_OFF
    with on(at(15, 1, day=1, month=12)):
        await mine.story.log(first)
        with pytest.raises(NotAllowedNow):
            await mine.move(FIRST.date(), at(10, day=3, month=12))
        assert (await mine.visits("LOGGED"), await mine.visits()) == (days("12-01"), days(*PLANNED[1:]))
        assert await mine.visit_on(FIRST.date()) == first


async def test_what_is_off_gets_another_moment_after_all(world: World) -> None:
    with on():
        mine = await agreed(world)
        await mine.story.cancel(await mine.visit_on(DECEMBER))
        await mine.move(DECEMBER, at(10, day=17, month=12))
        assert (await mine.coming())[1].starts_at == at(10, day=17, month=12)
        assert await mine.visits("CANCELLED") == days("12-15")
