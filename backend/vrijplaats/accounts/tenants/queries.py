"""Organisations, prisons and funders as the operator sees them: by name, never who belongs to them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from vrijplaats.core import db
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role

_LIST = """
select id, name, {city} as city from {table}
where ($1::text is null or strpos(lower(name), lower($1)) > 0) and ($2::text is null or (name, id) > ($2, $3::uuid))
order by name, id limit $4
"""
_COUNT = "select count(*) from {table} where $1::text is null or strpos(lower(name), lower($1)) > 0"
_ACTIVITIES = """
select a.organisation_id, a.facility_id, f.name as facility, a.active_from, a.active_until
from organisation_facility a join facility f on f.id = a.facility_id
where a.organisation_id = $1 order by f.name, a.active_from
"""


class TenantKind(StrEnum):
    """What kind of tenant."""

    ORGANISATION = "ORGANISATION"
    FACILITY = "FACILITY"
    FUNDER = "FUNDER"


TABLES = {TenantKind.ORGANISATION: "organisation", TenantKind.FACILITY: "facility", TenantKind.FUNDER: "funder"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TenantView:
    """A tenant by name; a prison with its place."""

    id: UUID
    kind: TenantKind
    name: str
    city: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityView:
    """Where an organisation is active, and from when until when."""

    organisation_id: UUID
    facility_id: UUID
    facility: str
    active_from: date
    active_until: date | None


async def tenants(
    actor: Actor, kind: TenantKind, *, search: str | None, most: int, after: tuple[str, UUID] | None
) -> tuple[list[TenantView], int]:
    """At most so many by name, after one of them; and how many there are in all."""
    require(actor, Role.OPERATOR)
    # a table's name is one of our own three, nothing comes from outside
    sql = _LIST.format(table=TABLES[kind], city="city" if kind is TenantKind.FACILITY else "null::text")
    wanted = (search or "").strip() or None
    name, last = after or (None, None)
    rows = await db.fetch(sql, wanted, name, last, most)
    total = await db.fetch_value(_COUNT.format(table=TABLES[kind]), wanted)
    return [TenantView(**row, kind=kind) for row in rows], total


async def activities(actor: Actor, organisation_id: UUID) -> list[ActivityView]:
    """Where this organisation is or was active."""
    require(actor, Role.OPERATOR)
    return [ActivityView(**row) for row in await db.fetch(_ACTIVITIES, organisation_id)]
