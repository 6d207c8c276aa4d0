"""Somebody says yes between the report that a person leaves and the day: that match is looked at from the start."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from tests.matching.continuity.scene import Scene, a_scene, in_days, the_clock_goes
from tests.matching.scene import accept, offer
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.matching import queries
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.continuity.rules import DepartureKind
from vrijplaats.matching.models import MatchState

pytestmark = pytest.mark.usefixtures("db")
_AHEAD = 5


async def _asked(world: World) -> tuple[Scene, UUID, Actor, UUID]:
    """Whoever is visited already has a course in mind as well, and somebody was asked for that."""
    scene = await a_scene(world)
    near = await world.a_volunteer(scene.organisation, "Fatima Aziz", admitted=[scene.here], kinds=["COURSE"])
    request = await world.a_request(
        scene.here, scene.organisation, detainee=scene.match.detainee_id, activity_kind="COURSE"
    )
    (live,) = await offer(scene.coordinator, request, near)
    return scene, request, near, live.id


async def _choose_taper(scene: Scene, match_id: UUID) -> None:
    async with db.transaction(scene.coordinator):
        await actions.taper_match(scene.coordinator, match_id=match_id)


async def test_it_is_looked_at_both_hear_it_and_a_choice_holds(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    scene, _, near, offered = await _asked(world)
    await scene.report(kind=DepartureKind.RELEASE, day=in_days(_AHEAD))
    told = (await scene.events()).count("match.departure")
    match = await accept(near, offered)
    assert match.state is MatchState.REVIEW
    assert (await scene.events()).count("match.departure") == told + 2
    await _choose_taper(scene, match.id)
    began = clock.now()
    monkeypatch.setattr(clock, "now", lambda: began + timedelta(days=_AHEAD))
    await the_clock_goes()
    kept = await scene.row("match", match.id)
    assert (kept["state"], kept["outside_until"] is not None) == ("ACTIVE", True)


async def test_without_a_choice_it_waits_for_one_after_the_day(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    scene, _, near, offered = await _asked(world)
    await scene.report(kind=DepartureKind.RELEASE, day=in_days(_AHEAD))
    match = await accept(near, offered)
    began = clock.now()
    monkeypatch.setattr(clock, "now", lambda: began + timedelta(days=_AHEAD))
    await the_clock_goes()
    async with db.transaction(scene.coordinator, read_only=True):
        waiting = {each.id for each in await queries.matches_in_review(scene.coordinator)}
    assert match.id in waiting


async def test_a_report_that_is_taken_back_leaves_it_running(world: World) -> None:
    scene, _, near, offered = await _asked(world)
    reported = await scene.report(day=in_days(_AHEAD))
    match = await accept(near, offered)
    await scene.undo(reported.id)
    assert (await scene.row("match", match.id))["state"] == "ACTIVE"


async def test_what_was_reported_and_taken_back_or_of_somebody_else_is_no_reason(world: World) -> None:
    scene, _, near, offered = await _asked(world)
    await scene.undo((await scene.report(day=in_days(_AHEAD))).id)
    other = await world.a_request(scene.here)
    await scene.report(other, day=in_days(_AHEAD))
    assert (await accept(near, offered)).state is MatchState.ACTIVE


async def test_a_yes_and_a_report_at_one_moment_never_miss_each_other(world: World) -> None:
    scene, _, near, offered = await _asked(world)
    match, reported = await asyncio.gather(accept(near, offered), scene.report(day=in_days(_AHEAD)))
    looked_at = "select count(*) from match_review where match_id = $1 and departure_id = $2"
    assert await world.value(looked_at, match.id, reported.id) == 1
    assert (await scene.row("match", match.id))["state"] == "REVIEW"
