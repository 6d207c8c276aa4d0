"""Somebody's own passkeys, and the one a device shows."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vrijplaats.core import db
from vrijplaats.core.actor import Actor

_MINE = """
select id, name, created_at, last_used_at, backed_up, blocked_at is not null as blocked
from passkey where person_id = $1 order by created_at, id
"""
_KEYS = "select credential_id from passkey where person_id = $1 and blocked_at is null"
_SHOWN = """
select id, person_id, public_key, membership_id from passkey
where credential_id = app_credential() and blocked_at is null
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PasskeyView:
    """A passkey as its owner sees it."""

    id: UUID
    name: str
    created_at: datetime
    last_used_at: datetime | None
    backed_up: bool
    blocked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPasskey:
    """The passkey whose id a device shows."""

    id: UUID
    person_id: UUID
    public_key: bytes
    membership_id: UUID


async def my_passkeys(actor: Actor) -> list[PasskeyView]:
    """The actor's own, oldest first."""
    return [PasskeyView(**row) for row in await db.fetch(_MINE, actor.person_id)]


async def usable_credentials(actor: Actor) -> list[bytes]:
    """The ids under which devices know the actor's passkeys."""
    return [row["credential_id"] for row in await db.fetch(_KEYS, actor.person_id)]


async def shown_passkey(credential_id: bytes) -> ShownPasskey | None:
    """The passkey with this id, whoever it is of; None when it is unknown or blocked."""
    async with db.transaction({"credential": credential_id.hex()}, read_only=True):
        row = await db.fetch_one(_SHOWN)
    return None if row is None else ShownPasskey(**row)
