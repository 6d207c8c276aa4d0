"""Signing in as somebody of the demo, who is invented; the letters that reach nobody. Only with VRIJPLAATS_DEMO=1."""

import asyncio
from dataclasses import asdict
from pathlib import Path

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vrijplaats import settings
from vrijplaats.accounts import actions, queries
from vrijplaats.accounts.errors import UnknownPersona
from vrijplaats.accounts.http import SessionCookie
from vrijplaats.accounts.rules import device_of
from vrijplaats.core.actor import Role
from vrijplaats.core.answers import json_response, refused_with
from vrijplaats.core.errors import BadRequest, Words, in_language
from vrijplaats.core.http import language_of
from vrijplaats.core.reading import Refused, capped
from vrijplaats.demo.mail import kept_letters

MAX_BODY = 1024
WHAT_THEY_DO: dict[Role, Words] = {
    Role.VOLUNTEER: {
        "nl": "Krijgt uitnodigingen, gaat op bezoek en legt het bezoek vast.",
        "en": "Receives invitations, visits, and logs the visit.",
    },
    Role.COORDINATOR: {
        "nl": "Neemt verzoeken op zich en nodigt vrijwilligers uit.",
        "en": "Takes on requests and invites volunteers.",
    },
    Role.STAFF: {
        "nl": "Voert verzoeken in en bevestigt bezoeken.",
        "en": "Enters requests and confirms visits.",
    },
    Role.FUNDER: {"nl": "Leest publicaties.", "en": "Reads publications."},
    Role.OPERATOR: {"nl": "Maakt publicaties.", "en": "Makes publications."},
}


def demo_routes(cookie: SessionCookie, mail: Path) -> list[Route]:
    """The routes of the demo; `mail` is the folder where letters are kept."""

    async def personas(request: Request) -> Response:
        locale = language_of(request)
        return json_response([_shown(persona, locale) for persona in await queries.demo_personas()])

    async def sign_in(request: Request) -> Response:
        try:
            _from_here(request)
            persona = _persona(await capped(request, MAX_BODY))
            signed_in = await actions.sign_in_as(persona, device=device_of(request.headers.get("user-agent", "")))
        except Refused as refused:
            return refused.response
        except BadRequest as error:
            return refused_with(error, 400, language_of(request))
        except UnknownPersona as error:
            return refused_with(error, 404, language_of(request))
        await cookie.end_former(request, signed_in)
        return cookie.give(json_response({"persona": persona}), signed_in)

    async def letters(_request: Request) -> Response:
        found = await asyncio.to_thread(kept_letters, mail)
        return json_response([asdict(letter) for letter in found])

    return [
        Route("/demo/personas", personas),
        Route("/demo/sign-in", sign_in, methods=["POST"]),
        Route("/demo/mail", letters),
    ]


def _from_here(request: Request) -> None:
    """Refuse what another site's page sends: it could sign somebody in as whom it likes. A browser always says where a
    POST comes from; a plain caller says nothing, and has nobody's cookies."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    own = f"{request.url.scheme}://{request.url.netloc}"
    if site not in (None, "same-origin") or origin not in (None, own, settings.current().origin):
        raise Refused(403, "OTHER_SITE", "This is answered to our own pages only.")


def _persona(content: bytes) -> str:
    try:
        found = orjson.loads(content)
    except orjson.JSONDecodeError:
        raise BadRequest from None
    if not isinstance(found, dict) or not isinstance(found.get("persona"), str):
        raise BadRequest
    persona: str = found["persona"]
    return persona


def _shown(persona: queries.PersonaView, locale: str) -> dict[str, str | None]:
    return {
        "key": persona.key,
        "name": persona.name,
        "role": persona.role.value,
        "organisation": persona.organisation,
        "facility": persona.facility,
        "description": in_language(WHAT_THEY_DO[persona.role], locale),
    }
