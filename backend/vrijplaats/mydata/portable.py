"""The file for programs (GDPR article 20): JSON whose names do not change. docs/own-data.md says what each means."""

from collections.abc import AsyncIterator
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import orjson

from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import in_language
from vrijplaats.core.own_data import Row, Section
from vrijplaats.mydata.queries import pages
from vrijplaats.mydata.sections import LEFT_OUT, SECTIONS

FORMAT, VERSION = "vrijplaats.own-data", 1


async def portable(actor: Actor, made_at: datetime) -> AsyncIterator[bytes]:
    """The file, piece by piece."""
    head = {"format": FORMAT, "version": VERSION, "made_at": made_at, "language": actor.locale}
    yield orjson.dumps(head, option=_OPTIONS)[:-1] + b',"sections":{\n'
    for number, section in enumerate(SECTIONS):
        yield (b",\n" if number else b"") + orjson.dumps(section.name) + b":" + _about(section, actor.locale)
        first = True
        async for rows in pages(actor, section):
            yield (b"" if first else b",") + b"\n" + b",\n".join(_row(section, row) for row in rows)
            first = False
        yield b"]}"
    left_out = [{"what": each.tables, "why": in_language(each.why, actor.locale)} for each in LEFT_OUT]
    yield b'\n},"left_out":' + orjson.dumps(left_out) + b"}\n"


def _about(section: Section, locale: str) -> bytes:
    said = {
        name: in_language(value, locale)
        for name, value in (("title", section.title), ("kept_for", section.why), ("kept_until", section.until))
    }
    return orjson.dumps(said)[:-1] + b',"rows":['


def _row(section: Section, row: Row) -> bytes:
    return orjson.dumps(
        {"id": row["id"], **{kept.name: row[kept.name] for kept in section.kept}}, default=_plain, option=_OPTIONS
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, UUID):  # the driver's own kind
        return str(value)
    raise TypeError(type(value).__name__)


_OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS
