"""Moving a visit: the same visit at another moment, or the old moment stays."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from tests.visits.story import Story, a_story, at, on
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, NotAllowedNow, NotFound
from vrijplaats.visits import actions, queries
from vrijplaats.visits.errors import DoubleBooked, FacilityFull, OutsideVisitingHours
from vrijplaats.visits.rules import VisitRegime, VisitSetting, VisitState
from vrijplaats.visits.views import VisitView

pytestmark = pytest.mark.usefixtures("db")


async def _move(story: Story, visit: UUID, starts_at: datetime, actor: Actor | None = None) -> VisitView:
    who = actor or story.volunteer
    async with db.transaction(who):
        return await actions.move_visit(
            who, visit_id=visit, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1)
        )


async def _as_it_is(story: Story, visit: UUID) -> VisitView:
    async with db.transaction(story.volunteer, read_only=True):
        found = await queries.visit(story.volunteer, visit)
    assert found is not None
    return found


async def test_a_confirmed_visit_is_asked_for_anew_and_holds_one_time_and_one_place(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = await story.propose(at(14))
        await story.confirm(visit.id, VisitSetting.PRIVATE_ROOM)
        moved = await _move(story, visit.id, at(10, day=26))
        assert (moved.id, moved.state, moved.starts_at) == (visit.id, VisitState.PROPOSED, at(10, day=26))
        assert (moved.regime, moved.planned_setting) == (VisitRegime.UNKNOWN, VisitSetting.UNKNOWN)
        assert await story.places() == 1
        live = await world.rows("select starts_at from presence where volunteer_id = $1 and live", visit.volunteer_id)
        assert [row["starts_at"] for row in live] == [at(10, day=26)]
        assert (await story.verbs())[-1] == "visit.move"
        assert [row["payload"]["audience"] for row in await story.outbox("visit.moved")] == ["STAFF", "COORDINATOR"]
        again = await story.propose(at(14))  # the old time is free
        assert again.id != visit.id
        assert (await story.confirm(visit.id)).state is VisitState.CONFIRMED


async def test_the_gate_expects_it_on_the_new_day_only(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = await story.propose(at(14))
        await _move(story, visit.id, at(14, day=26))
        await story.confirm(visit.id)
        async with db.transaction(story.staff, read_only=True):
            for day, expected in ((24, []), (26, [visit.id])):
                agenda = await queries.facility_agenda(story.staff, date(2026, 11, day))
                assert [each.id for each in agenda] == expected


async def test_where_it_cannot_be_the_old_moment_stays(world: World) -> None:
    with on():
        story = await a_story(world)
        visit, busy = await story.propose(at(14)), await story.propose(at(10, day=26))
        await story.confirm(visit.id)
        with pytest.raises(OutsideVisitingHours):
            await _move(story, visit.id, at(3, day=27))
        with pytest.raises(DoubleBooked):
            await _move(story, visit.id, at(10, day=26))
        now = await _as_it_is(story, visit.id)
        assert (now.state, now.starts_at, await story.places()) == (VisitState.CONFIRMED, at(14), 2)
        assert busy.state is VisitState.PROPOSED and "visit.move" not in await story.verbs()


async def test_a_full_moment_is_refused_with_the_first_that_is_free(world: World) -> None:
    with on():
        facility = await world.a_facility()
        await world.connection.execute("update visiting_slot set capacity = 1 where facility_id = $1", facility)
        story = await a_story(world, facility=facility)
        visit = await story.propose(at(14))
        other = await a_story(world, facility=facility)
        await other.propose(at(14, day=26))
        with pytest.raises(FacilityFull):
            await _move(story, visit.id, at(14, day=26))
        assert (await _as_it_is(story, visit.id)).starts_at == at(14)


async def test_within_its_own_hour_a_visit_stands_in_nobodys_way(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = await story.propose(at(14))
        assert (await _move(story, visit.id, at(14, 30))).starts_at == at(14, 30)


async def test_not_over_not_off_not_of_a_match_that_ended(world: World) -> None:
    with on():
        story = await a_story(world)
        off, gone, last = await story.propose(at(9)), await story.propose(at(11)), await story.propose(at(14))
        await story.cancel(off.id)
        with pytest.raises(NotAllowedNow):
            await _move(story, off.id, at(14, day=26))
    with on(at(12, 1)), pytest.raises(NotAllowedNow):
        await _move(story, gone.id, at(14, day=26))
    with on():
        await world.connection.execute(
            "update match set state = 'ENDED', ended_on = '2026-11-23' where id = $1", story.match.id
        )
        with pytest.raises(NotAllowedNow):
            await _move(story, last.id, at(14, day=26))


async def test_only_the_volunteer_of_the_visit_moves_it(world: World) -> None:
    with on():
        story, other = await a_story(world), await a_story(world)
        visit = await story.propose(at(14))
        with pytest.raises(NotFound):
            await _move(story, visit.id, at(14, day=26), other.volunteer)
        for actor in (story.staff, story.coordinator):
            with pytest.raises(Forbidden):
                await _move(story, visit.id, at(14, day=26), actor)
