"""What can go wrong with an invitation."""

from vrijplaats.core.errors import DomainError, Words

NOT_OPEN: Words = {"nl": "deze uitnodiging is al gebruikt of ingetrokken", "en": "it was used or withdrawn already"}
NOT_YOURS: Words = {
    "nl": "kies een rol waarvoor je mensen uitnodigt",
    "en": "choose a role for which you invite people",
}
TOO_MANY_ROUNDS: Words = {
    "nl": "deze is al vaak verstuurd, trek hem in en maak een nieuwe",
    "en": "it was sent many times, withdraw it and make a new one",
}
NO_ADDRESS: Words = {"nl": "er is geen e-mailadres bij", "en": "there is no e-mail address"}


class TooManyInvitations(DomainError):
    """The inviter has sent as many as fit in a day."""

    code = "TOO_MANY_INVITATIONS"
    texts = {
        "nl": "Je hebt vandaag al {most} mensen uitgenodigd. Ga morgen verder.",
        "en": "You invited {most} people today. Go on tomorrow.",
    }


class AlreadyInvited(DomainError):
    """The same address is asked for the same thing already, by this tenant."""

    code = "ALREADY_INVITED"
    texts = {
        "nl": "Deze uitnodiging staat al open. Verstuur die opnieuw.",
        "en": "This invitation is open already. Send that one again.",
    }


class InvitationOver(DomainError):
    """One answer to a link that is used, expired, withdrawn, replaced or made up."""

    code = "INVITATION_OVER"
    texts = {
        "nl": "Deze uitnodiging werkt niet meer. Vraag om een nieuwe.",
        "en": "This invitation no longer works. Ask for a new one.",
    }


class SignInFirst(DomainError):
    """Whoever was asked is somebody already."""

    code = "SIGN_IN_FIRST"
    texts = {
        "nl": "Je hebt al een account. Log eerst in, dan neem je de uitnodiging aan.",
        "en": "You have an account already. Sign in first, then accept the invitation.",
    }
