"""Using a recovery: from two halves of a code to a new passkey, and everything old is over at once."""

from contextlib import suppress
from typing import Any
from uuid import UUID

import asyncpg
from webauthn.registration.verify_registration_response import VerifiedRegistration

from vrijplaats import settings
from vrijplaats.accounts.actions import start_session
from vrijplaats.accounts.passkeys import ceremonies, challenges
from vrijplaats.accounts.passkeys.actions import keep_passkey
from vrijplaats.accounts.passkeys.ceremonies import Answer, RelyingParty, Unreadable
from vrijplaats.accounts.passkeys.challenges import Purpose
from vrijplaats.accounts.passkeys.errors import PasskeyNotAdded
from vrijplaats.accounts.passkeys.rules import passkey_name
from vrijplaats.accounts.recovery import actions, queries
from vrijplaats.accounts.recovery.errors import PasskeyNeeded, RecoveryRefused
from vrijplaats.accounts.recovery.queries import Recovery
from vrijplaats.accounts.recovery.rules import BY_LINK, SECOND, SPOKEN, STOP, TRIES, locator, may_go_without_passkey
from vrijplaats.core import clock, db, history, outbox, tickets
from vrijplaats.core.actor import Actor, BeganWith, Role, SignedIn

_MISSED = "update recovery set tries = tries + 1 where id = $1 and used_at is null"
_CLAIM = """
update recovery set used_at = $2
where id = $1 and used_at is null and withdrawn_at is null and expires_at > $2 and tries < $3
"""
# In this order, which is that of signing in and of switching: whoever is in the middle of those either finishes before
# and is forgotten with the rest, or waits at the person and finds that what they came with is gone.
_LOCKS = (
    "select from sign_in_code where person_id = $1 order by id for update",
    "select from passkey where person_id = $1 order by id for update",
    "select from session where person_id = $1 order by id for update",
    "select from person where id = $1 for update",
)
# A request that writes holds the person before the session, so that it and a recovery may wait for each other:
# whichever PostgreSQL ends has changed nothing, and begins again.
_TRIES_AGAIN = 2
# what was open on the old phone; push subscriptions go with their session
_FORGET = (
    "delete from passkey where person_id = $1",
    # an account elsewhere could have been linked by whoever has the phone; one's own is linked again in a minute
    "delete from sso_identity where person_id = $1",
    "delete from session where person_id = $1",
    # the address of their calendar lies on the old phone too, and needs no session
    "delete from calendar_feed where person_id = $1",
)
# and what was asked for on it, or by whoever has it now
_END_CODES = (
    "update sign_in_code set expires_at = $2 where person_id = $1 and used_at is null and expires_at > $2",
    "update email_change set expires_at = $2 where person_id = $1 and used_at is null and expires_at > $2",
)
_END_OTHERS = "update recovery set withdrawn_at = $2 where person_id = $1 and used_at is null and withdrawn_at is null"
_MEMBERSHIPS = """
select m.id, m.role, m.organisation_id, m.facility_id, p.locale, p.display_name
from membership m join person p on p.id = m.person_id
where m.person_id = $1 and m.ended_at is null order by m.organisation_id, m.facility_id, m.id
"""


class Halves:
    """What somebody brings: the half that was read out, and the other one, typed or in the link of the letter."""

    def __init__(self, *, spoken: str, second: str = "", link: str = "") -> None:
        self.spoken, self.second = spoken, second
        self._linked = tickets.opened(BY_LINK, link) if link else None

    @property
    def ticket(self) -> UUID:
        """By which the recovery is found."""
        return self._linked or locator(settings.current().signing_key, self.spoken)

    def fit(self, found: Recovery) -> bool:
        """Whether these are both halves of this recovery."""
        linked = self._linked == found.id and found.by_mail
        other = linked or tickets.code_matches(SECOND, found.id, self.second)
        return tickets.code_matches(SPOKEN, found.id, self.spoken) and other and found.two_people


async def ask(halves: Halves, *, party: RelyingParty) -> dict[str, Any]:
    """What a device needs to make a passkey for whoever brings both halves, and their name. Raises RecoveryRefused."""
    found = await _recovery(halves)
    async with db.transaction({"person": str(found.person_id)}):
        rows = await _memberships(found)
        challenge = await challenges.ask(Purpose.REGISTER, found.person_id)
    name = rows[0]["display_name"]
    # the old passkeys are not excluded: whoever finds the phone back makes a new one on it
    options = ceremonies.creation_options(party, challenge, person_id=found.person_id, name=name, known=[])
    without = may_go_without_passkey(Role(row["role"]) for row in rows)
    return {"name": name, "withoutPasskey": without, "options": options}


