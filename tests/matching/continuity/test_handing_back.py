"""The organisation does not come to the new prison: the wish goes to whoever does, and the match ends."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.matching.continuity.scene import Scene, a_scene, in_days, the_clock_goes
from tests.matching.scene import accept, offer
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import NotAllowedNow
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.continuity.rules import DepartureKind, Report
from vrijplaats.matching.queries import match as match_of
from vrijplaats.requests.actions import claim_request
from vrijplaats.requests.queries import RequestView, visit_request

pytestmark = pytest.mark.usefixtures("db")


async def _not_there(world: World) -> Scene:
    scene = await a_scene(world)
    await world.connection.execute(
        "delete from organisation_facility where organisation_id = $1 and facility_id = $2",
        scene.organisation, scene.there,
    )  # fmt: skip
    found = clock.now() - timedelta(days=730)
    await world.connection.execute(
        "update visit_request set note = 'Liefst op zaterdag', waiting_since = $2, matched_at = $3 where id = $1",
        scene.match.request_id, found - timedelta(days=41), found,
    )  # fmt: skip
    return scene


async def _hand_back(scene: Scene) -> None:
    async with db.transaction(scene.coordinator):
        await actions.hand_back_match(scene.coordinator, match_id=scene.match.id)


async def _anew(scene: Scene) -> dict[str, Any]:
    """The one wish that waits for the person, wherever they are now."""
    sql = """
        select r.* from visit_request r
        where r.facility_id = any ($1) and r.state in ('OPEN', 'OFFERED')
    """
    (row,) = await scene.world.rows(sql, [scene.here, scene.there])
    return row


async def _seen(scene: Scene, actor: Actor, request: UUID) -> RequestView | None:
    async with db.transaction(actor, read_only=True):
        return await visit_request(actor, request)


def _about_as_long_as_it_had(waiting_since: datetime) -> bool:
    """Before somebody was found; two years of visits are no waiting. The clock may have changed in between."""
    return 40 <= (clock.now() - waiting_since).days <= 41


async def _waits_there(scene: Scene) -> None:
    match = await scene.row("match", scene.match.id)
    assert (match["state"], match["end_reason"]) == ("ENDED", "TRANSFERRED")
    assert await scene.world.value("select carrying from volunteer where id = $1", scene.match_volunteer) == 0
    old = await scene.row("visit_request", scene.match.request_id)
    assert (old["state"], old["end_reason"], old["organisation_id"]) == ("CLOSED", "MATCH_ENDED", scene.organisation)
    request = await _anew(scene)
    nobodys = ("state", "facility_id", "organisation_id", "claimed_by", "claimed_at", "matched_at", "ended_at")
    assert tuple(request[name] for name in nobodys) == ("OPEN", scene.there, None, None, None, None, None)
    wish = ("detainee_id", "pseudonym", "activity_kind", "languages", "volunteer_gender", "consent_at", "requested_by")
    assert [request[name] for name in wish] == [old[name] for name in wish]
    # what was noted goes along, and does not stay behind as well
    assert (request["note"], old["note"]) == ("Liefst op zaterdag", None)
    assert _about_as_long_as_it_had(request["waiting_since"])


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
    assert await _seen(scene, coordinator, scene.match.request_id) is None
    await _hand_back(scene)
    await _waits_there(scene)
    assert await _everybody_heard(scene)
    anew = (await _anew(scene))["id"]
    assert await _seen(scene, coordinator, scene.match.request_id) is None
    seen = await _seen(scene, coordinator, anew)
    like = await _seen(scene, coordinator, await world.a_request(scene.there))
    assert seen is not None and like is not None
    # nothing but what stands there of any wish: not whose it was, nor that there was a match
    for name in ("state", "organisation", "live_offers", "declined_offers", "silent_offers"):
        assert getattr(seen, name) == getattr(like, name)
    assert 40 <= seen.waiting_days <= 42
    assert await _seen(scene, scene.coordinator, anew) is None
    assert await scene.name(scene.coordinator, seen.detainee_id) is None
    assert await scene.name(scene.volunteer, seen.detainee_id) is None
    async with db.transaction(coordinator):
        await claim_request(coordinator, request_id=anew)
        assert await db.fetch_value("select count(*) from match") == 0
        assert await db.fetch_value("select count(*) from visit where id = $1", past.id) == 0
    (asked,) = await offer(coordinator, anew, near)
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
    events = await scene.events()
    assert (events.count("match.ended"), events.count("match.moved")) == (2, 0)  # the volunteer and the coordinators
    with pytest.raises(NotAllowedNow):  # somebody acted on it
        await scene.undo(reported.id)


async def test_where_the_person_goes_after_that_is_not_theirs_to_know(world: World) -> None:
    scene = await _not_there(world)
    await scene.report()
    await the_clock_goes()
    await _hand_back(scene)
    before = [await scene.row("match", scene.match.id), await scene.row("visit_request", scene.match.request_id)]
    others = await world.an_organisation(facilities=[scene.there])
    near = await world.a_volunteer(others, "Fatima Aziz", admitted=[scene.there])
    anew = (await _anew(scene))["id"]
    coordinator = await world.a_coordinator(others)
    async with db.transaction(coordinator):
        await claim_request(coordinator, request_id=anew)
    (asked,) = await offer(coordinator, anew, near)
    won = await accept(near, asked.id)
    further = await world.a_facility("Vught")
    report = Report(kind=DepartureKind.TRANSFER, day=clock.today(), to_facility_id=further)
    async with db.transaction(scene.staff_there):
        await actions.report_departure(scene.staff_there, request_id=anew, report=report)
    await the_clock_goes()
    assert (await scene.row("match", won.id))["facility_id"] == further
    after = [await scene.row("match", scene.match.id), await scene.row("visit_request", scene.match.request_id)]
    assert after == before
    async with db.transaction(scene.coordinator, read_only=True):
        match = await match_of(scene.coordinator, scene.match.id)
    assert match is not None and match.facility.id == scene.there


async def test_who_asked_anew_there_waits_as_long(world: World) -> None:
    scene = await _not_there(world)
    await scene.report()
    await the_clock_goes()
    moved = await scene.row("visit_request", scene.match.request_id)
    anew = await world.a_request(scene.there, detainee=moved["detainee_id"])
    await _hand_back(scene)
    assert (await scene.row("visit_request", scene.match.request_id))["state"] == "CLOSED"
    assert _about_as_long_as_it_had((await scene.row("visit_request", anew))["waiting_since"])
    assert not await _everybody_heard(scene)


async def test_what_waits_for_one_person_is_held_in_one_order(world: World) -> None:
    scene = await _not_there(world)
    await scene.report()
    await the_clock_goes()
    first = UUID(int=uuid4().int >> 16)  # before any that is made now
    person = await scene.detainee()
    await world.a_request(scene.there, detainee=person, id=first, activity_kind="COURSE")
    hold = "select from visit_request where id = $1 for update nowait"
    async with asyncio.timeout(30), asyncio.TaskGroup() as both, world.connection.transaction():
        await world.connection.execute(hold, first)  # as a departure would: one after the other
        handing = both.create_task(_hand_back(scene))
        while not handing.done() and not await world.somebody_waits():
            await asyncio.sleep(0.02)
        assert not handing.done()  # it waits, and holds nothing yet that whoever goes before it needs
        await world.connection.execute(hold, scene.match.request_id)
    assert (await scene.row("match", scene.match.id))["state"] == "ENDED"


async def test_who_does_come_there_hands_over_instead(world: World) -> None:
    scene = await a_scene(world)
    await scene.report()
    await the_clock_goes()
    with pytest.raises(NotAllowedNow):
        await _hand_back(scene)
