"""The log afterwards: once, by the volunteer, and never about what was said."""

from typing import Any

import pytest

from tests.visits.story import MORNING, a_log, a_story, at, on
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.errors import Forbidden, InvalidInput, NotAllowedNow, NotFound
from vrijplaats.visits import actions
from vrijplaats.visits.errors import AlreadyLogged, LoggedDifferently, TooEarly
from vrijplaats.visits.rules import VisitOutcome, VisitSetting, VisitState

pytestmark = pytest.mark.usefixtures("db")


async def test_the_volunteer_logs_a_visit_that_is_over(world: World) -> None:
    story = await a_story(world)
    past = await world.a_visit(story.match, at(14, day=22))
    with on():
        visit = await story.log(past.id, minutes=55, setting=VisitSetting.PRIVATE_ROOM, travel_kilometres=12.3)
    assert visit.state is VisitState.LOGGED
    assert visit.log is not None
    assert (visit.log.outcome, visit.log.minutes, visit.log.setting, visit.log.travel_kilometres) == (
        VisitOutcome.HELD,
        55,
        VisitSetting.PRIVATE_ROOM,
        12.3,
    )
    assert visit.log.logged_at == MORNING
    assert await story.verbs() == ["visit.log"]


@pytest.mark.parametrize("outcome", [outcome for outcome in VisitOutcome if outcome is not VisitOutcome.HELD])
async def test_a_visit_that_was_not_held_is_logged_without_minutes(world: World, outcome: VisitOutcome) -> None:
    story = await a_story(world)
    past = await world.a_visit(story.match, at(14, day=22))
    with on():
        with pytest.raises(InvalidInput):
            await story.log(past.id, outcome=outcome, minutes=5)
        visit = await story.log(past.id, outcome=outcome, minutes=0)
    assert visit.log is not None
    assert visit.log.outcome is outcome


async def test_too_early_says_from_when(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = await story.propose(at(14))
        await story.confirm(visit.id)
    with on(at(14, 59)), pytest.raises(TooEarly) as problem:
        await story.log(visit.id)
    assert problem.value.message("nl") == "Dit kan na 15.00 uur."
    with on(at(15)):
        assert (await story.log(visit.id)).state is VisitState.LOGGED


async def test_once_is_enough(world: World) -> None:
    story = await a_story(world)
    past = await world.a_visit(story.match, at(14, day=22))
    with on():
        await story.log(past.id)
        with pytest.raises(AlreadyLogged) as problem:
            await story.log(past.id)
    assert problem.value.message("nl") == "Dit stond er al, alles is goed."
    assert await story.verbs() == ["visit.log"]


@pytest.mark.parametrize(
    ("changes", "stands", "given"),
    [
        ({"minutes": 90}, "60 minuten, 24,5 km", "90 minuten, 24,5 km"),
        ({"travel_kilometres": 31.0}, "60 minuten, 24,5 km", "60 minuten, 31 km"),
        (
            {"setting": VisitSetting.PRIVATE_ROOM},
            "60 minuten, 24,5 km, bezoekzaal",
            "60 minuten, 24,5 km, spreekkamer",
        ),
    ],
)
async def test_another_log_of_the_same_visit_is_refused_with_both_in_words(
    world: World, changes: dict[str, Any], stands: str, given: str
) -> None:
    """From another phone, or kept on one while it was logged elsewhere: what somebody entered is not "all is well"."""
    story = await a_story(world)
    past = await world.a_visit(story.match, at(14, day=22))
    with on():
        await story.log(past.id)
        with pytest.raises(LoggedDifferently) as problem:
            await story.log(past.id, **changes)
    said = f"Er staat al een verslag: het ging door, {stands}. Jij had: het ging door, {given}."
    assert problem.value.message("nl") == said
    assert await world.value("select minutes from visit_log where visit_id = $1", past.id) == 60


async def test_a_log_of_a_visit_that_was_not_held_is_another_one_and_in_english_too(world: World) -> None:
    story = await a_story(world)
    past = await world.a_visit(story.match, at(14, day=22))
    with on():
        await story.log(past.id, outcome=VisitOutcome.DETAINEE_ABSENT, minutes=0, setting=VisitSetting.UNKNOWN)
        with pytest.raises(LoggedDifferently) as problem:
            await story.log(past.id, outcome=VisitOutcome.VOLUNTEER_ABSENT, minutes=0, setting=VisitSetting.UNKNOWN)
    assert problem.value.message("en") == (
        "There is a log already: the other did not come, 24.5 km. Yours said: you could not come, 24.5 km."
    )


async def test_a_visit_that_the_prison_never_answered_is_logged_by_who_was_there(world: World) -> None:
    """Staff have little time; whether it took place the volunteer knows, and travel and hours count."""
    story = await a_story(world)
    asked = await world.a_visit(story.match, at(10, day=22), state="PROPOSED")
    with on():
        visit = await story.log(asked.id, minutes=45, travel_kilometres=12.0)
    assert (visit.state, visit.log and visit.log.minutes) == (VisitState.LOGGED, 45)


async def test_a_visit_that_was_called_off_is_not_logged(world: World) -> None:
    story = await a_story(world)
    off = await world.a_visit(
        story.match, at(14, day=22), state="CANCELLED", cancel_side="VOLUNTEER", cancel_cause="ILL"
    )
    with on(), pytest.raises(NotAllowedNow):
        await story.log(off.id)


@pytest.mark.parametrize(
    "changes", [{"minutes": 0}, {"minutes": 1441}, {"travel_kilometres": float("nan")}, {"travel_kilometres": -1.0}]
)
async def test_figures_that_cannot_be_are_refused(world: World, changes: dict[str, float]) -> None:
    story = await a_story(world)
    past = await world.a_visit(story.match, at(14, day=22))
    with on(), pytest.raises(InvalidInput):
        await story.log(past.id, **changes)
    assert await world.value("select count(*) from visit_log where visit_id = $1", past.id) == 0


async def test_only_the_volunteer_of_the_match_logs(world: World) -> None:
    story, other = await a_story(world), await a_story(world)
    past = await world.a_visit(story.match, at(14, day=22))
    colleague = await world.a_volunteer(story.organisation)
    with on():
        for volunteer in (other.volunteer, colleague):
            async with db.transaction(volunteer):
                with pytest.raises(NotFound):
                    await actions.log_visit(volunteer, visit_id=past.id, log=a_log())
        for actor in (story.staff, story.coordinator):
            async with db.transaction(actor):
                with pytest.raises(Forbidden):
                    await actions.log_visit(actor, visit_id=past.id, log=a_log())


async def test_a_visit_is_logged_after_the_match_ended(world: World) -> None:
    story = await a_story(world)
    past = await world.a_visit(story.match, at(14, day=22))
    await world.connection.execute(
        "update match set state = 'ENDED', ended_on = '2026-11-23' where id = $1", story.match.id
    )
    with on():
        assert (await story.log(past.id)).state is VisitState.LOGGED
