"""What can stand in the way of an invitation or its answer, as types of the graph."""

import strawberry

from vrijplaats.core.graphql import Problem, problem
from vrijplaats.matching import errors


@strawberry.type
@problem(errors.NotEligible)
class NotEligible(Problem):
    """Somebody cannot be asked, or cannot accept, today."""

    reason: str


@strawberry.type
@problem(errors.AlreadyMatched)
class AlreadyMatched(Problem):
    """The request has a volunteer."""


@strawberry.type
@problem(errors.AlreadyOffered)
class AlreadyOffered(Problem):
    """There is an open invitation for this volunteer."""


@strawberry.type
@problem(errors.OfferTaken)
class OfferTaken(Problem):
    """Somebody else accepted first."""


@strawberry.type
@problem(errors.OfferExpired)
class OfferExpired(Problem):
    """The time to answer is over."""


@strawberry.type
@problem(errors.OfferWithdrawn)
class OfferWithdrawn(Problem):
    """The wish, or the invitation, was taken back."""


@strawberry.type
@problem(errors.AtCapacity)
class AtCapacity(Problem):
    """The volunteer visits as many people as they said they would."""
