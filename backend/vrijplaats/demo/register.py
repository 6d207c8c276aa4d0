"""The volunteers of the demo."""

from datetime import date, time
from functools import cache
from uuid import UUID

from vrijplaats.core.sealing import fingerprint
from vrijplaats.demo import rows
from vrijplaats.demo.absences import a_pause
from vrijplaats.demo.calendar import HISTORY_DAYS, days, instant
from vrijplaats.demo.cast import EXTRAS, GZN, GZN_VOLUNTEERS, HUMANITAS, HUMANITAS_VOLUNTEERS, Part
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.papers import admit, ask_admission, issue_papers
from vrijplaats.demo.people import a_membership, a_person, languages_of, new_name
from vrijplaats.demo.places import DORDRECHT, VEENHUIZEN
from vrijplaats.demo.texts import Town, towns
from vrijplaats.demo.world import Crew, Member, Site, World
from vrijplaats.settings import current
from vrijplaats.volunteers.rules import kilometres_between

NEAR_KILOMETRES = 60
LEAST = 4
# PAUSED is no status: these are active, and said long ago that they need a break
STATUSES = (("ACTIVE", 77.0), ("READY", 5.0), ("PAUSED", 5.0), ("IN_TRAINING", 3.0), ("APPLICANT", 2.0), ("LEFT", 8.0))
NEW = frozenset({"APPLICANT", "IN_TRAINING"})
OVER = frozenset({"PAUSED", "LEFT"})
OTHER_KINDS = ("COURSE", "DROP_IN", "DESK", "CHAPLAINCY", "AFTERCARE", "CHILD_EVENT", "CAMP", "CHILD_ESCORT", "FAMILY")
FREE = ((time(9), time(17)), (time(9), time(17)), (time(12, 30), time(18)), (time(9), time(22)))
OF_TWO = "volunteer-20"
SOON_OVER, SOON_DAYS, NOT_ADMITTED = "Joost Hendriks", 26, "Bas Willems"
CAST: dict[str, tuple[Part, ...]] = {GZN: GZN_VOLUNTEERS + EXTRAS, HUMANITAS: HUMANITAS_VOLUNTEERS}


def recruit(world: World) -> None:
    """The volunteers of every organisation; a few are volunteers of two."""
    dice = world.dice("volunteers")
    for crew in world.crews.values():
        crew.names |= {part.name for parts in CAST.values() for part in parts}
        crew.names |= {person.display_name for person in crew.coordinators}
        cast = CAST.get(crew.row.name, ())
        for part in cast:
            crew.members.append(_cast_member(world, dice, crew, part))
        for _ in range(max(world.scaled(crew.size), LEAST) - len(cast)):
            crew.members.append(_member(world, dice, crew))
    for crew in world.crews.values():
        _lend(world, dice, crew)
    _second_life(world)
    _little(world)


def _little(world: World) -> None:
    """Of what somebody speaks beside Dutch they speak one thing in four only a little, in whichever register it is."""
    dice = world.dice("a little")
    members = [member for crew in world.crews.values() for member in crew.members]
    people: dict[UUID, list[str]] = {member.row.person_id: [] for member in members if member.part}
    for row in (member.row for member in members):
        if row.person_id not in people:
            people[row.person_id] = [code for code in row.languages if code != "nl" and dice.chance(0.25)]
        row.little_languages = list(people[row.person_id])


def _cast_member(world: World, dice: Dice, crew: Crew, part: Part) -> Member:
    joined = world.today - days(dice.whole(500, 1800))
    person = a_person(world, dice, part.name, instant(joined, time(10)))
    free = dict.fromkeys(part.weekdays, FREE[0])
    member = _enrol(
        world, dice, crew, person, "ACTIVE", part.gender, towns()[part.town], list(part.speaks), joined, free
    )
    member.row.capacity, member.part = part.capacity, part.key or part.name
    issue_papers(world, dice, crew, member, fresh=True, lapsed=False)
    if part.name == SOON_OVER:
        _end_certificate(world, member)
    if part.name == NOT_ADMITTED:
        ask_admission(world, dice, crew, member, world.sites[VEENHUIZEN])
        return member
    home = (member.row.latitude, member.row.longitude)
    near = [site for site in crew.sites if _kilometres(home, site) <= NEAR_KILOMETRES]
    for site in dict.fromkeys([world.sites[VEENHUIZEN], world.sites[DORDRECHT], *near]):
        admit(world, dice, crew, member, site, fresh=True)
    return member


def _end_certificate(world: World, member: Member) -> None:
    """One whose conduct certificate has to be renewed before long."""
    own = [row for row in world.rows[rows.Credential] if row.volunteer_id == member.row.id and row.kind == "VOG"]
    own[-1].valid_until = world.today + days(SOON_DAYS)


def _member(world: World, dice: Dice, crew: Crew) -> Member:
    name = new_name(dice, crew, women=0.62)
    site = dice.one(crew.sites)
    town = dice.weighted(_towns_near((site.row.latitude, site.row.longitude)))
    status = dice.weighted(STATUSES)
    joined = _joined(world, dice, status)
    person = a_person(world, dice, name.whole, instant(joined, time(10)))
    languages = languages_of(dice, name.origin)
    member = _enrol(world, dice, crew, person, status, name.gender, town, languages, joined, _free(dice))
    _equip(world, dice, crew, member, site)
    return member


