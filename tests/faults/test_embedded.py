"""Whatever is killed, the embedded servers come back with their data, and a proper stop leaves nothing running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.installation import Installation, eventually
from vrijplaats.core.embedded.account import server_account
from vrijplaats.core.embedded.places import LONGEST_SOCKET_PATH, POSTGRES_SOCKET
from vrijplaats.core.embedded.postgres import Postgres


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A short path that every account may pass through."""
    with tempfile.TemporaryDirectory(prefix="vrijplaats-faults-") as name:
        Path(name).chmod(0o711)
        yield Path(name)


@pytest.fixture(scope="module")
def kept(folder: Path) -> Iterator[Installation]:
    """One installation that all these tests hurt in turn."""
    installation = Installation(folder / "var")
    installation.start()
    installation.write("still here")
    yield installation
    installation.remove()


def test_a_killed_postmaster_is_started_again_with_the_data(kept: Installation) -> None:
    killed = kept.postmaster()
    os.kill(killed, signal.SIGKILL)
    assert eventually(lambda: kept.postmaster() != killed and kept.read() == "still here")


def test_a_killed_backend_takes_nothing_with_it(kept: Installation) -> None:
    backend = next(pid for pid in kept.processes() if pid != kept.postmaster())
    os.kill(backend, signal.SIGKILL)
    assert eventually(lambda: kept.read() == "still here")


def test_a_killed_valkey_is_started_again(kept: Installation) -> None:
    [server] = [pid for pid in kept.processes() if os.path.realpath(f"/proc/{pid}/cwd").endswith("valkey")]
    os.kill(server, signal.SIGKILL)
    assert eventually(lambda: server not in kept.processes() and kept.valkey_answers())


def test_a_second_start_on_the_same_folder_is_refused(kept: Installation) -> None:
    second = subprocess.run(
        [sys.executable, "-m", "tests.faults.kept_running", str(kept.var)], capture_output=True, text=True, check=False
    )
    assert second.returncode != 0
    assert "already runs" in second.stderr


def test_after_a_killed_supervisor_the_next_start_has_the_data(kept: Installation) -> None:
    kept.end(signal.SIGKILL)
    kept.start()
    assert kept.read() == "still here"


def test_servers_end_with_a_killed_supervisor(kept: Installation) -> None:
    kept.end(signal.SIGKILL)
    try:
        assert eventually(lambda: kept.processes() == [])
    finally:
        kept.start()


def test_everything_killed_at_once_loses_nothing(kept: Installation) -> None:
    victims = kept.processes()
    kept.end(signal.SIGKILL)
    for pid in victims:
        subprocess.run(["/bin/kill", "-KILL", str(pid)], check=False, stderr=subprocess.DEVNULL)
    kept.start()
    assert kept.read() == "still here"


def test_ctrl_c_leaves_no_process(kept: Installation) -> None:
    assert kept.end(signal.SIGINT) == 0
    try:
        assert kept.processes() == []
    finally:
        kept.start()


def test_a_server_left_running_is_ended_before_a_new_one_starts(kept: Installation) -> None:
    left_behind = kept.postmaster()
    postgres = Postgres(kept.where, server_account())
    process = postgres.start()
    try:
        assert eventually(postgres.is_ready)
        assert left_behind not in kept.processes()
    finally:
        process.send_signal(postgres.last_signal)
        process.wait()
    assert eventually(lambda: kept.read() == "still here")


def test_an_initdb_that_was_cut_off_is_done_again(folder: Path) -> None:
    cut_off = Installation(folder / "cut-off")
    cut_off.where.postgres.mkdir(parents=True)
    (cut_off.where.postgres / "PG_VERSION").write_text("18\n")
    try:
        cut_off.start()
        cut_off.write("works")
        assert cut_off.read() == "works"
    finally:
        cut_off.remove()


def test_a_path_too_long_for_a_socket_gets_another_folder(folder: Path) -> None:
    deep = Installation(folder / ("long" * 30))
    try:
        deep.start()
        assert len(os.fsencode(deep.where.sockets / POSTGRES_SOCKET)) <= LONGEST_SOCKET_PATH
        deep.write("works")
    finally:
        deep.remove()


def test_a_checkout_closed_to_others_works_too(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    installation = Installation(closed / "var")
    try:
        installation.start()
        installation.write("works")
        assert installation.read() == "works"
    finally:
        installation.remove()


def test_nothing_listens_on_the_network(kept: Installation) -> None:
    assert kept.processes()
    for pid in kept.processes():
        owned = {os.readlink(entry) for entry in Path(f"/proc/{pid}/fd").iterdir()}
        listening = [line.split() for name in ("tcp", "tcp6") for line in _lines(Path("/proc/net") / name)]
        assert not [fields for fields in listening if f"socket:[{fields[9]}]" in owned]


def _lines(table: Path) -> list[str]:
    return table.read_text().splitlines()[1:] if table.exists() else []
