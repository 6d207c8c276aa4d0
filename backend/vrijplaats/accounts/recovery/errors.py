"""What can go wrong on the way back in."""

from vrijplaats.core.errors import DomainError


class RecoveryRefused(DomainError):
    """One answer for every reason, so that nobody learns which recoveries there are."""

    code = "RECOVERY_REFUSED"
    texts = {
        "nl": "Deze codes kloppen niet, of ze gelden niet meer. Kijk ze na, of vraag om nieuwe.",
        "en": "These codes are not right, or no longer valid. Check them, or ask for new ones.",
    }


class PasskeyNeeded(DomainError):
    """For what this person does here, a session without a passkey is not enough."""

    code = "PASSKEY_NEEDED"
    texts = {
        "nl": "Voor jouw werk hier is een passkey nodig. Neem een ander apparaat. Je codes blijven geldig.",
        "en": "Your work here needs a passkey. Take another device. Your codes remain valid.",
    }
