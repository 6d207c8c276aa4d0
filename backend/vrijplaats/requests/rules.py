"""A request's states and moves, how long somebody waits, and which words a form may hold. Pure.

There is no state, move or reason here for a plan, an offence or behaviour, and there may not be (promise 1).
"""

from datetime import datetime
from enum import StrEnum

from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.volunteers.rules import ActivityKind, Gender

__all__ = ["ActivityKind", "CloseReason", "Gender", "RequestState", "WithdrawReason", "may_move", "waiting_days"]


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


class CloseReason(StrEnum):
    """Why an organisation closes a request: a short list, so that nothing else can be a reason."""

    DUPLICATE = "DUPLICATE"
    RELEASED = "RELEASED"
    OTHER_ORGANISATION = "OTHER_ORGANISATION"


WAITING = frozenset({RequestState.OPEN, RequestState.OFFERED})
_MOVES: dict[RequestState, frozenset[RequestState]] = {
    RequestState.OPEN: frozenset({RequestState.OFFERED, RequestState.WITHDRAWN, RequestState.CLOSED}),
    RequestState.OFFERED: frozenset(
        {RequestState.OPEN, RequestState.MATCHED, RequestState.WITHDRAWN, RequestState.CLOSED}
    ),
    # a match that ends may reopen it, with its waiting time
    RequestState.MATCHED: frozenset({RequestState.OPEN}),
    RequestState.WITHDRAWN: frozenset(),
    RequestState.CLOSED: frozenset(),
}
_PASSED = {
    RequestState.MATCHED: {"nl": "er is al iemand", "en": "someone has been found"},
    RequestState.WITHDRAWN: {"nl": "het verzoek is al ingetrokken", "en": "the request was already withdrawn"},
    RequestState.CLOSED: {"nl": "het verzoek is al afgesloten", "en": "the request was already closed"},
}


def may_move(before: RequestState, after: RequestState) -> bool:
    """Whether a request may go from one state to the other."""
    return after in _MOVES[before]


def why_passed(state: RequestState) -> dict[str, str]:
    """Why a request in this state cannot be withdrawn any more, in words."""
    return _PASSED[state]


def waiting_days(since: datetime, until: datetime) -> int:
    """Days on the calendar in Amsterdam: since yesterday is one day, whatever the hour."""
    return max(0, (until.astimezone(AMSTERDAM).date() - since.astimezone(AMSTERDAM).date()).days)
