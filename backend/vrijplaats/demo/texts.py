"""The data files of the demo: facilities, organisations, towns, and word lists for names."""

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("vrijplaats.demo") / "data"


@dataclass(frozen=True, slots=True)
class Town:
    """Where people live."""

    name: str
    latitude: float
    longitude: float
    size: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where names come from, and what is spoken there besides Dutch."""

    name: str
    weight: float
    speaks: tuple[tuple[str, float], ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    family: tuple[str, ...]


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a .csv; its first lines may be remarks."""
    lines = (_DATA / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return tuple(csv.DictReader(line for line in lines if not line.startswith("#")))


@cache
def towns() -> dict[str, Town]:
    """All towns by name."""
    rows = table("towns")
    found = [Town(row["name"], float(row["latitude"]), float(row["longitude"]), int(row["size"])) for row in rows]
    return {town.name: town for town in found}


@cache
def origins() -> tuple[Origin, ...]:
    """The word lists."""
    return tuple(
        _origin(name, entry) for name, entry in tomllib.loads((_DATA / "names.toml").read_text("utf-8")).items()
    )


def _origin(name: str, entry: dict[str, Any]) -> Origin:
    return Origin(
        name=name,
        weight=float(entry["weight"]),
        speaks=tuple(sorted(entry["speaks"].items())),
        women=tuple(entry["women"].split()),
        men=tuple(entry["men"].split()),
        family=tuple(word.strip() for word in entry["family"].split("|")),
    )
