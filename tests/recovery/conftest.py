"""What the tests of recovery share."""

from __future__ import annotations

import pytest

from tests.recovery.phones import Post
from tests.world import World
from vrijplaats.settings import Settings


@pytest.fixture
def post_office(settings: Settings, world: World) -> Post:
    """Delivers what waits, and knows the letters."""
    return Post(settings, world)
