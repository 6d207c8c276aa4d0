"""What the verbs of invitations and matches are given."""

from datetime import datetime

import strawberry

from vrijplaats.matching.models import DeclineReason, MatchEndReason
from vrijplaats.matching.waves.graphql import WavesInput


@strawberry.input
class OfferRequestInput:
    """One to twenty volunteers, and until when they can answer: at most thirty days. With `waves` they are the first
    round, and the next best are asked by themselves until somebody says yes."""

    request_id: strawberry.ID
    volunteer_ids: list[strawberry.ID]
    expires_at: datetime
    waves: WavesInput | None = None


@strawberry.input
class AcceptOfferInput:
    """Yes."""

    offer_id: strawberry.ID


@strawberry.input
class DeclineOfferInput:
    """Not now. A reason is never needed."""

    offer_id: strawberry.ID
    reason: DeclineReason | None = None


@strawberry.input
class EndMatchInput:
    """Why it ended, without blame. `waits_again`: the wish stands, and waits for somebody else with the days it had."""

    match_id: strawberry.ID
    reason: MatchEndReason
    waits_again: bool | None = None
