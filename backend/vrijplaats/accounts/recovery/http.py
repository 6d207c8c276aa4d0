"""The routes under /recovery/, for whoever is not signed in: two halves of a code, then a new passkey. JSON, with the
header X-Vrijplaats: 1."""

from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from vrijplaats.accounts.answering import Answering, guarded
from vrijplaats.accounts.http import SessionCookie
from vrijplaats.accounts.passkeys import ceremonies
from vrijplaats.accounts.passkeys.ceremonies import RelyingParty, Unreadable
from vrijplaats.accounts.passkeys.errors import PasskeyNotAdded
from vrijplaats.accounts.recovery import using
from vrijplaats.accounts.recovery.errors import PasskeyNeeded, RecoveryRefused
from vrijplaats.accounts.recovery.using import Halves
from vrijplaats.accounts.rules import device_of
from vrijplaats.core.answers import json_response
from vrijplaats.core.errors import BadRequest, DomainError, NotAllowedNow
from vrijplaats.core.limits import Limit

# of one network: an office in which three people lost their phone, and nobody who tries codes
PER_NETWORK = Limit(kind="recovery", times=60, per=timedelta(hours=1))
STATUS: dict[type[DomainError], int] = {
    RecoveryRefused: 403,
    PasskeyNeeded: 403,
    PasskeyNotAdded: 403,
    NotAllowedNow: 409,
}
_LONGEST = 200


class RecoveryRoutes:
    """Recovery over HTTP, for one relying party."""

    def __init__(self, party: RelyingParty, cookie: SessionCookie) -> None:
        self._party, self._cookie = party, cookie

    def routes(self) -> list[BaseRoute]:
        """What the device is asked, its answer, and stopping."""
        found: dict[str, Answering] = {"options": self._ask, "use": self._use, "stop": self._stop}
        return [
            Route(f"/recovery/{path}", guarded(answer, STATUS, from_network=PER_NETWORK), methods=["POST"])
            for path, answer in found.items()
        ]

    async def _ask(self, _request: Request, content: dict[str, Any]) -> Response:
        return json_response(await using.ask(_halves(content), party=self._party))

    async def _use(self, request: Request, content: dict[str, Any]) -> Response:
        made = content.get("credential")
        try:
            answer = None if made is None else ceremonies.made(made)
        except Unreadable:
            raise PasskeyNotAdded from None
        device = device_of(request.headers.get("user-agent", ""))
        name = _text(content, "name") or "-"
        signed_in = await using.use(_halves(content), party=self._party, answer=answer, name=name, device=device)
        await self._cookie.end_former(request, signed_in)
        return self._cookie.give(json_response({"signedIn": True}), signed_in)

    async def _stop(self, _request: Request, content: dict[str, Any]) -> Response:
        await using.stop_by_link(_text(content, "link"))
        return json_response({"stopped": True})


def _halves(content: dict[str, Any]) -> Halves:
    return Halves(spoken=_text(content, "spoken"), second=_text(content, "second"), link=_text(content, "link"))


def _text(content: dict[str, Any], name: str) -> str:
    value = content.get(name, "")
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise BadRequest
    return value
