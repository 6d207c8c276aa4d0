"""Matches of the demo with a rhythm: planned as far ahead as the worker would have, today."""

from datetime import date

from vrijplaats.demo import rows
from vrijplaats.demo.calendar import days, instant
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.visits import confirm, propose, take_place
from vrijplaats.demo.world import Crew, Member, Site, World
from vrijplaats.visits.series.rules import HORIZON, WEEKS, Hindrance, Rhythm

# a prison answers for the coming weeks, and does so for most
ANSWERED = days(40)


def a_rhythm(
    world: World,
    dice: Dice,
    match: rows.Match,
    crew: Crew,
    site: Site,
    member: Member,
    first_day: date,
    slot: rows.VisitingSlot,
    first_visit: rows.Visit | None = None,
) -> None:
    """Every two or three weeks in these hours from that day on; what stands there already is the first of it."""
    weeks = match.rhythm_weeks if match.rhythm_weeks in WEEKS else WEEKS[0]
    began = max(match.created_at, world.now - days(dice.whole(1, 6)))
    minutes = (instant(first_day, slot.ends) - instant(first_day, slot.starts)).seconds // 60
    rhythm = Rhythm(every_weeks=weeks, first_day=first_day, starts=slot.starts, minutes=minutes)
    series = world.add(
        rows.Series(
            id=dice.key(began),
            organisation_id=crew.row.id,
            facility_id=site.row.id,
            match_id=match.id,
            every_weeks=rhythm.every_weeks,
            first_day=first_day,
            starts=rhythm.starts,
            minutes=rhythm.minutes,
            started_by=member.person.id,
            created_at=began,
            looked_on=world.today,
        )
    )
    for day in rhythm.days(world.today + days(1), world.today + HORIZON):
        visit = first_visit if day == first_day else None
        hindrance = None if visit else _hindrance(site, member, day, slot)
        if visit is None and hindrance is None:
            visit = _ask(world, dice, match, crew, site, member, day, slot)
        world.add(
            rows.SeriesOccurrence(
                id=dice.key(began),
                organisation_id=crew.row.id,
                facility_id=site.row.id,
                series_id=series.id,
                on_day=day,
                state="HELD_BACK" if hindrance else "PLANNED",
                visit_id=visit.id if visit else None,
                hindrance=hindrance,
            )
        )


def _hindrance(site: Site, member: Member, day: date, slot: rows.VisitingSlot) -> Hindrance | None:
    if day in site.blocked:
        return Hindrance.CLOSED
    if day > member.enters_until:
        return Hindrance.NOT_ADMITTED
    if day in member.going:
        return Hindrance.ELSEWHERE
    return Hindrance.FULL if site.taken[slot.id, day] >= slot.capacity else None


def _ask(
    world: World,
    dice: Dice,
    match: rows.Match,
    crew: Crew,
    site: Site,
    member: Member,
    day: date,
    slot: rows.VisitingSlot,
) -> rows.Visit:
    visit, presence = propose(world, dice, match, crew, site, member, day, slot)
    take_place(world, dice, crew, site, visit, slot, day)
    if day < world.today + ANSWERED and dice.chance(0.85):
        confirm(world, dice, site, visit, presence, slot, day)
    return visit
