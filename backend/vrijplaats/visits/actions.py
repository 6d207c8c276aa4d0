"""Verbs of a visit: propose, move, confirm, cancel, log. Each is one transaction with one history row."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, history
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.core.errors import NotAllowedNow, NotFound, Words
from vrijplaats.facilities import queries as facilities
from vrijplaats.facilities.rules import Slot
from vrijplaats.visits import booking, companions, gate, logs, outside, queries, rules, telling, words
from vrijplaats.visits.errors import (
    DoubleBooked,
    FacilityBlocked,
    FacilityFull,
    NotAdmitted,
    OutsideVisitingHours,
    VolunteerNotAdmitted,
)
from vrijplaats.visits.rules import CancelCause, CancelSide, Log, VisitRegime, VisitSetting, VisitState
from vrijplaats.visits.views import VisitView

# "for share": a match that is being ended at this moment is waited for
_MATCH = """
select m.id, m.facility_id, m.organisation_id, m.volunteer_id, v.person_id, m.pseudonym, m.activity_kind, m.state,
  m.outside_until, m.outside_until is not null as outside
from match m join volunteer v on v.id = m.volunteer_id where m.id = $1 and m.volunteer_id = $2 for share of m
"""
# locked, so that of two moves the second sees what the first made of it; and then read by a statement of its own: one
# that waits for a visit goes on with the time that it had before
_LOCK = "select id from visit where id = $1 for update"
_MATCH_OF = "select match_id from visit where id = $1"
_LOCKED = """
select v.id, v.state, v.match_id, v.presence_id, v.slot_place_id, v.organisation_id, v.facility_id,
  p.starts_at, p.ends_at, p.volunteer_id, p.person_id, p.room_id, m.activity_kind, m.state as match_state,
  v.outside, m.outside_until
