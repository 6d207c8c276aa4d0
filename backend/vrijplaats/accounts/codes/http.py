"""The routes under /codes/: asking for a code, and bringing it back. JSON, with the header X-Vrijplaats: 1."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from vrijplaats.accounts.answering import guarded, text_in
from vrijplaats.accounts.codes import actions
from vrijplaats.accounts.codes.errors import CodeRefused
from vrijplaats.accounts.codes.rules import ASKED_FROM_NETWORK, TRIED_FROM_NETWORK
from vrijplaats.accounts.http import SessionCookie
from vrijplaats.accounts.rules import device_of
from vrijplaats.core.answers import json_response
from vrijplaats.core.errors import DomainError
from vrijplaats.core.limits import network_of

STATUS: dict[type[DomainError], int] = {CodeRefused: 403}


class CodeRoutes:
    """Signing in by code over HTTP."""

    def __init__(self, cookie: SessionCookie) -> None:
        self._cookie = cookie

    def routes(self) -> list[BaseRoute]:
        """First the address, then the digits."""
        ask = guarded(self._ask, STATUS, from_network=ASKED_FROM_NETWORK)
        sign_in = guarded(self._sign_in, STATUS, from_network=TRIED_FROM_NETWORK)
        return [
            Route("/codes/options", ask, methods=["POST"]),
            Route("/codes/sign-in", sign_in, methods=["POST"]),
        ]

    async def _ask(self, request: Request, content: dict[str, Any]) -> Response:
        email, network = text_in(content, "email"), network_of(request)
        code = await actions.ask_for_code(email, network=network, device=_device(request))
        return json_response({"code": code})

    async def _sign_in(self, request: Request, content: dict[str, Any]) -> Response:
        code, digits, network = text_in(content, "code"), text_in(content, "digits"), network_of(request)
        started = await actions.sign_in(code, digits, network=network, device=_device(request))
        await self._cookie.end_former(request, started.signed_in)
        return self._cookie.give(json_response({"signedIn": True, "choose": started.choose}), started.signed_in)


def _device(request: Request) -> str:
    return device_of(request.headers.get("user-agent", ""))
