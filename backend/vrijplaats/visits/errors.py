"""What can stand in the way of a visit, in words somebody can act on."""

from datetime import datetime

from vrijplaats.core.errors import DomainError
from vrijplaats.visits.words import time_seen_from


class DoubleBooked(DomainError):
    """The volunteer is somewhere else then."""

    code = "DOUBLE_BOOKED"
    texts = {
        "nl": "Je hebt dan al een bezoek. Kies een ander moment.",
        "en": "You already have a visit then. Pick another time.",
    }


class CompanionDoubleBooked(DoubleBooked):
    """The same of who takes over and goes along, said to the first volunteer."""

    texts = {
        "nl": "Wie met je meegaat, heeft dan al een bezoek. Kies een ander moment.",
        "en": "The volunteer who goes along already has a visit then. Pick another time.",
    }


class OutsideVisitingHours(DomainError):
    """Not inside one of the facility's visiting hours. Fields: times."""

    code = "OUTSIDE_VISITING_HOURS"
    texts = {"nl": "Dan is er geen bezoektijd. Wel kan: {times}.", "en": "No visiting hours then. Possible: {times}."}


class FacilityFull(DomainError):
    """No place or room left then. Fields: moment."""

    code = "FACILITY_FULL"
    texts = {"nl": "Dat uur is vol. Eerst vrij: {moment}.", "en": "That hour is full. First free: {moment}."}


class FacilityBlocked(DomainError):
    """The facility receives nobody that day. Fields: moment."""

    code = "FACILITY_BLOCKED"
    texts = {"nl": "Die dag is dicht. Eerst vrij: {moment}.", "en": "Closed that day. First free: {moment}."}


class NotAdmitted(DomainError):
    """Admission or papers are not valid on the day itself. Fields: coordinator."""

    code = "NOT_ADMITTED"
    texts = {
        "nl": "Je mag hier nog niet naar binnen. {coordinator} regelt de toelating.",
        "en": "You may not enter here yet. {coordinator} arranges admission.",
    }


class VolunteerNotAdmitted(NotAdmitted):
    """The same, said to the facility's staff. Fields: volunteer."""

    texts = {
        "nl": "{volunteer} mag die dag nog niet naar binnen. De organisatie regelt de toelating.",
        "en": "{volunteer} may not enter yet on that day. The organisation arranges admission.",
    }


class TooEarly(DomainError):
    """A visit can be logged once it is over."""

    code = "TOO_EARLY"
    texts = {"nl": "Dit kan na {time}.", "en": "Possible after {time}."}

    def __init__(self, *, moment: datetime, now: datetime) -> None:
        super().__init__(time=time_seen_from(moment, now))


class AlreadyLogged(DomainError):
    """The same log is there already: somebody, most likely the same phone, was first."""

    code = "ALREADY_LOGGED"
    texts = {"nl": "Dit stond er al, alles is goed.", "en": "Already there, all is well."}


class LoggedDifferently(DomainError):
    """A log stands that says something else: of another device, or of before. Fields: stands, given."""

    code = "LOGGED_DIFFERENTLY"
    texts = {
        "nl": "Er staat al een verslag: {stands}. Jij had: {given}.",
        "en": "There is a log already: {stands}. Yours said: {given}.",
    }
