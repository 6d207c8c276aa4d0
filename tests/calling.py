"""Calling the program in this process, the way the PWA does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import httpx

from tests.world import World
from vrijplaats.app import create_app
from vrijplaats.core.actor import Actor
from vrijplaats.settings import Settings


@dataclass(slots=True)
class Browser:
    """A client with a cookie jar; sign in, then send documents."""

    http: httpx.AsyncClient
    world: World

    async def sign_in(self, actor: Actor, **how: Any) -> Browser:
        """From here on the requests are this actor's; `how` as World.sign_in knows it."""
        self.http.cookies.set("vrijplaats", await self.world.sign_in(actor, **how))
        return self

    async def post(
        self, document: str, variables: dict[str, Any] | None = None, key: UUID | None = None, **more: str
    ) -> httpx.Response:
        """Send a document; a mutation gets a key of its own unless one is given; `more` are headers."""
        headers = {"X-Vrijplaats": "1", "Idempotency-Key": str(key or uuid4())} | more
        content = {"query": document, "variables": variables or {}}
        return await self.http.post("/graphql", json=content, headers=headers)

    async def graphql(self, document: str, variables: dict[str, Any] | None = None, key: UUID | None = None) -> Any:
        """The data of an answer without errors."""
        response = await self.post(document, variables, key)
        content = response.json()
        assert "errors" not in content, content["errors"]
        return content["data"]

    async def codes(self, document: str, variables: dict[str, Any] | None = None) -> list[str]:
        """The codes of the errors in an answer."""
        content = (await self.post(document, variables)).json()
        return [error["extensions"]["code"] for error in content.get("errors", [])]


def a_browser(settings: Settings, world: World) -> Browser:
    """A browser on this program; core.db is to be open already."""
    return from_network(settings, world, "127.0.0.1")


def from_network(settings: Settings, world: World, address: str) -> Browser:
    """The same, coming from this address."""
    transport = httpx.ASGITransport(create_app(settings), raise_app_exceptions=False, client=(address, 123))
    return Browser(httpx.AsyncClient(transport=transport, base_url="http://localhost"), world)
