"""Requests for a correction: a volunteer's own, and those that wait at a coordinator's organisation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from vrijplaats.core import db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.mydata.corrections.rules import CorrectionItem, CorrectionOutcome, CorrectionReason
from vrijplaats.visits import queries as visits
from vrijplaats.visits.views import VisitView

_READ = """
select c.id, c.item, c.wanted, c.asked_at, c.due_on, c.outcome, c.reason, c.answered_at, c.visit_id,
p.display_name as volunteer_name
from correction c join volunteer v on v.id = c.volunteer_id join person p on p.id = v.person_id
where c.organisation_id = $1 and c.withdrawn_at is null
"""
_MINE = f"{_READ} and c.volunteer_id = $2 order by c.answered_at is not null, c.asked_at desc, c.id desc limit 50"
_WAITING = f"{_READ} and c.answered_at is null order by c.due_on, c.asked_at, c.id limit 100"
_ONE = f"{_READ} and c.id = $2"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """A request, and the answer when there is one. `due_on` is the last day for it."""

    id: UUID
    item: CorrectionItem
    wanted: str
    asked_at: datetime
    due_on: date
    outcome: CorrectionOutcome | None
    reason: CorrectionReason | None
    answered_at: datetime | None
    visit_id: UUID | None
    volunteer_name: str


async def my_corrections(actor: Actor) -> list[CorrectionView]:
    """The volunteer's own: what is open first, then the newest."""
    organisation_id = own_organisation(actor, Role.VOLUNTEER)
    return [_view(row) for row in await db.fetch(_MINE, organisation_id, actor.volunteer_id)]


async def corrections_waiting(actor: Actor) -> list[CorrectionView]:
    """Coordinator: what has no answer yet, soonest due first."""
    return [_view(row) for row in await db.fetch(_WAITING, own_organisation(actor, Role.COORDINATOR))]


async def correction(actor: Actor, correction_id: UUID) -> CorrectionView | None:
    """This one, when the actor may see it."""
    row = await db.fetch_one(_ONE, own_organisation(actor, Role.VOLUNTEER, Role.COORDINATOR), correction_id)
    return _view(row) if row else None


async def visits_of(actor: Actor, visit_ids: Sequence[UUID]) -> list[VisitView | None]:
    """For each of these the visit as it stands, when the actor may see it."""
    found = await visits.visits_by_id(actor, visit_ids)
    return [found.get(visit_id) for visit_id in visit_ids]


def _view(row: Mapping[str, Any]) -> CorrectionView:
    return CorrectionView(
        **{
            **row,
            "item": CorrectionItem(row["item"]),
            "outcome": CorrectionOutcome(row["outcome"]) if row["outcome"] else None,
            "reason": CorrectionReason(row["reason"]) if row["reason"] else None,
        }
    )
