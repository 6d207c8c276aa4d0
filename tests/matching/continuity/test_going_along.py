"""Who takes over goes along once: to the next meeting at which both can be, and nobody is ever booked twice."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from tests.matching.continuity.scene import Scene, the_clock_goes
from tests.matching.continuity.taking_over import answer, ask, living_in, released
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.matching.continuity.near import take_overs
from vrijplaats.matching.continuity.queries import reviews_of
from vrijplaats.matching.continuity.rules import DepartureKind
from vrijplaats.visits import actions as visits
from vrijplaats.visits.errors import CompanionDoubleBooked, DoubleBooked
from vrijplaats.visits.rules import CancelCause, CancelSide
from vrijplaats.visits.views import VisitView

pytestmark = pytest.mark.usefixtures("db")


async def test_who_goes_along_has_no_other_visit_then(world: World) -> None:
    scene = await released(world)
    near = await living_in(scene, "Dicht Bij", "Groningen")
    other = await world.a_match(near, scene.here, outside_until=clock.today() + timedelta(days=90))
    starts_at = clock.now() + timedelta(days=2)

    async def plans(actor: Actor, match_id: UUID, later: timedelta = timedelta()) -> VisitView:
        begins = starts_at + later
        async with db.transaction(actor):
            return await visits.propose_visit(
                actor, match_id=match_id, starts_at=begins, ends_at=begins + timedelta(hours=1)
            )

    await world.connection.execute("update volunteer set capacity = 2 where id = $1", near.volunteer_id)
    await ask(scene, near)
    together = await plans(scene.volunteer, scene.match.id)
    await plans(scene.volunteer, scene.match.id, timedelta(days=7))
    await plans(near, other.id, timedelta(days=-1))  # nobody said yes, and it is another day
    await answer(scene, near, yes=True)
    with pytest.raises(DoubleBooked):
        await plans(near, other.id, timedelta(minutes=30))
    await plans(near, other.id, timedelta(hours=1))
    await plans(near, other.id, timedelta(days=7))  # they go along once
    moved_to = starts_at + timedelta(days=3)
    async with db.transaction(scene.volunteer):
        await visits.move_visit(
            scene.volunteer, visit_id=together.id, starts_at=moved_to, ends_at=moved_to + timedelta(hours=1)
        )
    await plans(near, other.id)
    with pytest.raises(DoubleBooked):
        await plans(near, other.id, timedelta(days=3))


async def test_the_next_meeting_is_not_planned_over_a_visit_of_who_goes_along(world: World) -> None:
    scene = await released(world)
    near = await living_in(scene, "Dicht Bij", "Groningen")
    other = await world.a_match(near, scene.here, outside_until=clock.today() + timedelta(days=90))
    starts_at, hour = clock.now() + timedelta(days=2), timedelta(hours=1)

    async def plans(actor: Actor, match_id: UUID, later: timedelta = timedelta()) -> VisitView:
        async with db.transaction(actor):
            return await visits.propose_visit(
                actor, match_id=match_id, starts_at=starts_at + later, ends_at=starts_at + later + hour
            )

    await world.connection.execute("update volunteer set capacity = 2 where id = $1", near.volunteer_id)
    await ask(scene, near)
    await plans(near, other.id)
    await plans(near, other.id, timedelta(days=9))
    await answer(scene, near, yes=True)
    with pytest.raises(CompanionDoubleBooked):
        await plans(scene.volunteer, scene.match.id, timedelta(minutes=30))
    together = await plans(scene.volunteer, scene.match.id, hour)
    with pytest.raises(CompanionDoubleBooked):
        async with db.transaction(scene.volunteer):
            await visits.move_visit(
                scene.volunteer, visit_id=together.id, starts_at=starts_at, ends_at=starts_at + hour
            )  # fmt: skip
    await plans(scene.volunteer, scene.match.id, timedelta(days=9))  # they go along once


async def _hour(actor: Actor, match_id: UUID, starts_at: datetime) -> VisitView:
    async with db.transaction(actor):
        return await visits.propose_visit(
            actor, match_id=match_id, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1)
        )


async def _together(scene: Scene, near: Actor) -> datetime | None:
    """When the two go together, as both of them read it."""
    async with db.transaction(near, read_only=True):
        (mine,) = await take_overs(near)
    async with db.transaction(scene.volunteer, read_only=True):
        assert (await reviews_of([scene.match.id]))[scene.match.id].together_at == mine.next
    return mine.next


async def test_a_yes_books_nobody_twice(world: World) -> None:
    scene = await released(world)
    near = await living_in(scene, "Dicht Bij", "Groningen")
    elsewhere = await world.an_organisation(facilities=[scene.here])
    there = await world.a_volunteer(elsewhere, "Dicht Bij", person=near.person_id)
    other = await world.a_match(there, scene.here, outside_until=clock.today() + timedelta(days=90))
    first, starts_at = scene.volunteer, clock.now() + timedelta(days=2)
    await ask(scene, near)
    one = await _hour(first, scene.match.id, starts_at)
    mine = await _hour(there, other.id, starts_at + timedelta(minutes=30))
    await answer(scene, near, yes=True)
    assert await _together(scene, near) is None
    two = await _hour(first, scene.match.id, starts_at + timedelta(days=1))
    assert await _together(scene, near) == two.starts_at
    with pytest.raises(DoubleBooked):
        await _hour(there, other.id, two.starts_at)
    # the earlier one moves to after it: the two still go together where both can
    await _hour(there, other.id, starts_at + timedelta(days=3))
    async with db.transaction(first):
        to = starts_at + timedelta(days=3)
        await visits.move_visit(first, visit_id=one.id, starts_at=to, ends_at=to + timedelta(hours=1))
    with pytest.raises(CompanionDoubleBooked):  # and when it is the other that moves, there would be none
        async with db.transaction(first):
            await visits.move_visit(first, visit_id=two.id, starts_at=mine.starts_at, ends_at=mine.ends_at)
    async with db.transaction(first):
        await visits.cancel_visit(
            first, visit_id=two.id, side=CancelSide.VOLUNTEER, cause=CancelCause.ILL
        )  # fmt: skip
    assert await _together(scene, near) is None


async def test_who_said_yes_twice_goes_along_with_one_at_a_time(world: World) -> None:
    scene, starts_at = await released(world), clock.now() + timedelta(days=2)
    near = await living_in(scene, "Dicht Bij", "Groningen")
    await world.connection.execute("update volunteer set capacity = 2 where id = $1", near.volunteer_id)
    visits_too = await world.a_volunteer(scene.organisation, "Ina Smit", admitted=[scene.here])
    another = replace(scene, volunteer=visits_too, match=await world.a_match(visits_too, scene.here))
    await another.report(kind=DepartureKind.RELEASE, to_place="Assen")
    await the_clock_goes()
    for each in (scene, another):
        await ask(each, near)
        await answer(each, near, yes=True)
    await _hour(scene.volunteer, scene.match.id, starts_at)
    with pytest.raises(CompanionDoubleBooked):
        await _hour(another.volunteer, another.match.id, starts_at)
    later = await _hour(another.volunteer, another.match.id, starts_at + timedelta(hours=1))
    async with db.transaction(near, read_only=True):
        assert [each.next for each in await take_overs(near)] == [starts_at, later.starts_at]


async def test_a_meeting_together_and_a_visit_of_their_own_at_the_same_second(world: World) -> None:
    scene, starts_at = await released(world), clock.now() + timedelta(days=2)
    near = await living_in(scene, "Dicht Bij", "Groningen")
    await world.connection.execute("update volunteer set capacity = 2 where id = $1", near.volunteer_id)
    other = await world.a_match(near, scene.here, outside_until=clock.today() + timedelta(days=90))
    await ask(scene, near)
    await answer(scene, near, yes=True)
    for again in range(5):
        when = starts_at + timedelta(hours=2 * again)
        done = await asyncio.gather(
            _hour(scene.volunteer, scene.match.id, when), _hour(near, other.id, when), return_exceptions=True
        )
        lost = [type(each) for each in done if not isinstance(each, VisitView)]
        assert lost in ([DoubleBooked], [CompanionDoubleBooked])
        mine = next((each for each in done if isinstance(each, VisitView)), None)
        assert mine is not None
        await world.connection.execute("delete from visit where id = $1", mine.id)
        await world.connection.execute("update presence set live = false where starts_at = $1", when)