async def use(halves: Halves, *, party: RelyingParty, answer: Answer | None, name: str, device: str) -> SignedIn:
    """Forget every passkey and session there was, keep the new passkey and begin a session; without an answer of a
    device a session only. Raises RecoveryRefused, PasskeyNotAdded, PasskeyNeeded, InvalidInput."""
    name = passkey_name(name)
    found = await _recovery(halves)
    made = await _made(found, party, answer) if answer else None
    for _ in range(_TRIES_AGAIN):
        with suppress(asyncpg.DeadlockDetectedError):
            return await _come_back(found, made, answer, name=name, device=device)
    return await _come_back(found, made, answer, name=name, device=device)


async def _come_back(
    found: Recovery, made: VerifiedRegistration | None, answer: Answer | None, *, name: str, device: str
) -> SignedIn:
    async with db.transaction({"person": str(found.person_id)}):
        if not await db.execute(_CLAIM, found.id, clock.now(), TRIES):
            raise RecoveryRefused
        rows = await _memberships(found)
        if made is None and not may_go_without_passkey(Role(row["role"]) for row in rows):
            raise PasskeyNeeded
        actor = _actor(found, rows)
        await _forget(actor)
        if made is not None and answer is not None:
            await keep_passkey(actor, made, transports=answer.transports, name=name)
        signed_in = await _start(actor, device, with_passkey=made is not None)
        await outbox.tell("recovery.use", recipients=[], payload={"recovery": str(found.id)})
        await _record(actor, found, rows)
    return signed_in


async def stop_by_link(link: str) -> None:
    """Stop a recovery from the letter about it; this link does nothing else. Raises RecoveryRefused, NotAllowedNow."""
    identifier = tickets.opened(STOP, link)
    if identifier is None:
        raise RecoveryRefused
    async with db.transaction({"ticket": str(identifier)}, read_only=True):
        found = await queries.shown_recovery()
    if found is None:
        raise RecoveryRefused
    async with db.transaction({"person": str(found.person_id)}):
        await actions.stop(_actor(found, await _memberships(found)), found)


async def _recovery(halves: Halves) -> Recovery:
    """The recovery of both halves. A wrong one counts against it, committed at once."""
    async with db.transaction({"ticket": str(halves.ticket)}):
        found = await queries.shown_recovery(lock=True)  # or many guesses at once would count as one
        right = found is not None and halves.fit(found)
        if found is not None and not right:
            await db.execute(_MISSED, found.id)
    if found is None or not right or not found.running:
        raise RecoveryRefused
    return found


async def _made(found: Recovery, party: RelyingParty, answer: Answer) -> VerifiedRegistration:
    if not await challenges.take_of(answer.challenge, Purpose.REGISTER, found.person_id):
        raise PasskeyNotAdded
    try:
        return ceremonies.verify_made(party, answer)
    except Unreadable:
        raise PasskeyNotAdded from None


async def _memberships(found: Recovery) -> list[dict[str, Any]]:
    """What the person is today; somebody who is no longer anything does not come in."""
    rows = await db.fetch(_MEMBERSHIPS, found.person_id)
    if found.membership_id not in [row["id"] for row in rows]:
        raise RecoveryRefused
    return rows


def _actor(found: Recovery, rows: list[dict[str, Any]]) -> Actor:
    return Actor(
        person_id=found.person_id,
        role=Role(found.role),
        membership_id=found.membership_id,
        organisation_id=found.organisation_id,
        facility_id=found.facility_id,
        volunteer_id=None,
        locale=rows[0]["locale"],
    )


async def _forget(actor: Actor) -> None:
    for statement in (*_LOCKS, *_FORGET):
        await db.execute(statement, actor.person_id)
    for statement in (*_END_CODES, _END_OTHERS):
        await db.execute(statement, actor.person_id, clock.now())


async def _start(actor: Actor, device: str, *, with_passkey: bool) -> SignedIn:
    now = clock.now()
    return await start_session(
        actor.person_id,
        actor.membership_id,
        actor.role,
        device=device,
        started_at=now,
        fresh_passkey_at=now if with_passkey else None,
        began_with=BeganWith.PASSKEY if with_passkey else BeganWith.RECOVERY,
    )


async def _record(actor: Actor, found: Recovery, rows: list[dict[str, Any]]) -> None:
    """In the chain of every tenant this person belongs to: their access everywhere is new."""
    chains = dict.fromkeys((row["organisation_id"], row["facility_id"]) for row in rows)
    for organisation_id, facility_id in chains:
        await history.record(
            actor,
            "recovery.use",
            subject={"recovery": found.id, "person": found.person_id},
            organisation_id=organisation_id,
            facility_id=facility_id,
        )
