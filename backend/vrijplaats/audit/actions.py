"""Taking a list of readings out of the program: with a fresh passkey, and itself in the history."""

from collections.abc import AsyncIterator
from typing import Any

from vrijplaats.audit.queries import READERS, readings
from vrijplaats.audit.rules import Period
from vrijplaats.core import db, history
from vrijplaats.core.access import require, require_fresh
from vrijplaats.core.actor import Actor

BATCH = 1_000


async def begin_export(actor: Actor, days: Period, kind: str) -> None:
    """Write down that the actor takes the readings of these days out; before anything leaves. Raises Forbidden,
    StepUpNeeded and PasskeyNeeded."""
    require(actor, *READERS)
    require_fresh(actor)
    await history.record(
        actor,
        "audit.export",
        subject={"what": f"name-readings.{kind}", "from": days.first.isoformat(), "to": days.last.isoformat()},
        organisation_id=actor.organisation_id,
        facility_id=actor.facility_id,
    )


async def exported(actor: Actor, days: Period) -> AsyncIterator[list[dict[str, Any]]]:
    """The readings of these days, latest first, a batch and a transaction at a time: however many there are, few are in
    memory and no connection waits for a slow line."""
    after = None
    while True:
        async with db.transaction(actor, read_only=True):
            rows = await readings(actor, days, search=None, after=after, most=BATCH)
        if rows:
            yield rows
            after = (rows[-1]["at"], rows[-1]["id"])
        if len(rows) < BATCH:
            return
