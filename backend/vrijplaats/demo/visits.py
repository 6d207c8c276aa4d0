"""Visits of the demo: in the rhythm of the match, inside visiting hours, on one day one visit a person."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

from vrijplaats.demo import rows
from vrijplaats.demo.calendar import AHEAD_DAYS, days, instant
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.world import Crew, Member, Site, World
from vrijplaats.visits.rules import CAUSES, CancelSide

SIDES = (
    (CancelSide.FACILITY, 34.0),
    (CancelSide.DETAINEE, 34.0),
    (CancelSide.VOLUNTEER, 26.0),
    (CancelSide.ORGANISATION, 6.0),
)
OUTCOMES = (("HELD", 93.0), ("DETAINEE_ABSENT", 3.5), ("VOLUNTEER_ABSENT", 1.5), ("FACILITY_CANCELLED", 2.0))
MINUTES = ((60, 50.0), (55, 20.0), (50, 15.0), (45, 10.0), (30, 5.0))
CALLED_OFF = 0.05
NOT_LOGGED_YET = 0.25
# between the days of the rhythm: the day itself, or one near it
NEARBY = (0, 1, -1, 2)


def visits_of(
    world: World, dice: Dice, match: rows.Match, crew: Crew, site: Site, member: Member, until: date | None = None
) -> None:
    """All visits of a match from the beginning of history to three weeks ahead, or until a day."""
    for day, slot in _meetings(world, dice, match, site, member, until or world.today + days(AHEAD_DAYS)):
        a_visit(world, dice, match, crew, site, member, day, slot)


def _meetings(
    world: World, dice: Dice, match: rows.Match, site: Site, member: Member, until: date
) -> Iterator[tuple[date, rows.VisitingSlot]]:
    usual = usual_slots(dice, site, member)
    weekday = usual[0].weekday
    first = match.started_on + days(dice.whole(3, 12))
    day = first + days((weekday - first.isoweekday()) % 7)
    last = match.ended_on - days(1) if match.ended_on else until
    last = min(last, max(member.enters_until, world.today - days(1)))
    while day <= last:
        if day >= world.start and (found := free_slot(site, member, day, usual, match.started_on, last)):
            yield found
        day += days(7 * (match.rhythm_weeks + dice.chance(0.12)))


def usual_slots(dice: Dice, site: Site, member: Member) -> list[rows.VisitingSlot]:
    """The hours on one weekday that suit, the usual one first."""
    suiting = [slot for weekday in member.free for slot in site.hours.get(weekday, ()) if suits(member, slot)]
    chosen = dice.one(suiting or [slot for weekday in range(1, 6) for slot in site.hours[weekday]])
    return [chosen, *(slot for slot in suiting if slot.weekday == chosen.weekday and slot is not chosen)]


def suits(member: Member, slot: rows.VisitingSlot) -> bool:
    """Whether the volunteer is free for the whole of it."""
    free = member.free.get(slot.weekday)
    return free is not None and free[0] <= slot.starts and slot.ends <= free[1]


def free_slot(
    site: Site, member: Member, day: date, usual: list[rows.VisitingSlot], first: date, last: date
) -> tuple[date, rows.VisitingSlot] | None:
    """The first hours near that day that are open, have a place left, and find the volunteer free of other visits."""
    for offset in NEARBY:
        near = day + days(offset)
        if near in site.blocked or near in member.going or not first < near <= last:
            continue
        for slot in usual if offset == 0 else site.hours.get(near.isoweekday(), ()):
            if site.taken[slot.id, near] < slot.capacity:
                return near, slot
    return None


def a_visit(
    world: World,
    dice: Dice,
    match: rows.Match,
    crew: Crew,
    site: Site,
    member: Member,
    day: date,
    slot: rows.VisitingSlot,
) -> None:
    """A visit in these hours, in the state it has by now."""
    visit, presence = propose(world, dice, match, crew, site, member, day, slot)
    if day != world.today and dice.chance(CALLED_OFF):
        call_off(world, dice, visit, presence)
        return
    take_place(world, dice, crew, site, visit, slot, day)
    if day <= world.today or dice.chance(0.9 if day < world.today + days(3) else 0.6):
        confirm(world, dice, site, visit, presence, slot, day)
    if day < world.today and not _still_to_log(world, dice, member, day):
        log(world, dice, crew, site, member, visit, presence)


def propose(
    world: World,
    dice: Dice,
    match: rows.Match,
    crew: Crew,
    site: Site,
    member: Member,
    day: date,
    slot: rows.VisitingSlot,
) -> tuple[rows.Visit, rows.Presence]:
    """The volunteer asks for these hours."""
    starts_at, ends_at = instant(day, slot.starts), instant(day, slot.ends)
    proposed_at = max(starts_at - timedelta(days=dice.whole(6, 16), hours=dice.whole(0, 9)), match.created_at)
    proposed_at = min(proposed_at, world.now - timedelta(minutes=dice.whole(20, 1500)))
    presence = rows.Presence(
        id=dice.key(proposed_at),
        organisation_id=crew.row.id,
        facility_id=site.row.id,
        volunteer_id=member.row.id,
        person_id=member.person.id,
        starts_at=starts_at,
        ends_at=ends_at,
    )
    visit = rows.Visit(
        id=dice.key(proposed_at),
        organisation_id=crew.row.id,
        facility_id=site.row.id,
        match_id=match.id,
        presence_id=world.add(presence).id,
        pseudonym=match.pseudonym,
        state="PROPOSED",
        proposed_by=member.person.id,
        created_at=proposed_at,
    )
    member.going.add(day)
    return world.add(visit), presence


def call_off(world: World, dice: Dice, visit: rows.Visit, presence: rows.Presence) -> None:
    """It does not take place: whose side, and the cause; the time is free again."""
    side = dice.weighted(SIDES)
    until = min(presence.starts_at, world.now)
    visit.state, visit.cancel_side = "CANCELLED", side.value
    visit.cancel_cause = dice.one(sorted(CAUSES[side])).value
    visit.cancelled_at = visit.created_at + (until - visit.created_at) * dice.random.random()
    presence.live = False


def confirm(
    world: World, dice: Dice, site: Site, visit: rows.Visit, presence: rows.Presence, slot: rows.VisitingSlot, day: date
) -> None:
    """The prison says yes, and which room; a private one when it is wanted and free."""
    until = min(presence.starts_at, world.now)
    visit.state, visit.regime = "CONFIRMED", dice.weighted(site.regimes)
    visit.confirmed_by = dice.one(site.staff).id
    visit.confirmed_at = visit.created_at + (until - visit.created_at) * (0.2 + 0.6 * dice.random.random())
    used = site.rooms_taken[slot.id, day]
    if dice.chance(0.68) and used < len(site.private_rooms):
        site.rooms_taken[slot.id, day] = used + 1
        visit.planned_setting, presence.private_room = "PRIVATE_ROOM", True
        presence.room_id = site.private_rooms[used].id
    else:
        visit.planned_setting, presence.room_id = "SUPERVISED_HALL", site.halls[0].id


def log(
    world: World,
    dice: Dice,
    crew: Crew,
    site: Site,
    member: Member,
    visit: rows.Visit,
    presence: rows.Presence,
    outcome: str | None = None,
) -> None:
    """What the volunteer tells of it, and no more than that; mostly that it was held, or this."""
    outcome = outcome or dice.weighted(OUTCOMES)
    held = outcome == "HELD"
    kilometres = 0 if outcome == "VOLUNTEER_ABSENT" else 2 * member.kilometres[site.row.code]
    logged_at = presence.ends_at + timedelta(minutes=dice.whole(10, 600))
    visit.state = "LOGGED"
    world.add(
        rows.VisitLog(
            visit_id=visit.id,
            organisation_id=crew.row.id,
            outcome=outcome,
            minutes=dice.weighted(MINUTES) if held else 0,
            setting=visit.planned_setting if held else "UNKNOWN",
            travel_kilometres=Decimal(kilometres),
            logged_by=member.person.id,
            logged_at=_not_after(logged_at, world.now),
        )
    )


def take_place(
    world: World, dice: Dice, crew: Crew, site: Site, visit: rows.Visit, slot: rows.VisitingSlot, day: date
) -> None:
    """A place in the hours; of days long gone only the number is kept, the places are given back."""
    site.taken[slot.id, day] += 1
    if day < world.today - days(1):
        return
    place = rows.SlotPlace(
        id=dice.key(visit.created_at),
        facility_id=site.row.id,
        slot_id=slot.id,
        capacity=slot.capacity,
        day=day,
        number=site.taken[slot.id, day],
        organisation_id=crew.row.id,
    )
    visit.slot_place_id = world.add(place).id


def _still_to_log(world: World, dice: Dice, member: Member, day: date) -> bool:
    return member.part is None and day >= world.today - days(3) and dice.chance(NOT_LOGGED_YET)


def _not_after(moment: datetime, now: datetime) -> datetime:
    return min(moment, now)
