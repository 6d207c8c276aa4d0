"""`vrijplaats run`: everything in one command, and nothing of it left afterwards."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from vrijplaats.core.embedded.account import EmbeddedError
from vrijplaats.core.embedded.servers import only_one, start_servers
from vrijplaats.core.embedded.supervisor import Supervisor
from vrijplaats.keys import SettingsError
from vrijplaats.part import Part, Web, environment_of, run_to_end
from vrijplaats.settings import Login, Settings

LOOPBACK = {socket.AF_INET: "127.0.0.1", socket.AF_INET6: "::1"}


async def run(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM. Raises EmbeddedError or SettingsError with a sentence when it cannot."""
    main = asyncio.create_task(_serve(settings))
    loop = asyncio.get_running_loop()
    for stop in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if stop is not signal.SIGHUP or signal.getsignal(stop) is not signal.SIG_IGN:  # nohup means: stay
            loop.add_signal_handler(stop, main.cancel)
    with suppress(asyncio.CancelledError):
        await main


async def _serve(settings: Settings) -> None:
    async with AsyncExitStack() as stack:
        stack.enter_context(only_one(settings.var))
        sockets = [stack.enter_context(each) for each in listening(settings.port)]
        supervisor = await stack.enter_async_context(_supervised())
        running = await _with_servers(supervisor, settings)
        await _bring_up_to_date(running)
        web = Web(running, sockets)
        await supervisor.start(web)
        for name in ("worker", "relay"):
            supervisor.start_soon(Part(name, running))
        print(f"ready http://localhost:{settings.port}", flush=True)
        await supervisor.watch()


@asynccontextmanager
async def _supervised() -> AsyncIterator[Supervisor]:
    supervisor = Supervisor()
    try:
        yield supervisor
    finally:
        supervisor.stop()


async def _with_servers(supervisor: Supervisor, settings: Settings) -> Settings:
    """Start the embedded servers unless the settings name real ones."""
    if not settings.embedded:
        return settings
    if settings.database_url or settings.valkey_url:
        raise SettingsError("Set both DATABASE_URL and VALKEY_URL, or neither to run both embedded.")
    addresses = await start_servers(supervisor, settings.var)
    _say("PostgreSQL and Valkey are running.")
    return settings.with_servers(database_url=addresses.database_url, valkey_url=addresses.valkey_url)


async def _bring_up_to_date(settings: Settings) -> None:
    from vrijplaats.core.migrate import MigrationError
    from vrijplaats.preparing import is_demo_loaded, prepare_database

    try:
        applied = await prepare_database(settings)
    except MigrationError as problem:
        hint = f" To begin the demo afresh, remove {settings.var}." if settings.demo else ""
        raise EmbeddedError(f"{problem}{hint}") from None
    if applied:
        _say(f"The database is up to date: {len(applied)} migrations applied.")
    if settings.demo and not await is_demo_loaded(settings.dsn(Login.ADMIN)):
        _say("Loading the fictional demo world; this happens once.")
        await run_to_end([sys.executable, "-m", "vrijplaats", "seed"], environment_of(settings))


def listening(port: int) -> list[socket.socket]:
    """Sockets on this machine's own addresses only; raises EmbeddedError when the port is taken.

    Held here and handed to the web process, so that connections wait while it is restarted.
    """
    sockets: list[socket.socket] = []
    for family, host in LOOPBACK.items():
        try:
            sockets.append(_listener(family, host, port))
        except OSError as problem:
            if family is socket.AF_INET6 and problem.errno != errno.EADDRINUSE:
                continue  # a machine without IPv6
            for each in sockets:
                each.close()
            raise EmbeddedError(
                f"Port {port} is in use by another program. Stop that one, or choose another: PORT={port + 1} make run"
                if problem.errno == errno.EADDRINUSE
                else f"Port {port} cannot be used: {os.strerror(problem.errno or 0)}."
            ) from None
    return sockets


def _listener(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family is socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.bind((host, port))
        listener.listen(512)
        listener.setblocking(False)
    except OSError:
        listener.close()
        raise
    return listener


def _say(line: str) -> None:
    print(line, flush=True)
