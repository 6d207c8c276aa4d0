"""The letter to somebody who is invited."""

from typing import Any
from uuid import UUID

from vrijplaats.accounts.letters import HELLO
from vrijplaats.core.actor import Role
from vrijplaats.core.errors import Words
from vrijplaats.core.mail import Button, Fine, Letter, Text

AS: dict[Role, Words] = {
    Role.VOLUNTEER: {"nl": "vrijwilliger", "en": "a volunteer"},
    Role.COORDINATOR: {"nl": "coördinator", "en": "a coordinator"},
    Role.STAFF: {"nl": "medewerker", "en": "a member of staff"},
    Role.FUNDER: {"nl": "lezer van publicaties", "en": "a reader of publications"},
    Role.OPERATOR: {"nl": "beheerder", "en": "an operator"},
}
_SUBJECT: Words = {"nl": "{inviter} nodigt je uit bij {tenant}", "en": "{inviter} invites you to {tenant}"}
_WHAT: Words = {
    "nl": "{inviter} van {tenant} nodigt je uit om mee te doen in Vrijplaats, als {what}.",
    "en": "{inviter} of {tenant} invites you to take part in Vrijplaats, as {what}.",
}
_WHAT_OPERATOR: Words = {
    "nl": "{inviter} nodigt je uit om mee te doen in Vrijplaats, voor {tenant}, als {what}.",
    "en": "{inviter} invites you to take part in Vrijplaats, for {tenant}, as {what}.",
}
_BUTTON: Words = {"nl": "Bekijk de uitnodiging", "en": "See the invitation"}
_FINE: Words = {
    "nl": "De link werkt één keer, tot {until}. Ken je {inviter} niet? Gooi deze mail dan weg, dan gebeurt er niets.",
    "en": "The link works once, until {until}. Do you not know {inviter}? Delete this mail and nothing happens.",
}


def invitation_letter(letter_id: UUID, row: dict[str, Any], *, url: str, until: str) -> Letter:
    """To whom is asked, in the language the inviter chose for them."""
    locale = row["locale"]
    names = {
        "name": row["display_name"],
        "inviter": row["inviter"],
        "tenant": row["tenant"],
        "what": AS[Role(row["role"])][locale],
        "until": until,
    }
    what = _WHAT_OPERATOR if row["by_operator"] else _WHAT
    return Letter(
        id=letter_id,
        to=row["email"],
        name=row["display_name"],
        locale=locale,
        subject=_SUBJECT[locale].format(**names),
        parts=(
            Text(HELLO[locale].format(**names)),
            Text(what[locale].format(**names)),
            Button(_BUTTON[locale], url),
            Fine(_FINE[locale].format(**names)),
        ),
    )
