"""Points for a volunteer who is eligible, from the shares that follow from an organisation's weights. Pure arithmetic,
the same for one pair as for all pairs of a whole register at once."""

from typing import TYPE_CHECKING, TypeVar

from vrijplaats.matching.weights.rules import Shares

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# one value, or a whole column of them
Points = TypeVar("Points", float, "NDArray[np.float64]")
FARTHEST_KILOMETRES = 100
# what is not known counts as average, so that nobody is punished for an empty field; in the order it comes last
UNKNOWN = 0.5
UNKNOWN_KILOMETRES = 10_000
MOST_POINTS = 100
ENOUGH_DAYS = 2


def rest_points(kilometres: int | None, days: int | None, room: float, shares: Shares, *, there: float = 1.0) -> float:
    """Points for all but language: distance, the days that coincide, and how much room somebody has, from 0 to 1;
    `there` is the part of the coming time in which they are not away."""
    return together(closeness(kilometres), suits(days), room, there, shares)


def together(close: Points, suited: Points, room: Points, there: Points, shares: Shares) -> Points:
    """The same from its parts, each from 0 to 1."""
    return shares.distance * close + shares.days * suited * there + shares.load * room


def closeness(kilometres: int | None) -> float:
    """From 0, far away, to 1."""
    return UNKNOWN if kilometres is None else max(0.0, 1 - kilometres / FARTHEST_KILOMETRES)


def suits(days: int | None) -> float:
    """From 0, no day that suits, to 1."""
    return UNKNOWN if days is None else min(days, ENOUGH_DAYS) / ENOUGH_DAYS


def part_free(carrying: int, capacity: int) -> float:
    """How much room somebody has, from 0 to 1."""
    return 1 - carrying / capacity if capacity else 0.0


def with_language(rest: Points, level: int, shares: Shares, part: "Points | float" = 1.0) -> Points:
    """All points: level 0 speaks the rarest language asked for, 1 the second rarest. When language counts as usual or
    heavily, the first always have at least half and the others less. Of the points for the language itself `part`
    counts: all of them for who speaks it well, `shares.little` for who speaks it a little."""
    if level == 0:
        return rest + shares.language * part
    return rest * shares.rest_counts + shares.other_language * part / level


def within_bounds(points: float) -> int:
    """A whole score from 0 to 100."""
    return round(min(max(points, 0.0), MOST_POINTS))


def far_if_unknown(kilometres: int | None) -> int:
    """Kilometres for an order: what is not known comes last."""
    return UNKNOWN_KILOMETRES if kilometres is None else kilometres
