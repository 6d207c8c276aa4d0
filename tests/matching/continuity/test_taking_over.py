"""After a release somebody near the new home takes over: asked by name, together once, and then the match is theirs."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from tests.matching.continuity.scene import Scene, a_scene, the_clock_goes
from tests.matching.continuity.taking_over import answer, ask, carrying, living_in, released
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.matching import actions as matching
from vrijplaats.matching import queries
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.continuity.near import near_home, take_overs
from vrijplaats.matching.continuity.queries import previous_of, reviews_of
from vrijplaats.matching.continuity.rules import ReviewChoice
from vrijplaats.matching.leaving.actions import let_go
from vrijplaats.matching.models import MatchEndReason
from vrijplaats.visits import actions as visits
from vrijplaats.visits import queries as visit_queries

pytestmark = pytest.mark.usefixtures("db")


async def _in_review(scene: Scene) -> list[UUID]:
    async with db.transaction(scene.coordinator):
        return [match.id for match in await queries.matches_in_review(scene.coordinator)]


async def test_who_lives_nearest_stands_first_and_who_has_no_room_is_not_there(world: World) -> None:
    scene = await released(world)
    far = await living_in(scene, "Ver Weg", "Maastricht")
    near = await living_in(scene, "Dicht Bij", "Groningen")
    full = await living_in(scene, "Zit Vol", "Groningen")
    await world.connection.execute("update volunteer set carrying = capacity where id = $1", full.volunteer_id)
    async with db.transaction(scene.coordinator):
        found = await near_home(scene.coordinator, scene.match.id)
    assert [each.volunteer.id for each in found] == [near.volunteer_id, far.volunteer_id]
    assert found[0].kilometres == 0
    with pytest.raises(NotAllowedNow):
        await ask(scene, full)


async def test_together_once_and_then_the_one_ends_and_the_other_begins(world: World) -> None:
    scene = await released(world)
    first, near = scene.volunteer, await living_in(scene, "Dicht Bij", "Groningen")
    await ask(scene, near)
    match = await scene.row("match", scene.match.id)
    assert (match["state"], match["outside_until"]) == ("ACTIVE", clock.today() + timedelta(days=183))
    assert await carrying(scene, first) == 0
    person = match["detainee_id"]
    with pytest.raises(NotAllowedNow):  # nobody said yes
        async with db.transaction(first):
            await actions.note_meeting(first, match_id=scene.match.id)
    await answer(scene, near, yes=True)
    assert await carrying(scene, near) == 1
    starts_at = clock.now() + timedelta(days=2)
    async with db.transaction(first):
        planned = await visits.propose_visit(
            first, match_id=scene.match.id, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1)
        )
    async with db.transaction(near):
        (mine,) = await take_overs(near)
        assert await visit_queries.visit(near, planned.id) is None
    assert (mine.first, mine.place, mine.yes, mine.next) == ("Els Bakker", "Groningen", True, planned.starts_at)
    assert await scene.name(near, person) is None
    assert await _in_review(scene) == [scene.match.id]
    async with db.transaction(near):
        begun = await actions.note_meeting(near, match_id=scene.match.id)
    assert (begun.state, begun.outside_until, begun.volunteer.id) == (
        "ACTIVE", match["outside_until"], near.volunteer_id
    )  # fmt: skip
    ended = await scene.row("match", scene.match.id)
    assert (ended["state"], ended["end_reason"]) == ("ENDED", "RELEASED")
    assert (await scene.row("visit", planned.id))["state"] == "CANCELLED"
    assert (await carrying(scene, first), await carrying(scene, near)) == (0, 1)
    assert await scene.name(first, person) is None
    assert await scene.name(near, person) is not None
    async with db.transaction(near):
        assert (await previous_of([begun.id]))[begun.id].met
        assert await take_overs(near) == []
        assert (await visit_queries.match_summaries(near, [begun.id]))[begun.id].last is None
    assert await _in_review(scene) == []
    told = "select count(*) from outbox where event like 'takeover.%' and payload ->> 'audience' = 'staff'"
    assert await world.value(told) == 0


async def test_whoever_says_no_leaves_room_for_the_next_who_is_asked(world: World) -> None:
    scene = await released(world)
    one, other = await living_in(scene, "Een", "Groningen"), await living_in(scene, "Ander", "Assen")
    await ask(scene, one)
    with pytest.raises(NotFound):  # it was not asked of them
        await answer(scene, other, yes=True)
    await answer(scene, one, yes=False)
    assert await carrying(scene, one) == 0
    await ask(scene, other)
    assert await carrying(scene, scene.volunteer) == 0
    async with db.transaction(one):
        assert await take_overs(one) == []
    await answer(scene, other, yes=True)
    with pytest.raises(NotAllowedNow):
        await ask(scene, one)
    with pytest.raises(NotFound):
        await answer(scene, other, yes=False)


@pytest.mark.parametrize("by_the_clock", [True, False])
async def test_when_the_match_ends_before_that_the_other_has_room_again(
    world: World, monkeypatch: pytest.MonkeyPatch, by_the_clock: bool
) -> None:
    scene = await released(world)
    near = await living_in(scene, "Dicht Bij", "Groningen")
    await ask(scene, near)
    await answer(scene, near, yes=True)
    if by_the_clock:
        noon = clock.midnight(clock.today() + timedelta(days=184)) + timedelta(hours=12)
        monkeypatch.setattr(clock, "now", lambda: noon)
        await the_clock_goes()
    else:
        async with db.transaction(scene.volunteer):
            await matching.end_match(scene.volunteer, match_id=scene.match.id, reason=MatchEndReason.OTHER)
    assert (await scene.row("match", scene.match.id))["state"] == "ENDED"
    off = "select count(*) from outbox where event = 'takeover.off' and recipients = array[$1::uuid]"
    assert await world.value(off, near.person_id) == 1
    assert (await carrying(scene, scene.volunteer), await carrying(scene, near)) == (0, 0)
    async with db.transaction(near):
        assert await take_overs(near) == []


async def test_somebody_is_asked_after_all_when_it_was_chosen_to_go_on_outside(world: World) -> None:
    scene, elsewhere = await released(world), await a_scene(world)
    near = await living_in(scene, "Dicht Bij", "Groningen")

    async def outside(coordinator: Actor) -> list[UUID]:
        async with db.transaction(coordinator, read_only=True):
            return [match.id for match in await queries.matches_outside(coordinator)]

    async with db.transaction(scene.coordinator):
        await actions.taper_match(scene.coordinator, match_id=scene.match.id)
    assert (await outside(scene.coordinator), await _in_review(scene)) == ([scene.match.id], [])
    assert await outside(elsewhere.coordinator) == []
    assert await carrying(scene, scene.volunteer) == 1
    await ask(scene, near)
    assert (await outside(scene.coordinator), await _in_review(scene)) == ([], [scene.match.id])
    assert await carrying(scene, scene.volunteer) == 0


@pytest.mark.parametrize("by_themselves", [True, False])
@pytest.mark.parametrize("said_yes", [True, False])
async def test_when_who_was_asked_leaves_the_coordinator_asks_somebody_else(
    world: World, by_themselves: bool, said_yes: bool
) -> None:
    scene = await released(world)
    near, next_one = await living_in(scene, "Dicht Bij", "Groningen"), await living_in(scene, "Ander", "Assen")
    await ask(scene, near)
    if said_yes:
        await answer(scene, near, yes=True)
    before = len(await scene.events())
    async with db.transaction(near if by_themselves else scene.coordinator):
        await let_go(near if by_themselves else scene.coordinator, person_id=near.person_id)
    told = (await scene.events())[before:]
    assert told == ["takeover.no", *(["takeover.first"] if said_yes else [])]
    assert await carrying(scene, near) == 0
    async with db.transaction(scene.coordinator, read_only=True):
        review = (await reviews_of([scene.match.id]))[scene.match.id]
    assert (review.choice, review.asked, review.answer) == (ReviewChoice.HAND_OVER, None, None)
    assert await _in_review(scene) == [scene.match.id]
    assert (await scene.row("match", scene.match.id))["state"] == "ACTIVE"
    async with db.transaction(near, read_only=True):
        assert await take_overs(near) == []
    await ask(scene, next_one)
    await answer(scene, next_one, yes=True)
    assert (await carrying(scene, scene.volunteer), await carrying(scene, next_one)) == (0, 1)


async def test_when_the_first_one_leaves_who_said_yes_still_takes_over(world: World) -> None:
    scene = await released(world)
    near = await living_in(scene, "Dicht Bij", "Groningen")
    await ask(scene, near)
    await answer(scene, near, yes=True)
    async with db.transaction(scene.coordinator):
        await let_go(scene.coordinator, person_id=scene.volunteer.person_id)
    async with db.transaction(near):
        begun = await actions.note_meeting(near, match_id=scene.match.id)
    assert (begun.state, begun.volunteer.id) == ("ACTIVE", near.volunteer_id)
    assert (await scene.row("match", scene.match.id))["state"] == "ENDED"


async def test_the_request_is_locked_before_the_match_when_they_say_that_they_met(world: World) -> None:
    scene = await released(world)
    near = await living_in(scene, "Dicht Bij", "Groningen")
    await ask(scene, near)
    await answer(scene, near, yes=True)

    async def met() -> None:
        async with db.transaction(near):
            await actions.note_meeting(near, match_id=scene.match.id)

    async with world.connection.transaction():
        await world.connection.execute("select from visit_request where id = $1 for update", scene.match.request_id)
        other = asyncio.create_task(met())
        for _ in range(200):
            if await world.somebody_waits():
                break
            await asyncio.sleep(0.02)
        # whoever ends the match meanwhile has the request, and does not wait for who waits for it
        await world.connection.execute("select from match where id = $1 for update nowait", scene.match.id)
    await other
    assert (await scene.row("match", scene.match.id))["state"] == "ENDED"


async def test_what_was_taken_over_is_handed_over_once_more(world: World) -> None:
    scene = await released(world)
    second, third = await living_in(scene, "Tweede", "Groningen"), await living_in(scene, "Derde", "Assen")
    await ask(scene, second)
    await answer(scene, second, yes=True)
    async with db.transaction(second):
        begun = await actions.note_meeting(second, match_id=scene.match.id)
    async with db.transaction(scene.coordinator):
        assert third.volunteer_id in [each.volunteer.id for each in await near_home(scene.coordinator, begun.id)]
        assert [each.id for each in await queries.matches_outside(scene.coordinator)] == [begun.id]
        assert third.volunteer_id is not None
        await actions.ask_to_take_over(scene.coordinator, match_id=begun.id, volunteer_id=third.volunteer_id)
    assert (await carrying(scene, second), await _in_review(scene)) == (0, [begun.id])
    with pytest.raises(NotAllowedNow):  # nobody said yes; that the first two met says nothing of it
        async with db.transaction(second):
            await actions.note_meeting(second, match_id=begun.id)
    async with db.transaction(third):
        assert [each.first for each in await take_overs(third)] == ["Tweede"]
        await actions.answer_take_over(third, match_id=begun.id, yes=True)
        last = await actions.note_meeting(third, match_id=begun.id)
        assert (await previous_of([last.id]))[last.id].name == "Tweede"
    assert (last.volunteer.id, last.outside_until) == (third.volunteer_id, begun.outside_until)
    assert (await scene.row("match", begun.id))["state"] == "ENDED"
    assert (await carrying(scene, second), await carrying(scene, third)) == (0, 1)


async def test_another_organisation_sees_and_asks_nothing(world: World) -> None:
    scene, other = await released(world), await released(world)
    near = await living_in(other, "Van Hen", "Groningen")
    with pytest.raises(NotAllowedNow):
        await ask(scene, near)
    assert near.volunteer_id is not None
    with pytest.raises(NotFound):
        async with db.transaction(other.coordinator):
            await actions.ask_to_take_over(
                other.coordinator, match_id=scene.match.id, volunteer_id=near.volunteer_id
            )  # fmt: skip
    async with db.transaction(other.coordinator):
        assert await near_home(other.coordinator, scene.match.id) == []
