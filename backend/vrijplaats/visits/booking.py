"""What a visit takes: the volunteer's time, a place in a visiting slot, a room. The database gives each out once.

Statements of visits.actions, of a visit outside (visits.outside), of a rhythm that is planned ahead (visits.series) and
of the end of a match (matching.actions.planned_visits), which are the only callers. Nothing is counted first: the
constraints decide.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.facilities import queries as facilities
from vrijplaats.facilities.rules import Moment, Slot
from vrijplaats.visits.rules import CancelCause, CancelSide

# "on conflict do nothing" waits for whoever was first and cannot deadlock, as an insert that fails afterwards could
_TAKE_TIME = """
insert into presence (organisation_id, facility_id, volunteer_id, person_id, starts_at, ends_at, outside)
values ($1, $2, $3, $4, $5, $6, $7) on conflict on constraint presence_person_once do nothing returning id
"""
_HOLD_TIME = "select hold_time($1, $2)"
# who takes over after a release goes along once when the first one meets them outside (matching.continuity)
_GOES_ALONG = "select goes_along_then($1, $2, $3, $4)"
_COMPANION_BUSY = "select who_goes_along_is_busy($1, $2, $3, $4)"
_FREE_NUMBERS = """
select n from generate_series(1, $4::int) n
where not exists (select from slot_place s where s.facility_id = $1 and s.slot_id = $2 and s.day = $3 and s.number = n)
order by n
"""
_TAKE_PLACE = """
insert into slot_place (facility_id, slot_id, day, capacity, number, organisation_id) values ($1, $2, $3, $4, $5, $6)
on conflict do nothing returning id
"""
_ASK = """
insert into visit
  (organisation_id, facility_id, match_id, presence_id, pseudonym, slot_place_id, proposed_by, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8) returning id
"""
_CHANGE = """
update visit set presence_id = $2, slot_place_id = $3, state = 'PROPOSED', regime = 'UNKNOWN',
  planned_setting = 'UNKNOWN', confirmed_by = null, confirmed_at = null, moved_at = $4
where id = $1
"""
_CALL_OFF = """
update visit set state = 'CANCELLED', cancel_side = $2, cancel_cause = $3, cancelled_at = $4, slot_place_id = null
where id = any ($1)
"""
_GIVE_UP_PLACE = "update visit set slot_place_id = null where id = any ($1) and slot_place_id is not null"
_FREE_PLACE = "delete from slot_place where id = any ($1)"
_FREE_TIME = "update presence set live = false where id = any ($1)"
# one confirmation at a time in a facility; presence_room_once would stop the second one too, but only by failing it
_ROOMS_LOCK = "select pg_advisory_xact_lock(hashtextextended('rooms ' || $1::uuid::text, 0))"
_BUSY_ROOMS = """
select room_id, starts_at, ends_at from presence
where facility_id = $1 and live and private_room and room_id is not null
  and ends_at > $2 and starts_at < $3 and id <> $4
