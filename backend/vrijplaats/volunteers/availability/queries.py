"""When volunteers can: their own answer, and on which days they are away. The database shows a volunteer their own
rows, a coordinator those of the organisation, and the worker all of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotFound
from vrijplaats.volunteers.availability.rules import WeekPart, cut, parts_of, parts_touched
from vrijplaats.volunteers.rules import Hours, Pause, Period

# an organisation and one of its volunteers
Whose = tuple[UUID, UUID]

_ABSENCES = """
select volunteer_id, starts_on as first, ends_on as last from volunteer_away
where volunteer_id = any ($1) and starts_on <= $3 and ends_on >= $2
union all
select volunteer_id, starts_on, least(ends_on, over_on - 1, $3) from volunteer_pause
where volunteer_id = any ($1) and starts_on <= $3 and (ends_on is null or ends_on >= $2)
  and (over_on is null or over_on > greatest(starts_on, $2))
"""
_PAUSES = """
select volunteer_id, starts_on, ends_on from volunteer_pause
where volunteer_id = any ($1) and over_on is null and starts_on <= $2 and (ends_on is null or ends_on >= $2)
"""
_MINE = "select capacity, carrying from volunteer where organisation_id = $1 and id = $2"
_HOURS = """
select weekday, starts, ends from volunteer_availability
where organisation_id = $1 and volunteer_id = $2 order by weekday, starts
"""
_AWAY = """
select starts_on, ends_on from volunteer_away
where organisation_id = $1 and volunteer_id = $2 and ends_on >= $3 order by starts_on
"""
# where somebody may enter, today or soon
_VISITING = """
select distinct s.weekday, s.starts, s.ends from visiting_slot s
join admission a on a.facility_id = s.facility_id
where a.organisation_id = $1 and a.volunteer_id = $2 and a.state = 'GRANTED'
  and (a.valid_until is null or a.valid_until >= $3) and (s.active_until is null or s.active_until >= $3)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AvailabilityView:
    """What a volunteer says about when they can. An empty week says nothing; `visiting` is when the prisons where they
    may enter receive visits."""

    week: tuple[WeekPart, ...]
    visiting: tuple[WeekPart, ...]
    away: tuple[Period, ...]
    pause: Pause | None
    capacity: int
    carrying: int


async def absences(volunteer_ids: Iterable[UUID], first: date, last: date) -> dict[UUID, tuple[Period, ...]]:
    """For each of these volunteers the days between `first` and `last` (both included) on which they said not to be
    there, for a while or in a pause: in order, cut to these days, and merged. Who is always there is not in it.

    For whoever may read the rows: a volunteer their own, a coordinator, and the program itself."""
    found: defaultdict[UUID, list[Period]] = defaultdict(list)
    for row in await db.fetch(_ABSENCES, list(volunteer_ids), first, last):
        found[row["volunteer_id"]].append(Period(row["first"], row["last"]))
    return {volunteer_id: cut(periods, Period(first, last)) for volunteer_id, periods in found.items()}


async def pauses(volunteer_ids: Iterable[UUID]) -> dict[UUID, Pause]:
    """The pause in which each of these volunteers is today; who is in none is not in it."""
    rows = await db.fetch(_PAUSES, list(volunteer_ids), clock.today())
    return {row["volunteer_id"]: Pause(starts_on=row["starts_on"], ends_on=row["ends_on"]) for row in rows}


async def my_pause(actor: Actor) -> Pause | None:
    """The pause in which the volunteer is today."""
    own_organisation(actor, Role.VOLUNTEER)
    assert actor.volunteer_id is not None
    return (await pauses([actor.volunteer_id])).get(actor.volunteer_id)


def whose_of(actor: Actor, volunteer_id: UUID | None) -> Whose:
    """The volunteer's own; a coordinator names one of the register. Raises NotFound for anybody else."""
    organisation_id = own_organisation(actor, Role.VOLUNTEER, Role.COORDINATOR)
    if actor.role is Role.VOLUNTEER:
        if actor.volunteer_id is None or volunteer_id not in (None, actor.volunteer_id):
            raise NotFound
        return organisation_id, actor.volunteer_id
    if volunteer_id is None:
        raise NotFound
    return organisation_id, volunteer_id


async def my_availability(actor: Actor) -> AvailabilityView:
    """All that the volunteer says about when they can, from today on."""
    own_organisation(actor, Role.VOLUNTEER)
    return await availability_of(whose_of(actor, None))


async def availability_in_file(actor: Actor, volunteer_id: UUID) -> AvailabilityView | None:
    """The same of somebody in the register, for its coordinators; None for who is not in it."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    known = await db.fetch_one(_MINE, organisation_id, volunteer_id)
    return await availability_of((organisation_id, volunteer_id)) if known else None


async def availability_of(whose: Whose) -> AvailabilityView:
    """Of a volunteer there is."""
    today = clock.today()
    numbers = await db.fetch_one(_MINE, *whose)
    assert numbers is not None
    return AvailabilityView(
        week=parts_of(_hours(await db.fetch(_HOURS, *whose))),
        visiting=parts_touched(_hours(await db.fetch(_VISITING, *whose, today))),
        away=tuple(Period(row["starts_on"], row["ends_on"]) for row in await db.fetch(_AWAY, *whose, today)),
        pause=(await pauses([whose[1]])).get(whose[1]),
        **numbers,
    )


def _hours(rows: Iterable[dict[str, Any]]) -> list[Hours]:
    return [Hours(row["weekday"], row["starts"], row["ends"]) for row in rows]
