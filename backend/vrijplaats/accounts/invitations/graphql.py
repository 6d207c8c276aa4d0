"""Invitations, for those who invite."""

from datetime import datetime
from typing import Annotated

import segno
import strawberry

from vrijplaats.accounts.invitations import actions, errors, queries
from vrijplaats.accounts.people.graphql import NotContactPerson
from vrijplaats.core.actor import Role as ActorRole
from vrijplaats.core.graphql import (
    Connection,
    Info,
    InvalidInput,
    NotAllowedNow,
    NotFound,
    Problem,
    actor_of,
    connection_of,
    encode_cursor,
    id_in,
    page_size,
    problem,
    uuid_of,
    verb,
)


@strawberry.type
class Invitation:
    """Somebody who is asked. `state`: WAITING, SENT, REFUSED by the mail server, OPEN (never mailed), EXPIRED."""

    id: strawberry.ID
    role: ActorRole
    contact_person: bool
    display_name: str
    email: str | None
    created_at: datetime
    expires_at: datetime
    state: str
    tenant: str | None

    @classmethod
    def of(cls, view: queries.InvitationView) -> "Invitation":
        return cls(
            id=strawberry.ID(str(view.id)),
            role=view.role,
            contact_person=view.contact_person,
            display_name=view.display_name,
            email=view.email,
            created_at=view.created_at,
            expires_at=view.expires_at,
            state=view.state,
            tenant=view.tenant,
        )


@strawberry.type
@problem(errors.TooManyInvitations)
class TooManyInvitations(Problem):
    """As many as fit in a day."""


@strawberry.type
@problem(errors.AlreadyInvited)
class AlreadyInvited(Problem):
    """This address is asked for this already."""


@strawberry.input
class InvitePersonInput:
    """Without an e-mail address it is shown as a code only. `locale` is the language of the letter."""

    role: ActorRole
    display_name: str
    locale: str
    email: str | None = None


@strawberry.input
class InviteToTenantInput:
    """Exactly one of the three ids."""

    display_name: str
    locale: str
    email: str | None = None
    organisation_id: strawberry.ID | None = None
    facility_id: strawberry.ID | None = None
    funder_id: strawberry.ID | None = None


@strawberry.input
class InvitationInput:
    """Which one."""

    invitation_id: strawberry.ID


@strawberry.type
class InvitePersonSuccess:
    """The invitation that leaves now."""

    invitation: Invitation


@strawberry.type
class InviteToTenantSuccess:
    """The invitation that leaves now."""

    invitation: Invitation


@strawberry.type
class ResendInvitationSuccess:
    """The invitation under its new link."""

    invitation: Invitation


@strawberry.type
class ShowInvitationSuccess:
    """The link, and the same as a drawing: the dark modules of a code of `size` by `size`, for an SVG path."""

    link: str
    size: int
    path: str


@strawberry.type
class WithdrawInvitationSuccess:
    """Which one is gone."""

    invitation_id: strawberry.ID


InvitePersonResult = Annotated[
    InvitePersonSuccess | InvalidInput | TooManyInvitations | AlreadyInvited | NotContactPerson,
    strawberry.union("InvitePersonResult"),
]
InviteToTenantResult = Annotated[
    InviteToTenantSuccess | InvalidInput | NotFound | TooManyInvitations | AlreadyInvited,
    strawberry.union("InviteToTenantResult"),
]
ResendInvitationResult = Annotated[
    ResendInvitationSuccess | NotFound | NotAllowedNow | NotContactPerson, strawberry.union("ResendInvitationResult")
]
ShowInvitationResult = Annotated[
    ShowInvitationSuccess | NotFound | NotAllowedNow | NotContactPerson, strawberry.union("ShowInvitationResult")
]
WithdrawInvitationResult = Annotated[
    WithdrawInvitationSuccess | NotFound | NotAllowedNow | NotContactPerson,
    strawberry.union("WithdrawInvitationResult"),
]


@strawberry.type
class Query:
    """Who is asked and has not answered."""

    @strawberry.field
    async def open_invitations(
        self, info: Info, first: int | None = None, after: str | None = None
    ) -> Connection[Invitation]:
        """Newest first."""
        views, total = await queries.open_invitations(actor_of(info), most=page_size(first) + 1, after=id_in(after))
        return connection_of(
            [Invitation.of(view) for view in views],
            first=first,
            total=total,
            cursor=lambda invitation: encode_cursor(invitation.id),
        )


@strawberry.type
class Mutation:
    """What one may do about inviting."""

    @strawberry.mutation
    @verb
    async def invite_person(self, info: Info, input: InvitePersonInput) -> InvitePersonResult:
        view = await actions.invite_person(
            actor_of(info), role=input.role, display_name=input.display_name, email=input.email, locale=input.locale
        )
        return InvitePersonSuccess(invitation=Invitation.of(view))

    @strawberry.mutation
    @verb
    async def invite_to_tenant(self, info: Info, input: InviteToTenantInput) -> InviteToTenantResult:
        tenant = actions.Tenant(
            organisation_id=uuid_of(input.organisation_id) if input.organisation_id is not None else None,
            facility_id=uuid_of(input.facility_id) if input.facility_id is not None else None,
            funder_id=uuid_of(input.funder_id) if input.funder_id is not None else None,
        )
        view = await actions.invite_to_tenant(
            actor_of(info), tenant=tenant, display_name=input.display_name, email=input.email, locale=input.locale
        )
        return InviteToTenantSuccess(invitation=Invitation.of(view))

    @strawberry.mutation
    @verb
    async def resend_invitation(self, info: Info, input: InvitationInput) -> ResendInvitationResult:
        view = await actions.resend_invitation(actor_of(info), invitation_id=uuid_of(input.invitation_id))
        return ResendInvitationSuccess(invitation=Invitation.of(view))

    @strawberry.mutation
    @verb
    async def show_invitation(self, info: Info, input: InvitationInput) -> ShowInvitationResult:
        link = await actions.show_invitation(actor_of(info), invitation_id=uuid_of(input.invitation_id))
        size, path = _drawn(link)
        return ShowInvitationSuccess(link=link, size=size, path=path)

    @strawberry.mutation
    @verb
    async def withdraw_invitation(self, info: Info, input: InvitationInput) -> WithdrawInvitationResult:
        await actions.withdraw_invitation(actor_of(info), invitation_id=uuid_of(input.invitation_id))
        return WithdrawInvitationSuccess(invitation_id=input.invitation_id)


def _drawn(link: str) -> tuple[int, str]:
    """The dark modules as strokes one unit high, row by row; the quiet zone is the screen's own white."""
    code = segno.make(link, micro=False, error="m")
    rows = [list(row) for row in code.matrix]
    strokes = [f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark]
    return len(rows), "".join(strokes)
