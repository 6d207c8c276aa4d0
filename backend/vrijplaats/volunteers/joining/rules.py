"""How it stands with the account of somebody who was imported, and how letters to many leave. Pure."""

from datetime import timedelta
from enum import StrEnum

from vrijplaats.core.errors import Words

# one letter a second: a mail server that sees thousands at once takes us for something else
SECONDS_BETWEEN = 1
# whoever was asked today is not asked again today, whatever became of the letter
NOT_AGAIN_WITHIN = timedelta(days=1)
MOST_CHOSEN = 500

MOVED: Words = {
    "nl": "het zijn er intussen {now}, kijk nog eens en bevestig opnieuw",
    "en": "there are {now} by now, look again and confirm once more",
}
NOBODY: Words = {"nl": "er is niemand om uit te nodigen", "en": "there is nobody to invite"}
MANY: Words = {
    "nl": f"kies er hooguit {MOST_CHOSEN}, of nodig iedereen uit",
    "en": f"choose {MOST_CHOSEN} at most, or invite everybody",
}


class AccountState(StrEnum):
    """Where somebody is on the way in. WAITING: the letter is to leave; REFUSED: no letter arrives at that address."""

    JOINED = "JOINED"
    NO_ADDRESS = "NO_ADDRESS"
    NOT_INVITED = "NOT_INVITED"
    WAITING = "WAITING"
    INVITED = "INVITED"
    REFUSED = "REFUSED"
    EXPIRED = "EXPIRED"


def leaves_after(place: int, waiting: int) -> timedelta:
    """When the letter with this place in the row leaves, behind those that wait already."""
    return timedelta(seconds=(waiting + place) * SECONDS_BETWEEN)


def minutes_for(letters: int) -> int:
    """Within how many minutes so many letters have left; one at least."""
    return max(1, -(-letters * SECONDS_BETWEEN // 60))
