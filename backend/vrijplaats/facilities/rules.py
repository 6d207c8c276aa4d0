"""Which moments a visit could take place, from weekly hours, blocked days and places already taken. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from vrijplaats.core.clock import AMSTERDAM

SlotDay = tuple[UUID, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Visiting hours on one weekday (1 = Monday), in the time on the wall in Amsterdam; `capacity` counts visits."""

    id: UUID
    weekday: int
    starts: time
    ends: time
    capacity: int
    active_from: date
    active_until: date | None = None

    def is_on(self, day: date) -> bool:
        """Whether these hours hold on that day."""
        in_force = self.active_from <= day and (self.active_until is None or day <= self.active_until)
        return in_force and day.isoweekday() == self.weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One slot on one day, as moments in time."""

    slot_id: UUID
    day: date
    starts_at: datetime
    ends_at: datetime
    places_left: int


def moments(
    slots: Iterable[Slot],
    *,
    blocked: Collection[date],
    taken: Mapping[SlotDay, int],
    from_day: date,
    days: int,
    after: datetime,
) -> list[Moment]:
    """What is open in `days` days from `from_day` and has not begun at `after`; full ones too, with no places left."""
    known = list(slots)
    calendar = (from_day + timedelta(days=number) for number in range(days))
    open_days = [day for day in calendar if day not in blocked]
    found = [_moment(slot, day, taken.get((slot.id, day), 0)) for day in open_days for slot in known if slot.is_on(day)]
    return sorted((m for m in found if m is not None and m.starts_at > after), key=lambda m: (m.starts_at, m.ends_at))


def slot_for(slots: Iterable[Slot], starts_at: datetime, ends_at: datetime) -> tuple[Slot, date] | None:
    """The hours that hold the whole of this time, and on which day; None outside visiting hours."""
    day = starts_at.astimezone(AMSTERDAM).date()
    for slot in slots:
        moment = _moment(slot, day, 0) if slot.is_on(day) else None
        if moment and moment.starts_at <= starts_at < ends_at <= moment.ends_at:
            return slot, day
    return None


def _moment(slot: Slot, day: date, taken: int) -> Moment | None:
    """None for hours that the clock skips in spring, which nobody can keep."""
    starts_at, ends_at = _instant(day, slot.starts), _instant(day, slot.ends)
    if starts_at.astimezone(AMSTERDAM).time() != slot.starts or ends_at <= starts_at:
        return None
    left = max(0, slot.capacity - taken)
    return Moment(slot_id=slot.id, day=day, starts_at=starts_at, ends_at=ends_at, places_left=left)


def _instant(day: date, at: time) -> datetime:
    """The moment the wall clock in Amsterdam shows this; in autumn, when it does so twice, the first time."""
    return datetime.combine(day, at, tzinfo=AMSTERDAM).astimezone(UTC)
