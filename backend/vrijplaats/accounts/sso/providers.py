"""Setting up and ending providers: the operator's work."""

from uuid import UUID

import structlog

from vrijplaats.accounts.sso import discovery, rules
from vrijplaats.accounts.sso.errors import (
    IssuerDiffers,
    ProviderCallsItselfOtherwise,
    ProviderUnreachable,
    SecretNeeded,
    Unanswered,
)
from vrijplaats.accounts.sso.outside import loopback
from vrijplaats.accounts.sso.queries import Provider
from vrijplaats.core import clock, db, history
from vrijplaats.core.access import require, require_fresh
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotFound
from vrijplaats.core.sealing import Place, derived, seal, unseal
from vrijplaats.settings import current

log = structlog.get_logger()
_RUNNING = """
select id, issuer, client_secret from sso_provider
where ended_at is null and (organisation_id = $1 or facility_id = $2) for update
"""
_INSERT = """
insert into sso_provider (id, organisation_id, facility_id, issuer, client_id, client_secret, email_domains, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
"""
_CHANGE = "update sso_provider set issuer = $2, client_id = $3, client_secret = $4, email_domains = $5 where id = $1"
_END = """
update sso_provider set ended_at = $2 where id = $1 and ended_at is null returning organisation_id, facility_id
"""
_EXISTS = """
select exists (select from organisation where id = $1) or exists (select from facility where id = $2)
"""


async def set_provider(
    actor: Actor,
    *,
    organisation_id: UUID | None,
    facility_id: UUID | None,
    issuer: str,
    client_id: str,
    client_secret: str | None,
    email_domains: list[str],
) -> UUID:
    """Let an organisation or prison have this provider, which has to answer first. Raises InvalidInput, NotFound,
    SecretNeeded, ProviderUnreachable, ProviderCallsItselfOtherwise."""
    require(actor, Role.OPERATOR)
    require_fresh(actor)
    issuer = rules.issuer_given(issuer, loopback=loopback())
    client_id, domains = rules.client_id_given(client_id), rules.domains_given(email_domains)
    secret = rules.secret_given(client_secret) if client_secret is not None else None
    if (organisation_id is None) is (facility_id is None):
        raise NotFound
    if not await db.fetch_value(_EXISTS, organisation_id, facility_id):
        raise NotFound
    running = await db.fetch_one(_RUNNING, organisation_id, facility_id)
    if secret is None and (running is None or running["issuer"] != issuer):
        raise SecretNeeded
    await _answers(issuer)
    identifier: UUID = running["id"] if running else await db.fetch_value("select uuidv7()")
    kept = running["client_secret"] if running else b""
    if secret is not None:
        kept = seal(_key(), secret.encode(), _place(identifier))
    if running is None:
        await db.execute(
            _INSERT, identifier, organisation_id, facility_id, issuer, client_id, kept, domains, clock.now()
        )
    else:
        await db.execute(_CHANGE, identifier, issuer, client_id, kept, domains)
    await _record(actor, "sso.set_provider", identifier, organisation_id, facility_id)
    return identifier


async def end_provider(actor: Actor, *, provider_id: UUID) -> None:
    """Nobody signs in through it from now on, and whoever did is signed out. Links stay; raises NotFound."""
    require(actor, Role.OPERATOR)
    require_fresh(actor)
    ended = await db.fetch_one(_END, provider_id, clock.now())
    if ended is None:
        raise NotFound
    await _record(actor, "sso.end_provider", provider_id, ended["organisation_id"], ended["facility_id"])


def secret_of(provider: Provider) -> str:
    """The client secret, for the one request that needs it."""
    return unseal(_key(), provider.client_secret, _place(provider.id)).decode()


async def _answers(issuer: str) -> None:
    try:
        found = await discovery.discover_anew(issuer)
        await discovery.keys_of(found, None)
    except IssuerDiffers:
        raise ProviderCallsItselfOtherwise from None
    except Unanswered as error:
        log.warning("sso_unanswered", why=str(error))
        raise ProviderUnreachable from None
    discovery.forget()


def _key() -> bytes:
    return derived(current().master_key, "sso|client_secret")


def _place(provider_id: UUID) -> Place:
    return Place("sso_provider", "client_secret", provider_id)


async def _record(
    actor: Actor, verb: str, provider_id: UUID, organisation_id: UUID | None, facility_id: UUID | None
) -> None:
    await history.record(
        actor,
        verb,
        subject={"sso_provider": provider_id},
        organisation_id=organisation_id,
        facility_id=facility_id,
    )
