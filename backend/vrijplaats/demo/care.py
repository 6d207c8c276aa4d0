"""Of whom GZN's coordinators should think today; and with whom all coordinators spoke, half a year on."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from vrijplaats.demo import rows
from vrijplaats.demo.bonds import Bond, begin
from vrijplaats.demo.calendar import days
from vrijplaats.demo.cast import GZN
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.visits import confirm, log, propose, take_place, visits_of
from vrijplaats.demo.world import Crew, Member, World
from vrijplaats.matching.care.rules import HALF_YEAR_MONTHS, CareSignal, half_years
from vrijplaats.volunteers.rules import months_after

# for how many days nothing was heard of somebody, about
SILENT = (17, 20, 23, 36, 51)
# how many days ago somebody went who goes much more often than once in two weeks
BUSY_DAYS = (3, 7, 10, 14, 17, 21)
BUSY = 2
# so long nothing was heard of who is chosen here; and so long they are there at least
QUIET, THERE = days(75), days(200)
# of how many an organisation has still to think that their match is half a year older
LEFT = 4
# a visit may be this much sooner, when the prison was closed or full
SOONER = 6


def of_whom_to_think(world: World) -> None:
    """Some fell silent, two go too often. About a half year the coordinators have spoken, but for the last few."""
    dice = world.dice("care")
    crew = world.crews[GZN]
    able = _unheard(world, crew)
    for ago, member in zip(SILENT, able, strict=False):
        _fell_silent(world, dice, crew, member, ago)
    for _, member in zip(range(BUSY), able, strict=False):
        _goes_too_often(world, dice, crew, member)
    for each in world.crews.values():
        _half_years(world, dice, each)


def _unheard(world: World, crew: Crew) -> Iterator[Member]:
    """Who could begin with somebody, and of whom nothing was heard for long; each once."""
    since = world.now - QUIET
    lately = {row.volunteer_id for row in world.rows[rows.Offer] if (row.answered_at or world.now) > since}
    names = Counter(member.person.display_name for member in crew.members)
    for member in crew.members:
        heard = member.row.id in lately or max(member.going, default=date.min) >= since.date()
        if not heard and names[member.person.display_name] == 1 and _begins_anew(world, member):
            yield member


def _begins_anew(world: World, member: Member) -> bool:
    is_there = member.row.status == "ACTIVE" and member.joined < world.today - THERE and bool(member.sites)
    return is_there and member.part is None and member.has_room and member.row.carrying == 0


def _fell_silent(world: World, dice: Dice, crew: Crew, member: Member, ago: int) -> None:
    bond = _since(world, dice, crew, member, ago + 80, until=ago + 12)
    _went(world, dice, bond, world.today - days(ago))


def _goes_too_often(world: World, dice: Dice, crew: Crew, member: Member) -> None:
    bond = _since(world, dice, crew, member, 110, until=35)
    bond.row.rhythm_weeks = 2
    for ago in BUSY_DAYS:
        _went(world, dice, bond, world.today - days(ago))


def _since(world: World, dice: Dice, crew: Crew, member: Member, began: int, *, until: int) -> Bond:
    """A match that began so many days ago, with its visits until so many days ago."""
    bond = begin(world, dice, crew, dice.one(member.sites), member, world.today - days(began), None)
    visits_of(world, dice, bond.row, crew, bond.site, member, until=world.today - days(until))
    return bond


def _went(world: World, dice: Dice, bond: Bond, day: date) -> None:
    """A visit that was held, on that day or one shortly before."""
    for near in (day - days(back) for back in range(SOONER)):
        free = [
            row for row in bond.site.hours.get(near.isoweekday(), ()) if bond.site.taken[row.id, near] < row.capacity
        ]
        if free and near not in bond.site.blocked and near not in bond.member.going:
            visit, presence = propose(world, dice, bond.row, bond.crew, bond.site, bond.member, near, free[0])
            take_place(world, dice, bond.crew, bond.site, visit, free[0], near)
            confirm(world, dice, bond.site, visit, presence, free[0], near)
            log(world, dice, bond.crew, bond.site, bond.member, visit, presence, outcome="HELD")
            return


def _half_years(world: World, dice: Dice, crew: Crew) -> None:
    """Spoken within two weeks after each half year; not yet about the last few."""
    running = [row for row in world.rows[rows.Match] if row.organisation_id == crew.row.id and row.state == "ACTIVE"]
    due = [(_half_year(row, number), row, number) for row in running for number in _numbers(world, row)]
    due.sort(key=lambda each: (each[0], each[1].id))
    for since, match, number in due[:-LEFT]:
        spoken_at = dice.at_desk(min(since + days(dice.whole(0, 13)), world.today - days(1)))
        world.add(
            rows.CareTalk(
                id=dice.key(spoken_at),
                organisation_id=crew.row.id,
                volunteer_id=match.volunteer_id,
                match_id=match.id,
                signal=CareSignal.HALF_YEAR.value,
                fact=f"{match.id}:{number}",
                spoken_by=dice.one(crew.coordinators).id,
                spoken_at=spoken_at,
            )
        )


def _numbers(world: World, match: rows.Match) -> range:
    return range(1, half_years(match.started_on, world.today) + 1)


def _half_year(match: rows.Match, number: int) -> date:
    return months_after(match.started_on, number * HALF_YEAR_MONTHS)
