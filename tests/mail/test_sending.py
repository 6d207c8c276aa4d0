"""Letters: what they hold, and that they leave, through a real SMTP server or into a file."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import aiosmtplib
import pytest
import pytest_asyncio

from tests.mail.postbox import Postbox, a_postbox
from vrijplaats import settings as program
from vrijplaats.core import clock
from vrijplaats.core.mail import Button, Code, Fine, Letter, Outcome, Text, send
from vrijplaats.demo.mail import kept_letters
from vrijplaats.keys import SettingsError
from vrijplaats.settings import Mail, Settings, load


@pytest_asyncio.fixture(loop_scope="module")
async def postbox() -> AsyncIterator[tuple[Postbox, str]]:
    async with a_postbox() as running:
        yield running


def _letter(**changes: Any) -> Letter:
    parts = (Text("Hallo <Els>,"), Button("Kom erbij", "http://localhost/x?a=1&b=2"), Code("12345678"), Fine("Let op."))
    given: dict[str, Any] = {
        "id": uuid4(),
        "to": "els@example.org",
        "name": "Els Bakker",
        "locale": "nl",
        "subject": "Eén uitnodiging",
        "parts": parts,
        **changes,
    }
    return Letter(**given)


async def test_it_leaves_by_smtp_in_plain_and_html(settings: Settings, postbox: tuple[Postbox, str]) -> None:
    box, url = postbox
    program.use(replace(settings, mail=Mail(smtp_url=url, sender="post@vrijplaats.example")))
    letter = _letter()
    assert await send(letter) is Outcome.SENT
    (message,) = box.letters
    assert message["To"] == "Els Bakker <els@example.org>"
    assert message["From"] == "Vrijplaats <post@vrijplaats.example>"
    assert message["Subject"] == "Eén uitnodiging"
    assert message["Message-ID"] == f"<{letter.id}@localhost>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "nl"
    plain, formatted = (message.get_body((kind,)) for kind in ("plain", "html"))
    assert plain is not None and formatted is not None
    assert "Hallo <Els>," in plain.get_content() and "1234 5678" in plain.get_content()
    assert "http://localhost/x?a=1&b=2" in plain.get_content()
    assert "Hallo &lt;Els&gt;," in formatted.get_content() and "a=1&amp;b=2" in formatted.get_content()


async def test_an_address_that_is_refused_for_good_is_not_tried_for_ever(
    settings: Settings, postbox: tuple[Postbox, str]
) -> None:
    box, url = postbox
    program.use(replace(settings, mail=Mail(smtp_url=url, sender="post@vrijplaats.example")))
    box.answer = "550 no such person"
    assert await send(_letter()) is Outcome.REFUSED
    box.answer = "451 come back later"
    with pytest.raises(aiosmtplib.SMTPException):
        await send(_letter())


async def test_a_server_that_is_away_is_tried_again(settings: Settings) -> None:
    program.use(replace(settings, mail=Mail(smtp_url="smtp://127.0.0.1:9", sender="post@vrijplaats.example")))
    with pytest.raises((aiosmtplib.SMTPException, OSError)):
        await send(_letter())


async def test_a_server_that_does_not_answer_is_asked_by_one_letter_at_a_time(settings: Settings) -> None:
    """The others fail at once, so that they hold no place of the worker."""
    asked: list[float] = []

    async def silent(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(asyncio.get_running_loop().time())
        writer.close()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    url = f"smtp://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    program.use(replace(settings, mail=Mail(smtp_url=url, sender="post@vrijplaats.example")))
    now = clock.now()
    for seconds, count in ((0, 1), (19, 1), (21, 2), (30, 2), (42, 3)):
        with clock.travel(now + timedelta(seconds=seconds)):
            tries = await asyncio.gather(*(send(_letter()) for _ in range(3 if asked else 1)), return_exceptions=True)
        assert all(isinstance(each, aiosmtplib.SMTPException | OSError) for each in tries)
        assert len(asked) == count
    server.close()


async def test_a_letter_that_can_be_stopped_says_how(settings: Settings) -> None:
    message = _letter(name="", stop="https://vrijplaats.example/letters/x/stop").message(
        sender="post@vrijplaats.example", origin="https://vrijplaats.example"
    )
    assert message["List-Unsubscribe"] == "<https://vrijplaats.example/letters/x/stop>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["To"] == "els@example.org"
    assert _letter().message(sender="a@example.org", origin="http://localhost")["List-Unsubscribe"] is None


async def test_without_a_server_it_is_a_file_once(settings: Settings) -> None:
    program.use(settings)
    letter = _letter()
    await send(letter)
    await send(letter)
    kept = [each for each in kept_letters(settings.var / "mail") if UUID(each.id) == letter.id]
    assert [(each.to, each.name, each.subject) for each in kept] == [
        ("els@example.org", "Els Bakker", "Eén uitnodiging")
    ]
    assert "1234 5678" in kept[0].text
    assert (settings.var / "mail" / f"{letter.id}.eml").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("field", ["to", "name", "subject"])
async def test_no_line_break_makes_a_header_of_its_own(settings: Settings, field: str) -> None:
    letter = _letter(**{field: "x@example.org\r\nBcc: all@example.org"})
    with pytest.raises(ValueError, match=r".+"):
        letter.message(sender="post@vrijplaats.example", origin="http://localhost")


@pytest.mark.parametrize(
    "given",
    [
        {"VRIJPLAATS_SMTP_URL": "http://mail", "VRIJPLAATS_MAIL_FROM": "a@example.org"},
        {"VRIJPLAATS_SMTP_URL": "smtp://", "VRIJPLAATS_MAIL_FROM": "a@example.org"},
        {"VRIJPLAATS_SMTP_URL": "smtps://mail.example.org"},
    ],
)
def test_settings_that_cannot_send_are_refused(given: dict[str, str], settings: Settings) -> None:
    with pytest.raises(SettingsError):
        load({"VRIJPLAATS_ENV": "test", "VRIJPLAATS_VAR": str(settings.var), **given})
