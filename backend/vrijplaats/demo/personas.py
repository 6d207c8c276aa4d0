"""What the people one can sign in as have before them today, and the keys by which one signs in."""

from datetime import date, time

from vrijplaats.demo import rows
from vrijplaats.demo.bonds import Bond, begin
from vrijplaats.demo.calendar import days, instant
from vrijplaats.demo.cast import COORDINATORS, FUNDER, GZN, MINISTRY, OPERATOR, STAFF
from vrijplaats.demo.detainees import a_detainee
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.organisations import FOUNDED
from vrijplaats.demo.people import a_membership, a_person
from vrijplaats.demo.places import DORDRECHT, VEENHUIZEN
from vrijplaats.demo.rhythms import a_rhythm
from vrijplaats.demo.visits import confirm, propose, take_place, visits_of
from vrijplaats.demo.waiting import ask
from vrijplaats.demo.wishes import a_wish
from vrijplaats.demo.world import Crew, Member, Site, World

# days from today on which somebody goes to Veenhuizen, and whether the prison has said yes already
GOING = {
    "volunteer-1": ((3, True),),
    "volunteer-2": ((4, False),),
    "volunteer-3": ((-1, True),),
    "volunteer-5": ((5, False),),
    "volunteer-6": ((0, True), (14, False)),
    "volunteer-7": ((0, True),),
    "volunteer-8": ((1, True),),
    "volunteer-9": ((6, False),),
    "volunteer-humanitas": ((1, True), (8, False)),
}
# of whom the planned visit is the first of a rhythm
WITH_RHYTHM = ("volunteer-2",)
AT_DORDRECHT = ((0, True), (0, True), (1, True), (3, False))
FULL = "Tineke Visser"
# where volunteer-1 is asked for, and in how many hours the invitation ends; the first needs an answer today
ASKED = ((VEENHUIZEN, ("nl", "en"), 5), ("veenhuizen-norgerhaven", ("nl",), 40), (VEENHUIZEN, ("de", "nl"), 64))


def set_the_stage(world: World) -> None:
    """Matches, visits and invitations of the personas."""
    dice = world.dice("personas")
    site = world.sites[VEENHUIZEN]
    for crew, member in list(_cast(world)):
        if member.part in GOING:
            _visits(world, dice, _running(world, dice, crew, site, member), GOING[member.part])
        if member.part == FULL:
            for _ in range(member.row.capacity):
                bond = _running(world, dice, crew, site, member)
                visits_of(world, dice, bond.row, crew, site, member)
        if member.part == "volunteer-1":
            _invitations(world, dice, crew, member)
    _dordrecht(world, dice)


def _cast(world: World) -> list[tuple[Crew, Member]]:
    return [(crew, member) for crew in world.crews.values() for member in crew.members if member.part]


def _running(world: World, dice: Dice, crew: Crew, site: Site, member: Member) -> Bond:
    started_on = max(world.today - days(dice.whole(60, 200)), member.joined + days(40))
    bond = begin(world, dice, crew, site, member, started_on, None)
    bond.row.state = "ACTIVE"
    return bond


def _visits(world: World, dice: Dice, bond: Bond, planned: tuple[tuple[int, bool], ...]) -> None:
    """The visits until last week, and those that are planned."""
    visits_of(world, dice, bond.row, bond.crew, bond.site, bond.member, until=world.today - days(8))
    for offset, is_confirmed in planned:
        day, slot, visit = _visit(world, dice, bond, world.today + days(offset), is_confirmed)
        if bond.member.part in WITH_RHYTHM:
            a_rhythm(world, dice, bond.row, bond.crew, bond.site, bond.member, day, slot, visit)


def _visit(
    world: World, dice: Dice, bond: Bond, day: date, is_confirmed: bool
) -> tuple[date, rows.VisitingSlot, rows.Visit]:
    site, member = bond.site, bond.member
    while day in site.blocked or day in member.going:
        day += days(1)
    slot = next(slot for slot in reversed(site.hours[day.isoweekday()]) if site.taken[slot.id, day] < slot.capacity)
    visit, presence = propose(world, dice, bond.row, bond.crew, site, member, day, slot)
    take_place(world, dice, bond.crew, site, visit, slot, day)
    if is_confirmed:
        confirm(world, dice, site, visit, presence, slot, day)
    return day, slot, visit


def _dordrecht(world: World, dice: Dice) -> None:
    """Somebody is at the gate in Dordrecht today, too."""
    site = world.sites[DORDRECHT]
    able = [(crew, member) for crew in site.crews for member in crew.admitted_to(site) if member.has_room]
    nearby = [(crew, member) for crew, member in able if not member.part] or able
    for (crew, member), visit in zip(dice.some(nearby, len(AT_DORDRECHT)), AT_DORDRECHT, strict=False):
        _visits(world, dice, _running(world, dice, crew, site, member), (visit,))


def _invitations(world: World, dice: Dice, crew: Crew, member: Member) -> None:
    for code, languages, hours in ASKED:
        site = world.sites[code]
        moment = dice.at_desk(world.today - days(dice.whole(4, 12)))
        inmate = a_detainee(world, dice, site, moment, languages=languages)
        request = a_wish(world, dice, site, inmate, moment, crew=crew)
        request.volunteer_gender = None
        others = [each for each in crew.admitted_to(site) if each.part in ("volunteer-11", "volunteer-17")]
        ask(world, dice, crew, site, request, [member, *others[: hours % 3]], hours)


def name_personas(world: World) -> None:
    """The keys by which one signs in, in the order in which they are shown."""
    dice = world.dice("keys")
    members = {member.part: member.membership for _, member in _cast(world)}
    found = {f"volunteer-{number}": members[f"volunteer-{number}"] for number in range(1, 21)}
    found["coordinator"] = _membership_of(world, COORDINATORS[GZN])
    found["volunteer-humanitas"] = members["volunteer-humanitas"]
    for organisation in list(COORDINATORS)[1:]:
        found[f"coordinator-{organisation.lower()}"] = _membership_of(world, COORDINATORS[organisation])
    for code, name in STAFF.items():
        found[f"staff-{code.partition('-')[0]}"] = _membership_of(world, name)
    found["funder"], found["operator"] = _funder(world, dice), _operator(world, dice)
    for position, (key, row) in enumerate(found.items(), start=1):
        world.add(rows.DemoPersona(key=key, person_id=row.person_id, membership_id=row.id, position=position))


def _membership_of(world: World, name: str) -> rows.Membership:
    """Of the first person with that name who coordinates or works at a prison."""
    people = {row.id for row in world.rows[rows.Person] if row.display_name == name}
    found = (row for row in world.rows[rows.Membership] if row.person_id in people and row.role != "VOLUNTEER")
    membership: rows.Membership = next(found)
    return membership


def _funder(world: World, dice: Dice) -> rows.Membership:
    ministry = world.add(rows.Funder(id=dice.key(instant(FOUNDED, time(9))), name=MINISTRY))
    membership = a_membership(world, dice, a_person(world, dice, FUNDER, instant(FOUNDED, time(9))), "FUNDER")
    membership.funder_id = ministry.id
    return membership


def _operator(world: World, dice: Dice) -> rows.Membership:
    return a_membership(world, dice, a_person(world, dice, OPERATOR, instant(FOUNDED, time(9))), "OPERATOR")
