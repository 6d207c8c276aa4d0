"""The same to read (GDPR articles 13 and 15): one document that opens without a connection, and can be printed."""

from collections.abc import AsyncIterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from html import escape
from typing import Any

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from vrijplaats.core.actor import Actor
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import Words, in_language
from vrijplaats.core.own_data import Kept, Row, Section, words
from vrijplaats.mydata.queries import pages
from vrijplaats.mydata.sections import LEFT_OUT, SECTIONS

# what somebody may want to read; the file for programs has all of it
MOST_READ = 500
_TITLE = words("Mijn gegevens bij Vrijplaats", "My data at Vrijplaats")
_MADE = words("Gemaakt op {moment}.", "Made on {moment}.")
_INTRO = words(
    "Dit is alles wat Vrijplaats over jou bewaart, van elke organisatie en inrichting waar je iets bent"
    " of was. Bewaar het"
    " op een plek die van jou is.",
    "This is all that Vrijplaats keeps about you, of every organisation and facility where you are or"
    " were something. Keep"
    " it in a place that is yours.",
)
_RIGHTS = words(
    "Klopt er iets niet? Vraag een correctie in de app, onder Ik, Mijn gegevens. Daar kun je ook"
    " stoppen. Kom je er samen"
    " niet uit, dan kun je naar de Autoriteit Persoonsgegevens.",
    "Is something not right? Ask for a correction in the app, under Me, My data. There you can leave,"
    " too. If you do not"
    " agree with us, you can go to the Dutch Data Protection Authority.",
)
_CONTENTS = words("Wat staat erin", "What is in it")
_WHY, _UNTIL = words("Waarvoor", "What for"), words("Hoe lang", "How long")
_NOTHING = words("Hier bewaren we niets van je.", "Here we keep nothing of you.")
_MORE = words(
    "Er is meer dan hier past. Alles staat in het bestand voor programma's (JSON).",
    "There is more than fits here. All of it is in the file for programs (JSON).",
)
_LEFT_OUT = words("Wat er niet in staat, en waarom", "What is not in it, and why")
_YES, _NO = words("ja", "yes"), words("nee", "no")
_WHEN = {"nl": "d MMMM y, HH.mm 'uur'", "en": "d MMMM y, HH:mm"}
# the app's own colours (pwa/src/tokens.css); everything is in the file, nothing is fetched
_STYLE = """
:root { color-scheme: light; --bg: #faf6f4; --surface: #fff; --text: #2b1d2b; --quiet: #665764; --line: #e8dedc;
  --primary: #66295f; font: 1rem/1.5 system-ui, sans-serif; }
@media (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --bg: #171114; --surface: #221a20; --text: #f4ecf1; --quiet: #bfaebb; --line: #3a2e37;
    --primary: #e5b3dd; }
}
body { background: var(--bg); color: var(--text); max-width: 46rem; margin: 0 auto; padding: 1.25rem;
  overflow-wrap: anywhere; }
h1, h2 { line-height: 1.25; } h1 { font-size: 1.75rem; } h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; }
a { color: var(--primary); } nav li { padding: .35rem 0; }
.about, dt { color: var(--quiet); } .about { margin: 0 0 .75rem; }
ol.rows { list-style: none; margin: 0; padding: 0 1.25rem; background: var(--surface); border-radius: 1.25rem; }
ol.rows > li { padding: 1rem 0; } ol.rows > li + li { border-top: 1px solid var(--line); }
dl { display: grid; grid-template-columns: minmax(6rem, 9rem) 1fr; gap: .25rem .75rem; margin: 0; } dd { margin: 0; }
@media (max-width: 21rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
@media print {
  :root { color-scheme: light; --bg: #fff; --surface: #fff; --text: #000; --quiet: #333; --line: #999;
    --primary: #000; }
  nav { display: none; } ol.rows { padding: 0; } li { break-inside: avoid; } h2 { break-after: avoid; }
}
"""


async def readable(actor: Actor, made_at: datetime) -> AsyncIterator[str]:
    """The document, piece by piece; every value is escaped."""
    locale = actor.locale
    title, moment = in_language(_TITLE, locale), _shown(made_at, locale)
    yield f'<!doctype html>\n<html lang="{escape(locale)}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>"
    yield f"<h1>{escape(title)}</h1>" + _paragraph(_MADE, locale, moment=moment)
    yield _paragraph(_INTRO, locale) + _paragraph(_RIGHTS, locale) + _contents(locale)
    for section in SECTIONS:
        yield _head(section, locale)
        async for piece in _rows(actor, section):
            yield piece
    yield f"<h2>{escape(in_language(_LEFT_OUT, locale))}</h2><ul>"
    yield "".join(f"<li>{escape(in_language(each.why, locale))}</li>" for each in LEFT_OUT)
    yield "</ul></main></body></html>\n"


async def _rows(actor: Actor, section: Section) -> AsyncIterator[str]:
    shown = 0
    async for rows in pages(actor, section):
        if shown == 0:
            yield '<ol class="rows">'
        fitting = rows[: MOST_READ - shown]
        yield "".join(f"<li><dl>{_row(section, row, actor.locale)}</dl></li>" for row in fitting)
        shown += len(fitting)
        if len(fitting) < len(rows):
            yield "</ol>" + _paragraph(_MORE, actor.locale)
            return
    yield "</ol>" if shown else _paragraph(_NOTHING, actor.locale)


def _contents(locale: str) -> str:
    lines = "".join(
        f'<li><a href="#{section.name}">{escape(in_language(section.title, locale))}</a></li>' for section in SECTIONS
    )
    name = escape(in_language(_CONTENTS, locale))
    return f'<nav aria-label="{name}"><p><b>{name}</b></p><ol>{lines}</ol></nav>'


def _head(section: Section, locale: str) -> str:
    about = "".join(
        f"{escape(in_language(label, locale))}: {escape(in_language(value, locale).rstrip('.'))}.<br>"
        for label, value in ((_WHY, section.why), (_UNTIL, section.until))
    )
    return f'<h2 id="{section.name}">{escape(in_language(section.title, locale))}</h2><p class="about">{about}</p>'


def _row(section: Section, row: Row, locale: str) -> str:
    return "".join(
        f"<dt>{escape(in_language(kept.label, locale))}</dt><dd>{escape(_in_words(kept, row[kept.name], locale))}</dd>"
        for kept in section.kept
        if not kept.for_programs and row[kept.name] not in (None, [], {})
    )


def _in_words(kept: Kept, value: Any, locale: str) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_in_words(kept, each, locale) for each in value)
    if kept.said is not None:
        return kept.said(value, locale)
    if isinstance(value, str) and value in kept.codes:
        return in_language(kept.codes[value], locale)
    return _shown(value, locale)


def _shown(value: Any, locale: str) -> str:
    """A value as one reads it, in Amsterdam's time."""
    if isinstance(value, bool):
        return in_language(_YES if value else _NO, locale)
    if isinstance(value, datetime):
        return format_datetime(value.astimezone(AMSTERDAM), _WHEN[locale], locale=locale)
    if isinstance(value, date):
        return format_date(value, "d MMMM y", locale=locale)
    if isinstance(value, time):
        return value.strftime("%H.%M" if locale == "nl" else "%H:%M")
    if isinstance(value, Decimal | float):
        return format_decimal(value, locale=locale)
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {each}" for name, each in value.items())
    return str(value)


def _paragraph(text: Words, locale: str, **fields: str) -> str:
    return f"<p>{escape(in_language(text, locale).format(**fields))}</p>"
