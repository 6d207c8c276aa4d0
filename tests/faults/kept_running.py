"""A program for the fault tests: both embedded servers under the supervisor, until a signal comes."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import suppress
from pathlib import Path

from vrijplaats.core.embedded.servers import only_one, start_servers
from vrijplaats.core.embedded.supervisor import Supervisor


async def keep_running(var: Path) -> None:
    """Start, say so, restart what dies, and stop on SIGINT."""
    supervisor = Supervisor()
    try:
        with only_one(var):
            await start_servers(supervisor, var)
            print("ready", flush=True)
            watching = asyncio.create_task(supervisor.watch())
            asyncio.get_running_loop().add_signal_handler(signal.SIGINT, watching.cancel)
            with suppress(asyncio.CancelledError):
                await watching
    finally:
        supervisor.stop()


asyncio.run(keep_running(Path(sys.argv[1])))
