"""One journey to a provider and back: random, once, within ten minutes, in the browser that began it."""

import hmac
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from vrijplaats.accounts.sso.rules import ATTEMPT_LASTS, Purpose
from vrijplaats.accounts.sso.tokens import Proofs
from vrijplaats.core import clock, db
from vrijplaats.core.sealing import derived
from vrijplaats.settings import current

_BEGIN = """
insert into sso_attempt (hash, browser, provider_id, purpose, person_id, return_path, expires_at)
values ($1, $2, $3, $4, $5, $6, $7)
"""
_TAKE = """
delete from sso_attempt where hash = app_challenge() and browser = $1 and expires_at > $2
returning provider_id, purpose, person_id, return_path
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What travels: `state` by the provider, `browser` in a cookie. Whoever has one of them has nothing."""

    state: str
    browser: str
    proofs: Proofs


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A journey that came back; it cannot come back again."""

    provider_id: UUID
    purpose: Purpose
    person_id: UUID | None
    return_path: str
    proofs: Proofs


async def begin(provider_id: UUID, purpose: Purpose, *, person_id: UUID | None, return_path: str) -> Begun:
    """A new journey, in the transaction of this person; the database keeps only hashes of what travels."""
    state, browser = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    ends = clock.now() + ATTEMPT_LASTS
    await db.execute(_BEGIN, _hash(state), _hash(browser), provider_id, purpose, person_id, return_path, ends)
    return Begun(state=state, browser=browser, proofs=_proofs(state, browser))


async def take(state: str, browser: str) -> Taken | None:
    """The journey, when this browser began it and it did not come back before. Committed at once."""
    async with db.transaction({"challenge": _hash(state).hex()}):
        row = await db.fetch_one(_TAKE, _hash(browser), clock.now())
    if row is None:
        return None
    return Taken(**{**row, "purpose": Purpose(row["purpose"])}, proofs=_proofs(state, browser))


def _proofs(state: str, browser: str) -> Proofs:
    """Nonce and code verifier, made anew from what came back: there is nothing kept that could be stolen."""
    master = current().master_key
    return Proofs(nonce=_proof(master, "nonce", state, browser), verifier=_proof(master, "verifier", state, browser))


def _proof(master: bytes, purpose: str, state: str, browser: str) -> str:
    made = hmac.digest(derived(master, f"sso|{purpose}"), f"{len(state)}|{state}|{browser}".encode(), "sha256")
    return urlsafe_b64encode(made).rstrip(b"=").decode()


def _hash(text: str) -> bytes:
    return sha256(text.encode()).digest()
