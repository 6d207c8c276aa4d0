"""What a feature's jobs.py offers to the worker."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db

WORKER = "worker"
_TAKE = """
select id, event, payload, recipients, organisation_id, facility_id from outbox where id = $1 and done_at is null
for update
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """An outbox row that is being delivered."""

    id: UUID
    event: str
    payload: dict[str, Any]
    recipients: list[UUID]
    organisation_id: UUID | None
    facility_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Periodic:
    """Something done by the clock, in a transaction of the worker's role. Minutes are of the hour; no hour means
    every hour (UTC)."""

    name: str
    run: Callable[[], Awaitable[object]]
    minutes: frozenset[int]
    hour: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodicEach:
    """The same for many things, each in a transaction of its own: what one cannot do does not stop the others."""

    name: str
    find: Callable[[], Awaitable[list[UUID]]]
    do: Callable[[UUID], Awaitable[object]]
    minutes: frozenset[int]
    hour: int | None = None


Delivery = Callable[[Message], Awaitable[None]]


async def deliver(message_id: UUID, deliveries: list[Delivery]) -> bool:
    """Deliver an outbox row: its effects and its being done are one transaction. False when it had been done before."""
    async with db.transaction({}, connection=WORKER):
        row = await db.fetch_one(_TAKE, message_id)
        if row is None:
            return False
        message = Message(**row)
        for delivery in deliveries:
            await delivery(message)
        await db.execute("update outbox set done_at = $2, last_error = null where id = $1", message_id, clock.now())
        return True


async def note_failure(message_id: UUID, error: BaseException) -> None:
    """Keep what kind of failure it was; the relay rings again when its time has come."""
    async with db.transaction({}, connection=WORKER):
        await db.execute("update outbox set last_error = $2 where id = $1", message_id, type(error).__name__)


async def run_periodic(periodic: Periodic | PeriodicEach) -> None:
    """One round of something done by the clock. Of many things the first failure is raised when all had their turn."""
    if isinstance(periodic, PeriodicEach):
        await _run_each(periodic)
        return
    async with db.transaction({}, connection=WORKER):
        await periodic.run()


async def _run_each(periodic: PeriodicEach) -> None:
    async with db.transaction({}, connection=WORKER):
        found = await periodic.find()
    failures: list[Exception] = []
    for identifier in found:
        try:
            async with db.transaction({}, connection=WORKER):
                await periodic.do(identifier)
        except Exception as error:
            failures.append(error)
    if failures:
        raise failures[0]
