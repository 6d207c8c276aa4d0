"""Handed over after a transfer, and before anybody said yes the person goes to a third prison."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from tests.matching.continuity.scene import Scene, a_scene, the_clock_goes
from tests.matching.scene import accept, offer
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import NotAllowedNow
from vrijplaats.matching import queries
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.continuity.queries import reviews_of
from vrijplaats.matching.continuity.rules import DepartureKind, Report, ReviewChoice

pytestmark = pytest.mark.usefixtures("db")


async def _handed_over(world: World, *, further_active: bool = True) -> tuple[Scene, UUID]:
    """Somebody is looked for at the second prison, and a third one is reported for tomorrow."""
    scene, further = await a_scene(world), await world.a_facility("Vught")
    if further_active:
        await world.insert(
            "organisation_facility", organisation_id=scene.organisation, facility_id=further, active_from=clock.today()
        )
    await scene.report()
    await the_clock_goes()
    async with db.transaction(scene.coordinator):
        await actions.hand_over_match(scene.coordinator, match_id=scene.match.id, together=False)
    report = Report(kind=DepartureKind.TRANSFER, day=clock.today() + timedelta(days=1), to_facility_id=further)
    async with db.transaction(scene.staff_there):
        await actions.report_departure(scene.staff_there, request_id=scene.match.request_id, report=report)
    return scene, further


async def _a_day_later(monkeypatch: pytest.MonkeyPatch) -> None:
    tomorrow = clock.now() + timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: tomorrow)
    await the_clock_goes()


@pytest.mark.parametrize("moved", [False, True])
async def test_nobody_chooses_anew_and_the_request_goes_along(
    world: World, monkeypatch: pytest.MonkeyPatch, moved: bool
) -> None:
    scene, further = await _handed_over(world)
    if moved:
        await _a_day_later(monkeypatch)
    async with db.transaction(scene.coordinator, read_only=True):
        review = (await reviews_of([scene.match.id]))[scene.match.id]
    assert (review.waits, review.choice) == (True, None)
    for choose in (actions.keep_match, actions.hand_back_match):
        with pytest.raises(NotAllowedNow):
            async with db.transaction(scene.coordinator):
                await choose(scene.coordinator, match_id=scene.match.id)
    with pytest.raises(NotAllowedNow):
        async with db.transaction(scene.coordinator):
            await actions.hand_over_match(scene.coordinator, match_id=scene.match.id, together=False)
    if not moved:
        await _a_day_later(monkeypatch)
    # never a match that runs while its request looks for somebody
    rows = [await scene.row("match", scene.match.id), await scene.row("visit_request", scene.match.request_id)]
    assert [(row["state"], row["facility_id"]) for row in rows] == [("REVIEW", further), ("OPEN", further)]
    assert await world.value("select carrying from volunteer where id = $1", scene.match_volunteer) == 0
    near = await world.a_volunteer(scene.organisation, admitted=[further])
    (asked,) = await offer(scene.coordinator, scene.match.request_id, near)
    await accept(near, asked.id)
    assert (await scene.row("match", scene.match.id))["state"] == "ENDED"


async def test_where_the_organisation_does_not_come_the_match_ends_and_the_wish_waits_for_who_does(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene, further = await _handed_over(world, further_active=False)
    await _a_day_later(monkeypatch)
    request = await scene.row("visit_request", scene.match.request_id)
    assert (request["state"], request["facility_id"], request["organisation_id"]) == ("OPEN", further, None)
    match = await scene.row("match", scene.match.id)
    assert (match["state"], match["end_reason"]) == ("ENDED", "TRANSFERRED")
    async with db.transaction(scene.coordinator, read_only=True):
        assert await queries.matches_in_review(scene.coordinator) == []


async def test_after_a_release_they_can_still_meet_outside(world: World) -> None:
    scene = await a_scene(world)
    await scene.report()
    await the_clock_goes()
    async with db.transaction(scene.coordinator):
        await actions.hand_over_match(scene.coordinator, match_id=scene.match.id, together=False)
    report = Report(kind=DepartureKind.RELEASE, day=clock.today())
    async with db.transaction(scene.staff_there):
        await actions.report_departure(scene.staff_there, request_id=scene.match.request_id, report=report)
    await the_clock_goes()
    async with db.transaction(scene.coordinator):
        await actions.taper_match(scene.coordinator, match_id=scene.match.id)
        assert (await reviews_of([scene.match.id]))[scene.match.id].choice is ReviewChoice.TAPER
    assert (await scene.row("match", scene.match.id))["state"] == "ACTIVE"


async def test_a_coordinator_still_knows_who_it_is_for_a_while(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = await a_scene(world)
    called = (await scene.row("match", scene.match.id))["pseudonym"]
    await world.insert("detainee", facility_id=scene.there, pseudonym=called)  # there it is somebody else's
    await scene.report()

    async def formerly(actor: Actor) -> str | None:
        async with db.transaction(actor, read_only=True):
            return (await reviews_of([scene.match.id]))[scene.match.id].formerly

    assert await formerly(scene.coordinator) is None
    await the_clock_goes()
    assert (await scene.row("match", scene.match.id))["pseudonym"] != called
    assert (await formerly(scene.coordinator), await formerly(scene.volunteer)) == (called, None)
    later = clock.now() + timedelta(days=61)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert await formerly(scene.coordinator) is None
