"""How long something is kept of who has left. No input or output."""

from datetime import date, timedelta
from enum import StrEnum

from vrijplaats.core.actor import Role
from vrijplaats.core.errors import Words

# so long coordinators can still call whoever left about what was left behind
KEPT = timedelta(days=30)
RUNS_THE_PLATFORM: Words = {
    "nl": "jij beheert Vrijplaats, en dat eindigt niet in de app",
    "en": "you run Vrijplaats, and that does not end in the app",
}


class LeavingObstacle(StrEnum):
    """Why somebody cannot stop by themselves now."""

    RUNS_THE_PLATFORM = "RUNS_THE_PLATFORM"
    LAST_COORDINATOR = "LAST_COORDINATOR"
    LAST_CONTACT_PERSON = "LAST_CONTACT_PERSON"


def obstacle(role: Role, *, last: bool) -> LeavingObstacle | None:
    """What has to be done first by somebody in this role; None when nothing has."""
    if role is Role.OPERATOR:
        return LeavingObstacle.RUNS_THE_PLATFORM
    if not last:
        return None
    return LeavingObstacle.LAST_COORDINATOR if role is Role.COORDINATOR else LeavingObstacle.LAST_CONTACT_PERSON


def erased_on(left_on: date) -> date:
    """The day from which nothing says any more who it was."""
    return left_on + KEPT
