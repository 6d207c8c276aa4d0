"""A volunteer will not be there: for some days, or in a pause. Nothing happens silently: which visits are called off is
theirs to say, and what is not named stays as it was planned. A coordinator who writes it down names the volunteer."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from vrijplaats.core import clock
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import InvalidInput, NotFound, Words
from vrijplaats.matching.absence import queries
from vrijplaats.matching.actions.withdrawing import Withdrawn, record_withdrawn, withdraw_open_offers
from vrijplaats.visits import actions as visits
from vrijplaats.visits.queries import visit as one_visit
from vrijplaats.visits.rules import CancelCause, CancelSide, VisitState
from vrijplaats.volunteers.availability import actions as availability
from vrijplaats.volunteers.availability.queries import AvailabilityView, whose_of
from vrijplaats.volunteers.availability.rules import check_away
from vrijplaats.volunteers.rules import Period

MOST_VISITS = 100
_VISITS: Words = {"nl": "Bezoeken", "en": "Visits"}
_MANY: Words = {"nl": f"kies er hooguit {MOST_VISITS}", "en": f"choose {MOST_VISITS} at most"}
_OTHER_DAYS: Words = {"nl": "kies bezoeken op dagen dat je weg bent", "en": "choose visits on days you are away"}


async def be_away(
    actor: Actor, *, period: Period, call_off: Collection[UUID], volunteer_id: UUID | None = None
) -> AvailabilityView:
    """Days on which the volunteer is not there, and the visits of those days that are off. Raises InvalidInput,
    NotFound and what calling a visit off raises."""
    check_away(period, clock.today())
    _, whose = whose_of(actor, volunteer_id)
    await availability.lock(actor, volunteer_id)
    await _check(actor, whose, call_off, period.first, period.last)
    view = await availability.add_away(actor, period=period, volunteer_id=volunteer_id)
    await _call_off(actor, call_off)
    return view


async def start_pause(
    actor: Actor, *, ends_on: date | None, call_off: Collection[UUID], volunteer_id: UUID | None = None
) -> AvailabilityView:
    """Nobody new for a while: invitations that are open are withdrawn, matches run on, and the visits named are off.
    Raises as be_away does."""
    _, whose = whose_of(actor, volunteer_id)
    withdrawn: Withdrawn = await withdraw_open_offers(whose)
    await _check(actor, whose, call_off, clock.today(), ends_on)
    view = await availability.begin_pause(actor, ends_on=ends_on, volunteer_id=volunteer_id)
    await _call_off(actor, call_off)
    await record_withdrawn(actor, withdrawn)
    return view


async def _check(actor: Actor, volunteer_id: UUID, visit_ids: Collection[UUID], first: date, last: date | None) -> None:
    """Lock what is to be called off; it must be the volunteer's own, and on those days."""
    if len(visit_ids) > MOST_VISITS:
        raise InvalidInput(field="visitIds", label=_VISITS, requirement=_MANY)
    if not visit_ids:
        return
    await queries.lock_visits(sorted(visit_ids))
    known = {visit.id for visit in await queries.planned(actor, volunteer_id, first, last)}
    for visit_id in visit_ids:
        if visit_id not in known and not await _is_off(actor, visit_id):
            raise InvalidInput(field="visitIds", label=_VISITS, requirement=_OTHER_DAYS)


async def _is_off(actor: Actor, visit_id: UUID) -> bool:
    """Whether somebody called it off meanwhile, so that there is nothing left to do."""
    found = await one_visit(actor, visit_id)
    if found is None:
        raise NotFound
    return found.state is VisitState.CANCELLED


async def _call_off(actor: Actor, visit_ids: Collection[UUID]) -> None:
    for visit_id in sorted(visit_ids):
        if not await _is_off(actor, visit_id):
            await visits.cancel_visit(
                actor, visit_id=visit_id, side=CancelSide.VOLUNTEER, cause=CancelCause.OTHER_APPOINTMENT
            )
