"""The program as it runs in production: web, worker and relay as processes of their own, as often as asked."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import httpx

from tests.journeys import kiln
from vrijplaats.settings import ROOT, Settings

PATIENCE = 90.0


class Product:
    """Processes on a database and a Valkey that run already; `origins` are the web processes' addresses."""

    def __init__(self, settings: Settings, folder: Path, *, webs: int = 1, workers: int = 1) -> None:
        self._settings, self._folder = settings, folder
        self._webs, self._workers = webs, workers
        self.origins: list[str] = []
        self.processes: dict[str, kiln.Running] = {}

    def __enter__(self) -> Product:
        try:
            for number in range(self._webs):
                self.start_web(f"web-{number + 1}")
            for number in range(self._workers):
                self.start(f"worker-{number + 1}", "worker")
            self.start("relay", "relay")
            for origin in self.origins:
                until_ready(origin, self)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for process in self.processes.values():
            process.send_signal(signal.SIGTERM)
        for process in self.processes.values():
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def start_web(self, name: str, port: int | None = None) -> str:
        """One more web process; gives its origin."""
        port = port or _free_port()
        origin = f"http://localhost:{port}"
        self.start(name, "web", PORT=str(port), VRIJPLAATS_ORIGIN=origin)
        if origin not in self.origins:
            self.origins.append(origin)
        return origin

    def start(self, name: str, command: str, **extra: str) -> None:
        """`vrijplaats COMMAND` with this database, its output in a file under the test's folder."""
        assert self._settings.database_url
        assert self._settings.valkey_url
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self._folder),
            "PYTHONPATH": str(ROOT / "backend"),
            "DATABASE_URL": self._settings.database_url,
            "VALKEY_URL": self._settings.valkey_url,
            "VRIJPLAATS_DEMO": "1",
            "VRIJPLAATS_VAR": str(self._settings.var),
            **extra,
        }
        output = self._folder / f"{name}.log"
        self.processes[name] = kiln.begin(command, environment=environment, output=output, folder=self._folder)

    def kill(self, name: str) -> None:
        """kill -9, as a power cut would."""
        process = self.processes.pop(name)
        process.kill()
        process.wait()

    def logs(self) -> str:
        """Everything that the processes have said so far."""
        return "\n".join(path.read_text(errors="replace") for path in sorted(self._folder.glob("*.log")))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until_ready(origin: str, product: Product) -> None:
    """Wait until the web process at this address answers."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if httpx.get(f"{origin}/readyz", timeout=2).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError(f"{origin} did not become ready:\n{product.logs()[-4000:]}")
