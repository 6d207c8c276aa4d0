"""When the next wave goes and who is in it. Pure: the same state and the same moment give the same answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import InvalidInput, Words

MOST_PEOPLE, MOST_HOURS = 10, 72
# nobody is asked by itself at night: from ten in the evening until eight in the morning, in Amsterdam
EVENING, MORNING = time(22), time(8)
_PEOPLE: Words = {"nl": "kies 1 tot en met 10 mensen", "en": "choose 1 to 10 people"}
_HOURS: Words = {"nl": "kies 1 tot en met 72 uur", "en": "choose 1 to 72 hours"}


class EndReason(StrEnum):
    """Why no further wave goes."""

    STOPPED = "STOPPED"  # by a coordinator
    SETTLED = "SETTLED"  # somebody said yes, or the wish was withdrawn or closed
    HANDED_BACK = "HANDED_BACK"  # the request is not the organisation's any more
    NOBODY_LEFT = "NOBODY_LEFT"  # everybody who can go was asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How many people a wave asks, and how many hours after it the next goes."""

    size: int
    hours: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How running waves and their request stand. `open_offers` can still be answered; `asked` is everybody who ever had
    an invitation for this request, whatever became of it."""

    size: int
    next_at: datetime
    waiting: bool
    ours: bool
    open_offers: int
    asked: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing to do yet."""


@dataclass(frozen=True, slots=True)
class Send:
    """Ask these now, best first."""

    volunteer_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class End:
    """No further wave."""

    reason: EndReason


def decide(standing: Standing, ranked: Iterable[UUID], now: datetime) -> Wait | Send | End:
    """What happens at this moment; `ranked` is who can be asked today, best first."""
    if over := why_over(standing):
        return End(over)
    if not is_due(standing, now):
        return Wait()
    chosen = next_of(ranked, standing)
    return Send(chosen) if chosen else End(EndReason.NOBODY_LEFT)


def why_over(standing: Standing) -> EndReason | None:
    """Why no further wave goes, whoever is left to ask."""
    if not standing.waiting:
        return EndReason.SETTLED
    return None if standing.ours else EndReason.HANDED_BACK


def is_due(standing: Standing, now: datetime) -> bool:
    """When its hours are over; sooner when nobody asked can say yes any more; never at night."""
    return not is_night(now) and (now >= standing.next_at or standing.open_offers == 0)


def next_of(ranked: Iterable[UUID], standing: Standing) -> tuple[UUID, ...]:
    """The next best who were never asked for this request."""
    return tuple(each for each in ranked if each not in standing.asked)[: standing.size]


def is_night(moment: datetime) -> bool:
    """Whether nobody is asked by itself at this moment."""
    local = moment.astimezone(AMSTERDAM).time()
    return local >= EVENING or local < MORNING


def next_moment(now: datetime, hours: int) -> datetime:
    """When the wave after this one goes: so many hours later, or in the morning when that is at night."""
    return _by_day(now + timedelta(hours=hours))


def goes_at(standing: Standing, now: datetime) -> datetime:
    """The first moment from now on at which the next wave is due, as it stands now."""
    return _by_day(max(now, standing.next_at) if standing.open_offers else now)


def _by_day(moment: datetime) -> datetime:
    if not is_night(moment):
        return moment
    local = moment.astimezone(AMSTERDAM)
    day = local.date() + timedelta(days=1 if local.time() >= EVENING else 0)
    return datetime.combine(day, MORNING, tzinfo=AMSTERDAM).astimezone(moment.tzinfo)


def check_rhythm(rhythm: Rhythm) -> None:
    """Raise InvalidInput unless a wave asks some people and leaves some time, neither too much."""
    checked: Sequence[tuple[str, int, int, Words, Words]] = (
        ("size", rhythm.size, MOST_PEOPLE, {"nl": "Mensen per ronde", "en": "People in a round"}, _PEOPLE),
        ("hours", rhythm.hours, MOST_HOURS, {"nl": "Tijd tussen rondes", "en": "Time between rounds"}, _HOURS),
    )
    for field, value, most, label, requirement in checked:
        if not 1 <= value <= most:
            raise InvalidInput(field=field, label=label, requirement=requirement)


def check_wave(wave: int, sent: int) -> None:
    """Raise InvalidInput unless this is the next wave, or one that was sent."""
    if not 1 <= wave <= sent + 1:
        label: Words = {"nl": "Ronde", "en": "Round"}
        requirement: Words = {"nl": "kies de volgende ronde", "en": "choose the next round"}
        raise InvalidInput(field="wave", label=label, requirement=requirement)
