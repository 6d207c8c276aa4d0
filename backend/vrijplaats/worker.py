"""The worker: carries out what arq rings for, and what is done by the clock. Lists each feature's jobs."""

import asyncio
import signal
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from uuid import UUID

import structlog
from arq import cron, func
from arq.worker import Worker

from vrijplaats.core import idempotency, limits
from vrijplaats.core.answers import described
from vrijplaats.core.jobs import WORKER, Delivery, Periodic, PeriodicEach, deliver, note_failure, run_periodic
from vrijplaats.core.logs import configure
from vrijplaats.core.pools import close_database, open_database
from vrijplaats.core.queue import DELIVER, from_bytes, redis_settings, to_bytes
from vrijplaats.schema import FEATURES
from vrijplaats.settings import Login, Mode, Settings

log = structlog.get_logger()

FINISH_SECONDS = 5


def jobs_of(name: str) -> list[Any]:
    """What the features offer under this name in their jobs.py: DELIVERIES, PERIODIC, or COMPANIONS, which go on beside
    the jobs until the worker stops."""
    modules = [f"vrijplaats.{feature}.jobs" for feature in FEATURES if find_spec(f"vrijplaats.{feature}")]
    return [job for module in modules if find_spec(module) for job in getattr(import_module(module), name, ())]


def new_worker(settings: Settings) -> Worker:
    """An arq worker that leaves signals to us; results are not kept, the outbox row tells whether it was done."""
    assert settings.valkey_url is not None
    return Worker(
        functions=[func(_deliver(jobs_of("DELIVERIES")), name=DELIVER, keep_result=0, max_tries=1, timeout=30)],
        cron_jobs=[
            _by_the_clock(periodic) for periodic in (*jobs_of("PERIODIC"), idempotency.CLEAN_UP, limits.CLEAN_UP)
        ],
        redis_settings=redis_settings(settings.valkey_url),
        job_serializer=to_bytes,
        job_deserializer=from_bytes,
        handle_signals=False,
        keep_result=0,
        poll_delay=0.2,
        max_jobs=8,
    )


async def run_worker(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT; jobs that are running are finished first."""
    configure(readable=settings.mode is not Mode.PRODUCTION)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await open_database(settings.dsn(Login.WORKER), max_size=10, name=WORKER)
    try:
        await asyncio.gather(work(settings, stop), *(run(settings, stop) for run in jobs_of("COMPANIONS")))
    finally:
        await close_database()


async def work(settings: Settings, stop: asyncio.Event) -> None:
    """Work until `stop`. arq's worker ends when Valkey goes away, so that it is started again until then."""
    delay = 0.1
    while not stop.is_set():
        worker = new_worker(settings)
        running, stopping = asyncio.create_task(worker.async_run()), asyncio.create_task(stop.wait())
        await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if stop.is_set():
            await _finish(worker)
        elif (error := running.exception()) is not None:
            log.warning("worker.restarting", kind=type(error).__name__)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        with suppress(Exception):  # closing what is broken may fail too
            await worker.close()
        if not stop.is_set():
            await asyncio.sleep(delay)
            delay = min(delay * 2, 2.0)


async def _finish(worker: Worker) -> None:
    """Take nothing new, and let what runs come to its end."""
    worker.allow_pick_jobs = False
    if unfinished := [task for task in worker.tasks.values() if not task.done()]:
        await asyncio.wait(unfinished, timeout=FINISH_SECONDS)


def _deliver(deliveries: list[Delivery]) -> Any:
    async def job(_context: dict[Any, Any], outbox_id: str) -> None:
        try:
            await deliver(UUID(outbox_id), deliveries)
        except Exception as error:
            log.error("delivery.failed", outbox=outbox_id, **described(error))
            await note_failure(UUID(outbox_id), error)

    return job


def _by_the_clock(periodic: Periodic | PeriodicEach) -> Any:
    async def job(_context: dict[Any, Any]) -> None:
        try:
            await run_periodic(periodic)
        except Exception as error:
            log.error("periodic.failed", name=periodic.name, **described(error))

    rung: Any = job  # arq's type wants any arguments to be possible
    return cron(
        rung, name=periodic.name, minute=set(periodic.minutes), hour=periodic.hour, second=0, keep_result=0, max_tries=1
    )
