"""Opening an invitation and accepting it: by somebody new, or by somebody who is here already. Each opens its own
transactions, in which the database knows the ticket and who is to become a member, and lets nothing else be written."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import asyncpg
from webauthn.registration.verify_registration_response import VerifiedRegistration

from vrijplaats.accounts import contact
from vrijplaats.accounts.actions import start_session
from vrijplaats.accounts.invitations import queries
from vrijplaats.accounts.invitations.errors import InvitationOver, SignInFirst
from vrijplaats.accounts.invitations.queries import Held
from vrijplaats.accounts.invitations.rules import PURPOSE
from vrijplaats.accounts.passkeys import ceremonies, challenges
from vrijplaats.accounts.passkeys.actions import keep_passkey
from vrijplaats.accounts.passkeys.ceremonies import Answer, RelyingParty, Unreadable
from vrijplaats.accounts.passkeys.challenges import Purpose
from vrijplaats.accounts.passkeys.errors import PasskeyNotAdded
from vrijplaats.accounts.passkeys.rules import passkey_name
from vrijplaats.core import clock, db, history
from vrijplaats.core.actor import Actor, BeganWith, Role, SignedIn
from vrijplaats.core.errors import LOCALES

_TAKE = """
update invitation set accepted_at = $2, accepted_by = $3
where id = $1 and accepted_at is null and withdrawn_at is null and expires_at > $2
  and (link_id = app_ticket() or shown_until > $2)
"""
_PERSON = "insert into person (id, display_name, locale) values ($1, $2, $3)"
_CONTACT = "insert into person_contact (person_id, email, phone, email_verified_at) values ($1, $2, $3, $4)"
_MEMBER = """
insert into membership (person_id, role, organisation_id, facility_id, funder_id, contact_person)
values ($1, $2, $3, $4, $5, $6) returning id
"""
# somebody who left and comes back is in the register already, and begins there anew
_REGISTER = """
insert into volunteer (organisation_id, person_id, status, status_since) values ($1, $2, 'APPLICANT', $3)
on conflict (organisation_id, person_id) do nothing
"""
_BACK = """
update volunteer set status = 'APPLICANT', status_since = $3
where organisation_id = $1 and person_id = $2 and status = 'LEFT'
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What the holder of a link sees. `known`: whoever was asked has an account; `already`: and is this already."""

    held: Held
    known: bool
    already: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """What somebody new says about themselves; the address is the one the invitation was sent to, never another.
    Without a number the one that the organisation imported stays (take_over_imported)."""

    display_name: str
    phone: str | None
    locale: str
    passkey: Answer | None
    passkey_name: str


async def open_invitation(token: str, actor: Actor | None) -> Opened:
    """What a link is for; raises InvitationOver for every link that does not work (any more)."""
    found = await _read(token, actor)
    owner = await _owner(found)
    already = False
    if actor is not None:
        async with db.transaction({**actor.settings(), "ticket": str(found.ticket)}, read_only=True):
            already = await queries.membership_like(actor.person_id, found) is not None
    return Opened(held=found, known=owner is not None and (actor is None or owner != actor.person_id), already=already)


async def passkey_options(token: str, *, party: RelyingParty, display_name: str) -> dict[str, Any]:
    """What a device is asked when somebody new makes a passkey; raises InvitationOver, SignInFirst, InvalidInput."""
    found, name = await _read(token, None), contact.display_name(display_name)
    if await _owner(found) is not None:
        raise SignInFirst
    async with db.transaction({}):
        challenge = await challenges.ask(Purpose.JOIN, None)
    return ceremonies.creation_options(party, challenge, person_id=found.for_person, name=name, known=())


async def accept_as_new(token: str, new: NewPerson, *, party: RelyingParty, device: str) -> SignedIn:
    """Become somebody: person, contact, membership, register, passkey and session at once, and once. Raises
    InvitationOver, SignInFirst, InvalidInput, PasskeyNotAdded."""
    found = await _read(token, None)
    person = replace(
        new,
        display_name=contact.display_name(new.display_name),
        phone=contact.phone_number(new.phone) if new.phone else None,
        passkey_name=passkey_name(new.passkey_name) if new.passkey else "",
    )
    if await _owner(found) is not None:
        raise SignInFirst
    key = await _believed(person, party)
    try:
        address = contact.address_hash(found.email) if found.email else ""
        settings = {"person": str(found.for_person), "ticket": str(found.ticket), "address": address}
        async with db.transaction(settings):
            actor = await _become(found, person)
            return await _begin(actor, found, person, key, device)
    except asyncpg.UniqueViolationError as error:
        # between looking and writing somebody else got this address, or this very invitation
        raise (SignInFirst if error.constraint_name == "person_contact_email" else InvitationOver) from None


async def accept_as_oneself(token: str, actor: Actor) -> UUID:
    """Become one thing more; gives the membership, which is the present one for who is this already. Raises
    InvitationOver, and SignInFirst when the address is somebody else's who is here."""
    found = await _read(token, actor)
    if (owner := await _owner(found)) is not None and owner != actor.person_id:
        raise SignInFirst
    async with db.transaction({**actor.settings(), "ticket": str(found.ticket)}):
        await _take(found, actor.person_id)
        if (present := await queries.membership_like(actor.person_id, found)) is not None:
            return present
        becoming = await _member(found, actor.person_id, actor.locale)
        await _register(becoming)
        await _record(becoming, found)
    return becoming.membership_id


