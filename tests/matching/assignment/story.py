"""Somebody who waits, somebody who can go, the proposal and what is sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.matching.scene import Scene, a_scene, tomorrow
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.matching.assignment.actions import Sent, offer_assignment
from vrijplaats.matching.assignment.queries import PreviewView, assignment_preview
from vrijplaats.matching.assignment.rules import Pair
from vrijplaats.matching.waves.rules import Rhythm

FAR = {"latitude": 51.9, "longitude": 4.7}


def days_ago(days: int) -> datetime:
    return datetime.now(UTC) - timedelta(days=days)


async def preview_of(actor: Actor, **asked: Any) -> PreviewView:
    async with db.transaction(actor):
        return await assignment_preview(actor, **asked)


async def send(actor: Actor, *pairs: Pair, waves: Rhythm | None = None) -> Sent:
    async with db.transaction(actor):
        return await offer_assignment(actor, pairs=pairs, expires_at=tomorrow(), waves=waves)


def who_in(preview: PreviewView) -> dict[UUID, str]:
    return {pair.request.id: pair.suggestion.volunteer.display_name for pair in preview.pairs}


def pair_of(request: UUID, volunteer: Actor) -> Pair:
    assert volunteer.volunteer_id is not None
    return Pair(request, volunteer.volunteer_id)


async def two_and_two(world: World) -> tuple[Scene, UUID, UUID, Actor, Actor]:
    """Karin is the first choice for both, and the only one who speaks Turkish; Ruben can take the other."""
    scene = await a_scene(world)
    karin = await scene.a_volunteer("Karin", languages=["nl", "tr"], capacity=1)
    ruben = await scene.a_volunteer("Ruben", capacity=1, **FAR)
    longest = await scene.a_request(waiting_since=days_ago(20))
    turkish = await scene.a_request(languages=["tr"], waiting_since=days_ago(5))
    return scene, longest, turkish, karin, ruben
