"""Inviting somebody, sending it again, showing it as a code, taking it back."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from vrijplaats import settings
from vrijplaats.accounts import contact
from vrijplaats.accounts.invitations import queries
from vrijplaats.accounts.invitations.errors import (
    NO_ADDRESS,
    NOT_OPEN,
    NOT_YOURS,
    TOO_MANY_ROUNDS,
    AlreadyInvited,
    TooManyInvitations,
)
from vrijplaats.accounts.invitations.queries import InvitationView
from vrijplaats.accounts.invitations.rules import (
    A_DAY,
    LASTS,
    LASTS_IMPORTED,
    MOST_ROUNDS,
    PURPOSE,
    SHOWN,
    may_invite,
)
from vrijplaats.accounts.people.errors import NotContactPerson
from vrijplaats.core import clock, db, history, outbox, tickets
from vrijplaats.core.access import require, require_fresh
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import InvalidInput, NotAllowedNow, NotFound

_TODAY = "select count(*) from invitation where invited_by = $1 and created_at > $2"
_SAME = """
select exists (select from invitation where lower(email) = lower($1) and role = $2 and accepted_at is null
  and withdrawn_at is null and expires_at > $3 and organisation_id is not distinct from $4
  and facility_id is not distinct from $5 and funder_id is not distinct from $6)
"""
_INVITE = """
insert into invitation (role, organisation_id, facility_id, funder_id, contact_person, display_name, email, locale,
  invited_by, created_at, expires_at, mail_state)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id
"""
_AGAIN = """
update invitation set link_id = uuidv7(), rounds = rounds + 1, mail_state = 'WAITING', shown_id = null,
  shown_until = null, expires_at = case when volunteer_id is null then $2::timestamptz else $4::timestamptz end
where id = $1 and accepted_at is null and withdrawn_at is null and email is not null and rounds < $3
"""
# a link in a letter never outlives its day by what is shown: it gets a successor that nobody has
_SHOW = """
update invitation set shown_id = uuidv7(), shown_until = $2, expires_at = greatest(expires_at, $2),
  link_id = case when expires_at < $2 then uuidv7() else link_id end
where id = $1 and accepted_at is null and withdrawn_at is null returning shown_id
"""
_WITHDRAW = """
update invitation set withdrawn_at = $2, shown_id = null, shown_until = null
where id = $1 and accepted_at is null and withdrawn_at is null
"""
_ROUNDS = "select accepted_at, withdrawn_at, email, rounds from invitation where id = $1"
_TENANT = {
    "organisation": "select exists (select from organisation where id = $1)",
    "facility": "select exists (select from facility where id = $1)",
    "funder": "select exists (select from funder where id = $1)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant:
    """Where somebody is invited to; exactly one of the three, or none for an operator."""

    organisation_id: UUID | None = None
    facility_id: UUID | None = None
    funder_id: UUID | None = None


async def invite_person(
    actor: Actor, *, role: Role, display_name: str, email: str | None, locale: str
) -> InvitationView:
    """Invite somebody to the actor's own tenant. Raises InvalidInput, NotContactPerson, TooManyInvitations,
    AlreadyInvited, and StepUpNeeded for somebody who may do more than a volunteer."""
    require(actor, Role.COORDINATOR, Role.STAFF)
    await _may(actor, role)
    if role is not Role.VOLUNTEER:
        require_fresh(actor)
    tenant = Tenant(organisation_id=actor.organisation_id, facility_id=actor.facility_id)
    return await _invite(actor, tenant, role, display_name=display_name, email=email, locale=locale)


async def invite_to_tenant(
    actor: Actor, *, tenant: Tenant, display_name: str, email: str | None, locale: str
) -> InvitationView:
    """The operator invites a coordinator, a prison's contact person or a funder's reader; raises as above."""
    require(actor, Role.OPERATOR)
    require_fresh(actor)
    named = {
        "organisation": (tenant.organisation_id, Role.COORDINATOR),
        "facility": (tenant.facility_id, Role.STAFF),
        "funder": (tenant.funder_id, Role.FUNDER),
    }
    chosen = [(kind, found, role) for kind, (found, role) in named.items() if found is not None]
    if len(chosen) != 1:
        raise NotFound
    kind, found, role = chosen[0]
    if not await db.fetch_value(_TENANT[kind], found):
        raise NotFound
    return await _invite(actor, tenant, role, display_name=display_name, email=email, locale=locale)


async def invite_operator(*, display_name: str, email: str) -> str:
    """At the console: a link for somebody who runs this installation. Opens its transaction; raises InvalidInput."""
    name, address, now = contact.display_name(display_name), contact.email_address(email), clock.now()
    async with db.transaction({"role": "CONSOLE"}):
        values = (Role.OPERATOR.value, None, None, None, False, name, address, "nl", None, now, now + LASTS, "NONE")
        made = await db.fetch_value(_INVITE, *values)
        link_id = await db.fetch_value("select link_id from invitation where id = $1", made)
    return link(link_id)


async def resend_invitation(actor: Actor, *, invitation_id: UUID) -> InvitationView:
    """Send it again, under a new link that works as long as the first: the old one dies. Raises NotFound,
    NotAllowedNow."""
    found, now = await _own(actor, invitation_id), clock.now()
    if not await db.execute(_AGAIN, invitation_id, now + LASTS, MOST_ROUNDS, now + LASTS_IMPORTED):
        raise NotAllowedNow(reason=await _why_not(invitation_id))
    await _tell(invitation_id)
    await _record(actor, "invitation.resend", found)
    return await _again(invitation_id)


async def show_invitation(actor: Actor, *, invitation_id: UUID) -> str:
    """The link as a code on the inviter's screen, for ten minutes; the one shown before dies."""
    found = await _own(actor, invitation_id)
    shown = await db.fetch_value(_SHOW, invitation_id, clock.now() + SHOWN)
    if shown is None:
        raise NotAllowedNow(reason=NOT_OPEN)
    await _record(actor, "invitation.show", found)
    return link(shown)


