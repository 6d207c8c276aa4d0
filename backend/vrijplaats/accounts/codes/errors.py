"""What can go wrong with a code."""

from vrijplaats.core.errors import DomainError


class CodeRefused(DomainError):
    """One answer for a code that is wrong, too old, used, tried too often or of nobody: it tells nothing."""

    code = "CODE_REFUSED"
    texts = {
        "nl": "Deze code klopt niet, of werkt niet meer. Kijk nog eens goed, of vraag een nieuwe code.",
        "en": "This code is not right, or no longer works. Look once more, or ask for a new code.",
    }
