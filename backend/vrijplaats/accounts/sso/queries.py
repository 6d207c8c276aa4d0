"""Providers, and who somebody is there."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.accounts.sso.rules import known_as
from vrijplaats.core import db
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role

# before anybody is signed in: reads providers, and nothing else
ANYBODY = {"role": "SSO"}
_NAMED = """
select p.id, coalesce(o.name, f.name) as name, p.organisation_id, p.facility_id
from sso_provider p
left join organisation o on o.id = p.organisation_id
left join facility f on f.id = p.facility_id
where p.ended_at is null
"""
_OPEN = f"{_NAMED} and ($1::text is null or $1 = any (p.email_domains)) order by 2, 1"
_ONE = """
select id, organisation_id, facility_id, issuer, client_id, client_secret
from sso_provider where id = $1 and ended_at is null
"""
_ALL = """
select p.id, p.issuer, p.client_id, p.email_domains, p.created_at, coalesce(o.name, f.name) as name,
  p.organisation_id, p.facility_id
from sso_provider p
left join organisation o on o.id = p.organisation_id
left join facility f on f.id = p.facility_id
where p.ended_at is null order by 6, 1
"""
_TENANTS = """
select id, name, false as is_facility from organisation union all select id, name, true from facility order by 2, 1
"""
_MINE = f"""
select n.id as provider_id, n.name, i.id, i.created_at, i.last_used_at
from ({_NAMED}) n
left join lateral (
  select id, created_at, last_used_at from sso_identity
  where person_id = $1 and issuer = (select issuer from sso_provider p where p.id = n.id)
  order by created_at limit 1) i on true
where exists (select from membership m where m.person_id = $1 and m.ended_at is null
  and (m.organisation_id = n.organisation_id or m.facility_id = n.facility_id))
order by n.name, n.id
"""
_IDENTITY = "select id, person_id from sso_identity where shown = app_credential()"
# where the person last was at this provider's tenant, else the oldest membership there
_BEGIN = """
select m.id, m.role, m.organisation_id, m.facility_id, p.locale
from membership m join person p on p.id = m.person_id
left join lateral (
  select max(s.last_seen_at) as seen from session s where s.membership_id = m.id and s.person_id = $1) s on true
where m.person_id = $1 and m.ended_at is null and (m.organisation_id = $2 or m.facility_id = $3)
order by s.seen desc nulls last, m.created_at, m.id limit 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A provider that runs; `client_secret` is sealed."""

    id: UUID
    organisation_id: UUID | None
    facility_id: UUID | None
    issuer: str
    client_id: str
    client_secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderView:
    """A provider as the operator sees it: all but the secret."""

    id: UUID
    name: str
    organisation_id: UUID | None
    facility_id: UUID | None
    issuer: str
    client_id: str
    email_domains: list[str]
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TenantView:
    """An organisation or a prison that could have a provider."""

    id: UUID
    name: str
    is_facility: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A provider of where one works or volunteers; `id` and what follows are there once the account is linked."""

    provider_id: UUID
    name: str
    id: UUID | None
    created_at: datetime | None
    last_used_at: datetime | None


async def open_providers(domain: str | None = None) -> list[dict[str, Any]]:
    """Id and name of each provider, or of those for this e-mail domain; for anybody."""
    async with db.transaction(ANYBODY, read_only=True):
        return [{"id": row["id"], "name": row["name"]} for row in await db.fetch(_OPEN, domain)]


async def running_provider(provider_id: UUID) -> Provider | None:
    """The provider, unless it has ended; in a transaction of its own."""
    async with db.transaction(ANYBODY, read_only=True):
        row = await db.fetch_one(_ONE, provider_id)
    return None if row is None else Provider(**row)


async def providers(actor: Actor) -> list[ProviderView]:
    """Every provider that runs, by name of its tenant; for the operator."""
    require(actor, Role.OPERATOR)
    return [ProviderView(**row) for row in await db.fetch(_ALL)]


async def tenants(actor: Actor) -> list[TenantView]:
    """Every organisation and prison, by name; for the operator."""
    require(actor, Role.OPERATOR)
    return [TenantView(**row) for row in await db.fetch(_TENANTS)]


async def my_links(actor: Actor) -> list[LinkView]:
    """The providers of where the actor belongs, linked or not."""
    return [LinkView(**row) for row in await db.fetch(_MINE, actor.person_id)]


async def identity(issuer: str, subject: str) -> dict[str, Any] | None:
    """Whose this is: id and person_id; None when nobody linked it. In a transaction of its own."""
    async with db.transaction({"credential": known_as(issuer, subject).hex()}, read_only=True):
        return await db.fetch_one(_IDENTITY)


async def beginning(person_id: UUID, provider: Provider) -> dict[str, Any] | None:
    """The membership in which a session of this person begins at this provider's tenant; None without one."""
    return await db.fetch_one(_BEGIN, person_id, provider.organisation_id, provider.facility_id)
