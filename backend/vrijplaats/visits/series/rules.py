"""On which days a rhythm falls, and what can stand in the way of one of them. Pure: no database, no clock of its own.

The time is one on the clock on the wall: 14.00 uur stays 14.00 uur across both changes of the clock.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from vrijplaats.accounts.settings.rules import Values
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.facilities.rules import Slot, SlotDay, slot_for

WEEKS = (2, 3)
# what the form begins with, where an organisation has not chosen otherwise
USUAL_WEEKS: Values = {"usual_weeks": 2}
# how far ahead visits are asked for: within it a prison can say yes, and hours are still to be had
HORIZON = timedelta(weeks=8)
# how many of the coming ones somebody sees; more than fit in the horizon
SHOWN = 6
NO_SERIES: Words = {"nl": "er loopt geen vaste afspraak", "en": "no fixed appointment is running"}
NOT_THAT_DAY: Words = {"nl": "die dag hoort niet bij je vaste afspraak", "en": "that day is not one of your rhythm"}
OVER_OR_OFF: Words = {"nl": "dat bezoek is begonnen of gaat niet door", "en": "that visit has begun or is off"}
TOO_SOON: Words = {
    "nl": "dit kan vanaf morgen, de inrichting moet nog antwoorden",
    "en": "this can be from tomorrow on, the prison still has to answer",
}
NOT_SKIPPED: Words = {"nl": "die keer sloeg je niet over", "en": "you did not skip that one"}


class Hindrance(StrEnum):
    """Why one of the days cannot be."""

    CLOSED = "CLOSED"  # the prison receives nobody that day
    OUTSIDE_HOURS = "OUTSIDE_HOURS"  # no visiting hours then (any more)
    AWAY = "AWAY"  # the volunteer said not to be there
    NOT_ADMITTED = "NOT_ADMITTED"  # a paper or the admission is not valid on that day
    ELSEWHERE = "ELSEWHERE"  # the volunteer has something else then
    FULL = "FULL"  # no place left


class OccurrenceState(StrEnum):
    """How one of the days stands. TO_COME: beyond the horizon, nobody was asked yet."""

    TO_COME = "TO_COME"
    PROPOSED = "PROPOSED"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"
    SKIPPED = "SKIPPED"
    HELD_BACK = "HELD_BACK"


class EndReason(StrEnum):
    """Why a series plans no more."""

    STOPPED = "STOPPED"
    CHANGED = "CHANGED"  # another rhythm took its place
    MATCH_ENDED = "MATCH_ENDED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Every so many weeks from a first day on, at a time on the clock in Amsterdam, for so many minutes."""

    every_weeks: int
    first_day: date
    starts: time
    minutes: int

    @property
    def weekday(self) -> int:
        """1 = Monday."""
        return self.first_day.isoweekday()

    def days(self, from_day: date, until: date) -> list[date]:
        """Its days from one day to another, both included; never one before the first."""
        step = timedelta(weeks=self.every_weeks)
        late = max(0, (from_day - self.first_day).days)
        day = self.first_day + step * -(-late // step.days)
        found = []
        while day <= until:
            found.append(day)
            day += step
        return found

    def has(self, day: date) -> bool:
        """Whether that is one of its days."""
        return day in self.days(day, day)

    def moment(self, day: date) -> tuple[datetime, datetime]:
        """From when until when that is, in UTC."""
        starts_at = datetime.combine(day, self.starts, tzinfo=AMSTERDAM).astimezone(UTC)
        return starts_at, starts_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is known of the days on which a rhythm falls. `busy` is the time the person has given away, anywhere;
    `taken` counts places by hours and day; `admitted` are the days on which the gate would let them in."""

    slots: tuple[Slot, ...] = ()
    closed: Mapping[date, str] = field(default_factory=dict)
    taken: Mapping[SlotDay, int] = field(default_factory=dict)
    busy: Collection[tuple[datetime, datetime]] = ()
    admitted: Collection[date] = ()
    away: Collection[date] = ()


def hindrance(rhythm: Rhythm, day: date, around: Around) -> Hindrance | None:
    """What stands in the way on that day, the thing that can be helped least first; None when nothing does."""
    starts_at, ends_at = rhythm.moment(day)
    found = slot_for(around.slots, starts_at, ends_at)
    if day in around.closed:
        return Hindrance.CLOSED
    if found is None:
        return Hindrance.OUTSIDE_HOURS
    if day in around.away:
        return Hindrance.AWAY
    if day not in around.admitted:
        return Hindrance.NOT_ADMITTED
    if any(begins < ends_at and ends > starts_at for begins, ends in around.busy):
        return Hindrance.ELSEWHERE
    slot, _ = found
    return Hindrance.FULL if around.taken.get((slot.id, day), 0) >= slot.capacity else None


def state_of(day: date, found: Hindrance | None, today: date) -> OccurrenceState:
    """How a day stands of which no visit was made: what the horizon does not reach yet may still become possible."""
    within = day <= today + HORIZON
    return OccurrenceState.HELD_BACK if found and within else OccurrenceState.TO_COME


def ahead(rhythm: Rhythm, now: datetime, until: date) -> list[date]:
    """Its days that have not begun yet, until a day."""
    today = now.astimezone(AMSTERDAM).date()
    return [day for day in rhythm.days(today, until) if rhythm.moment(day)[0] > now]


def coming(rhythm: Rhythm, now: datetime, number: int = SHOWN) -> list[date]:
    """The first so many of its days that have not begun yet."""
    today = now.astimezone(AMSTERDAM).date()
    last = max(today, rhythm.first_day) + timedelta(weeks=rhythm.every_weeks) * (number + 1)
    return ahead(rhythm, now, last)[:number]


def check_weeks(every_weeks: int) -> None:
    """Raises InvalidInput."""
    if every_weeks not in WEEKS:
        label: Words = {"nl": "Vaste afspraak", "en": "Fixed appointment"}
        requirement: Words = {"nl": "kies elke 2 of elke 3 weken", "en": "choose every 2 or every 3 weeks"}
        raise InvalidInput(field="everyWeeks", label=label, requirement=requirement)


def rhythm_from(every_weeks: int, starts_at: datetime, ends_at: datetime) -> Rhythm:
    """The rhythm of which this is the first time; both with their zone. Raises InvalidInput."""
    check_weeks(every_weeks)
    local = starts_at.astimezone(AMSTERDAM)
    length = ends_at - starts_at
    if local.second or local.microsecond or length % timedelta(minutes=1):
        whole: Words = {"nl": "kies een tijd in hele minuten", "en": "choose a time in whole minutes"}
        raise InvalidInput(field="startsAt", label={"nl": "Begin", "en": "Start"}, requirement=whole)
    return Rhythm(
        every_weeks=every_weeks,
        first_day=local.date(),
        starts=local.time(),
        minutes=length // timedelta(minutes=1),
    )
