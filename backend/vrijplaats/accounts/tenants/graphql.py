"""Organisations, prisons and funders, for the operator."""

from datetime import date
from typing import Annotated

import strawberry

from vrijplaats.accounts.tenants import actions, errors, queries
from vrijplaats.accounts.tenants.queries import TenantKind as Kind
from vrijplaats.core.graphql import (
    Connection,
    Info,
    InvalidInput,
    NotFound,
    Problem,
    actor_of,
    connection_of,
    encode_cursor,
    name_in,
    page_size,
    problem,
    uuid_of,
    verb,
)

TenantKind = strawberry.enum(Kind, name="TenantKind")


@strawberry.type
class Tenant:
    """An organisation, a prison (with its place) or a funder, by name."""

    id: strawberry.ID
    kind: Kind
    name: str
    city: str | None

    @classmethod
    def of(cls, view: queries.TenantView) -> "Tenant":
        return cls(id=strawberry.ID(str(view.id)), kind=view.kind, name=view.name, city=view.city)


@strawberry.type
class Activity:
    """Where an organisation works."""

    facility_id: strawberry.ID
    facility: str
    active_from: date
    active_until: date | None

    @classmethod
    def of(cls, view: queries.ActivityView) -> "Activity":
        return cls(
            facility_id=strawberry.ID(str(view.facility_id)),
            facility=view.facility,
            active_from=view.active_from,
            active_until=view.active_until,
        )


@strawberry.type
@problem(errors.NameTaken)
class NameTaken(Problem):
    """There is one of this name or code."""


@strawberry.input
class CreateOrganisationInput:
    """Its name."""

    name: str


@strawberry.input
class CreateFacilityInput:
    """A prison location; the coordinates are for distances, in degrees."""

    code: str
    name: str
    city: str
    latitude: float
    longitude: float
    women: bool


@strawberry.input
class CreateFunderInput:
    """Its name."""

    name: str


@strawberry.input
class SetActivityInput:
    """Without a last day it goes on."""

    organisation_id: strawberry.ID
    facility_id: strawberry.ID
    active_from: date
    active_until: date | None = None


@strawberry.type
class CreateOrganisationSuccess:
    """The tenant that is there now."""

    tenant: Tenant


@strawberry.type
class CreateFacilitySuccess:
    """The tenant that is there now."""

    tenant: Tenant


@strawberry.type
class CreateFunderSuccess:
    """The tenant that is there now."""

    tenant: Tenant


@strawberry.type
class SetActivitySuccess:
    """Where the organisation works."""

    activities: list[Activity]


CreateOrganisationResult = Annotated[
    CreateOrganisationSuccess | InvalidInput | NameTaken, strawberry.union("CreateOrganisationResult")
]
CreateFacilityResult = Annotated[
    CreateFacilitySuccess | InvalidInput | NameTaken, strawberry.union("CreateFacilityResult")
]
CreateFunderResult = Annotated[CreateFunderSuccess | InvalidInput | NameTaken, strawberry.union("CreateFunderResult")]
SetActivityResult = Annotated[SetActivitySuccess | InvalidInput | NotFound, strawberry.union("SetActivityResult")]


@strawberry.type
class Query:
    """Who is let in."""

    @strawberry.field
    async def tenants(
        self, info: Info, kind: Kind, first: int | None = None, after: str | None = None, search: str | None = None
    ) -> Connection[Tenant]:
        """By name; `search` is part of it."""
        views, total = await queries.tenants(
            actor_of(info), kind, search=search, most=page_size(first) + 1, after=name_in(after)
        )
        return connection_of(
            [Tenant.of(view) for view in views],
            first=first,
            total=total,
            cursor=lambda tenant: encode_cursor(tenant.name, tenant.id),
        )

    @strawberry.field
    async def activities(self, info: Info, organisation_id: strawberry.ID) -> list[Activity]:
        """Where an organisation works."""
        found = await queries.activities(actor_of(info), uuid_of(organisation_id))
        return [Activity.of(view) for view in found]


@strawberry.type
class Mutation:
    """Letting them in."""

    @strawberry.mutation
    @verb
    async def create_organisation(self, info: Info, input: CreateOrganisationInput) -> CreateOrganisationResult:
        view = await actions.create_organisation(actor_of(info), name=input.name)
        return CreateOrganisationSuccess(tenant=Tenant.of(view))

    @strawberry.mutation
    @verb
    async def create_facility(self, info: Info, input: CreateFacilityInput) -> CreateFacilityResult:
        view = await actions.create_facility(
            actor_of(info),
            code=input.code,
            name=input.name,
            city=input.city,
            latitude=input.latitude,
            longitude=input.longitude,
            women=input.women,
        )
        return CreateFacilitySuccess(tenant=Tenant.of(view))

    @strawberry.mutation
    @verb
    async def create_funder(self, info: Info, input: CreateFunderInput) -> CreateFunderResult:
        view = await actions.create_funder(actor_of(info), name=input.name)
        return CreateFunderSuccess(tenant=Tenant.of(view))

    @strawberry.mutation
    @verb
    async def set_activity(self, info: Info, input: SetActivityInput) -> SetActivityResult:
        found = await actions.set_activity(
            actor_of(info),
            organisation_id=uuid_of(input.organisation_id),
            facility_id=uuid_of(input.facility_id),
            active_from=input.active_from,
            active_until=input.active_until,
        )
        return SetActivitySuccess(activities=[Activity.of(view) for view in found])
