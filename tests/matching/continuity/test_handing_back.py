"""The organisation does not come to the new prison: the wish goes to whoever does, and the match ends."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.matching.continuity.scene import Scene, a_scene, in_days, the_clock_goes
from tests.matching.scene import accept, offer
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import NotAllowedNow
from vrijplaats.matching.continuity import actions
from vrijplaats.requests.actions import claim_request
from vrijplaats.requests.queries import RequestView, visit_request

pytestmark = pytest.mark.usefixtures("db")


async def _not_there(world: World) -> Scene:
    scene = await a_scene(world)
    await world.connection.execute(
        "delete from organisation_facility where organisation_id = $1 and facility_id = $2",
        scene.organisation, scene.there,
    )  # fmt: skip
    await world.connection.execute(
        "update visit_request set waiting_since = $2, matched_at = $2 where id = $1",
        scene.match.request_id, clock.now() - timedelta(days=41),  # a day more: the clock changed in between, or will
    )  # fmt: skip
    return scene


async def _hand_back(scene: Scene) -> None:
    async with db.transaction(scene.coordinator):
        await actions.hand_back_match(scene.coordinator, match_id=scene.match.id)


async def _seen(scene: Scene, actor: Actor) -> RequestView | None:
    async with db.transaction(actor, read_only=True):
        return await visit_request(actor, scene.match.request_id)


async def _waits_there(scene: Scene) -> None:
    match = await scene.row("match", scene.match.id)
    assert (match["state"], match["end_reason"]) == ("ENDED", "TRANSFERRED")
    assert await scene.world.value("select carrying from volunteer where id = $1", scene.match_volunteer) == 0
    request = await scene.row("visit_request", scene.match.request_id)
    kept = ("state", "facility_id", "organisation_id", "claimed_by", "matched_at")
    assert tuple(request[name] for name in kept) == ("OPEN", scene.there, None, None, None)
    assert (clock.now() - request["waiting_since"]).days >= 40


async def _everybody_heard(scene: Scene) -> bool:
    told = await scene.world.rows(
        "select organisation_id, payload from outbox where event = 'request.made' and facility_id = $1", scene.there
    )
    return any(each["organisation_id"] is None and str(scene.organisation) not in str(each) for each in told)


async def test_who_does_come_there_finds_it_with_the_days_it_waited(world: World) -> None:
    scene = await _not_there(world)
    past = await world.a_visit(scene.match, clock.now() - timedelta(days=9), state="LOGGED")
    await scene.report()
    await the_clock_goes()
    others = await world.an_organisation(facilities=[scene.there])
    coordinator = await world.a_coordinator(others)
    near = await world.a_volunteer(others, "Fatima Aziz", admitted=[scene.there])
    assert await _seen(scene, coordinator) is None
    await _hand_back(scene)
    await _waits_there(scene)
    assert await _everybody_heard(scene)
    seen = await _seen(scene, coordinator)
    fresh = await world.a_request(scene.there)
    async with db.transaction(coordinator, read_only=True):
        like = await visit_request(coordinator, fresh)
    assert seen is not None and like is not None
    # nothing but what stands there of any wish: not whose it was, nor that there was a match
    for name in ("state", "organisation", "live_offers", "declined_offers", "silent_offers"):
        assert getattr(seen, name) == getattr(like, name)
    assert seen.waiting_days >= 40
    assert await _seen(scene, scene.coordinator) is None
    assert await scene.name(scene.coordinator, seen.detainee_id) is None
    assert await scene.name(scene.volunteer, seen.detainee_id) is None
    async with db.transaction(coordinator):
        await claim_request(coordinator, request_id=scene.match.request_id)
        assert await db.fetch_value("select count(*) from match") == 0
        assert await db.fetch_value("select count(*) from visit where id = $1", past.id) == 0
    (asked,) = await offer(coordinator, scene.match.request_id, near)
    won = await accept(near, asked.id)
    assert (won.organisation.id, won.facility.id) == (others, scene.there)


async def test_it_is_chosen_before_the_day_and_done_on_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = await _not_there(world)
    reported = await scene.report(day=in_days(5))
    await _hand_back(scene)
    assert (await scene.row("match", scene.match.id))["state"] == "REVIEW"
    await scene.undo(reported.id)  # taken back like any other choice
    assert (await scene.row("match", scene.match.id))["state"] == "ACTIVE"
    reported = await scene.report(day=in_days(5))
    await _hand_back(scene)
    noon = clock.midnight(in_days(5)) + timedelta(hours=12)
    monkeypatch.setattr(clock, "now", lambda: noon)
    await the_clock_goes()
    await _waits_there(scene)
    assert await _everybody_heard(scene)
    with pytest.raises(NotAllowedNow):  # somebody acted on it
        await scene.undo(reported.id)


async def test_who_asked_anew_there_waits_as_long(world: World) -> None:
    scene = await _not_there(world)
    await scene.report()
    await the_clock_goes()
    moved = await scene.row("visit_request", scene.match.request_id)
    anew = await world.a_request(scene.there, detainee=moved["detainee_id"])
    await _hand_back(scene)
    assert (await scene.row("visit_request", scene.match.request_id))["state"] == "CLOSED"
    assert (await scene.row("visit_request", anew))["waiting_since"] == moved["waiting_since"]
    assert not await _everybody_heard(scene)


async def test_who_does_come_there_hands_over_instead(world: World) -> None:
    scene = await a_scene(world)
    await scene.report()
    await the_clock_goes()
    with pytest.raises(NotAllowedNow):
        await _hand_back(scene)
