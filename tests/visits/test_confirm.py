"""The facility says yes, and how."""

import pytest

from tests.visits.story import MORNING, Story, a_story, at, on
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.errors import Forbidden, NotAllowedNow, NotFound
from vrijplaats.visits import actions
from vrijplaats.visits.errors import FacilityFull, NotAdmitted
from vrijplaats.visits.rules import VisitRegime, VisitSetting, VisitState

pytestmark = pytest.mark.usefixtures("db")


async def test_staff_confirm_with_regime_and_setting_and_the_volunteer_hears_it(world: World) -> None:
    with on():
        story = await a_story(world)
        await world.insert("room", facility_id=story.facility, name="De zaal", setting="SUPERVISED_HALL")
        proposed = await story.propose(at(14))
        visit = await story.confirm(proposed.id, regime=VisitRegime.REGULAR_HOUR)
    assert (visit.state, visit.regime, visit.planned_setting, visit.room) == (
        VisitState.CONFIRMED,
        VisitRegime.REGULAR_HOUR,
        VisitSetting.SUPERVISED_HALL,
        "De zaal",
    )
    assert await story.verbs() == ["visit.propose", "visit.confirm"]
    told = await story.outbox("visit.confirmed")
    assert told == [{"recipients": [story.volunteer.person_id], "payload": {"visit": str(visit.id)}}]


async def test_any_regime_and_setting_of_the_lists_can_be_confirmed(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = await story.propose(at(14))
        for regime in VisitRegime:
            for setting in VisitSetting:
                found = await story.confirm(visit.id, setting, regime)
                assert (found.regime, found.planned_setting) == (regime, setting)
                assert (found.room == "Kamer 1") is (setting is VisitSetting.PRIVATE_ROOM)


async def test_only_staff_of_that_facility_confirm(world: World) -> None:
    with on():
        story, other = await a_story(world), await a_story(world)
        visit = await story.propose(at(14))
        for actor in (story.volunteer, story.coordinator):
            async with db.transaction(actor):
                with pytest.raises(Forbidden):
                    await actions.confirm_visit(
                        actor, visit_id=visit.id, regime=VisitRegime.OFFICIAL, setting=VisitSetting.OUTSIDE
                    )
        for unknown in (visit.id, story.match.id):
            with pytest.raises(NotFound):
                await other.confirm(unknown)


async def test_a_private_room_is_given_once_and_the_next_free_moment_is_named(world: World) -> None:
    with on():
        story = await a_story(world)
        other = await a_story(world, facility=story.facility)
        mine, hers, later = await story.propose(at(14)), await other.propose(at(14, 30)), await other.propose(at(16))
        assert (await story.confirm(mine.id, VisitSetting.PRIVATE_ROOM)).room == "Kamer 1"
        with pytest.raises(FacilityFull) as problem:
            await story.confirm(hers.id, VisitSetting.PRIVATE_ROOM)
        assert problem.value.message("nl") == "Dat uur is vol. Eerst vrij: woensdag 25 november 09.00 uur."
        assert (await story.confirm(later.id, VisitSetting.PRIVATE_ROOM)).room == "Kamer 1"
        await world.insert("room", facility_id=story.facility, name="Kamer 2", setting="PRIVATE_ROOM")
        assert (await story.confirm(hers.id, VisitSetting.PRIVATE_ROOM)).room == "Kamer 2"


async def test_a_facility_without_private_rooms_has_none_free(world: World) -> None:
    with on():
        story = await a_story(world)
        await world.connection.execute("delete from room where facility_id = $1", story.facility)
        visit = await story.propose(at(14))
        with pytest.raises(FacilityFull) as problem:
            await story.confirm(visit.id, VisitSetting.PRIVATE_ROOM)
    assert problem.value.message("en") == "That hour is full. First free: not known yet."


async def test_a_room_is_free_again_when_staff_change_their_mind_or_the_visit_is_off(world: World) -> None:
    with on():
        story = await a_story(world)
        other = await a_story(world, facility=story.facility)
        mine, hers = await story.propose(at(14)), await other.propose(at(14))
        for _ in range(2):  # confirming the same again keeps the room
            assert (await story.confirm(mine.id, VisitSetting.PRIVATE_ROOM)).room == "Kamer 1"
        await story.confirm(mine.id, VisitSetting.SUPERVISED_HALL)
        assert (await story.confirm(hers.id, VisitSetting.PRIVATE_ROOM)).room == "Kamer 1"
        await other.cancel(hers.id)
        assert (await story.confirm(mine.id, VisitSetting.PRIVATE_ROOM)).room == "Kamer 1"


async def _without_admission(story: Story) -> None:
    await story.world.connection.execute(
        "update admission set valid_until = '2026-11-23' where volunteer_id = $1", story.volunteer.volunteer_id
    )


async def test_admission_is_looked_at_again(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = await story.propose(at(14))
        await _without_admission(story)
        with pytest.raises(NotAdmitted) as problem:
            await story.confirm(visit.id)
    assert problem.value.code == "NOT_ADMITTED"
    assert problem.value.message("nl") == (
        f"{visit.volunteer_name} mag die dag nog niet naar binnen. De organisatie regelt de toelating."
    )


async def test_papers_are_looked_at_again(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = await story.propose(at(14))
        await world.insert(
            "credential_requirement",
            organisation_id=story.organisation,
            activity_kind="ONE_TO_ONE",
            credential_kind="VOG",
        )
        await story.confirm(visit.id)
        await world.connection.execute("delete from credential where volunteer_id = $1", story.volunteer.volunteer_id)
        with pytest.raises(NotAdmitted):
            await story.confirm(visit.id)


async def test_not_after_it_began_not_when_off_and_not_when_the_match_has_ended(world: World) -> None:
    with on():
        story = await a_story(world)
        begun, off, ended = await story.propose(at(9)), await story.propose(at(11)), await story.propose(at(14))
        await story.cancel(off.id)
        with pytest.raises(NotAllowedNow):
            await story.confirm(off.id)
        await world.connection.execute(
            "update match set state = 'ENDED', ended_on = '2026-11-23' where id = $1", story.match.id
        )
        with pytest.raises(NotAllowedNow):
            await story.confirm(ended.id)
    with on(at(9)), pytest.raises(NotAllowedNow) as problem:
        await story.confirm(begun.id)
    assert problem.value.message("nl") == "Dit kan nu niet meer: het bezoek is al begonnen."
    assert at(9) > MORNING
