"""When the next wave goes and who is in it. Pure: the same state and the same moment give the same answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import InvalidInput, Words

MOST_PEOPLE, MOST_HOURS = 10, 72
# when an organisation lets nobody be asked by itself: an evening hour and a morning hour
EVENINGS, MORNINGS = range(18, 24), range(6, 11)
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
class Night:
    """The hours in which nobody is asked by itself, in Amsterdam; always over midnight."""

    starts: int
    ends: int

    def holds(self, moment: datetime) -> bool:
        """Whether it is night at this moment."""
        hour = moment.astimezone(AMSTERDAM).hour
        return hour >= self.starts or hour < self.ends

    def over(self, moment: datetime) -> datetime:
        """This moment, or the morning when it is night."""
        if not self.holds(moment):
            return moment
        local = moment.astimezone(AMSTERDAM)
        day = local.date() + timedelta(days=1 if local.hour >= self.starts else 0)
        return datetime.combine(day, time(self.ends), tzinfo=AMSTERDAM).astimezone(moment.tzinfo)


# what holds where an organisation has not chosen otherwise
USUAL = Rhythm(size=3, hours=6)
USUAL_NIGHT = Night(starts=22, ends=8)


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
    night: Night = USUAL_NIGHT


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
    return not standing.night.holds(now) and (now >= standing.next_at or standing.open_offers == 0)


def next_of(ranked: Iterable[UUID], standing: Standing) -> tuple[UUID, ...]:
    """The next best who were never asked for this request."""
    return tuple(each for each in ranked if each not in standing.asked)[: standing.size]


def next_moment(now: datetime, hours: int, night: Night = USUAL_NIGHT) -> datetime:
    """When the wave after this one goes: so many hours later, or in the morning when that is at night."""
    return night.over(now + timedelta(hours=hours))


def goes_at(standing: Standing, now: datetime) -> datetime:
    """The first moment from now on at which the next wave is due, as it stands now."""
    return standing.night.over(max(now, standing.next_at) if standing.open_offers else now)


def check_rhythm(rhythm: Rhythm) -> None:
    """Raise InvalidInput unless a wave asks some people and leaves some time, neither too much."""
    checked: Sequence[tuple[str, int, int, Words, Words]] = (
        ("size", rhythm.size, MOST_PEOPLE, {"nl": "Mensen per ronde", "en": "People in a round"}, _PEOPLE),
        ("hours", rhythm.hours, MOST_HOURS, {"nl": "Tijd tussen rondes", "en": "Time between rounds"}, _HOURS),
    )
    for field, value, most, label, requirement in checked:
        if not 1 <= value <= most:
            raise InvalidInput(field=field, label=label, requirement=requirement)


def check_night(night: Night) -> None:
    """Raise InvalidInput unless it begins in the evening and ends in the morning."""
    for field, hour, allowed, label in (
        ("from", night.starts, EVENINGS, {"nl": "Vanaf", "en": "From"}),
        ("until", night.ends, MORNINGS, {"nl": "Tot", "en": "Until"}),
    ):
        if hour not in allowed:
            first, last = allowed[0], allowed[-1]
            requirement = {"nl": f"kies {first} tot en met {last} uur", "en": f"choose {first} to {last} hours"}
            raise InvalidInput(field=field, label=label, requirement=requirement)


def check_wave(wave: int, sent: int) -> None:
    """Raise InvalidInput unless this is the next wave, or one that was sent."""
    if not 1 <= wave <= sent + 1:
        label: Words = {"nl": "Ronde", "en": "Round"}
        requirement: Words = {"nl": "kies de volgende ronde", "en": "choose the next round"}
        raise InvalidInput(field="wave", label=label, requirement=requirement)
