"""Starts programs, restarts those that die, and stops them all in the opposite order."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from vrijplaats.core.embedded import reaping
from vrijplaats.core.embedded.account import EmbeddedError

START_SECONDS = 60.0
STOP_SECONDS = 15.0
SLOWEST_RESTART_SECONDS = 5.0


class Program(Protocol):
    """Something that runs as a process of its own."""

    name: str
    last_signal: signal.Signals
    log: Path

    def start(self) -> subprocess.Popen[bytes]: ...

    def is_ready(self) -> bool: ...


@dataclass(slots=True)
class _Running:
    program: Program
    process: subprocess.Popen[bytes]
    since: float = field(default_factory=time.monotonic)
    deaths_in_a_row: int = 0
    not_before: float = 0.0


class Supervisor:
    """Our running programs. All of it happens in one thread: the kernel's parent-death signal goes by thread."""

    def __init__(self) -> None:
        self._running: list[_Running] = []

    async def start(self, program: Program) -> None:
        """Start it and wait until it is ready; raises EmbeddedError when it ends instead."""
        self.start_soon(program)
        await self.ready(program)

    def start_soon(self, program: Program) -> None:
        """Start it without waiting."""
        self._running.append(_Running(program, program.start()))

    async def ready(self, program: Program) -> None:
        """Wait until a started program is ready."""
        process = next(each.process for each in self._running if each.program is program)
        deadline = time.monotonic() + START_SECONDS
        while not program.is_ready():
            if process.poll() is not None:
                raise EmbeddedError(f"{program.name} ended while starting; see {program.log}.\n{_tail(program.log)}")
            if time.monotonic() > deadline:
                raise EmbeddedError(f"{program.name} was not ready within {START_SECONDS:.0f} s; see {program.log}.")
            await asyncio.sleep(0.02)

    async def watch(self) -> None:
        """Restart whatever dies, sooner the first time than the tenth. Runs until it is cancelled."""
        while True:
            for each in self._running:
                self._look_after(each)
            await asyncio.sleep(0.1)

    def _look_after(self, each: _Running) -> None:
        if each.process.poll() is None:
            return
        now = time.monotonic()
        if not each.not_before:
            each.deaths_in_a_row = each.deaths_in_a_row + 1 if now - each.since < 30 else 1
            each.not_before = now + min(0.1 * 2 ** (each.deaths_in_a_row - 1), SLOWEST_RESTART_SECONDS)
            print(f"{each.program.name} ended (status {each.process.returncode}); it is started again.", flush=True)
        elif now >= each.not_before:
            each.process, each.since, each.not_before = each.program.start(), now, 0.0

    def stop(self) -> None:
        """Stop all, the last one started first; a program that does not listen is killed."""
        while self._running:
            stop_process(self._running.pop())


def stop_process(each: _Running) -> None:
    """Ask one program to end, wait, and in the end insist."""
    if each.process.poll() is None:
        each.process.send_signal(each.program.last_signal)
        try:
            each.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            reaping.send([each.process.pid], signal.SIGKILL)
            each.process.wait()


def _tail(log: Path) -> str:
    try:
        return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-5:])
    except OSError:
        return ""
