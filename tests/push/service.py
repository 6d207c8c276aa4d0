"""The outside world: devices whose keys the test holds, and a push service that looks at what it gets."""

from __future__ import annotations

import base64
import secrets
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor
from vrijplaats.notices.push import targets
from vrijplaats.settings import current


def to_text(content: bytes) -> str:
    """base64url without padding, as browsers write it."""
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def point_of(key: ec.EllipticCurvePrivateKey) -> str:
    """The public point, uncompressed."""
    return to_text(key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))


def a_target(
    endpoint: str | None = None, key: ec.EllipticCurvePrivateKey | None = None, auth: bytes | None = None
) -> dict[str, str]:
    """What a browser says about itself."""
    return {
        "endpoint": endpoint or f"https://fcm.googleapis.com/fcm/send/{secrets.token_urlsafe(12)}",
        "p256dh": point_of(key or ec.generate_private_key(ec.SECP256R1())),
        "auth": to_text(auth or secrets.token_bytes(16)),
    }


async def a_subscription(world: World, actor: Actor, target: dict[str, str] | None = None) -> UUID:
    """A device of the actor that is woken, with a session of its own."""
    await world.sign_in(actor)
    session = await world.value(
        "select id from session where person_id = $1 order by created_at desc, id desc limit 1", actor.person_id
    )
    identifier: UUID = await world.value("select uuidv7()")
    found, master = targets.Target(**(target or a_target())), current().master_key
    await world.insert(
        "push_subscription",
        id=identifier,
        person_id=actor.person_id,
        session_id=session,
        endpoint_hash=targets.endpoint_hash(master, found),
        service=found.service,
        target=targets.sealed(master, identifier, found),
        created_at=clock.now(),
    )
    return identifier
