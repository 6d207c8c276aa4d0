"""What can go wrong with a visit, as types of the graph."""

import strawberry

from vrijplaats.core.graphql import Problem, problem
from vrijplaats.visits import errors


@strawberry.type
@problem(errors.DoubleBooked)
class DoubleBooked(Problem):
    """The volunteer is somewhere else then."""


@strawberry.type
@problem(errors.OutsideVisitingHours)
class OutsideVisitingHours(Problem):
    """No visiting hours then."""


@strawberry.type
@problem(errors.FacilityBlocked)
class FacilityBlocked(Problem):
    """The facility receives nobody that day."""


@strawberry.type
@problem(errors.FacilityFull)
class FacilityFull(Problem):
    """No place or room left then."""


@strawberry.type
@problem(errors.NotAdmitted)
class NotAdmitted(Problem):
    """Admission or papers are not valid on the day itself."""


@strawberry.type
@problem(errors.TooEarly)
class TooEarly(Problem):
    """The visit is not over yet."""


@strawberry.type
@problem(errors.AlreadyLogged)
class AlreadyLogged(Problem):
    """The same was logged before."""


@strawberry.type
@problem(errors.LoggedDifferently)
class LoggedDifferently(Problem):
    """It was logged before, and differently: that stands, and nothing of this was kept."""
