"""What people must be told, written in the same transaction as the reason for telling them.

Only ids and codes: who reads a row learns nothing about a person. A trigger on the table notifies at the commit,
which wakes the relay (core.relay); the relay also looks by itself, so that losing the bell loses nothing.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from vrijplaats.core import db

_INSERT = "insert into outbox (event, payload, recipients, organisation_id, facility_id) values ($1, $2, $3, $4, $5)"


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
    await db.execute(_INSERT, event, dict(payload), list(recipients), organisation_id, facility_id)
