"""What can go wrong when signing in."""

from vrijplaats.core.errors import DomainError


class UnknownPersona(DomainError):
    """No persona of the demo has this key."""

    code = "UNKNOWN_PERSONA"
    texts = {"nl": "Deze rol is er niet in het voorbeeld.", "en": "There is no such role in the demo."}
