"""Verdeel for the whole country at once: 5,000 requests and 20,000 volunteers of one organisation, from the database to
the choice, beside taking the first suggestion for each in the same run."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg

from tests.matching.assignment.nation import REQUESTS, VOLUNTEERS, a_nation
from tests.world import World
from vrijplaats.core.db import close_database, open_database, transaction
from vrijplaats.matching.assignment.proposing import puzzle_of
from vrijplaats.matching.assignment.queries import assignment_preview, situation_of
from vrijplaats.matching.assignment.solving import best_choice, one_by_one

TIMES = 5


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
    took: dict[str, list[float]] = {}
    try:
        for _ in range(TIMES):
            async with transaction(coordinator, read_only=True):
                with _timed(took, "reading"):
                    situation, _ = await situation_of(coordinator)
                with _timed(took, "all pairs"):
                    puzzle = puzzle_of(situation).possible()
                with _timed(took, "best choice"):
                    best = best_choice(puzzle)
                with _timed(took, "one by one"):
                    greedy = one_by_one(puzzle)
            async with transaction(coordinator, read_only=True):
                with _timed(took, "the whole answer"):
                    await assignment_preview(coordinator)
    finally:
        await close_database()
    print(f"\nVerdeel: {REQUESTS:,} requests, {VOLUNTEERS:,} volunteers, {len(puzzle.prices):,} pairs that can be\n")
    for name, seconds in took.items():
        print(f"{name:<22}{min(seconds):>8.2f} s")
    print(
        f"{'people served':<22}{best.sum():>8} beside {greedy.sum()} one by one ({best.sum() / greedy.sum() - 1:+.1%})"
    )
    print(
        f"{'price a person':<22}{puzzle.cost(best) / best.sum():>8.0f} beside {puzzle.cost(greedy) / greedy.sum():.0f}"
    )


@contextmanager
def _timed(took: dict[str, list[float]], name: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    took.setdefault(name, []).append(time.perf_counter() - begun)
