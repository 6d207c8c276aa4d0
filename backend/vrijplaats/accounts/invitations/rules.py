"""Who may invite whom, and for how long. No input or output."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from vrijplaats.core.actor import Role

LASTS = timedelta(hours=24)
# of who was imported: nobody waits for that letter
LASTS_IMPORTED = timedelta(days=7)
SHOWN = timedelta(minutes=10)  # a code on a screen, for somebody who stands there
A_DAY = 50  # by one inviter; those taken back count, their letters have left
MOST_ROUNDS = 10
PURPOSE = "invitation"

MAY_INVITE: Mapping[Role, frozenset[Role]] = {
    Role.VOLUNTEER: frozenset(),
    Role.COORDINATOR: frozenset({Role.VOLUNTEER, Role.COORDINATOR}),
    Role.STAFF: frozenset({Role.STAFF}),
    Role.FUNDER: frozenset(),
    Role.OPERATOR: frozenset({Role.COORDINATOR, Role.STAFF, Role.FUNDER}),
}


def may_invite(inviter: Role, invited: Role) -> bool:
    """Whether somebody in this role may invite for that one; of a prison it is the contact person who does."""
    return invited in MAY_INVITE[inviter]


def state_of(
    *, now: datetime, expires_at: datetime, accepted_at: datetime | None, withdrawn_at: datetime | None, mail_state: str
) -> str:
    """How it stands, in one word: ACCEPTED, WITHDRAWN, EXPIRED, REFUSED (by the mail server), WAITING, SENT or OPEN."""
    if accepted_at is not None:
        return "ACCEPTED"
    if withdrawn_at is not None:
        return "WITHDRAWN"
    if expires_at <= now:
        return "EXPIRED"
    return "OPEN" if mail_state == "NONE" else mail_state
