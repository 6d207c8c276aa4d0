"""What no line that people type about a volunteer may say (promise 1): a plan, an offence, a citizen number. Pure."""

from vrijplaats.core.errors import InvalidInput, Words
from vrijplaats.volunteers.offences import offence_word
from vrijplaats.volunteers.screening import carries_citizen_number, plan_reference

_PLAN: Words = {"nl": "laat weg wat over een plan gaat", "en": "leave out what is about a plan"}
_OFFENCE: Words = {
    "nl": "laat weg waarvoor of hoelang iemand vastzit",
    "en": "leave out what somebody is inside for, or for how long",
}
_NUMBER: Words = {"nl": "laat een burgerservicenummer weg", "en": "leave a citizen number out"}


def what_may_not(text: str) -> Words | None:
    """What has to be left out of it; None when nothing has to."""
    if plan_reference(text):
        return _PLAN
    if offence_word(text):
        return _OFFENCE
    return _NUMBER if carries_citizen_number(text) else None


def screened(text: str, *, field: str, label: Words) -> str:
    """The text, when it may be kept as it is; raises InvalidInput, which leaves what was typed where it is."""
    if requirement := what_may_not(text):
        raise InvalidInput(field=field, label=label, requirement=requirement)
    return text
