"""The detainees of the demo: a pseudonym for everyone to use, and an invented name, sealed as the product seals it."""

from dataclasses import dataclass
from datetime import datetime

from vrijplaats.core.sealing import normalised
from vrijplaats.demo import rows
from vrijplaats.demo.dice import Dice
from vrijplaats.demo.people import Name, invented_name
from vrijplaats.demo.world import Site, World
from vrijplaats.requests.identity import identity_fingerprint, sealed_identity
from vrijplaats.requests.pseudonyms import PLACES

WINGS = "ABCDEF"
# kept free for the one whom the coordinator sees first
LONGEST_WAITING = "Duin 27"
TONGUES = {
    "dutch": ("nl",),
    "surinamese": ("srn", "nl", "en"),
    "caribbean": ("pap", "pap", "es"),
    "turkish": ("tr",),
    "moroccan": ("ary", "ary", "ar", "zgh", "fr"),
    "polish": ("pl",),
    "elsewhere": ("en", "en", "ar", "es", "fr", "ro", "uk", "zh", "de", "so", "ti", "fa", "pt", "ru", "sq", "vi"),
}


@dataclass(frozen=True, slots=True)
class Inmate:
    """Somebody inside: the row, and what they would like to speak."""

    row: rows.Detainee
    languages: list[str]


def a_detainee(
    world: World,
    dice: Dice,
    site: Site,
    moment: datetime,
    *,
    pseudonym: str | None = None,
    languages: tuple[str, ...] = (),
) -> Inmate:
    """Somebody whom nobody here knew yet."""
    name = _new_name(dice, site, languages[:1])
    row = rows.Detainee(
        id=dice.key(moment),
        facility_id=site.row.id,
        pseudonym=_new_pseudonym(dice, site, pseudonym),
        fingerprint=identity_fingerprint(site.row.id, name.given, name.family),
        created_at=moment,
    )
    _seal(world, site, row, name, f"{dice.one(WINGS)}{dice.whole(1, 4)}")
    return Inmate(world.add(row), list(languages) or _languages(dice, name))


def _new_name(dice: Dice, site: Site, spoken: tuple[str, ...]) -> Name:
    """A name that nobody here has, from where that language is spoken."""
    while True:
        name = invented_name(dice, women=1.0 if site.row.women else 0.0, varied=True)
        known = normalised(name.given) + "|" + normalised(name.family)
        if known not in site.names and set(spoken) <= set(TONGUES[name.origin.name]):
            site.names.add(known)
            return name


def _new_pseudonym(dice: Dice, site: Site, wanted: str | None) -> str:
    found = wanted
    while found is None or (found != wanted and (found in site.pseudonyms or found == LONGEST_WAITING)):
        found = f"{dice.one(PLACES)} {dice.whole(1, 99)}"
    site.pseudonyms.add(found)
    return found


def _seal(world: World, site: Site, row: rows.Detainee, name: Name, wing: str) -> None:
    kept = sealed_identity(site.key, row.id, given_name=name.given, family_name=name.family, wing=wing)
    world.add(
        rows.DetaineeIdentity(
            detainee_id=row.id,
            facility_id=site.row.id,
            given_name=kept.given_name,
            family_name=kept.family_name,
            wing=kept.wing,
            version=kept.version,
        )
    )
    world.add(rows.DetaineeKey(detainee_id=row.id, facility_id=site.row.id, wrapped=kept.wrapped_key))


def _languages(dice: Dice, name: Name) -> list[str]:
    own = dice.one(TONGUES[name.origin.name])
    wanted = [own] if own != "nl" and dice.chance(0.55) else []
    if not wanted or dice.chance(0.75):
        wanted.append("nl")
    return wanted
