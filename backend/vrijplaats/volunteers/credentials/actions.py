"""A paper was seen, or a line about one was a mistake. Papers themselves are never kept."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import NotFound
from vrijplaats.volunteers.credentials import rules
from vrijplaats.volunteers.credentials.queries import policy_of
from vrijplaats.volunteers.file.actions import open_file, record

_SEEN = """
insert into credential (organisation_id, volunteer_id, kind, issuer, profile, valid_from, valid_until, seen_by, seen_on)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id
"""
_REMOVE = "delete from credential where id = $1 and organisation_id = $2 and volunteer_id = $3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What stands on a paper that somebody held in their hands."""

    kind: str
    issuer: str
    profile: str | None
    valid_from: date
    valid_until: date | None


async def record_credential(actor: Actor, *, volunteer_id: UUID, seen: Seen) -> UUID:
    """The actor saw this paper today. It counts until its own end or that of the organisation's policy, whichever comes
    first. Raises InvalidInput, NotFound, NotAllowedNow."""
    await open_file(actor, volunteer_id)
    kind = rules.known((await policy_of(actor)).types, seen.kind)
    today = clock.today()
    first = rules.issued(seen.valid_from, today)
    made: UUID = await db.fetch_value(
        _SEEN,
        actor.organisation_id,
        volunteer_id,
        kind.code,
        rules.issuer(seen.issuer),
        rules.profile(seen.profile, asked=kind.has_profile),
        first,
        rules.ends(first, seen.valid_until, kind, today),
        actor.person_id,
        today,
    )
    await record(actor, "credential.record", volunteer_id, credential=made, kind=kind.code)
    return made


async def remove_credential(actor: Actor, *, volunteer_id: UUID, credential_id: UUID) -> None:
    """The line was a mistake. Raises NotFound, NotAllowedNow."""
    await open_file(actor, volunteer_id)
    if not await db.execute(_REMOVE, credential_id, actor.organisation_id, volunteer_id):
        raise NotFound
    await record(actor, "credential.remove", volunteer_id, credential=credential_id)
