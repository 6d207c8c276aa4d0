"""Playing a persona of the demo, in a browser in this process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.calling import Browser
from vrijplaats.accounts.actions import sign_in_as


def unseen(step: str, done: int, total: int) -> None:
    """Nobody watches the progress."""


@dataclass(slots=True)
class Persona:
    """Somebody of the demo, at work."""

    browser: Browser

    async def ask(self, key: str, document: str, variables: dict[str, Any] | None = None) -> Any:
        """The answer this persona gets."""
        self.browser.http.cookies.set("vrijplaats", (await sign_in_as(key)).token)
        return await self.browser.graphql(document, variables)
