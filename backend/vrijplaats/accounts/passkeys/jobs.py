"""Letters when one's passkeys change, so that it is noticed when it was somebody else."""

from datetime import datetime
from uuid import UUID

from vrijplaats.accounts.letters import addressee, around, write
from vrijplaats.core.errors import Words
from vrijplaats.core.jobs import Message

_SUBJECTS: dict[str, Words] = {
    "mail.passkey_added": {"nl": "Er is een passkey toegevoegd", "en": "A passkey was added"},
    "mail.passkey_removed": {"nl": "Er is een passkey weggehaald", "en": "A passkey was removed"},
}
_WHAT: dict[str, Words] = {
    "mail.passkey_added": {
        "nl": "Bij je account van Vrijplaats is een passkey toegevoegd, {moment}. Daarmee kun je voortaan inloggen.",
        "en": "A passkey was added to your Vrijplaats account, {moment}. You can sign in with it from now on.",
    },
    "mail.passkey_removed": {
        "nl": "Bij je account van Vrijplaats is een passkey weggehaald, {moment}. Daarmee kun je niet meer inloggen.",
        "en": "A passkey was removed from your Vrijplaats account, {moment}. You can no longer sign in with it.",
    },
}
_NOT_YOU: Words = {
    "nl": "Was jij dit niet? Bel dan meteen je coördinator.",
    "en": "Was this not you? Then call your coordinator at once.",
}


async def deliver(message: Message) -> None:
    """The letters of this feature; every other message is somebody else's."""
    subject = _SUBJECTS.get(message.event)
    if subject is None:
        return
    if to := await addressee(UUID(message.payload["person"])):
        moment = around(datetime.fromisoformat(message.payload["at"]))
        what = {locale: text.format(moment=moment[locale]) for locale, text in _WHAT[message.event].items()}
        await write(message.id, to, subject, what, _NOT_YOU)


DELIVERIES = (deliver,)
