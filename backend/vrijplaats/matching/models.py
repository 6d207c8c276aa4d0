"""The states of offers and matches, and the reasons people may give. The tables: migrations/sql/0007_matching.sql."""

from enum import StrEnum


class OfferState(StrEnum):
    """An offer moves once, from LIVE only."""

    LIVE = "LIVE"
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    WITHDRAWN = "WITHDRAWN"
    EXPIRED = "EXPIRED"


class MatchState(StrEnum):
    """REVIEW: something happened (a transfer, a release) and somebody has to look at it."""

    ACTIVE = "ACTIVE"
    REVIEW = "REVIEW"
    ENDED = "ENDED"


class DeclineReason(StrEnum):
    """Never asked for; given by some."""

    NO_TIME = "NO_TIME"
    TOO_FAR = "TOO_FAR"
    NOT_NOW = "NOT_NOW"
    OTHER = "OTHER"


class WishAfterEnd(StrEnum):
    """What becomes of the wish when its match ends. MAY_WAIT: it can wait again; WAITS: it
    does already; CLOSES: it ends."""

    MAY_WAIT = "MAY_WAIT"
    WAITS = "WAITS"
    CLOSES = "CLOSES"


class MatchEndReason(StrEnum):
    """Why a match ended, without blame."""

    DETAINEE_WISH = "DETAINEE_WISH"
    VOLUNTEER_WISH = "VOLUNTEER_WISH"
    RELEASED = "RELEASED"
    TRANSFERRED = "TRANSFERRED"
    NO_CLICK = "NO_CLICK"
    OTHER = "OTHER"
