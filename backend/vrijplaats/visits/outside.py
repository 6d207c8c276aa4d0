"""A visit outside, after a release: the volunteer alone says when, and it stands at once.

No prison hears of it or reads it (the database's policies leave it out): there is no gate, no room, no regime and no
place in a visiting slot. Where people meet is theirs, and kept nowhere.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.visits import booking, rules
from vrijplaats.visits.errors import CompanionDoubleBooked, DoubleBooked

_PLAN = """
insert into visit (organisation_id, facility_id, match_id, presence_id, pseudonym, state, planned_setting, outside,
  proposed_by, created_at)
values ($1, $2, $3, $4, $5, 'CONFIRMED', 'OUTSIDE', true, $6, $7) returning id
"""
_MOVE = "update visit set presence_id = $2, moved_at = $3 where id = $1"


async def plan(actor: Actor, match: Mapping[str, Any], starts_at: datetime, ends_at: datetime) -> UUID:
    """A new visit of this match; raises what stands in the way."""
    presence_id = await _take(match, match["id"], starts_at, ends_at)
    own = (match["organisation_id"], match["facility_id"], match["id"], presence_id, match["pseudonym"])
    visit_id: UUID = await db.fetch_value(_PLAN, *own, actor.person_id, clock.now())
    return visit_id


async def move(visit: Mapping[str, Any], starts_at: datetime, ends_at: datetime) -> None:
    """The same visit, at another time; the old one stays as it was when that cannot be."""
    await booking.give_up(visit)
    presence_id = await _take(visit, visit["match_id"], starts_at, ends_at)
    await db.execute(_MOVE, visit["id"], presence_id, clock.now())


async def _take(whose: Mapping[str, Any], match_id: UUID, starts_at: datetime, ends_at: datetime) -> UUID:
    rules.check_times(starts_at, ends_at, clock.now())
    rules.check_outside(starts_at, whose["outside_until"])
    if await booking.companion_is_busy(match_id, starts_at, ends_at):
        raise CompanionDoubleBooked
    presence_id = await booking.take_time(whose, starts_at, ends_at, outside=True)
    if presence_id is None:
        raise DoubleBooked
    return presence_id
