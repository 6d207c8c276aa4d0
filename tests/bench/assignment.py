"""Verdeel for the whole country at once: 5,000 requests and 20,000 volunteers of one organisation, from the database to
the choice, beside taking the first suggestion for each in the same run. Each step by the clock, and in seconds of
work of the program and of the database: a machine with others on it makes people wait, not work."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg

from tests.matching.assignment.nation import REQUESTS, VOLUNTEERS, a_nation
from tests.world import World
from vrijplaats.core.db import close_database, fetch_value, open_database, transaction
from vrijplaats.matching.assignment.proposing import puzzle_of
from vrijplaats.matching.assignment.queries import assignment_preview, situation_of
from vrijplaats.matching.assignment.solving import best_choice, one_by_one
from vrijplaats.matching.assignment.standing import People

TIMES = 5
STEPS = ("reading", "all pairs", "best choice")
TOGETHER, WHOLE = " + ".join(STEPS), "the whole answer"
Took = dict[str, list[tuple[float, ...]]]  # by the clock, the program's work, the database's


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
                backend = await fetch_value("select pg_backend_pid()")
                with timed(took, "reading", backend):
                    situation, _ = await situation_of(coordinator)
                with timed(took, "all pairs", backend):
                    puzzle = puzzle_of(situation, People(situation.crowd, situation.register)).possible()
                with timed(took, "best choice", backend):
                    best = best_choice(puzzle)
                with timed(took, "one by one", backend):
                    greedy = one_by_one(puzzle)
            async with transaction(coordinator, read_only=True):
                backend = await fetch_value("select pg_backend_pid()")
                with timed(took, WHOLE, backend):
                    await assignment_preview(coordinator)
    finally:
        await close_database()
    took[TOGETHER] = [
        tuple(map(sum, zip(*each, strict=True))) for each in zip(*map(took.__getitem__, STEPS), strict=True)
    ]
    print(f"\nVerdeel: {REQUESTS:,} requests, {VOLUNTEERS:,} volunteers, {len(puzzle.prices):,} pairs that can be\n")
    print_table({name: took[name] for name in (*STEPS, TOGETHER, "one by one", WHOLE)})
    for name, ours, theirs in (
        ("people served", best.sum(), greedy.sum()),
        ("price a person", puzzle.cost(best) / best.sum(), puzzle.cost(greedy) / greedy.sum()),
    ):
        print(f"{name:<40}{ours:>8.0f} beside {theirs:.0f} one by one ({ours / theirs - 1:+.1%})")


@contextmanager
def timed(took: Took, name: str, backend: int) -> Iterator[None]:
    before = (time.perf_counter(), time.process_time(), _work_of(backend))
    yield
    after = (time.perf_counter(), time.process_time(), _work_of(backend))
    took.setdefault(name, []).append(tuple(end - begin for begin, end in zip(before, after, strict=True)))


def print_table(took: Took) -> None:
    """The quickest of each step."""
    print(f"{'':<40}{'clock':>10}{'program':>10}{'database':>10}")
    for name, times in took.items():
        print(f"{name:<40}" + "".join(f"{min(each):>8.2f} s" for each in zip(*times, strict=True)))


def _work_of(process: int) -> float:
    """Seconds a process of this machine has worked."""
    parts = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")
