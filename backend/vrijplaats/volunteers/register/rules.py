"""Which moves a status can make, and what somebody was on a day. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vrijplaats.volunteers.rules import Pause, VolunteerStatus

# what a coordinator sets: pausing has its own dates (volunteers.availability), leaving lets go of what was promised
# (matching.leaving), coming back is by an invitation
SET_BY_HAND = (
    VolunteerStatus.APPLICANT,
    VolunteerStatus.IN_TRAINING,
    VolunteerStatus.READY,
    VolunteerStatus.ACTIVE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """From this day on somebody is this."""

    status: VolunteerStatus
    since: date


def next_statuses(now: VolunteerStatus, *, carrying: int) -> tuple[VolunteerStatus, ...]:
    """What a coordinator can make of it, in the order in which people go; also back, for what was set by mistake. Not
    back while they visit somebody (`carrying`): those visits would stand before a closed gate."""
    if now not in SET_BY_HAND:
        return ()
    open_to = (VolunteerStatus.ACTIVE,) if carrying else SET_BY_HAND
    return tuple(each for each in open_to if each is not now)


def status_on(changes: Iterable[StatusChange], day: date) -> VolunteerStatus | None:
    """What somebody was on a day: the last change that had begun, of two on one day the later written (they are given
    as they were written). None before the first. The database says the same for a whole register:
    volunteer_status_on."""
    found: StatusChange | None = None
    for change in changes:
        if change.since <= day and (found is None or change.since >= found.since):
            found = change
    return found.status if found else None


def is_active_on(changes: Iterable[StatusChange], pauses: Iterable[Pause], day: date) -> bool:
    """Whether somebody counts as active on a day: docs/definitions/active_volunteer.md. The database says the same for
    a whole register: volunteers_active_on."""
    return status_on(changes, day) is VolunteerStatus.ACTIVE and not any(pause.holds(day) for pause in pauses)
