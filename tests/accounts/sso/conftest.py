"""The providers these tests ask."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from tests.accounts.sso import provider
from tests.accounts.sso.hostile import Hostile, HostileServer
from tests.accounts.sso.journey import Scene, a_scene
from tests.calling import Browser
from tests.world import World
from vrijplaats.accounts.sso import discovery
from vrijplaats.settings import Settings


@pytest.fixture(scope="module")
def issuer(settings: Settings) -> Iterator[str]:
    """A strict provider that knows the program of this module."""
    with provider.running(f"{settings.origin}/sso/callback") as found:
        yield found


@pytest.fixture
def hostile() -> Iterator[Hostile]:
    """A provider that lies; a new one for each test, and nothing is remembered of the one before."""
    discovery.forget()
    with HostileServer() as found:
        yield found


@pytest_asyncio.fixture(loop_scope="module")
async def scene(browser: Browser, world: World, issuer: str) -> AsyncIterator[Scene]:
    """An organisation with the strict provider."""
    yield await a_scene(browser, issuer, organisation=await world.an_organisation())
