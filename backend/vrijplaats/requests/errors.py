"""What can be wrong with a wish, in words people can act on."""

from vrijplaats.core.errors import DomainError


class ConsentMissing(DomainError):
    """Nobody said that this is the detainee's own wish."""

    code = "CONSENT_MISSING"
    texts = {
        "nl": "Vraag eerst of dit de eigen wens is, en zet dan het vinkje.",
        "en": "First ask whether this is their own wish, then tick.",
    }


class PlanReference(DomainError):
    """The text names a plan (promise 1). Fields: word, as it was written."""

    code = "PLAN_REFERENCE"
    texts = {
        "nl": 'Een plan is hier niet nodig. Haal "{word}" weg, je tekst staat er nog.',
        "en": 'No plan is needed here. Remove "{word}", your text is still there.',
    }


class CitizenNumber(DomainError):
    """The text carries a citizen number (promise 1)."""

    code = "CITIZEN_NUMBER"
    texts = {
        "nl": "Hier staat een BSN. Haal het weg, dan kun je versturen.",
        "en": "This contains a citizen number. Remove it and you can send.",
    }


class DuplicateRequest(DomainError):
    """The same person already waits for the same. Fields: request_id."""

    code = "DUPLICATE_REQUEST"
    texts = {"nl": "Er loopt al zo'n verzoek. Bekijk het.", "en": "There already is such a request. See it."}


class AlreadyClaimed(DomainError):
    """Another organisation was first."""

    code = "ALREADY_CLAIMED"
    texts = {"nl": "Een andere organisatie was eerst.", "en": "Another organisation was first."}


class StillMatched(DomainError):
    """A name is not erased while somebody visits. Fields: organisation, which ends the match."""

    code = "STILL_MATCHED"
    texts = {
        "nl": "Er komt nog iemand op bezoek. Vraag {organisation} om eerst de koppeling af te ronden.",
        "en": "Somebody still visits. Ask {organisation} to end the match first.",
    }


class StillWaiting(DomainError):
    """A wish still runs, and would end with the name."""

    code = "STILL_WAITING"
    texts = {
        "nl": "Er loopt nog een verzoek. Dat trek je ook in als je de naam wist.",
        "en": "A request is still running. Erasing the name withdraws it too.",
    }
