"""Builders for tests: each makes one thing and what it cannot do without. Written past every wall, as superuser."""

from tests.world.visiting import Ids, Visiting

__all__ = ["Ids", "World"]


class World(Visiting):
    """Every builder, on one superuser connection; everything is committed at once."""
