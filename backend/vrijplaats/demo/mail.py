"""The letters of the demo, which reach nobody: read from `var/mail` for the page that shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path
from uuid import UUID

MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLetter:
    """A letter as somebody would read it; `sent_at` in ISO 8601."""

    id: str
    to: str
    name: str
    subject: str
    sent_at: str
    text: str


def kept_letters(folder: Path) -> list[KeptLetter]:
    """The newest letters first, fifty at most."""
    files = sorted(folder.glob("[!.]*.eml"), key=lambda file: file.stat().st_mtime_ns, reverse=True)[:MOST]
    return list(_read(files))


def _read(files: list[Path]) -> Iterator[KeptLetter]:
    for file in files:
        message = message_from_bytes(file.read_bytes(), policy=default)
        assert isinstance(message, EmailMessage)
        body = message.get_body(("plain",))
        name, address = parseaddr(str(message["To"]))
        yield KeptLetter(
            id=str(UUID(file.stem)),
            to=address,
            name=name,
            subject=str(message["Subject"]),
            sent_at=parsedate_to_datetime(str(message["Date"])).isoformat(),
            text=body.get_content().replace("\r\n", "\n") if body else "",
        )
