"""A match ends: the name closes again, there is room for somebody else, and nobody waits at the gate for nothing."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tests.matching.scene import a_scene
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, NotAllowedNow, NotFound
from vrijplaats.matching import actions, queries
from vrijplaats.matching.models import MatchEndReason, MatchState

pytestmark = pytest.mark.usefixtures("db")


async def _end(
    actor: Actor, match_id: UUID, reason: MatchEndReason = MatchEndReason.VOLUNTEER_WISH
) -> queries.MatchView:
    async with db.transaction(actor):
        return (await actions.end_match(actor, match_id=match_id, reason=reason)).match


async def test_an_ended_match_leaves_room_and_no_name(world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer(capacity=1)
    match = await world.a_match(volunteer, scene.facility)
    view = await _end(volunteer, match.id, MatchEndReason.RELEASED)
    assert (view.state, view.ended_on, view.end_reason) == (MatchState.ENDED, clock.today(), MatchEndReason.RELEASED)
    assert await scene.carrying(volunteer) == 0
    for actor in (volunteer, scene.coordinator):
        async with db.transaction(actor):
            assert await queries.given_names(actor, [match.detainee_id]) == {}
    assert await scene.verbs() == ["match.end"]


async def test_planned_visits_are_called_off_and_give_back_time_and_place(world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer()
    match = await world.a_match(volunteer, scene.facility)
    slot = await world.a_visiting_slot(scene.facility, weekday=1)
    day = clock.today() + timedelta(days=7)
    place = await world.insert(
        "slot_place",
        facility_id=scene.facility,
        slot_id=slot,
        capacity=5,
        day=day,
        number=1,
        organisation_id=scene.organisation,
    )
    ahead = await world.a_visit(match, clock.now() + timedelta(days=7), state="PROPOSED", slot_place_id=place)
    past = await world.a_visit(match, clock.now() - timedelta(days=7))
    now = await world.a_visit(match, clock.now() - timedelta(minutes=10))
    await _end(scene.coordinator, match.id, MatchEndReason.TRANSFERRED)
    row = (await world.rows("select * from visit where id = $1", ahead.id))[0]
    assert (row["state"], row["cancel_side"], row["cancel_cause"]) == ("CANCELLED", "DETAINEE", "TRANSFERRED")
    assert await world.value("select live from presence where id = $1", row["presence_id"]) is False
    assert await world.value("select count(*) from slot_place where id = $1", place) == 0
    assert [await scene.state_of("visit", each.id) for each in (past, now)] == ["CONFIRMED", "CONFIRMED"]
    (told,) = await scene.told("visit.cancelled")
    assert (told["recipients"], json.loads(told["payload"])) == ([], {"visit": str(ahead.id), "audience": "STAFF"})


async def test_the_other_side_and_the_facility_hear_it(world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer()
    await _end(scene.coordinator, (await world.a_match(volunteer, scene.facility)).id)
    to_volunteer, to_staff = await scene.told("match.ended")
    assert to_volunteer["recipients"] == [volunteer.person_id]
    assert '"audience": "staff"' in to_staff["payload"]


async def test_a_match_ends_once(world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer()
    match = await world.a_match(volunteer, scene.facility)
    await _end(volunteer, match.id)
    with pytest.raises(NotAllowedNow) as caught:
        await _end(scene.coordinator, match.id)
    assert caught.value.message("en") == "No longer possible: the match has already ended."
    assert await scene.carrying(volunteer) == 0


async def test_a_match_of_somebody_else_does_not_exist(world: World) -> None:
    ours, theirs = await a_scene(world), await a_scene(world)
    match = await world.a_match(await theirs.a_volunteer(), theirs.facility)
    colleagues = await world.a_match(await ours.a_volunteer(), ours.facility)
    volunteer = await ours.a_volunteer()
    for actor, match_id in ((ours.coordinator, match.id), (volunteer, colleagues.id), (volunteer, uuid4())):
        with pytest.raises(NotFound):
            await _end(actor, match_id)
        async with db.transaction(actor):
            assert await queries.match(actor, match_id) is None
    with pytest.raises(Forbidden):
        await _end(await world.a_staff_member(ours.facility), colleagues.id)


async def test_a_match_is_found_however_far_down(world: World) -> None:
    scene = await a_scene(world)
    rene = await scene.a_volunteer(name="Réné Martina")
    sought = await world.a_match(rene, scene.facility)
    others = await scene.a_volunteer(capacity=9)
    for _ in range(3):
        await world.a_match(others, scene.facility)
    pseudonym = await world.value("select pseudonym from match where id = $1", sought.id)
    name = await world.value("select name from facility where id = $1", scene.facility)
    async with db.transaction(scene.coordinator):
        for search in ("rene", " MARTINA réné ", pseudonym.lower(), f"martina {name}", "rené " + "martina " * 2000):
            views, total = await queries.organisation_matches(scene.coordinator, most=2, after=None, search=search)
            assert ([view.id for view in views], total) == ([sought.id], 1), search
        for search in ("martina nergens", "%", "_", "\\"):
            assert (await queries.organisation_matches(scene.coordinator, most=2, after=None, search=search))[1] == 0


async def test_matches_come_by_page_newest_first(world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer(capacity=9)
    ids = [(await world.a_match(volunteer, scene.facility)).id for _ in range(5)]
    async with db.transaction(scene.coordinator):
        page, total = await queries.organisation_matches(scene.coordinator, most=3, after=None)
        rest, _ = await queries.organisation_matches(scene.coordinator, most=3, after=page[-1].id)
    assert [view.id for view in (*page, *rest)] == ids[::-1]
    assert total == 5
    async with db.transaction(volunteer):
        assert [view.id for view in await queries.my_matches(volunteer)] == ids[::-1]
