"""Promise 4, for visits: of those who are there at the same moment exactly one gets what there is one of."""

import asyncio
from collections import Counter
from collections.abc import Coroutine, Sequence
from datetime import time
from typing import Any

import pytest

from tests.visits.story import MORNING, Story, a_story, at, on
from tests.world import World
from vrijplaats.visits.rules import VisitSetting

pytestmark = pytest.mark.usefixtures("db")


async def _at_once(doing: Sequence[Coroutine[Any, Any, object]]) -> Counter[str]:
    results = await asyncio.gather(*doing, return_exceptions=True)
    return Counter(type(result).__name__ for result in results)


async def _several(world: World, number: int, *, capacity: int) -> list[Story]:
    """Volunteers of as many organisations with a match at one facility, open on Tuesdays."""
    first = await a_story(world)
    await world.connection.execute("delete from visiting_slot where facility_id = $1", first.facility)
    await world.a_visiting_slot(first.facility, weekday=2, starts=time(13), ends=time(16), capacity=capacity)
    return [first, *[await a_story(world, facility=first.facility) for _ in range(number - 1)]]


async def test_two_volunteers_for_the_last_place(world: World) -> None:
    with on():
        stories = await _several(world, 2, capacity=1)
        results = await _at_once([story.propose(at(13)) for story in stories])
    assert results == {"VisitView": 1, "FacilityFull": 1}
    assert await stories[0].places() == 1


async def test_twelve_volunteers_for_four_places(world: World) -> None:
    with on():
        stories = await _several(world, 12, capacity=4)
        results = await _at_once([story.propose(at(13)) for story in stories])
    assert results == {"VisitView": 4, "FacilityFull": 8}
    numbers = await world.rows(
        "select number from slot_place where facility_id = $1 order by number", stories[0].facility
    )
    assert [row["number"] for row in numbers] == [1, 2, 3, 4]


async def test_two_visits_at_once_for_one_volunteer(world: World) -> None:
    with on():
        story = await a_story(world)
        results = await _at_once([story.propose(at(14)), story.propose(at(14, 30))])
    assert results == {"VisitView": 1, "DoubleBooked": 1}
    assert await story.places() == 1


async def test_ten_visits_at_once_for_one_person_of_two_organisations(world: World) -> None:
    with on():
        story = await a_story(world)
        other = await a_story(world, person=story.volunteer.person_id)
        results = await _at_once([each.propose(at(14)) for each in [story, other] * 5])
    assert results == {"VisitView": 1, "DoubleBooked": 9}


async def test_two_visits_for_the_last_private_room(world: World) -> None:
    with on():
        stories = await _several(world, 3, capacity=5)
        visits = [await story.propose(at(14)) for story in stories]
        results = await _at_once([stories[0].confirm(visit.id, VisitSetting.PRIVATE_ROOM) for visit in visits])
    assert results == {"VisitView": 1, "FacilityFull": 2}
    taken = "select count(*) from presence where facility_id = $1 and live and private_room"
    assert await world.value(taken, stories[0].facility) == 1


async def test_twenty_times_the_same_log(world: World) -> None:
    story = await a_story(world)
    past = await world.a_visit(story.match, at(14, day=22))
    with on():
        results = await _at_once([story.log(past.id) for _ in range(20)])
    assert results == {"VisitView": 1, "AlreadyLogged": 19}
    assert await world.value("select count(*) from visit_log where visit_id = $1", past.id) == 1
    assert await story.verbs() == ["visit.log"]


async def test_confirmed_and_called_off_at_once_ends_in_one_of_both(world: World) -> None:
    with on(MORNING):
        story = await a_story(world)
        visit = await story.propose(at(14))
        results = await _at_once([story.confirm(visit.id), story.cancel(visit.id)])
        state = await world.value("select state from visit where id = $1", visit.id)
    # confirmed first, then off; or off first, and too late to confirm
    assert state == "CANCELLED"
    assert results in ({"VisitView": 2}, {"VisitView": 1, "NotAllowedNow": 1})
    assert await story.places() == 0
