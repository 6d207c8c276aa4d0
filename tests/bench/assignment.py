"""Verdeel for the whole country at once: 5,000 requests and 20,000 volunteers of one organisation, from the database to
the choice, beside taking the first suggestion for each in the same run. Each step by the clock and in the program's own
seconds of work; what the database works is in the first of the two only."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import asyncpg

from tests.matching.assignment.nation import REQUESTS, VOLUNTEERS, a_nation
from tests.world import World
from vrijplaats.core.db import close_database, open_database, transaction
from vrijplaats.matching.assignment.proposing import puzzle_of
from vrijplaats.matching.assignment.queries import assignment_preview, situation_of
from vrijplaats.matching.assignment.solving import best_choice, one_by_one
from vrijplaats.matching.assignment.standing import People

TIMES = 5
STEPS = ("reading", "all pairs", "best choice")
TOGETHER, WHOLE = " + ".join(STEPS), "the whole answer"
Took = dict[str, list[tuple[float, float]]]


async def measure_assignment(admin: str, app: str) -> None:
    """Make the country, work it out some times, print the quickest of each step."""
    connection = await asyncpg.connect(admin)
    try:
        world = World(connection)
        organisation, _ = await a_nation(world)
        coordinator = await world.a_coordinator(organisation)
    finally:
        await connection.close()
    await open_database(app, max_size=2)
    took: Took = {}
    try:
        for _ in range(TIMES):
            async with transaction(coordinator, read_only=True):
                with _timed(took, "reading"):
                    situation, _ = await situation_of(coordinator)
                with _timed(took, "all pairs"):
                    puzzle = puzzle_of(situation, People(situation.crowd, situation.register)).possible()
                with _timed(took, "best choice"):
                    best = best_choice(puzzle)
                with _timed(took, "one by one"):
                    greedy = one_by_one(puzzle)
            async with transaction(coordinator, read_only=True):
                with _timed(took, WHOLE):
                    await assignment_preview(coordinator)
    finally:
        await close_database()
    took[TOGETHER] = [
        (sum(clock), sum(work)) for clock, work in map(_both, zip(*(took[step] for step in STEPS), strict=True))
    ]
    print(f"\nVerdeel: {REQUESTS:,} requests, {VOLUNTEERS:,} volunteers, {len(puzzle.prices):,} pairs that can be\n")
    print(f"{'':<40}{'clock':>10}{'work':>10}")
    for name in (*STEPS, TOGETHER, "one by one", WHOLE):
        clock, work = (min(each) for each in _both(took[name]))
        print(f"{name:<40}{clock:>8.2f} s{work:>8.2f} s")
    for name, ours, theirs in (
        ("people served", best.sum(), greedy.sum()),
        ("price a person", puzzle.cost(best) / best.sum(), puzzle.cost(greedy) / greedy.sum()),
    ):
        print(f"{name:<40}{ours:>8.0f} beside {theirs:.0f} one by one ({ours / theirs - 1:+.1%})")


def _both(pairs: Iterable[tuple[float, float]]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    clock, work = zip(*pairs, strict=True)
    return clock, work


@contextmanager
def _timed(took: Took, name: str) -> Iterator[None]:
    begun, worked = time.perf_counter(), time.process_time()
    yield
    took.setdefault(name, []).append((time.perf_counter() - begun, time.process_time() - worked))
