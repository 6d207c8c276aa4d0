"""What a volunteer says about when they can; or a coordinator on their word, with `volunteer_id`: they hear it.

Each verb first locks their row in the register, so that of two phones the second finds what the first did, and an
acceptance at the same moment counts with the one or the other."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.volunteers.availability import rules
from vrijplaats.volunteers.availability.queries import AvailabilityView, Whose, availability_of, whose_of
from vrijplaats.volunteers.availability.rules import WeekPart
from vrijplaats.volunteers.file.rules import LEFT
from vrijplaats.volunteers.rules import Period, VolunteerStatus

_LOCK = "select carrying, status, person_id from volunteer where organisation_id = $1 and id = $2 for no key update"
# by what the volunteer hears that somebody else said it for them
TOLD = "availability.set_for_you"
_NO_WEEK = "delete from volunteer_availability where organisation_id = $1 and volunteer_id = $2"
_WEEK = """
insert into volunteer_availability (organisation_id, volunteer_id, weekday, starts, ends)
select $1, $2, x.weekday, x.starts, x.ends
from unnest($3::smallint[], $4::time[], $5::time[]) as x (weekday, starts, ends)
"""
_CAPACITY = "update volunteer set capacity = $3 where organisation_id = $1 and id = $2"
_AWAY = (
    "select starts_on as first, ends_on as last from volunteer_away where organisation_id = $1 and volunteer_id = $2"
)
_NOT_AWAY = "delete from volunteer_away where organisation_id = $1 and volunteer_id = $2 and starts_on = any ($3)"
_BE_AWAY = """
insert into volunteer_away (organisation_id, volunteer_id, starts_on, ends_on, created_at) values ($1, $2, $3, $4, $5)
"""
# one that ran out and of which nobody was told yet is over, and another may begin
_RUN_OUT = """
update volunteer_pause set over_on = ends_on + 1
where organisation_id = $1 and volunteer_id = $2 and over_on is null and ends_on < $3
"""
_CHANGE = """
update volunteer_pause set ends_on = $3 where organisation_id = $1 and volunteer_id = $2 and over_on is null
"""
_BEGIN = "insert into volunteer_pause (organisation_id, volunteer_id, starts_on, ends_on) values ($1, $2, $3, $4)"
_STOP = """
update volunteer_pause set over_on = $3 where organisation_id = $1 and volunteer_id = $2 and over_on is null
  and starts_on = $4 and (ends_on is null or ends_on >= $3)
