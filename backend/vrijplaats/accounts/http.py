"""The session cookie, and signing out."""

from starlette.requests import Request
from starlette.responses import Response

from vrijplaats.accounts import actions
from vrijplaats.accounts.rules import POLICIES, cookie_age
from vrijplaats.core.actor import Role, SignedIn
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

    def give(self, response: Response, signed_in: SignedIn) -> Response:
        """Let the browser keep the token, out of reach of scripts; on a shared device only until it is closed."""
        age = cookie_age(signed_in.role)
        response.set_cookie(
            self.name,
            signed_in.token,
            max_age=int(age.total_seconds()) if age else None,
            path="/",
            secure=self.secure,
            httponly=True,
            samesite="lax",
        )
        return response

    async def end_former(self, request: Request, signed_in: SignedIn) -> None:
        """End the session this browser had, when somebody signs in: its token is of no use to anybody any more."""
        if former := self.session_of(request):
            await actions.end_former(former, signed_in)

    async def sign_out(self, request: Request) -> Response:
        """POST /sign-out: end the session and forget the cookie."""
        if request.headers.get("x-vrijplaats") != "1":
            return refusal(403, "HEADER_MISSING", "The header X-Vrijplaats: 1 is missing.")
        session = self.session_of(request)
        role = await actions.sign_out(session) if session else None
        cleared = request.headers.get("x-vrijplaats-cleared") == "1"
        response = json_response({"signedOut": True}, headers=_clearing(role, cleared=cleared))
        response.delete_cookie(self.name, path="/", secure=self.secure, httponly=True, samesite="lax")
        return response


def _clearing(role: Role | None, *, cleared: bool) -> dict[str, str]:
    """On a shared device nothing stays behind; when nobody knows any more whose session it was, neither, unless the
    device has cleared what was theirs by itself: what somebody else still has to send stays there."""
    shared = not cleared if role is None else POLICIES[role].shared_device
    return {"clear-site-data": '"cache", "storage"'} if shared else {}
