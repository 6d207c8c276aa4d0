"""What can go wrong when somebody's role changes."""

from vrijplaats.core.errors import DomainError, Words

ENDED: Words = {"nl": "dit is al beëindigd", "en": "this has ended already"}


class NotContactPerson(DomainError):
    """At a prison, only its contact person lets people in and changes what they are."""

    code = "NOT_CONTACT_PERSON"
    texts = {
        "nl": "Dit doet de contactpersoon van je inrichting.",
        "en": "The contact person of your prison does this.",
    }


class LastOne(DomainError):
    """Nobody would be left to do this work. Fields: what."""

    code = "LAST_ONE"
    texts = {
        "nl": "Dit is de laatste {what}. Maak eerst een ander {what}.",
        "en": "This is the last {what}. First make somebody else {what}.",
    }
    coordinator: Words = {"nl": "coördinator", "en": "coordinator"}
    contact_person: Words = {"nl": "contactpersoon", "en": "contact person"}


class AlreadyCoordinator(DomainError):
    """There is nothing to do."""

    code = "ALREADY_COORDINATOR"
    texts = {"nl": "{name} is al coördinator.", "en": "{name} is a coordinator already."}
