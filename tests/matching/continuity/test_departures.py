"""A prison reports that somebody leaves: visits are called off, wishes go along, and the walls move with the person."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.matching.continuity.scene import a_scene, in_days, the_clock_goes
from tests.requests.scene import Scene as Form
from tests.visits.series.story import FIRST, the_clock_comes_by
from tests.visits.story import MORNING, on
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.errors import DomainError, InvalidInput, NotAllowedNow, NotFound
from vrijplaats.matching.continuity.rules import DepartureKind
from vrijplaats.notices.words import TEXTS
from vrijplaats.requests import queries as requests
from vrijplaats.requests.erasing import erase_detainee
from vrijplaats.requests.rules import ActivityKind

pytestmark = pytest.mark.usefixtures("db")


async def test_a_match_is_looked_at_and_visits_from_that_day_are_off(world: World) -> None:
    scene = await a_scene(world)
    before = await world.a_visit(scene.match, clock.now() + timedelta(days=1))
    after = await world.a_visit(scene.match, clock.now() + timedelta(days=6), state="PROPOSED")
    view = await scene.report(day=in_days(5))
    assert (view.moved, view.to_facility and view.to_facility.id) == (False, scene.there)
    assert (await scene.row("match", scene.match.id))["state"] == "REVIEW"
    assert (await scene.row("visit", before.id))["state"] == "CONFIRMED"
    off = await scene.row("visit", after.id)
    assert (off["state"], off["cancel_side"], off["cancel_cause"]) == ("CANCELLED", "DETAINEE", "TRANSFERRED")
    assert await scene.events() == ["visit.cancelled", "visit.cancelled", "match.departure", "match.departure"]
    await the_clock_goes()  # the day has not come
    assert (await scene.row("match", scene.match.id))["facility_id"] == scene.here
    assert await scene.name(scene.staff, scene.match.detainee_id) is not None


async def test_a_visit_that_is_going_on_is_not_called_off(world: World) -> None:
    scene = await a_scene(world)
    now = await world.a_visit(scene.match, clock.now() - timedelta(minutes=5))
    soon = await world.a_visit(scene.match, clock.now() + timedelta(hours=2))
    await scene.report()
    assert (await scene.row("visit", now.id))["state"] == "CONFIRMED"
    assert (await scene.row("visit", soon.id))["state"] == "CANCELLED"


async def test_on_the_day_the_walls_move_with_the_person(world: World) -> None:
    scene = await a_scene(world)
    past = await world.a_visit(scene.match, clock.now() - timedelta(days=9))
    old = scene.match.detainee_id
    assert await scene.name(scene.staff, old) is not None
    name = await scene.name(scene.volunteer, old)
    await scene.report()
    await the_clock_goes()
    match = await scene.row("match", scene.match.id)
    new = match["detainee_id"]
    assert (match["facility_id"], match["state"], new != old) == (scene.there, "REVIEW", True)
    # the old prison reads neither; its visits stay with it
    assert [await scene.name(scene.staff, each) for each in (old, new)] == [None, None]
    assert (await scene.row("visit", past.id))["facility_id"] == scene.here
    async with db.transaction(scene.staff):
        assert await requests.visit_request(scene.staff, scene.match.request_id) is None
        seen = await db.fetch_value("select count(*) from match where id = $1", scene.match.id)
        assert seen == 0
    # the new one, the volunteer and the coordinator do
    for actor in (scene.staff_there, scene.volunteer, scene.coordinator):
        assert await scene.name(actor, new) == name
    async with db.transaction(scene.staff_there):
        found = await requests.visit_request(scene.staff_there, scene.match.request_id)
        assert found is not None and found.facility.id == scene.there
    assert {"match.moved", "request.arrived"} <= set(await scene.events())


async def test_a_week_later_nobody_can_read_the_name_that_stayed_behind(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = await a_scene(world)
    await scene.report()
    await the_clock_goes()
    keys = "select count(*) from detainee_key where detainee_id = $1"
    assert await world.value(keys, scene.match.detainee_id) == 1
    later = clock.now() + timedelta(days=8)
    monkeypatch.setattr(clock, "now", lambda: later)
    await the_clock_goes()
    assert await world.value(keys, scene.match.detainee_id) == 0
    assert await world.value(keys, await scene.detainee()) == 1


async def test_open_requests_go_along_with_the_organisation_or_to_the_pool(world: World) -> None:
    scene = await a_scene(world)
    elsewhere = await world.an_organisation(facilities=[scene.here])
    person = scene.match.detainee_id
    stays = await world.a_request(scene.here, scene.organisation, detainee=person, activity_kind="COURSE")
    offer = await world.an_offer(stays, scene.volunteer)
    given_up = await world.a_request(scene.here, elsewhere, detainee=person, activity_kind="CHAPLAINCY")
    pool = await world.a_request(scene.here, detainee=person, activity_kind="FAMILY")
    since = (await scene.row("visit_request", stays))["waiting_since"]
    await scene.report()
    await the_clock_goes()
    rows = [await scene.row("visit_request", each) for each in (stays, given_up, pool)]
    assert {row["facility_id"] for row in rows} == {scene.there}
    assert [row["organisation_id"] for row in rows] == [scene.organisation, None, None]
    assert {row["state"] for row in rows} == {"OPEN"} and rows[0]["waiting_since"] == since
    assert (await scene.row("offer", offer))["state"] == "WITHDRAWN"
    assert {row["detainee_id"] for row in rows} == {await scene.detainee()}
    there = await world.rows("select request_id from pool_entry where facility_id = $1", scene.there)
    assert {row["request_id"] for row in there} == {given_up, pool}
    async with db.transaction(scene.coordinator):
        assert await requests.visit_request(scene.coordinator, pool) is not None


async def test_somebody_the_new_prison_knows_already_stays_one_person(world: World) -> None:
    scene = await a_scene(world)
    back = await a_scene(world)
    names = {"given_name": "Ravi", "family_name": "Terug"}
    known = await world.a_detainee(scene.there, **names)
    leaving = await world.a_request(
        scene.here, scene.organisation, detainee=await world.a_detainee(scene.here, **names)
    )
    double = await world.a_request(scene.there, scene.organisation, detainee=known, activity_kind="COURSE")
    await scene.report(leaving)
    await the_clock_goes()
    row = await scene.row("visit_request", leaving)
    assert (row["detainee_id"], row["state"]) == (known, "OPEN")
    assert (await scene.row("visit_request", double))["state"] == "OPEN"
    assert back.match.id != scene.match.id


async def test_after_a_release_the_prison_reads_nothing_and_the_volunteer_goes_on(world: World) -> None:
    scene = await a_scene(world)
    wish = await world.a_request(
        scene.here, scene.organisation, detainee=scene.match.detainee_id, activity_kind="COURSE"
    )
    view = await scene.report(kind=DepartureKind.RELEASE, to_place="zwolle")
    assert (view.to_place, view.to_facility) == ("Zwolle", None)
    await the_clock_goes()
    assert await scene.name(scene.staff, scene.match.detainee_id) is None
    assert await scene.name(scene.volunteer, scene.match.detainee_id) is not None
    row = await scene.row("visit_request", wish)
    assert (row["state"], row["end_reason"]) == ("WITHDRAWN", "RELEASED")
    # who is asked for under the same name later is somebody new
    assert await world.value("select fingerprint from detainee where id = $1", scene.match.detainee_id) is None


@pytest.mark.parametrize("kind", DepartureKind)
@pytest.mark.parametrize("moved", [False, True])
async def test_taken_back_everything_is_as_it_was(world: World, kind: DepartureKind, moved: bool) -> None:
    scene = await a_scene(world)
    person = scene.match.detainee_id
    other = await world.an_organisation(facilities=[scene.here])
    wish = await world.a_request(scene.here, other, detainee=person, activity_kind="COURSE")
    tables = ("match", "visit_request", "detainee", "series")
    series = await world.a_series(scene.match, clock.now() + timedelta(days=30))
    ids = {"match": scene.match.id, "visit_request": wish, "detainee": person, "series": series}
    before = {table: await scene.row(table, ids[table]) for table in tables}
    people = await world.value("select count(*) from detainee where facility_id = $1", scene.there)
    view = await scene.report(kind=kind)
    if moved:
        await the_clock_goes()
        assert await scene.name(scene.staff, person) is None
    await scene.undo(view.id)
    assert {table: await scene.row(table, ids[table]) for table in tables} == before
    assert await scene.name(scene.staff, person) is not None
    assert await scene.name(scene.volunteer, person) is not None
    assert await world.value("select count(*) from detainee where facility_id = $1", scene.there) == people
    with pytest.raises(NotFound):
        await scene.undo(view.id)
    await scene.report(kind=kind)  # and it can be reported again


async def test_taken_back_the_rhythm_goes_on_as_it_was(world: World) -> None:
    with on():
        scene = await a_scene(world)
        series = await world.a_series(scene.match, FIRST)
        await the_clock_comes_by()
        before = await scene.row("series", series)
        view = await scene.report(day=date(2026, 12, 10))
        assert (await scene.days("PROPOSED"), len(await scene.days("CANCELLED"))) == (["12-01"], 3)
    with on(MORNING + timedelta(days=1)):
        await the_clock_comes_by()
        assert await scene.days("PROPOSED") == ["12-01"]  # it rests
        await scene.undo(view.id)
        assert await scene.row("series", series) == before
    with on(MORNING + timedelta(days=14)):
        await the_clock_comes_by()
    # what was called off stays off
    assert await scene.days("PROPOSED") == ["12-01", "01-26"]


async def test_it_is_not_taken_back_when_somebody_acted(world: World) -> None:
    scene = await a_scene(world)
    view = await scene.report()
    await the_clock_goes()
    await world.connection.execute(
        "update match_review set choice = 'KEEP', chosen_at = now() where match_id = $1", scene.match.id
    )
    with pytest.raises(NotAllowedNow):
        await scene.undo(view.id)
    pool = await world.a_request(scene.here)
    view = await scene.report(pool)
    await the_clock_goes()
    later = clock.now() + timedelta(seconds=5)
    await world.connection.execute(
        "update visit_request set organisation_id = $2, claimed_at = $3 where id = $1", pool, scene.organisation, later
    )
    with pytest.raises(NotAllowedNow):
        await scene.undo(view.id)


async def test_what_cannot_be_reported(world: World) -> None:
    scene = await a_scene(world)
    stranger = await a_scene(world)
    refused: list[tuple[dict[str, Any], type[DomainError]]] = [
        ({"day": in_days(-15)}, InvalidInput),
        ({"day": in_days(91)}, InvalidInput),
        ({"to_facility_id": None}, InvalidInput),
        ({"to_facility_id": scene.here}, InvalidInput),
        ({"to_place": "Zwolle"}, InvalidInput),
        ({"kind": DepartureKind.RELEASE, "to_facility_id": scene.there}, InvalidInput),
        ({"kind": DepartureKind.RELEASE, "to_place": "Kerkstraat 3"}, InvalidInput),
        ({"request": stranger.match.request_id}, NotFound),
        ({"request": await world.a_request(scene.here, state="WITHDRAWN")}, NotAllowedNow),
    ]
    for changes, problem in refused:
        with pytest.raises(problem):
            await scene.report(**changes)
    await scene.report()
    with pytest.raises(NotAllowedNow):
        await scene.report()


async def test_of_who_is_erased_before_the_day_nothing_goes_along(world: World) -> None:
    scene = await a_scene(world)
    wish = await world.a_request(scene.here, scene.organisation)
    person = (await scene.row("visit_request", wish))["detainee_id"]
    await scene.report(wish)
    async with db.transaction(scene.staff):
        await erase_detainee(scene.staff, request_id=wish, withdraw=True)
    assert await world.value("select count(*) from departure_key where detainee_id = $1", person) == 0
    await the_clock_goes()
    assert (await scene.row("visit_request", wish))["facility_id"] == scene.here


@pytest.mark.parametrize("kind", list(DepartureKind))
async def test_for_who_has_left_no_wish_is_entered_any_more(world: World, kind: DepartureKind) -> None:
    scene = await a_scene(world)
    person = await scene.detainee()
    form = Form(world, scene.here, scene.organisation, scene.staff, scene.coordinator)
    view = await scene.report(kind=kind)
    await form.enter(detainee_id=person, activity_kind=ActivityKind.COURSE)  # they are still here
    await the_clock_goes()
    with pytest.raises(NotFound):
        await form.enter(detainee_id=person, activity_kind=ActivityKind.CAMP)
    await scene.undo(view.id)
    await form.enter(detainee_id=person, activity_kind=ActivityKind.CAMP)


@pytest.mark.parametrize("moved", [False, True])
async def test_who_hears_that_a_departure_is_off_reads_that_visits_are_to_be_agreed_anew(
    world: World, moved: bool
) -> None:
    scene = await a_scene(world)
    visit = await world.a_visit(scene.match, clock.now() + timedelta(days=3))
    view = await scene.report()
    if moved:
        await the_clock_goes()
    await scene.undo(view.id)
    assert (await scene.row("visit", visit.id))["state"] == "CANCELLED"
    told = "select count(*) from outbox where event = 'match.stays' and facility_id = $1"
    assert await world.value(told, scene.here) == 2  # the coordinators and the volunteer
    assert "plan afgezegd bezoek opnieuw" in TEXTS["match.stays"]["nl"]
