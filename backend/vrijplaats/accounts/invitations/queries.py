"""Invitations as their inviters see them, and the one behind a link."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.accounts.invitations.rules import state_of
from vrijplaats.core import clock, db
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.tickets import opened

_SHOWN_FOR = "interval '14 days'"  # an expired one can be sent again; after that it is forgotten from the list
_FIELDS = """
i.id, i.role, i.contact_person, i.display_name, i.email, i.created_at, i.expires_at, i.mail_state, i.accepted_at,
i.withdrawn_at, coalesce(o.name, f.name, u.name) as tenant
"""
_FROM = """
from invitation i
left join organisation o on o.id = i.organisation_id
left join facility f on f.id = i.facility_id
left join funder u on u.id = i.funder_id
"""
_OPEN = "i.accepted_at is null and i.withdrawn_at is null and i.role <> 'OPERATOR'"
_LIST = f"""
select {_FIELDS} {_FROM}
where {_OPEN} and i.created_at > $1::timestamptz - {_SHOWN_FOR} and ($2::uuid is null or i.id < $2)
order by i.id desc limit $3
"""
_COUNT = f"select count(*) {_FROM} where {_OPEN} and i.created_at > $1::timestamptz - {_SHOWN_FOR}"
_ONE = f"select {_FIELDS} {_FROM} where i.id = $1"
_CONTACT_PERSON = "select contact_person from membership where id = $1 and ended_at is null"
_BY_TICKET = """
select i.id, i.role, i.organisation_id, i.facility_id, i.funder_id, i.contact_person, i.display_name, i.email, i.locale,
  i.for_person, i.accepted_at, i.withdrawn_at, p.display_name as inviter, coalesce(o.name, f.name, u.name) as tenant,
  coalesce(i.link_id = app_ticket(), false) as by_link, number_is_known() as number_known,
  i.accepted_at is null and i.withdrawn_at is null and i.expires_at > $1
    and (i.link_id = app_ticket() or i.shown_until > $1) as is_open
from invitation i
left join person p on p.id = i.invited_by
left join organisation o on o.id = i.organisation_id
left join facility f on f.id = i.facility_id
left join funder u on u.id = i.funder_id
where app_ticket() in (i.link_id, i.shown_id)
"""
# not of who has left: they may be asked again, and begin anew
_OF_ADDRESS = "select somebody_at_address()"
_ALREADY = """
select id from membership where person_id = $1 and role = $2 and ended_at is null
  and organisation_id is not distinct from $3 and facility_id is not distinct from $4
  and funder_id is not distinct from $5
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationView:
    """An invitation as its inviter sees it."""

    id: UUID
    role: Role
    contact_person: bool
    display_name: str
    email: str | None
    created_at: datetime
    expires_at: datetime
    state: str
    tenant: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The invitation behind a link, as its holder may know it. `by_link`: it came by e-mail, not from a screen.
    `number_known`: the organisation has a telephone number of theirs; which is for nobody who only holds the link."""

    id: UUID
    ticket: UUID
    role: Role
    organisation_id: UUID | None
    facility_id: UUID | None
    funder_id: UUID | None
    contact_person: bool
    display_name: str
    email: str | None
    locale: str
    for_person: UUID
    accepted_at: datetime | None
    withdrawn_at: datetime | None
    inviter: str | None
    tenant: str | None
    by_link: bool
    number_known: bool
    is_open: bool


async def open_invitations(actor: Actor, *, most: int, after: UUID | None) -> tuple[list[InvitationView], int]:
    """Those that are not answered, the newest first, after one of them; and how many. Which ones one sees is decided
    by the walls: those of one's tenant, or for the operator those they made."""
    require(actor, Role.COORDINATOR, Role.STAFF, Role.OPERATOR)
    rows = await db.fetch(_LIST, clock.now(), after, most)
    return [_view(row) for row in rows], await db.fetch_value(_COUNT, clock.now())


async def invitation(invitation_id: UUID) -> InvitationView | None:
    """One of the actor's tenant."""
    row = await db.fetch_one(_ONE, invitation_id)
    return None if row is None else _view(row)


async def is_contact_person(actor: Actor) -> bool:
    """Whether the actor invites colleagues at their prison."""
    return bool(await db.fetch_value(_CONTACT_PERSON, actor.membership_id))


def ticket_of(token: str, purpose: str) -> UUID | None:
    """The id a link was made from; None when it was not made here."""
    return opened(purpose, token)


async def held(ticket: UUID) -> Held | None:
    """The invitation behind the ticket of this transaction."""
    row = await db.fetch_one(_BY_TICKET, clock.now())
    return None if row is None else Held(**(row | {"ticket": ticket, "role": Role(row["role"])}))


async def person_of_address() -> UUID | None:
    """Who takes part and has the address this transaction was opened with."""
    found: UUID | None = await db.fetch_value(_OF_ADDRESS)
    return found


async def membership_like(person_id: UUID, wanted: Held) -> UUID | None:
    """The membership this person has already, of the kind they are invited for."""
    found: UUID | None = await db.fetch_value(
        _ALREADY, person_id, wanted.role.value, wanted.organisation_id, wanted.facility_id, wanted.funder_id
    )
    return found


def _view(row: dict[str, Any]) -> InvitationView:
    state = state_of(
        now=clock.now(), **{name: row[name] for name in ("expires_at", "accepted_at", "withdrawn_at", "mail_state")}
    )
    kept = ("id", "contact_person", "display_name", "email", "created_at", "expires_at", "tenant")
    return InvitationView(**{name: row[name] for name in kept}, role=Role(row["role"]), state=state)
