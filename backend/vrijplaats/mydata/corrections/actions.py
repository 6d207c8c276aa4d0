"""Asking for a correction and taking that back; answering, which of a visit is putting it right."""

from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.mydata.corrections import queries, rules
from vrijplaats.mydata.corrections.queries import CorrectionView
from vrijplaats.mydata.corrections.rules import CorrectionItem, CorrectionOutcome, CorrectionReason
from vrijplaats.visits import correcting
from vrijplaats.visits.rules import Log

_OPEN = "answered_at is null and withdrawn_at is null"
_ASK = f"""
insert into correction (organisation_id, volunteer_id, item, wanted, asked_at, due_on, visit_id)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (organisation_id, volunteer_id, item, visit_id) where {_OPEN} do nothing returning id
"""
_WITHDRAW = f"update correction set withdrawn_at = $3 where id = $1 and volunteer_id = $2 and {_OPEN}"
# locked, so that of two coordinators the second sees what the first did
_LOCK = """
select c.item, c.visit_id, c.asked_at, c.answered_at, c.withdrawn_at, v.person_id
from correction c join volunteer v on v.id = c.volunteer_id where c.id = $1 and c.organisation_id = $2 for update of c
"""
_ANSWER = "update correction set outcome = $2, reason = $3, answered_by = $4, answered_at = $5 where id = $1"
_TOLD = {CorrectionOutcome.CHANGED: "correction.changed", CorrectionOutcome.NOT_CHANGED: "correction.not_changed"}


async def ask_correction(
    actor: Actor, *, item: CorrectionItem, wanted: str, visit_id: UUID | None = None
) -> CorrectionView:
    """Ask the coordinators to correct something; of a visit, which. One question about a thing at a time: raises
    NotAllowedNow; for another's visit NotFound; for what is asked InvalidInput, PlanReference, CitizenNumber."""
    organisation_id = own_organisation(actor, Role.VOLUNTEER)
    if visit_id is not None:
        await correcting.check_askable(actor, visit_id)
    rules.check_about(item, visit_id)
    said, now = rules.wanted_text(item, wanted), clock.now()
    values = (item.value, said, now, rules.due(clock.today()), visit_id)
    asked: UUID | None = await db.fetch_value(_ASK, organisation_id, actor.volunteer_id, *values)
    if asked is None:
        raise NotAllowedNow(reason=rules.ASKED)
    await _tell("correction.asked", [], asked, organisation_id)
    await _record(actor, "correction.ask", asked, organisation_id)
    return await _shown(actor, asked)


async def withdraw_correction(actor: Actor, *, correction_id: UUID) -> None:
    """Take the own request back. Raises NotFound for another one's, NotAllowedNow when it was answered."""
    organisation_id = own_organisation(actor, Role.VOLUNTEER)
    if not await db.execute(_WITHDRAW, correction_id, actor.volunteer_id, clock.now()):
        if await queries.correction(actor, correction_id) is None:
            raise NotFound
        raise NotAllowedNow(reason=rules.ANSWERED)
    await _record(actor, "correction.withdraw", correction_id, organisation_id)


async def answer_correction(
    actor: Actor, *, correction_id: UUID, outcome: CorrectionOutcome, reason: CorrectionReason | None
) -> CorrectionView:
    """Say that it was changed, or why not; the volunteer is told. That a visit was changed is said by changing it
    (correct_visit). Raises NotFound, NotAllowedNow, InvalidInput."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    said = rules.answer(outcome, reason)
    found = await _open(correction_id, organisation_id)
    rules.check_sayable(CorrectionItem(found["item"]), outcome)
    await _answer(actor, found, correction_id, *said)
    await _record(actor, "correction.answer", correction_id, organisation_id)
    return await _shown(actor, correction_id)


async def correct_visit(actor: Actor, *, correction_id: UUID, log: Log) -> CorrectionView:
    """Write the log of the visit that the request is about, and answer that it was changed: both, or neither. Raises
    NotFound, NotAllowedNow, InvalidInput."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    found = await _open(correction_id, organisation_id)
    visit_id = rules.visit_of(CorrectionItem(found["item"]), found["visit_id"])
    # first the log: it may be written only while the request is open
    about = await correcting.correct_log(actor, visit_id=visit_id, log=log, asked_at=found["asked_at"])
    await _answer(actor, found, correction_id, CorrectionOutcome.CHANGED.value, None)
    # the prison has no part in it
    await history.record(
        actor, "visit.correct", subject={**about, "correction": correction_id}, organisation_id=organisation_id
    )
    return await _shown(actor, correction_id)


async def _answer(actor: Actor, found: dict[str, Any], correction_id: UUID, outcome: str, reason: str | None) -> None:
    assert actor.organisation_id is not None  # a coordinator has one
    await db.execute(_ANSWER, correction_id, outcome, reason, actor.person_id, clock.now())
    told = _TOLD[CorrectionOutcome(outcome)]
    await _tell(told, [found["person_id"]], correction_id, actor.organisation_id)


async def _open(correction_id: UUID, organisation_id: UUID) -> dict[str, Any]:
    found = await db.fetch_one(_LOCK, correction_id, organisation_id)
    if found is None:
        raise NotFound
    if found["withdrawn_at"] is not None:
        raise NotAllowedNow(reason=rules.WITHDRAWN)
    if found["answered_at"] is not None:
        raise NotAllowedNow(reason=rules.ANSWERED)
    return found


async def _shown(actor: Actor, correction_id: UUID) -> CorrectionView:
    found = await queries.correction(actor, correction_id)
    assert found is not None  # it was written by this transaction
    return found


async def _tell(event: str, recipients: list[UUID], correction_id: UUID, organisation_id: UUID) -> None:
    about = {"correction": str(correction_id)}
    await outbox.tell(event, recipients=recipients, payload=about, organisation_id=organisation_id)


async def _record(actor: Actor, verb: str, correction_id: UUID, organisation_id: UUID) -> None:
    await history.record(actor, verb, subject={"correction": correction_id}, organisation_id=organisation_id)
