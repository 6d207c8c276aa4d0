"""Adding, naming, removing a passkey, and signing in with one."""

from uuid import UUID

from webauthn.registration.verify_registration_response import VerifiedRegistration

from vrijplaats.accounts import ways_in
from vrijplaats.accounts.actions import start_session
from vrijplaats.accounts.passkeys import ceremonies, challenges, queries
from vrijplaats.accounts.passkeys.ceremonies import Answer, RelyingParty, Unreadable
from vrijplaats.accounts.passkeys.challenges import Purpose
from vrijplaats.accounts.passkeys.errors import LastPasskey, PasskeyNotAdded, PasskeyRefused
from vrijplaats.accounts.passkeys.queries import PasskeyView, ShownPasskey
from vrijplaats.accounts.passkeys.rules import passkey_name
from vrijplaats.accounts.queries import beginning
from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.access import require_fresh
from vrijplaats.core.actor import Actor, BeganWith, SignedIn
from vrijplaats.core.errors import NotFound

_ADD = """
insert into passkey (person_id, membership_id, credential_id, public_key, sign_count, transports, name, backed_up,
  created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (credential_id) do nothing returning id
"""
# a counter only goes up; a device that has none says 0, always. One statement, so that of two at once one is too late
_USE = """
update passkey set sign_count = $2, backed_up = $3, last_used_at = $4, membership_id = $5
where id = $1 and blocked_at is null and (sign_count < $2 or (sign_count = 0 and $2 = 0))
"""
_BLOCK = "update passkey set blocked_at = $2 where id = $1 and blocked_at is null"
_FRESH = "update session set fresh_passkey_at = $1 where token_hash = app_session()"
_MINE = "select blocked_at is null from passkey where person_id = $1 and id = $2"
_STILL_IN = "select exists (select from session where id = $1)"


async def add_passkey(actor: Actor, *, party: RelyingParty, answer: Answer, name: str) -> UUID:
    """Keep the passkey a device made for the actor; raises PasskeyNotAdded, InvalidInput. Opens its transactions."""
    name = passkey_name(name)
    if not await challenges.take(answer.challenge, Purpose.REGISTER, actor):
        raise PasskeyNotAdded
    try:
        made = ceremonies.verify_made(party, answer)
    except Unreadable:
        raise PasskeyNotAdded from None
    async with db.transaction(actor):
        added = await keep_passkey(actor, made, transports=answer.transports, name=name)
        # looked at after the insert, which waits for a recovery: it ends the session, and then there is no more to add
        if actor.session and not await db.fetch_value(_STILL_IN, actor.session.id):
            raise PasskeyNotAdded
        await _tell_owner(actor, "mail.passkey_added")
    return added


async def keep_passkey(actor: Actor, made: VerifiedRegistration, *, transports: list[str], name: str) -> UUID:
    """Keep a passkey that was just made, in the transaction of its owner; raises PasskeyNotAdded."""
    key = (made.credential_id, made.credential_public_key, made.sign_count, transports)
    added: UUID | None = await db.fetch_value(
        _ADD, actor.person_id, actor.membership_id, *key, name, made.credential_backed_up, clock.now()
    )
    if added is None:
        raise PasskeyNotAdded
    await _record(actor, "passkey.add", added)
    return added


async def sign_in(*, party: RelyingParty, answer: Answer, device: str = "/") -> SignedIn:
    """Start a session of whoever holds the passkey; gives the token for the cookie. Raises PasskeyRefused, whatever is
    wrong."""
    taken = await challenges.take(answer.challenge, Purpose.SIGN_IN, None)
    passkey = await queries.shown_passkey(answer.credential_id)
    if not taken or passkey is None or answer.user_handle != passkey.person_id.bytes:
        raise PasskeyRefused
    async with db.transaction({"person": str(passkey.person_id)}):
        actor = await _beginning(passkey)
        shown = await use(actor, passkey, party=party, answer=answer)
        signed_in = await _start(actor, passkey, device) if shown else None
    if signed_in is None:
        raise PasskeyRefused  # after the commit: that the passkey is blocked has to stay
    return signed_in


