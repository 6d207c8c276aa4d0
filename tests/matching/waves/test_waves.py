"""A request that nobody answers goes on by itself."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta

import asyncpg
import pytest
import pytest_asyncio

from tests.matching.scene import accept, decline
from tests.matching.waves.story import Waves, ask, at, in_waves, the_clock_comes_by
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.errors import Forbidden, InvalidInput, NotAllowedNow, NotFound
from vrijplaats.core.jobs import WORKER, run_periodic
from vrijplaats.core.pools import open_database
from vrijplaats.matching.jobs import PERIODIC as EXPIRING
from vrijplaats.matching.waves.rules import EndReason, Rhythm
from vrijplaats.settings import Login, Settings


@pytest_asyncio.fixture(scope="module", loop_scope="module", autouse=True)
async def worker(db: Settings) -> None:
    """core.db, open for the worker's role too; closed with the other."""
    await open_database(db.dsn(Login.WORKER), max_size=6, name=WORKER)


async def _by_day(world: World) -> Waves:
    with at(10):
        return await in_waves(world)


async def test_the_next_best_are_asked_after_the_hours_and_not_before(world: World) -> None:
    story = await _by_day(world)
    with at(15.9):
        await the_clock_comes_by()
    assert await story.asked() == [["1", "2"]]
    with at(16):
        await the_clock_comes_by()
        await the_clock_comes_by()
        row = (await world.rows("select * from offer where request_id = $1 order by wave desc limit 1", story.request))[
            0
        ]
        assert row["expires_at"] == clock.now() + timedelta(hours=36)
    assert await story.asked() == [["1", "2"], ["3", "4"]]
    assert row["offered_by"] == story.scene.coordinator.person_id
    assert row["reasons"]
    told = {person for each in await story.scene.told("offer.made") for person in each["recipients"]}
    assert told == {each.person_id for each in story.people[:4]}
    assert await story.scene.verbs() == ["offer.make", "offer.make"]


async def test_at_night_nobody_is_asked(world: World) -> None:
    with at(20):
        story = await in_waves(world, hours=3)
        shown = await story.shown()
    assert shown is not None
    with at(8, day=25):
        assert shown.next_at == clock.now()
    for hour, day in ((23, 24), (3, 25), (7.99, 25)):
        with at(hour, day):
            await the_clock_comes_by()
    assert await story.asked() == [["1", "2"]]
    with at(8, day=25):
        await the_clock_comes_by()
    assert await story.asked() == [["1", "2"], ["3", "4"]]


async def test_when_all_who_were_asked_said_no_the_next_are_asked_at_once(world: World) -> None:
    story = await _by_day(world)
    with at(11):
        await decline(story.people[0], await story.offer_to(1))
        await the_clock_comes_by()
        assert await story.asked() == [["1", "2"]]
        await decline(story.people[1], await story.offer_to(2))
        assert await story.scene.state_of("visit_request", story.request) == "OPEN"
        await the_clock_comes_by()
    assert await story.asked() == [["1", "2"], ["3", "4"]]
    assert await story.scene.state_of("visit_request", story.request) == "OFFERED"


async def test_a_yes_in_between_ends_it(world: World) -> None:
    story = await _by_day(world)
    with at(12):
        await accept(story.people[1], await story.offer_to(2))
    with at(16):
        await the_clock_comes_by()
        await the_clock_comes_by()
        assert await story.shown() is None
    assert await story.asked() == [["1", "2"]]
    assert await story.ended() == "SETTLED"


async def test_who_cannot_go_any_more_is_passed_over(world: World) -> None:
    story = await _by_day(world)
    third = story.people[2].volunteer_id
    await world.connection.execute("delete from admission where volunteer_id = $1", third)
    with at(16):
        await the_clock_comes_by()
    assert await story.asked() == [["1", "2"], ["4", "5"]]


async def test_when_nobody_is_left_the_coordinator_hears_it_once(world: World) -> None:
    story = await _by_day(world)
    for hour, day in ((16, 24), (9, 25), (16, 25), (17, 25)):
        with at(hour, day):
            await the_clock_comes_by()
    with at(17, day=25):
        shown = await story.shown()
    assert await story.asked() == [["1", "2"], ["3", "4"], ["5"]]
    assert shown is not None
    assert (shown.next_at, shown.end_reason, shown.sent) == (None, EndReason.NOBODY_LEFT, 3)
    (told,) = await story.scene.told("request.everyone_asked")
    assert json.loads(told["payload"])["audience"] == "coordinators"
    assert (await story.scene.verbs())[-1] == "waves.end"


async def test_what_expired_is_not_told_while_the_next_are_asked(world: World) -> None:
    with at(10):
        story = await in_waves(world, hours=72)
    with at(9, day=26):
        await run_periodic(EXPIRING[0])
        assert await story.scene.state_of("visit_request", story.request) == "OPEN"
        assert await story.scene.told("request.unanswered") == []
        await the_clock_comes_by()
    assert await story.asked() == [["1", "2"], ["3", "4"]]


async def test_a_request_that_was_handed_to_others_stops(world: World) -> None:
    story = await _by_day(world)
    other = await world.an_organisation(facilities=[story.scene.facility])
    await world.connection.execute("update visit_request set organisation_id = $2 where id = $1", story.request, other)
    with at(16):
        await the_clock_comes_by()
    assert (await story.asked(), await story.ended()) == ([["1", "2"]], "HANDED_BACK")


