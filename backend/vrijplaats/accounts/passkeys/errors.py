"""What can go wrong with a passkey."""

from vrijplaats.core.errors import DomainError


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
    """Without it there is no way in."""

    code = "LAST_PASSKEY"
    texts = {
        "nl": "Dit is je enige passkey. Voeg eerst een andere toe.",
        "en": "This is your only passkey. Add another one first.",
    }
