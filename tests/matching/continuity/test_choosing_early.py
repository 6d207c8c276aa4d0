"""It is chosen from the report on, and comes to be on the day."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from tests.matching.continuity.scene import Scene, a_scene, in_days, the_clock_goes
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.errors import NotAllowedNow
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.continuity.rules import DepartureKind

pytestmark = pytest.mark.usefixtures("db")
_AHEAD = 5


async def _keep(scene: Scene) -> None:
    async with db.transaction(scene.coordinator):
        await actions.keep_match(scene.coordinator, match_id=scene.match.id)


async def _hand_over(scene: Scene) -> None:
    async with db.transaction(scene.coordinator):
        await actions.hand_over_match(scene.coordinator, match_id=scene.match.id, together=True)


async def _taper(scene: Scene) -> None:
    async with db.transaction(scene.coordinator):
        await actions.taper_match(scene.coordinator, match_id=scene.match.id)


async def _the_day_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    began = clock.now()
    monkeypatch.setattr(clock, "now", lambda: began + timedelta(days=_AHEAD))
    await the_clock_goes()


async def _carrying(scene: Scene) -> object:
    return await scene.world.value("select carrying from volunteer where id = $1", scene.volunteer.volunteer_id)


async def test_admission_is_asked_for_at_once_and_the_match_goes_on_from_the_day(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = await a_scene(world)
    await scene.report(day=in_days(_AHEAD))
    await _keep(scene)
    asked = "select facility_id from admission where volunteer_id = $1 and state = 'REQUESTED'"
    assert await world.value(asked, scene.volunteer.volunteer_id) == scene.there
    match = await scene.row("match", scene.match.id)
    assert (match["state"], match["facility_id"]) == ("REVIEW", scene.here)
    await _the_day_comes(monkeypatch)
    match = await scene.row("match", scene.match.id)
    assert (match["state"], match["facility_id"], match["outside_until"]) == ("ACTIVE", scene.there, None)
    assert "match.moved" not in await scene.events()  # nobody is asked what they chose already
    assert await _carrying(scene) == 1
    with pytest.raises(NotAllowedNow):  # from the day on a choice stands
        await _hand_over(scene)


@pytest.mark.parametrize("early", [True, False])
@pytest.mark.parametrize("choose", [_keep, _hand_over, _taper])
async def test_with_the_day_and_the_choice_the_rhythm_of_before_ends(
    world: World, monkeypatch: pytest.MonkeyPatch, choose: Callable[[Scene], Awaitable[None]], early: bool
) -> None:
    scene = await a_scene(world)
    series = await world.a_series(scene.match, clock.now() + timedelta(days=30))
    kind = DepartureKind.RELEASE if choose is _taper else DepartureKind.TRANSFER
    await scene.report(kind=kind, day=in_days(_AHEAD))
    if early:
        await choose(scene)
        assert (await scene.row("series", series))["end_reason"] is None
    await _the_day_comes(monkeypatch)
    if not early:
        assert (await scene.row("series", series))["end_reason"] is None
        await choose(scene)
    assert (await scene.row("series", series))["end_reason"] == "MATCH_ENDED"


async def test_until_the_day_it_is_chosen_anew_and_the_last_one_counts(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = await a_scene(world)
    await scene.report(day=in_days(_AHEAD))
    await _keep(scene)
    await _hand_over(scene)
    assert (await scene.row("visit_request", scene.match.request_id))["state"] == "MATCHED"
    assert await _carrying(scene) == 1
    await _the_day_comes(monkeypatch)
    request = await scene.row("visit_request", scene.match.request_id)
    chosen_by = scene.coordinator.person_id
    assert (request["state"], request["facility_id"], request["claimed_by"]) == ("OPEN", scene.there, chosen_by)
    assert (await scene.row("match", scene.match.id))["state"] == "REVIEW"
    assert await _carrying(scene) == 0


async def test_the_days_of_the_visits_are_not_days_of_waiting(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = await a_scene(world)
    found = clock.now() - timedelta(days=730)
    await world.connection.execute(
        "update visit_request set waiting_since = $2, matched_at = $3 where id = $1",
        scene.match.request_id, found - timedelta(days=41), found,
    )  # fmt: skip
    await scene.report(day=in_days(_AHEAD))
    await _hand_over(scene)
    await _the_day_comes(monkeypatch)
    request = await scene.row("visit_request", scene.match.request_id)
    assert (request["state"], request["matched_at"]) == ("OPEN", None)
    assert 40 <= (clock.now() - request["waiting_since"]).days <= 41


async def test_when_they_asked_anew_there_meanwhile_that_is_the_wish_that_waits(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = await a_scene(world)
    reported = await scene.report(day=in_days(_AHEAD))
    await _hand_over(scene)
    # the new prison knows them by the name that goes along
    sql = "select to_fingerprint from departure_key where departure_id = $1"
    known = await world.a_detainee(scene.there)
    await world.connection.execute(
        "update detainee set fingerprint = $2 where id = $1", known, await world.value(sql, reported.id)
    )
    waits = await world.a_request(scene.there, detainee=known)
    await _the_day_comes(monkeypatch)
    match = await scene.row("match", scene.match.id)
    assert (match["state"], match["end_reason"], match["detainee_id"]) == ("ENDED", "TRANSFERRED", known)
    request = await scene.row("visit_request", scene.match.request_id)
    assert (request["state"], request["end_reason"]) == ("CLOSED", "MATCH_ENDED")
    assert (await scene.row("visit_request", waits))["state"] == "OPEN"
    assert await _carrying(scene) == 0
    sql = "select payload ->> 'audience' as whom from outbox where event = 'match.ended' and facility_id = $1"
    told = await world.rows(sql, scene.there)
    assert sorted(each["whom"] for each in told) == ["coordinators", "volunteer"]


async def test_half_a_year_outside_begins_on_the_day_of_the_release(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = await a_scene(world)
    await scene.report(kind=DepartureKind.RELEASE, day=in_days(_AHEAD))
    async with db.transaction(scene.coordinator):
        early = await actions.taper_match(scene.coordinator, match_id=scene.match.id)
    assert (early.state, early.outside_until) == ("REVIEW", None)
    until = in_days(_AHEAD + 183)
    await _the_day_comes(monkeypatch)
    match = await scene.row("match", scene.match.id)
    assert (match["state"], match["outside_until"]) == ("ACTIVE", until)


async def test_a_mistake_is_taken_back_although_it_was_chosen_how_to_go_on(world: World) -> None:
    scene = await a_scene(world)
    reported = await scene.report(day=in_days(_AHEAD))
    await _keep(scene)
    await scene.undo(reported.id)
    assert (await scene.row("match", scene.match.id))["state"] == "ACTIVE"
    assert await world.value("select count(*) from match_review where match_id = $1", scene.match.id) == 0
