"""Calling a visit off: with a side and a cause, without blame."""

from typing import Any

import pytest

from tests.visits.story import a_story, at, on
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.errors import Forbidden, InvalidInput, NotAllowedNow, NotFound
from vrijplaats.visits import actions
from vrijplaats.visits.rules import CAUSES, CancelCause, CancelSide, VisitState

pytestmark = pytest.mark.usefixtures("db")


@pytest.mark.parametrize("who", ["volunteer", "staff", "coordinator"])
async def test_whoever_calls_it_off_names_side_and_cause_and_the_others_hear_it(world: World, who: str) -> None:
    with on():
        story = await a_story(world)
        visit = await story.propose(at(14))
        await story.confirm(visit.id)
        off = await story.cancel(visit.id, getattr(story, who), CancelSide.DETAINEE, CancelCause.TRANSFERRED)
    assert (off.state, off.cancel_side, off.cancel_cause) == (
        VisitState.CANCELLED,
        CancelSide.DETAINEE,
        CancelCause.TRANSFERRED,
    )
    assert await story.places() == 0
    assert await world.value("select count(*) from presence where volunteer_id = $1 and live", off.volunteer_id) == 0
    assert (await story.verbs())[-1] == "visit.cancel"
    told = [row["recipients"] or row["payload"]["audience"] for row in await story.outbox("visit.cancelled")]
    everybody: dict[str, Any] = {
        "volunteer": [story.volunteer.person_id],
        "staff": "STAFF",
        "coordinator": "COORDINATOR",
    }
    assert told == [heard for name, heard in everybody.items() if name != who]


@pytest.mark.parametrize("side", CancelSide)
async def test_every_cause_of_a_side_can_be_named(world: World, side: CancelSide) -> None:
    with on():
        story = await a_story(world)
        for cause in CAUSES[side]:
            visit = await story.propose(at(14))
            assert (await story.cancel(visit.id, side=side, cause=cause)).cancel_cause is cause


async def test_a_cause_of_another_side_is_refused(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = await story.propose(at(14))
        with pytest.raises(InvalidInput) as problem:
            await story.cancel(visit.id, side=CancelSide.DETAINEE, cause=CancelCause.NO_STAFF)
    assert problem.value.fields["field"] == "cause"


async def test_a_visit_of_others_is_as_if_it_does_not_exist(world: World) -> None:
    with on():
        story, other = await a_story(world), await a_story(world)
        visit = await story.propose(at(14))
        colleague = await world.a_volunteer(story.organisation)
        for actor in (other.volunteer, other.staff, other.coordinator, colleague):
            with pytest.raises(NotFound):
                await story.cancel(visit.id, actor)
        for actor in (await world.a_funder(), await world.an_operator()):
            async with db.transaction(actor):
                with pytest.raises(Forbidden):
                    await actions.cancel_visit(
                        actor, visit_id=visit.id, side=CancelSide.VOLUNTEER, cause=CancelCause.ILL
                    )


async def test_not_twice_not_after_the_end_and_not_when_logged(world: World) -> None:
    with on():
        story = await a_story(world)
        off, gone, logged = await story.propose(at(9)), await story.propose(at(11)), await story.propose(at(14))
        await story.confirm(logged.id)
        await story.cancel(off.id)
        with pytest.raises(NotAllowedNow):
            await story.cancel(off.id)
    with on(at(12)), pytest.raises(NotAllowedNow):
        await story.cancel(gone.id)
    with on(at(15)):
        await story.log(logged.id)
        with pytest.raises(NotAllowedNow):
            await story.cancel(logged.id)


async def test_a_visit_that_has_begun_can_be_called_off(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = await story.propose(at(14))
        await story.confirm(visit.id)
    with on(at(14, 5)):
        off = await story.cancel(visit.id, story.staff, CancelSide.FACILITY, CancelCause.NO_STAFF)
    assert off.state is VisitState.CANCELLED


async def test_a_visit_of_a_match_that_ended_can_still_be_called_off(world: World) -> None:
    with on():
        story = await a_story(world)
        visit = await story.propose(at(14))
        await world.connection.execute(
            "update match set state = 'ENDED', ended_on = '2026-11-23' where id = $1", story.match.id
        )
        off = await story.cancel(visit.id, story.coordinator, CancelSide.DETAINEE, CancelCause.RELEASED)
        assert off.state is VisitState.CANCELLED
