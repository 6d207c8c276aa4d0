"""What people must be told, written in the same transaction as the reason for telling them.

Only ids and codes: who reads a row learns nothing about a person. A trigger on the table notifies at the commit,
which wakes the relay (core.relay); the relay also looks by itself, so that losing the bell loses nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from vrijplaats.core import db

_INSERT = """
insert into outbox (event, payload, recipients, organisation_id, facility_id, next_at)
select $1, x.payload, x.recipients, x.organisation_id, x.facility_id, now() + make_interval(secs => x.seconds)
from jsonb_to_recordset($2) as x (payload jsonb, recipients uuid[], organisation_id uuid, facility_id uuid,
  seconds double precision)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing to be told, and to whom: see `tell`. `after`: not at once, so that many do not leave together."""

    recipients: Sequence[UUID]
    payload: Mapping[str, str]
    organisation_id: UUID | None = None
    facility_id: UUID | None = None
    after: timedelta = timedelta(0)

    def as_row(self) -> dict[str, Any]:
        """As the statement takes it."""
        return {
            "payload": dict(self.payload),
            "recipients": list(self.recipients),
            "organisation_id": self.organisation_id,
            "facility_id": self.facility_id,
            "seconds": self.after.total_seconds(),
        }


async def tell(
    event: str,
    *,
    recipients: Sequence[UUID],
    payload: Mapping[str, str],
    organisation_id: UUID | None = None,
    facility_id: UUID | None = None,
) -> None:
    """Tell the recipients (persons) about `event` ("offer.made"); the payload holds ids and codes by name ("offer",
    "visit").

    Without recipients it is for those whose work it is: the coordinators of the organisation or the staff of the
    facility.
    """
    one = Told(recipients=recipients, payload=payload, organisation_id=organisation_id, facility_id=facility_id)
    await tell_each(event, [one])


async def tell_numbered(event: str, told: Told) -> UUID:
    """One thing to be told, with the number under which it goes: for the worker, who may read it back."""
    number: UUID = await db.fetch_value(f"{_INSERT} returning id", event, [told.as_row()])
    return number


async def tell_each(event: str, things: Sequence[Told]) -> None:
    """The same event about several things, in one statement."""
    if things:
        await db.execute(_INSERT, event, [each.as_row() for each in things])
