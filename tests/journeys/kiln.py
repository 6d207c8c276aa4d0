"""The program's processes, begun in one that has read its code: reading it takes three seconds of a core, each time.

What it begins is the command as an operator types it, in a process of its own with its own environment and output. The
parent reads no setting and opens no connection. It ends, with all that it began, when the tests do.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_CODE = ("vrijplaats.cli", "vrijplaats.serving", "vrijplaats.worker", "vrijplaats.core.relay", "uvicorn.loops.uvloop")


class Running:
    """A process that was begun: as much of subprocess.Popen as the tests ask of it."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._end = os.pidfd_open(pid)

    def send_signal(self, number: int) -> None:
        """To this process and to no later one of the same number."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._end, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def wait(self, seconds: float | None = None) -> None:
        """Until it has ended; raises subprocess.TimeoutExpired."""
        if not select.select([self._end], [], [], seconds)[0]:
            raise subprocess.TimeoutExpired("vrijplaats", seconds or 0)


def begin(command: str, *, environment: Mapping[str, str], output: Path, folder: Path) -> Running:
    """`vrijplaats COMMAND` with exactly this environment, what it says at the end of `output`."""
    wanted = {"command": command, "environment": dict(environment), "output": str(output), "folder": str(folder)}
    kiln = _kiln()
    assert kiln.stdin and kiln.stdout
    kiln.stdin.write(json.dumps(wanted).encode() + b"\n")
    kiln.stdin.flush()
    return Running(int(kiln.stdout.readline()))


@cache
def _kiln() -> subprocess.Popen[bytes]:
    """One for each process that runs tests; the end of its input is its end."""
    return subprocess.Popen([sys.executable, "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _main() -> None:
    for each in _CODE:
        __import__(each)
    _read_the_documents()
    gc.freeze()  # what is shared stays shared
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the tests say when it is over
    begun: list[int] = []
    for line in sys.stdin.buffer:
        pid = os.fork()
        if pid == 0:
            _become(json.loads(line))
        begun.append(pid)
        print(pid, flush=True)
        _bury(begun)
    for pid in begun:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
    end = time.monotonic() + 5
    while begun and time.monotonic() < end:
        _bury(begun)
        time.sleep(0.05)
    for pid in begun:
        os.kill(pid, signal.SIGKILL)


def _read_the_documents() -> None:
    """The schema and what the PWA asks, parsed and validated: another second of a core, each time."""
    from vrijplaats.app import MANIFEST, documents

    checked = documents(free=True)
    for text in json.loads(MANIFEST.read_bytes()).values():
        checked.operation(text, None)


def _bury(begun: list[int]) -> None:
    """What has ended is waited for, so that its number means nobody."""
    for pid in list(begun):
        if os.waitpid(pid, os.WNOHANG)[0]:
            begun.remove(pid)


def _become(wanted: dict[str, Any]) -> None:
    """Be the command; does not come back."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(wanted["folder"])
    os.environ.clear()
    os.environ.update(wanted["environment"])
    output = os.open(wanted["output"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for here, there in ((nothing, 0), (output, 1), (output, 2)):
        os.dup2(here, there)
    os.closerange(3, 1024)
    sys.argv = ["vrijplaats", wanted["command"]]
    from vrijplaats.cli import main

    main(prog_name="vrijplaats")


if __name__ == "__main__":
    _main()
