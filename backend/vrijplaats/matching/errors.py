"""What can stand in the way of an invitation or its answer, in words people can act on."""

from collections.abc import Callable

from vrijplaats.core.errors import LOCALES, DomainError, Words
from vrijplaats.matching.facts import Fact
from vrijplaats.matching.words import about, to_them

NOBODY_TO_NAME: Words = {"nl": "Je coördinator", "en": "Your coordinator"}

ALREADY_SAID_NO: Words = {"nl": "je zei al: nu niet", "en": "you already said not now"}
ALREADY_SAID_YES: Words = {"nl": "je hebt al ja gezegd", "en": "you already said yes"}
ALREADY_ENDED: Words = {"nl": "de koppeling is al afgerond", "en": "the match has already ended"}
SETTLED: Words = {"nl": "de vraag is al geregeld", "en": "the request has been settled"}
REQUEST_WITHDRAWN: Words = {"nl": "het verzoek is ingetrokken", "en": "the request was withdrawn"}
REQUEST_CLOSED: Words = {"nl": "het verzoek is afgesloten", "en": "the request was closed"}
WISH_IS_OVER: Words = {
    "nl": "bij deze reden wacht niemand meer op bezoek",
    "en": "with this reason nobody waits for a visit any more",
}
NOBODY_COMES: Words = {
    "nl": "jullie kunnen daar niemand anders zoeken. Rond de koppeling af zonder het verzoek weer open te zetten",
    "en": "you cannot look for somebody else there. End the match without opening the request again",
}
NO_WAVES: Words = {"nl": "er lopen geen rondes", "en": "no rounds are running"}
# what became of a request that waits for nobody any more, by its state
PASSED = {"MATCHED": SETTLED, "WITHDRAWN": REQUEST_WITHDRAWN, "CLOSED": REQUEST_CLOSED}
OTHERS_WERE_FIRST: Words = {"nl": "een andere organisatie was eerst", "en": "another organisation was first"}


class NotEligible(DomainError):
    """Somebody cannot be asked, or cannot accept, today. Fields: reason; help, a sentence or nothing."""

    code = "NOT_ELIGIBLE"
    texts = {"nl": "Dit kan nu niet: {reason}.{help}", "en": "Not possible now: {reason}.{help}"}

    @classmethod
    def for_coordinator(cls, name: str, obstacle: Fact) -> "NotEligible":
        """The first of those chosen who cannot be asked, by name."""
        return cls(reason=_words(lambda locale: f"{name} {about(obstacle, locale)}"), help="")

    @classmethod
    def for_volunteer(cls, obstacle: Fact, coordinator: str | None) -> "NotEligible":
        """Said to the volunteer, with who will help."""
        who = NOBODY_TO_NAME if coordinator is None else dict.fromkeys(LOCALES, coordinator)
        helps = {"nl": f" {who['nl']} helpt je verder.", "en": f" {who['en']} will help."}
        return cls(reason=_words(lambda locale: to_them(obstacle, locale)), help=helps)


class AlreadyMatched(DomainError):
    """The request has a volunteer."""

    code = "ALREADY_MATCHED"
    texts = {"nl": "Er is al iemand.", "en": "Someone has been found."}


class AlreadyOffered(DomainError):
    """There is an open invitation for this volunteer. Fields: name."""

    code = "ALREADY_OFFERED"
    texts = {"nl": "{name} is al gevraagd.", "en": "{name} was asked already."}


class OfferTaken(DomainError):
    """Somebody else accepted first."""

    code = "OFFER_TAKEN"
    texts = {
        "nl": "Iemand was je net voor. Fijn dat je wilde.",
        "en": "Someone was just before you. Thank you for wanting to.",
    }


class OfferExpired(DomainError):
    """The time to answer is over."""

    code = "OFFER_EXPIRED"
    texts = {"nl": "De tijd is om.", "en": "Time is up."}


class OfferWithdrawn(DomainError):
    """The wish, or the invitation, was taken back."""

    code = "OFFER_WITHDRAWN"
    texts = {
        "nl": "Deze vraag is ingetrokken. Je hoeft niets te doen.",
        "en": "This request was withdrawn. Nothing to do.",
    }


class AtCapacity(DomainError):
    """The volunteer visits as many people as they said they would. Fields: people."""

    code = "AT_CAPACITY"
    texts = {
        "nl": "Je bezoekt al {people}, dat is je maximum.",
        "en": "You already visit {people}, your maximum.",
    }

    @classmethod
    def carrying(cls, number: int) -> "AtCapacity":
        """With how many that are."""
        if number == 1:
            return cls(people={"nl": "1 persoon", "en": "1 person"})
        return cls(people={"nl": f"{number} mensen", "en": f"{number} people"})


def _words(text: Callable[[str], str]) -> dict[str, str]:
    return {locale: text(locale) for locale in LOCALES}
