"""Places in a list that can grow: how queries go on where the last page ended."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from uuid import UUID

import orjson

from vrijplaats.core.errors import BadRequest

USUAL, MOST = 25, 100


def page_size(first: int | None) -> int:
    """How many to fetch for `first`: at least one, at most a hundred, and 25 when it is left open."""
    return USUAL if first is None else max(1, min(first, MOST))


def encode_cursor(*parts: object) -> str:
    """A place in a list, opaque to the client: the values the list is sorted by."""
    return urlsafe_b64encode(orjson.dumps([str(part) for part in parts])).decode().rstrip("=")


def decode_cursor(cursor: str | None, parts: int) -> list[str] | None:
    """The values in a cursor; None for the start of the list. What we did not make is a bad request."""
    if cursor is None:
        return None
    try:
        values = orjson.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except ValueError as error:
        raise BadRequest from error
    if not isinstance(values, list) or len(values) != parts or not all(isinstance(value, str) for value in values):
        raise BadRequest
    return values


def id_in(cursor: str | None) -> UUID | None:
    """Where a list sorted by id goes on; raises BadRequest for what we did not make."""
    parts = decode_cursor(cursor, 1)
    return _id(parts[0]) if parts else None


def name_in(cursor: str | None) -> tuple[str, UUID] | None:
    """Where a list sorted by name, then by id, goes on; raises BadRequest for what we did not make."""
    parts = decode_cursor(cursor, 2)
    return (parts[0], _id(parts[1])) if parts else None


def moment_in(cursor: str | None) -> tuple[datetime, UUID] | None:
    """Where a list sorted by a moment, then by id, goes on; raises BadRequest for what we did not make."""
    parts = decode_cursor(cursor, 2)
    if parts is None:
        return None
    try:
        moment = datetime.fromisoformat(parts[0])
    except ValueError as error:
        raise BadRequest from error
    if moment.tzinfo is None:
        raise BadRequest
    return moment, _id(parts[1])


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise BadRequest from error
