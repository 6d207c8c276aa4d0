"""The outside world: devices whose keys the test holds, and a push service that looks at what it gets."""

from __future__ import annotations

import asyncio
import base64
import json
import re
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.world import World
from vrijplaats.core import clock
from vrijplaats.core.actor import Actor
from vrijplaats.notices.push import targets
from vrijplaats.notices.push.vapid import public_key
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


@dataclass(slots=True)
class Phone:
    """A device whose keys the test holds: what it got, decrypted, with the headers it came with."""

    key: ec.EllipticCurvePrivateKey
    auth: bytes
    got: list[tuple[dict[str, Any], dict[str, str]]] = field(default_factory=list)
    # what the service answers instead of taking it: status, and headers
    answers: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    # how long the service takes to answer
    slow: float = 0
    # until then it does not answer
    holds: asyncio.Event | None = None
    asked: int = 0

    @property
    def said(self) -> list[str]:
        """The events it heard of."""
        return [content["event"] for content, _ in self.got]


class PushService:
    """A push service on this machine, as RFC 8030, 8188, 8291 and 8292 want it; written from those, so that it and the
    program cannot be wrong together."""

    def __init__(self) -> None:
        self.phones: dict[str, Phone] = {}
        self.origin = ""
        self.tokens: set[str] = set()
        self.problems: list[str] = []
        # the connections over which something came
        self.lines: set[object] = set()

    def phone(self) -> tuple[Phone, dict[str, str]]:
        """A new device at this service, and what its browser says."""
        phone = Phone(ec.generate_private_key(ec.SECP256R1()), secrets.token_bytes(16))
        name = secrets.token_urlsafe(9)
        self.phones[name] = phone
        return phone, a_target(f"{self.origin}/push/{name}", phone.key, phone.auth)

    async def take(self, request: web.Request) -> web.Response:
        """POST /push/NAME."""
        phone = self.phones.get(request.match_info["name"])
        if phone is None:
            return web.Response(status=410)
        phone.asked += 1
        self.lines.add(request.transport)
        await asyncio.sleep(phone.slow)
        if phone.holds is not None:
            await phone.holds.wait()
        if phone.answers:
            status, headers = phone.answers.pop(0)
            return web.Response(status=status, headers=headers)
        try:
            content = self._opened(phone, request.headers, await request.read())
        except Exception as error:
            self.problems.append(repr(error))
            return web.Response(status=400, text=repr(error))
        phone.got.append((content, dict(request.headers)))
        return web.Response(status=201)

    def _opened(self, phone: Phone, headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
        assert headers["TTL"].isdigit() and headers["Content-Encoding"] == "aes128gcm" and len(body) <= 4096
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,32}", headers["Topic"]) and headers["Urgency"] in ("normal", "high")
        scheme, _, rest = headers["Authorization"].partition(" ")
        given = dict(part.strip().split("=", 1) for part in rest.split(","))
        assert scheme == "vapid" and given["k"] == public_key(current().keys.vapid)
        self._check_token(given["t"], to_bytes(given["k"]))
        content: dict[str, Any] = json.loads(decrypted(body, phone.key, phone.auth))
        return content

    def _check_token(self, token: str, point: bytes) -> None:
        header, claims, signature = token.split(".")
        said, now = json.loads(to_bytes(claims)), clock.now().timestamp()
        assert json.loads(to_bytes(header))["alg"] == "ES256"
        assert said["aud"] == self.origin and now < said["exp"] <= now + 86400 and said["sub"].startswith("mailto:")
        whole = to_bytes(signature)
        halves = (int.from_bytes(whole[:32], "big"), int.from_bytes(whole[32:], "big"))
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        key.verify(encode_dss_signature(*halves), f"{header}.{claims}".encode(), ec.ECDSA(SHA256()))
        self.tokens.add(token)


def to_bytes(text: str) -> bytes:
    """What base64url without padding stands for."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def decrypted(body: bytes, key: ec.EllipticCurvePrivateKey, auth: bytes) -> bytes:
    """The message in an aes128gcm body of one record (RFC 8188, with the keys of RFC 8291)."""
    salt, size, length = body[:16], int.from_bytes(body[16:20], "big"), body[20]
    sender, record = body[21 : 21 + length], body[21 + length :]
    assert len(record) <= size
    shared = key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender))
    ours = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    secret = _derived(auth, shared, b"WebPush: info\x00" + ours + sender, 32)
    content_key = _derived(salt, secret, b"Content-Encoding: aes128gcm\x00", 16)
    nonce = _derived(salt, secret, b"Content-Encoding: nonce\x00", 12)
    plain = AESGCM(content_key).decrypt(nonce, record, None).rstrip(b"\x00")
    assert plain[-1:] == b"\x02"  # the last record
    return plain[:-1]


def _derived(salt: bytes, secret: bytes, info: bytes, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(secret)


@asynccontextmanager
async def a_push_service() -> AsyncIterator[PushService]:
    """A push service of its own, on loopback."""
    service, app = PushService(), web.Application()
    app.router.add_post("/push/{name}", service.take)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    service.origin = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield service
    finally:
        await runner.cleanup()
