"""Providers for the operator, and one's own links."""

from datetime import datetime
from typing import Annotated

import strawberry

from vrijplaats.accounts.sso import actions, errors, providers, queries
from vrijplaats.core.actor import Actor
from vrijplaats.core.graphql import (
    Info,
    InvalidInput,
    NotFound,
    Problem,
    actor_of,
    problem,
    uuid_of,
    verb,
)


@strawberry.type
class SsoProvider:
    """Where the people of an organisation or a prison have an account. Its secret is not to be read."""

    id: strawberry.ID
    name: str
    organisation_id: strawberry.ID | None
    facility_id: strawberry.ID | None
    issuer: str
    client_id: str
    email_domains: list[str]
    created_at: datetime

    @classmethod
    def of(cls, view: queries.ProviderView) -> "SsoProvider":
        return cls(
            id=strawberry.ID(str(view.id)),
            name=view.name,
            organisation_id=strawberry.ID(str(view.organisation_id)) if view.organisation_id else None,
            facility_id=strawberry.ID(str(view.facility_id)) if view.facility_id else None,
            issuer=view.issuer,
            client_id=view.client_id,
            email_domains=view.email_domains,
            created_at=view.created_at,
        )


@strawberry.type
class SsoTenant:
    """An organisation or a prison that can have a provider."""

    id: strawberry.ID
    name: str
    is_facility: bool


@strawberry.type
class SsoLink:
    """A provider of where one works or volunteers; `id` is null as long as the account there is not linked."""

    id: strawberry.ID | None
    provider_id: strawberry.ID
    name: str
    created_at: datetime | None
    last_used_at: datetime | None

    @classmethod
    def of(cls, view: queries.LinkView) -> "SsoLink":
        return cls(
            id=strawberry.ID(str(view.id)) if view.id else None,
            provider_id=strawberry.ID(str(view.provider_id)),
            name=view.name,
            created_at=view.created_at,
            last_used_at=view.last_used_at,
        )


@strawberry.type
@problem(errors.ProviderUnreachable)
class ProviderUnreachable(Problem):
    """It does not answer as a provider should; nothing was kept."""


@strawberry.type
@problem(errors.ProviderCallsItselfOtherwise)
class IssuerDiffers(Problem):
    """It answers under another name; nothing was kept."""


@strawberry.type
@problem(errors.SecretNeeded)
class SecretNeeded(Problem):
    """For a new provider, or a new address of one."""


@strawberry.type
@problem(errors.LastWayIn)
class LastWayIn(Problem):
    """Without it there is no way in."""


@strawberry.input
class SetSsoProviderInput:
    """Of an organisation or of a prison, one of the two. Without a secret the one that is kept stays."""

    organisation_id: strawberry.ID | None = None
    facility_id: strawberry.ID | None = None
    issuer: str
    client_id: str
    client_secret: str | None = None
    email_domains: list[str] = strawberry.field(default_factory=list)


@strawberry.type
class SetSsoProviderSuccess:
    """Every provider, with this one."""

    providers: list[SsoProvider]


@strawberry.input
class EndSsoProviderInput:
    """Which one."""

    provider_id: strawberry.ID


@strawberry.type
class EndSsoProviderSuccess:
    """Those that are left."""

    providers: list[SsoProvider]


@strawberry.input
class UnlinkSsoInput:
    """Which of one's own links."""

    link_id: strawberry.ID


@strawberry.type
class UnlinkSsoSuccess:
    """One's providers, linked or not."""

    links: list[SsoLink]


SetSsoProviderResult = Annotated[
    SetSsoProviderSuccess | ProviderUnreachable | IssuerDiffers | SecretNeeded | InvalidInput | NotFound,
    strawberry.union("SetSsoProviderResult"),
]
EndSsoProviderResult = Annotated[EndSsoProviderSuccess | NotFound, strawberry.union("EndSsoProviderResult")]
UnlinkSsoResult = Annotated[UnlinkSsoSuccess | NotFound | LastWayIn, strawberry.union("UnlinkSsoResult")]


@strawberry.type
class Query:
    """Who has a provider, and who is linked."""

    @strawberry.field
    async def sso_providers(self, info: Info) -> list[SsoProvider]:
        """By name of the organisation or prison."""
        return await _providers(actor_of(info))

    @strawberry.field
    async def sso_tenants(self, info: Info) -> list[SsoTenant]:
        """Every organisation and prison, to choose from."""
        return [
            SsoTenant(id=strawberry.ID(str(view.id)), name=view.name, is_facility=view.is_facility)
            for view in await queries.tenants(actor_of(info))
        ]

    @strawberry.field
    async def my_sso_links(self, info: Info) -> list[SsoLink]:
        """Of where the viewer belongs; empty where nobody has a provider."""
        return [SsoLink.of(view) for view in await queries.my_links(actor_of(info))]


@strawberry.type
class Mutation:
    """Setting up providers, and unlinking. Linking is a journey: see /sso/."""

    @strawberry.mutation
    @verb
    async def set_sso_provider(self, info: Info, input: SetSsoProviderInput) -> SetSsoProviderResult:
        actor = actor_of(info)
        await providers.set_provider(
            actor,
            organisation_id=uuid_of(input.organisation_id) if input.organisation_id is not None else None,
            facility_id=uuid_of(input.facility_id) if input.facility_id is not None else None,
            issuer=input.issuer,
            client_id=input.client_id,
            client_secret=input.client_secret,
            email_domains=input.email_domains,
        )
        return SetSsoProviderSuccess(providers=await _providers(actor))

    @strawberry.mutation
    @verb
    async def end_sso_provider(self, info: Info, input: EndSsoProviderInput) -> EndSsoProviderResult:
        actor = actor_of(info)
        await providers.end_provider(actor, provider_id=uuid_of(input.provider_id))
        return EndSsoProviderSuccess(providers=await _providers(actor))

    @strawberry.mutation
    @verb
    async def unlink_sso(self, info: Info, input: UnlinkSsoInput) -> UnlinkSsoResult:
        actor = actor_of(info)
        await actions.unlink(actor, link_id=uuid_of(input.link_id), demo=info.context.demo)
        return UnlinkSsoSuccess(links=[SsoLink.of(view) for view in await queries.my_links(actor)])


async def _providers(actor: Actor) -> list[SsoProvider]:
    return [SsoProvider.of(view) for view in await queries.providers(actor)]
