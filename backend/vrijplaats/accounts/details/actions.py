"""Changing one's own name and number, and in two steps one's address."""

from uuid import UUID

import asyncpg

from vrijplaats.accounts import contact
from vrijplaats.accounts.actions import require_whole
from vrijplaats.accounts.codes.errors import CodeRefused
from vrijplaats.accounts.codes.rules import LASTS, TRIES
from vrijplaats.accounts.details.rules import ASKED_BY_PERSON, ASKED_FOR_ADDRESS, NEW_EMAIL
from vrijplaats.core import clock, db, history, limits, outbox, tickets
from vrijplaats.core.access import require_owner
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import InvalidInput

_NAME = "update person set display_name = $2 where id = $1 and display_name <> $2"
_PHONE = """
insert into person_contact as c (person_id, phone) values ($1, $2)
on conflict (person_id) do update set phone = excluded.phone where c.phone is distinct from excluded.phone
"""
_END_FORMER = "update email_change set expires_at = $2 where person_id = $1 and used_at is null and expires_at > $2"
_ASK = "insert into email_change (person_id, email, created_at, expires_at) values ($1, $2, $3, $4) returning id"
_TRY = """
update email_change set tries = tries + 1
where id = $1 and person_id = $2 and used_at is null and expires_at > $3 and tries < $4 returning email
"""
_USE = """
update email_change e set used_at = $2,
  former_email = (
    select c.email from person_contact c where c.person_id = e.person_id and lower(c.email) <> lower(e.email))
where e.id = $1 and e.used_at is null
"""
_MOVE = """
insert into person_contact (person_id, email, email_verified_at) values ($1, $2, $3)
on conflict (person_id) do update set email = excluded.email, email_verified_at = excluded.email_verified_at
"""
_LABEL = {"nl": "e-mailadres", "en": "e-mail address"}
_TAKEN = {
    "nl": "hier logt al iemand anders mee in, kies een ander adres",
    "en": "somebody else signs in with this, choose another one",
}


async def set_my_details(actor: Actor, *, display_name: str, phone: str | None) -> None:
    """Change the name others see and the number one can be called on (none when it is empty); raises InvalidInput."""
    name = contact.display_name(display_name)
    number = contact.phone_number(phone) if phone and phone.strip() else None
    changed = await db.execute(_NAME, actor.person_id, name)
    changed += await db.execute(_PHONE, actor.person_id, number)
    if changed:
        await _record(actor, "person.set_details")


async def ask_to_move(actor: Actor, *, email: str) -> str:
    """Have a code sent to a new address, whoever has it; gives what is to be brought back with the digits. Raises
    InvalidInput, TooOften, and what require_owner and require_whole do: an address is a way in. Opens transactions."""
    require_owner(actor)
    address = contact.email_address(email)
    await limits.spend(ASKED_BY_PERSON, str(actor.person_id))
    await limits.spend(ASKED_FOR_ADDRESS, contact.address_hash(address))
    now = clock.now()
    async with db.transaction(actor):
        await require_whole(actor)
        await db.execute(_END_FORMER, actor.person_id, now)
        change: UUID = await db.fetch_value(_ASK, actor.person_id, address, now, now + LASTS)
        await outbox.tell("mail.new_email_code", recipients=[], payload={"change": str(change)})
    return tickets.token(NEW_EMAIL, change)


async def move(actor: Actor, *, code: str, digits: str) -> str:
    """Take the new address into use, which is given; the former one is told. Raises CodeRefused whatever is wrong with
    the code, and InvalidInput when the address is somebody else's: only who reads its letters learns that. Opens
    transactions, so that a wrong try stays counted."""
    change = tickets.opened(NEW_EMAIL, code)
    if change is None:
        raise CodeRefused
    async with db.transaction(actor):
        address: str | None = await db.fetch_value(_TRY, change, actor.person_id, clock.now(), TRIES)
    if address is None or not tickets.code_matches(NEW_EMAIL, change, digits):
        raise CodeRefused
    try:
        async with db.transaction(actor):
            await _move(actor, change, address)
    except asyncpg.UniqueViolationError:
        raise InvalidInput(field="email", label=_LABEL, requirement=_TAKEN) from None
    return address


async def _move(actor: Actor, change: UUID, address: str) -> None:
    now = clock.now()
    if not await db.execute(_USE, change, now):
        raise CodeRefused
    await db.execute(_MOVE, actor.person_id, address, now)
    await outbox.tell("mail.email_changed", recipients=[], payload={"change": str(change)})
    await _record(actor, "person.change_email")


async def _record(actor: Actor, verb: str) -> None:
    await history.record(
        actor,
        verb,
        subject={"person": actor.person_id},
        organisation_id=actor.organisation_id,
        facility_id=actor.facility_id,
    )
