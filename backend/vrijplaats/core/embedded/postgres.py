"""Embedded PostgreSQL: made with initdb once, listening on a unix socket only, recovered after any kill."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from vrijplaats.core.embedded import reaping
from vrijplaats.core.embedded.account import Account, EmbeddedError, launch
from vrijplaats.core.embedded.places import POSTGRES_SOCKET, Places
from vrijplaats.core.embedded.programs import postgres_programs

SUPERUSER = "postgres"
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "max_wal_size": "1GB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "password_encryption": "scram-sha-256",
}
# For tests only: a power cut may lose everything, which a test run does not mind.
UNSAFE_AND_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Postgres:
    """One PostgreSQL server of ours. `start` returns at once; ask `is_ready` until it is."""

    name = "PostgreSQL"
    last_signal = signal.SIGINT  # a "fast" shutdown: sessions are ended, nothing is lost

    def __init__(self, where: Places, account: Account, *, settings: dict[str, str] | None = None) -> None:
        self._where = where
        self._account = account
        self._settings = SETTINGS | (settings or {})
        self._programs = postgres_programs(where.programs, account)
        self._complete = where.postgres / "initdb-complete"
        self.log = where.home / "postgres.log"

    def start(self) -> subprocess.Popen[bytes]:
        """Make the data folder if needed, clear away what a killed run left, and start."""
        if not self._complete.exists():
            self._initialise()
        self._reap()
        options = [part for name, value in self._settings.items() for part in ("-c", f"{name}={value}")]
        command: list[str | Path] = [
            self._programs / "postgres",
            "-D",
            self._where.postgres,
            "-k",
            self._where.sockets,
            *options,
        ]
        with self.log.open("ab") as log:
            return launch(command, account=self._account, log=log, last_signal=self.last_signal)

    def is_ready(self) -> bool:
        """Whether it accepts connections."""
        if not (self._where.sockets / POSTGRES_SOCKET).exists():
            return False
        command = [str(self._programs / "pg_isready"), "-q", "-h", str(self._where.sockets), "-U", SUPERUSER]
        return subprocess.run(command, check=False).returncode == 0

    def _initialise(self) -> None:
        """initdb; a folder without our marker is from an initdb that was killed and is made anew."""
        shutil.rmtree(self._where.postgres, ignore_errors=True)
        self._account.own_folder(self._where.postgres)
        with self.log.open("ab") as log:
            done = subprocess.run(
                _as_text([self._programs / "initdb", "-D", self._where.postgres, "-U", SUPERUSER, *_INITDB_OPTIONS]),
                stdout=log,
                stderr=log,
                env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
                check=False,
                **self._account.identity(),
            )
        if done.returncode != 0:
            raise EmbeddedError(f"PostgreSQL's data folder could not be made; see {self.log}.")
        self._complete.touch()

    def _reap(self) -> None:
        """End a server that still works on this data, then remove its pid file and sockets."""
        orphans = reaping.processes_in(self._where.postgres)
        postmaster = _postmaster_of(self._where.postgres / "postmaster.pid")
        if postmaster in orphans:
            reaping.end([postmaster], self.last_signal)
        reaping.end(orphans, signal.SIGQUIT)
        if os.path.isdir("/proc/self"):  # only there do we know for certain that nobody is left
            (self._where.postgres / "postmaster.pid").unlink(missing_ok=True)
            for socket in self._where.sockets.glob(f"{POSTGRES_SOCKET}*"):
                socket.unlink(missing_ok=True)


_INITDB_OPTIONS = (
    "--auth=trust",  # whoever may open the socket may log in; the folder is closed to others
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--no-instructions",
)


def _postmaster_of(pid_file: Path) -> int:
    try:
        return int(pid_file.read_text(encoding="ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return -1


def _as_text(command: Sequence[str | Path]) -> list[str]:
    return [str(part) for part in command]
