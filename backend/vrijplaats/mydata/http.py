"""GET /my-data.json and /my-data.html: all that is kept about who asks, as a file."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.core.answers import refusal, refused_with
from vrijplaats.core.errors import NotSignedIn, PasskeyNeeded, SignInAgain, StepUpNeeded, in_language
from vrijplaats.core.http import FindActor, Seen, SessionOf, language_of
from vrijplaats.core.limits import Limit, TooOften, spend
from vrijplaats.mydata.actions import begin_download
from vrijplaats.mydata.portable import portable
from vrijplaats.mydata.readable import readable

# each is a reading of everything there is
TAKEN = Limit(kind="mydata.taken", times=10, per=timedelta(hours=1))
_TYPES = {"json": "application/json", "html": "text/html; charset=utf-8"}
_NAMES = {"nl": "mijn-gegevens", "en": "my-data"}


def own_data_routes(session_of: SessionOf, find_actor: FindActor, seen: Seen) -> list[BaseRoute]:
    """The files; 401 without a session, 403 where it has to be shown first who one is, 429 when asked too often."""

    async def taken(request: Request) -> Response:
        kind = request.url.path.rpartition(".")[2]
        if request.headers.get("x-vrijplaats") != "1":
            # a link on another site cannot send a header of its own, and this leaves a trace in the history
            return refusal(403, "HEADER_MISSING", "The header X-Vrijplaats: 1 is missing.")
        locale = language_of(request)
        try:
            actor = await _begun(session_of(request), find_actor, seen, kind)
        except NotSignedIn as error:
            return refused_with(error, 401, locale)
        except (StepUpNeeded, PasskeyNeeded, SignInAgain) as error:
            return refused_with(error, 403, locale)
        except TooOften as error:
            return refused_with(error, 429, locale, {"retry-after": str(60 * int(str(error.fields["minutes"])))})
        return _file(actor, kind, clock.now())

    return [Route(f"/my-data.{kind}", taken, methods=["GET"]) for kind in _TYPES]


async def _begun(session: str | None, find_actor: FindActor, seen: Seen, kind: str) -> Actor:
    if session is None:
        raise NotSignedIn
    async with db.transaction({"session": session}, read_only=True):
        actor = await find_actor()
    await spend(TAKEN, str(actor.person_id))
    async with db.transaction({"session": session}):
        actor = await find_actor()
        await db.become(actor)
        await seen(actor)
        await begin_download(actor, kind)
    return actor


def _file(actor: Actor, kind: str, made_at: datetime) -> Response:
    name = f"{in_language(_NAMES, actor.locale)}-{made_at.astimezone(clock.AMSTERDAM).date()}.{kind}"
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
    content: AsyncIterator[str | bytes] = portable(actor, made_at) if kind == "json" else readable(actor, made_at)
    return StreamingResponse(content, media_type=_TYPES[kind], headers=headers)
