"""Embedded Valkey: only a doorbell, so syncing its file every second is enough; PostgreSQL holds the truth."""

from __future__ import annotations

import signal
import socket
import subprocess

from vrijplaats.core.embedded import reaping
from vrijplaats.core.embedded.account import Account, launch
from vrijplaats.core.embedded.places import Places
from vrijplaats.core.embedded.programs import valkey_program


class Valkey:
    """One Valkey server of ours, listening on a unix socket only."""

    name = "Valkey"
    last_signal = signal.SIGTERM

    def __init__(self, where: Places, account: Account) -> None:
        self._where = where
        self._account = account
        self._program = valkey_program(where.programs, account)
        self.log = where.home / "valkey.log"

    def start(self) -> subprocess.Popen[bytes]:
        """Clear away what a killed run left (a second server would silently share the folder), and start."""
        reaping.end(reaping.processes_in(self._where.valkey), self.last_signal)
        self._where.valkey_socket.unlink(missing_ok=True)
        with self.log.open("ab") as log:
            return launch(self._command(), account=self._account, log=log, last_signal=self.last_signal)

    def is_ready(self) -> bool:
        """Whether it answers PING."""
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(1)
                line.connect(str(self._where.valkey_socket))
                line.sendall(b"PING\r\n")
                return line.recv(16).startswith(b"+PONG")
        except OSError:
            return False

    def _command(self) -> list[str]:
        settings = {
            "dir": str(self._where.valkey),
            "port": "0",
            "unixsocket": str(self._where.valkey_socket),
            "unixsocketperm": "700",
            "appendonly": "yes",
            "appendfsync": "everysec",
            "daemonize": "no",
        }
        return [str(self._program), *(part for name, value in settings.items() for part in (f"--{name}", value))]
