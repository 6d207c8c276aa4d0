"""The relay: looks in the outbox and rings arq for every row whose time has come.

PostgreSQL is the truth. A row is rung again, later each time, until a job has marked it done in the transaction of
its effect; so neither losing Valkey nor killing anybody loses or doubles a message.
"""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import asyncpg
import structlog
from arq.connections import ArqRedis

from vrijplaats.core import db
from vrijplaats.core.jobs import WORKER
from vrijplaats.core.logs import configure
from vrijplaats.core.pools import close_database, open_database
from vrijplaats.core.queue import DELIVER, open_queue
from vrijplaats.settings import Login, Mode, Settings

log = structlog.get_logger()

LOOK_EVERY = 2.0  # seconds, when no bell rings
# The next ring comes after 5 to 10 seconds and then ever later, up to an hour, spread so that not everything comes
# at once.
_DUE = """
update outbox set attempts = least(attempts + 1, 1000),
  next_at = now() + interval '10 seconds' * least(power(2, attempts), 360) * (0.5 + random() / 2)
where id in (
  select id from outbox where done_at is null and next_at <= now() order by next_at limit 100 for update skip locked)
returning id, attempts
"""


async def run_relay(settings: Settings) -> None:
    """Relay until SIGTERM or SIGINT."""
    configure(readable=settings.mode is not Mode.PRODUCTION)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await open_database(settings.dsn(Login.WORKER), max_size=2, name=WORKER)
    try:
        await relay(settings, stop)
    finally:
        await close_database()


async def relay(settings: Settings, stop: asyncio.Event) -> None:
    """Relay until `stop`; whatever goes away meanwhile is waited for."""
    assert settings.valkey_url is not None
    while not stop.is_set():
        try:
            queue = await open_queue(settings.valkey_url)
            try:
                async with _bell(settings.dsn(Login.WORKER)) as bell:
                    await _ring_until(stop, bell, queue)
            finally:
                await queue.aclose()
        except Exception as error:  # PostgreSQL or Valkey is away: that is what the outbox is for
            log.warning("relay.waiting", kind=type(error).__name__)
            await _pause(stop, 1.0)


async def ring_due(queue: ArqRedis) -> int:
    """Ring for the rows whose time has come; gives their number. A bell that cannot ring leaves them as they were."""
    async with db.transaction({}, connection=WORKER):
        rows = await db.fetch(_DUE)
        for row in rows:
            # a job id of its own for each attempt: arq silently drops an id it has seen
            await queue.enqueue_job(DELIVER, str(row["id"]), _job_id=f"{row['id']}:{row['attempts']}")
    return len(rows)


async def _ring_until(stop: asyncio.Event, bell: asyncio.Event, queue: ArqRedis) -> None:
    while not stop.is_set():
        bell.clear()
        while await ring_due(queue):
            pass
        await _either(stop, bell, LOOK_EVERY)


@asynccontextmanager
async def _bell(url: str) -> AsyncIterator[asyncio.Event]:
    """An event that is set when PostgreSQL notifies that an outbox row was committed."""
    bell = asyncio.Event()
    connection = await asyncpg.connect(url, timeout=5)
    try:
        connection.add_termination_listener(lambda _connection: bell.set())
        await connection.add_listener("outbox", lambda *_: bell.set())
        yield bell
    finally:
        await connection.close(timeout=2)


async def _either(stop: asyncio.Event, bell: asyncio.Event, seconds: float) -> None:
    waiting = [asyncio.create_task(stop.wait()), asyncio.create_task(bell.wait())]
    try:
        await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waiting:
            task.cancel()


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