async def _read(token: str, actor: Actor | None) -> Held:
    ticket = queries.ticket_of(token, PURPOSE)
    if ticket is None:
        raise InvitationOver
    acting = actor.settings() if actor else {}
    async with db.transaction({**acting, "ticket": str(ticket)}, read_only=True):
        found = await queries.held(ticket)
    if found is None or not found.is_open:
        raise InvitationOver
    return found


async def _owner(found: Held) -> UUID | None:
    """Whose address the invitation was made for. It is told to who holds the link only, which was sent to that address
    or is shown by the inviter who typed it."""
    if found.email is None:
        return None
    async with db.transaction({"address": contact.address_hash(found.email)}, read_only=True):
        return await queries.person_of_address()


async def _believed(person: NewPerson, party: RelyingParty) -> VerifiedRegistration | None:
    if person.passkey is None:
        return None
    if not await challenges.take(person.passkey.challenge, Purpose.JOIN, None):
        raise PasskeyNotAdded
    try:
        return ceremonies.verify_made(party, person.passkey)
    except Unreadable:
        raise PasskeyNotAdded from None


async def _become(found: Held, person: NewPerson) -> Actor:
    await _take(found, found.for_person)
    locale = person.locale if person.locale in LOCALES else found.locale
    await db.execute(_PERSON, found.for_person, person.display_name, locale)
    if found.email or person.phone:
        # a link in a mailbox shows whose it is; a code on a screen shows nothing
        verified = clock.now() if found.email and found.by_link else None
        await db.execute("select free_address()")
        await db.execute(_CONTACT, found.for_person, found.email, person.phone, verified)
    return await _member(found, found.for_person, locale)


async def _begin(
    actor: Actor, found: Held, person: NewPerson, key: VerifiedRegistration | None, device: str
) -> SignedIn:
    await _register(actor)
    now = clock.now()
    if key is not None and person.passkey is not None:
        await keep_passkey(actor, key, transports=person.passkey.transports, name=person.passkey_name)
    signed_in = await start_session(
        actor.person_id,
        actor.membership_id,
        actor.role,
        device=device,
        started_at=now,
        fresh_passkey_at=now if key else None,
        began_with=BeganWith.PASSKEY if key else BeganWith.INVITATION,
    )
    await _record(actor, found)
    return signed_in


async def _take(found: Held, person_id: UUID) -> None:
    if not await db.execute(_TAKE, found.id, clock.now(), person_id):
        raise InvitationOver


async def _member(found: Held, person_id: UUID, locale: str) -> Actor:
    where = (found.organisation_id, found.facility_id, found.funder_id)
    membership = await db.fetch_value(_MEMBER, person_id, found.role.value, *where, found.contact_person)
    return Actor(
        person_id=person_id,
        role=found.role,
        membership_id=membership,
        organisation_id=found.organisation_id,
        facility_id=found.facility_id,
        volunteer_id=None,
        locale=locale,
    )


async def _register(actor: Actor) -> None:
    """From here on the transaction is the new member's; a volunteer is an applicant until the coordinator says more."""
    if actor.role is Role.VOLUNTEER:
        # while the transaction knows the invitation: a file that the organisation imported for them is theirs from here
        await db.execute("select take_over_imported($1)", clock.now())
    await db.become(actor)
    if actor.role is Role.VOLUNTEER:
        await db.execute(_REGISTER, actor.organisation_id, actor.person_id, clock.today())
        await db.execute(_BACK, actor.organisation_id, actor.person_id, clock.today())


async def _record(actor: Actor, found: Held) -> None:
    await history.record(
        actor,
        "invitation.accept",
        subject={"invitation": found.id, "membership": actor.membership_id},
        organisation_id=actor.organisation_id,
        facility_id=actor.facility_id,
    )