"""
_USE_ROOM = "update presence set room_id = $2, private_room = $3 where id = $1"


async def hold_time(person_id: UUID, match_id: UUID | None = None) -> None:
    """Until the end of the transaction nobody else gives out this person's time, nor in this match that of who was
    asked to take it over. Before any row or rhythm is held: who waits here must hold nothing that others wait for."""
    await db.fetch_value(_HOLD_TIME, person_id, match_id)


async def take_time(
    match: Mapping[str, Any], starts_at: datetime, ends_at: datetime, *, outside: bool = False
) -> UUID | None:
    """The new presence; None when the person is somewhere else then, for whatever organisation. Their time is held
    already."""
    if await db.fetch_value(_GOES_ALONG, match["person_id"], starts_at, ends_at, clock.now()):
        return None
    whose = (match["organisation_id"], match["facility_id"], match["volunteer_id"], match["person_id"])
    presence_id: UUID | None = await db.fetch_value(_TAKE_TIME, *whose, starts_at, ends_at, outside)
    return presence_id


async def companion_is_busy(match_id: UUID, starts_at: datetime, ends_at: datetime) -> bool:
    """Whether who takes this match over, and goes along to its next meeting, has a visit of their own then."""
    busy: bool = await db.fetch_value(_COMPANION_BUSY, match_id, starts_at, ends_at, clock.now())
    return busy


async def take_place(match: Mapping[str, Any], slot: Slot, day: date) -> UUID | None:
    """A place in the slot on that day; None when all are taken."""
    organisation_id, facility_id = match["organisation_id"], match["facility_id"]
    for free in await db.fetch(_FREE_NUMBERS, facility_id, slot.id, day, slot.capacity):
        place = (facility_id, slot.id, day, slot.capacity, free["n"])
        place_id: UUID | None = await db.fetch_value(_TAKE_PLACE, *place, organisation_id)
        if place_id is not None:
            return place_id
    return None


async def ask(match: Mapping[str, Any], presence_id: UUID, place_id: UUID, *, proposed_by: UUID) -> UUID:
    """A visit that waits for the facility, at the time and on the place that were taken for it."""
    own = (match["organisation_id"], match["facility_id"], match["id"], presence_id, match["pseudonym"], place_id)
    visit_id: UUID = await db.fetch_value(_ASK, *own, proposed_by, clock.now())
    return visit_id


async def give_up(*visits: Mapping[str, Any]) -> None:
    """Time and place of these visits are free for others."""
    await db.execute(_GIVE_UP_PLACE, [visit["id"] for visit in visits])
    await db.execute(_FREE_PLACE, [visit["slot_place_id"] for visit in visits if visit["slot_place_id"] is not None])
    await db.execute(_FREE_TIME, [visit["presence_id"] for visit in visits])


async def change(visit_id: UUID, presence_id: UUID, place_id: UUID) -> None:
    """The visit is at this other time and place. What the facility said was about the moment that was given up."""
    await db.execute(_CHANGE, visit_id, presence_id, place_id, clock.now())


async def call_off(side: CancelSide, cause: CancelCause, *visits: Mapping[str, Any]) -> None:
    """These visits are off; their times and places are free again."""
    await db.execute(_CALL_OFF, [visit["id"] for visit in visits], side.value, cause.value, clock.now())
    await give_up(*visits)


async def use_private_room(actor: Actor, visit: dict[str, Any], day: date) -> bool:
    """Give the visit a private room for its time, the one it had when that is one; False when none is free."""
    facility_id, presence_id = visit["facility_id"], visit["presence_id"]
    await db.execute(_ROOMS_LOCK, facility_id)
    busy = {
        row["room_id"]
        for row in await db.fetch(_BUSY_ROOMS, facility_id, visit["starts_at"], visit["ends_at"], presence_id)
    }
    free = [room for room in await private_rooms(actor, facility_id, day) if room not in busy]
    if not free:
        return False
    await db.execute(_USE_ROOM, presence_id, visit["room_id"] if visit["room_id"] in free else free[0], True)
    return True


async def use_hall(actor: Actor, visit: dict[str, Any], day: date) -> None:
    """The visit is in the hall, which any number share."""
    halls = [
        room.id
        for room in await facilities.rooms(actor, visit["facility_id"], day)
        if room.setting == "SUPERVISED_HALL"
    ]
    await db.execute(_USE_ROOM, visit["presence_id"], halls[0] if halls else None, False)


async def use_no_room(visit: dict[str, Any]) -> None:
    """Outside, or not known yet."""
    await db.execute(_USE_ROOM, visit["presence_id"], None, False)


async def private_rooms(actor: Actor, facility_id: UUID, day: date) -> list[UUID]:
    """The private rooms in use on that day, by name."""
    return [room.id for room in await facilities.rooms(actor, facility_id, day) if room.setting == "PRIVATE_ROOM"]


async def first_moment_with_room(actor: Actor, visit: dict[str, Any], moments: Sequence[Moment]) -> Moment | None:
    """The first of these moments, after the visit, at which a private room is free from beginning to end."""
    later = [moment for moment in moments if moment.starts_at >= visit["ends_at"]]
    if not later:
        return None
    busy = await db.fetch(
        _BUSY_ROOMS, visit["facility_id"], later[0].starts_at, later[-1].ends_at, visit["presence_id"]
    )
    rooms = await private_rooms(actor, visit["facility_id"], later[0].day)
    return next((moment for moment in later if any(_is_free(room, moment, busy) for room in rooms)), None)


def _is_free(room: UUID, moment: Moment, busy: Sequence[dict[str, Any]]) -> bool:
    return not any(
        row["room_id"] == room and row["starts_at"] < moment.ends_at and row["ends_at"] > moment.starts_at
        for row in busy
    )
