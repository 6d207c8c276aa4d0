"""The volunteer asks for a moment."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from tests.visits.story import MORNING, Story, a_story, at, on
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.errors import Forbidden, InvalidInput, NotAllowedNow, NotFound
from vrijplaats.settings import Settings
from vrijplaats.visits import actions, queries
from vrijplaats.visits.errors import (
    DoubleBooked,
    FacilityBlocked,
    FacilityFull,
    NotAdmitted,
    OutsideVisitingHours,
)
from vrijplaats.visits.rules import VisitState

pytestmark = pytest.mark.usefixtures("db")


async def _one_slot(story: Story, capacity: int = 5) -> None:
    """Tuesdays from 13 to 16 and nothing else."""
    await story.world.connection.execute("delete from visiting_slot where facility_id = $1", story.facility)
    await story.world.a_visiting_slot(story.facility, weekday=2, starts=time(13), ends=time(16), capacity=capacity)


async def test_a_visit_inside_visiting_hours_waits_for_the_facility(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = await story.propose(at(14))
    assert (visit.state, visit.starts_at, visit.match_id) == (VisitState.PROPOSED, at(14), story.match.id)
    assert await story.places() == 1
    assert await story.verbs() == ["visit.propose"]
    assert await story.outbox("visit.proposed") == [
        {"recipients": [], "payload": {"visit": str(visit.id), "audience": "STAFF"}}
    ]


async def test_a_prison_is_not_asked_for_the_day_itself(world: World) -> None:
    """Neither for a new visit, nor for one that moves; and no hour of that day is offered."""
    with on():
        story = await a_story(world)
        with pytest.raises(InvalidInput) as refused:
            await story.propose(at(14, day=23))
        assert refused.value.message("nl") == "Begin: kies een dag vanaf morgen, de inrichting moet nog antwoorden."
        visit = await story.propose(at(14))
        async with db.transaction(story.volunteer):
            with pytest.raises(InvalidInput):
                await actions.move_visit(
                    story.volunteer, visit_id=visit.id, starts_at=at(14, day=23), ends_at=at(15, day=23)
                )
        async with db.transaction(story.volunteer, read_only=True):
            moments = await queries.visiting_moments(story.volunteer, story.match.id, 3)
    assert {each.day for each in moments} == {date(2026, 11, 24), date(2026, 11, 25)}


async def test_only_a_volunteer_proposes(world: World) -> None:
    with on():
        story = await a_story(world)
        for actor in (story.staff, story.coordinator, await world.an_operator(), await world.a_funder()):
            async with db.transaction(actor):
                with pytest.raises(Forbidden):
                    await actions.propose_visit(actor, match_id=story.match.id, starts_at=at(14), ends_at=at(15))


async def test_match_of_somebody_else_is_as_if_it_does_not_exist(world: World) -> None:
    with on():
        story, other = await a_story(world), await a_story(world)
        colleague = await world.a_volunteer(story.organisation, admitted=[story.facility])
        hers = await world.a_match(colleague, story.facility)
        for match in (other.match.id, hers.id, story.facility):
            with pytest.raises(NotFound):
                await story.propose(at(14), match=match)


@pytest.mark.parametrize("columns", [{"state": "REVIEW"}, {"state": "ENDED", "ended_on": date(2026, 11, 1)}])
async def test_match_that_does_not_run_gives_no_visits(world: World, columns: dict[str, Any]) -> None:
    with on():
        story = await a_story(world, **columns)
        with pytest.raises(NotAllowedNow):
            await story.propose(at(14))


@pytest.mark.parametrize(
    ("starts_at", "minutes", "field"),
    [
        (MORNING, 60, "startsAt"),
        (MORNING - timedelta(days=1), 60, "startsAt"),
        (at(14, year=2028), 60, "startsAt"),
        (at(14), 0, "endsAt"),
        (at(14), -30, "endsAt"),
        (at(14), 25 * 60, "endsAt"),
        (datetime(2026, 11, 24, 14), 60, "startsAt"),  # noqa: DTZ001  what is tested
        (datetime(9999, 12, 31, 20, tzinfo=MORNING.tzinfo), 60, "startsAt"),
    ],
)
async def test_a_visit_lies_ahead_within_a_year_and_ends_after_it_starts(
    world: World, starts_at: datetime, minutes: int, field: str
) -> None:
    with on():
        story = await a_story(world)
        with pytest.raises(InvalidInput) as problem:
            await story.propose(starts_at, minutes)
    assert problem.value.fields["field"] == field
    assert await story.places() == 0


async def test_outside_visiting_hours_the_hours_are_named(world: World) -> None:
    with on():
        story = await a_story(world)
        await _one_slot(story)
        for starts_at, minutes in ((at(12, 59), 60), (at(15, 1), 60), (at(14, day=25), 60), (at(13), 181)):
            with pytest.raises(OutsideVisitingHours) as problem:
                await story.propose(starts_at, minutes)
    assert problem.value.message("nl") == "Dan is er geen bezoektijd. Wel kan: dinsdag 13.00 tot 16.00."
    assert problem.value.message("en") == "No visiting hours then. Possible: Tuesday 13:00 to 16:00."


async def test_the_whole_of_the_visiting_hours_is_inside(world: World) -> None:
    with on():
        story = await a_story(world)
        await _one_slot(story)
        assert (await story.propose(at(13), 180)).state is VisitState.PROPOSED


@pytest.mark.parametrize(
    ("day", "month", "utc_hour"),
    [(27, 3, 12), (28, 3, 11), (29, 3, 11), (24, 10, 11), (25, 10, 12), (26, 10, 12)],
)
async def test_visiting_hours_are_on_the_clock_on_the_wall(world: World, day: int, month: int, utc_hour: int) -> None:
    """13.00 to 16.00 in Amsterdam, before, on and after both changes of the clock (28 March and 31 October 2027 are
    Sundays; 25 October 2026 was one)."""
    year = 2027 if month == 3 else 2026
    with on(datetime(year, month, day, 5, tzinfo=MORNING.tzinfo) - timedelta(days=1)):
        story = await a_story(world)
        await world.connection.execute("delete from visiting_slot where facility_id = $1", story.facility)
        for weekday in range(1, 8):
            await world.a_visiting_slot(story.facility, weekday=weekday, starts=time(13), ends=time(16))
        opens = datetime(year, month, day, utc_hour, tzinfo=MORNING.tzinfo)
        with pytest.raises(OutsideVisitingHours):
            await story.propose(opens - timedelta(minutes=1))
        with pytest.raises(OutsideVisitingHours):
            await story.propose(opens + timedelta(hours=2, minutes=1))
        assert (await story.propose(opens)).starts_at == opens


async def test_on_a_blocked_day_the_first_free_moment_is_named(world: World) -> None:
    with on():
        story = await a_story(world)
        await _one_slot(story)
        await world.insert("blocked_day", facility_id=story.facility, day=date(2026, 11, 24), cause="STAFFING")
        with pytest.raises(FacilityBlocked) as problem:
            await story.propose(at(14))
    assert problem.value.message("nl") == "Die dag is dicht. Eerst vrij: dinsdag 1 december 13.00 uur."
    assert problem.value.message("en") == "Closed that day. First free: Tuesday 1 December 13:00."


async def test_when_all_places_are_taken_the_first_free_moment_is_named(world: World) -> None:
    with on():
        story = await a_story(world)
        await _one_slot(story, capacity=1)
        other = await a_story(world, facility=story.facility)
        await other.propose(at(13))
        with pytest.raises(FacilityFull) as problem:
            await story.propose(at(15))
    assert problem.value.message("nl") == "Dat uur is vol. Eerst vrij: dinsdag 1 december 13.00 uur."
    assert await story.places() == 1
    assert await world.value("select count(*) from presence where person_id = $1", story.volunteer.person_id) == 0


async def test_a_volunteer_is_in_one_place_at_a_time(world: World) -> None:
    with on():
        story = await a_story(world)
        await story.propose(at(14))
        with pytest.raises(DoubleBooked):
            await story.propose(at(14, 30))
        assert await story.places() == 1
        assert (await story.propose(at(15))).starts_at == at(15)


async def test_a_person_of_two_organisations_is_in_one_place_at_a_time(world: World) -> None:
    with on():
        story = await a_story(world)
        other = await a_story(world, person=story.volunteer.person_id)
        await story.propose(at(14))
        with pytest.raises(DoubleBooked):
            await other.propose(at(14))


@pytest.mark.parametrize(
    "paper",
    [
        "delete from admission where volunteer_id = $1",
        "update admission set state = 'ENDED' where volunteer_id = $1",
        "update admission set valid_until = '2026-11-23' where volunteer_id = $1",
        "update admission set valid_from = '2026-11-25' where volunteer_id = $1",
        "delete from credential where volunteer_id = $1 and kind = 'VOG'",
        "update credential set valid_until = '2026-11-23' where volunteer_id = $1 and kind = 'VOG'",
    ],
)
async def test_admission_and_papers_are_valid_on_the_day_itself(world: World, paper: str) -> None:
    with on():
        story = await a_story(world)
        await world.insert(
            "credential_requirement",
            organisation_id=story.organisation,
            activity_kind="ONE_TO_ONE",
            credential_kind="VOG",
        )
        await story.propose(at(10))
        await world.connection.execute(paper, story.volunteer.volunteer_id)
        with pytest.raises(NotAdmitted) as problem:
            await story.propose(at(14))
    assert problem.value.message("nl") == "Je mag hier nog niet naar binnen. Anja Vos regelt de toelating."


async def test_a_paper_that_ends_on_the_day_is_valid_that_day(world: World) -> None:
    with on():
        story = await a_story(world)
        await world.connection.execute(
            "update admission set valid_until = '2026-11-24' where volunteer_id = $1", story.volunteer.volunteer_id
        )
        assert (await story.propose(at(14))).state is VisitState.PROPOSED


async def test_a_place_that_is_given_back_is_free(world: World, settings: Settings) -> None:
    with on():
        story = await a_story(world)
        await _one_slot(story, capacity=1)
        visit = await story.propose(at(13))
        await story.cancel(visit.id)
        assert (await story.propose(at(13))).id != visit.id
