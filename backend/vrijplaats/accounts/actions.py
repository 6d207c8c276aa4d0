"""Signing in, signing out, ending sessions, going on in another membership, and choosing a language."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from vrijplaats.accounts import contact
from vrijplaats.accounts.errors import UnknownPersona
from vrijplaats.accounts.models import Person
from vrijplaats.accounts.rules import POLICIES, SEEN_EVERY, ends_at
from vrijplaats.core import clock, db, history
from vrijplaats.core.actor import Actor, BeganWith, Role, Session, SignedIn
from vrijplaats.core.errors import NotAllowedNow, NotFound, NotSignedIn, SessionOver

_PERSONA = """
select d.person_id, d.membership_id, m.role from demo_persona d join membership m on m.id = d.membership_id
where d.key = $1 and m.ended_at is null
"""
_START = """
insert into session
  (token_hash, person_id, membership_id, device, created_at, last_seen_at, expires_at, fresh_passkey_at,
  began_with, sso_provider_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
"""
_SEEN = "update session set last_seen_at = $2, expires_at = $3 where id = $1 and last_seen_at < $2"
_END_THIS = """
delete from session s using membership m where s.token_hash = app_session() and m.id = s.membership_id returning m.role
"""
_WHOSE = "select person_id from session where token_hash = app_session()"
_OWN_FORMER = "select id from session where token_hash = app_session() and person_id = $1"
_END = "delete from session where person_id = $1 and id = any ($2::uuid[])"
_OTHERS = "select id from session where person_id = $1 and id <> $2"
# who came in through a provider goes on only where that provider speaks for: its keeper could be anybody it knows
_OWN_MEMBERSHIP = """
select m.role, $3::uuid is null or exists (select from sso_provider p where p.id = $3
  and (p.organisation_id = m.organisation_id or p.facility_id = m.facility_id)) as reached
from membership m where m.id = $1 and m.person_id = $2 and m.ended_at is null
"""
_REACHES_FURTHER = """
select exists (select from membership m join sso_provider p on p.id = $2
  where m.person_id = $1 and m.ended_at is null
    and (p.organisation_id = m.organisation_id or p.facility_id = m.facility_id) is not true)
"""
# held first, as a recovery does: of the two one waits, and finds that there is nothing left to go on from
_HOLD = "select device from session where id = $1 and person_id = $2 for update"
# a device that is woken goes along; it has no other link to the notices than this table
_CARRY = """
update push_subscription p set session_id = s.id from session s
where p.session_id = $1 and p.person_id = $2 and s.token_hash = $3
"""
_SIGNED_IN_ELSEWHERE = {
    "nl": "je bent ingelogd via je organisatie, log daarvoor op een andere manier in",
    "en": "you signed in through your organisation, sign in another way for that",
}
_SIGNED_IN_LONG_AGO = {
    "nl": "je bent daarvoor te lang geleden ingelogd, log opnieuw in",
    "en": "you signed in too long ago for that, sign in again",
}


def token_hash(token: str) -> str:
    """What the database knows of a session's token, in hexadecimal: enough to recognise it, not to be it."""
    return sha256(token.encode()).hexdigest()


async def sign_in_as(persona: str, *, device: str = "/") -> SignedIn:
    """Start a session as somebody of the demo; gives the token for the cookie."""
    async with db.transaction({"role": "DEMO"}, read_only=True):
        found = await db.fetch_one(_PERSONA, persona)
    if found is None:
        raise UnknownPersona
    async with db.transaction({"person": str(found["person_id"])}):
        role, now = Role(found["role"]), clock.now()
        return await start_session(
            found["person_id"],
            found["membership_id"],
            role,
            device=device,
            started_at=now,
            began_with=BeganWith.DEMO,
        )


async def start_session(
    person_id: UUID,
    membership_id: UUID,
    role: Role,
    *,
    device: str,
    started_at: datetime,
    fresh_passkey_at: datetime | None = None,
    began_with: BeganWith = BeganWith.PASSKEY,
    sso_provider_id: UUID | None = None,
) -> SignedIn:
    """A session under a new token, for as long as the role allows; the only way one begins. `started_at` is when the
    person signed in and `began_with` how, `fresh_passkey_at` when a passkey last showed who it is, `sso_provider_id`
    who said so instead: the session ends with that provider."""
    token, now = secrets.token_urlsafe(32), clock.now()
    hashed, ends = bytes.fromhex(token_hash(token)), ends_at(role, started_at, now)
    at, how = (started_at, now, ends, fresh_passkey_at), (began_with, sso_provider_id)
    await db.execute(_START, hashed, person_id, membership_id, device, *at, *how)
    return SignedIn(token=token, role=role)


async def sign_out(session: str) -> Role | None:
    """End the session with this token hash; gives its role, None when it was over already."""
    async with db.transaction({"session": session}):
        role = await db.fetch_value(_END_THIS)
    return Role(role) if role else None


async def end_former(former: str, signed_in: SignedIn) -> None:
    """End the session with this token hash, of a browser in which somebody has signed in. When it was theirs, the
    device goes on being woken; anybody else hears nothing there any more."""
    new = token_hash(signed_in.token)
    async with db.transaction({"session": new}, read_only=True):
        person = await db.fetch_value(_WHOSE)
    async with db.transaction({"session": former} | ({"person": str(person)} if person else {})):
        if person and not POLICIES[signed_in.role].shared_device:
            mine = await db.fetch_value(_OWN_FORMER, person)
            await db.execute(_CARRY, mine, person, bytes.fromhex(new))
        await db.fetch_value(_END_THIS)


async def seen(actor: Actor) -> None:
    """Note that the actor is there: at most once in a while, and directly after a transaction that only reads."""
    session, now = actor.session, clock.now()
    if session is not None and now - session.last_seen_at >= SEEN_EVERY:
        await db.write(_SEEN, session.id, now, ends_at(actor.role, session.started_at, now))


async def require_whole(actor: Actor) -> None:
    """Raise NotAllowedNow when the actor came in through a provider and is more than what that provider speaks for: a
    way in for good to all of it is not that provider's to give."""
    via = actor.session.sso_provider_id if actor.session else None
    if via is not None and await db.fetch_value(_REACHES_FURTHER, actor.person_id, via):
        raise NotAllowedNow(reason=_SIGNED_IN_ELSEWHERE)


async def end_session(actor: Actor, *, session_id: UUID) -> None:
    """End a session of one's own, wherever it is: its next request is refused."""
    if not await db.execute(_END, actor.person_id, [session_id]):
        raise NotFound
    await _record(actor, "session.end", [session_id])


async def end_other_sessions(actor: Actor, *, this_session_id: UUID) -> None:
    """End every session of one's own but this one. It is named, so that a screen of another session ends nothing."""
    if session_of(actor).id != this_session_id:
        raise NotFound
    others = [row["id"] for row in await db.fetch(_OTHERS, actor.person_id, this_session_id)]
    await db.execute(_END, actor.person_id, others)
    await _record(actor, "session.end", others)


async def switch_membership(actor: Actor, *, membership_id: UUID) -> SignedIn:
    """Go on as another thing one is, in a session with a new token. The time since signing in counts on: what is
    allowed shortly after signing in does not become allowed later by way of a role that may stay longer."""
    session, now = session_of(actor), clock.now()
    found = await db.fetch_one(_OWN_MEMBERSHIP, membership_id, actor.person_id, session.sso_provider_id)
    if found is None:
        raise NotFound
    if not found["reached"]:
        raise NotAllowedNow(reason=_SIGNED_IN_ELSEWHERE)
    role = Role(found["role"])
    if now >= ends_at(role, session.started_at, now):
        raise NotAllowedNow(reason=_SIGNED_IN_LONG_AGO)
    device = await db.fetch_value(_HOLD, session.id, actor.person_id)
    if device is None:
        raise SessionOver("ENDED")  # by a recovery or another device, in the same moment
    signed_in = await start_session(
        actor.person_id,
        membership_id,
        role,
        device=device,
        started_at=session.started_at,
        fresh_passkey_at=actor.fresh_passkey_at,
        began_with=session.began_with,
        sso_provider_id=session.sso_provider_id,
    )
    if not POLICIES[role].shared_device:
        await db.execute(_CARRY, session.id, actor.person_id, bytes.fromhex(token_hash(signed_in.token)))
    await db.execute(_END, actor.person_id, [session.id])
    await history.record(
        actor,
        "session.switch_membership",
        subject={"person": actor.person_id, "membership": membership_id},
        organisation_id=actor.organisation_id,
        facility_id=actor.facility_id,
    )
    return signed_in


def session_of(actor: Actor) -> Session:
    """The session somebody acts in; whoever is not at a screen has none to change."""
    if actor.session is None:
        raise NotSignedIn
    return actor.session


async def _record(actor: Actor, verb: str, sessions: Sequence[UUID]) -> None:
    await history.record_each(
        actor,
        verb,
        subjects=[{"person": actor.person_id, "session": session} for session in sessions],
        organisation_id=actor.organisation_id,
        facility_id=actor.facility_id,
    )


async def set_locale(actor: Actor, *, locale: str) -> None:
    """Choose the language in which this person is spoken to; raises InvalidInput."""
    await Person.filter(id=actor.person_id).update(locale=contact.language(locale))
    await history.record(
        actor,
        "person.set_locale",
        subject={"person": actor.person_id},
        organisation_id=actor.organisation_id,
        facility_id=actor.facility_id,
    )
