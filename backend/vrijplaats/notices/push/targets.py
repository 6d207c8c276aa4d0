"""Where a device is: checked when it comes in, sealed as long as it is kept.

The address comes from a browser, so it could be anything: only the push services that browsers use are called, never
an address of our own network. On demo and test machines one on the machine itself is allowed too.
"""

import base64
import binascii
import re
from dataclasses import asdict, dataclass, field
from urllib.parse import urlsplit
from uuid import UUID

import orjson
from cryptography.hazmat.primitives.asymmetric import ec

from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.core.sealing import Place, derived, fingerprint, seal, unseal

LONGEST = 1000
# Chrome, Edge and Samsung; Firefox; Safari; Edge on Windows
SERVICES = ("fcm.googleapis.com", "*.push.services.mozilla.com", "*.push.apple.com", "*.notify.windows.com")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_BEFORE = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_PLAIN = re.compile(r"[\x21-\x7e]+")
_ENDPOINT: Words = {"nl": "dit is geen adres van een meldingendienst", "en": "this is no address of a push service"}
_KEY: Words = {"nl": "deze sleutel klopt niet", "en": "this key is not right"}
_DEVICE: Words = {"nl": "apparaat", "en": "device"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A device at its push service: the address, and the keys with which only that device reads."""

    endpoint: str = field(repr=False)
    p256dh: str = field(repr=False)
    auth: str = field(repr=False)

    @property
    def service(self) -> str:
        """Scheme and host of the push service: what a signature is made for."""
        parts = urlsplit(self.endpoint)
        return f"{parts.scheme}://{parts.netloc}"


def checked(endpoint: str, p256dh: str, auth: str, *, more: tuple[str, ...] = (), loopback: bool = False) -> Target:
    """What a browser gave, when it can be what it says; raises InvalidInput. `more` are further hosts to be trusted."""
    if not _is_service(endpoint, (*SERVICES, *more), loopback):
        raise InvalidInput(field="endpoint", label=_DEVICE, requirement=_ENDPOINT)
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _bytes(p256dh, 65))
    except ValueError:
        raise InvalidInput(field="p256dh", label=_DEVICE, requirement=_KEY) from None
    try:
        _bytes(auth, 16)
    except ValueError:
        raise InvalidInput(field="auth", label=_DEVICE, requirement=_KEY) from None
    return Target(endpoint=endpoint, p256dh=p256dh, auth=auth)


def _is_service(endpoint: str, hosts: tuple[str, ...], loopback: bool) -> bool:
    if len(endpoint) > LONGEST or not _PLAIN.fullmatch(endpoint):
        return False
    try:
        parts = urlsplit(endpoint)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    if parts.username is not None or parts.fragment or "\\" in endpoint or parts.netloc != parts.netloc.lower():
        return False
    if loopback and host in _LOOPBACK:
        return parts.scheme in ("http", "https")
    return parts.scheme == "https" and parts.netloc == host and any(_matches(host, pattern) for pattern in hosts)


def _matches(host: str, pattern: str) -> bool:
    if not pattern.startswith("*."):
        return host == pattern
    # what stands before it is a name too, and nothing that one reader takes for an address and another does not
    return host.endswith(pattern[1:]) and _BEFORE.fullmatch(host.removesuffix(pattern[1:])) is not None


def to_text(content: bytes) -> str:
    """base64url without padding."""
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def _bytes(text: str, length: int) -> bytes:
    """base64url, with or without padding; raises ValueError unless it is that many bytes."""
    try:
        found = base64.b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise ValueError("not base64url") from None
    if len(found) != length:
        raise ValueError("wrong length")
    return found


def endpoint_hash(master: bytes, target: Target) -> bytes:
    """By this a device is recognised; says nothing without the master key."""
    return fingerprint(master, "push", target.endpoint.encode().hex())


def sealed(master: bytes, subscription_id: UUID, target: Target) -> bytes:
    """The target as the database keeps it."""
    return seal(derived(master, "push|target"), orjson.dumps(asdict(target)), _place(subscription_id))


def opened(master: bytes, subscription_id: UUID, content: bytes) -> Target:
    """The target of a subscription; raises CannotUnseal."""
    return Target(**orjson.loads(unseal(derived(master, "push|target"), content, _place(subscription_id))))


def _place(subscription_id: UUID) -> Place:
    return Place("push_subscription", "target", subscription_id)
