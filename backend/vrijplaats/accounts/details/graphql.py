"""One's own details."""

from typing import Annotated

import strawberry

from vrijplaats.accounts.details import actions, queries
from vrijplaats.core.graphql import Info, InvalidInput, actor_of, verb


@strawberry.type
class MyDetails:
    """What others see of the viewer, and how they are reached; the number as one reads it."""

    display_name: str
    email: str | None
    email_verified: bool
    phone: str | None

    @classmethod
    def of(cls, view: queries.DetailsView) -> "MyDetails":
        return cls(
            display_name=view.display_name,
            email=view.email,
            email_verified=view.email_verified,
            phone=view.phone,
        )


@strawberry.input
class SetMyDetailsInput:
    """The name others see, and a telephone number; null or empty for none."""

    display_name: str
    phone: str | None = None


@strawberry.type
class SetMyDetailsSuccess:
    """As they are now."""

    details: MyDetails


SetMyDetailsResult = Annotated[SetMyDetailsSuccess | InvalidInput, strawberry.union("SetMyDetailsResult")]


@strawberry.type
class Query:
    """One's own details."""

    @strawberry.field
    async def my_details(self, info: Info) -> MyDetails:
        """Of the viewer."""
        return MyDetails.of(await queries.my_details(actor_of(info)))


@strawberry.type
class Mutation:
    """Changing them. A new e-mail address takes two steps, which count tries: see /my-email."""

    @strawberry.mutation
    @verb
    async def set_my_details(self, info: Info, input: SetMyDetailsInput) -> SetMyDetailsResult:
        actor = actor_of(info)
        await actions.set_my_details(actor, display_name=input.display_name, phone=input.phone)
        return SetMyDetailsSuccess(details=MyDetails.of(await queries.my_details(actor)))
