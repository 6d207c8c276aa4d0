"""Matches of the demo: a wish that was met, by whom, and from when until when."""

from dataclasses import dataclass
from datetime import date, timedelta

from vrijplaats.demo import rows
from vrijplaats.demo.calendar import days
from vrijplaats.demo.detainees import a_detainee
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.invitations import offers_of_a_met_wish
from vrijplaats.demo.rhythms import a_rhythm
from vrijplaats.demo.visits import usual_slots, visits_of
from vrijplaats.demo.wishes import a_wish, claim, to_everyone
from vrijplaats.demo.world import Crew, Member, Site, World

ENDED = (
    ("RELEASED", 40.0),
    ("TRANSFERRED", 28.0),
    ("DETAINEE_WISH", 14.0),
    ("VOLUNTEER_WISH", 10.0),
    ("NO_CLICK", 4.0),
    ("OTHER", 4.0),
)
SHORTEST, LONGEST, MEAN_DAYS = 30, 700, 185
PAUSE_DAYS = (10, 110)
BEFORE_DAYS = 200
WITH_RHYTHM = 0.3


@dataclass(frozen=True, slots=True)
class Bond:
    """A match with those it binds."""

    row: rows.Match
    crew: Crew
    site: Site
    member: Member


def years_of_visits(world: World) -> None:
    """What every volunteer did in two years, one person after the other."""
    dice = world.dice("bonds")
    for crew in world.crews.values():
        for member in crew.members:
            for _ in range(_strands(dice, member)):
                _strand(world, dice, crew, member)


def begin(
    world: World, dice: Dice, crew: Crew, site: Site, member: Member, started_on: date, ended_on: date | None
) -> Bond:
    """A wish, the offers for it and the match."""
    matched_at = dice.at_desk(started_on)
    waited = max(1, int(dice.random.gammavariate(2.2, site.waiting_days / 2.2)))
    moment = dice.at_desk(started_on - days(waited)) - timedelta(hours=1)
    inmate = a_detainee(world, dice, site, moment)
    if not set(inmate.languages) & set(member.row.languages):
        inmate.languages.append(member.row.languages[0])
    in_pool = dice.chance(0.4)
    request = a_wish(world, dice, site, inmate, moment, crew=None if in_pool else crew, state="MATCHED")
    if request.volunteer_gender not in (None, member.row.gender):
        request.volunteer_gender = None
    if in_pool:
        to_everyone(world, request)
        claim(dice, request, crew, moment + (matched_at - moment) * dice.random.random() * 0.5)
    request.matched_at = matched_at
    offers_of_a_met_wish(world, dice, crew, site, request, member, matched_at)
    row = rows.Match(
        id=dice.key(matched_at),
        organisation_id=crew.row.id,
        facility_id=site.row.id,
        request_id=request.id,
        volunteer_id=member.row.id,
        detainee_id=inmate.row.id,
        pseudonym=inmate.row.pseudonym,
        activity_kind="ONE_TO_ONE",
        state="ENDED" if ended_on else "ACTIVE",
        rhythm_weeks=dice.weighted(((1, 4.0), (2, 56.0), (3, 40.0))),
        started_on=started_on,
        ended_on=ended_on,
        end_reason=dice.weighted(ENDED) if ended_on else None,
        created_at=matched_at,
    )
    member.row.carrying += ended_on is None
    return Bond(world.add(row), crew, site, member)


def _strands(dice: Dice, member: Member) -> int:
    """How many people somebody visits side by side, at most; room is left for one more, now and then."""
    if not member.sites or member.row.status in ("APPLICANT", "IN_TRAINING", "READY"):
        return 0
    most = member.row.capacity if not member.part else 1
    if most == 1:
        return int(dice.chance(0.57))
    return int(dice.chance(0.88)) + sum(dice.chance(0.15) for _ in range(most - 1))


def _strand(world: World, dice: Dice, crew: Crew, member: Member) -> None:
    """One after the other, with time in between."""
    last_day = _last_day(world, dice, member)
    day = max(world.start - days(dice.whole(0, BEFORE_DAYS)), member.joined + days(dice.whole(40, 70)))
    while day < min(last_day, world.today - days(3)):
        length = min(LONGEST, SHORTEST + int(dice.random.expovariate(1 / (MEAN_DAYS - SHORTEST))))
        end = min(day + days(length), last_day)
        runs = end >= world.today
        if end > world.start and (runs or end > day + days(7)):
            site = dice.one(member.sites)
            bond = begin(world, dice, crew, site, member, day, None if runs else end)
            if runs and dice.chance(0.015):
                bond.row.state = "REVIEW"
            if bond.row.state == "ACTIVE" and dice.chance(WITH_RHYTHM):
                _from_now_on(world, dice, bond)
            else:
                visits_of(world, dice, bond.row, crew, site, member)
        day = end + days(dice.whole(*PAUSE_DAYS))


def _from_now_on(world: World, dice: Dice, bond: Bond) -> None:
    """The visits until today, and from then on in a rhythm."""
    visits_of(world, dice, bond.row, bond.crew, bond.site, bond.member, until=world.today)
    slot = dice.one(usual_slots(dice, bond.site, bond.member))
    tomorrow = world.today + days(1 + dice.whole(0, 9))
    first_day = tomorrow + days((slot.weekday - tomorrow.isoweekday()) % 7)
    a_rhythm(world, dice, bond.row, bond.crew, bond.site, bond.member, first_day, slot)


def _last_day(world: World, dice: Dice, member: Member) -> date:
    """Nobody goes after they paused or left, or whose papers are over; the personas' own matches are made apart."""
    if member.part:
        return world.today - days(dice.whole(12, 40))
    if member.until:
        return member.until
    return world.today + days(LONGEST) if member.ready else world.today - days(dice.whole(70, 120))
