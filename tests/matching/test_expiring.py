"""By the clock: invitations expire, and a request nobody can answer any more goes back to its coordinator."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.matching.scene import a_scene
from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.jobs import WORKER, run_periodic
from vrijplaats.core.pools import open_database
from vrijplaats.matching.jobs import PERIODIC
from vrijplaats.settings import Login, Settings

pytestmark = pytest.mark.usefixtures("db")


async def test_what_is_over_expires_and_the_last_one_reopens_the_request(world: World, settings: Settings) -> None:
    scene = await a_scene(world)
    await open_database(settings.dsn(Login.WORKER), max_size=2, name=WORKER)
    first, last, request = await scene.a_volunteer(), await scene.a_volunteer(), await scene.a_request()
    soon = await scene.an_offer(first, request, expires_at=clock.now() + timedelta(hours=1))
    later = await scene.an_offer(last, request, expires_at=clock.now() + timedelta(hours=3))
    with clock.travel(clock.now() + timedelta(hours=2)):
        await run_periodic(PERIODIC[0])
        assert [await scene.state_of("offer", each) for each in (soon, later)] == ["EXPIRED", "LIVE"]
        assert await scene.state_of("visit_request", request) == "OFFERED"
    with clock.travel(clock.now() + timedelta(hours=4)):
        await run_periodic(PERIODIC[0])
        await run_periodic(PERIODIC[0])
    assert await scene.state_of("offer", later) == "EXPIRED"
    assert await scene.state_of("visit_request", request) == "OPEN"
    assert len(await scene.told("request.unanswered")) == 1
    assert await scene.verbs() == ["offer.expire"]
