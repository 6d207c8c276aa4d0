"""`vrijplaats run`: one line when it is ready, plain words when it cannot start, and nothing left behind by any end."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults.installation import eventually

# of a processor, all parts together: how long it takes says how busy the machine is
SECOND_START_SECONDS = 15


class Run:
    """The command on a folder and a port of its own."""

    def __init__(self, var: Path, **settings: str) -> None:
        self.var = var
        self.settings = settings
        self.port = _free_port()
        self.process: subprocess.Popen[str] | None = None
        self.output: list[str] = []

    def begin(self) -> subprocess.Popen[str]:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "vrijplaats", "run"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=self.environment(),
        )
        return self.process

    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        # The variables may hold servers of the surroundings; this run must start its own.
        return kept | {
            "VRIJPLAATS_ENV": "test",
            "VRIJPLAATS_VAR": str(self.var),
            "PORT": str(self.port),
            "PYTHONPATH": os.pathsep.join(sys.path),
            **self.settings,
        }

    def start(self) -> None:
        """Start and read on until it says that it is ready."""
        process = self.begin()
        assert process.stdout is not None
        self.output = []
        for line in process.stdout:
            self.output.append(line.rstrip("\n"))
            if line.startswith("ready"):
                return
        raise AssertionError("\n".join(self.output))

    def end(self, how: signal.Signals) -> int:
        assert self.process is not None
        assert self.process.stdout is not None
        self.process.send_signal(how)
        self.output += self.process.stdout.read().splitlines()
        self.process.stdout.close()
        return self.process.wait(30)

    def get(self, path: str = "/readyz") -> int:
        """The status with which it answers."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            line.request("GET", path)
            return line.getresponse().status
        finally:
            line.close()

    def processes(self) -> dict[int, str]:
        """Everything that carries our folder in its command or its environment, except this test itself."""
        mark = str(self.var)
        return {pid: command for pid, command, environment in _all_processes() if mark in command + environment}

    def worked(self) -> float:
        """How many seconds of a processor all of it took so far, with what has ended."""
        spent = 0
        for pid in self.processes():
            with suppress(OSError):
                after_its_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                spent += sum(int(each) for each in after_its_name[11:15])
        return spent / os.sysconf("SC_CLK_TCK")

    def part(self, name: str) -> int:
        """The process of this part, 0 when there is none."""
        return next((pid for pid, command in self.processes().items() if f"vrijplaats {name}" in command), 0)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="vrijplaats-run-") as name:
        Path(name).chmod(0o711)
        yield Path(name)


@pytest.fixture(scope="module")
def run(folder: Path) -> Iterator[Run]:
    run = Run(folder / "var")
    yield run
    if run.process is not None and run.process.poll() is None:
        run.end(signal.SIGINT)
    eventually(lambda: not run.processes())


def test_the_first_start_says_ready_exactly_once_and_answers(run: Run) -> None:
    run.start()
    assert run.get() == 200
    assert run.output[-1] == f"ready http://localhost:{run.port}"


def test_a_killed_web_process_is_started_again(run: Run) -> None:
    killed = run.part("web")
    os.kill(killed, signal.SIGKILL)
    assert eventually(lambda: run.part("web") not in (0, killed) and run.get() == 200)


@pytest.mark.parametrize("part", ["worker", "relay"])
def test_another_killed_part_is_started_again(run: Run, part: str) -> None:
    assert eventually(lambda: run.part(part) != 0)
    killed = run.part(part)
    os.kill(killed, signal.SIGKILL)
    assert eventually(lambda: run.part(part) not in (0, killed))


def test_a_second_run_on_the_same_folder_is_refused_in_one_sentence(run: Run) -> None:
    other = Run(run.var)
    process = other.begin()
    output, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert output.startswith("Error: Vrijplaats already runs on")


def test_ctrl_c_stops_everything(run: Run) -> None:
    assert run.end(signal.SIGINT) == 0
    assert run.processes() == {}
    assert [line for line in run.output if line.startswith("ready")] == [f"ready http://localhost:{run.port}"]


def test_a_later_start_is_quick(run: Run) -> None:
    run.start()
    assert run.worked() < SECOND_START_SECONDS
    assert not [line for line in run.output if "migrations applied" in line]


def test_nothing_outlives_a_killed_run_and_the_next_one_starts(run: Run) -> None:
    run.end(signal.SIGKILL)
    assert eventually(lambda: run.processes() == {})
    run.start()
    assert run.get() == 200


def test_sigterm_stops_everything(run: Run) -> None:
    assert run.end(signal.SIGTERM) == 0
    assert run.processes() == {}


@pytest.mark.parametrize("seconds", [0.3, 0.6, 1.2])
def test_stopping_during_the_start_leaves_nothing(run: Run, seconds: float) -> None:
    run.begin()
    time.sleep(seconds)
    run.end(signal.SIGTERM)
    assert run.processes() == {}


def test_a_port_in_use_is_said_in_plain_words(run: Run) -> None:
    with socket.create_server(("127.0.0.1", run.port)):
        process = run.begin()
        output, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert f"Port {run.port} is in use by another program." in output
    assert run.processes() == {}


def test_a_first_load_of_the_demo_that_was_killed_is_done_again_whole(folder: Path) -> None:
    run = Run(folder / "demo", VRIJPLAATS_ENV="demo")
    process = run.begin()
    assert process.stdout is not None
    assert any(line.startswith("Loading") for line in process.stdout)
    time.sleep(1)
    run.end(signal.SIGKILL)
    assert eventually(lambda: run.processes() == {})
    try:
        run.start()
        assert run.output[-1].startswith("ready")
        assert run.get("/demo/personas") == 200
    finally:
        run.end(signal.SIGINT)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


def _all_processes() -> Iterator[tuple[int, str, str]]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and int(entry.name) != os.getpid():
            try:
                texts = [(entry / name).read_bytes().replace(b"\0", b" ").decode() for name in ("cmdline", "environ")]
            except (OSError, UnicodeDecodeError):
                continue
            if texts[0]:  # a zombie has no command line
                yield int(entry.name), texts[0], texts[1]
