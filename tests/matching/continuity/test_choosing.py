"""How a match goes on: the same volunteer, somebody nearer, outside for half a year, or not."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import asyncpg
import pytest

from tests.matching.continuity.scene import Scene, a_scene, the_clock_goes
from tests.matching.scene import accept, offer
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import Forbidden, NotAllowedNow, NotFound
from vrijplaats.matching import actions as matching
from vrijplaats.matching import queries
from vrijplaats.matching.continuity import actions
from vrijplaats.matching.continuity.queries import ReviewView, previous_of, reviews_of
from vrijplaats.matching.continuity.rules import DepartureKind, Report, ReviewChoice, VolunteerWish
from vrijplaats.matching.models import MatchEndReason
from vrijplaats.visits import queries as visits

pytestmark = pytest.mark.usefixtures("db")


async def _moved(world: World, kind: DepartureKind = DepartureKind.TRANSFER) -> Scene:
    scene = await a_scene(world)
    await scene.report(kind=kind)
    await the_clock_goes()
    return scene


async def _review(actor: Actor, match: UUID) -> ReviewView | None:
    async with db.transaction(actor):
        return (await reviews_of([match])).get(match)


async def _carrying(scene: Scene, volunteer: Actor) -> object:
    return await scene.world.value("select carrying from volunteer where id = $1", volunteer.volunteer_id)


async def _hand_over(scene: Scene, *, together: bool = True) -> None:
    async with db.transaction(scene.coordinator):
        await actions.hand_over_match(scene.coordinator, match_id=scene.match.id, together=together)


async def test_the_same_volunteer_goes_on_and_admission_is_asked_in_one_go(world: World) -> None:
    scene = await _moved(world)
    before = await _review(scene.coordinator, scene.match.id)
    assert before is not None
    assert (before.admission, before.active_there, before.choice) == (None, True, None)
    async with db.transaction(scene.coordinator):
        view = await actions.keep_match(scene.coordinator, match_id=scene.match.id)
    assert (view.state, view.facility.id) == ("ACTIVE", scene.there)
    after = await _review(scene.volunteer, scene.match.id)
    assert after is not None and (after.admission, after.choice) == ("REQUESTED", ReviewChoice.KEEP)
    assert "match.kept" in await scene.events()
    with pytest.raises(NotAllowedNow):
        await _hand_over(scene)


async def test_who_takes_over_is_offered_it_and_both_know_of_each_other(world: World) -> None:
    scene = await _moved(world)
    await _hand_over(scene)
    assert (await scene.row("visit_request", scene.match.request_id))["state"] == "OPEN"
    assert await _carrying(scene, scene.volunteer) == 0
    # until somebody says yes the match stands, for who visits now
    assert (await scene.row("match", scene.match.id))["state"] == "REVIEW"
    near = await world.a_volunteer(scene.organisation, "Fatima Aziz", admitted=[scene.there])
    (asked,) = await offer(scene.coordinator, scene.match.request_id, near)
    won = await accept(near, asked.id)
    assert (won.facility.id, won.state) == (scene.there, "ACTIVE")
    ended = await scene.row("match", scene.match.id)
    assert (ended["state"], ended["end_reason"]) == ("ENDED", "TRANSFERRED")
    assert await _carrying(scene, scene.volunteer) == 0
    old = await _review(scene.volunteer, scene.match.id)
    assert old is not None and (old.successor, old.together, old.met_at) == ("Fatima Aziz", True, None)
    async with db.transaction(near):
        previous = (await previous_of([won.id]))[won.id]
    assert (previous.name, previous.met) == ("Els Bakker", False)
    async with db.transaction(near):
        await actions.note_meeting(near, match_id=won.id)
    old = await _review(scene.coordinator, scene.match.id)
    assert old is not None and old.met_at is not None
    # the name went from one to the other
    assert await scene.name(scene.volunteer, won.detainee_id) is None
    assert await scene.name(near, won.detainee_id) is not None


async def test_a_match_that_is_over_stays_where_it_ended(world: World) -> None:
    scene = await _moved(world)
    await _hand_over(scene)
    near = await world.a_volunteer(scene.organisation, "Fatima Aziz", admitted=[scene.there])
    (asked,) = await offer(scene.coordinator, scene.match.request_id, near)
    won = await accept(near, asked.id)
    before = await scene.row("match", scene.match.id)
    further = await world.a_facility("Vught")
    report = Report(kind=DepartureKind.TRANSFER, day=clock.today(), to_facility_id=further)
    async with db.transaction(scene.staff_there):
        reported = await actions.report_departure(scene.staff_there, request_id=scene.match.request_id, report=report)
    await the_clock_goes()
    # it goes along with whoever visits now
    assert (await scene.row("match", won.id))["facility_id"] == further
    assert await scene.row("match", scene.match.id) == before
    async with db.transaction(scene.staff_there):
        await actions.undo_departure(scene.staff_there, departure_id=reported.id)
    assert (await scene.row("match", won.id))["facility_id"] == scene.there
    assert await scene.row("match", scene.match.id) == before


async def test_no_match_is_made_where_its_request_is_not(world: World) -> None:
    scene = await a_scene(world)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await world.connection.execute(
            """insert into match (organisation_id, facility_id, request_id, volunteer_id, detainee_id, pseudonym,
                 activity_kind, started_on, state, ended_on, end_reason)
               select organisation_id, $2, request_id, volunteer_id, detainee_id, pseudonym, activity_kind, started_on,
                 'ENDED', started_on, 'OTHER' from match where id = $1""",
            scene.match.id,
            scene.there,
        )


async def test_who_won_before_does_not_stand_in_the_way_of_who_takes_over(world: World) -> None:
    scene = await a_scene(world)
    request = await world.a_request(scene.here, scene.organisation)
    (asked,) = await offer(scene.coordinator, request, scene.volunteer)
    first = await accept(scene.volunteer, asked.id)
    await scene.report(request)
    await the_clock_goes()
    async with db.transaction(scene.coordinator):
        await actions.hand_over_match(scene.coordinator, match_id=first.id, together=False)
    near = await world.a_volunteer(scene.organisation, "Fatima Aziz", admitted=[scene.there])
    (asked,) = await offer(scene.coordinator, request, near)
    assert (await accept(near, asked.id)).volunteer.id == near.volunteer_id
    won = "select count(*) from offer where request_id = $1 and state = 'ACCEPTED'"
    assert await world.value(won, request) == 2


async def test_a_wish_that_was_entered_anew_there_is_not_waited_for_twice(world: World) -> None:
    scene = await _moved(world)
    moved = await scene.row("visit_request", scene.match.request_id)
    await world.a_request(scene.there, detainee=moved["detainee_id"])
    with pytest.raises(NotAllowedNow):
        await _hand_over(scene)
    assert (await scene.row("match", scene.match.id))["state"] == "REVIEW"


async def test_the_new_volunteer_reads_nothing_of_what_the_old_one_wrote(world: World) -> None:
    scene = await a_scene(world)
    past = await world.a_visit(scene.match, clock.now() - timedelta(days=9), state="LOGGED")
    await world.insert(
        "visit_log", visit_id=past.id, organisation_id=scene.organisation, outcome="HELD", minutes=55,
        setting="PRIVATE_ROOM", travel_kilometres=31, logged_by=scene.volunteer.person_id,
    )  # fmt: skip
    await scene.report()
    await the_clock_goes()
    await _hand_over(scene)
    near = await world.a_volunteer(scene.organisation, admitted=[scene.there])
    (asked,) = await offer(scene.coordinator, scene.match.request_id, near)
    won = await accept(near, asked.id)
    async with db.transaction(near):
        assert await visits.visit(near, past.id) is None
        assert await db.fetch_value("select count(*) from visit_log where visit_id = $1", past.id) == 0
        assert await queries.match(near, scene.match.id) is None
        assert (await visits.match_summaries(near, [won.id]))[won.id].held == 0
    async with db.transaction(scene.volunteer):
        assert await db.fetch_value("select count(*) from visit_log where visit_id = $1", past.id) == 1
    async with db.transaction(scene.coordinator):
        assert await db.fetch_value("select count(*) from visit_log where visit_id = $1", past.id) == 1


async def test_ending_what_was_handed_over_leaves_the_person_waiting(world: World) -> None:
    scene = await _moved(world)
    await _hand_over(scene, together=False)
    async with db.transaction(scene.volunteer):
        await matching.end_match(scene.volunteer, match_id=scene.match.id, reason=MatchEndReason.TRANSFERRED)
    assert (await scene.row("visit_request", scene.match.request_id))["state"] == "OPEN"
    assert await _carrying(scene, scene.volunteer) == 0
    with pytest.raises(NotAllowedNow):
        async with db.transaction(scene.volunteer):
            await actions.note_meeting(scene.volunteer, match_id=scene.match.id)


async def test_after_a_release_half_a_year_outside_and_then_the_match_ends(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = await _moved(world, DepartureKind.RELEASE)
    with pytest.raises(NotAllowedNow):
        await _hand_over(scene)
    async with db.transaction(scene.coordinator):
        view = await actions.taper_match(scene.coordinator, match_id=scene.match.id)
    until = clock.today() + timedelta(days=183)
    assert (view.state, view.outside_until) == ("ACTIVE", until)
    noon = {days: clock.midnight(clock.today() + timedelta(days=days)) + timedelta(hours=12) for days in (156, 184)}
    monkeypatch.setattr(clock, "now", lambda: noon[183 - 27])
    await the_clock_goes()
    assert (await scene.events()).count("match.nearly_over") == 2
    assert (await scene.row("match", scene.match.id))["state"] == "ACTIVE"
    monkeypatch.setattr(clock, "now", lambda: noon[184])
    await the_clock_goes()
    ended = await scene.row("match", scene.match.id)
    assert (ended["state"], ended["end_reason"]) == ("ENDED", "RELEASED")
    assert (await scene.row("visit_request", scene.match.request_id))["state"] == "CLOSED"
    assert await _carrying(scene, scene.volunteer) == 0
    assert (await scene.events()).count("match.ended") == 2


async def test_the_volunteer_says_whether_they_want_to_go_on(world: World) -> None:
    scene = await a_scene(world)
    await scene.report()
    for wish in (VolunteerWish.STOP, VolunteerWish.CONTINUE, VolunteerWish.CONTINUE):
        async with db.transaction(scene.volunteer):
            await actions.say_wish(scene.volunteer, match_id=scene.match.id, wish=wish)
    review = await _review(scene.coordinator, scene.match.id)
    assert review is not None and review.wish is VolunteerWish.CONTINUE
    assert (await scene.events()).count("match.wish") == 2
    colleague = await world.a_volunteer(scene.organisation)
    with pytest.raises(NotFound):
        async with db.transaction(colleague):
            await actions.say_wish(colleague, match_id=scene.match.id, wish=VolunteerWish.STOP)
    assert await _review(colleague, scene.match.id) is None


async def test_nothing_is_chosen_by_strangers_or_where_nobody_is_active(world: World) -> None:
    scene = await a_scene(world)
    with pytest.raises(NotAllowedNow):  # nothing happened
        await _hand_over(scene)
    await scene.report(day=clock.today() + timedelta(days=3))
    stranger = await world.a_coordinator(await world.an_organisation(facilities=[scene.here, scene.there]))
    with pytest.raises(NotFound):
        async with db.transaction(stranger):
            await actions.keep_match(stranger, match_id=scene.match.id)
    with pytest.raises(Forbidden):
        async with db.transaction(scene.volunteer):
            await actions.keep_match(scene.volunteer, match_id=scene.match.id)
    far = await _moved(world)
    await world.connection.execute(
        "delete from organisation_facility where organisation_id = $1 and facility_id = $2", far.organisation, far.there
    )
    for choose in (actions.keep_match,):
        with pytest.raises(NotAllowedNow):
            async with db.transaction(far.coordinator):
                await choose(far.coordinator, match_id=far.match.id)


async def test_a_list_may_be_cut_and_the_counts_are_of_all(world: World) -> None:
    scene = await a_scene(world)
    later, sooner, outside, ended = [await world.a_match(scene.volunteer, scene.here) for _ in range(4)]
    await scene.report(later.request_id, day=clock.today() + timedelta(days=9))
    await scene.report(sooner.request_id, day=clock.today() + timedelta(days=2))
    await world.connection.execute(
        "update match set outside_until = $2 where id = $1", outside.id, clock.today() + timedelta(days=30)
    )
    await world.connection.execute(
        "update match set state = 'ENDED', ended_on = $2 where id = $1", ended.id, clock.today()
    )
    async with db.transaction(scene.coordinator, read_only=True):
        assert await queries.match_counts(scene.coordinator) == {"running": 4, "in_review": 2, "outside": 1}
        assert [each.id for each in await queries.matches_in_review(scene.coordinator)] == [sooner.id, later.id]
        assert [each.id for each in await queries.matches_in_review(scene.coordinator, 1)] == [sooner.id]
        assert [each.id for each in await queries.matches_outside(scene.coordinator, 1)] == [outside.id]
