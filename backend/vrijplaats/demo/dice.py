"""Chance from a seed: the same seed throws the same, in every process."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")
_VERSION_AND_VARIANT = (7 << 76) | (2 << 62)


class Dice:
    """The dice of one part of the demo; parts do not disturb each other's throws."""

    def __init__(self, seed: int, part: str) -> None:
        self.random = Random(f"{seed}|{part}")

    def key(self, moment: datetime) -> UUID:
        """A UUIDv7 of that moment."""
        bits = self.random.getrandbits(74)
        milliseconds = int(moment.timestamp() * 1000)
        return UUID(int=milliseconds << 80 | _VERSION_AND_VARIANT | (bits >> 62) << 64 | bits & ((1 << 62) - 1))

    def chance(self, probability: float) -> bool:
        """True this often."""
        return self.random.random() < probability

    def one(self, of: Sequence[T]) -> T:
        """Any of these."""
        return of[int(self.random.random() * len(of))]

    def weighted(self, weights: Sequence[tuple[T, float]]) -> T:
        """Any of these, by weight."""
        left = self.random.random() * sum(weight for _, weight in weights)
        for thing, weight in weights:
            left -= weight
            if left < 0:
                return thing
        return weights[-1][0]

    def some(self, of: Sequence[T], number: int) -> list[T]:
        """So many different ones of these, or all."""
        return self.random.sample(of, min(number, len(of)))

    def whole(self, least: int, most: int) -> int:
        """A whole number, both included."""
        return least + int(self.random.random() * (most - least + 1))

    def at_desk(self, day: date) -> datetime:
        """A moment of that day at which somebody at a desk does a thing."""
        return datetime.combine(day, time(8), tzinfo=UTC) + timedelta(seconds=self.whole(0, 8 * 3600))
