"""Invented people: a name from the word lists, how to write to them, what they are."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from vrijplaats.demo import rows
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.texts import Origin, origins
from vrijplaats.demo.world import Crew, Site, World

MAIL = "demo.example"  # a domain that can never receive anything (RFC 2606)
_COMMON = {"dutch": 4.0}
WITH_NUMBER = 0.93


@dataclass(frozen=True, slots=True)
class Name:
    """Who somebody is to others."""

    given: str
    family: str
    gender: str
    origin: Origin

    @property
    def whole(self) -> str:
        return f"{self.given} {self.family}"


def invented_name(dice: Dice, *, women: float = 0.5, varied: bool = False) -> Name:
    """A name; `women` is the chance that it is a woman's, `varied` draws more often from elsewhere."""
    weights = [(origin, origin.weight / (_COMMON.get(origin.name, 1) if varied else 1)) for origin in origins()]
    origin = dice.weighted(weights)
    is_woman = dice.chance(women)
    given = dice.one(origin.women if is_woman else origin.men)
    return Name(given, dice.one(origin.family), "WOMAN" if is_woman else "MAN", origin)


def new_name(dice: Dice, crew: Crew, *, women: float) -> Name:
    """A name that nobody in this organisation has."""
    while (name := invented_name(dice, women=women)).whole in crew.names:
        pass
    crew.names.add(name.whole)
    return name


def languages_of(dice: Dice, origin: Origin, always: tuple[str, ...] = ()) -> list[str]:
    """Dutch, with few exceptions, and what else somebody speaks."""
    spoken = ["nl"] if always or dice.chance(0.98) else []
    spoken += [code for code, probability in origin.speaks if dice.chance(probability)]
    spoken += [code for code in always if code not in spoken]
    return list(dict.fromkeys(spoken)) or ["nl"]


def a_person(world: World, dice: Dice, name: str, created_at: datetime, phone: str | None = None) -> rows.Person:
    """A human being with an address that reaches nobody, and has been shown to be theirs: letters are read at /post."""
    person = world.add(rows.Person(id=dice.key(created_at), display_name=name, created_at=created_at))
    email = an_address(person)
    world.add(rows.PersonContact(person_id=person.id, email=email, email_verified_at=created_at, phone=phone))
    return person


def an_address(person: rows.Person) -> str:
    """Where letters to this person go, which reach nobody."""
    plain = unicodedata.normalize("NFKD", person.display_name.casefold()).encode("ascii", "ignore").decode()
    return f"{plain.replace(' ', '.')}.{person.id.hex[-4:]}@{MAIL}"


def a_number(dice: Dice) -> str:
    """A number that nobody has, and that a program takes for one."""
    return f"+3185000{dice.whole(0, 9_999):04}"


def can_be_called(world: World) -> None:
    """Nearly every volunteer gave a number; who one signs in as did not yet."""
    dice = world.dice("numbers")
    members = [each for crew in world.crews.values() for each in crew.members]
    able = {each.person.id for each in members} - {each.person.id for each in members if each.part}
    for contact in world.rows[rows.PersonContact]:
        if contact.person_id in able and dice.chance(WITH_NUMBER):
            contact.phone = a_number(dice)


def a_membership(
    world: World, dice: Dice, person: rows.Person, role: str, *, crew: Crew | None = None, site: Site | None = None
) -> rows.Membership:
    """What somebody is, and where."""
    row = rows.Membership(
        id=dice.key(person.created_at),
        person_id=person.id,
        role=role,
        created_at=person.created_at,
        organisation_id=crew.row.id if crew else None,
        facility_id=site.row.id if site else None,
    )
    return world.add(row)
