"""What a prison may report of somebody who leaves, and what may be chosen for a match then. Pure.

There is no field here for a reason, a plan, an offence or an address, and there may not be (promise 1).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from vrijplaats.core.errors import InvalidInput, NotAllowedNow, Words
from vrijplaats.volunteers.places import place as known_place

FURTHEST_BACK = timedelta(days=14)
FURTHEST_AHEAD = timedelta(days=90)
# contact after a release counts up to half a year (Subsidieregeling), and tapers off in practice
HALF_A_YEAR = timedelta(days=183)
TOLD_BEFORE = timedelta(days=28)
UNDO_FOR = timedelta(days=7)

_DAY: Words = {"nl": "Dag", "en": "Day"}
_PLACE: Words = {"nl": "Plaats", "en": "Town"}
_TO: Words = {"nl": "Inrichting", "en": "Prison"}
_NEAR: Words = {"nl": "kies een dag van de laatste twee weken, of hoogstens drie maanden vooruit",
    "en": "choose a day of the last two weeks, or at most three months ahead"}  # fmt: skip
_WHERE: Words = {"nl": "kies naar welke inrichting", "en": "choose to which prison"}
_ELSEWHERE: Words = {"nl": "kies een andere inrichting dan deze", "en": "choose another prison than this one"}
_LISTED: Words = {"nl": "kies een plaats uit de lijst", "en": "choose a town from the list"}
_NOT_THIS: Words = {"nl": "hoort niet bij deze melding", "en": "does not belong to this report"}

ALREADY_REPORTED: Words = {"nl": "dit is al gemeld", "en": "this was reported already"}
NOBODY_CONCERNED: Words = {
    "nl": "er loopt geen verzoek of koppeling meer",
    "en": "no request or match is running any more",
}
ACTED_ON: Words = {"nl": "er is al iets mee gedaan", "en": "somebody has already acted on it"}
NOT_IN_REVIEW: Words = {"nl": "de koppeling loopt gewoon", "en": "the match simply runs"}
CHOSEN: Words = {"nl": "er is al gekozen", "en": "a choice was made already"}
NOT_RELEASED: Words = {"nl": "dit kan alleen na vrijkomen", "en": "this is for after a release only"}
STAYS_BEHIND: Words = {
    "nl": "na vrijkomen is er geen nieuwe inrichting",
    "en": "after a release there is no new prison",
}
NO_PLACE_WITH_US: Words = {
    "nl": "jullie zijn niet actief in die inrichting",
    "en": "your organisation is not active in that prison",
}
PLACE_WITH_US: Words = {
    "nl": "jullie zijn actief in die inrichting: draag het over, dan staat het verzoek bij jullie",
    "en": "your organisation is active in that prison: hand it over, then the request is with you",
}
WAITS_THERE: Words = {
    "nl": "er wacht daar al een verzoek van deze persoon. Rond de koppeling af",
    "en": "a request of this person waits there already. End the match",
}
HAS_LEFT: Words = {
    "nl": "deze vrijwilliger is gestopt. Zoek iemand anders",
    "en": "this volunteer has stopped. Look for somebody else",
}
LOOKED_FOR: Words = {
    "nl": "er wordt al iemand anders gezocht. Nodig iemand uit bij Verzoeken",
    "en": "somebody else is looked for already. Invite somebody under Requests",
}
NO_ROOM: Words = {
    "nl": "kies iemand die nu gevraagd kan worden",
    "en": "choose somebody who can be asked now",
}
FULL: Words = {"nl": "je hebt nu geen ruimte voor nog iemand", "en": "you have no room for somebody else now"}
SAID_YES: Words = {"nl": "er zei al iemand ja", "en": "somebody said yes already"}
NOT_TOGETHER: Words = {"nl": "er is geen kennismaking met z’n drieën", "en": "no meeting together was agreed"}


class DepartureKind(StrEnum):
    """Where to is all that is said; never why."""

    TRANSFER = "TRANSFER"
    RELEASE = "RELEASE"


class VolunteerWish(StrEnum):
    """What the volunteer would like."""

    CONTINUE = "CONTINUE"
    STOP = "STOP"


class ReviewChoice(StrEnum):
    """What was chosen; ending a match has reasons of its own."""

    KEEP = "KEEP"
    HAND_OVER = "HAND_OVER"
    HAND_BACK = "HAND_BACK"
    TAPER = "TAPER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What staff says: a day, and to which prison or, if the person wants that known, to which town."""

    kind: DepartureKind
    day: date
    to_facility_id: UUID | None = None
    to_place: str | None = None


def checked(report: Report, *, here: UUID, today: date) -> Report:
    """The report as it is kept; raises InvalidInput."""
    if not today - FURTHEST_BACK <= report.day <= today + FURTHEST_AHEAD:
        raise InvalidInput(field="day", label=_DAY, requirement=_NEAR)
    town = (report.to_place or "").strip()
    if report.kind is DepartureKind.TRANSFER:
        if report.to_facility_id is None or town:
            raise _where(report)
        if report.to_facility_id == here:
            raise InvalidInput(field="toFacility", label=_TO, requirement=_ELSEWHERE)
        return report
    if report.to_facility_id is not None:
        raise InvalidInput(field="toFacility", label=_TO, requirement=_NOT_THIS)
    found = known_place(town) if town else None
    if town and found is None:
        raise InvalidInput(field="toPlace", label=_PLACE, requirement=_LISTED)
    return Report(kind=report.kind, day=report.day, to_place=found.label if found else None)


def unknown_prison() -> InvalidInput:
    """There is no such prison; which there are is no secret."""
    return InvalidInput(field="toFacility", label=_TO, requirement=_WHERE)


def check_open(state: str, choice: str | None) -> None:
    """Raise NotAllowedNow unless there is still something to choose."""
    if state == "ENDED":
        raise NotAllowedNow(reason={"nl": "de koppeling is al afgerond", "en": "the match has already ended"})
    if choice is not None:
        raise NotAllowedNow(reason=CHOSEN)
    if state != "REVIEW":
        raise NotAllowedNow(reason=NOT_IN_REVIEW)


def check_goes_along(*, left: bool) -> None:
    """Raise NotAllowedNow for a choice by which somebody goes on visiting who has left the organisation."""
    if left:
        raise NotAllowedNow(reason=HAS_LEFT)


def check_asking(state: str, kind: DepartureKind, *, outside: bool, yes: bool) -> None:
    """Raise NotAllowedNow unless somebody near the new home can be asked: after a release, until one said yes."""
    if kind is not DepartureKind.RELEASE:
        raise NotAllowedNow(reason=NOT_RELEASED)
    if state != "REVIEW" and not (state == "ACTIVE" and outside):
        raise NotAllowedNow(reason={"nl": "de koppeling is al afgerond", "en": "the match has already ended"})
    if yes:
        raise NotAllowedNow(reason=SAID_YES)


def taper_until(released_on: date) -> date:
    """The last day of meeting outside."""
    return released_on + HALF_A_YEAR


def _where(report: Report) -> InvalidInput:
    if report.to_facility_id is None:
        return unknown_prison()
    return InvalidInput(field="toPlace", label=_PLACE, requirement=_NOT_THIS)
