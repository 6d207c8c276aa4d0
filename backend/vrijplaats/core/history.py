"""The one history row of an action. Timeline, audit and hash chain are the same table; the database links the chain."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from vrijplaats.core import db
from vrijplaats.core.actor import Actor

_INSERT = """
insert into history (person_id, role, verb, subject, organisation_id, facility_id)
select $1, $2, $3, x.subject, $5, x.facility_id
from rows from (jsonb_array_elements($4), unnest($6::uuid[])) x (subject, facility_id)
"""


async def record(
    actor: Actor | None,
    verb: str,
    *,
    subject: Mapping[str, UUID | str],
    organisation_id: UUID | None = None,
    facility_id: UUID | None = None,
) -> None:
    """Write who did `verb` ("offer.accept") to which things, by id. Write it last: from here the tenant's chain is
    locked.

    The actor is None for what the program does by itself, such as letting an offer expire.
    """
    await record_each(actor, verb, subjects=[subject], organisation_id=organisation_id, facility_id=facility_id)


async def record_each(
    actor: Actor | None,
    verb: str,
    *,
    subjects: Sequence[Mapping[str, UUID | str]],
    organisation_id: UUID | None = None,
    facility_id: UUID | Sequence[UUID] | None = None,
) -> None:
    """The same verb done to several things: a row for each, in one statement. They are of one facility, or each of its
    own."""
    if subjects:
        things = [{name: str(identifier) for name, identifier in subject.items()} for subject in subjects]
        person, role = (actor.person_id, actor.role.value) if actor else (None, None)
        places = list(facility_id) if isinstance(facility_id, Sequence) else [facility_id] * len(things)
        await db.write(_INSERT, person, role, verb, things, organisation_id, places)
