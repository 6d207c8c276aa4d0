"""Choosing whether one gets letters about what one did not see."""

from typing import Annotated

import strawberry

from vrijplaats.core.graphql import Info, InvalidInput, actor_of, verb
from vrijplaats.notices.letters import actions
from vrijplaats.notices.push.graphql import Push, mine


@strawberry.input
class SetLettersInput:
    """Whether one wants them."""

    wanted: bool


@strawberry.type
class SetLettersSuccess:
    """As chosen."""

    push: Push


SetLettersResult = Annotated[SetLettersSuccess | InvalidInput, strawberry.union("SetLettersResult")]


@strawberry.type
class Mutation:
    """Letters about what one did not see."""

    @strawberry.mutation
    @verb
    async def set_letters(self, info: Info, input: SetLettersInput) -> SetLettersResult:
        await actions.set_letters(actor_of(info), wanted=input.wanted)
        return SetLettersSuccess(push=await mine(info))
