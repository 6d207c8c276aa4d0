"""The parts of `vrijplaats run` that are processes of their own: web, worker and relay."""

from __future__ import annotations

import asyncio
import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence

from vrijplaats.core.embedded.account import EmbeddedError, die_with_parent
from vrijplaats.settings import Login, Settings


def environment_of(settings: Settings) -> dict[str, str]:
    """The environment in which a part reads these same settings."""
    return dict(os.environ) | {
        "DATABASE_URL": settings.dsn(Login.ADMIN),
        "VALKEY_URL": settings.valkey_url or "",
        "VRIJPLAATS_VAR": str(settings.var),
        "PORT": str(settings.port),
    }


class Part:
    """One of our own commands as a supervised process; what it writes goes to `var/logs`."""

    last_signal = signal.SIGTERM

    def __init__(self, name: str, settings: Settings) -> None:
        self.name = name
        self.settings = settings
        self.log = settings.var / "logs" / f"{name}.log"

    def start(self) -> subprocess.Popen[bytes]:
        """Start it in its own session: Ctrl-C reaches only us, and we stop it."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "vrijplaats", *self.arguments()],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=environment_of(self.settings),
                pass_fds=self.descriptors(),
                start_new_session=True,
                preexec_fn=lambda: die_with_parent(self.last_signal),
            )

    def arguments(self) -> list[str]:
        return [self.name]

    def descriptors(self) -> tuple[int, ...]:
        return ()

    def is_ready(self) -> bool:
        """A part without a door is ready when it is started."""
        return True


class Web(Part):
    """The web process, which inherits the listening sockets."""

    def __init__(self, settings: Settings, sockets: Sequence[socket.socket]) -> None:
        super().__init__("web", settings)
        self._sockets = sockets

    def arguments(self) -> list[str]:
        return [self.name, *(f"--fd={number}" for number in self.descriptors())]

    def descriptors(self) -> tuple[int, ...]:
        return tuple(each.fileno() for each in self._sockets)

    def is_ready(self) -> bool:
        """Whether /readyz answers 200."""
        line = http.client.HTTPConnection("127.0.0.1", self.settings.port, timeout=1)
        try:
            line.request("GET", "/readyz", headers={"Host": f"localhost:{self.settings.port}"})
            return line.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            line.close()


async def run_to_end(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Run a command on our terminal; when we are cancelled it is ended, when it fails EmbeddedError is raised."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
        preexec_fn=lambda: die_with_parent(signal.SIGTERM),
    )
    try:
        while process.poll() is None:
            await asyncio.sleep(0.05)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    if process.returncode != 0:
        raise EmbeddedError(f"`{' '.join(command[2:])}` failed with status {process.returncode}.")
