"""Whoever's role was changed is told by e-mail."""

from vrijplaats import settings
from vrijplaats.accounts.letters import Addressee, write
from vrijplaats.core import db
from vrijplaats.core.errors import Words
from vrijplaats.core.jobs import Message

_READ = """
select c.email, p.display_name as name, p.locale, coalesce(o.name, f.name) as tenant
from membership m
join person p on p.id = m.person_id
join person_contact c on c.person_id = m.person_id
left join organisation o on o.id = m.organisation_id
left join facility f on f.id = m.facility_id
where m.id = $1::uuid and c.email is not null
"""
_SAID: dict[str, Words] = {
    "coordinator": {
        "nl": "Je bent nu ook coördinator bij {tenant}",
        "en": "You are now a coordinator of {tenant} as well",
    },
    "contact": {"nl": "Je bent nu contactpersoon van {tenant}", "en": "You are now the contact person of {tenant}"},
    "no_contact": {
        "nl": "Je bent geen contactpersoon meer van {tenant}",
        "en": "You are no longer the contact person of {tenant}",
    },
    "ended": {"nl": "Je doet niet meer mee bij {tenant}", "en": "You no longer take part in {tenant}"},
}
_SWITCH: Words = {
    "nl": "In de app wissel je zelf tussen wat je bent.",
    "en": "In the app you switch between what you are.",
}
_BUTTON: Words = {"nl": "Open Vrijplaats", "en": "Open Vrijplaats"}
_CALL: Words = {
    "nl": "Klopt dit niet? Bel je contact bij {tenant}.",
    "en": "Is this not right? Call your contact at {tenant}.",
}


async def send_role_changed(message: Message) -> None:
    """Send the letter; nothing to somebody without an address."""
    if message.event != "mail.role_changed":
        return
    row = await db.fetch_one(_READ, message.payload["membership"])
    if row is None:
        return
    change, tenant = message.payload["change"], row.pop("tenant")
    said, call = _filled(_SAID[change], tenant), _filled(_CALL, tenant)
    going_on = () if change == "ended" else (_SWITCH, (_BUTTON, settings.current().origin))
    await write(
        message.id, Addressee(**row), said, {locale: f"{text}." for locale, text in said.items()}, *going_on, call
    )


def _filled(words: Words, tenant: str) -> Words:
    return {locale: text.format(tenant=tenant) for locale, text in words.items()}


DELIVERIES = (send_role_changed,)
