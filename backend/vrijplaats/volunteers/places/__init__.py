"""Places where people live, by name: never an address."""

import csv
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from vrijplaats.volunteers.rules import Coordinates

MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePlace:
    """A town or village. `label` names one place and no other: the largest of a name is called just that."""

    label: str
    name: str
    region: str
    coordinates: Coordinates
    people: int
    also: str


def place(label: str) -> HomePlace | None:
    """The place that is called this, whatever the capitals and accents; None when there is none."""
    return _by_label().get(folded(label))


def suggestions(typed: str, most: int = MOST) -> list[HomePlace]:
    """Places that begin with what was typed, the larger first; then those with a later word that does. What is their
    whole name comes before all."""
    wanted = folded(typed)
    if not wanted:
        return []
    first = [each for each in _places() if any(name.startswith(wanted) for name in _names(each))]
    inside = [each for each in _places() if any(f" {wanted}" in name for name in _names(each))]
    whole = [each for each in first if wanted in (folded(each.name), folded(each.label))]
    return list(dict.fromkeys([*whole, *first, *inside]))[:most]


def folded(text: str) -> str:
    """As names are compared: "'s-Gravenhage" and "s gravenhage" are the same."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign))
    return " ".join(kept.split())


@cache
def _places() -> tuple[HomePlace, ...]:
    """By size; places.csv says where it comes from."""
    lines = (files(__name__) / "places.csv").read_text(encoding="utf-8").splitlines()
    rows = sorted(csv.DictReader(line for line in lines if line[0] != "#"), key=lambda row: -int(row["people"]))
    largest: set[str] = set()
    found = []
    for row in rows:
        alone = row["name"] not in largest
        largest.add(row["name"])
        found.append(
            HomePlace(
                label=row["name"] if alone else f"{row['name']} ({row['region']})",
                name=row["name"],
                region=row["region"],
                coordinates=(float(row["latitude"]), float(row["longitude"])),
                people=int(row["people"]),
                also=row["also"],
            )
        )
    return tuple(found)


@cache
def _names(each: HomePlace) -> tuple[str, ...]:
    """By which it is found: its name, with its province behind it or not, and what else it is called."""
    return tuple(folded(name) for name in (f"{each.name} {each.region}", each.also) if name)


@cache
def _by_label() -> dict[str, HomePlace]:
    found = {folded(each.also): each for each in _places() if each.also}
    return found | {folded(each.label): each for each in _places()}