def _equip(world: World, dice: Dice, crew: Crew, member: Member, site: Site) -> None:
    if member.row.status == "APPLICANT":
        return
    lapsed = member.ready and dice.chance(0.02)
    member.ready = member.ready and not lapsed
    issue_papers(world, dice, crew, member, fresh=False, lapsed=lapsed)
    if member.row.status == "IN_TRAINING":
        ask_admission(world, dice, crew, member, site)
        return
    admit(world, dice, crew, member, site, fresh=False)
    home = (member.row.latitude, member.row.longitude)
    for other in crew.sites:
        if other is not site and _kilometres(home, other) <= NEAR_KILOMETRES and dice.chance(0.55):
            admit(world, dice, crew, member, other, fresh=False)


def _lend(world: World, dice: Dice, crew: Crew) -> None:
    """One in fifty is a volunteer of a second organisation too: the same person, one life, two registers."""
    for member in list(crew.members):
        others = [other for other in member.sites[0].crews if other is not crew] if member.sites else []
        if member.part or not others or not member.ready or not dice.chance(0.02):
            continue
        other = dice.one(others)
        if member.person.display_name in other.names:
            continue
        other.names.add(member.person.display_name)
        _lend_to(world, dice, member, other)


def _second_life(world: World) -> None:
    """One of those one can sign in as is a volunteer of two organisations, and switches between them."""
    member = next(each for each in world.crews[GZN].members if each.part == OF_TWO)
    _lend_to(world, world.dice("second life"), member, world.crews[HUMANITAS])


def _lend_to(world: World, dice: Dice, member: Member, other: Crew) -> None:
    row = member.row
    town = Town(row.place, row.latitude, row.longitude, 1)
    second = _enrol(
        world, dice, other, member.person, "ACTIVE", row.gender, town, row.languages, member.joined, member.free
    )
    second.going = member.going
    second.row.capacity = 1
    _equip(world, dice, other, second, member.sites[0])
    other.members.append(second)


def _enrol(
    world: World,
    dice: Dice,
    crew: Crew,
    person: rows.Person,
    status: str,
    gender: str,
    town: Town,
    languages: list[str],
    joined: date,
    free: dict[int, tuple[time, time]],
) -> Member:
    since = world.today - days(dice.whole(10, 300)) if status in OVER else joined + days(30)
    since = max(joined, min(since, world.today))
    paused = status == "PAUSED"
    row = rows.Volunteer(
        id=dice.key(instant(joined, time(10))),
        organisation_id=crew.row.id,
        person_id=person.id,
        status="ACTIVE" if paused else status,
        status_since=max(joined, min(joined + days(30), world.today)) if paused else since,
        gender=gender,
        place=town.name,
        latitude=town.latitude,
        longitude=town.longitude,
        languages=languages,
        kinds=["ONE_TO_ONE", *(dice.some(OTHER_KINDS, dice.whole(1, 3)) if dice.chance(0.4) else [])],
        capacity=dice.weighted(((1, 40.0), (2, 38.0), (3, 17.0), (4, 5.0))),
        fingerprint=fingerprint(current().master_key, "volunteer", str(person.id)),
        created_at=instant(joined, time(10)),
    )
    membership = a_membership(world, dice, person, "VOLUNTEER", crew=crew)
    if status == "LEFT":
        membership.ended_at = instant(since, time(12))
    if paused:
        a_pause(world, dice, row, since, None)
    for weekday, (starts, ends) in free.items():
        key = dice.key(row.created_at)
        world.add(
            rows.VolunteerAvailability(
                id=key, organisation_id=crew.row.id, volunteer_id=row.id, weekday=weekday, starts=starts, ends=ends
            )
        )
    home = (town.latitude, town.longitude)
    return Member(
        row=world.add(row),
        person=person,
        membership=membership,
        joined=joined,
        until=since if status in OVER else None,
        sites=[],
        free=free,
        kilometres={site.row.code: _kilometres(home, site) for site in crew.sites},
        ready=status in ("ACTIVE", "READY"),
    )


def _joined(world: World, dice: Dice, status: str) -> date:
    if status in NEW:
        return world.today - days(dice.whole(5, 80))
    if status in OVER:
        return world.today - days(dice.whole(330, 2200))
    before = dice.chance(0.6)
    return world.today - days(dice.whole(HISTORY_DAYS, 2200) if before else dice.whole(45, HISTORY_DAYS))


def _free(dice: Dice) -> dict[int, tuple[time, time]]:
    weekend = dice.chance(0.1)
    chosen = dice.some(range(1, 8) if weekend else range(1, 6), dice.whole(1, 4))
    return {weekday: dice.one(FREE) for weekday in sorted(chosen)}


def _kilometres(home: tuple[float, float], site: Site) -> int:
    return kilometres_between(home, (site.row.latitude, site.row.longitude))


@cache
def _towns_near(place: tuple[float, float]) -> tuple[tuple[Town, float], ...]:
    """The towns from which people travel there, the nearer and larger ones more often."""
    far = [(town, kilometres_between((town.latitude, town.longitude), place)) for town in towns().values()]
    return tuple((town, town.size / (8 + far_away)) for town, far_away in far if far_away <= NEAR_KILOMETRES)
