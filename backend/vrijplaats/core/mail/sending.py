"""Sending a letter: by SMTP, or without an SMTP server as a file under `var/mail`, which is what the demo shows."""

import os
import secrets
from datetime import datetime, timedelta
from email.message import EmailMessage
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

import aiosmtplib

from vrijplaats import settings
from vrijplaats.core import clock
from vrijplaats.core.answers import log
from vrijplaats.core.mail.letter import Letter

_SECONDS = 10  # a job has thirty
_PORTS = {"smtp": 587, "smtps": 465}
# A server that does not answer would hold every place of the worker for ten seconds, again and again, and with them all
# that has nothing to do with letters. So one letter asks whether it is back, and the others come again later.
_LEFT_ALONE = timedelta(seconds=20)
_silent: dict[str, datetime] = {}
_NO_ANSWER = (aiosmtplib.SMTPConnectError, aiosmtplib.SMTPTimeoutError, aiosmtplib.SMTPServerDisconnected, OSError)


class ServerSilent(OSError):
    """The mail server did not answer a moment ago."""


class Outcome(StrEnum):
    """What became of a letter."""

    SENT = "SENT"
    REFUSED = "REFUSED"


async def send(letter: Letter) -> Outcome:
    """Hand the letter to the mail server, or keep it as a file. REFUSED when the server will never take it for this
    address; raises (aiosmtplib.SMTPException, OSError) what may be over at a later try."""
    ours = settings.current()
    message = letter.message(sender=ours.mail.sender, origin=ours.origin)
    if ours.mail.smtp_url is None:
        keep(ours.var / "mail", letter, message)
        return Outcome.SENT
    try:
        await _unless_silent(ours.mail.smtp_url, message)
    except aiosmtplib.SMTPRecipientsRefused as refused:
        if all(each.code >= 500 for each in refused.recipients):
            log.warning("mail.refused", letter=str(letter.id), code=refused.recipients[0].code)
            return Outcome.REFUSED
        raise
    return Outcome.SENT


def keep(folder: Path, letter: Letter, message: EmailMessage) -> None:
    """Write the letter as one file, whole or not at all; the same letter again is the same file."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder / f".{letter.id}.{secrets.token_hex(4)}"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(message.as_bytes())
    draft.rename(folder / f"{letter.id}.eml")


async def _unless_silent(url: str, message: EmailMessage) -> None:
    now, until = clock.now(), _silent.get(url)
    if until is not None:
        if now < until:
            raise ServerSilent
        _silent[url] = now + _LEFT_ALONE  # this one asks; who comes meanwhile does not
    try:
        await _by_smtp(url, message)
    except _NO_ANSWER:
        _silent[url] = clock.now() + _LEFT_ALONE
        raise
    _silent.pop(url, None)


async def _by_smtp(url: str, message: EmailMessage) -> None:
    """smtp:// begins in plain and must go over to TLS, unless the server is this machine; smtps:// is TLS from the
    first byte."""
    parts = urlsplit(url)
    host = parts.hostname or "localhost"
    here = host in {"localhost", "127.0.0.1", "::1"}
    await aiosmtplib.send(
        message,
        hostname=host,
        port=parts.port or _PORTS[parts.scheme],
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        use_tls=parts.scheme == "smtps",
        start_tls=None if here or parts.scheme == "smtps" else True,
        timeout=_SECONDS,
    )
