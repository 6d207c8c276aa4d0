"""Signing in, signing out, and choosing a language."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from vrijplaats.accounts.errors import UnknownPersona
from vrijplaats.accounts.models import Person
from vrijplaats.core import clock, db, history
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import InvalidInput

LOCALES = ("nl", "en")
SESSION_LASTS = timedelta(days=30)
_PERSONA = "select person_id, membership_id from demo_persona where key = $1"
_START = """
insert into session (token_hash, person_id, membership_id, created_at, last_seen_at, expires_at, fresh_passkey_at)
values ($1, $2, $3, $4, $4, $5, $6)
"""


def token_hash(token: str) -> str:
    """What the database knows of a session's token, in hexadecimal: enough to recognise it, not to be it."""
    return sha256(token.encode()).hexdigest()


async def sign_in_as(persona: str) -> str:
    """Start a session as somebody of the demo; gives the token for the cookie."""
    async with db.transaction({"role": "DEMO"}, read_only=True):
        found = await db.fetch_one(_PERSONA, persona)
    if found is None:
        raise UnknownPersona
    async with db.transaction({"person": str(found["person_id"])}):
        return await start_session(found["person_id"], found["membership_id"])


async def start_session(person_id: UUID, membership_id: UUID, *, fresh_passkey_at: datetime | None = None) -> str:
    """A session of this person under a new token; `fresh_passkey_at` when a passkey has just shown who it is."""
    token, now = secrets.token_urlsafe(32), clock.now()
    known = bytes.fromhex(token_hash(token))
    await db.execute(_START, known, person_id, membership_id, now, now + SESSION_LASTS, fresh_passkey_at)
    return token


async def sign_out(session: str) -> None:
    """End the session with this token hash; it is no failure when it was over already."""
    async with db.transaction({"session": session}):
        await db.execute("delete from session where token_hash = app_session()")


async def set_locale(actor: Actor, *, locale: str) -> None:
    """Choose the language in which this person is spoken to."""
    if locale not in LOCALES:
        raise InvalidInput(
            field="locale",
            label={"nl": "taal", "en": "language"},
            requirement={"nl": "kies nl of en", "en": "choose nl or en"},
        )
    await Person.filter(id=actor.person_id).update(locale=locale)
    await history.record(
        actor,
        "person.set_locale",
        subject={"person": actor.person_id},
        organisation_id=actor.organisation_id,
        facility_id=actor.facility_id,
    )
