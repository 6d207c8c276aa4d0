"""The routes under /invitations/: what is behind a link, and saying yes. JSON, with the header X-Vrijplaats: 1."""

from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from vrijplaats.accounts.answering import Answering, guarded
from vrijplaats.accounts.http import SessionCookie
from vrijplaats.accounts.invitations import joining
from vrijplaats.accounts.invitations.errors import InvitationOver, SignInFirst
from vrijplaats.accounts.invitations.joining import NewPerson, Opened
from vrijplaats.accounts.passkeys import ceremonies
from vrijplaats.accounts.passkeys.ceremonies import Answer, RelyingParty, Unreadable
from vrijplaats.accounts.passkeys.errors import PasskeyNotAdded
from vrijplaats.accounts.queries import find_actor, viewer
from vrijplaats.accounts.rules import device_of
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.core.answers import json_response
from vrijplaats.core.errors import BadRequest, DomainError, SessionOver
from vrijplaats.core.http import language_of
from vrijplaats.core.limits import Limit

# an office of many is one network; a link cannot be guessed anyway
LIMIT = Limit(kind="invitation", times=120, per=timedelta(minutes=10))
STATUS: dict[type[DomainError], int] = {
    InvitationOver: 410,
    SignInFirst: 409,
    PasskeyNotAdded: 403,
}


class InvitationRoutes:
    """Opening and accepting over HTTP."""

    def __init__(self, party: RelyingParty, cookie: SessionCookie) -> None:
        self._party, self._cookie = party, cookie

    def routes(self) -> list[BaseRoute]:
        """Looking, asking the device for a passkey, saying yes."""
        found: dict[str, Answering] = {"open": self._open, "passkey": self._ask_to_make, "accept": self._accept}
        return [
            Route(f"/invitations/{path}", guarded(answer, STATUS, from_network=LIMIT), methods=["POST"])
            for path, answer in found.items()
        ]

    async def _open(self, request: Request, content: dict[str, Any]) -> Response:
        actor, name = await self._somebody(request)
        return json_response(_shown(await joining.open_invitation(_text(content, "token"), actor), name))

    async def _ask_to_make(self, _request: Request, content: dict[str, Any]) -> Response:
        token, name = _text(content, "token"), _text(content, "displayName")
        return json_response(await joining.passkey_options(token, party=self._party, display_name=name))

    async def _accept(self, request: Request, content: dict[str, Any]) -> Response:
        token = _text(content, "token")
        actor, _ = await self._somebody(request)
        if actor is not None:
            membership = await joining.accept_as_oneself(token, actor)
            return json_response({"accepted": True, "membership": str(membership)})
        new = NewPerson(
            display_name=_text(content, "displayName"),
            phone=_text(content, "phone", optional=True) or None,
            locale=_text(content, "locale", optional=True) or language_of(request),
            passkey=_passkey(content.get("credential")),
            passkey_name=_text(content, "passkeyName", optional=True),
        )
        device = device_of(request.headers.get("user-agent", ""))
        signed_in = await joining.accept_as_new(token, new, party=self._party, device=device)
        await self._cookie.end_former(request, signed_in)
        return self._cookie.give(json_response({"accepted": True}), signed_in)

    async def _somebody(self, request: Request) -> tuple[Actor | None, str | None]:
        """Who is signed in here, and their name; nobody when the session is over."""
        session = self._cookie.session_of(request)
        if session is None:
            return None, None
        try:
            async with db.transaction({"session": session}, read_only=True):
                actor = await find_actor()
                await db.become(actor)
                return actor, (await viewer(actor)).display_name
        except SessionOver:
            return None, None


def _shown(found: Opened, name: str | None) -> dict[str, Any]:
    held = found.held
    return {
        "role": held.role.value,
        "contactPerson": held.contact_person,
        "tenant": held.tenant,
        "inviter": held.inviter,
        "displayName": held.display_name,
        "email": held.email if held.by_link else None,
        "locale": held.locale,
        "numberKnown": held.number_known,
        "known": found.known,
        "already": found.already,
        "signedInAs": name,
    }


def _text(content: dict[str, Any], name: str, *, optional: bool = False) -> str:
    value = content.get(name)
    if optional and value is None:
        return ""
    if not isinstance(value, str) or len(value) > 1000:
        raise BadRequest
    return value


def _passkey(content: object) -> Answer | None:
    if content is None:
        return None
    try:
        return ceremonies.made(content)
    except Unreadable:
        raise PasskeyNotAdded from None
