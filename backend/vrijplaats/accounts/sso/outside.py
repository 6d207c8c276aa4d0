"""Asking a provider: the only place where this program sends a request because of what somebody outside wrote.

One patience for the whole answer, a cap on its size, no redirects, no proxies of the environment, no packed answers
(a small one may unpack to a large one), and only addresses that may be asked (rules.may_be_asked).
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx2
import orjson
from authlib.integrations.httpx_client import AsyncOAuth2Client

from vrijplaats.accounts.sso.errors import Unanswered
from vrijplaats.accounts.sso.rules import may_be_asked
from vrijplaats.settings import Mode, current

PATIENCE_SECONDS = 5.0
MOST_BYTES = 256 * 1024
HEADERS = {"accept": "application/json", "accept-encoding": "identity", "user-agent": "Vrijplaats"}


class _Capped(httpx2.AsyncByteStream):
    """An answer that is broken off as soon as it is too large."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for part in self._stream:
            size += len(part)
            if size > MOST_BYTES:
                raise Unanswered("too large")
            yield part

    async def aclose(self) -> None:
        await self._stream.aclose()


class _Careful(httpx2.AsyncHTTPTransport):
    """Asks only where it may, and reads only so much."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        if not may_be_asked(str(request.url), loopback=loopback()):
            raise Unanswered("an address that may not be asked")
        response = await super().handle_async_request(request)
        if response.headers.get("content-encoding", "identity") != "identity":
            await response.aclose()
            raise Unanswered("packed")
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        return httpx2.Response(
            response.status_code,
            headers=response.headers,
            stream=_Capped(response.stream),
            extensions=response.extensions,
        )


def loopback() -> bool:
    """Whether providers on this machine may be asked, over http."""
    return current().mode is not Mode.PRODUCTION


@asynccontextmanager
async def asking(**client: Any) -> AsyncIterator[AsyncOAuth2Client]:
    """A client for one conversation; whatever goes wrong in it is Unanswered."""
    try:
        async with (
            asyncio.timeout(PATIENCE_SECONDS),
            AsyncOAuth2Client(
                **client,
                transport=_Careful(),
                headers=HEADERS,
                follow_redirects=False,
                trust_env=False,
                timeout=PATIENCE_SECONDS,
            ) as asked,
        ):
            yield asked
    except Unanswered:
        raise
    except Exception as error:  # authlib, httpx2 and their parsers raise many kinds at what comes from outside
        raise Unanswered(type(error).__name__) from error


async def fetch_json(address: str) -> dict[str, Any]:
    """The object at this address; raises Unanswered."""
    async with asking() as asked:
        response = await asked.request("GET", address, withhold_token=True)
        if response.status_code != 200:
            raise Unanswered(f"status {response.status_code}")
        content = orjson.loads(response.content)
    if not isinstance(content, dict):
        raise Unanswered("no object")
    return content