async def withdraw_invitation(actor: Actor, *, invitation_id: UUID) -> None:
    """Take it back: its links die."""
    found = await _own(actor, invitation_id)
    if not await db.execute(_WITHDRAW, invitation_id, clock.now()):
        raise NotAllowedNow(reason=NOT_OPEN)
    await _record(actor, "invitation.withdraw", found)


def link(identifier: UUID) -> str:
    """Where an invitation is opened; the secret is in the fragment, which reaches no server and no log."""
    return f"{settings.current().origin}/welkom#{tickets.token(PURPOSE, identifier)}"


async def _invite(
    actor: Actor, tenant: Tenant, role: Role, *, display_name: str, email: str | None, locale: str
) -> InvitationView:
    name, address = contact.display_name(display_name), contact.email_address(email) if email else None
    locale, now = contact.language(locale), clock.now()
    if await db.fetch_value(_TODAY, actor.person_id, now - timedelta(days=1)) >= A_DAY:
        raise TooManyInvitations(most=A_DAY)
    where = (tenant.organisation_id, tenant.facility_id, tenant.funder_id)
    if address and await db.fetch_value(_SAME, address, role.value, now, *where):
        raise AlreadyInvited
    is_contact = role is Role.STAFF and actor.role is Role.OPERATOR
    mail = "WAITING" if address else "NONE"
    made = await db.fetch_value(
        _INVITE, role.value, *where, is_contact, name, address, locale, actor.person_id, now, now + LASTS, mail
    )
    if address:
        await _tell(made)
    view = await _again(made)
    await _record(actor, "invitation.make", view)
    return view


async def _own(actor: Actor, invitation_id: UUID) -> InvitationView:
    """An invitation the actor may do something with; raises NotFound, NotContactPerson."""
    require(actor, Role.COORDINATOR, Role.STAFF, Role.OPERATOR)
    found = await queries.invitation(invitation_id)
    if found is None or not may_invite(actor.role, found.role):
        raise NotFound
    await _may(actor, found.role)
    if found.role is not Role.VOLUNTEER:
        require_fresh(actor)
    return found


async def _may(actor: Actor, role: Role) -> None:
    if not may_invite(actor.role, role):
        raise InvalidInput(field="role", label={"nl": "rol", "en": "role"}, requirement=NOT_YOURS)
    if actor.role is Role.STAFF and not await queries.is_contact_person(actor):
        raise NotContactPerson


async def _why_not(invitation_id: UUID) -> dict[str, str]:
    row = await db.fetch_one(_ROUNDS, invitation_id)
    if row is None or row["accepted_at"] or row["withdrawn_at"]:
        return dict(NOT_OPEN)
    return dict(TOO_MANY_ROUNDS if row["email"] else NO_ADDRESS)


async def _again(invitation_id: UUID) -> InvitationView:
    found = await queries.invitation(invitation_id)
    assert found is not None
    return found


async def _tell(invitation_id: UUID) -> None:
    await outbox.tell("mail.invitation", recipients=[], payload={"invitation": str(invitation_id)})


async def _record(actor: Actor, verb: str, view: InvitationView) -> None:
    await history.record(
        actor,
        verb,
        subject={"invitation": view.id, "role": view.role.value},
        organisation_id=actor.organisation_id,
        facility_id=actor.facility_id,
    )
