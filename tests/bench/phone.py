"""Lighthouse's performance of the volunteer's screens: the mobile preset, the median of some runs."""

from __future__ import annotations

import os
import statistics
from collections.abc import Iterator

from tests.browser.screens import paths_of
from tests.journeys.screens import Screen
from tests.lighthouse.audit import Audited, audited

PERSONA = "volunteer-1"
SCREENS = ("uitnodigingen", "uitnodiging", "koppelingen", "bezoeken", "ik")
RUNS = int(os.environ.get("BENCH_LIGHTHOUSE_RUNS", "3"))
GOAL = 98


def measured(origin: str) -> Iterator[str]:
    """A line for each screen."""
    screen = Screen(origin, PERSONA)
    paths = paths_of(PERSONA, screen)
    yield f"\nLighthouse, mobile preset, median of {RUNS} runs; the goal is {GOAL} or more"
    head = f"{'screen':<22}{'performance':>12}{'first paint ms':>16}{'largest ms':>12}{'blocked ms':>12}{'shift':>8}"
    yield head + f"{'machine':>9}"
    for name in SCREENS:
        runs = list(audited(origin, screen.client.cookies["vrijplaats"], [paths[name]] * RUNS, "performance"))
        yield _row(name, runs)


def _row(name: str, runs: list[Audited]) -> str:
    def median(figure: str) -> float:
        return statistics.median(run.figures[figure] for run in runs)

    return (
        f"{name:<22}{statistics.median(run.scores['performance'] for run in runs) * 100:>12.0f}"
        f"{median('first-contentful-paint'):>16.0f}{median('largest-contentful-paint'):>12.0f}"
        f"{median('total-blocking-time'):>12.0f}{median('cumulative-layout-shift'):>8.3f}"
        f"{statistics.median(run.machine for run in runs):>9.0f}"
    )
