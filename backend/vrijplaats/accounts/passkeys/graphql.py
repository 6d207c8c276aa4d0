"""One's own passkeys."""

from datetime import datetime
from typing import Annotated

import strawberry

from vrijplaats.accounts.passkeys import actions, errors, queries
from vrijplaats.core.graphql import Info, InvalidInput, NotFound, Problem, actor_of, problem, uuid_of, verb


@strawberry.type
class Passkey:
    """A key on a device of one's own. `blocked` when there seem to be two of it."""

    id: strawberry.ID
    name: str
    created_at: datetime
    last_used_at: datetime | None
    backed_up: bool
    blocked: bool

    @classmethod
    def of(cls, view: queries.PasskeyView) -> "Passkey":
        return cls(
            id=strawberry.ID(str(view.id)),
            name=view.name,
            created_at=view.created_at,
            last_used_at=view.last_used_at,
            backed_up=view.backed_up,
            blocked=view.blocked,
        )


@strawberry.type
@problem(errors.LastPasskey)
class LastPasskey(Problem):
    """Without it there is no way in."""


@strawberry.input
class RenamePasskeyInput:
    """A name by which the owner knows the device."""

    passkey_id: strawberry.ID
    name: str


@strawberry.type
class RenamePasskeySuccess:
    """The passkey under its new name."""

    passkey: Passkey


@strawberry.input
class RemovePasskeyInput:
    """Which one."""

    passkey_id: strawberry.ID


@strawberry.type
class RemovePasskeySuccess:
    """Those that are left."""

    passkeys: list[Passkey]


RenamePasskeyResult = Annotated[RenamePasskeySuccess | NotFound | InvalidInput, strawberry.union("RenamePasskeyResult")]
RemovePasskeyResult = Annotated[RemovePasskeySuccess | NotFound | LastPasskey, strawberry.union("RemovePasskeyResult")]


@strawberry.type
class Query:
    """What one can sign in with."""

    @strawberry.field
    async def my_passkeys(self, info: Info) -> list[Passkey]:
        """Oldest first."""
        return [Passkey.of(view) for view in await queries.my_passkeys(actor_of(info))]


@strawberry.type
class Mutation:
    """What one may do with one's own passkeys. Adding one is a conversation with the device: see /passkeys/."""

    @strawberry.mutation
    @verb
    async def rename_passkey(self, info: Info, input: RenamePasskeyInput) -> RenamePasskeyResult:
        view = await actions.rename_passkey(actor_of(info), passkey_id=uuid_of(input.passkey_id), name=input.name)
        return RenamePasskeySuccess(passkey=Passkey.of(view))

    @strawberry.mutation
    @verb
    async def remove_passkey(self, info: Info, input: RemovePasskeyInput) -> RemovePasskeyResult:
        actor = actor_of(info)
        await actions.remove_passkey(actor, passkey_id=uuid_of(input.passkey_id), demo=info.context.demo)
        return RemovePasskeySuccess(passkeys=[Passkey.of(view) for view in await queries.my_passkeys(actor)])
