"""What counts when people are put together, in the graph."""

from typing import Annotated

import strawberry

from vrijplaats.core.graphql import Info, InvalidInput, actor_of, verb
from vrijplaats.matching.weights import actions, queries
from vrijplaats.matching.weights.rules import NAMES, Level, Weights

strawberry.enum(Level, name="WeightLevel")


@strawberry.type
class MatchingWeights:
    """How heavily each thing counts, for the order in the inbox, for rounds and for Verdeel."""

    language: Level
    fluency: Level = strawberry.field(description="Speaking a language well, and not only a little.")
    distance: Level
    days: Level
    load: Level = strawberry.field(description="How many people somebody visits already.")
    waiting: Level = strawberry.field(
        description="How much more a good choice counts for who has waited long. Who waits longest always goes first."
    )
    continuity: Level = strawberry.field(description="Somebody whom the detainee knows.")
    newcomer: Level = strawberry.field(description="A first match where an experienced colleague can come along.")

    @classmethod
    def of(cls, weights: Weights) -> "MatchingWeights":
        return cls(**{name: getattr(weights, name) for name in NAMES})


@strawberry.input
class MatchingWeightsInput:
    """All of them; language, distance, days and load cannot all count for nothing."""

    language: Level
    fluency: Level
    distance: Level
    days: Level
    load: Level
    waiting: Level
    continuity: Level
    newcomer: Level

    def as_weights(self) -> Weights:
        return Weights(**{name: getattr(self, name) for name in NAMES})


@strawberry.type
class SetMatchingWeightsSuccess:
    """It counts so from now on."""

    weights: MatchingWeights


SetMatchingWeightsResult = Annotated[
    SetMatchingWeightsSuccess | InvalidInput, strawberry.union("SetMatchingWeightsResult")
]


@strawberry.type
class Query:
    """What one may ask about weights."""

    @strawberry.field
    async def matching_weights(self, info: Info) -> MatchingWeights:
        """Coordinator: what counts in the own organisation."""
        return MatchingWeights.of(await queries.matching_weights(actor_of(info)))


@strawberry.type
class Mutation:
    """The verb of weights."""

    @strawberry.mutation
    @verb
    async def set_matching_weights(self, info: Info, input: MatchingWeightsInput) -> SetMatchingWeightsResult:
        """Let things count as the coordinator chose, for the whole organisation."""
        set_ = await actions.set_matching_weights(actor_of(info), input.as_weights())
        return SetMatchingWeightsSuccess(weights=MatchingWeights.of(set_))
