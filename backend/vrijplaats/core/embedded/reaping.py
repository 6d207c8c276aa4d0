"""Ending what a killed supervisor left behind. A server works in its data folder: `/proc/N/cwd` tells."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Collection
from pathlib import Path

PATIENCE_SECONDS = 8.0


def processes_in(folder: Path) -> list[int]:
    """The living processes whose working directory is `folder`."""
    place = str(folder.resolve())
    return [pid for pid in _process_ids() if _works_in(pid, place) and is_alive(pid)]


def is_alive(pid: int) -> bool:
    """Whether the process exists and is not a zombie (a zombie still answers signal 0)."""
    try:
        return _state(pid) not in ("Z", "X")
    except OSError:
        return False


def end(pids: Collection[int], gently: signal.Signals) -> None:
    """Ask these processes to stop, wait, and kill those that do not."""
    send(pids, gently)
    if not wait_until_gone(pids, PATIENCE_SECONDS):
        send(pids, signal.SIGKILL)
        wait_until_gone(pids, PATIENCE_SECONDS)


def send(pids: Collection[int], what: signal.Signals) -> None:
    """Send a signal to each; one that is gone already is fine."""
    for pid in pids:
        try:
            os.kill(pid, what)
        except ProcessLookupError:
            continue


def wait_until_gone(pids: Collection[int], seconds: float) -> bool:
    """Whether all of them ended within the time given."""
    deadline = time.monotonic() + seconds
    while any(is_alive(pid) for pid in pids):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def _process_ids() -> list[int]:
    proc = Path("/proc")
    return [int(entry) for entry in os.listdir(proc) if entry.isdecimal()] if proc.is_dir() else []


def _works_in(pid: int, place: str) -> bool:
    try:
        return os.readlink(f"/proc/{pid}/cwd") == place
    except OSError:
        return False


def _state(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0]
