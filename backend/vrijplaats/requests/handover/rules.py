"""How long a proposal stands, and what can stand in its way. Pure."""

from datetime import datetime, time, timedelta
from enum import StrEnum

from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import Words

# the other side has until six in the evening, so many days on
_DAYS = 5
_HOUR = time(18)

PEOPLE_ASKED: Words = {
    "nl": "er is nog iemand gevraagd. Wacht tot iedereen heeft geantwoord",
    "en": "somebody is still asked. Wait until everyone has answered",
}
ROUNDS_RUN: Words = {"nl": "er lopen nog rondes. Stop die eerst", "en": "rounds are running. Stop those first"}
IS_PROPOSED: Words = {
    "nl": "dit verzoek is voorgesteld aan een andere organisatie. Trek dat eerst in",
    "en": "this request is proposed to another organisation. Take that back first",
}
NOT_ACTIVE: Words = {
    "nl": "jullie komen niet meer in deze inrichting",
    "en": "you no longer work in this prison",
}
SETTLED: Words = {
    "nl": "dit verzoek wacht op niemand meer",
    "en": "this request waits for nobody any more",
}
TIME_IS_UP: Words = {"nl": "de tijd voor dit voorstel is om", "en": "the time for this proposal is over"}


class HandOverState(StrEnum):
    """From PROPOSED only. OVER: the wish was taken back or settled meanwhile."""

    PROPOSED = "PROPOSED"
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    WITHDRAWN = "WITHDRAWN"
    EXPIRED = "EXPIRED"
    OVER = "OVER"


# why an answer came too late, by what became of the proposal
PASSED: dict[HandOverState, Words] = {
    HandOverState.ACCEPTED: {"nl": "het verzoek is al overgenomen", "en": "the request was already taken over"},
    HandOverState.DECLINED: {"nl": "het voorstel is al afgewezen", "en": "the proposal was already declined"},
    HandOverState.WITHDRAWN: {"nl": "het voorstel is ingetrokken", "en": "the proposal was taken back"},
    HandOverState.EXPIRED: TIME_IS_UP,
    HandOverState.OVER: SETTLED,
}


def stands_until(now: datetime) -> datetime:
    """Until when a proposal that is made now can be answered: a whole hour on the clock in Amsterdam."""
    return datetime.combine(now.astimezone(AMSTERDAM).date() + timedelta(days=_DAYS), _HOUR, tzinfo=AMSTERDAM)
