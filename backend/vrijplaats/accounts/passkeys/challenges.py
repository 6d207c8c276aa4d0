"""The question a device has to answer: random, for one purpose and one person, once, within five minutes."""

import secrets
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from vrijplaats.accounts.passkeys.rules import CHALLENGE_LASTS
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor

_ASK = "insert into webauthn_challenge (hash, purpose, person_id, expires_at) values ($1, $2, $3, $4)"
_TAKE = "delete from webauthn_challenge where hash = app_challenge() and purpose = $1 and expires_at > $2"


class Purpose(StrEnum):
    """What the answer is for."""

    REGISTER = "REGISTER"
    SIGN_IN = "SIGN_IN"
    CONFIRM = "CONFIRM"
    JOIN = "JOIN"


async def ask(purpose: Purpose, person_id: UUID | None) -> bytes:
    """A new challenge, in the transaction of this person; the database keeps only its hash."""
    challenge = secrets.token_bytes(32)
    await db.execute(_ASK, sha256(challenge).digest(), purpose, person_id, clock.now() + CHALLENGE_LASTS)
    return challenge


async def take(challenge: bytes, purpose: Purpose, actor: Actor | None) -> bool:
    """Whether this was asked, of this person and for this. Committed at once: a wrong answer uses it up too."""
    acting = actor.settings() if actor else {}
    async with db.transaction({**acting, "challenge": sha256(challenge).hexdigest()}):
        return bool(await db.execute(_TAKE, purpose, clock.now()))


async def take_of(challenge: bytes, purpose: Purpose, person_id: UUID) -> bool:
    """The same of somebody who is not signed in yet, and of whom it is known who they are."""
    async with db.transaction({"person": str(person_id), "challenge": sha256(challenge).hexdigest()}):
        return bool(await db.execute(_TAKE, purpose, clock.now()))
