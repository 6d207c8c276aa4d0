"""Reads about prisons. The database shows hours, rooms and places to the facility and to organisations active there."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from tortoise.expressions import Q

from vrijplaats.accounts.queries import OrganisationView
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.facilities.models import BlockedDay, Room, VisitingSlot
from vrijplaats.facilities.rules import Moment, Slot, SlotDay, moments, slot_for

MOST_DAYS = 92
_SLOT = ("id", "weekday", "starts", "ends", "capacity", "active_from", "active_until")
_TAKEN = """
select slot_id, day, count(*)::int as taken from slot_place
where facility_id = $1 and day between $2 and $3 group by slot_id, day
"""
_ACTIVE = """
select o.id, o.name from organisation o
join organisation_facility f on f.organisation_id = o.id
where f.facility_id = $1 and f.active_from <= $2 and (f.active_until is null or f.active_until >= $2)
group by o.id, o.name order by o.name
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView:
    """A room and its setting (PRIVATE_ROOM or SUPERVISED_HALL)."""

    id: UUID
    name: str
    setting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """When a facility receives visits: its hours, the days on which it receives nobody and why, places taken."""

    slots: tuple[Slot, ...]
    closed: dict[date, str]
    taken: dict[SlotDay, int]


async def opening(facility_id: UUID, from_day: date, until: date) -> Opening:
    """How it is open from one day to another, both included. Three statements; also for the worker."""
    closed: Any = await BlockedDay.filter(facility_id=facility_id, day__gte=from_day, day__lte=until).values_list(
        "day", "cause"
    )
    return Opening(
        slots=tuple(await _slots(facility_id)),
        closed=dict(closed),
        taken=await _taken(facility_id, from_day, until),
    )


async def visiting_hours(actor: Actor, facility_id: UUID) -> list[Slot]:
    """The hours that hold today or later, in the order of the week."""
    today = clock.today()
    return [slot for slot in await _slots(facility_id) if slot.active_until is None or slot.active_until >= today]


async def visiting_moments(actor: Actor, facility_id: UUID, from_day: date, days: int) -> list[Moment]:
    """When a visit could be, with the places left, for at most about three months. Three statements."""
    days = max(0, min(days, MOST_DAYS))
    until = from_day + timedelta(days=days)
    return moments(
        await _slots(facility_id),
        blocked=await blocked_days(actor, facility_id, from_day, until),
        taken=await _taken(facility_id, from_day, until),
        from_day=from_day,
        days=days,
        after=clock.now(),
    )


async def first_free_moment(actor: Actor, facility_id: UUID, from_day: date) -> Moment | None:
    """The first moment with a place left."""
    found = await visiting_moments(actor, facility_id, from_day, MOST_DAYS)
    return next((moment for moment in found if moment.places_left), None)


async def slot_containing(
    actor: Actor, facility_id: UUID, starts_at: datetime, ends_at: datetime
) -> tuple[Slot, date] | None:
    """The hours that hold the whole of this time, and the day; None outside visiting hours. Blocked is asked apart."""
    return slot_for(await _slots(facility_id), starts_at, ends_at)


async def is_blocked(actor: Actor, facility_id: UUID, day: date) -> bool:
    """Whether nobody can visit that day."""
    return day in await blocked_days(actor, facility_id, day, day)


async def blocked_days(actor: Actor, facility_id: UUID, from_day: date, until: date) -> set[date]:
    """The days without visits, both ends included."""
    found = BlockedDay.filter(facility_id=facility_id, day__gte=from_day, day__lte=until)
    days: Any = await found.values_list("day", flat=True)
    return set(days)


async def rooms(actor: Actor, facility_id: UUID, day: date) -> list[RoomView]:
    """The rooms in use on that day."""
    in_use = Q(active_until__isnull=True) | Q(active_until__gte=day)
    found = Room.filter(in_use, facility_id=facility_id, active_from__lte=day).order_by("name")
    return [RoomView(**row) for row in await found.values("id", "name", "setting")]


async def active_organisations(actor: Actor, facility_id: UUID) -> list[OrganisationView]:
    """Who works there today, by name. The facility sees all of them, an organisation itself only."""
    return [OrganisationView(**row) for row in await db.fetch(_ACTIVE, facility_id, clock.today())]


async def _slots(facility_id: UUID) -> list[Slot]:
    rows = await VisitingSlot.filter(facility_id=facility_id).order_by("weekday", "starts").values(*_SLOT)
    # Tortoise gives a time the zone of the program; these are times on the clock on the wall
    return [Slot(**{**row, **{name: row[name].replace(tzinfo=None) for name in ("starts", "ends")}}) for row in rows]


async def _taken(facility_id: UUID, from_day: date, until: date) -> dict[SlotDay, int]:
    rows = await db.fetch(_TAKEN, facility_id, from_day, until)
    return {(row["slot_id"], row["day"]): row["taken"] for row in rows}
