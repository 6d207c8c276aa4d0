"""The sealed name of a detainee (promise 3): who may read is decided by the database, each reading is in the history.

Erasing somebody is destroying their key; what is left can be opened by nobody.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from vrijplaats import settings
from vrijplaats.core import clock, db, history
from vrijplaats.core.access import require_fresh
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotFound
from vrijplaats.core.sealing import Opened, Place, new_key, seal, unseal
from vrijplaats.requests import readings
from vrijplaats.volunteers.naming import marks_of_prison

_READ = """
select i.detainee_id, i.given_name, i.family_name, i.wing, i.version, k.facility_id, k.facility_wrapped,
k.detainee_wrapped from read_identity_keys($1::uuid[]) k
join detainee_identity i on i.detainee_id = k.detainee_id
"""
_INSERT = """
insert into detainee_identity (detainee_id, facility_id, given_name, family_name, wing, version) values ($1, $2, $3,
$4, $5, $6)
"""
_VERSION = 1


class Purpose(StrEnum):
    """Why a name is read; kept with the reading."""

    REQUEST = "request"
    MATCH = "match"
    VISIT = "visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """An opened name; each part knows whose it is (core.sealing.Opened). `repr` shows nothing, so that it cannot reach
    a log by accident. Of an erased name there is the given name only."""

    given_name: str
    family_name: str
    wing: str | None

    def __repr__(self) -> str:
        return "Identity(sealed)"


def identity_fingerprint(facility_id: UUID, given_name: str, family_name: str) -> bytes:
    """By which the same person is recognised within a facility, without being readable."""
    return marks_of_prison(facility_id).of(given_name, family_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedIdentity:
    """A name as it is kept: each part sealed with the detainee's own key, and that key wrapped with the facility's."""

    given_name: bytes
    family_name: bytes
    wing: bytes | None
    version: int
    wrapped_key: bytes


def sealed_identity(
    facility_key: bytes, detainee_id: UUID, *, given_name: str, family_name: str, wing: str | None
) -> SealedIdentity:
    """Seal a name with a fresh key."""
    key = new_key()
    return SealedIdentity(
        given_name=_sealed(key, detainee_id, "given_name", given_name),
        family_name=_sealed(key, detainee_id, "family_name", family_name),
        wing=None if wing is None else _sealed(key, detainee_id, "wing", wing),
        version=_VERSION,
        wrapped_key=seal(facility_key, key, Place("detainee_key", "wrapped", detainee_id)),
    )


def wrapped_facility_key(facility_id: UUID, key: bytes) -> bytes:
    """A facility's key as it is kept: wrapped with the master key."""
    return seal(settings.current().master_key, key, Place("facility_key", "wrapped", facility_id))


async def seal_identity(
    *, detainee_id: UUID, facility_id: UUID, given_name: str, family_name: str, wing: str | None
) -> None:
    """Keep the name of a detainee whose row was just written, sealed with its own key. For the facility's staff."""
    facility_key = await _facility_key(facility_id)
    kept = sealed_identity(facility_key, detainee_id, given_name=given_name, family_name=family_name, wing=wing)
    await db.execute(_INSERT, detainee_id, facility_id, kept.given_name, kept.family_name, kept.wing, kept.version)
    await db.execute("select put_detainee_key($1, $2)", detainee_id, kept.wrapped_key)


async def read_identity(actor: Actor, detainee_ids: Iterable[UUID], purpose: Purpose) -> dict[UUID, Identity]:
    """The names this actor may read, in two statements for any number; who is missing is not theirs to know."""
    wanted = list(set(detainee_ids))
    if wanted and actor.role in (Role.COORDINATOR, Role.OPERATOR):
        require_fresh(actor)
    rows = [row for row in await db.fetch(_READ, wanted) if _is_theirs(actor, row)]
    names = {row["detainee_id"]: _opened(row, purpose) for row in rows}
    # in the chain of who reads, with the prison of whom is read about: both see it, and neither more of the other
    for facility_id in sorted({row["facility_id"] for row in rows}):
        here = [row["detainee_id"] for row in rows if row["facility_id"] == facility_id]
        await readings.note(actor, here, purpose.value, facility_id=facility_id)
    return names


async def reopen(actor: Actor, detainee_ids: set[UUID], reason: str) -> dict[UUID, dict[str, Opened | None]]:
    """Names for an answer that is given once more, by their parts: read again, under the rights of this moment."""
    names = await read_identity(actor, detainee_ids, Purpose(reason))
    return {
        detainee_id: {name: _as_opened(getattr(identity, name)) for name in ("given_name", "family_name", "wing")}
        for detainee_id, identity in names.items()
    }


async def erase_identity(actor: Actor, detainee_id: UUID) -> None:
    """Destroy the key of a detainee of the own facility, and what recognises them: from now on nobody can read the
    name, in no backup either, and who is entered under it again is somebody new. Waits for a wish that is being
    entered for them."""
    if not await db.fetch_value("select erase_detainee($1, $2)", detainee_id, clock.now()):
        raise NotFound
    await history.record(
        actor, "identity.erase", subject={"detainee": detainee_id}, facility_id=actor.facility_id, organisation_id=None
    )


async def _facility_key(facility_id: UUID) -> bytes:
    """The facility's key; the first one offered is kept, whoever offers later gets that one."""
    offered = wrapped_facility_key(facility_id, new_key())
    kept = await db.fetch_value("select put_facility_key($1, $2)", facility_id, offered)
    return unseal(settings.current().master_key, kept, Place("facility_key", "wrapped", facility_id))


def _sealed(key: bytes, detainee_id: UUID, column: str, text: str) -> bytes:
    return seal(key, text.encode(), Place("detainee_identity", column, detainee_id, _VERSION))


def _as_opened(text: str | None) -> Opened | None:
    return text if isinstance(text, Opened) else None


def _is_theirs(actor: Actor, row: Mapping[str, Any]) -> bool:
    """The database holds the same: what is left of an erased name is for the volunteer of the running match."""
    return row["family_name"] is not None or actor.role is Role.VOLUNTEER


def _opened(row: Mapping[str, Any], purpose: Purpose) -> Identity:
    detainee_id, master = row["detainee_id"], settings.current().master_key
    facility_key = unseal(master, row["facility_wrapped"], Place("facility_key", "wrapped", row["facility_id"]))
    key = unseal(facility_key, row["detainee_wrapped"], Place("detainee_key", "wrapped", detainee_id))

    def text(column: str) -> Opened:
        place = Place("detainee_identity", column, detainee_id, row["version"])
        plain = unseal(key, row[column], place).decode()
        return Opened.of(plain, subject=detainee_id, part=column, reason=purpose.value)

    family_name = "" if row["family_name"] is None else text("family_name")
    wing = None if row["wing"] is None else text("wing")
    return Identity(given_name=text("given_name"), family_name=family_name, wing=wing)
