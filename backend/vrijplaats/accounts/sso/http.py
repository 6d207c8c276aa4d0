"""The routes under /sso/: who has a provider, going there, and coming back. A browser only ever gets redirects of ours:
what went wrong is a code in the address of the screen, and that screen has the words."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vrijplaats.accounts.answering import guarded, signed_in_actor
from vrijplaats.accounts.http import SessionCookie
from vrijplaats.accounts.rules import KEPT_BY_BROWSER, POLICIES, device_of
from vrijplaats.accounts.sso import actions, attempts, queries
from vrijplaats.accounts.sso.actions import Answered, Arrived
from vrijplaats.accounts.sso.errors import Refused
from vrijplaats.accounts.sso.rules import ATTEMPT_LASTS, BEGUN_FROM_NETWORK, Purpose, is_domain, own_path
from vrijplaats.core.answers import json_response
from vrijplaats.core.errors import DomainError, NotFound, NotSignedIn
from vrijplaats.core.graphql import uuid_or_none
from vrijplaats.core.limits import TooOften, network_of, spend

SIGN_IN, ME = "/inloggen", "/ik"
STATUS: dict[type[DomainError], int] = {NotFound: 404}
_LONGEST_ANSWER = 4096


class SsoRoutes:
    """Single sign-on over HTTP, for one address of ours."""

    def __init__(self, origin: str, cookie: SessionCookie) -> None:
        self._redirect_uri, self._session = f"{origin}/sso/callback", cookie
        prefix = "__Host-" if cookie.secure else ""
        self._journey, self._last = f"{prefix}vrijplaats-sso", f"{prefix}vrijplaats-via"

    def routes(self) -> list[BaseRoute]:
        """Names, then there and back."""
        return [
            Route("/sso/providers", self._providers, methods=["GET"]),
            Route("/sso/callback", self._callback, methods=["GET"]),
            Route("/sso/{provider}/start", self._start, methods=["GET"]),
            Route("/sso/{provider}/link", guarded(self._link, STATUS), methods=["POST"]),
        ]

    async def _providers(self, request: Request) -> Response:
        """Id and name of each; `?domain=` those for an e-mail domain. `last` is the one this device came in by."""
        domain = request.query_params.get("domain")
        found = await _for(domain.lower() if domain is not None else None)
        last = uuid_or_none(request.cookies.get(self._last))
        listed = [{"id": str(each["id"]), "name": each["name"]} for each in found]
        return json_response({"providers": listed, "last": str(last) if last in {p["id"] for p in found} else None})

    async def _start(self, request: Request) -> Response:
        """To the provider, to sign in."""
        try:
            await spend(BEGUN_FROM_NETWORK, network_of(request))
            wanted = own_path(request.query_params.get("to"))
            address, begun = await actions.go(_provider_of(request), self._redirect_uri, return_path=wanted)
        except TooOften:
            return _to(SIGN_IN, "BUSY")
        except Refused as refused:
            return _to(SIGN_IN, refused.code)
        return self._keep(_redirect(address), begun.browser)

    async def _link(self, request: Request, _content: dict[str, Any]) -> Response:
        """The address to go to in order to link one's account. Asked with the header of our own screens: or another
        site could have its own account linked to whoever is signed in here."""
        actor = await signed_in_actor(request, self._session)
        try:
            address, begun = await actions.go(_provider_of(request), self._redirect_uri, return_path=ME, actor=actor)
        except Refused as refused:
            return json_response({"refused": refused.code}, 409)
        return self._keep(json_response({"address": address}), begun.browser)

    async def _callback(self, request: Request) -> Response:
        """Back from the provider."""
        answered = _answered(request, request.cookies.get(self._journey, ""))
        taken = await attempts.take(answered.state, answered.browser) if answered else None
        if answered is None or taken is None:
            return self._forget(_to(SIGN_IN, "AGAIN"))
        linking = taken.purpose is Purpose.LINK
        try:
            actor = await signed_in_actor(request, self._session) if linking else None
            device = device_of(request.headers.get("user-agent", ""))
            arrived = await actions.arrive(taken, answered, self._redirect_uri, actor=actor, device=device)
        except NotSignedIn:
            return self._forget(_to(SIGN_IN, "AGAIN"))
        except Refused as refused:
            return self._forget(_to(ME if linking else SIGN_IN, refused.code))
        if arrived.signed_in is None:
            return self._forget(_to(ME, "LINKED"))
        return await self._signed_in(request, arrived)

    async def _signed_in(self, request: Request, arrived: Arrived) -> Response:
        assert arrived.signed_in is not None
        await self._session.end_former(request, arrived.signed_in)
        response = self._forget(self._session.give(_redirect(arrived.path), arrived.signed_in))
        if not POLICIES[arrived.signed_in.role].shared_device:
            age = int(KEPT_BY_BROWSER.total_seconds())
            self._cookie(response, self._last, str(arrived.provider_id), age)
        return response

    def _keep(self, response: Response, browser: str) -> Response:
        return self._cookie(response, self._journey, browser, int(ATTEMPT_LASTS.total_seconds()))

    def _forget(self, response: Response) -> Response:
        return self._cookie(response, self._journey, "", 0)

    def _cookie(self, response: Response, name: str, value: str, age: int) -> Response:
        # lax: the way back is a link on the provider's site
        response.set_cookie(
            name, value, max_age=age, path="/", secure=self._session.secure, httponly=True, samesite="lax"
        )
        return response


async def _for(domain: str | None) -> list[dict[str, Any]]:
    """What is no domain is nobody's; a character that no text can hold never reaches the database."""
    return await queries.open_providers(domain) if domain is None or is_domain(domain) else []


def _provider_of(request: Request) -> UUID:
    found = uuid_or_none(request.path_params["provider"])
    if found is None:
        raise Refused("ENDED")
    return found


def _answered(request: Request, browser: str) -> Answered | None:
    """What a provider sends along; None when that cannot be one of ours."""
    given: Any = request.query_params
    names = [name for name, _ in given.multi_items()]
    if len(str(request.url.query)) > _LONGEST_ANSWER or len(names) != len(set(names)) or not browser:
        return None
    code = None if "error" in given else given.get("code")
    return Answered(state=given.get("state", ""), browser=browser, code=code, issuer=given.get("iss"))


def _to(path: str, code: str) -> Response:
    return _redirect(f"{path}?{urlencode({'sso': code})}")


def _redirect(address: str) -> Response:
    return RedirectResponse(address, 303, {"cache-control": "no-store"})
