"""What every route of accounts does alike: read, count, act, and answer an expected failure in words."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from vrijplaats.accounts.actions import seen
from vrijplaats.accounts.http import SessionCookie
from vrijplaats.accounts.queries import find_actor
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.core.answers import refused_with
from vrijplaats.core.errors import (
    BadRequest,
    DomainError,
    InvalidInput,
    NotAllowedNow,
    NotSignedIn,
    PasskeyNeeded,
    SessionOver,
    SignInAgain,
    StepUpNeeded,
)
from vrijplaats.core.http import language_of
from vrijplaats.core.limits import Limit, TooOften, network_of, spend
from vrijplaats.core.reading import Refused, read

Answering = Callable[[Request, dict[str, Any]], Awaitable[Response]]
STATUS: Mapping[type[DomainError], int] = {
    NotSignedIn: 401,
    SessionOver: 401,
    BadRequest: 400,
    InvalidInput: 400,
    StepUpNeeded: 403,
    PasskeyNeeded: 403,
    SignInAgain: 403,
    NotAllowedNow: 403,
    TooOften: 429,
}


def guarded(
    answer: Answering, more: Mapping[type[DomainError], int], *, from_network: Limit | None = None
) -> Callable[[Request], Awaitable[Response]]:
    """A route: reads the body as every request of ours is read, counts it for the network it comes from, and answers
    an expected failure in words; `more` are the feature's own failures and their status."""
    status = {**STATUS, **more}

    async def answered(request: Request) -> Response:
        try:
            content = (await read(request)).content
            if from_network is not None:
                await spend(from_network, network_of(request))
            return await answer(request, content)
        except Refused as refused:
            return refused.response
        except TooOften as error:
            wait = {"retry-after": str(60 * int(str(error.fields["minutes"])))}
            return refused_with(error, 429, language_of(request), wait)
        except DomainError as error:
            return refused_with(error, status[type(error)], language_of(request))

    return answered


async def signed_in_actor(request: Request, cookie: SessionCookie) -> Actor:
    """Who a request's cookie says it is, and that they are there; raises NotSignedIn, SessionOver."""
    session = cookie.session_of(request)
    if session is None:
        raise NotSignedIn
    async with db.transaction({"session": session}, read_only=True):
        actor = await find_actor()
        await db.become(actor)
        await seen(actor)
    return actor


def text_in(content: Mapping[str, Any], name: str) -> str:
    """A text of the body; raises BadRequest when it is something else."""
    found = content.get(name)
    if not isinstance(found, str):
        raise BadRequest
    return found
