"""Envelope encryption: master key -> tenant key -> one key per subject -> sealed fields. Losing a key is losing
what it sealed.

AES-GCM-SIV, so that a nonce used twice by accident gives nothing away but equality. Each ciphertext is bound to its
table, column, row and version: moved to another place it does not open.
"""

import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_NONCE_BYTES = 12
_FORMAT = b"\x01"


class CannotUnseal(Exception):
    """Wrong key, changed bytes, or bytes that were sealed for another place."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ciphertext belongs."""

    table: str
    column: str
    row: UUID
    version: int = 1

    def bound(self) -> bytes:
        return f"{self.table}|{self.column}|{self.row}|{self.version}".encode()


class Opened(str):
    """An opened text that still knows whose it is. Kept answers leave it out and open it again for who may read it then
    (core.idempotency); a text that is made of it is a plain one, so it is handed on as it is.

    `alone`: without it a field is empty; otherwise what it stands in makes no sense without it and is empty as a
    whole.
    """

    __slots__ = ("alone", "part", "reason", "subject")

    subject: UUID
    part: str
    reason: str
    alone: bool

    @classmethod
    def of(cls, text: str, *, subject: UUID, part: str, reason: str, alone: bool = False) -> "Opened":
        opened = cls(text)
        opened.subject, opened.part, opened.reason, opened.alone = subject, part, reason, alone
        return opened


def on_its_own(text: str) -> str:
    """An opened text for a field that can be empty by itself."""
    if not isinstance(text, Opened):
        return text
    return Opened.of(str(text), subject=text.subject, part=text.part, reason=text.reason, alone=True)


def new_key() -> bytes:
    """A fresh random key."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, content: bytes, place: Place) -> bytes:
    """Encrypt for one place; to wrap a key is to seal it."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _FORMAT + nonce + AESGCMSIV(key).encrypt(nonce, content, place.bound())


def unseal(key: bytes, sealed: bytes, place: Place) -> bytes:
    """Decrypt what was sealed for this place; raises CannotUnseal otherwise."""
    nonce, content = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    if sealed[:1] != _FORMAT or len(nonce) != _NONCE_BYTES:
        raise CannotUnseal
    try:
        return AESGCMSIV(key).decrypt(nonce, content, place.bound())
    except InvalidTag:
        raise CannotUnseal from None


def derived(master: bytes, purpose: str) -> bytes:
    """A key for one purpose, from the master key."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode()).derive(master)


def fingerprint(master: bytes, scope: str, *texts: str) -> bytes:
    """32 bytes by which the same texts are recognised within a scope, and that say nothing without the master key."""
    return Fingerprints(master, scope).of(*texts)


class Fingerprints:
    """Those of one scope, when there are many to make."""

    def __init__(self, master: bytes, scope: str) -> None:
        self._key = derived(master, f"fingerprint|{scope}")

    def of(self, *texts: str) -> bytes:
        """That of these texts."""
        return self.of_written(written(*texts))

    def of_written(self, texts: bytes) -> bytes:
        """The same, of texts that are held against many scopes."""
        return hmac.digest(self._key, texts, "sha256")


def written(*texts: str) -> bytes:
    """As texts are compared."""
    return "\x1f".join(normalised(text) for text in texts).encode()


def normalised(text: str) -> str:
    """Letters and digits only, without accents or case: "Anne-Marie" and "annemarie" are the same."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if character.isalnum())
