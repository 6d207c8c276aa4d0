"""What goes along with somebody to another prison: the name, sealed anew for that one by staff who may read it here.

Until the day has come it lies with the keys, where nobody reads it. Of a release nothing goes along.
"""

from uuid import UUID

from vrijplaats import settings
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.core.sealing import Place, new_key, unseal
from vrijplaats.requests.identity import (
    Purpose,
    identity_fingerprint,
    read_identity,
    sealed_identity,
    wrapped_facility_key,
)

_ALONG = "select pass_on($1, $2, $3, $4, $5::smallint, $6, $7)"


async def pass_on(actor: Actor, *, departure_id: UUID, detainee_id: UUID, to_facility_id: UUID | None) -> bool:
    """Keep what the next prison needs to know this person by. False when there is no name to read any more."""
    if to_facility_id is None:
        await db.execute(_ALONG, departure_id, None, None, None, None, None, None)
        return True
    name = (await read_identity(actor, [detainee_id], Purpose.REQUEST)).get(detainee_id)
    if name is None:
        return False
    next_id = await db.fetch_value("select uuidv7()")
    given, family = str(name.given_name), str(name.family_name)
    key = await _key_of(to_facility_id)
    # the wing is a wing of this prison: it stays behind
    kept = sealed_identity(key, next_id, given_name=given, family_name=family, wing=None)
    print_ = identity_fingerprint(to_facility_id, given, family)
    await db.execute(
        _ALONG, departure_id, next_id, kept.given_name, kept.family_name, kept.version, kept.wrapped_key, print_
    )
    return True


async def _key_of(facility_id: UUID) -> bytes:
    """Another prison's key; the first one offered is kept, as by its own staff."""
    offered = wrapped_facility_key(facility_id, new_key())
    kept = await db.fetch_value("select facility_key_to_pass($1, $2)", facility_id, offered)
    return unseal(settings.current().master_key, kept, Place("facility_key", "wrapped", facility_id))
