"""Going to a provider and coming back: signing in, and linking one's account."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import structlog

from vrijplaats.accounts import ways_in
from vrijplaats.accounts.actions import require_whole, session_of, start_session
from vrijplaats.accounts.sso import attempts, queries
from vrijplaats.accounts.sso.attempts import Begun, Taken
from vrijplaats.accounts.sso.discovery import Discovery, discover
from vrijplaats.accounts.sso.errors import LastWayIn, Refused, Unanswered
from vrijplaats.accounts.sso.providers import secret_of
from vrijplaats.accounts.sso.queries import Provider
from vrijplaats.accounts.sso.rules import Purpose, known_as
from vrijplaats.accounts.sso.tokens import Client, address_of, subject_of
from vrijplaats.core import clock, db, history
from vrijplaats.core.access import require_fresh
from vrijplaats.core.actor import Actor, BeganWith, Role, SignedIn
from vrijplaats.core.errors import NotFound

log = structlog.get_logger()
_LINK = """
insert into sso_identity (person_id, provider_id, issuer, subject, shown, created_at)
values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id
"""
_USED = "update sso_identity set last_used_at = $2 where id = $1"
_BELONGS = """
select exists (select from membership where person_id = $1 and ended_at is null
  and (organisation_id = $2 or facility_id = $3))
