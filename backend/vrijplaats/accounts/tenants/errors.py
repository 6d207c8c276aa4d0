"""What can go wrong when a tenant is let in."""

from vrijplaats.core.errors import DomainError


class NameTaken(DomainError):
    """There is one of this name, or for a prison of this code."""

    code = "NAME_TAKEN"
    texts = {"nl": "Deze naam of code is er al.", "en": "This name or code exists already."}
