"""The people of one's own organisation or prison."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vrijplaats.core import db
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role

_PEOPLE = """
from membership m join person p on p.id = m.person_id
where m.ended_at is null and (m.organisation_id = $1 or m.facility_id = $2)
  and ($3::text is null or m.role = $3) and ($4::text is null or strpos(lower(p.display_name), lower($4)) > 0)
"""
_FIELDS = """
m.id, m.person_id, m.role, m.contact_person, m.created_at as since, p.display_name, p.id = $5 as yourself
"""
_PAGE = f"""
select {_FIELDS} {_PEOPLE} and ($6::text is null or (p.display_name, m.id) > ($6, $7::uuid))
order by p.display_name, m.id limit $8
"""
_COUNT = f"select count(*) {_PEOPLE}"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which of the people: in this role, with this in their name."""

    role: Role | None = None
    search: str | None = None


async def people(
    actor: Actor, wanted: Wanted, *, most: int, after: tuple[str, UUID] | None
) -> tuple[list[MemberView], int]:
    """At most so many by name, after one of them; and how many there are in all."""
    require(actor, Role.COORDINATOR, Role.STAFF)
    role, search = wanted.role.value if wanted.role else None, (wanted.search or "").strip() or None
    which = (actor.organisation_id, actor.facility_id, role, search)
    name, last = after or (None, None)
    rows = await db.fetch(_PAGE, *which, actor.person_id, name, last, most)
    return [MemberView(**(row | {"role": Role(row["role"])})) for row in rows], await db.fetch_value(_COUNT, *which)


async def member(actor: Actor, membership_id: UUID) -> MemberView | None:
    """One of them."""
    require(actor, Role.COORDINATOR, Role.STAFF)
    which = (actor.organisation_id, actor.facility_id, None, None)
    row = await db.fetch_one(_ONE, *which, actor.person_id, membership_id)
    return None if row is None else MemberView(**(row | {"role": Role(row["role"])}))
