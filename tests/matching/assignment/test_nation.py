"""A tenth of the country, from the database to the proposal: what holds for a few holds for many, and it is quick. The
whole country is in `make bench`."""

from __future__ import annotations

import time
from collections import Counter

import numpy as np
import pytest

from tests.matching.assignment.nation import PRISONS, REQUESTS, VOLUNTEERS, a_nation
from tests.world import World
from vrijplaats.core import clock, db
from vrijplaats.matching.assignment.proposing import Situation, propose
from vrijplaats.matching.assignment.queries import assignment_preview, situation_of
from vrijplaats.matching.rules import obstacle

pytestmark = pytest.mark.usefixtures("db")
SHARE = 10


async def test_a_tenth_of_the_country(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    organisation, _ = await a_nation(
        world, volunteers=VOLUNTEERS // SHARE, requests=REQUESTS // SHARE, prisons=PRISONS // SHARE
    )
    coordinator = await world.a_coordinator(organisation)
    async with db.transaction(coordinator):
        situation, invited = await situation_of(coordinator)
    proposal = propose(situation)
    assert (len(situation.waiting), invited) == (REQUESTS // SHARE, 0)
    _nobody_who_cannot(proposal.situation, {wish: row.volunteer for wish, row in proposal.chosen.items()})
    # of those who waited at least so long, never fewer than one after the other
    days = np.array([each.days for each in situation.waiting])
    for least in np.unique(days):
        ours, theirs = (sum(days[wish] >= least for wish in chosen) for chosen in (proposal.chosen, proposal.today))
        assert ours >= theirs
    best = 99.0
    for _ in range(3):
        async with db.transaction(coordinator):
            begun = time.perf_counter()
            preview = await assignment_preview(coordinator)
            best = min(best, time.perf_counter() - begun)
    assert preview.proposed.people == len(proposal.chosen) > 200
    with capsys.disabled():
        print(f"\nVerdeel for {REQUESTS // SHARE} requests, {VOLUNTEERS // SHARE} volunteers: {best * 1000:.0f} ms")
    assert best < 5.0, "far from what one waits for"


def _nobody_who_cannot(situation: Situation, chosen: dict[int, int]) -> None:
    asked = Counter(chosen.values())
    for wish, number in chosen.items():
        volunteer = situation.crowd[number]
        assert obstacle(volunteer, situation.waiting[wish].asked.wish, clock.today()) is None
        assert asked[number] <= situation.free[number]
