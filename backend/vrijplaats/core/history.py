"""The one history row of an action. Timeline, audit and hash chain are the same table; the database links the chain."""

from collections.abc import Mapping
from uuid import UUID

from vrijplaats.core import db
from vrijplaats.core.actor import Actor

_INSERT = "insert into history (person_id, role, verb, subject, organisation_id, facility_id) values ($1, $2, $3, $4, $5, $6)"


async def record(
    actor: Actor,
    verb: str,
    *,
    subject: Mapping[str, UUID],
    organisation_id: UUID | None = None,
    facility_id: UUID | None = None,
) -> None:
    """Write who did `verb` ("offer.accept") to which things, by id. Write it last: from here the tenant's chain is locked."""
    things = {name: str(identifier) for name, identifier in subject.items()}
    await db.write(_INSERT, actor.person_id, actor.role.value, verb, things, organisation_id, facility_id)
