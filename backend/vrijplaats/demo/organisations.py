"""The organisations of the demo, their policy and their coordinators; the staff of the prisons."""

from datetime import date, time

from vrijplaats.demo import rows
from vrijplaats.demo.calendar import instant
from vrijplaats.demo.cast import COORDINATORS, STAFF
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.people import a_membership, a_person, invented_name
from vrijplaats.demo.texts import table
from vrijplaats.demo.world import Crew, World

FOUNDED = date(2020, 1, 6)
WITH_CHILDREN = ("CHILD_EVENT", "CAMP", "CHILD_ESCORT", "FAMILY")
KINDS = ("ONE_TO_ONE", "COURSE", "DROP_IN", "DESK", "CHAPLAINCY", "AFTERCARE", *WITH_CHILDREN)

# a number that nobody has
WORK_PHONE = "+31850000000"


def found_organisations(world: World) -> None:
    """All organisations, in order of size as in the file."""
    dice = world.dice("organisations")
    for entry in table("organisations"):
        row = rows.Organisation(
            id=dice.key(instant(FOUNDED, time(9))), name=entry["name"], created_at=instant(FOUNDED, time(9))
        )
        sites = [world.sites[code] for code in entry["facilities"].split(";")]
        crew = Crew(row=world.add(row), size=int(entry["size"]), sites=sites)
        world.crews[row.name] = crew
        _policy(world, crew)
        for site in sites:
            site.crews.append(crew)
            world.add(rows.OrganisationFacility(organisation_id=row.id, facility_id=site.row.id, active_from=FOUNDED))
        _coordinators(world, dice, crew)


def employ_staff(world: World) -> None:
    """At each prison the contact person for volunteers and two colleagues."""
    dice = world.dice("staff")
    for site in world.sites.values():
        names = [STAFF.get(site.row.code), None, None]
        for name in names:
            person = a_person(world, dice, name or invented_name(dice).whole, instant(FOUNDED, time(9, 30)))
            site.staff.append(person)
            membership = a_membership(world, dice, person, "STAFF", site=site)
            membership.contact_person = len(site.staff) == 1


def _policy(world: World, crew: Crew) -> None:
    world.add(rows.OrganisationSetting(organisation_id=crew.row.id))
    for kind in KINDS:
        for needed in ("VOG", "TRAINING_BASIS", *(("TRAINING_CHILD_SAFETY",) if kind in WITH_CHILDREN else ())):
            world.add(
                rows.CredentialRequirement(organisation_id=crew.row.id, activity_kind=kind, credential_kind=needed)
            )


def _coordinators(world: World, dice: Dice, crew: Crew) -> None:
    names = [COORDINATORS.get(crew.row.name), *[None] * (crew.size // 100)]
    for name in names:
        whole = name or invented_name(dice, women=0.65).whole
        person = a_person(world, dice, whole, instant(FOUNDED, time(9, 30)), WORK_PHONE)
        crew.coordinators.append(person)
        a_membership(world, dice, person, "COORDINATOR", crew=crew)
