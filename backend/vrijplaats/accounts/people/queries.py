"""The people of one's own organisation or prison; for the operator those who run any tenant, never its volunteers."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vrijplaats.core import db
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role

CHANGERS = (Role.COORDINATOR, Role.STAFF, Role.OPERATOR)
_PEOPLE = """
from membership m join person p on p.id = m.person_id
where m.ended_at is null and $1::uuid in (m.organisation_id, m.facility_id, m.funder_id)
  and ($2::text <> 'OPERATOR' or m.role in ('COORDINATOR', 'STAFF', 'FUNDER'))
  and ($3::text is null or m.role = $3) and ($4::text is null or strpos(lower(p.display_name), lower($4)) > 0)
"""
_FIELDS = """
m.id, m.person_id, m.role, m.contact_person, m.created_at as since, p.display_name, p.id = $5 as yourself,
m.organisation_id, m.facility_id
"""
_PAGE = f"""
select {_FIELDS} {_PEOPLE} and ($6::text is null or (p.display_name, m.id) > ($6, $7::uuid))
order by p.display_name, m.id limit $8
"""
_COUNT = f"select count(*) {_PEOPLE}"
_TENANT = """
select coalesce(organisation_id, facility_id, funder_id) from membership where id = $1
"""
_MYSELF = """
select m.id, m.person_id, m.role, m.contact_person, m.created_at as since, p.display_name, true as yourself,
  m.organisation_id, m.facility_id
from membership m join person p on p.id = m.person_id where m.id = $1 and m.person_id = $2 and m.ended_at is null
"""
_OTHERS = "select exists (select from membership where person_id = $1 and id <> $2 and ended_at is null)"
_LAST = """
select exists (select from membership m where m.id = $1 and (
  m.role = 'COORDINATOR' and not exists (select from membership o where o.organisation_id = m.organisation_id
    and o.role = 'COORDINATOR' and o.ended_at is null and o.id <> m.id)
  or m.contact_person and not exists (select from membership o where o.facility_id = m.facility_id
    and o.contact_person and o.ended_at is null and o.id <> m.id)))
"""
_ONE = f"select {_FIELDS} {_PEOPLE} and m.id = $6"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    """Somebody of the actor's tenant, in one of their roles there."""

    id: UUID
    person_id: UUID
    role: Role
    contact_person: bool
    since: datetime
    display_name: str
    yourself: bool
    organisation_id: UUID | None
    facility_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which of the people: in this role, with this in their name; for the operator, of this tenant."""

    role: Role | None = None
    search: str | None = None
    tenant: UUID | None = None


async def people(
    actor: Actor, wanted: Wanted, *, most: int, after: tuple[str, UUID] | None
) -> tuple[list[MemberView], int]:
    """At most so many by name, after one of them; and how many there are in all."""
    require(actor, *CHANGERS)
    role, search = wanted.role.value if wanted.role else None, (wanted.search or "").strip() or None
    tenant = wanted.tenant if actor.role is Role.OPERATOR else actor.organisation_id or actor.facility_id
    which = (tenant, actor.role.value, role, search)
    name, last = after or (None, None)
    rows = await db.fetch(_PAGE, *which, actor.person_id, name, last, most)
    return [MemberView(**(row | {"role": Role(row["role"])})) for row in rows], await db.fetch_value(_COUNT, *which)


async def member(actor: Actor, membership_id: UUID) -> MemberView | None:
    """One of them."""
    require(actor, *CHANGERS)
    tenant = actor.organisation_id or actor.facility_id
    if actor.role is Role.OPERATOR:
        tenant = await db.fetch_value(_TENANT, membership_id)
    which = (tenant, actor.role.value, None, None)
    row = await db.fetch_one(_ONE, *which, actor.person_id, membership_id)
    return None if row is None else MemberView(**(row | {"role": Role(row["role"])}))


async def myself(actor: Actor) -> MemberView | None:
    """The actor, as what they are in this session."""
    row = await db.fetch_one(_MYSELF, actor.membership_id, actor.person_id)
    return None if row is None else MemberView(**(row | {"role": Role(row["role"])}))


async def is_more(actor: Actor) -> bool:
    """Whether the actor is something else besides what they are in this session."""
    return bool(await db.fetch_value(_OTHERS, actor.person_id, actor.membership_id))


async def is_last(actor: Actor) -> bool:
    """Whether nobody would be left to do the actor's work as coordinator or contact person."""
    return bool(await db.fetch_value(_LAST, actor.membership_id))
