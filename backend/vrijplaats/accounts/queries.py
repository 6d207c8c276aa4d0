"""Who is this, and what may they be."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.accounts.rules import device_words, ends_at, why_over
from vrijplaats.accounts.waking import KEPT
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor, BeganWith, Role, Session
from vrijplaats.core.errors import SessionOver

_ACTOR = """
select s.person_id, m.id as membership_id, m.role, m.organisation_id, m.facility_id, p.locale, v.id as volunteer_id,
  s.id as session_id, s.created_at, s.last_seen_at, s.expires_at, s.fresh_passkey_at, s.began_with, s.sso_provider_id,
  exists (select from passkey k where k.person_id = s.person_id and k.blocked_at is null) as has_passkey
from session s
join membership m on m.id = s.membership_id and m.person_id = s.person_id and m.ended_at is null
join person p on p.id = s.person_id
left join volunteer v on m.role = 'VOLUNTEER' and v.person_id = s.person_id and v.organisation_id = m.organisation_id
where s.token_hash = app_session()
  and (s.sso_provider_id is null or exists (
    select from sso_provider o where o.id = s.sso_provider_id and o.ended_at is null))
"""
# also where somebody is signed in no more and notifications are still on: that has to be stopped somewhere
_MY_SESSIONS = f"""
select x.id, x.device, x.created_at, x.last_seen_at, x.expires_at <= $2 as over
from session x
join membership m on m.id = x.membership_id and m.ended_at is null
where x.person_id = $1 and {KEPT.format(now="$2")}
order by over, x.last_seen_at desc, x.id
"""
_MEMBERSHIPS = """
select p.display_name, p.locale, m.id, m.role, m.contact_person, v.id as volunteer_id,
  o.id as organisation_id, o.name as organisation_name,
  f.id as facility_id, f.code as facility_code, f.name as facility_name, f.city as facility_city
from person p
join membership m on m.person_id = p.id and m.ended_at is null
left join organisation o on o.id = m.organisation_id
left join facility f on f.id = m.facility_id
left join volunteer v on m.role = 'VOLUNTEER' and v.person_id = p.id and v.organisation_id = m.organisation_id
where p.id = $1
order by m.created_at, m.id
"""
# the newest session, then where a passkey was last used, then the oldest membership
_BEGIN = """
select m.id as membership_id, m.role, m.organisation_id, m.facility_id, p.locale,
  s.seen is not null or m.id = $2 as known, count(*) over () as choices
from membership m join person p on p.id = m.person_id
left join lateral (
  select max(s.last_seen_at) as seen from session s where s.membership_id = m.id and s.person_id = $1) s on true
where m.person_id = $1 and m.ended_at is null
order by s.seen desc nulls last, m.id = $2 desc nulls last, m.created_at, m.id limit 1
"""
_PERSONAS = """
select d.key, p.display_name as name, m.role, o.name as organisation, f.name as facility
from demo_persona d
join person p on p.id = d.person_id
join membership m on m.id = d.membership_id
left join organisation o on o.id = m.organisation_id
left join facility f on f.id = m.facility_id
where m.ended_at is null
order by d.position, d.key
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """A volunteers' organisation by name."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityView:
    """A prison by name."""

    id: UUID
    code: str
    name: str
    city: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipView:
    """One thing a person is."""

    id: UUID
    role: Role
    organisation: OrganisationView | None
    facility: FacilityView | None
    volunteer_id: UUID | None
    contact_person: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewerView:
    """The person who looks, with everything they are and what they are in this session."""

    id: UUID
    display_name: str
    locale: str
    current: MembershipView
    memberships: list[MembershipView]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    """Somewhere the reader is signed in; `current` is where they read this. Where it is `over`, only notifications
    are still on."""

    id: UUID
    device: str
    created_at: datetime
    last_seen_at: datetime
    over: bool
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaView:
    """Somebody of the demo one may sign in as."""

    key: str
    name: str
    role: Role
    organisation: str | None
    facility: str | None


async def find_actor() -> Actor:
    """Whose session this transaction was opened with; raises SessionOver, which says why, when it is nobody's now."""
    row = await db.fetch_one(_ACTOR)
    if row is None or (row["role"] == Role.VOLUNTEER and row["volunteer_id"] is None):
        raise SessionOver("ENDED")
    role, now = Role(row.pop("role")), clock.now()
    session = Session(
        id=row.pop("session_id"),
        started_at=row.pop("created_at"),
        last_seen_at=row.pop("last_seen_at"),
        began_with=BeganWith(row.pop("began_with")),
        sso_provider_id=row.pop("sso_provider_id"),
    )
    # both: what was promised then, and what holds for this role today
    if now >= min(row.pop("expires_at"), ends_at(role, session.started_at, session.last_seen_at)):
        raise SessionOver(why_over(role, session.started_at, now))
    return Actor(**row, role=role, session=session)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """As what somebody's session begins; `is_guess` when they are several things and nobody knows which was last."""

    actor: Actor
    is_guess: bool


async def beginning(person_id: UUID, *, last: UUID | None = None) -> Beginning | None:
    """As what a session of this person begins, in a transaction of theirs; None when every membership has ended.
    `last` is the membership in which they last used what they sign in with."""
    row = await db.fetch_one(_BEGIN, person_id, last)
    if row is None:
        return None
    known, choices, role = row.pop("known"), row.pop("choices"), Role(row.pop("role"))
    actor = Actor(person_id=person_id, role=role, volunteer_id=None, **row)
    return Beginning(actor=actor, is_guess=choices > 1 and not known)


async def my_sessions(actor: Actor) -> list[SessionView]:
    """Where the actor is signed in now, the last one seen first; then where only notifications are still on."""
    here = actor.session.id if actor.session else None
    return [
        SessionView(
            id=row["id"],
            device=device_words(row["device"], actor.locale),
            created_at=row["created_at"],
            last_seen_at=row["last_seen_at"],
            over=row["over"],
            current=row["id"] == here,
        )
        for row in await db.fetch(_MY_SESSIONS, actor.person_id, clock.now())
    ]


async def viewer(actor: Actor) -> ViewerView:
    """The actor as a person with memberships."""
    rows = await db.fetch(_MEMBERSHIPS, actor.person_id)
    memberships = [_membership(row) for row in rows]
    current = next(membership for membership in memberships if membership.id == actor.membership_id)
    return ViewerView(
        id=actor.person_id,
        display_name=rows[0]["display_name"],
        locale=rows[0]["locale"],
        current=current,
        memberships=memberships,
    )


async def demo_personas() -> list[PersonaView]:
    """Everybody one may be in the demo; empty outside it."""
    async with db.transaction({"role": "DEMO"}, read_only=True):
        return [PersonaView(**{**row, "role": Role(row["role"])}) for row in await db.fetch(_PERSONAS)]


def _membership(row: dict[str, Any]) -> MembershipView:
    organisation, facility = row["organisation_id"], row["facility_id"]
    return MembershipView(
        id=row["id"],
        role=Role(row["role"]),
        organisation=OrganisationView(id=organisation, name=row["organisation_name"]) if organisation else None,
        facility=FacilityView(
            id=facility, code=row["facility_code"], name=row["facility_name"], city=row["facility_city"]
        )
        if facility
        else None,
        volunteer_id=row["volunteer_id"],
        contact_person=row["contact_person"],
    )
