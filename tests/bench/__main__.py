"""`make bench`: how quick the hot screens are on the demo world, beside the floor of this machine in the same run, and
what Lighthouse says of the volunteer's screens.

Absolute numbers say something about the machine; the last column says something about us.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from tests.bench import phone
from tests.bench.assignment import measure_assignment
from tests.bench.care import measure_care
from tests.bench.importing import measure_importing
from tests.bench.overview import measure_overview
from tests.bench.wire import Call, Speed, measure
from vrijplaats.settings import ROOT

AT_ONCE = 32
REQUESTS = int(os.environ.get("BENCH_REQUESTS", "1500"))
MANIFEST = ROOT / "pwa" / "src" / "lib" / "gql" / "persisted-documents.json"
SCREENS: list[tuple[str, str, dict[str, Any]]] = [
    ("volunteer-1", "Viewer", {}),
    ("volunteer-1", "MyOffers", {}),
    ("volunteer-1", "MyMatches", {}),
    ("volunteer-1", "MyVisits", {}),
    ("coordinator", "RequestInbox", {"first": 25}),
    ("coordinator", "OrganisationMatches", {"first": 25}),
    ("staff-veenhuizen", "FacilityRequests", {"first": 25}),
    ("staff-veenhuizen", "FacilityAgenda", {"date": datetime.now(UTC).date().isoformat()}),
    ("funder", "Publications", {}),
]


def main() -> None:
    """Start the demo world and the floor, measure, print, and stop both."""
    with tempfile.TemporaryDirectory(prefix="vrijplaats-bench-") as folder:
        Path(folder).chmod(0o711)
        environment = {**os.environ, "VRIJPLAATS_VAR": f"{folder}/var", "VRIJPLAATS_DEMO": "1", "PORT": str(_port())}
        with _program([sys.executable, "-m", "vrijplaats", "run"], environment, until="ready"):
            admin, app = _dsn(environment, "admin"), _dsn(environment, "app")
            floor = str(_port())
            with _program([sys.executable, "-m", "tests.bench.floor", floor], {**os.environ, "FLOOR_DSN": admin}):
                asyncio.run(_measured(int(environment["PORT"]), int(floor)))
            for line in phone.measured(f"http://localhost:{environment['PORT']}"):
                print(line, flush=True)
            measure_importing(f"http://localhost:{environment['PORT']}")
            asyncio.run(measure_assignment(admin, app))
            asyncio.run(measure_overview(admin, app))
            asyncio.run(measure_care(admin, app))


def _dsn(environment: dict[str, str], role: str) -> str:
    command = [sys.executable, "-m", "vrijplaats", "dsn", "--role", role]
    return subprocess.check_output(command, env=environment, text=True).strip()


async def _measured(port: int, floor: int) -> None:
    print(
        f"\n{REQUESTS} requests each, {AT_ONCE} at once, one web process; the floor is measured again beside each row\n"
    )
    print(f"{'screen':<22}{'bytes':>8}{'per second':>12}{'median ms':>11}{'95 % ms':>9}{'of the floor':>14}")
    await _until_up(floor)
    for persona, name, variables in SCREENS:
        body = json.dumps({"documentId": _document(name), "variables": variables}).encode()
        headers = {"X-Vrijplaats": "1", "Content-Type": "application/json", "Cookie": await _signed_in(port, persona)}
        best = await measure(Call(floor), requests=REQUESTS, at_once=AT_ONCE)
        ours = await measure(Call(port, "POST", "/graphql", headers, body), requests=REQUESTS, at_once=AT_ONCE)
        _print_row(name, ours, best)


def _print_row(name: str, ours: Speed, best: Speed) -> None:
    assert b'"errors"' not in ours.answer, ours.answer[:500]
    slow = statistics.quantiles(ours.waits, n=20)[-1]
    print(
        f"{name:<22}{len(ours.answer):>8}{ours.per_second:>12.0f}{statistics.median(ours.waits):>11.1f}{slow:>9.1f}"
        f"{ours.per_second / best.per_second:>14.2f}",
        flush=True,
    )


async def _signed_in(port: int, persona: str) -> str:
    """The session cookie of a persona."""
    async with httpx.AsyncClient(base_url=f"http://localhost:{port}") as client:
        answer = await client.post("/demo/sign-in", json={"persona": persona}, headers={"X-Vrijplaats": "1"})
        answer.raise_for_status()
        return "; ".join(f"{name}={value}" for name, value in answer.cookies.items())


def _document(name: str) -> str:
    """The id under which the PWA sends this operation."""
    known: dict[str, str] = json.loads(MANIFEST.read_text(encoding="utf-8"))
    return next(id_ for id_, text in known.items() if re.search(rf"\b(query|mutation) {name}\b", text))


@contextmanager
def _program(command: list[str], environment: dict[str, str], until: str | None = None) -> Iterator[None]:
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        for line in process.stdout if until else ():
            print(line, end="", flush=True)
            if until and line.startswith(until):
                break
        yield
    finally:
        process.terminate()
        process.wait(30)


async def _until_up(port: int) -> None:
    for _ in range(200):
        with suppress(OSError):
            await measure(Call(port), requests=1, at_once=1)
            return
        await asyncio.sleep(0.05)
    raise RuntimeError("the floor did not start")


def _port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
