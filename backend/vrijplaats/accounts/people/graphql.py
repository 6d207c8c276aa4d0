"""The people of one's own organisation or prison."""

from datetime import datetime
from typing import Annotated

import strawberry

from vrijplaats.accounts.people import actions, errors, queries
from vrijplaats.core.actor import Role as ActorRole
from vrijplaats.core.graphql import (
    Connection,
    Info,
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


@strawberry.type
class Member:
    """Somebody of one's tenant, in one of their roles there; the id is that of the membership."""

    id: strawberry.ID
    role: ActorRole
    contact_person: bool
    since: datetime
    display_name: str
    yourself: bool

    @classmethod
    def of(cls, view: queries.MemberView) -> "Member":
        return cls(
            id=strawberry.ID(str(view.id)),
            role=view.role,
            contact_person=view.contact_person,
            since=view.since,
            display_name=view.display_name,
            yourself=view.yourself,
        )


@strawberry.type
@problem(errors.NotContactPerson)
class NotContactPerson(Problem):
    """This is the work of the prison's contact person."""


@strawberry.type
@problem(errors.LastOne)
class LastOne(Problem):
    """Nobody would be left to do this work."""


@strawberry.type
@problem(errors.AlreadyCoordinator)
class AlreadyCoordinator(Problem):
    """There is nothing to do."""


@strawberry.input
class MembershipInput:
    """Whose role, by the id of the membership."""

    membership_id: strawberry.ID


@strawberry.input
class SetContactPersonInput:
    """Whether this member of staff invites colleagues."""

    membership_id: strawberry.ID
    contact_person: bool


@strawberry.type
class MakeCoordinatorSuccess:
    """The role that was added."""

    member: Member


@strawberry.type
class SetContactPersonSuccess:
    """The role as it is now."""

    member: Member


MakeCoordinatorResult = Annotated[
    MakeCoordinatorSuccess | NotFound | AlreadyCoordinator, strawberry.union("MakeCoordinatorResult")
]
SetContactPersonResult = Annotated[
    SetContactPersonSuccess | NotFound | LastOne | NotContactPerson, strawberry.union("SetContactPersonResult")
]


@strawberry.type
class Query:
    """Who belongs here."""

    @strawberry.field
    async def people(
        self,
        info: Info,
        first: int | None = None,
        after: str | None = None,
        role: ActorRole | None = None,
        search: str | None = None,
    ) -> Connection[Member]:
        """By name; `search` is part of a name."""
        return await _page(info, queries.Wanted(role=role, search=search), first, after)

    @strawberry.field
    async def tenant_people(
        self,
        info: Info,
        tenant_id: strawberry.ID,
        first: int | None = None,
        after: str | None = None,
        search: str | None = None,
    ) -> Connection[Member]:
        """Who runs an organisation or a prison, or reads for a funder; by name, without volunteers."""
        return await _page(info, queries.Wanted(search=search, tenant=uuid_of(tenant_id)), first, after)


@strawberry.type
class Mutation:
    """What may change about them."""

    @strawberry.mutation
    @verb
    async def make_coordinator(self, info: Info, input: MembershipInput) -> MakeCoordinatorResult:
        view = await actions.make_coordinator(actor_of(info), membership_id=uuid_of(input.membership_id))
        return MakeCoordinatorSuccess(member=Member.of(view))

    @strawberry.mutation
    @verb
    async def set_contact_person(self, info: Info, input: SetContactPersonInput) -> SetContactPersonResult:
        view = await actions.set_contact_person(
            actor_of(info), membership_id=uuid_of(input.membership_id), contact_person=input.contact_person
        )
        return SetContactPersonSuccess(member=Member.of(view))


async def _page(info: Info, wanted: queries.Wanted, first: int | None, after: str | None) -> Connection[Member]:
    views, total = await queries.people(actor_of(info), wanted, most=page_size(first) + 1, after=name_in(after))
    return connection_of(
        [Member.of(view) for view in views],
        first=first,
        total=total,
        cursor=lambda member: encode_cursor(member.display_name, member.id),
    )
