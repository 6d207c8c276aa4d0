"""The routes under /letters/: no more of them, from a letter and without signing in.

A mail program sends a form to one address (RFC 8058) and nothing is changed by looking at it: who opens it in a
browser comes to the page that asks first. That page sends JSON, as every page of ours.
"""

from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vrijplaats.accounts.answering import guarded, text_in
from vrijplaats.core.answers import json_response, refused_with
from vrijplaats.core.errors import BadRequest, DomainError, NotFound, Words
from vrijplaats.core.http import language_of
from vrijplaats.core.limits import Limit, TooOften, network_of, spend
from vrijplaats.notices.letters.actions import set_letters_by_link

# mail programs press for many people from a few networks: only what leads nowhere is counted for those
GUESSES = Limit(kind="letters.guess", times=60, per=timedelta(hours=1))
STATUS: dict[type[DomainError], int] = {NotFound: 404}
_STOPPED: Words = {
    "nl": "Je krijgt deze brieven niet meer. In de app zet je ze weer aan, bij Ik.",
    "en": "You get these letters no more. You turn them on again in the app, under Me.",
}


def letter_routes() -> list[BaseRoute]:
    """One press in a mail program, and the choice on the page."""
    return [
        Route("/letters/{link}/stop", _look, methods=["GET"]),
        Route("/letters/{link}/stop", _one_press, methods=["POST"]),
        Route("/letters/choose", guarded(_choose, STATUS), methods=["POST"]),
    ]


async def _look(request: Request) -> Response:
    return RedirectResponse(f"/brieven#{request.path_params['link']}", status_code=303)


async def _one_press(request: Request) -> Response:
    try:
        await _set(request, request.path_params["link"], wanted=False)
    except NotFound as error:
        return refused_with(error, 404, language_of(request))
    except TooOften as error:
        return refused_with(
            error, 429, language_of(request), {"retry-after": str(60 * int(str(error.fields["minutes"])))}
        )
    return PlainTextResponse(_STOPPED[language_of(request)] + "\n")


async def _choose(request: Request, content: dict[str, Any]) -> Response:
    wanted = content.get("wanted")
    if not isinstance(wanted, bool):
        raise BadRequest
    await _set(request, text_in(content, "link"), wanted=wanted)
    return json_response({"wanted": wanted})


async def _set(request: Request, link: str, *, wanted: bool) -> None:
    try:
        await set_letters_by_link(link, wanted=wanted)
    except NotFound:
        await spend(GUESSES, network_of(request))
        raise
