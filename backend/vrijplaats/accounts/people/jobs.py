"""Whoever's role was changed is told by e-mail."""

from vrijplaats import settings
from vrijplaats.core import db
from vrijplaats.core.errors import Words
from vrijplaats.core.jobs import Message
from vrijplaats.core.mail import Button, Fine, Letter, Part, Text, send

_READ = """
select c.email, p.display_name, p.locale, m.role, coalesce(o.name, f.name) as tenant
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
_HELLO: Words = {"nl": "Dag {name},", "en": "Hello {name},"}
_SWITCH: Words = {
    "nl": "In de app wissel je zelf tussen wat je bent.",
    "en": "In the app you switch between what you are.",
}
_BUTTON: Words = {"nl": "Open Vrijplaats", "en": "Open Vrijplaats"}
_FINE: Words = {
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
    change, locale = message.payload["change"], row["locale"]
    names = {"name": row["display_name"], "tenant": row["tenant"]}
    said = _SAID[change][locale].format(**names)
    parts: list[Part] = [Text(_HELLO[locale].format(**names)), Text(f"{said}.")]
    going_on: list[Part] = (
        [] if change == "ended" else [Text(_SWITCH[locale]), Button(_BUTTON[locale], settings.current().origin)]
    )
    await send(
        Letter(
            id=message.id,
            to=row["email"],
            name=row["display_name"],
            locale=locale,
            subject=said,
            parts=(*parts, *going_on, Fine(_FINE[locale].format(**names))),
        )
    )


DELIVERIES = (send_role_changed,)
