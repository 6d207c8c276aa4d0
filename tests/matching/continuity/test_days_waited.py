"""When a wish waits at the next prison already, that one has waited as long as the one that ends because of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.matching.continuity.scene import Scene, a_scene, in_days, the_clock_goes
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.matching import actions as matching
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.models import MatchEndReason

pytestmark = pytest.mark.usefixtures("db")
_WAITED = timedelta(days=41)


async def _visited(world: World) -> Scene:
    """They waited 41 days, and were visited for two years."""
    scene, found = await a_scene(world), clock.now() - timedelta(days=730)
    await world.connection.execute(
        "update visit_request set waiting_since = $2, matched_at = $3 where id = $1",
        scene.match.request_id, found - _WAITED, found,
    )  # fmt: skip
    return scene


async def _waits_there(scene: Scene, departure: UUID, **columns: Any) -> UUID:
    """The next prison knows them by the name that goes along, and asked anew for them."""
    known = await scene.world.a_detainee(scene.there)
    sql = "update detainee d set fingerprint = k.to_fingerprint from departure_key k"
    await scene.world.connection.execute(f"{sql} where d.id = $1 and k.departure_id = $2", known, departure)
    return await scene.world.a_request(scene.there, detainee=known, **columns)


async def _since(scene: Scene, request: UUID) -> datetime:
    found: datetime = (await scene.row("visit_request", request))["waiting_since"]
    return found


def _as_long(since: datetime) -> bool:
    return _WAITED <= clock.now() - since < _WAITED + timedelta(hours=1)


async def test_handed_over_beforehand(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = await _visited(world)
    reported = await scene.report(day=in_days(5))
    async with db.transaction(scene.coordinator):
        await actions.hand_over_match(scene.coordinator, match_id=scene.match.id, together=False)
    waits = await _waits_there(scene, reported.id)
    course = await world.a_request(scene.there, detainee=(await scene.row("visit_request", waits))["detainee_id"],
        activity_kind="COURSE")  # fmt: skip
    before, noon = await _since(scene, course), clock.now() + timedelta(days=5)
    monkeypatch.setattr(clock, "now", lambda: noon)
    await the_clock_goes()
    assert (await scene.row("match", scene.match.id))["state"] == "ENDED"
    assert _as_long(await _since(scene, waits))
    assert await _since(scene, course) == before  # that is another wish


@pytest.mark.parametrize("reason", [MatchEndReason.TRANSFERRED, MatchEndReason.DETAINEE_WISH])
async def test_ended_because_of_the_transfer(world: World, reason: MatchEndReason) -> None:
    scene = await _visited(world)
    waits = await _waits_there(scene, (await scene.report()).id)
    before = await _since(scene, waits)
    await the_clock_goes()
    async with db.transaction(scene.volunteer):
        await matching.end_match(scene.volunteer, match_id=scene.match.id, reason=reason)
    if reason is MatchEndReason.TRANSFERRED:
        assert _as_long(await _since(scene, waits))
    else:
        assert await _since(scene, waits) == before


async def test_a_match_that_nobody_reported_gives_no_days(world: World) -> None:
    scene = await _visited(world)
    waits = await world.a_request(scene.here, detainee=scene.match.detainee_id)
    before = await _since(scene, waits)
    async with db.transaction(scene.volunteer):
        await matching.end_match(
            scene.volunteer, match_id=scene.match.id, reason=MatchEndReason.TRANSFERRED
        )  # fmt: skip
    assert await _since(scene, waits) == before


async def test_a_wish_for_which_nobody_was_found_yet_and_the_report_is_taken_back(world: World) -> None:
    scene = await a_scene(world)
    wish = await world.a_request(scene.here, detainee=scene.match.detainee_id, activity_kind="COURSE")
    long_ago = clock.now() - _WAITED
    await world.connection.execute("update visit_request set waiting_since = $2 where id = $1", wish, long_ago)
    reported = await scene.report()
    waits = await _waits_there(scene, reported.id, activity_kind="COURSE")
    before = [await scene.row("visit_request", each) for each in (wish, waits)]
    await the_clock_goes()
    assert (await scene.row("visit_request", wish))["state"] == "WITHDRAWN"
    assert await _since(scene, waits) == long_ago
    await scene.undo(reported.id)
    assert [await scene.row("visit_request", each) for each in (wish, waits)] == before
