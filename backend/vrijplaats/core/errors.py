"""Failures a person can do something about, with their words in Dutch and English.

A DomainError raised in an action is handed to the client as data: a member of the mutation's result union.
The few that cannot be data (not signed in, wrong role, unreadable request) become a GraphQL error with a code.
"""

from collections.abc import Mapping
from typing import ClassVar

LOCALES = ("nl", "en")
Words = Mapping[str, str]


class DomainError(Exception):
    """An expected failure: a stable code, a text in each language and the fields the text needs."""

    code: ClassVar[str]
    texts: ClassVar[Words]
    as_data: ClassVar[bool] = True

    def __init__(self, **fields: object) -> None:
        super().__init__(self.code)
        self.fields: dict[str, object] = fields

    def message(self, locale: str) -> str:
        """The text in the reader's language; a field may itself be words in both languages."""
        values = {name: in_language(value, locale) for name, value in self.fields.items()}
        text = in_language(self.texts, locale).format_map(values)
        return text[:1].upper() + text[1:]

    async def keep(self) -> None:
        """What stays of a verb that is undone by this; nothing, as a rule."""


def in_language(value: object, locale: str) -> str:
    """A value as text: words in several languages give the reader's, Dutch when that is missing."""
    if isinstance(value, Mapping):
        return str(value.get(locale, value["nl"]))
    return str(value)


class NotFound(DomainError):
    """No such thing for this actor: it may not exist, or belong to somebody else."""

    code = "NOT_FOUND"
    texts = {"nl": "Dit kunnen we niet vinden.", "en": "We cannot find this."}


class InvalidInput(DomainError):
    """One field does not hold what it needs. Fields: field, requirement, and label when the field's name is no word."""

    code = "INVALID_INPUT"
    texts = {"nl": "{label}: {requirement}.", "en": "{label}: {requirement}."}

    def __init__(self, **fields: object) -> None:
        super().__init__(**{"label": fields.get("field", ""), **fields})


class NotAllowedNow(DomainError):
    """The moment for this has gone. Fields: reason."""

    code = "NOT_ALLOWED_NOW"
    texts = {"nl": "Dit kan nu niet meer: {reason}.", "en": "No longer possible: {reason}."}


class Forbidden(DomainError):
    """Not for this role."""

    code = "FORBIDDEN"
    texts = {"nl": "Dit hoort niet bij jouw werk hier.", "en": "This is not part of your work here."}
    as_data = False


class StepUpNeeded(DomainError):
    """Signed in, but for this the passkey has to be shown again."""

    code = "STEP_UP_NEEDED"
    texts = {
        "nl": "Laat eerst met je passkey zien dat jij het bent.",
        "en": "First show with your passkey that it is you.",
    }
    as_data = False


class PasskeyNeeded(DomainError):
    """Signed in, but for this one needs a passkey and has none."""

    code = "PASSKEY_NEEDED"
    texts = {
        "nl": "Maak eerst een passkey. Dat doe je bij Ik.",
        "en": "First make a passkey. You do that under Me.",
    }
    as_data = False


class SignInAgain(DomainError):
    """Signed in, but too long ago for this."""

    code = "SIGN_IN_AGAIN"
    texts = {
        "nl": "Log eerst opnieuw in. Daarna kan dit tien minuten lang.",
        "en": "Sign in again first. After that you have ten minutes for this.",
    }
    as_data = False


class NotSignedIn(DomainError):
    """Nobody is signed in, or the session is over."""

    code = "UNAUTHENTICATED"
    texts = {"nl": "Log eerst in.", "en": "Sign in first."}
    as_data = False


class SessionOver(NotSignedIn):
    """The session this browser carries has ended. Fields: why, one of the reasons below."""

    texts = {"nl": "{why} Log opnieuw in.", "en": "{why} Sign in again."}
    reasons: ClassVar[Mapping[str, Words]] = {
        "IDLE": {
            "nl": "Je deed een tijd niets, daarom ben je uitgelogd.",
            "en": "You did nothing for a while, so you were signed out.",
        },
        "TIME_UP": {"nl": "Je was lang ingelogd, daarom is het voorbij.", "en": "You were signed in for a long time."},
        "ENDED": {"nl": "Deze sessie is afgesloten.", "en": "This session has ended."},
    }

    def __init__(self, reason: str) -> None:
        super().__init__(why=self.reasons[reason])
        self.reason = reason


class BadRequest(DomainError):
    """A request that no screen of ours makes."""

    code = "BAD_REQUEST"
    texts = {"nl": "Dit verzoek begrijpen we niet.", "en": "We do not understand this request."}
    as_data = False
