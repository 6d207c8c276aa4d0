"""The routes under /register/: a file to look at, to check and to import, and the register as a file. The file comes as
the body and is nowhere kept: a screen sends it again for each step."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation, require_fresh
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.answers import json_response, refusal, refused_with, surprise
from vrijplaats.core.errors import (
    BadRequest,
    DomainError,
    Forbidden,
    NotSignedIn,
    PasskeyNeeded,
    StepUpNeeded,
    in_language,
)
from vrijplaats.core.http import FindActor, Seen, SessionOf, language_of
from vrijplaats.core.limits import Limit, TooOften, spend
from vrijplaats.core.reading import Refused, capped
from vrijplaats.volunteers.importing import actions, queries
from vrijplaats.volunteers.importing.columns import LONGEST_MAPPING
from vrijplaats.volunteers.importing.exporting import as_csv, as_xlsx, table
from vrijplaats.volunteers.importing.merging import Plan, Step
from vrijplaats.volunteers.importing.reading import MOST_BYTES, FileRefused, Sheet
from vrijplaats.volunteers.importing.rules import Finding, Outcome

# by one person: each is a program that is started, and all of the register that is read
LIMIT = Limit(kind="register.file", times=120, per=timedelta(hours=1))
_STATUS: dict[type[DomainError], int] = {
    NotSignedIn: 401,
    Forbidden: 403,
    StepUpNeeded: 403,
    PasskeyNeeded: 403,
    BadRequest: 400,
    FileRefused: 422,
    TooOften: 429,
}
_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_NAMES = {"nl": "vrijwilligers", "en": "volunteers"}
# so much is shown; what is wrong comes first
MOST_FINDINGS, MOST_STEPS, SAMPLES = 1_000, 10_000, 3
Work = Callable[[actions.Progress], Awaitable[Plan]]


class RegisterRoutes:
    """Importing and exporting, for coordinators."""

    def __init__(self, session_of: SessionOf, find_actor: FindActor, seen: Seen) -> None:
        self._session_of, self._find_actor, self._seen = session_of, find_actor, seen

    def routes(self) -> list[BaseRoute]:
        """Three steps of an import, and an export in two kinds."""
        steps = {"look": self._look, "check": self._check, "carry-out": self._carry_out}
        return [
            *(Route(f"/register/import/{name}", _guarded(step), methods=["POST"]) for name, step in steps.items()),
            *(Route(f"/register/export.{kind}", _guarded(self._export), methods=["GET"]) for kind in _TYPES),
        ]

    async def _look(self, request: Request) -> Response:
        actor = await self._coordinator(request)
        return json_response(_looked(await actions.look(actor, await _content(request)), actor.locale))

    async def _check(self, request: Request) -> Response:
        actor, columns = await self._coordinator(request), _columns(request)
        content = await _content(request)
        return _telling(actor, lambda told: actions.check(actor, content, columns, told))

    async def _carry_out(self, request: Request) -> Response:
        actor, columns = await self._coordinator(request), _columns(request)
        require_fresh(actor)
        agreed, content = request.query_params.get("agreed", ""), await _content(request)
        return _telling(
            actor, lambda told: actions.carry_out(actor, content, columns, agreed=agreed, told=told), done=True
        )

    async def _export(self, request: Request) -> Response:
        kind = request.url.path.rpartition(".")[2]
        actor = await self._coordinator(request)
        async with db.transaction(actor):
            known = await queries.known(actor)
            people = await queries.people(actor, also_left=False)
            await actions.begin_export(actor, kind)
        rows = await asyncio.to_thread(table, people, known.papers, known.somewhere, actor.locale)
        content = await asyncio.to_thread(as_csv if kind == "csv" else as_xlsx, rows)
        name = f"{in_language(_NAMES, actor.locale)}-{clock.today()}.{kind}"
        headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
        return Response(content, media_type=_TYPES[kind], headers=headers)

    async def _coordinator(self, request: Request) -> Actor:
        """Who asks, before anything of a file is read. Raises NotSignedIn, Forbidden, TooOften."""
        session = self._session_of(request)
        if session is None:
            raise NotSignedIn
        async with db.transaction({"session": session}):
            actor = await self._find_actor()
            await db.become(actor)
            await self._seen(actor)
            own_organisation(actor, Role.COORDINATOR)
        await spend(LIMIT, str(actor.person_id))
        return actor


def _guarded(answer: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    async def answered(request: Request) -> Response:
        if request.headers.get("x-vrijplaats") != "1":
            # a form or a link on another site cannot send a header of its own
            return refusal(403, "HEADER_MISSING", "The header X-Vrijplaats: 1 is missing.")
        try:
            return await answer(request)
        except Refused:
            return refused_with(FileRefused("TOO_LARGE"), 413, language_of(request))
        except TooOften as error:
            wait = {"retry-after": str(60 * int(str(error.fields["minutes"])))}
            return refused_with(error, 429, language_of(request), wait)
        except DomainError as error:
            status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), None)
            if status is None:
                raise
            return refused_with(error, status, language_of(request))

    return answered


async def _content(request: Request) -> bytes:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/octet-stream":
        raise BadRequest
    return await capped(request, MOST_BYTES)


def _columns(request: Request) -> list[str | None]:
    """What each column is, in their order: "NAME,,EMAIL"."""
    found = request.query_params.get("columns", "").split(",")
    if len(found) > LONGEST_MAPPING:
        raise BadRequest
    return [column or None for column in found]


def _telling(actor: Actor, work: Work, *, done: bool = False) -> Response:
    """How far it is, a line of JSON at a time, and in the end what came of it."""
    lines = _lines(actor, work, done=done)
    return StreamingResponse(lines, media_type="application/x-ndjson", headers={"cache-control": "no-store"})


async def _lines(actor: Actor, work: Work, *, done: bool) -> AsyncIterator[bytes]:
    news: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()

    async def working() -> None:
        try:
            news.put_nowait(await _result(actor, work, news, done=done))
        finally:
            news.put_nowait(None)

    task = asyncio.create_task(working())
    try:
        while (line := await news.get()) is not None:
            yield orjson.dumps(line) + b"\n"
    finally:
        # who goes away in the middle has changed nothing
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _result(
    actor: Actor, work: Work, news: asyncio.Queue[dict[str, Any] | None], *, done: bool
) -> dict[str, Any]:
    def told(phase: str, at: int, of: int) -> None:
        news.put_nowait({"phase": phase, "done": at, "of": of})

    try:
        return _shown(await work(told), actor.locale) | {"done": done}
    except actions.Unwanted as unwanted:
        return _shown(unwanted.plan, actor.locale) | {"done": False}
    except DomainError as error:
        return {"error": {"code": error.code, "message": error.message(actor.locale)}}
    except Exception as error:
        return {"error": {"code": "INTERNAL", "message": surprise(error, actor.locale, "import")["message"]}}


def _looked(found: actions.Look, locale: str) -> dict[str, Any]:
    sheet = found.sheet
    return {
        "rows": len(sheet.rows),
        "sheet": sheet.name,
        "others": list(sheet.others),
        "choices": [{"value": each.value, "label": each.label} for each in found.choices],
        "columns": [
            {"heading": heading, "guess": guess, "samples": _samples(sheet, at, locale)}
            for at, (heading, guess) in enumerate(zip(sheet.heading, found.guesses, strict=True))
        ],
    }


def _samples(sheet: Sheet, column: int, locale: str) -> list[str]:
    formula = {"nl": "(formule)", "en": "(formula)"}
    samples: list[str] = []
    for row in sheet.rows:
        cell = row.at(column)
        if cell.is_empty:
            continue
        samples.append(f"{cell.day:%d-%m-%Y}" if cell.day else cell.text[:60] or formula[locale])
        if len(samples) == SAMPLES:
            break
    return samples


def _shown(plan: Plan, locale: str) -> dict[str, Any]:
    findings = sorted(plan.findings, key=lambda each: (not each.wrong, each.row))
    return {
        "counts": {outcome.value: plan.count(outcome) for outcome in Outcome},
        "agreed": plan.agreed,
        "wrong": sum(finding.wrong for finding in findings),
        "findings": [_finding(each, locale) for each in findings[:MOST_FINDINGS]],
        "more": max(0, len(findings) - MOST_FINDINGS),
        "steps": [_step(step) for step in plan.steps[:MOST_STEPS]],
    }


def _finding(finding: Finding, locale: str) -> dict[str, Any]:
    said = in_language(finding.said, locale)
    return {"row": finding.row, "column": finding.column, "said": said, "wrong": finding.wrong}


def _step(step: Step) -> dict[str, Any]:
    name = step.draft.name or (step.whom.name if step.whom else None)
    return {"row": step.draft.row, "name": name, "outcome": step.outcome.value, "changes": list(step.changes)}