from visit v join presence p on p.id = v.presence_id join match m on m.id = v.match_id
where v.id = $1 and ($2::uuid is null or p.volunteer_id = $2)
"""
_CONFIRM = """
update visit set state = 'CONFIRMED', regime = $2, planned_setting = $3, confirmed_by = $4, confirmed_at = $5
where id = $1
"""
_LOG = """
insert into visit_log (visit_id, organisation_id, outcome, minutes, setting, travel_kilometres, logged_by, logged_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
"""


async def propose_visit(actor: Actor, *, match_id: UUID, starts_at: datetime, ends_at: datetime) -> VisitView:
    """The volunteer asks the facility for a moment; it takes the volunteer's time and a place at once. After a release
    nobody has to be asked."""
    require(actor, Role.VOLUNTEER)
    await booking.hold_time(actor.person_id, match_id)
    match = await db.fetch_one(_MATCH, match_id, actor.volunteer_id)
    if match is None:
        raise NotFound
    if match["outside"]:
        rules.check_running(match["state"])
        visit_id = await outside.plan(actor, match, starts_at, ends_at)
        return await _done(actor, "visit.propose", {**match, "id": visit_id, "match_id": match_id})
    rules.check_plannable(match["state"], match["outside_until"])
    presence_id, place_id = await _take(actor, match, starts_at, ends_at)
    visit_id = await booking.ask(match, presence_id, place_id, proposed_by=actor.person_id)
    visit = {**match, "id": visit_id, "match_id": match_id}
    await telling.tell_staff("visit.proposed", visit)
    return await _done(actor, "visit.propose", visit)


async def move_visit(actor: Actor, *, visit_id: UUID, starts_at: datetime, ends_at: datetime) -> VisitView:
    """The volunteer asks for another moment instead: the same visit, which the facility confirms anew. When the new
    moment cannot be, the old one stays as it was."""
    require(actor, Role.VOLUNTEER)
    await booking.hold_time(actor.person_id, await db.fetch_value(_MATCH_OF, visit_id))
    visit = await _locked(actor, visit_id)
    rules.check_cancellable(VisitState(visit["state"]), visit["ends_at"], clock.now())
    rules.check_running(visit["match_state"])
    if visit["outside"]:
        await outside.move(visit, starts_at, ends_at)
        return await _done(actor, "visit.move", visit)
    rules.check_plannable(visit["match_state"], visit["outside_until"])
    await booking.give_up(visit)
    presence_id, place_id = await _take(actor, {**visit, "id": visit["match_id"]}, starts_at, ends_at)
    await booking.change(visit_id, presence_id, place_id)
    await telling.tell_of_moving(visit)
    return await _done(actor, "visit.move", visit)


async def confirm_visit(actor: Actor, *, visit_id: UUID, regime: VisitRegime, setting: VisitSetting) -> VisitView:
    """The facility says yes, and how. Until the visit starts it may say so again, differently."""
    require(actor, Role.STAFF)
    visit = await _locked(actor, visit_id)
    rules.check_confirmable(VisitState(visit["state"]), visit["starts_at"], clock.now())
    if visit["match_state"] != "ACTIVE":
        raise NotAllowedNow(reason=rules.NOT_RUNNING)
    day = visit["starts_at"].astimezone(AMSTERDAM).date()
    if not await _may_enter(visit, day):
        raise VolunteerNotAdmitted(volunteer=(await _shown(actor, visit_id)).volunteer_name)
    await _assign_room(actor, visit, setting, day)
    await db.execute(_CONFIRM, visit_id, regime.value, setting.value, actor.person_id, clock.now())
    await telling.tell_volunteer("visit.confirmed", visit)
    return await _done(actor, "visit.confirm", visit)


async def cancel_visit(actor: Actor, *, visit_id: UUID, side: CancelSide, cause: CancelCause) -> VisitView:
    """Call a visit off, with the side and the cause; time and place are free again."""
    require(actor, *rules.CANCELLERS)
    visit = await _locked(actor, visit_id)
    rules.check_cause(side, cause, outside=visit["outside"])
    rules.check_cancellable(VisitState(visit["state"]), visit["ends_at"], clock.now())
    await booking.call_off(side, cause, visit)
    await telling.tell_of_cancelling(actor, visit)
    return await _done(actor, "visit.cancel", visit)


async def log_visit(actor: Actor, *, visit_id: UUID, log: Log) -> VisitView:
    """The volunteer writes down whether it took place, how long and how far; once, and nothing of what was said."""
    require(actor, Role.VOLUNTEER)
    visit = await _locked(actor, visit_id)
    rules.check_log(log, outside=visit["outside"])
    log = rules.as_it_was(log, outside=visit["outside"])
    if stands := (await _shown(actor, visit_id)).log:
        logs.check_same(log, stands)
    rules.check_loggable(VisitState(visit["state"]), visit["ends_at"], clock.now())
    figures = (log.outcome.value, log.minutes, log.setting.value, Decimal(f"{log.travel_kilometres:.1f}"))
    await db.execute(_LOG, visit_id, visit["organisation_id"], *figures, actor.person_id, clock.now())
    await db.execute("update visit set state = 'LOGGED' where id = $1", visit_id)
    return await _done(actor, "visit.log", visit)


async def _take(actor: Actor, match: dict[str, Any], starts_at: datetime, ends_at: datetime) -> tuple[UUID, UUID]:
    """The time and the place of a visit of this match; raises what stands in the way."""
    rules.check_asked(starts_at, ends_at, clock.now())
    slot, day = await _open_slot(actor, match["facility_id"], starts_at, ends_at)
    if not await _may_enter(match, day):
        raise NotAdmitted(coordinator=await companions.coordinator_name(match["id"]) or words.COORDINATOR)
    presence_id = await booking.take_time(match, starts_at, ends_at)
    if presence_id is None:
        raise DoubleBooked
    place_id = await booking.take_place(match, slot, day)
    if place_id is None:
        raise FacilityFull(moment=await _first_free(actor, match["facility_id"], day))
    return presence_id, place_id


async def hours_of(actor: Actor, facility_id: UUID, starts_at: datetime, ends_at: datetime) -> tuple[Slot, date]:
    """The visiting hours that hold the whole visit, and the day; raises OutsideVisitingHours."""
    found = await facilities.slot_containing(actor, facility_id, starts_at, ends_at)
    if found is None:
        slots = await facilities.visiting_hours(actor, facility_id)
        weekday = starts_at.astimezone(AMSTERDAM).isoweekday()
        raise OutsideVisitingHours(times=words.hours_near(((s.weekday, s.starts, s.ends) for s in slots), weekday))
    return found


async def _open_slot(actor: Actor, facility_id: UUID, starts_at: datetime, ends_at: datetime) -> tuple[Slot, date]:
    """The same, on a day that is open."""
    found = await hours_of(actor, facility_id, starts_at, ends_at)
    if await facilities.is_blocked(actor, facility_id, found[1]):
        raise FacilityBlocked(moment=await _first_free(actor, facility_id, found[1]))
    return found


async def _may_enter(of: dict[str, Any], day: date) -> bool:
    """`of` is a match or a visit: both know whose it is, where and what for."""
    names = ("organisation_id", "facility_id", "volunteer_id", "activity_kind")
    return bool(await gate.may_enter([gate.Entry(key=of["id"], day=day, **{name: of[name] for name in names})]))


async def _first_free(actor: Actor, facility_id: UUID, day: date) -> Words:
    moment = await facilities.first_free_moment(actor, facility_id, day)
    return words.day_and_time(moment.starts_at if moment else None)


async def _assign_room(actor: Actor, visit: dict[str, Any], setting: VisitSetting, day: date) -> None:
    if setting is VisitSetting.SUPERVISED_HALL:
        await booking.use_hall(actor, visit, day)
    elif setting is not VisitSetting.PRIVATE_ROOM:
        await booking.use_no_room(visit)
    elif not await booking.use_private_room(actor, visit, day):
        first = max(day, rules.first_day(clock.now()))
        moments = await facilities.visiting_moments(actor, visit["facility_id"], first, facilities.MOST_DAYS)
        free = await booking.first_moment_with_room(actor, visit, moments)
        raise FacilityFull(moment=words.day_and_time(free.starts_at if free else None))


async def _locked(actor: Actor, visit_id: UUID) -> dict[str, Any]:
    await db.fetch(_LOCK, visit_id)
    visit = await db.fetch_one(_LOCKED, visit_id, actor.volunteer_id)
    if visit is None:
        raise NotFound
    return visit


async def _done(actor: Actor, verb: str, visit: dict[str, Any]) -> VisitView:
    """The history row, written last, and the visit as it is now."""
    shown = await _shown(actor, visit["id"])
    subject = {"visit": visit["id"], "match": visit["match_id"]}
    await history.record(actor, verb, subject=subject, **telling.tenants_of(visit))
    return shown


async def _shown(actor: Actor, visit_id: UUID) -> VisitView:
    found = await queries.visit(actor, visit_id)
    if found is None:
        raise NotFound
    return found
