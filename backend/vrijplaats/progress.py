"""How far a long load is: a bar on a terminal, a line per step elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

Report = Callable[[str, int, int], None]


@contextmanager
def shown() -> Iterator[Report]:
    """Gives `report(step, done, total)`, to be called as often as one likes."""
    if not sys.stdout.isatty():
        yield _lines()
        return
    columns = (TextColumn("  {task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns) as bar:
        yield _bars(bar)


def _bars(bar: Progress) -> Report:
    tasks = {}

    def report(step: str, done: int, total: int) -> None:
        if step not in tasks:
            tasks[step] = bar.add_task(step, total=total)
        bar.update(tasks[step], completed=done, total=total)

    return report


def _lines() -> Report:
    finished: set[str] = set()

    def report(step: str, done: int, total: int) -> None:
        if done >= total and step not in finished:
            finished.add(step)
            print(f"  {step}: done", flush=True)

    return report