async def confirm(actor: Actor, session: str, *, party: RelyingParty, answer: Answer) -> None:
    """Show again, in this session, who it is; raises PasskeyRefused. Opens its transactions."""
    taken = await challenges.take(answer.challenge, Purpose.CONFIRM, actor)
    passkey = await queries.shown_passkey(answer.credential_id)
    if not taken or passkey is None or passkey.person_id != actor.person_id:
        raise PasskeyRefused
    async with db.transaction({**actor.settings(), "session": session}):
        shown = await use(actor, passkey, party=party, answer=answer)
        if shown:
            await db.execute(_FRESH, clock.now())
            await _record(actor, "passkey.confirm", passkey.id)
    if not shown:
        raise PasskeyRefused


async def use(actor: Actor, passkey: ShownPasskey, *, party: RelyingParty, answer: Answer) -> bool:
    """Count one use, in the transaction of its owner. False, and blocked from now on, when the counter went back:
    somebody holds a copy. Raises PasskeyRefused when the signature, the origin or the person was not right."""
    try:
        verified = ceremonies.verify_shown(party, answer, passkey.public_key)
    except Unreadable:
        raise PasskeyRefused from None
    now = clock.now()
    backed_up, at = verified.credential_backed_up, actor.membership_id
    if await db.execute(_USE, passkey.id, verified.new_sign_count, backed_up, now, at):
        return True
    if await db.execute(_BLOCK, passkey.id, now):
        await _record(actor, "passkey.block", passkey.id)
    return False


async def rename_passkey(actor: Actor, *, passkey_id: UUID, name: str) -> PasskeyView:
    """Give one's own passkey another name."""
    name = passkey_name(name)
    if not await db.execute(
        "update passkey set name = $3 where id = $1 and person_id = $2", passkey_id, actor.person_id, name
    ):
        raise NotFound
    await _record(actor, "passkey.rename", passkey_id)
    return next(passkey for passkey in await queries.my_passkeys(actor) if passkey.id == passkey_id)


async def remove_passkey(actor: Actor, *, passkey_id: UUID, demo: bool) -> None:
    """Forget one's own passkey; not the one without which nothing lets them in. Who has one that works shows it first;
    a blocked one opens nothing, and may go. Raises NotFound, LastPasskey."""
    if actor.has_passkey:
        require_fresh(actor)
    await ways_in.lock(actor.person_id)
    usable = await db.fetch_value(_MINE, actor.person_id, passkey_id)
    if usable is None:
        raise NotFound
    if usable and not await ways_in.another_way_in(actor.person_id, demo=demo, without_passkey=passkey_id):
        keeps = await ways_in.must_keep_passkey(actor.person_id)
        raise LastPasskey(why=LastPasskey.operator if keeps else LastPasskey.alone)
    await db.execute("delete from passkey where id = $1", passkey_id)
    await _tell_owner(actor, "mail.passkey_removed")
    await _record(actor, "passkey.remove", passkey_id)


async def _beginning(passkey: ShownPasskey) -> Actor:
    found = await beginning(passkey.person_id, last=passkey.membership_id)
    if found is None:
        raise PasskeyRefused
    return found.actor


async def _start(actor: Actor, passkey: ShownPasskey, device: str) -> SignedIn:
    now = clock.now()
    signed_in = await start_session(
        actor.person_id,
        actor.membership_id,
        actor.role,
        device=device,
        started_at=now,
        fresh_passkey_at=now,
        began_with=BeganWith.PASSKEY,
    )
    await _record(actor, "passkey.sign_in", passkey.id)
    return signed_in


async def _tell_owner(actor: Actor, event: str) -> None:
    """By letter, so that it is noticed when it was somebody else."""
    at = clock.now().isoformat(timespec="seconds")
    await outbox.tell(event, recipients=[], payload={"person": str(actor.person_id), "at": at})


async def _record(actor: Actor, verb: str, passkey_id: UUID) -> None:
    await history.record(
        actor,
        verb,
        subject={"passkey": passkey_id},
        organisation_id=actor.organisation_id,
        facility_id=actor.facility_id,
    )
