"""A visit that was logged, and what is asked and answered about its log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tests.visits.story import Story, a_log
from tests.world import Ids, World
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.mydata.corrections import actions
from vrijplaats.mydata.corrections.queries import CorrectionView
from vrijplaats.mydata.corrections.rules import CorrectionItem, CorrectionOutcome, CorrectionReason
from vrijplaats.visits import queries as visits
from vrijplaats.visits.views import VisitView

WANTED = "22 november, 90 minuten"


@dataclass(frozen=True, slots=True)
class Desk:
    """A visit that was logged, its volunteer and two coordinators."""

    story: Story
    past: Ids
    bert: Actor

    @property
    def world(self) -> World:
        return self.story.world

    async def ask(self, visit: UUID | None = None, actor: Actor | None = None, wanted: str = WANTED) -> UUID:
        els, item = actor or self.story.volunteer, CorrectionItem.VISIT
        async with db.transaction(els):
            asked = await actions.ask_correction(els, item=item, wanted=wanted, visit_id=visit or self.past.id)
        return asked.id

    async def correct(self, correction: UUID, actor: Actor | None = None, **changes: Any) -> CorrectionView:
        who = actor or self.story.coordinator
        async with db.transaction(who):
            return await actions.correct_visit(who, correction_id=correction, log=a_log(**changes))

    async def answer(self, correction: UUID, outcome: str, reason: str | None = None) -> CorrectionView:
        anja, why = self.story.coordinator, CorrectionReason(reason) if reason else None
        async with db.transaction(anja):
            said = CorrectionOutcome(outcome)
            return await actions.answer_correction(anja, correction_id=correction, outcome=said, reason=why)

    async def visit(self, actor: Actor | None = None, visit: UUID | None = None) -> VisitView | None:
        who = actor or self.story.volunteer
        async with db.transaction(who, read_only=True):
            return await visits.visit(who, visit or self.past.id)

    async def stands(self, visit: UUID | None = None) -> tuple[str, int, str, float]:
        row = "select outcome, minutes, setting, travel_kilometres::float from visit_log where visit_id = $1"
        (found,) = await self.world.rows(row, visit or self.past.id)
        return tuple(found.values())

    async def history(self) -> list[dict[str, Any]]:
        sql = "select verb, person_id, facility_id from history where organisation_id = $1 order by id"
        return await self.world.rows(sql, self.story.organisation)

    async def told(self, event: str) -> list[list[UUID]]:
        sql = "select recipients from outbox where organisation_id = $1 and event = $2 order by id"
        return [row["recipients"] for row in await self.world.rows(sql, self.story.organisation, event)]
