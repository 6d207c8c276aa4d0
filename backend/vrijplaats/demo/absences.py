"""Volunteers of the demo who are away for some days, or have a pause."""

from datetime import date, time

from vrijplaats.demo import rows
from vrijplaats.demo.calendar import days, instant
from vrijplaats.demo.cast import GZN
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.world import Crew, Member, World

AWAY, PAUSED = 0.05, 0.01
# of the one whose matches GZN's coordinator sees: since yesterday, for some weeks
DAYS = 39


def holidays_and_pauses(world: World) -> None:
    """Some are away before long. A few who visit somebody have a pause, of whom one at GZN; nobody with a part."""
    dice = world.dice("absences")
    # one of them is a volunteer of two organisations
    cast = {member.person.id for crew in world.crews.values() for member in crew.members if member.part}
    for crew in world.crews.values():
        for member in crew.members:
            if member.ready and member.person.id not in cast:
                _maybe(world, dice, crew, member)
    someone = _who_visits_two(world.crews[GZN])
    if someone:
        _pause(world, dice, someone, world.today - days(1), world.today + days(DAYS))


def _maybe(world: World, dice: Dice, crew: Crew, member: Member) -> None:
    if dice.chance(AWAY):
        _away(world, dice, member)
    elif crew.row.name != GZN and member.row.carrying and dice.chance(PAUSED):
        _pause(world, dice, member, world.today - days(dice.whole(2, 40)), world.today + days(dice.whole(3, 80)))


def _who_visits_two(crew: Crew) -> Member | None:
    at_home = [each for each in crew.members if each.ready and not each.part and each.row.carrying]
    return next((each for each in at_home if each.row.carrying == 2), next(iter(at_home), None))


def _away(world: World, dice: Dice, member: Member) -> None:
    first = world.today + days(dice.whole(2, 75))
    world.add(
        rows.VolunteerAway(
            organisation_id=member.row.organisation_id,
            volunteer_id=member.row.id,
            starts_on=first,
            ends_on=first + days(dice.whole(2, 20)),
            created_at=instant(world.today - days(dice.whole(1, 30)), time(20)),
        )
    )


def _pause(world: World, dice: Dice, member: Member, starts_on: date, ends_on: date) -> None:
    a_pause(world, dice, member.row, max(starts_on, member.joined), ends_on)
    member.ready = False  # so that nobody asks them


def a_pause(world: World, dice: Dice, row: rows.Volunteer, starts_on: date, ends_on: date | None) -> None:
    """A pause of this volunteer."""
    world.add(
        rows.VolunteerPause(
            id=dice.key(instant(starts_on, time(9))),
            organisation_id=row.organisation_id,
            volunteer_id=row.id,
            starts_on=starts_on,
            ends_on=ends_on,
        )
    )
