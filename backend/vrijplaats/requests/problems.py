"""What can be wrong with a wish, as types of the graph."""

import strawberry

from vrijplaats.core.graphql import Problem, problem
from vrijplaats.requests import errors


@strawberry.type
@problem(errors.ConsentMissing)
class ConsentMissing(Problem):
    """Nobody said that this is the detainee's own wish."""


@strawberry.type
@problem(errors.PlanReference)
class PlanReference(Problem):
    """The text names a plan; `word` is how it was written."""

    word: str


@strawberry.type
@problem(errors.CitizenNumber)
class CitizenNumber(Problem):
    """The text carries a citizen number."""


@strawberry.type
@problem(errors.DuplicateRequest)
class DuplicateRequest(Problem):
    """The same person already waits for the same."""

    request_id: strawberry.ID


@strawberry.type
@problem(errors.AlreadyClaimed)
class AlreadyClaimed(Problem):
    """Another organisation was first."""


@strawberry.type
@problem(errors.StillMatched)
class StillMatched(Problem):
    """A name is not erased while somebody visits; the organisation ends the match first."""


@strawberry.type
@problem(errors.StillWaiting)
class StillWaiting(Problem):
    """A wish still runs: ask again with `withdraw` to end it too."""
