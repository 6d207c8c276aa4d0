"""POST /graphql: one operation is one transaction, in which the database knows who acts."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from inspect import isawaitable
from typing import Any
from uuid import UUID

import asyncpg
from graphql import ExecutionResult, execute
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response
from strawberry.execution import optimized_is_awaitable

from vrijplaats.core import answers, db, foreign
from vrijplaats.core.actor import Actor, SignedIn
from vrijplaats.core.answers import forbidden, json_response, refusal, refused_with
from vrijplaats.core.documents import DocumentRefused, Documents, Operation
from vrijplaats.core.errors import DomainError, NotSignedIn, PasskeyNeeded, SessionOver, StepUpNeeded, in_language
from vrijplaats.core.graphql import Context
from vrijplaats.core.idempotency import Answers, KeyReused
from vrijplaats.core.nameless import told
from vrijplaats.core.pools import DatabaseUnavailable
from vrijplaats.core.reading import Refused, idempotency_key, read

ATTEMPTS = 3
# Worth doing again from the start: nothing was committed, or the key finds what was.
_PASSING: tuple[type[BaseException], ...] = (
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
    asyncpg.LockNotAvailableError,
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # the server went away in the middle of an answer
    DatabaseUnavailable,
    OSError,
)
FOR_ANOTHER = {
    "nl": "Dit antwoord is van iemand anders die hier was ingelogd.",
    "en": "This answer is of somebody else who was signed in here.",
}
KEY_REUSED = {"nl": "Deze sleutel hoort bij een ander verzoek.", "en": "This key belongs to another request."}

# Strawberry's own, quicker for plain values; it promises bool where graphql-core wants a type guard
_IS_AWAITABLE: Any = optimized_is_awaitable

SessionOf = Callable[[Request], str | None]
FindActor = Callable[[], Awaitable[Actor]]
Seen = Callable[[Actor], Awaitable[None]]
Give = Callable[[Response, SignedIn], Response]


@dataclass(frozen=True, slots=True)
class Door:
    """How the endpoint knows people: `session_of` finds the hash of the session token in a request, `find_actor` who
    that is (or raises SessionOver), `seen` notes that they are there, `give` lets the browser keep a new token."""

    session_of: SessionOf
    find_actor: FindActor
    seen: Seen
    give: Give


class _ForAnother(Exception):
    """What was sent belongs to another membership than the session's."""


class _Undone(Exception):
    """Rolls a mutation back; carries its result."""

    def __init__(self, result: ExecutionResult) -> None:
        super().__init__("undone")
        self.result = result


@dataclass(frozen=True, slots=True)
class _Call:
    """One request, read and understood."""

    operation: Operation
    variables: dict[str, Any]
    session: str | None
    key: UUID | None
    hash: bytes
    locale: str
    # a screen that asks again by itself proves that it is open, not that somebody is there
    by_itself: bool
    # an answer that waited on a phone says in which membership it was given: the session may be somebody else's by now
    given_as: str | None
    missed: list[Actor] = field(default_factory=list)  # who asked, once something was not found


