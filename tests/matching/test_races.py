"""Promise 4: of any number of simultaneous acceptances exactly one succeeds, whatever else happens at that moment."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable
from datetime import timedelta
from typing import Any

import pytest

from tests.matching.scene import Scene, a_scene, accept, decline, offer
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.errors import DomainError
from vrijplaats.core.jobs import WORKER, run_periodic
from vrijplaats.core.pools import open_database
from vrijplaats.matching.jobs import PERIODIC
from vrijplaats.settings import Login, Settings

pytestmark = pytest.mark.usefixtures("db")
AT_ONCE = 200


async def _code(answer: Awaitable[Any]) -> str:
    """What came of it: a code, or YES. Anything that is no expected problem fails the test."""
    try:
        await answer
    except DomainError as error:
        return error.code
    return "YES"


async def _together(*answers: Awaitable[Any]) -> list[str]:
    return list(await asyncio.gather(*(_code(answer) for answer in answers)))


async def _deadlocks(scene: Scene) -> Any:
    return await scene.world.value("select deadlocks from pg_stat_database where datname = current_database()")


async def _holds(scene: Scene) -> None:
    """What is true whatever happened: one yes at most, and everything else agrees with it."""
    rows = await scene.world.rows(
        "select r.state, (select count(*) from match m where m.request_id = r.id) as matches,"
        " (select count(*) from offer o where o.request_id = r.id and o.state = 'ACCEPTED') as accepted,"
        " (select count(*) from offer o where o.request_id = r.id and o.state = 'LIVE') as live"
        " from visit_request r where r.organisation_id = $1",
        scene.organisation,
    )
    for row in rows:
        assert row["matches"] == row["accepted"] == (1 if row["state"] == "MATCHED" else 0), row
        assert (row["live"] > 0) == (row["state"] == "OFFERED"), row
    over = await scene.world.value(
        "select count(*) from volunteer v where organisation_id = $1 and (carrying > capacity or carrying <> ("
        "select count(*) from match m where m.volunteer_id = v.id and m.state <> 'ENDED'))",
        scene.organisation,
    )
    assert over == 0


async def test_of_two_hundred_at_once_one_wins(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    scene, request = await a_scene(world), None
    request = await scene.a_request()
    volunteers = [await scene.a_volunteer() for _ in range(AT_ONCE)]
    offers = [await scene.an_offer(volunteer, request) for volunteer in volunteers]
    begun = time.perf_counter()
    codes = await _together(*(accept(*pair) for pair in zip(volunteers, offers, strict=True)))
    took = time.perf_counter() - begun
    assert Counter(codes) == {"YES": 1, "OFFER_TAKEN": AT_ONCE - 1}
    states = await world.rows("select state, count(*) from offer where request_id = $1 group by 1", request)
    assert {row["state"]: row["count"] for row in states} == {"ACCEPTED": 1, "WITHDRAWN": AT_ONCE - 1}
    (told,) = await scene.told("offer.taken")
    winner = volunteers[codes.index("YES")]
    assert set(told["recipients"]) == {each.person_id for each in volunteers} - {winner.person_id}
    assert await scene.verbs() == ["offer.accept"]
    await _holds(scene)
    assert not await _deadlocks(scene)
    with capsys.disabled():
        print(f"\n{AT_ONCE} simultaneous acceptances over 10 connections: {took * 1000:.0f} ms")


@pytest.mark.parametrize("capacity", [1, 3])
async def test_a_volunteer_never_carries_more_than_they_can(world: World, capacity: int) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer(capacity=capacity)
    offers = [await scene.an_offer(volunteer) for _ in range(8)]
    codes = await _together(*(accept(volunteer, each) for each in offers))
    assert Counter(codes) == {"YES": capacity, "AT_CAPACITY": 8 - capacity}
    assert await scene.carrying(volunteer) == capacity
    await _holds(scene)


async def test_one_phone_that_says_yes_many_times_has_one_match(world: World) -> None:
    scene = await a_scene(world)
    volunteer = await scene.a_volunteer()
    offer_id = await scene.an_offer(volunteer)
    assert await _together(*(accept(volunteer, offer_id) for _ in range(10))) == ["YES"] * 10
    assert await scene.carrying(volunteer) == 1
    await _holds(scene)


async def test_yes_against_not_now_and_new_invitations_never_deadlocks(world: World) -> None:
    scene = await a_scene(world)
    volunteers, fresh = (
        [await scene.a_volunteer(capacity=9) for _ in range(6)],
        [await scene.a_volunteer() for _ in range(3)],
    )
    requests = [await scene.a_request() for _ in range(5)]
    for request in requests:
        offers = await offer(scene.coordinator, request, *volunteers)
        yes = [accept(*pair) for pair in zip(volunteers[:3], [view.id for view in offers[:3]], strict=True)]
        no = [decline(*pair) for pair in zip(volunteers[3:], [view.id for view in offers[3:]], strict=True)]
        more = [offer(scene.coordinator, request, each) for each in fresh]
        codes = await _together(*yes, *no, *more)
        assert set(codes) <= {"YES", "OFFER_TAKEN", "ALREADY_MATCHED", "AT_CAPACITY", "NOT_ELIGIBLE"}
        await _holds(scene)
    assert not await _deadlocks(scene)


_WITHDRAW = """
with r as (update visit_request set state = 'WITHDRAWN' where id = $1 and state in ('OPEN', 'OFFERED') returning id)
update offer set state = 'WITHDRAWN' from r where request_id = r.id and offer.state = 'LIVE'
"""


async def test_yes_against_withdrawing_the_wish_has_one_outcome(world: World) -> None:
    scene = await a_scene(world)
    for _ in range(12):
        volunteer, request = await scene.a_volunteer(), await scene.a_request()
        offer_id = await scene.an_offer(volunteer, request)
        code, _ = await _together(accept(volunteer, offer_id), world.connection.execute(_WITHDRAW, request))
        state = await scene.state_of("visit_request", request)
        assert (code, state) in {("YES", "MATCHED"), ("OFFER_WITHDRAWN", "WITHDRAWN")}
        await _holds(scene)


async def test_yes_against_the_end_of_the_time_has_one_outcome(world: World, settings: Settings) -> None:
    scene = await a_scene(world)
    await open_database(settings.dsn(Login.WORKER), max_size=2, name=WORKER)
    for _ in range(12):
        volunteer, request = await scene.a_volunteer(), await scene.a_request()
        offer_id = await scene.an_offer(volunteer, request, expires_at=clock.now() + timedelta(milliseconds=15))
        codes = await _together(_later(accept(volunteer, offer_id)), _later(run_periodic(PERIODIC[0])))
        assert codes[0] in {"YES", "OFFER_EXPIRED"}
        await run_periodic(PERIODIC[0])
        await asyncio.sleep(0.02)
        await run_periodic(PERIODIC[0])
        state = await scene.state_of("offer", offer_id)
        assert state == ("ACCEPTED" if codes[0] == "YES" else "EXPIRED")
        await _holds(scene)


async def _later(answer: Awaitable[Any]) -> Any:
    """About when the time is over, a little before or after."""
    await asyncio.sleep(0.005 + 0.01 * (time.perf_counter_ns() % 1000) / 1000)
    return await answer
