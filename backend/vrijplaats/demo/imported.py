"""Who came into GZN's register out of its own list, and how far they are on the way in."""

from datetime import date, time, timedelta

from vrijplaats.accounts.invitations.rules import LASTS_IMPORTED
from vrijplaats.demo import rows
from vrijplaats.demo.calendar import days, instant
from vrijplaats.demo.cast import GZN
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.people import Name, a_membership, a_number, an_address, languages_of, new_name
from vrijplaats.demo.register import NEAR_KILOMETRES
from vrijplaats.demo.texts import towns
from vrijplaats.demo.world import Crew, Site, World
from vrijplaats.volunteers.rules import kilometres_between
from vrijplaats.volunteers.words import FROM_A_FILE

# how many days ago the list was taken in, and the first of it were asked
TAKEN_IN, ASKED, EXPIRED = 16, 2, 12
HERE = ("NOT_INVITED",) * 6 + ("INVITED", "INVITED", "EXPIRED", "EXPIRED", "REFUSED", "NO_ADDRESS")
JOINED = 7
STATUSES = ("ACTIVE", "ACTIVE", "ACTIVE", "READY", "IN_TRAINING", "ACTIVE")


def out_of_a_list(world: World) -> None:
    """A dozen who cannot sign in yet, and a few who said yes."""
    dice = world.dice("imported")
    crew = world.crews[GZN]
    moment = instant(world.today - days(TAKEN_IN), time(14, 10))
    asked = instant(world.today - days(EXPIRED), time(9, 15))
    joined = [each for each in crew.members if not each.part and each.ready and each.joined < moment.date()]
    for member in joined[:JOINED]:
        said_yes = asked + timedelta(hours=dice.whole(1, 140))
        world.add(
            rows.ImportedContact(
                volunteer_id=member.row.id, organisation_id=crew.row.id, joined_at=said_yes, invited_at=asked
            )
        )
    for number, state in enumerate(HERE):
        status = STATUSES[number % len(STATUSES)]
        volunteer, person = _somebody(world, dice, crew, status)
        contact = rows.ImportedContact(volunteer_id=volunteer.id, organisation_id=crew.row.id, phone=a_number(dice))
        contact.email = None if state == "NO_ADDRESS" else an_address(person)
        if state in ("INVITED", "EXPIRED", "REFUSED"):
            _ask(world, dice, crew, contact, person, state)
        world.add(contact)


def _somebody(world: World, dice: Dice, crew: Crew, status: str) -> tuple[rows.Volunteer, rows.Person]:
    moment = instant(world.today - days(TAKEN_IN), time(14, 10))
    name, site = new_name(dice, crew, women=0.6), dice.one(crew.sites)
    person = world.add(rows.Person(id=dice.key(moment), display_name=name.whole, created_at=moment))
    a_membership(world, dice, person, "VOLUNTEER", crew=crew)
    since = moment.date() - days(dice.whole(20, 1500) if status == "ACTIVE" else dice.whole(5, 40))
    volunteer = world.add(_file(dice, crew, person, name, site, status, since))
    if status in ("ACTIVE", "READY"):
        _papers(world, dice, crew, volunteer, site, max(since, moment.date() - days(900)))
    return volunteer, person


def _file(
    dice: Dice, crew: Crew, person: rows.Person, name: Name, site: Site, status: str, since: date
) -> rows.Volunteer:
    there = (site.row.latitude, site.row.longitude)
    near = [
        town
        for town in towns().values()
        if kilometres_between((town.latitude, town.longitude), there) <= NEAR_KILOMETRES
    ]
    town = dice.one(near)
    return rows.Volunteer(
        id=dice.key(person.created_at),
        organisation_id=crew.row.id,
        person_id=person.id,
        status=status,
        status_since=since,
        gender=name.gender,
        place=town.name,
        latitude=town.latitude,
        longitude=town.longitude,
        languages=languages_of(dice, name.origin),
        kinds=["ONE_TO_ONE"],
        capacity=dice.whole(1, 2),
        fingerprint=None,
        created_at=person.created_at,
    )


def _papers(world: World, dice: Dice, crew: Crew, volunteer: rows.Volunteer, site: Site, first: date) -> None:
    """As the list had them: nobody has seen them here."""
    world.add(
        rows.Credential(
            id=dice.key(volunteer.created_at),
            organisation_id=crew.row.id,
            volunteer_id=volunteer.id,
            kind="VOG",
            issuer=FROM_A_FILE["nl"],
            valid_from=first,
            valid_until=world.today + days(dice.whole(120, 900)),
            seen_by=None,
            seen_on=None,
        )
    )
    world.add(
        rows.Admission(
            id=dice.key(volunteer.created_at),
            organisation_id=crew.row.id,
            facility_id=site.row.id,
            volunteer_id=volunteer.id,
            state="GRANTED",
            valid_from=volunteer.created_at.date(),
            valid_until=None,
        )
    )


def _ask(world: World, dice: Dice, crew: Crew, contact: rows.ImportedContact, person: rows.Person, state: str) -> None:
    """A letter with a link that lasts a week."""
    asked = instant(world.today - days(EXPIRED if state == "EXPIRED" else ASKED), time(9, 15))
    contact.invited_at = asked
    world.add(
        rows.Invitation(
            id=dice.key(asked),
            organisation_id=crew.row.id,
            display_name=person.display_name,
            email=contact.email or "",
            invited_by=crew.coordinators[0].id,
            created_at=asked,
            expires_at=asked + LASTS_IMPORTED,
            mail_state="REFUSED" if state == "REFUSED" else "SENT",
        )
    )