class GraphQLEndpoint:
    """The endpoint. `answers` keeps what was answered to a key, `door` knows who is there."""

    def __init__(self, documents: Documents, answers: Answers, *, door: Door, demo: bool) -> None:
        self._documents = documents
        self._answers = answers
        self._door = door
        self._demo = demo

    async def answer(self, request: Request) -> Response:
        """The answer to one request."""
        if request.method != "POST":
            return refusal(405, "NOT_POST", "Only POST.", {"allow": "POST"})
        locale = language_of(request)
        try:
            call = await self._understood(request, locale)
        except Refused as refused:
            return refused.response
        except DocumentRefused as problem:
            return refusal(400, "BAD_REQUEST", str(problem))
        request.state.operation = call.operation.name
        if call.session is None:
            return await self._for_nobody(call)
        response = await self._with_attempts(call)
        if call.missed and (ids := foreign.ids_in(call.operation.document, call.variables)):
            # after the answer, or the time it takes would tell
            response.background = BackgroundTask(foreign.note, call.missed[-1], ids, call.operation.asking.first)
        return response

    async def _understood(self, request: Request, locale: str) -> _Call:
        body = await read(request)
        text = self._documents.text_of(body.content)
        operation = self._documents.operation(text, body.operation_name)
        key = idempotency_key(request) if operation.is_mutation else None
        wanted = self._answers.request_hash(text, body.operation_name, body.variables) if key else b""
        by_itself = request.headers.get("x-vrijplaats-by-itself") == "1"
        given_as = request.headers.get("x-vrijplaats-given-as")
        session = self._door.session_of(request)
        return _Call(operation, body.variables, session, key, wanted, locale, by_itself, given_as)

    async def _for_nobody(self, call: _Call) -> Response:
        if call.operation.needs_person:
            return refused_with(NotSignedIn(), 401, call.locale)
        return _answer(await self._execute(call, self._context(None, call)), call, call.locale)

    async def _with_attempts(self, call: _Call) -> Response:
        """Do it again when the database says that only the moment was wrong: mutations are atomic, so it is safe."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return await self._attempt(call, last=attempt == ATTEMPTS)
            except _PASSING as error:
                if attempt == ATTEMPTS:
                    return _unavailable(error, call)
                await asyncio.sleep(_pause(attempt))
            except Exception as error:
                return json_response(_masked(error, call.locale, call), 500)
        raise AssertionError("every attempt returns or raises")

    async def _attempt(self, call: _Call, *, last: bool) -> Response:
        locale = call.locale
        try:
            async with db.transaction({"session": call.session or ""}, read_only=not call.operation.is_mutation):
                actor = await self._door.find_actor()
                if call.given_as not in (None, str(actor.membership_id)):
                    raise _ForAnother
                await db.become(actor)
                locale = actor.locale
                if refused := call.operation.asking.refused(actor.role):
                    return forbidden(refused, locale)
                if not call.by_itself:
                    await self._door.seen(actor)
                if call.key is not None:
                    return await self._once(call, actor, call.key)
                result = await self._execute(call, self._context(actor, call))
                _raise_passing(result, last)
                return _answer(result, call, locale)
        except SessionOver as over:
            return refused_with(over, 401, locale)
        except (StepUpNeeded, PasskeyNeeded) as needed:  # an answer that is repeated reads its names again
            return refused_with(needed, 200, locale)
        except _ForAnother:
            return refusal(409, "FOR_ANOTHER", in_language(FOR_ANOTHER, locale))
        except KeyReused:
            return refusal(422, "IDEMPOTENCY_KEY_REUSED", in_language(KEY_REUSED, locale))
        except _Undone as undone:
            _raise_passing(undone.result, last)
            return _answer(ExecutionResult(None, undone.result.errors), call, locale)

    async def _once(self, call: _Call, actor: Actor, key: UUID) -> Response:
        """A mutation: its effect and its answer are kept together, or neither is."""
        stored = await self._answers.claim(actor, key, call.hash)
        if stored is not None:
            return json_response(stored, headers={"idempotency-replayed": "true"})
        context = self._context(actor, call)
        result = await self._execute(call, context)
        if result.errors:
            raise _Undone(result)
        content = {"data": told(result.data, actor.locale)}
        await self._answers.store(actor.person_id, key, content)
        response = json_response(content)
        return self._door.give(response, context.signed_in) if context.signed_in else response

    def _context(self, actor: Actor | None, call: _Call) -> Context:
        return Context(actor=actor, locale=call.locale, demo=self._demo)

    async def _execute(self, call: _Call, context: Context) -> ExecutionResult:
        found = execute(
            self._documents.schema,
            call.operation.document,
            context_value=context,
            variable_values=call.variables,
            operation_name=call.operation.name,
            hide_suggestions=True,
            is_awaitable=_IS_AWAITABLE,
        )
        result = await found if isawaitable(found) else found
        if context.actor is not None and (context.refused or foreign.found_nothing(result)):
            call.missed.append(context.actor)
        return result


def _pause(attempt: int) -> float:
    """Seconds before the next attempt; spread, so that two that were in each other's way do not meet again."""
    return 0.05 * attempt * (1 + secrets.randbelow(100) / 100)


def language_of(request: Request) -> str:
    """The language of someone we do not know yet."""
    return "en" if request.headers.get("accept-language", "").lower().startswith("en") else "nl"


def _raise_passing(result: ExecutionResult, last: bool) -> None:
    for error in result.errors or ():
        if isinstance(cause := answers.original(error), _PASSING) and not last:
            raise cause


def _answer(result: ExecutionResult, call: _Call, locale: str) -> Response:
    content: dict[str, Any] = {"data": told(result.data, locale)}
    if not result.errors:
        return json_response(content)
    content["errors"] = answers.as_errors(result.errors, locale, call.operation.name)
    return json_response(content, _status(result, content["errors"]))


def _status(result: ExecutionResult, shown: list[dict[str, Any]]) -> int:
    if result.data is not None:
        return 200
    codes = {error["extensions"]["code"] for error in shown}
    by_code = {"INTERNAL": 500, "UNAUTHENTICATED": 401, "BAD_REQUEST": 400}
    return next((status for code, status in by_code.items() if code in codes), 200)


def _masked(error: BaseException, locale: str, call: _Call) -> dict[str, Any]:
    if isinstance(error, DomainError):
        return {"data": None, "errors": [{"message": error.message(locale), "extensions": {"code": error.code}}]}
    return {"data": None, "errors": [answers.surprise(error, locale, call.operation.name)]}


def _unavailable(error: BaseException, call: _Call) -> Response:
    return json_response(_masked(error, call.locale, call), 503, {"retry-after": "2"})