"""

_KNOWN = "select true from volunteer_pause where organisation_id = $1 and volunteer_id = $2 and starts_on = $3 limit 1"


async def set_week(actor: Actor, *, parts: Collection[WeekPart], volunteer_id: UUID | None = None) -> AvailabilityView:
    """The parts of the week in which somebody can; none is the same as nothing said. Raises InvalidInput."""
    rules.check_week(parts)
    whose, _ = await _locked(actor, volunteer_id)
    hours = rules.hours_of(parts)
    await db.execute(_NO_WEEK, *whose)
    columns = zip(*((each.weekday, each.starts, each.ends) for each in hours), strict=True)
    if hours:
        await db.execute(_WEEK, *whose, *(list(column) for column in columns))
    return await _done(actor, whose, "availability.week")


async def set_capacity(actor: Actor, *, capacity: int, volunteer_id: UUID | None = None) -> AvailabilityView:
    """How many people somebody visits at most. Fewer than now is possible: nobody new comes until there are fewer.
    Raises InvalidInput."""
    rules.check_people(capacity)
    whose, _ = await _locked(actor, volunteer_id)
    await db.execute(_CAPACITY, *whose, capacity)
    return await _done(actor, whose, "availability.capacity")


async def add_away(actor: Actor, *, period: Period, volunteer_id: UUID | None = None) -> AvailabilityView:
    """Days on which somebody is not there; with what they said before and touches it, it is one period. Raises
    InvalidInput."""
    rules.check_away(period, clock.today())
    whose, _ = await _locked(actor, volunteer_id)
    before = [Period(**row) for row in await db.fetch(_AWAY, *whose)]
    together = rules.merged([*before, period])
    rules.check_amount(each for each in together if each.last >= clock.today())
    await db.execute(_NOT_AWAY, *whose, [each.first for each in before if each not in together])
    for each in together:
        if each not in before:
            await db.execute(_BE_AWAY, *whose, each.first, each.last, clock.now())
    return await _done(actor, whose, "away.add")


async def remove_away(actor: Actor, *, first: date, volunteer_id: UUID | None = None) -> AvailabilityView:
    """The period that begins on this day is not kept: they are there after all. Raises NotFound."""
    whose, _ = await _locked(actor, volunteer_id)
    if not await db.execute(_NOT_AWAY, *whose, [first]):
        raise NotFound
    return await _done(actor, whose, "away.remove")


async def begin_pause(actor: Actor, *, ends_on: date | None, volunteer_id: UUID | None = None) -> AvailabilityView:
    """Nobody new from today on; who is paused already changes the last day. The coordinators are told at once when the
    volunteer visits somebody, and not again when it changes. For matching.absence, which withdraws what is open. Raises
    InvalidInput."""
    today = clock.today()
    rules.check_pause(ends_on, today)
    whose, carrying = await _locked(actor, volunteer_id)
    await db.execute(_RUN_OUT, *whose, today)
    changed = await db.execute(_CHANGE, *whose, ends_on)
    if not changed:
        await db.execute(_BEGIN, *whose, today, ends_on)
        await tell_coordinators("pause.started", whose[0], carrying)
    return await _done(actor, whose, "pause.change" if changed else "pause.start")


async def end_pause(actor: Actor, *, starts_on: date, volunteer_id: UUID | None = None) -> AvailabilityView:
    """They are back today from the pause that began on this day. When that is over already, nothing changes: a second
    press, or one that was sent late, ends no other pause. Raises NotFound."""
    whose, carrying = await _locked(actor, volunteer_id)
    if not await db.execute(_STOP, *whose, clock.today(), starts_on):
        if not await db.fetch_value(_KNOWN, *whose, starts_on):
            raise NotFound
        return await availability_of(whose)
    await tell_coordinators("pause.ended", whose[0], carrying)
    return await _done(actor, whose, "pause.end")


async def tell_coordinators(event: str, organisation_id: UUID, carrying: int) -> None:
    """The coordinators hear it when there is somebody who gets no visits, or gets them again."""
    if carrying:
        await outbox.tell(event, recipients=[], payload={}, organisation_id=organisation_id)


async def lock(actor: Actor, volunteer_id: UUID | None = None) -> None:
    """The volunteer's row, for a verb that goes on to lock what comes after it: visits."""
    await _locked(actor, volunteer_id)


async def _locked(actor: Actor, volunteer_id: UUID | None) -> tuple[Whose, int]:
    """Whose availability it is, and how many people they visit."""
    whose = whose_of(actor, volunteer_id)
    row: dict[str, Any] | None = await db.fetch_one(_LOCK, *whose)
    if row is None:
        raise NotFound
    if row["status"] == VolunteerStatus.LEFT:
        raise NotAllowedNow(reason=LEFT)
    return whose, row["carrying"]


async def _done(actor: Actor, whose: Whose, verb: str) -> AvailabilityView:
    organisation_id, volunteer_id = whose
    view = await availability_of(whose)
    if actor.role is Role.COORDINATOR:
        row = await db.fetch_one(_LOCK, *whose)
        assert row is not None  # it is locked
        about = {"volunteer": str(volunteer_id)}
        await outbox.tell(TOLD, recipients=[row["person_id"]], payload=about, organisation_id=organisation_id)
    await history.record(actor, verb, subject={"volunteer": volunteer_id}, organisation_id=organisation_id)
    return view
