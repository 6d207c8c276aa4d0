"""What a mutation is tried with, and the small world in which it would work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tests.world import Ids, World
from vrijplaats.core.actor import Actor


@dataclass(frozen=True, slots=True)
class Case:
    """A mutation, the actor who may do it and an input that would work."""

    actor: Actor
    good: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scene:
    """One prison and one organisation, with somebody in every role and a match with two visits."""

    world: World
    facility: UUID
    organisation: UUID
    staff: Actor
    contact: Actor
    coordinator: Actor
    volunteer: Actor
    operator: Actor
    match: Ids
    past: Ids
    coming: Ids
    now: datetime
