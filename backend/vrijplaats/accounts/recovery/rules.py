"""What holds for every recovery. No input or output."""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from vrijplaats.core import tickets
from vrijplaats.core.actor import Role
from vrijplaats.core.errors import Words
from vrijplaats.core.sealing import fingerprint

LASTS = timedelta(minutes=30)
TRIES = 5
A_DAY = 5  # starts for one person; more is no help any more
HELPERS = (Role.COORDINATOR, Role.STAFF, Role.OPERATOR)
# they may go on without a passkey on a phone that can make none; what the others do asks for one
WITHOUT_PASSKEY = frozenset({Role.VOLUNTEER, Role.STAFF})

SPOKEN, SECOND = "recovery.spoken", "recovery.second"  # the two halves, eight digits each
BY_LINK, STOP = "recovery.link", "recovery.stop"  # in the letter: the second half, and what only stops

TOO_MANY: Words = {
    "nl": "voor deze persoon is vandaag al een paar keer begonnen, probeer het morgen of vraag een ander",
    "en": "this was begun several times for this person today, try again tomorrow or ask somebody else",
}
OVER: Words = {"nl": "het herstel is al voorbij", "en": "the recovery is over"}
TWO_PEOPLE: Words = {
    "nl": "een ander dan wie begon moet dit bevestigen",
    "en": "somebody other than who began has to confirm this",
}
OPERATOR_NEEDED: Words = {
    "nl": "deze persoon doet ook iets bij een andere organisatie, daarom moet de beheerder het bevestigen",
    "en": "this person also belongs to another organisation, so the operator has to confirm it",
}


class KnownBy(StrEnum):
    """How a helper knows that it is really them."""

    CALLED_BACK = "CALLED_BACK"
    IN_PERSON = "IN_PERSON"
    VIDEO = "VIDEO"


def digits_of(typed: str) -> str:
    """Spaces, dashes and the like between the digits are for whoever types to choose."""
    return "".join(sign for sign in typed if sign.isascii() and sign.isdigit())


def locator(key: bytes, spoken: str) -> UUID:
    """By which the half that was read out finds its row: a keyed hash of it."""
    return UUID(bytes=fingerprint(key, "recovery", digits_of(spoken))[:16])


def spoken_code(recovery_id: UUID) -> str:
    """The half that the helper who began reads out."""
    return tickets.code(SPOKEN, recovery_id)


def second_code(recovery_id: UUID) -> str:
    """The half that comes by letter, or that a second helper reads out."""
    return tickets.code(SECOND, recovery_id)


def may_go_without_passkey(roles: Iterable[Role]) -> bool:
    """Whether a session without a passkey is enough for everything this person is."""
    return set(roles) <= WITHOUT_PASSKEY
