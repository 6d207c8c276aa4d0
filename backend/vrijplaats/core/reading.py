"""Reading a request to /graphql: what may come in at all, before anything is looked up."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from starlette.requests import Request
from starlette.responses import Response

from vrijplaats.core.answers import refusal

MAX_BODY = 64 * 1024
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Refused(Exception):
    """The request is answered with this and goes no further."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(code)
        self.response: Response = refusal(status, code, message)


@dataclass(frozen=True, slots=True)
class Body:
    """What a client sent, of the right types."""

    content: dict[str, Any]
    variables: dict[str, Any]
    operation_name: str | None


async def read(request: Request) -> Body:
    """The body of a request; raises Refused."""
    if request.headers.get("x-vrijplaats") != "1":
        # a form on another site cannot send a header of its own
        raise Refused(403, "HEADER_MISSING", "The header X-Vrijplaats: 1 is missing.")
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Refused(415, "NOT_JSON", "Only application/json is read here.")
    return _body(await capped(request, MAX_BODY))


async def capped(request: Request, most: int) -> bytes:
    """The bytes of a body, refused as soon as there are too many."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise Refused(413, "TOO_LARGE", f"At most {most} bytes are read.")
        parts.append(part)
    return b"".join(parts)


def _body(content: bytes) -> Body:
    try:
        found = orjson.loads(content)
    except orjson.JSONDecodeError:
        raise Refused(400, "BAD_REQUEST", "This is not JSON.") from None
    if not isinstance(found, dict):
        raise Refused(400, "BAD_REQUEST", "One operation, as an object.")
    variables, name = found.get("variables"), found.get("operationName")
    variables = {} if variables is None else variables
    if not isinstance(variables, dict) or not (name is None or isinstance(name, str)):
        raise Refused(400, "BAD_REQUEST", "variables is an object, operationName a text.")
    if not _is_text(variables):
        raise Refused(400, "BAD_REQUEST", "A text holds a character that is none.")
    return Body(found, variables, name or None)


def _is_text(value: Any) -> bool:
    """Whether every text inside is one a person can have typed: no control characters but line breaks and tabs."""
    match value:
        case str():
            return _CONTROL.search(value) is None
        case list():
            return all(_is_text(item) for item in value)
        case dict():
            return all(_is_text(item) for item in value.values())
    return True


def idempotency_key(request: Request) -> UUID:
    """The key a client made for this mutation; raises Refused."""
    try:
        return UUID(request.headers.get("idempotency-key", ""))
    except ValueError:
        raise Refused(
            400, "IDEMPOTENCY_KEY_MISSING", "A mutation needs the header Idempotency-Key with a UUID."
        ) from None
