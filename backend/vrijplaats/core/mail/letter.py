"""What a letter says, and the message that is made of it."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import urlsplit
from uuid import UUID

from vrijplaats.core import clock

_SIGNED = {
    "nl": "Vrijplaats: een mens voor iedereen in detentie die daarom vraagt.",
    "en": "Vrijplaats: a human being for everyone in prison who asks for one.",
}
_PAGE = """<!doctype html>
<html lang="{locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>{subject}</title></head>
<body style="margin:0;padding:24px;font:17px/1.5 system-ui,sans-serif">
<div style="max-width:34em;margin:0 auto">
{parts}
<p style="margin-top:32px;font-size:14px;opacity:.75">{signed}</p>
</div></body></html>
"""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Button:
    """The one thing to do, at an address of ours."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Code:
    """Digits to type over."""

    digits: str


@dataclass(frozen=True, slots=True)
class Fine:
    """What one reads when something is unexpected."""

    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Several things, a line each."""

    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class Link:
    """Something one may do besides, at an address of ours."""

    label: str
    url: str


Part = Text | Button | Code | Fine | Lines | Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter to one address. The id makes a second delivery recognisable as the same letter. The name may be empty;
    `stop` is where a mail program ends such letters with one press (RFC 8058)."""

    id: UUID
    to: str
    name: str
    locale: str
    subject: str
    parts: Sequence[Part]
    stop: str | None = None

    def message(self, *, sender: str, origin: str) -> EmailMessage:
        """As it travels: text and HTML, from `sender`, of the program at `origin`. Raises ValueError for an address
        or subject that is none (a line break in it, for one)."""
        message = EmailMessage(policy=SMTP)
        message["From"] = Address("Vrijplaats", addr_spec=sender)
        message["To"] = Address(self.name, addr_spec=self.to)
        message["Subject"] = self.subject
        message["Date"] = format_datetime(clock.now())
        message["Message-ID"] = f"<{self.id}@{urlsplit(origin).hostname or 'localhost'}>"
        message["Auto-Submitted"] = "auto-generated"  # so that nobody's out-of-office answers (RFC 3834)
        if self.stop is not None:
            message["List-Unsubscribe"] = f"<{self.stop}>"
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        message.set_content(self._plain())
        message.add_alternative(self._html(), subtype="html")
        message["Content-Language"] = self.locale  # last: setting content forgets every header about content
        return message

    def _plain(self) -> str:
        return "\n\n".join([*(_plain(part) for part in self.parts), f"-- \n{_SIGNED[self.locale]}"]) + "\n"

    def _html(self) -> str:
        return _PAGE.format(
            locale=self.locale,
            subject=html.escape(self.subject),
            parts="\n".join(_html(part) for part in self.parts),
            signed=_SIGNED[self.locale],
        )


def _plain(part: Part) -> str:
    match part:
        case Text(text) | Fine(text):
            return text
        case Button(label, url) | Link(label, url):
            return f"{label}:\n{url}"
        case Lines(lines):
            return "\n".join(f"- {line}" for line in lines)
        case Code(digits):
            return f"    {_grouped(digits)}"


def _html(part: Part) -> str:
    match part:
        case Text(text):
            return f"<p>{html.escape(text)}</p>"
        case Fine(text):
            return f'<p style="font-size:14px;opacity:.75">{html.escape(text)}</p>'
        case Button(label, url):
            return (
                f'<p style="margin:24px 0"><a href="{html.escape(url)}" style="display:inline-block;padding:14px 22px;'
                f'border-radius:14px;background:#5b2a52;color:#fff;text-decoration:none">{html.escape(label)}</a></p>'
            )
        case Link(label, url):
            return f'<p style="font-size:14px"><a href="{html.escape(url)}">{html.escape(label)}</a></p>'
        case Lines(lines):
            return f"<ul>{''.join(f'<li>{html.escape(line)}</li>' for line in lines)}</ul>"
        case Code(digits):
            return (
                '<p style="margin:24px 0;font:600 30px/1.2 ui-monospace,monospace;letter-spacing:.08em">'
                f"{html.escape(_grouped(digits))}</p>"
            )


def _grouped(digits: str) -> str:
    """Two groups, as one reads them aloud."""
    return f"{digits[:4]} {digits[4:]}"