async def test_two_workers_at_once_send_one_wave(world: World) -> None:
    stories = [await _by_day(world) for _ in range(6)]
    with at(16):
        await asyncio.gather(*(the_clock_comes_by() for _ in range(4)))
    for story in stories:
        assert await story.asked() == [["1", "2"], ["3", "4"]]
        assert len(await story.scene.told("offer.made")) == 4


async def test_a_yes_at_the_same_moment_has_one_outcome(world: World) -> None:
    """Whoever was first: one match, and nobody keeps an open invitation for it."""
    for _ in range(8):
        story = await _by_day(world)
        offer = await story.offer_to(1)
        with at(16):
            await asyncio.gather(accept(story.people[0], offer), the_clock_comes_by())
            await the_clock_comes_by()
        assert await story.scene.state_of("visit_request", story.request) == "MATCHED"
        live = "select count(*) from offer where request_id = $1 and state = 'LIVE'"
        assert await world.value(live, story.request) == 0
        assert await story.ended() == "SETTLED"


async def test_one_request_that_goes_wrong_does_not_stop_the_others(world: World) -> None:
    broken, whole = await _by_day(world), await _by_day(world)
    alter = "alter table offer {} constraint test_broken".format
    check = f"{alter('add')} check (request_id <> '{broken.request}') not valid"
    await world.connection.execute(check)
    try:
        with at(16), pytest.raises(asyncpg.CheckViolationError):
            await the_clock_comes_by()
    finally:
        await world.connection.execute(alter("drop"))
    assert await whole.asked() == [["1", "2"], ["3", "4"]]
    assert await broken.asked() == [["1", "2"]]
    with at(16):
        await the_clock_comes_by()
    assert await broken.asked() == [["1", "2"], ["3", "4"]]


async def test_send_now_does_not_wait_and_goes_once(world: World) -> None:
    story = await _by_day(world)
    with at(11):
        first = await story.send_now(2)
        again = await story.send_now(2)
        assert (len(first.offers), len(again.offers)) == (2, 0)
        assert again.waves == first.waves
        assert first.waves.sent == 2
    with at(17):
        assert first.waves.next_at == clock.now()
    assert await story.asked() == [["1", "2"], ["3", "4"]]


async def test_send_now_and_the_clock_at_once_send_one_wave(world: World) -> None:
    for _ in range(6):
        story = await _by_day(world)
        with at(16):
            await asyncio.gather(the_clock_comes_by(), story.send_now(2), story.send_now(2))
        assert await story.asked() == [["1", "2"], ["3", "4"]]


async def test_send_now_with_nobody_left_ends_it(world: World) -> None:
    story = await _by_day(world)
    with at(11):
        await story.send_now(2)
        await story.send_now(3)
        sent = await story.send_now(4)
        assert (sent.offers, sent.waves.end_reason) == ([], EndReason.NOBODY_LEFT)
        with pytest.raises(NotAllowedNow):
            await story.send_now(4)
    assert await story.scene.told("request.everyone_asked") == []


async def test_stopped_is_stopped_and_who_was_asked_can_still_answer(world: World) -> None:
    story = await _by_day(world)
    with at(11):
        stopped = await story.stop()
        assert await story.stop() == stopped
        assert (stopped.next_at, stopped.end_reason) == (None, EndReason.STOPPED)
    with at(16):
        await the_clock_comes_by()
        assert await story.asked() == [["1", "2"]]
        await accept(story.people[0], await story.offer_to(1))


async def test_asking_by_hand_gives_them_their_time_and_a_new_choice_takes_its_place(world: World) -> None:
    story = await _by_day(world)
    with at(15):
        await ask(story.scene.coordinator, story.request, [story.people[4]], None)
        shown = await story.shown()
        assert shown is not None
        assert (shown.next_at, shown.sent) == (clock.now() + timedelta(hours=6), 2)
        await ask(story.scene.coordinator, story.request, [story.people[3]], Rhythm(size=1, hours=2))
        shown = await story.shown()
        assert shown is not None
        assert (shown.size, shown.hours, shown.next_at) == (1, 2, clock.now() + timedelta(hours=2))
    assert await world.value("select count(*) from waves where request_id = $1", story.request) == 1


async def test_only_the_coordinators_of_the_organisation(world: World) -> None:
    story, other = await _by_day(world), await _by_day(world)
    stranger = other.scene.coordinator
    with at(11):
        for foreign in (story.send_now(2, stranger), story.stop(stranger)):
            with pytest.raises(NotFound):
                await foreign
        for volunteers in (story.send_now(2, story.people[0]), story.stop(story.people[0])):
            with pytest.raises(Forbidden):
                await volunteers
        with pytest.raises(InvalidInput):
            await story.send_now(7)


async def test_what_was_never_asked_in_waves_or_is_settled_has_none(world: World) -> None:
    story = await _by_day(world)
    plain = Waves(story.scene, await story.scene.a_request(), story.people)
    with at(11):
        assert await plain.shown() is None
        for verb in (plain.stop(), plain.send_now(1)):
            with pytest.raises(NotAllowedNow):
                await verb
        await accept(story.people[0], await story.offer_to(1))
        for verb in (story.stop(), story.send_now(2)):
            with pytest.raises(NotAllowedNow):
                await verb
