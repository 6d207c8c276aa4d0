"""How heavily each thing counts. Pure: the ranking in the inbox and Verdeel read the same weights, so that there are
never two orders for one thing.

A weight is one of four words. "Gewoon" for everything gives the points that hold for everybody.
"""

from dataclasses import dataclass, fields
from enum import IntEnum
from functools import cached_property

from vrijplaats.core.errors import InvalidInput, Words

# points of the things that always play a part, when everything counts as usual; together 100
LANGUAGE, DISTANCE, DAYS, LOAD = 50, 25, 15, 10
# points that come on top, or go off, for a few: somebody they know, a first time with or without a colleague
CONTINUITY, NEWCOMER = 20, 5
# of somebody who speaks another of the languages asked for, the rest counts for less
OTHER_LANGUAGE_LOSS, OTHER_LANGUAGE_SHARE = 0.4, 0.38
# what a language that is only spoken a little brings less, of the points for language
LITTLE_LOSS = 0.4
# how much more a good choice counts for who has waited this long than for who asks today, when it counts as usual
LONG_WAIT_DAYS, LONG_WAIT_PERCENT = 60, 200


class Level(IntEnum):
    """How heavily something counts."""

    NOT = 0
    A_LITTLE = 1
    USUAL = 2
    HEAVILY = 3


_TIMES = {Level.NOT: 0.0, Level.A_LITTLE: 0.5, Level.USUAL: 1.0, Level.HEAVILY: 2.0}


@dataclass(frozen=True, kw_only=True)
class Weights:
    """An organisation's choice."""

    language: Level = Level.USUAL
    fluency: Level = Level.USUAL
    distance: Level = Level.USUAL
    days: Level = Level.USUAL
    load: Level = Level.USUAL
    waiting: Level = Level.USUAL
    continuity: Level = Level.USUAL
    newcomer: Level = Level.USUAL

    @cached_property
    def shares(self) -> "Shares":
        """The points that follow from it."""
        parts = {
            "language": LANGUAGE * _TIMES[self.language],
            "distance": DISTANCE * _TIMES[self.distance],
            "days": DAYS * _TIMES[self.days],
            "load": LOAD * _TIMES[self.load],
        }
        whole = sum(parts.values()) or 1.0
        return Shares(
            **{name: 100 * part / whole for name, part in parts.items()},
            continuity=CONTINUITY * _TIMES[self.continuity],
            newcomer=NEWCOMER * _TIMES[self.newcomer],
            little=1 - LITTLE_LOSS * _TIMES[self.fluency],
        )

    def urgency(self, waiting_days: int) -> int:
        """How much a good choice counts for who has waited so long, in percent: 100 for who asks today."""
        more = LONG_WAIT_PERCENT * _TIMES[self.waiting] * min(max(waiting_days, 0), LONG_WAIT_DAYS) / LONG_WAIT_DAYS
        return 100 + round(more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Points: the first four together are 100, the next two come on top. `little`: the part of those for language that
    count when somebody speaks it only a little."""

    language: float
    distance: float
    days: float
    load: float
    continuity: float
    newcomer: float
    little: float

    @property
    def rest_counts(self) -> float:
        """What is left of the points for the rest when somebody speaks another of the languages asked for."""
        return 1 - OTHER_LANGUAGE_LOSS * min(1.0, self.language / LANGUAGE)

    @property
    def other_language(self) -> float:
        """Points for the second rarest of the languages asked for; the third has half of it, and so on."""
        return self.language * OTHER_LANGUAGE_SHARE


USUAL = Weights()


def check_weights(weights: Weights) -> None:
    """Raise InvalidInput when nothing would tell one person from another."""
    if weights.language == weights.distance == weights.days == weights.load == Level.NOT:
        label: Words = {"nl": "Wat telt mee", "en": "What counts"}
        requirement: Words = {
            "nl": "laat taal, afstand, dagen of drukte meetellen",
            "en": "let language, distance, days or load count",
        }
        raise InvalidInput(field="language", label=label, requirement=requirement)


NAMES = tuple(each.name for each in fields(Weights))
