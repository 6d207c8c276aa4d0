"""One embedded installation that a fault test starts, hurts and looks at."""

from __future__ import annotations

import asyncio
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import asyncpg

from vrijplaats.core.embedded.account import server_account
from vrijplaats.core.embedded.places import Places, places
from vrijplaats.core.embedded.reaping import processes_in
from vrijplaats.core.embedded.valkey import Valkey

PATIENCE_SECONDS = 60.0


class Installation:
    """Starts the supervisor as a process of its own; `hurt` sends a signal to a part."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.supervisor: subprocess.Popen[str] | None = None

    @property
    def where(self) -> Places:
        return places(self.var, server_account())

    def start(self) -> None:
        """Start and wait for "ready"."""
        self.supervisor = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.kept_running", str(self.var)], stdout=subprocess.PIPE, text=True
        )
        assert self.supervisor.stdout is not None
        assert self.supervisor.stdout.readline() == "ready\n"

    def end(self, how: signal.Signals) -> int:
        """Send the supervisor a signal and wait for its end; gives its status."""
        assert self.supervisor is not None
        self.supervisor.send_signal(how)
        assert self.supervisor.stdout is not None
        self.supervisor.stdout.close()
        return self.supervisor.wait(PATIENCE_SECONDS)

    def postmaster(self) -> int:
        return int((self.where.postgres / "postmaster.pid").read_text().split()[0])

    def processes(self) -> list[int]:
        return [*processes_in(self.where.postgres), *processes_in(self.where.valkey)]

    def remove(self) -> None:
        """Stop what still runs and remove every folder."""
        if self.supervisor is not None and self.supervisor.poll() is None:
            self.end(signal.SIGINT)
        where = self.where
        for folder in (where.sockets, where.home, self.var):
            shutil.rmtree(folder, ignore_errors=True)

    def valkey_answers(self) -> bool:
        return Valkey(self.where, server_account()).is_ready()

    def write(self, text: str) -> None:
        self._sql("create table if not exists note (text text)")
        self._sql(f"insert into note values ('{text}')")

    def read(self) -> str:
        return str(self._sql("select text from note"))

    def _sql(self, sql: str) -> object:
        async def ask() -> object:
            connection = await asyncpg.connect(self.where.database_url("postgres", "postgres"), timeout=5)
            try:
                return await connection.fetchval(sql)
            finally:
                await connection.close()

        return asyncio.run(ask())


def eventually(what: Callable[[], bool]) -> bool:
    """Whether this becomes true in good time; what fails meanwhile counts as not yet."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            if what():
                return True
        except (OSError, asyncpg.PostgresError, ValueError, IndexError):
            pass
        time.sleep(0.05)
    return False
