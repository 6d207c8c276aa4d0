"""Putting a log right because its volunteer asked for it (mydata.corrections, the only caller). Nobody else changes
one: the database lets a coordinator write the log of a visit only while such a request is open."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import InvalidInput, NotFound
from vrijplaats.visits import logs, queries, rules
from vrijplaats.visits.rules import Log, VisitOutcome, VisitState

_VISIT = """
select v.id, v.state, v.match_id, v.organisation_id, v.outside, p.ends_at, p.person_id
from visit v join presence p on p.id = v.presence_id where v.id = $1 and ($2::uuid is null or p.volunteer_id = $2)
"""
_CORRECT = """
update visit_log set outcome = $2, minutes = $3, setting = $4, travel_kilometres = $5, corrected_by = $6,
  corrected_at = $7 where visit_id = $1
"""
# it was not off after all; the time that was given back lies behind us and stays given back
_NOT_OFF = """
update visit set state = 'LOGGED', cancel_side = null, cancel_cause = null, cancelled_at = null where id = $1
"""
# as whoever asked for it said it, when they asked
_MAKE = """
insert into visit_log (visit_id, outcome, minutes, setting, travel_kilometres, corrected_by, corrected_at,
  organisation_id, logged_by, logged_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
"""


async def check_askable(actor: Actor, visit_id: UUID) -> None:
    """The volunteer asks for a correction of this visit, of their own. Raises NotFound, InvalidInput."""
    require(actor, Role.VOLUNTEER)
    _check(await _visit(_VISIT, visit_id, actor.volunteer_id))


async def correct_log(actor: Actor, *, visit_id: UUID, log: Log, asked_at: datetime) -> dict[str, UUID]:
    """Write what it becomes, by the rules of a log; gives what history is told about. Raises NotFound, InvalidInput."""
    require(actor, Role.COORDINATOR)
    visit = await _visit(f"{_VISIT} for update of v", visit_id, None)
    _check(visit, log.outcome)
    rules.check_log(log, outside=visit["outside"])
    log = rules.as_it_was(log, outside=visit["outside"])
    shown = await queries.visit(actor, visit_id)
    if shown and shown.log and logs.is_same(log, shown.log):
        label = {"nl": "Bezoek", "en": "Visit"}
        raise InvalidInput(field="outcome", label=label, requirement=rules.NOTHING_CHANGES)
    await _write(actor, visit, log, asked_at)
    return {"visit": visit_id, "match": visit["match_id"]}


async def _write(actor: Actor, visit: dict[str, Any], log: Log, asked_at: datetime) -> None:
    figures = (log.outcome.value, log.minutes, log.setting.value, Decimal(f"{log.travel_kilometres:.1f}"))
    becomes = (visit["id"], *figures, actor.person_id, clock.now())
    if visit["state"] == VisitState.LOGGED:
        await db.execute(_CORRECT, *becomes)
        return
    await db.execute(_NOT_OFF, visit["id"])
    await db.execute(_MAKE, *becomes, visit["organisation_id"], visit["person_id"], asked_at)


async def _visit(sql: str, visit_id: UUID, volunteer_id: UUID | None) -> dict[str, Any]:
    found = await db.fetch_one(sql, visit_id, volunteer_id)
    if found is None:
        raise NotFound
    return found


def _check(visit: dict[str, Any], becomes: VisitOutcome | None = None) -> None:
    rules.check_correctable(VisitState(visit["state"]), over=visit["ends_at"] <= clock.now(), becomes=becomes)
