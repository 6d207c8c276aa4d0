"""GET /audit/name-readings.csv and .jsonl: who read which name, as a file, for those whose part it is."""

from collections.abc import AsyncIterator
from datetime import date

import orjson
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from vrijplaats.audit.actions import begin_export, exported
from vrijplaats.audit.rules import HEADS, Period, cells, period
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.answers import refusal, refused_with
from vrijplaats.core.errors import (
    BadRequest,
    Forbidden,
    NotSignedIn,
    PasskeyNeeded,
    StepUpNeeded,
    in_language,
)
from vrijplaats.core.http import FindActor, Seen, SessionOf, language_of
from vrijplaats.core.sheets import sheet_row

_TYPES = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl"}
_NAMES = {"nl": "wie-las-namen", "en": "who-read-names"}


def audit_routes(session_of: SessionOf, find_actor: FindActor, seen: Seen) -> list[BaseRoute]:
    """The files; 401 without a session, 403 for other roles and where a passkey has to be shown or made first."""

    async def export(request: Request) -> Response:
        kind = request.url.path.rpartition(".")[2]
        if request.headers.get("x-vrijplaats") != "1":
            # a link on another site cannot send a header of its own, and this leaves a trace in the history
            return refusal(403, "HEADER_MISSING", "The header X-Vrijplaats: 1 is missing.")
        locale = language_of(request)
        try:
            days = _days(request)
            actor = await _begun(session_of(request), find_actor, seen, days, kind)
        except NotSignedIn as error:
            return refused_with(error, 401, locale)
        except (Forbidden, StepUpNeeded, PasskeyNeeded) as error:
            return refused_with(error, 403, locale)
        except BadRequest as error:
            return refused_with(error, 400, locale)
        return _file(actor, days, kind)

    return [Route(f"/audit/name-readings.{kind}", export, methods=["GET"]) for kind in _TYPES]


def _days(request: Request) -> Period:
    given = request.query_params
    try:
        first, last = (date.fromisoformat(given[name]) if name in given else None for name in ("from", "to"))
    except ValueError as error:
        raise BadRequest from error
    return period(first, last, today=clock.today())


async def _begun(session: str | None, find_actor: FindActor, seen: Seen, days: Period, kind: str) -> Actor:
    if session is None:
        raise NotSignedIn
    async with db.transaction({"session": session}):
        actor = await find_actor()
        await db.become(actor)
        await seen(actor)
        await begin_export(actor, days, kind)
    return actor


def _file(actor: Actor, days: Period, kind: str) -> Response:
    name = f"{in_language(_NAMES, actor.locale)}-{days.first}-{days.last}.{kind}"
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
    lines = _sheet(actor, days) if kind == "csv" else _objects(actor, days)
    return StreamingResponse(lines, media_type=_TYPES[kind], headers=headers)


async def _sheet(actor: Actor, days: Period) -> AsyncIterator[str]:
    yield sheet_row(in_language(head, actor.locale) for head in HEADS.values())
    async for batch in exported(actor, days):
        yield "".join(sheet_row(cells(row, actor.locale).values()) for row in batch)


async def _objects(actor: Actor, days: Period) -> AsyncIterator[bytes]:
    async for batch in exported(actor, days):
        yield b"".join(
            orjson.dumps({name: row[name] for name in (*list(HEADS)[:-1], "purpose")}) + b"\n" for row in batch
        )
