"""A match ends and the wish stands: the person waits for somebody else, with the days they had waited."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.matching.continuity.scene import Scene, a_scene, in_days, the_clock_goes
from tests.matching.scene import accept, offer
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import NotAllowedNow
from vrijplaats.matching import actions, queries
from vrijplaats.matching.actions.ending import Ended
from vrijplaats.matching.continuity import actions as continuity
from vrijplaats.matching.continuity.rules import DepartureKind
from vrijplaats.matching.leaving import actions as leaving
from vrijplaats.matching.models import MatchEndReason, WishAfterEnd

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


async def _end(scene: Scene, actor: Actor, reason: MatchEndReason = MatchEndReason.NO_CLICK) -> Ended:
    async with db.transaction(actor):
        return await actions.end_match(actor, match_id=scene.match.id, reason=reason, waits_again=True)


async def _after(scene: Scene, actor: Actor) -> WishAfterEnd:
    async with db.transaction(actor, read_only=True):
        view = await queries.match(actor, scene.match.id)
    assert view is not None
    return view.wish_after_end


async def _leaves(scene: Scene) -> None:
    assert scene.volunteer.membership_id is not None
    async with db.transaction(scene.coordinator):
        await leaving.end_membership(scene.coordinator, membership_id=scene.volunteer.membership_id)


def _as_long(since: datetime) -> bool:
    return _WAITED <= clock.now() - since < _WAITED + timedelta(hours=1)


@pytest.mark.parametrize("who", ["volunteer", "coordinator"])
async def test_the_request_is_open_again_with_its_days(world: World, who: str) -> None:
    scene = await _visited(world)
    actor: Actor = getattr(scene, who)
    claimed_by = (await scene.row("visit_request", scene.match.request_id))["claimed_by"]
    assert await _after(scene, actor) is WishAfterEnd.MAY_WAIT
    ended = await _end(scene, actor)
    assert (ended.waits_again, ended.match.state) == (True, "ENDED")
    request = await scene.row("visit_request", scene.match.request_id)
    assert (request["state"], request["ended_at"], request["matched_at"]) == ("OPEN", None, None)
    assert request["claimed_by"] == (claimed_by if who == "volunteer" else scene.coordinator.person_id)
    assert _as_long(request["waiting_since"])
    assert "request.waits_again" in await scene.events()
    assert await scene.name(scene.volunteer, scene.match.detainee_id) is None
    assert await scene.name(scene.coordinator, scene.match.detainee_id) is not None


async def test_somebody_else_can_be_asked_and_win(world: World) -> None:
    scene = await _visited(world)
    await _leaves(scene)
    assert (await scene.row("match", scene.match.id))["state"] == "REVIEW"
    await _end(scene, scene.coordinator, MatchEndReason.VOLUNTEER_WISH)
    near = await world.a_volunteer(scene.organisation, "Fatima Aziz", admitted=[scene.here])
    (asked,) = await offer(scene.coordinator, scene.match.request_id, near)
    assert (await accept(near, asked.id)).volunteer.id == near.volunteer_id


@pytest.mark.parametrize("reason", [MatchEndReason.DETAINEE_WISH, MatchEndReason.RELEASED, MatchEndReason.TRANSFERRED])
async def test_nobody_waits_who_does_not_want_or_is_not_there(world: World, reason: MatchEndReason) -> None:
    scene = await _visited(world)
    with pytest.raises(NotAllowedNow):
        await _end(scene, scene.volunteer, reason)
    assert (await scene.row("match", scene.match.id))["state"] == "ACTIVE"


async def test_after_a_release_was_reported_or_where_nobody_comes_nobody_waits(world: World) -> None:
    free, far = await _visited(world), await _visited(world)
    await free.report(kind=DepartureKind.RELEASE, day=in_days(9))
    await world.connection.execute("delete from organisation_facility where organisation_id = $1", far.organisation)
    for scene in (free, far):
        assert await _after(scene, scene.coordinator) is WishAfterEnd.CLOSES
        with pytest.raises(NotAllowedNow):
            await _end(scene, scene.coordinator)


async def test_a_wish_that_waits_already_has_waited_as_long_and_is_enough(world: World) -> None:
    scene = await _visited(world)
    waits = await world.a_request(scene.here, detainee=scene.match.detainee_id)
    course = await world.a_request(scene.here, detainee=scene.match.detainee_id, activity_kind="COURSE")
    before = (await scene.row("visit_request", course))["waiting_since"]
    assert (await _end(scene, scene.volunteer)).waits_again is True
    assert (await scene.row("visit_request", scene.match.request_id))["state"] == "CLOSED"
    assert _as_long((await scene.row("visit_request", waits))["waiting_since"])
    assert (await scene.row("visit_request", course))["waiting_since"] == before


@pytest.mark.parametrize("who", ["volunteer", "coordinator"])
async def test_a_match_ends_whose_request_waits_with_another_organisation_by_now(world: World, who: str) -> None:
    """Handed over, nobody was found, and the request was given away: what is left of the match can still be ended."""
    scene = await _visited(world)
    elsewhere = await world.an_organisation(facilities=[scene.here])
    await world.connection.execute("update match set state = 'REVIEW' where id = $1", scene.match.id)
    await world.connection.execute(
        "update visit_request set state = 'OPEN', matched_at = null, organisation_id = $2 where id = $1",
        scene.match.request_id, elsewhere,
    )  # fmt: skip
    actor: Actor = getattr(scene, who)
    async with db.transaction(actor):
        ended = await actions.end_match(actor, match_id=scene.match.id, reason=MatchEndReason.OTHER)
    assert (ended.match.state, ended.waits_again) == ("ENDED", False)
    assert (await scene.row("visit_request", scene.match.request_id))["state"] == "OPEN"


async def test_nobody_is_asked_any_more_for_who_wants_nobody(world: World) -> None:
    """Somebody else was looked for already, and then the person wanted no visits any more (docs/decisions/0021)."""
    scene = await _visited(world)
    request = scene.match.request_id
    await world.connection.execute("update match set state = 'REVIEW' where id = $1", scene.match.id)
    await world.connection.execute("update visit_request set state = 'OPEN', matched_at = null where id = $1", request)
    near = await world.a_volunteer(scene.organisation, "Fatima Aziz", admitted=[scene.here])
    (asked,) = await offer(scene.coordinator, request, near)
    async with db.transaction(scene.volunteer):
        reason = MatchEndReason.DETAINEE_WISH
        ended = await actions.end_match(scene.volunteer, match_id=scene.match.id, reason=reason)
    assert ended.waits_again is False
    assert (await scene.row("visit_request", request))["state"] == "CLOSED"
    assert (await scene.row("offer", asked.id))["state"] == "WITHDRAWN"
    events = await scene.events()
    assert "match.ended" in events and "offer.withdrawn" in events and "request.waits_again" not in events


async def test_a_stranger_gives_no_days(world: World) -> None:
    scene = await _visited(world)
    waits = await world.a_request(scene.here, detainee=scene.match.detainee_id)
    before = (await scene.row("visit_request", waits))["waiting_since"]
    colleague = await world.a_volunteer(scene.organisation)
    stranger = await world.a_coordinator(await world.an_organisation(facilities=[scene.here]))
    for actor in (colleague, stranger, scene.staff):
        async with db.transaction(actor):
            assert await db.fetch_value("select another_waits($1, $2)", scene.match.id, clock.now()) is False
    assert (await scene.row("visit_request", waits))["waiting_since"] == before


async def test_a_wish_that_waits_goes_along_to_the_next_prison(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = await _visited(world)
    await scene.report(day=in_days(5))
    await _leaves(scene)
    await _end(scene, scene.coordinator, MatchEndReason.VOLUNTEER_WISH)
    noon = clock.now() + timedelta(days=5)
    monkeypatch.setattr(clock, "now", lambda: noon)
    await the_clock_goes()
    request = await scene.row("visit_request", scene.match.request_id)
    assert (request["state"], request["facility_id"]) == ("OPEN", scene.there)


@pytest.mark.parametrize("kind", list(DepartureKind))
async def test_who_leaves_does_not_go_along_though_that_was_chosen_before(
    world: World, monkeypatch: pytest.MonkeyPatch, kind: DepartureKind
) -> None:
    scene = await _visited(world)
    await scene.report(kind=kind, day=in_days(5))
    choose = continuity.keep_match if kind is DepartureKind.TRANSFER else continuity.taper_match
    async with db.transaction(scene.coordinator):
        await choose(scene.coordinator, match_id=scene.match.id)
    await _leaves(scene)
    requested = "select count(*) from admission where volunteer_id = $1 and state = 'REQUESTED'"
    assert await world.value(requested, scene.match_volunteer) == 0
    with pytest.raises(NotAllowedNow):
        async with db.transaction(scene.coordinator):
            await choose(scene.coordinator, match_id=scene.match.id)
    noon = clock.now() + timedelta(days=5)
    monkeypatch.setattr(clock, "now", lambda: noon)
    await the_clock_goes()
    assert (await scene.row("match", scene.match.id))["state"] == "REVIEW"
