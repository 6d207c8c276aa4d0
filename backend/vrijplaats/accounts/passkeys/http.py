"""The routes under /passkeys/: what a device is asked, and what it answers. JSON, with the header X-Vrijplaats: 1."""

from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from vrijplaats.accounts.actions import require_whole
from vrijplaats.accounts.answering import Answering, guarded, signed_in_actor
from vrijplaats.accounts.http import SessionCookie
from vrijplaats.accounts.passkeys import actions, ceremonies, challenges, queries
from vrijplaats.accounts.passkeys.ceremonies import RelyingParty, Unreadable
from vrijplaats.accounts.passkeys.challenges import Purpose
from vrijplaats.accounts.passkeys.errors import PasskeyNotAdded, PasskeyRefused
from vrijplaats.accounts.queries import viewer
from vrijplaats.accounts.rules import device_of
from vrijplaats.core import db
from vrijplaats.core.access import require_owner
from vrijplaats.core.actor import Actor
from vrijplaats.core.answers import json_response
from vrijplaats.core.errors import BadRequest, DomainError
from vrijplaats.core.limits import Limit

# of a network: an open sign-in screen asks every four minutes, and a prison is one network
ASKED = Limit(kind="passkeys.asked", times=1200, per=timedelta(hours=1))
SHOWN = Limit(kind="passkeys.shown", times=300, per=timedelta(hours=1))
STATUS: dict[type[DomainError], int] = {PasskeyNotAdded: 403, PasskeyRefused: 403}


class PasskeyRoutes:
    """The ceremonies over HTTP, for one relying party."""

    def __init__(self, party: RelyingParty, cookie: SessionCookie) -> None:
        self._party, self._cookie = party, cookie

    def routes(self) -> list[BaseRoute]:
        """Options first, then the answer to them."""
        found: dict[str, Answering] = {
            "registration/options": self._ask_to_make,
            "registration": self._add,
            "confirm/options": self._ask_to_confirm,
            "confirm": self._confirm,
            "sign-in/options": self._ask_to_show,
            "sign-in": self._sign_in,
        }
        # for who is not signed in, each of these is a row
        counted = {path: ASKED if path.endswith("/options") else SHOWN for path in found if path != "registration"}
        return [
            Route(f"/passkeys/{path}", guarded(answer, STATUS, from_network=counted.get(path)), methods=["POST"])
            for path, answer in found.items()
        ]

    async def _ask_to_make(self, request: Request, _content: dict[str, Any]) -> Response:
        actor = await self._actor(request)
        require_owner(actor)  # or whoever finds a session that was left open lets themselves in for good
        async with db.transaction(actor):
            await require_whole(actor)
            challenge = await challenges.ask(Purpose.REGISTER, actor.person_id)
            name = (await viewer(actor)).display_name
            known = await queries.usable_credentials(actor)
        return json_response(
            ceremonies.creation_options(self._party, challenge, person_id=actor.person_id, name=name, known=known)
        )

    async def _add(self, request: Request, content: dict[str, Any]) -> Response:
        actor = await self._actor(request)
        if not isinstance(name := content.get("name"), str):
            raise BadRequest
        try:
            answer = ceremonies.made(content.get("credential"))
        except Unreadable:
            raise PasskeyNotAdded from None
        added = await actions.add_passkey(actor, party=self._party, answer=answer, name=name)
        return json_response({"passkey": str(added)})

    async def _ask_to_show(self, _request: Request, _content: dict[str, Any]) -> Response:
        async with db.transaction({}):
            challenge = await challenges.ask(Purpose.SIGN_IN, None)
        return json_response(ceremonies.request_options(self._party, challenge))

    async def _sign_in(self, request: Request, content: dict[str, Any]) -> Response:
        try:
            answer = ceremonies.shown(content.get("credential"))
        except Unreadable:
            raise PasskeyRefused from None
        device = device_of(request.headers.get("user-agent", ""))
        signed_in = await actions.sign_in(party=self._party, answer=answer, device=device)
        await self._cookie.end_former(request, signed_in)
        return self._cookie.give(json_response({"signedIn": True}), signed_in)

    async def _ask_to_confirm(self, request: Request, _content: dict[str, Any]) -> Response:
        actor = await self._actor(request)
        async with db.transaction(actor):
            challenge = await challenges.ask(Purpose.CONFIRM, actor.person_id)
            allowed = await queries.usable_credentials(actor)
        return json_response(ceremonies.request_options(self._party, challenge, allowed=allowed))

    async def _confirm(self, request: Request, content: dict[str, Any]) -> Response:
        actor = await self._actor(request)
        try:
            answer = ceremonies.shown(content.get("credential"))
        except Unreadable:
            raise PasskeyRefused from None
        session = self._cookie.session_of(request) or ""
        await actions.confirm(actor, session, party=self._party, answer=answer)
        return json_response({"confirmed": True})

    async def _actor(self, request: Request) -> Actor:
        return await signed_in_actor(request, self._cookie)
