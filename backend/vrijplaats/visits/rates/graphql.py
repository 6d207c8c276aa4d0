"""What a kilometre is worth, in the graph, for coordinators. A volunteer sees it at the log of a visit."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from vrijplaats.core.graphql import Info, InvalidInput, NotAllowedNow, NotFound, actor_of, verb
from vrijplaats.visits.rates import actions, queries
from vrijplaats.visits.rates.rules import Rate


@strawberry.type
class KilometreRate:
    """So many cents from a day on; who set it when (null: somebody who has left)."""

    from_day: date
    cents: int
    set_at: datetime
    set_by: str | None


@strawberry.type
class KilometreRates:
    """What holds today, and every rate there was and will be, the latest first."""

    today: int
    rates: list[KilometreRate]


@strawberry.input
class SetKilometreRateInput:
    """0 to 200 cents, from today or a day in the coming year on."""

    from_day: date
    cents: int


@strawberry.input
class RemoveKilometreRateInput:
    """A rate that begins today or later."""

    from_day: date


@strawberry.type
class SetKilometreRateSuccess:
    """The rates as they are now."""

    rates: KilometreRates


@strawberry.type
class RemoveKilometreRateSuccess:
    """The rates that are left."""

    rates: KilometreRates


SetKilometreRateResult = Annotated[SetKilometreRateSuccess | InvalidInput, strawberry.union("SetKilometreRateResult")]
RemoveKilometreRateResult = Annotated[
    RemoveKilometreRateSuccess | NotFound | NotAllowedNow, strawberry.union("RemoveKilometreRateResult")
]


@strawberry.type
class Query:
    """What a kilometre is worth."""

    @strawberry.field
    async def kilometre_rates(self, info: Info) -> KilometreRates:
        """Coordinator: in the own organisation."""
        return await _rates(info)


@strawberry.type
class Mutation:
    """Changing it; the passkey is shown."""

    @strawberry.mutation
    @verb
    async def set_kilometre_rate(self, info: Info, input: SetKilometreRateInput) -> SetKilometreRateResult:
        await actions.set_kilometre_rate(actor_of(info), Rate(from_day=input.from_day, cents=input.cents))
        return SetKilometreRateSuccess(rates=await _rates(info))

    @strawberry.mutation
    @verb
    async def remove_kilometre_rate(self, info: Info, input: RemoveKilometreRateInput) -> RemoveKilometreRateResult:
        await actions.remove_kilometre_rate(actor_of(info), from_day=input.from_day)
        return RemoveKilometreRateSuccess(rates=await _rates(info))


async def _rates(info: Info) -> KilometreRates:
    view = await queries.kilometre_rates(actor_of(info))
    rates = [
        KilometreRate(from_day=each.from_day, cents=each.cents, set_at=each.set_at, set_by=each.set_by)
        for each in view.rates
    ]
    return KilometreRates(today=view.today, rates=rates)
