"""What can happen to a request, as one reads it back. Pure; no name of a detainee, and nothing of what was said."""

from enum import StrEnum


class Happening(StrEnum):
    """What happened; some with how many people."""

    REQUESTED = "REQUESTED"
    CLAIMED = "CLAIMED"
    HANDED_BACK = "HANDED_BACK"
    ASKED = "ASKED"
    COULD_NOT = "COULD_NOT"
    SILENT = "SILENT"
    SAID_YES = "SAID_YES"
    TAKEN_BACK = "TAKEN_BACK"
    WITHDRAWN = "WITHDRAWN"
    ROUNDS_ENDED = "ROUNDS_ENDED"
    PROPOSED = "PROPOSED"
    HAND_OVER_ACCEPTED = "HAND_OVER_ACCEPTED"
    HAND_OVER_DECLINED = "HAND_OVER_DECLINED"
    HAND_OVER_WITHDRAWN = "HAND_OVER_WITHDRAWN"
    HAND_OVER_EXPIRED = "HAND_OVER_EXPIRED"


# what the history calls it
BY_VERB = {
    "request.claim": Happening.CLAIMED,
    "request.hand_back": Happening.HANDED_BACK,
    "waves.end": Happening.ROUNDS_ENDED,
    "handover.propose": Happening.PROPOSED,
    "handover.accept": Happening.HAND_OVER_ACCEPTED,
    "handover.decline": Happening.HAND_OVER_DECLINED,
    "handover.withdraw": Happening.HAND_OVER_WITHDRAWN,
    "handover.expire": Happening.HAND_OVER_EXPIRED,
}
