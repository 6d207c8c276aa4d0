"""What every test of wishes starts with."""

import pytest_asyncio

from tests.requests.scene import Scene, a_scene
from tests.world import World
from vrijplaats.settings import Settings


@pytest_asyncio.fixture(loop_scope="module")
async def scene(db: Settings, world: World) -> Scene:
    """A prison, its staff, an organisation and its coordinator."""
    return await a_scene(world)
