"""Letters with codes and about codes; codes that are over are forgotten."""

from datetime import datetime, timedelta
from uuid import UUID

from vrijplaats.accounts.codes.queries import WaitingCode, waiting_code
from vrijplaats.accounts.codes.rules import SIGN_IN
from vrijplaats.accounts.letters import addressee, around, write
from vrijplaats.accounts.rules import device_words
from vrijplaats.core import clock, db, tickets
from vrijplaats.core.errors import Words
from vrijplaats.core.jobs import Message, Periodic
from vrijplaats.core.mail import Code

_KEPT = timedelta(days=1)
_SUBJECT: Words = {"nl": "Je code om in te loggen", "en": "Your code to sign in"}
_HERE: Words = {
    "nl": "Dit is je code om in te loggen bij Vrijplaats. Hij werkt tien minuten, en één keer.",
    "en": "This is your code to sign in to Vrijplaats. It works for ten minutes, and once.",
}
_KEEP: Words = {
    "nl": "Geef deze code aan niemand. Wij vragen er nooit naar.",
    "en": "Give this code to nobody. We never ask for it.",
}
_NOT_YOU: Words = {
    "nl": "Vroeg jij dit niet? Dan hoef je niets te doen.",
    "en": "Was this not you? Then you need to do nothing.",
}
_PASSKEY_SUBJECT: Words = {"nl": "Log in met je passkey", "en": "Sign in with your passkey"}
_PASSKEY: Words = {
    "nl": "Er is een code gevraagd om in te loggen. Als beheerder met een passkey log je alleen daarmee in.",
    "en": "A code to sign in was asked for. As operator with a passkey you sign in with that only.",
}
_USED_SUBJECT: Words = {"nl": "Er is ingelogd met een code", "en": "Somebody signed in with a code"}
_WAS_IT_YOU: Words = {
    "nl": "Was jij dit niet? Log dan in met je passkey, kijk bij Ik waar je bent ingelogd, en log daar uit. Bel ook je "
    "coördinator.",
    "en": "Was this not you? Then sign in with your passkey, look under Me where you are signed in, and sign out "
    "there. Call your coordinator too.",
}


async def deliver(message: Message) -> None:
    """The letters of this feature; every other message is somebody else's."""
    if message.event == "mail.sign_in_code":
        code_id = UUID(message.payload["code"])
        if found := await waiting_code(code_id):
            await _send_code(message.id, code_id, found)
    elif message.event == "mail.code_used" and (to := await addressee(UUID(message.payload["person"]))):
        moment = around(datetime.fromisoformat(message.payload["at"]))
        await write(message.id, to, _USED_SUBJECT, _used(message.payload["device"], moment), _WAS_IT_YOU)


async def _send_code(letter_id: UUID, code_id: UUID, found: WaitingCode) -> None:
    asked = _asked(found.device, around(found.created_at))
    if found.passkey_only:
        await write(letter_id, found.to, _PASSKEY_SUBJECT, _PASSKEY, asked, _NOT_YOU)
    else:
        digits = Code(tickets.code(SIGN_IN, code_id))
        await write(letter_id, found.to, _SUBJECT, _HERE, digits, asked, _KEEP, _NOT_YOU)


def _asked(device: str, moment: Words) -> Words:
    return {
        "nl": f"Gevraagd {moment['nl']}, op: {device_words(device, 'nl')}.",
        "en": f"Asked for {moment['en']}, on: {device_words(device, 'en')}.",
    }


def _used(device: str, moment: Words) -> Words:
    return {
        "nl": f"Er is bij Vrijplaats ingelogd met een code uit je e-mail, {moment['nl']}. "
        f"Op: {device_words(device, 'nl')}.",
        "en": f"Somebody signed in to Vrijplaats with a code from your e-mail, {moment['en']}. "
        f"On: {device_words(device, 'en')}.",
    }


async def _forget() -> None:
    await db.execute("delete from sign_in_code where expires_at < $1", clock.now() - _KEPT)


DELIVERIES = (deliver,)
PERIODIC = (Periodic(name="accounts.clean_up_codes", run=_forget, minutes=frozenset({15, 45})),)
