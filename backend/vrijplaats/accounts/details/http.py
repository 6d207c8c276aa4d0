"""The routes of a new e-mail address: a code to it, and bringing the code back. JSON, with X-Vrijplaats: 1."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from vrijplaats.accounts.answering import guarded, signed_in_actor, text_in
from vrijplaats.accounts.codes.errors import CodeRefused
from vrijplaats.accounts.codes.rules import ASKED_FROM_NETWORK, TRIED_FROM_NETWORK
from vrijplaats.accounts.details import actions
from vrijplaats.accounts.http import SessionCookie
from vrijplaats.core.answers import json_response
from vrijplaats.core.errors import DomainError

STATUS: dict[type[DomainError], int] = {CodeRefused: 403}


class EmailRoutes:
    """Changing one's own address over HTTP."""

    def __init__(self, cookie: SessionCookie) -> None:
        self._cookie = cookie

    def routes(self) -> list[BaseRoute]:
        """First the address, then the digits."""
        ask = guarded(self._ask, STATUS, from_network=ASKED_FROM_NETWORK)
        move = guarded(self._move, STATUS, from_network=TRIED_FROM_NETWORK)
        return [Route("/my-email/options", ask, methods=["POST"]), Route("/my-email", move, methods=["POST"])]

    async def _ask(self, request: Request, content: dict[str, Any]) -> Response:
        actor = await signed_in_actor(request, self._cookie)
        return json_response({"code": await actions.ask_to_move(actor, email=text_in(content, "email"))})

    async def _move(self, request: Request, content: dict[str, Any]) -> Response:
        actor = await signed_in_actor(request, self._cookie)
        email = await actions.move(actor, code=text_in(content, "code"), digits=text_in(content, "digits"))
        return json_response({"email": email})
