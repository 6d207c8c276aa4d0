"""Helping somebody back in, and seeing and stopping what runs for oneself. Using it happens under /recovery/."""

from datetime import datetime
from typing import Annotated

import strawberry

from vrijplaats.accounts.recovery import actions, queries
from vrijplaats.accounts.recovery.rules import KnownBy as OwnKnownBy
from vrijplaats.core.actor import Role as ActorRole
from vrijplaats.core.graphql import Info, InvalidInput, NotAllowedNow, NotFound, actor_of, uuid_of, verb

KnownBy = strawberry.enum(OwnKnownBy, name="KnownBy", description="How a helper knows that it is really them.")


@strawberry.type
class MyRecovery:
    """Somebody is helping the viewer back in, or pretends to."""

    id: strawberry.ID
    started_by: str
    created_at: datetime
    expires_at: datetime


@strawberry.type
class RecoveryToHelp:
    """A running recovery of somebody the viewer helps; `needsMe` when a second one has to confirm it."""

    id: strawberry.ID
    name: str
    role: ActorRole
    started_by: str
    created_at: datetime
    expires_at: datetime
    begun_by_me: bool
    needs_me: bool

    @classmethod
    def of(cls, view: queries.HelpView) -> "RecoveryToHelp":
        return cls(
            id=strawberry.ID(str(view.id)),
            name=view.name,
            role=view.role,
            started_by=view.started_by,
            created_at=view.created_at,
            expires_at=view.expires_at,
            begun_by_me=view.begun_by_me,
            needs_me=view.needs_me,
        )


@strawberry.type
class PersonToHelp:
    """Somebody the viewer may help back in."""

    membership_id: strawberry.ID
    name: str
    role: ActorRole
    place: str | None

    @classmethod
    def of(cls, view: queries.PersonView) -> "PersonToHelp":
        return cls(
            membership_id=strawberry.ID(str(view.membership_id)), name=view.name, role=view.role, place=view.place
        )


@strawberry.input
class StartRecoveryInput:
    """Whom: a membership, or a volunteer of the own register; and how one knows that it is them."""

    membership_id: strawberry.ID | None = None
    volunteer_id: strawberry.ID | None = None
    known_by: OwnKnownBy


@strawberry.type
class StartRecoverySuccess:
    """The half of the code to read out, shown once. The other half goes by letter, or a second one has to confirm."""

    recovery_id: strawberry.ID
    code: str
    by_mail: bool
    operator_needed: bool
    expires_at: datetime


@strawberry.input
class ConfirmRecoveryInput:
    """Which one, and how the second one knows that it is them."""

    recovery_id: strawberry.ID
    known_by: OwnKnownBy


@strawberry.type
class ConfirmRecoverySuccess:
    """The other half of the code, to read out."""

    code: str


@strawberry.input
class StopRecoveryInput:
    """Which one."""

    recovery_id: strawberry.ID


@strawberry.type
class StopRecoverySuccess:
    """The one that is over."""

    recovery_id: strawberry.ID


StartRecoveryResult = Annotated[
    StartRecoverySuccess | NotFound | InvalidInput | NotAllowedNow, strawberry.union("StartRecoveryResult")
]
ConfirmRecoveryResult = Annotated[
    ConfirmRecoverySuccess | NotFound | NotAllowedNow, strawberry.union("ConfirmRecoveryResult")
]
StopRecoveryResult = Annotated[StopRecoverySuccess | NotFound | NotAllowedNow, strawberry.union("StopRecoveryResult")]


@strawberry.type
class Query:
    """What runs."""

    @strawberry.field
    async def my_recovery(self, info: Info) -> MyRecovery | None:
        """Null when nobody is restoring the viewer's access."""
        view = await queries.my_recovery(actor_of(info))
        if view is None:
            return None
        return MyRecovery(
            id=strawberry.ID(str(view.id)),
            started_by=view.started_by,
            created_at=view.created_at,
            expires_at=view.expires_at,
        )

    @strawberry.field
    async def people_to_help(self, info: Info, name: str) -> list[PersonToHelp]:
        """By two letters of the name at least; the first ten."""
        return [PersonToHelp.of(view) for view in await queries.people_to_help(actor_of(info), name)]

    @strawberry.field
    async def recoveries_to_help(self, info: Info) -> list[RecoveryToHelp]:
        """Of people the viewer helps, newest first."""
        return [RecoveryToHelp.of(view) for view in await queries.recoveries_to_help(actor_of(info))]


@strawberry.type
class Mutation:
    """What helpers do, and stopping."""

    @strawberry.mutation
    @verb
    async def start_recovery(self, info: Info, input: StartRecoveryInput) -> StartRecoveryResult:
        begun, code = await actions.start_recovery(
            actor_of(info),
            membership_id=None if input.membership_id is None else uuid_of(input.membership_id),
            volunteer_id=None if input.volunteer_id is None else uuid_of(input.volunteer_id),
            known_by=input.known_by,
        )
        return StartRecoverySuccess(
            recovery_id=strawberry.ID(str(begun.id)),
            code=code,
            by_mail=begun.by_mail,
            operator_needed=begun.operator_needed,
            expires_at=begun.expires_at,
        )

    @strawberry.mutation
    @verb
    async def confirm_recovery(self, info: Info, input: ConfirmRecoveryInput) -> ConfirmRecoveryResult:
        recovery_id = uuid_of(input.recovery_id)
        return ConfirmRecoverySuccess(
            code=await actions.confirm_recovery(actor_of(info), recovery_id=recovery_id, known_by=input.known_by)
        )

    @strawberry.mutation
    @verb
    async def stop_recovery(self, info: Info, input: StopRecoveryInput) -> StopRecoveryResult:
        await actions.stop_recovery(actor_of(info), recovery_id=uuid_of(input.recovery_id))
        return StopRecoverySuccess(recovery_id=input.recovery_id)
