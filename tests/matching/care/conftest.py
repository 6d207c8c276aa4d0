"""The desk of these tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest_asyncio

from tests.world import Ids, World
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.matching.care import actions, queries
from vrijplaats.matching.care.rules import CareSignal

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """An organisation with two coordinators, at one prison."""

    world: World
    facility: UUID
    organisation: UUID
    anja: Actor
    bert: Actor

    async def volunteer(self, name: str, days: int = 60, **register: Any) -> tuple[Actor, Ids]:
        """Somebody with a match that began so many days ago."""
        since = {"status_since": date(2026, 1, 1), **register}
        who = await self.world.a_volunteer(self.organisation, name, admitted=[self.facility], **since)
        return who, await self.match(who, days)

    async def match(self, who: Actor, days: int) -> Ids:
        return await self.world.a_match(who, self.facility, started_on=ago(days))

    async def held(self, match: Ids, *days: int) -> None:
        """Visits that took place so many days ago, logged that evening."""
        for each in days:
            when = NOW - timedelta(days=each)
            visit = await self.world.a_visit(match, when - timedelta(hours=2), state="LOGGED")
            log = {"outcome": "HELD", "minutes": 60, "setting": "PRIVATE_ROOM", "travel_kilometres": 10}
            await self.world.insert(
                "visit_log", visit_id=visit.id, organisation_id=self.organisation, logged_at=when, **log
            )

    async def signs(self, actor: Actor | None = None) -> list[tuple[str, str]]:
        """Who is on the screen and why: sign and name."""
        who = actor or self.anja
        async with db.transaction(who, read_only=True):
            groups = await queries.care(who, first=100)
        return [(group.signal.value, line.volunteer_name) for group in groups for line in group.lines]

    async def spoke(self, actor: Actor, who: Actor, signal: CareSignal, match: Ids | None = None) -> UUID:
        assert who.volunteer_id is not None
        async with db.transaction(actor):
            return await actions.mark_spoken(
                actor, volunteer_id=who.volunteer_id, signal=signal, match_id=match.id if match else None
            )

    async def undo(self, actor: Actor, talk: UUID) -> None:
        async with db.transaction(actor):
            await actions.undo_spoken(actor, talk_id=talk)


def ago(days: int) -> date:
    return NOW.date() - timedelta(days=days)


@pytest_asyncio.fixture(loop_scope="module")
async def desk(world: World) -> AsyncIterator[Desk]:
    facility = await world.a_facility()
    organisation = await world.an_organisation(facilities=[facility])
    anja = await world.a_coordinator(organisation, "Anja Vos")
    with clock.travel(NOW):
        yield Desk(world, facility, organisation, anja, await world.a_coordinator(organisation, "Bert Kok"))
