"""The frozen form of a publication: bytes that are the same for the same content, their hash and their signature.

JSON with sorted keys, without spaces, in UTF-8; numbers are integers, fractions are texts. Signed with Ed25519, by a
key derived from the program's signing key, so that anybody with the public key can check a download.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

FORMAT = "vrijplaats.publication/1"


@dataclass(frozen=True, slots=True)
class Frozen:
    """Content with its proof."""

    canonical: bytes
    hash: bytes
    signature: bytes


def canonical_bytes(content: dict[str, Any]) -> bytes:
    """The one form of this content."""
    return orjson.dumps(content, option=orjson.OPT_SORT_KEYS)


def freeze(content: dict[str, Any], signing_key: bytes) -> Frozen:
    """Content in its one form, hashed and signed."""
    canonical = canonical_bytes({"format": FORMAT, **content})
    return Frozen(canonical, sha256(canonical).digest(), _private(signing_key).sign(canonical))


def public_key(signing_key: bytes) -> bytes:
    """With which everybody can check, as PEM."""
    return _private(signing_key).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def is_genuine(frozen: Frozen, key: Ed25519PublicKey) -> bool:
    """Whether bytes, hash and signature belong together."""
    try:
        key.verify(frozen.signature, frozen.canonical)
    except InvalidSignature:
        return False
    return sha256(frozen.canonical).digest() == frozen.hash


def _private(signing_key: bytes) -> Ed25519PrivateKey:
    seed = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"publication signature").derive(signing_key)
    return Ed25519PrivateKey.from_private_bytes(seed)
