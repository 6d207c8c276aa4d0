"""What can go wrong with a passkey."""

from vrijplaats.core.errors import DomainError, Words


class PasskeyRefused(DomainError):
    """One answer for every reason, so that nobody learns which passkeys there are."""

    code = "PASSKEY_REFUSED"
    texts = {
        "nl": "Met deze passkey kun je hier niet inloggen. Probeer het opnieuw, of kies een andere.",
        "en": "You cannot sign in here with this passkey. Try again, or choose another one.",
    }


class PasskeyNotAdded(DomainError):
    """What the device answered to being asked for a new passkey is not what was asked."""

    code = "PASSKEY_NOT_ADDED"
    texts = {
        "nl": "De passkey is niet toegevoegd. Begin opnieuw.",
        "en": "The passkey was not added. Start again.",
    }


class LastPasskey(DomainError):
    """Without it there is no way in. Fields: why, and what to do."""

    code = "LAST_PASSKEY"
    texts = {"nl": "{why}", "en": "{why}"}
    alone: Words = {
        "nl": "Zonder deze passkey kun je niet meer inloggen. Voeg eerst een andere toe, of bevestig je e-mailadres.",
        "en": "Without this passkey you cannot sign in any more. Add another one first, or confirm your e-mail.",
    }
    operator: Words = {
        "nl": "Wie Vrijplaats beheert, houdt een passkey. Voeg eerst een andere toe.",
        "en": "Who runs Vrijplaats keeps a passkey. Add another one first.",
    }
