"""A request's states and moves, and how long somebody waits. Pure.

There is no state, move or reason here for a plan, an offence or behaviour, and there may not be (promise 1).
"""

from datetime import datetime
from enum import StrEnum

from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.volunteers.rules import ActivityKind, Denomination, Gender

__all__ = ["ActivityKind", "Denomination", "Gender", "RequestState", "WithdrawReason", "may_become", "waiting_days"]


class RequestState(StrEnum):
    """OPEN <-> OFFERED -> MATCHED; WITHDRAWN at the detainee's wish, CLOSED by the organisation."""

    OPEN = "OPEN"
    OFFERED = "OFFERED"
    MATCHED = "MATCHED"
    WITHDRAWN = "WITHDRAWN"
    CLOSED = "CLOSED"


class WithdrawReason(StrEnum):
    """Why staff takes a wish back, always for the detainee."""

    DETAINEE_WISH = "DETAINEE_WISH"
    RELEASED = "RELEASED"
    TRANSFERRED = "TRANSFERRED"


_MOVES: dict[RequestState, frozenset[RequestState]] = {
    RequestState.OPEN: frozenset({RequestState.OFFERED, RequestState.WITHDRAWN, RequestState.CLOSED}),
    RequestState.OFFERED: frozenset(
        {RequestState.OPEN, RequestState.MATCHED, RequestState.WITHDRAWN, RequestState.CLOSED}
    ),
    # a match that ends closes it, and with it the name, or may reopen it with its waiting time
    RequestState.MATCHED: frozenset({RequestState.OPEN, RequestState.CLOSED}),
    RequestState.WITHDRAWN: frozenset(),
    RequestState.CLOSED: frozenset(),
}
_PASSED = {
    RequestState.MATCHED: {"nl": "er is al iemand", "en": "someone has been found"},
    RequestState.WITHDRAWN: {"nl": "het verzoek is al ingetrokken", "en": "the request was already withdrawn"},
    RequestState.CLOSED: {"nl": "het verzoek is al afgesloten", "en": "the request was already closed"},
}


def may_become(after: RequestState) -> list[RequestState]:
    """The states from which a request may go to this one."""
    return [before for before, moves in _MOVES.items() if after in moves]


def why_passed(state: RequestState) -> dict[str, str]:
    """Why a request in this state cannot be withdrawn any more, in words."""
    return _PASSED[state]


def waiting_days(since: datetime, until: datetime) -> int:
    """Days on the calendar in Amsterdam: since yesterday is one day, whatever the hour."""
    return max(0, (until.astimezone(AMSTERDAM).date() - since.astimezone(AMSTERDAM).date()).days)
