"""Why a pair of a proposal cannot be asked any more."""

from vrijplaats.core.errors import DomainError


class AskedMeanwhile(DomainError):
    """Somebody has been asked for this person since the proposal was made."""

    code = "ALREADY_OFFERED"
    texts = {"nl": "Er is net al iemand gevraagd.", "en": "Somebody has just been asked already."}


class NoFreePlace(DomainError):
    """The volunteer has no place beside what they visit and are asked for. Fields: name."""

    code = "AT_CAPACITY"
    texts = {"nl": "{name} heeft geen plek meer vrij.", "en": "{name} has no free place left."}