"""
_IS_MINE = "select id from sso_identity where person_id = $1 and issuer = $2 and subject = $3"
_MINE = "select issuer, provider_id from sso_identity where person_id = $1 and id = $2"
_END_SESSIONS = """
delete from session where person_id = $1 and id <> $2
  and sso_provider_id in (select id from sso_provider where issuer = $3)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What came back from the provider with the browser."""

    state: str
    browser: str
    code: str | None
    issuer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """Somebody is back: signed in under a new token, or with a linked account."""

    path: str
    provider_id: UUID
    signed_in: SignedIn | None


async def go(
    provider_id: UUID, redirect_uri: str, *, return_path: str, actor: Actor | None = None
) -> tuple[str, Begun]:
    """The provider's address to send a browser to. With an actor the journey links their account, and needs a passkey
    shown just now. Raises Refused, NotFound, StepUpNeeded. Opens its transactions."""
    provider, discovery = await _provider(provider_id)
    if actor is not None:
        async with db.transaction(actor, read_only=True):
            await require_whole(actor)
        require_fresh(actor)
    async with db.transaction(actor or {}):
        if actor is not None and not await _belongs(actor.person_id, provider):
            raise NotFound
        purpose, person = (Purpose.LINK, actor.person_id) if actor else (Purpose.SIGN_IN, None)
        begun = await attempts.begin(provider.id, purpose, person_id=person, return_path=return_path)
    client = _client(provider, redirect_uri)
    return await address_of(discovery, client, state=begun.state, proofs=begun.proofs), begun


async def arrive(taken: Taken, answered: Answered, redirect_uri: str, *, actor: Actor | None, device: str) -> Arrived:
    """Who came back, by what the provider says of them. Raises Refused. Opens its transactions."""
    provider, discovery = await _provider(taken.provider_id)
    if answered.issuer is None and discovery.names_itself:
        raise Refused("PROVIDER")
    if answered.issuer is not None and answered.issuer != provider.issuer:
        raise Refused("PROVIDER")
    if answered.code is None:
        raise Refused("STOPPED")
    try:
        client = _client(provider, redirect_uri)
        subject = await subject_of(discovery, client, code=answered.code, proofs=taken.proofs)
    except Unanswered as error:
        raise _unanswered(provider.id, error) from None
    if taken.purpose is Purpose.SIGN_IN:
        signed_in = await _sign_in(provider, subject, device)
        return Arrived(path=taken.return_path, provider_id=provider.id, signed_in=signed_in)
    if actor is None or actor.person_id != taken.person_id:
        raise Refused("AGAIN")
    async with db.transaction(actor):
        if not await _belongs(actor.person_id, provider):
            raise Refused("NO_MEMBERSHIP")
        await link(actor, provider=provider, subject=subject)
    return Arrived(path=taken.return_path, provider_id=provider.id, signed_in=None)


async def link(actor: Actor, *, provider: Provider, subject: str) -> UUID:
    """From now on the issuer's subject is this person, in the person's own transaction. Raises Refused when it is
    somebody else already. That the person belongs to the provider's tenant is for the caller to know: an invitation may
    be what makes them belong."""
    shown = known_as(provider.issuer, subject)
    linked: UUID | None = await db.fetch_value(
        _LINK, actor.person_id, provider.id, provider.issuer, subject, shown, clock.now()
    )
    if linked is not None:
        await _record(actor, "sso.link", provider.id)
        return linked
    mine: UUID | None = await db.fetch_value(_IS_MINE, actor.person_id, provider.issuer, subject)
    if mine is None:
        raise Refused("LINKED_ELSEWHERE")
    return mine


async def unlink(actor: Actor, *, link_id: UUID, demo: bool) -> None:
    """Forget who the actor is at a provider, and end the other sessions that were begun through it. Who has a passkey
    shows it first, as for removing one: a way in goes. Raises NotFound, LastWayIn, StepUpNeeded."""
    if actor.has_passkey:
        require_fresh(actor)
    await ways_in.lock(actor.person_id)
    gone = await db.fetch_one(_MINE, actor.person_id, link_id)
    if gone is None:
        raise NotFound
    if not await ways_in.another_way_in(actor.person_id, demo=demo, without_identity=link_id):
        raise LastWayIn
    await db.execute("delete from sso_identity where id = $1", link_id)
    await db.execute(_END_SESSIONS, actor.person_id, session_of(actor).id, gone["issuer"])
    await _record(actor, "sso.unlink", gone["provider_id"])


async def _sign_in(provider: Provider, subject: str, device: str) -> SignedIn:
    known = await queries.identity(provider.issuer, subject)
    if known is None:
        raise Refused("NOT_LINKED")
    async with db.transaction({"person": str(known["person_id"]), "role": queries.ANYBODY["role"]}):
        found = await queries.beginning(known["person_id"], provider)
        if found is None:
            raise Refused("NO_MEMBERSHIP")
        actor = _actor(known["person_id"], found)
        signed_in = await start_session(
            actor.person_id,
            actor.membership_id,
            actor.role,
            device=device,
            started_at=clock.now(),
            began_with=BeganWith.SSO,
            sso_provider_id=provider.id,
        )
        await db.execute(_USED, known["id"], clock.now())
        await _record(actor, "sso.sign_in", provider.id)
    return signed_in


async def _provider(provider_id: UUID) -> tuple[Provider, Discovery]:
    provider = await queries.running_provider(provider_id)
    if provider is None:
        raise Refused("ENDED")
    try:
        return provider, await discover(provider.issuer)
    except Unanswered as error:
        raise _unanswered(provider.id, error) from None


def _unanswered(provider_id: UUID, error: Unanswered) -> Refused:
    """The operator can read in the log what a provider does wrong; the person at the screen can do nothing about it."""
    log.warning("sso_unanswered", provider=str(provider_id), why=str(error))
    return Refused("PROVIDER")


def _client(provider: Provider, redirect_uri: str) -> Client:
    return Client(id=provider.client_id, secret=secret_of(provider), redirect_uri=redirect_uri)


def _actor(person_id: UUID, found: dict[str, Any]) -> Actor:
    return Actor(
        person_id=person_id,
        role=Role(found["role"]),
        membership_id=found["id"],
        organisation_id=found["organisation_id"],
        facility_id=found["facility_id"],
        volunteer_id=None,
        locale=found["locale"],
    )


async def _belongs(person_id: UUID, provider: Provider) -> bool:
    return bool(await db.fetch_value(_BELONGS, person_id, provider.organisation_id, provider.facility_id))


async def _record(actor: Actor, verb: str, provider_id: UUID) -> None:
    await history.record(
        actor,
        verb,
        subject={"sso_provider": provider_id},
        organisation_id=actor.organisation_id,
        facility_id=actor.facility_id,
    )
