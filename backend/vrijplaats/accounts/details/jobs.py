"""Letters about a new address: the code to it, and word to the former one."""

from datetime import timedelta
from uuid import UUID

from vrijplaats.accounts.details.queries import moved_from, waiting_for_code
from vrijplaats.accounts.details.rules import NEW_EMAIL
from vrijplaats.accounts.letters import around, write
from vrijplaats.core import clock, db, tickets
from vrijplaats.core.errors import Words
from vrijplaats.core.jobs import Message, Periodic
from vrijplaats.core.mail import Code

_KEPT = timedelta(days=1)
_SUBJECT: Words = {"nl": "Je code voor je nieuwe e-mailadres", "en": "Your code for your new e-mail address"}
_HERE: Words = {
    "nl": "Met deze code bevestig je dat dit jouw e-mailadres is. Hij werkt tien minuten, en één keer.",
    "en": "With this code you confirm that this is your e-mail address. It works for ten minutes, and once.",
}
_NOT_YOU: Words = {
    "nl": "Vroeg jij dit niet? Dan hoef je niets te doen.",
    "en": "Was this not you? Then you need to do nothing.",
}
_MOVED_SUBJECT: Words = {"nl": "Je e-mailadres is gewijzigd", "en": "Your e-mail address has changed"}
_CALL: Words = {
    "nl": "Was jij dit niet? Bel dan meteen je coördinator.",
    "en": "Was this not you? Then call your coordinator at once.",
}


async def deliver(message: Message) -> None:
    """The letters of this feature; every other message is somebody else's."""
    if message.event == "mail.new_email_code":
        change = UUID(message.payload["change"])
        if to := await waiting_for_code(change):
            await write(message.id, to, _SUBJECT, _HERE, Code(tickets.code(NEW_EMAIL, change)), _NOT_YOU)
    elif message.event == "mail.email_changed" and (moved := await moved_from(UUID(message.payload["change"]))):
        to, at = moved
        await write(message.id, to, _MOVED_SUBJECT, _moved(around(at)), _CALL)


def _moved(moment: Words) -> Words:
    return {
        "nl": f"Je e-mailadres bij Vrijplaats is gewijzigd, {moment['nl']}. Op dit adres krijg je geen post meer.",
        "en": f"Your e-mail address at Vrijplaats has changed, {moment['en']}. You get no more mail at this one.",
    }


async def _forget() -> None:
    await db.execute("delete from email_change where expires_at < $1", clock.now() - _KEPT)


DELIVERIES = (deliver,)
PERIODIC = (Periodic(name="accounts.clean_up_email_changes", run=_forget, minutes=frozenset({20, 50})),)
