"""What "best for everybody at once" means, and what may be sent. Pure.

In this order:
1. As many people as possible get somebody, and of those who cannot all be served, whoever waits longer goes first:
   nobody is passed over for somebody who waits shorter. Days count, as people see them.
2. Among all ways to do that: the least misfit, the sum over the pairs of (100 - score) times the urgency of who waits,
   and for each second person that somebody is asked for at once, what the load counts.
3. Equal in that: the fewest kilometres.
Only who can go today, never more people than a volunteer has free places, an open invitation holding one, and nobody
who was asked for this wish before.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.matching.points import MOST_POINTS
from vrijplaats.matching.rules import check_answer_time
from vrijplaats.matching.weights.rules import Shares

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_PAIRS = 200
# a point of the score is worth more than any number of kilometres, also for who asks today: a hundred times this
POINT_PERCENT, MOST_KILOMETRES = 10, 999
POINT = 100 * POINT_PERCENT
# one pair, or a whole column of them
Whole = TypeVar("Whole", int, "NDArray[np.int64]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A request and the volunteer to be asked for it."""

    request_id: UUID
    volunteer_id: UUID


def price(score: Whole, kilometres: Whole, urgency: Whole) -> Whole:
    """What a pair costs; `urgency` in percent, `kilometres` at most MOST_KILOMETRES. For one wish the pair with the
    first place in the inbox costs least."""
    return (MOST_POINTS - score) * urgency * POINT_PERCENT + kilometres


def price_of_another(capacity: int, shares: Shares) -> int:
    """What it costs to ask somebody for one more person at the same time: a second once, a third twice, and so on."""
    return round(shares.load * POINT / capacity)


def free_places(capacity: int, carrying: int, open_invitations: int) -> int:
    """For how many people more somebody can be asked."""
    return max(0, capacity - carrying - open_invitations)


def check_pairs(pairs: Sequence[Pair], expires_at: datetime, now: datetime) -> None:
    """Raise InvalidInput unless some pairs are sent, not too many, each request once, with time to answer."""
    label: Words = {"nl": "Mensen", "en": "People"}
    if not 1 <= len(pairs) <= MOST_PAIRS:
        requirement: Words = {
            "nl": f"kies 1 tot en met {MOST_PAIRS} mensen",
            "en": f"choose 1 to {MOST_PAIRS} people",
        }
        raise InvalidInput(field="pairs", label=label, requirement=requirement)
    check_once(pairs)
    check_answer_time(expires_at, now)


def check_once(pairs: Sequence[Pair]) -> None:
    """Raise InvalidInput when somebody who waits is there twice, or when there are too many."""
    asked: Collection[UUID] = {pair.request_id for pair in pairs}
    if len(asked) < len(pairs) or len(pairs) > MOST_PAIRS:
        label: Words = {"nl": "Mensen", "en": "People"}
        requirement: Words = {
            "nl": "kies voor ieder verzoek één vrijwilliger",
            "en": "choose one volunteer for each request",
        }
        raise InvalidInput(field="pairs", label=label, requirement=requirement)
