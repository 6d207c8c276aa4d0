"""Asking for a code by e-mail, and signing in with it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from vrijplaats.accounts.actions import start_session
from vrijplaats.accounts.codes import queries
from vrijplaats.accounts.codes.errors import CodeRefused
from vrijplaats.accounts.codes.rules import (
    ASKED_FOR_ADDRESS,
    ASKED_FOR_ADDRESS_HERE,
    LASTS,
    SIGN_IN,
    TRIES,
    WRONG_FOR_PERSON,
    WRONG_FOR_PERSON_HERE,
)
from vrijplaats.accounts.contact import address_hash, email_address
from vrijplaats.accounts.queries import Beginning, beginning
from vrijplaats.core import clock, db, history, limits, outbox, tickets
from vrijplaats.core.actor import BeganWith, SignedIn
from vrijplaats.core.limits import TooOften

# the same statements for an address that is known and one that is not; who asked too often gets a code of nobody
_ASK = """
insert into sign_in_code (person_id, address_hash, device, created_at, expires_at)
select c.person_id, app_address(), $1, $2, $3
from (select) one left join person_contact c on c.email_hash = app_address() and not $4::boolean
returning id
"""
_END_FORMER = """
update sign_in_code set expires_at = $2
where address_hash = app_address() and id <> $1 and used_at is null and expires_at > $2 and not $3::boolean
"""
# one statement, so that of many at once only five are tries
_TRY = """
update sign_in_code set tries = tries + 1
where id = app_ticket() and used_at is null and expires_at > $1 and tries < $2
returning id, person_id, address_hash
"""
_USE = "update sign_in_code set used_at = $1 where id = app_ticket() and used_at is null"
# somebody whose address has changed since does not come in by the former one
_SHOWN = f"""
update person_contact c set email_verified_at = coalesce(c.email_verified_at, $1)
where c.person_id = $2 and c.email_hash = $3 and {queries.THEIRS}
"""
_HAS_PASSKEY = "select exists (select from passkey where person_id = $1 and blocked_at is null)"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedInByCode:
    """A session by code; `choose` when the person is several things and nobody knows which they were last."""

    signed_in: SignedIn
    choose: bool


async def ask_for_code(email: str, *, network: str, device: str = "/") -> str:
    """Have a code sent to whoever has this address, if anybody; gives what is to be brought back with the digits. The
    answer and the work are the same for every address. Raises InvalidInput for what is none. Opens transactions."""
    address = address_hash(email_address(email))
    too_often = False
    try:
        await limits.spend(ASKED_FOR_ADDRESS_HERE, f"{address} {network}")
        await limits.spend(ASKED_FOR_ADDRESS, address)
    except TooOften:
        too_often = True  # not said: it would tell that somebody with this address tries to sign in
    now = clock.now()
    async with db.transaction({"address": address}):
        code: UUID = await db.fetch_value(_ASK, device, now, now + LASTS, too_often)
        await db.execute(_END_FORMER, code, now, too_often)
        await outbox.tell("mail.sign_in_code", recipients=[], payload={"code": str(code)})
    return tickets.token(SIGN_IN, code)


async def sign_in(code: str, digits: str, *, network: str, device: str = "/") -> SignedInByCode:
    """Start a session of whoever the code was sent to; raises CodeRefused, whatever is wrong. Opens transactions."""
    ticket = tickets.opened(SIGN_IN, code)
    if ticket is None:
        raise CodeRefused
    async with db.transaction({"ticket": str(ticket)}):
        tried = await db.fetch_one(_TRY, clock.now(), TRIES)
    if tried is None:
        raise CodeRefused
    who = str(tried["person_id"] or tried["address_hash"].hex())
    try:
        await limits.spend(WRONG_FOR_PERSON_HERE, f"{who} {network}")
        await limits.spend(WRONG_FOR_PERSON, who)
    except TooOften:
        raise CodeRefused from None
    if not tickets.code_matches(SIGN_IN, ticket, digits) or tried["person_id"] is None:
        raise CodeRefused
    started = await _start(tried, device)
    await limits.give_back(WRONG_FOR_PERSON_HERE, f"{who} {network}")
    await limits.give_back(WRONG_FOR_PERSON, who)
    return started


async def _start(code: dict[str, Any], device: str) -> SignedInByCode:
    person, now = code["person_id"], clock.now()
    async with db.transaction({"person": str(person), "ticket": str(code["id"])}):
        found = await beginning(person)
        used = await db.execute(_USE, now)
        theirs = await db.execute(_SHOWN, now, person, code["address_hash"])
        if found is None or not used or not theirs or await queries.must_show_passkey(person):
            raise CodeRefused
        actor = found.actor
        signed_in = await start_session(
            person, actor.membership_id, actor.role, device=device, started_at=now, began_with=BeganWith.CODE
        )
        await _tell_and_record(found, code["id"], device)
    return SignedInByCode(signed_in=signed_in, choose=found.is_guess)


async def _tell_and_record(found: Beginning, code_id: UUID, device: str) -> None:
    actor = found.actor
    if await db.fetch_value(_HAS_PASSKEY, actor.person_id):
        # unusual for them, so that they hear of it
        at = clock.now().isoformat(timespec="seconds")
        told = {"person": str(actor.person_id), "device": device, "at": at}
        await outbox.tell("mail.code_used", recipients=[], payload=told)
    await history.record(
        actor,
        "code.sign_in",
        subject={"code": code_id},
        organisation_id=actor.organisation_id,
        facility_id=actor.facility_id,
    )
