"""The session cookie, and signing out."""

from starlette.requests import Request
from starlette.responses import Response

from vrijplaats.accounts import actions
from vrijplaats.core.answers import json_response, refusal


class SessionCookie:
    """Name and attributes of the cookie: locked to this host and to https in production, plain over http elsewhere."""

    def __init__(self, *, secure: bool) -> None:
        self.secure = secure
        self.name = "__Host-vrijplaats" if secure else "vrijplaats"

    def session_of(self, request: Request) -> str | None:
        """The hash of the token a request carries."""
        token = request.cookies.get(self.name)
        return actions.token_hash(token) if token else None

    def give(self, response: Response, token: str) -> Response:
        """Let the browser keep the token, out of reach of scripts."""
        age = int(actions.SESSION_LASTS.total_seconds())
        response.set_cookie(self.name, token, max_age=age, path="/", secure=self.secure, httponly=True, samesite="lax")
        return response

    async def sign_out(self, request: Request) -> Response:
        """POST /sign-out: end the session and forget the cookie."""
        if request.headers.get("x-vrijplaats") != "1":
            return refusal(403, "HEADER_MISSING", "The header X-Vrijplaats: 1 is missing.")
        if session := self.session_of(request):
            await actions.sign_out(session)
        response = json_response({"signedOut": True})
        response.delete_cookie(self.name, path="/", secure=self.secure, httponly=True, samesite="lax")
        return response
