"""Headers on every answer, and one log line for every request that holds no personal data."""

import time

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.get_logger()

_ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_HTTPS = {"strict-transport-security": "max-age=63072000; includeSubDomains"}
_NO_PAGE = "default-src 'none'; frame-ancestors 'none'"
_QUIET = ("/healthz", "/readyz", "/_app/")


class Headers:
    """Adds the security headers and tells the log what was asked: path without query, status, time, operation by
    name."""

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self.app = app
        self.fixed = _ALWAYS | (_HTTPS if secure else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = time.perf_counter()

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self.fixed)
                headers.setdefault("content-security-policy", _NO_PAGE)
                _tell(scope, message["status"], time.perf_counter() - started)
            await send(message)

        await self.app(scope, receive, with_headers)


def _tell(scope: Scope, status: int, seconds: float) -> None:
    if scope["path"].startswith(_QUIET) and status < 400:
        return
    operation = scope.get("state", {}).get("operation")
    # the path of a page may hold an id of somebody's visit: its first part is enough
    log.info(
        "request",
        method=scope["method"],
        path="/" + scope["path"].lstrip("/").partition("/")[0],
        status=status,
        milliseconds=round(seconds * 1000, 1),
        operation=operation,
    )
