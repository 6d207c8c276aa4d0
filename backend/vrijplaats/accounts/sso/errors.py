"""What can go wrong with a provider, and on the way to it and back."""

from typing import ClassVar

from vrijplaats.core.errors import DomainError


class Unanswered(Exception):
    """A provider that does not answer, or answers with what cannot be used. The text is for the log: no person's data,
    nothing that a provider says."""


class IssuerDiffers(Unanswered):
    """What answers there calls itself something else."""


class Refused(Exception):
    """The journey ends here. `code` is all the screen learns; its words are in the app (features/accounts/sso)."""

    CODES: ClassVar = (
        "AGAIN",  # too late, used before, or begun in another browser
        "STOPPED",  # the person or the provider broke it off
        "PROVIDER",  # the provider does not answer, or not as it should
        "ENDED",  # there is no such provider any more
        "NOT_LINKED",
        "NO_MEMBERSHIP",
        "LINKED_ELSEWHERE",
    )

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ProviderUnreachable(DomainError):
    """The provider does not answer as one should, so nothing is kept."""

    code = "PROVIDER_UNREACHABLE"
    texts = {
        "nl": "Deze inlogdienst geeft geen goed antwoord. Kijk het adres na, of probeer het straks opnieuw.",
        "en": "This provider does not answer as it should. Check the address, or try again later.",
    }


class ProviderCallsItselfOtherwise(DomainError):
    """The issuer has to be the same to the letter."""

    code = "ISSUER_DIFFERS"
    texts = {
        "nl": "De inlogdienst noemt zichzelf anders dan dit adres. Neem het adres over zoals de inlogdienst het geeft.",
        "en": "The provider calls itself something else. Copy the address exactly as the provider gives it.",
    }


class SecretNeeded(DomainError):
    """A kept secret is never sent to another provider than the one it was given for."""

    code = "SECRET_NEEDED"
    texts = {
        "nl": "Vul het client-secret in. Bij een nieuw adres gebruiken we het oude niet.",
        "en": "Fill in the client secret. For a new address the old one is not used.",
    }


class LastWayIn(DomainError):
    """Without it there is no way in."""

    code = "LAST_WAY_IN"
    texts = {
        "nl": "Dit is je enige manier om in te loggen. Voeg eerst een passkey toe, of bevestig je e-mailadres.",
        "en": "This is your only way to sign in. First add a passkey, or confirm your e-mail address.",
    }
