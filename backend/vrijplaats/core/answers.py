"""Answers of the endpoint: JSON, codes, and what an unexpected failure may say (nothing)."""

import secrets
import traceback
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
import structlog
from graphql import GraphQLError
from starlette.responses import Response

from vrijplaats.core.errors import BadRequest, DomainError, Forbidden, SessionOver, in_language

log = structlog.get_logger()

SURPRISE = {
    "nl": "Er ging iets mis bij ons. Je antwoord is bewaard. Code {code}.",
    "en": "Something broke on our side. Your answer is kept. Code {code}.",
}
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that read alike on the phone


def json_response(content: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """JSON that nobody keeps: an answer is for one person at one moment."""
    body = content if isinstance(content, bytes) else orjson.dumps(content)
    return Response(body, status, {"cache-control": "no-store", **(headers or {})}, media_type="application/json")


def refusal(status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """An answer in GraphQL's shape to a request that was not carried out."""
    content = {"data": None, "errors": [{"message": message, "extensions": {"code": code}}]}
    return json_response(content, status, headers)


def refused_with(error: DomainError, status: int, locale: str, headers: Mapping[str, str] | None = None) -> Response:
    """The same, with the words of an error of ours; a session that is over says why."""
    why = {"why": error.reason} if isinstance(error, SessionOver) else {}
    shown = {"message": error.message(locale), "extensions": {"code": error.code, **why}}
    return json_response({"data": None, "errors": [shown]}, status, headers)


def forbidden(field: str, locale: str) -> Response:
    """The answer to a question that holds a field which is not this role's; the field is in the schema, no secret."""
    error = Forbidden()
    shown = {"message": error.message(locale), "extensions": {"code": error.code, "field": field}}
    return json_response({"data": None, "errors": [shown]})


def surprise(error: BaseException, locale: str, operation: str | None) -> dict[str, Any]:
    """An unexpected failure: logged under a code, masked to the reader."""
    code = "VP-" + "".join(secrets.choice(_LETTERS) for _ in range(4))
    log.error("surprise", code=code, operation=operation, **described(error))
    message = in_language(SURPRISE, locale).format(code=code)
    return {"message": message, "extensions": {"code": "INTERNAL", "correlation": code}}


def described(error: BaseException) -> dict[str, Any]:
    """What a log may know of a failure: kind and place. Messages may quote a person's data, so they stay out."""
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    told = {
        "kind": type(error).__name__,
        "where": [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in frames],
    }
    for name in ("sqlstate", "constraint_name", "table_name"):
        if value := getattr(error, name, None):
            told[name] = value
    return told


def as_errors(errors: Sequence[GraphQLError], locale: str, operation: str | None) -> list[dict[str, Any]]:
    """GraphQL errors as the reader may see them; what would be said twice is said once."""
    found: list[dict[str, Any]] = []
    for error in errors:
        shown = _as_error(error, locale, operation)
        found += [shown] if shown not in found else []
    return found


def _as_error(error: GraphQLError, locale: str, operation: str | None) -> dict[str, Any]:
    cause = original(error)
    if isinstance(cause, DomainError):
        shown: dict[str, Any] = {"message": cause.message(locale), "extensions": {"code": cause.code}}
    elif error.path is None:
        # from reading the variables: graphql-core's own words would quote them
        shown = {"message": BadRequest().message(locale), "extensions": {"code": BadRequest.code}}
    else:
        shown = surprise(cause, locale, operation)
    return shown | ({"path": error.path} if error.path else {})


def original(error: GraphQLError) -> BaseException:
    """What was raised, below the wrappings of graphql-core."""
    cause: BaseException = error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    return cause
