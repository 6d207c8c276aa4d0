"""Links and codes that are shown to somebody once, made anew from an id whenever they are needed.

What is handed out is a keyed hash of the purpose and the id of a row, so that it stands in no table, no outbox and no
log; who reads the database can make none. The row says whether it still counts (when it ends, whether it was used).
"""

import base64
import binascii
import hmac
from uuid import UUID

from vrijplaats import settings
from vrijplaats.core.sealing import derived

_MAC_BYTES = 20
CODE_DIGITS = 8


def token(purpose: str, identifier: UUID) -> str:
    """The secret part of a link: 48 signs that fit in a URL."""
    return base64.urlsafe_b64encode(identifier.bytes + _mac(purpose, identifier)[:_MAC_BYTES]).decode()


def opened(purpose: str, given: str) -> UUID | None:
    """The id in a token that was made here for this purpose; None for anything else."""
    try:
        content = base64.b64decode(given.encode(), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError, ValueError):
        return None
    if len(content) != 16 + _MAC_BYTES:
        return None
    identifier = UUID(bytes=content[:16])
    return identifier if hmac.compare_digest(content[16:], _mac(purpose, identifier)[:_MAC_BYTES]) else None


def code(purpose: str, identifier: UUID) -> str:
    """Eight digits for somebody to type."""
    return f"{int.from_bytes(_mac(f'code|{purpose}', identifier)) % 10**CODE_DIGITS:0{CODE_DIGITS}d}"


def code_matches(purpose: str, identifier: UUID, given: str) -> bool:
    """Whether somebody typed this code; spaces, dashes and the like between the digits are theirs to choose."""
    digits = "".join(sign for sign in given if sign.isascii() and sign.isdigit())
    return hmac.compare_digest(digits, code(purpose, identifier))


def _mac(purpose: str, identifier: UUID) -> bytes:
    return hmac.digest(derived(settings.current().signing_key, "tickets"), f"{purpose}|{identifier}".encode(), "sha256")
