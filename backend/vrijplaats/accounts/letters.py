"""To whom a letter about somebody's own account goes, and how it says when and where something happened."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vrijplaats.core import db
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import Words, in_language
from vrijplaats.core.mail import Button, Code, Fine, Letter, Text, send

_ADDRESSEE = """
select c.email, p.display_name as name, p.locale from person p join person_contact c on c.person_id = p.id
where p.id = $1 and c.email is not null
"""
HELLO: Words = {"nl": "Hallo {name},", "en": "Hello {name},"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Somebody who can be written to."""

    email: str
    name: str
    locale: str


async def addressee(person_id: UUID) -> Addressee | None:
    """A person's own address, name and language; None without an address. For the worker."""
    row = await db.fetch_one(_ADDRESSEE, person_id)
    return None if row is None else Addressee(**row)


async def write(letter_id: UUID, to: Addressee, subject: Words, *parts: Words | Code | tuple[Words, str]) -> None:
    """Send a letter that greets; words are paragraphs, the last ones small, a pair is a button and where it leads."""
    shown: list[Text | Button | Code | Fine] = [Text(in_language(HELLO, to.locale).format(name=to.name))]
    for number, part in enumerate(parts, 1):
        match part:
            case Code():
                shown.append(part)
            case (label, url):
                shown.append(Button(in_language(label, to.locale), url))
            case words:
                text = in_language(words, to.locale)
                shown.append(Fine(text) if number == len(parts) else Text(text))
    await send(
        Letter(
            id=letter_id,
            to=to.email,
            name=to.name,
            locale=to.locale,
            subject=in_language(subject, to.locale),
            parts=shown,
        )
    )


def around(moment: datetime) -> Words:
    """The moment as one remembers it, to the quarter of an hour: "rond 14.15 uur"."""
    there = moment.astimezone(AMSTERDAM)
    minute = 15 * (there.minute // 15)
    return {"nl": f"rond {there.hour}.{minute:02d} uur", "en": f"around {there.hour}:{minute:02d}"}
