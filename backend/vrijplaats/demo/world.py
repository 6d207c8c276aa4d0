"""The demo while it is put together: what is known of each thing, and the rows that will be loaded."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, TypeVar
from uuid import UUID

from vrijplaats.demo import rows
from vrijplaats.demo.calendar import HISTORY_DAYS, days
from vrijplaats.demo.dice import Dice

R = TypeVar("R")


@dataclass(slots=True, kw_only=True, eq=False)
class Site:
    """A prison: its hours and rooms, how long people wait there, and who works there."""

    row: rows.Facility
    waiting_days: float
    regimes: tuple[tuple[str, float], ...]
    hours: dict[int, list[rows.VisitingSlot]] = field(default_factory=lambda: defaultdict(list))
    private_rooms: list[rows.Room] = field(default_factory=list)
    halls: list[rows.Room] = field(default_factory=list)
    blocked: set[date] = field(default_factory=set)
    staff: list[rows.Person] = field(default_factory=list)
    crews: list["Crew"] = field(default_factory=list)
    key: bytes = b""
    names: set[str] = field(default_factory=set)
    pseudonyms: set[str] = field(default_factory=set)
    taken: dict[tuple[UUID, date], int] = field(default_factory=lambda: defaultdict(int))
    rooms_taken: dict[tuple[UUID, date], int] = field(default_factory=lambda: defaultdict(int))


@dataclass(slots=True, kw_only=True, eq=False)
class Crew:
    """An organisation: where it is active, its coordinators and its volunteers."""

    row: rows.Organisation
    size: int
    sites: list[Site]
    coordinators: list[rows.Person] = field(default_factory=list)
    members: list["Member"] = field(default_factory=list)
    # of everybody here: one looks for people by their name
    names: set[str] = field(default_factory=set)

    def admitted_to(self, site: Site) -> list["Member"]:
        """Who may enter there."""
        return [member for member in self.members if site in member.sites]


@dataclass(slots=True, kw_only=True, eq=False)
class Member:
    """A volunteer: where they may enter, when they are free, until when they go, and on which days they already do."""

    row: rows.Volunteer
    person: rows.Person
    membership: rows.Membership
    joined: date
    sites: list[Site]
    free: dict[int, tuple[time, time]]
    kilometres: dict[str, int]
    ready: bool
    until: date | None
    part: str | None = None
    # the last day on which every paper and admission is still valid
    enters_until: date = date.max
    going: set[date] = field(default_factory=set)

    @property
    def has_room(self) -> bool:
        """Whether one more can be asked of them."""
        return self.ready and self.row.carrying < self.row.capacity


class World:
    """Everything that has been made so far."""

    def __init__(self, seed: int, now: datetime, today: date, scale: float) -> None:
        self.seed, self.now, self.today, self.scale = seed, now, today, scale
        self.start = today - days(HISTORY_DAYS)
        self.rows: dict[type, list[Any]] = {kind: [] for kind in rows.TABLES}
        self.sites: dict[str, Site] = {}
        self.crews: dict[str, Crew] = {}

    def add(self, row: R) -> R:
        """Keep this row; gives it back."""
        self.rows[type(row)].append(row)
        return row

    def dice(self, part: str) -> Dice:
        """The dice of a part."""
        return Dice(self.seed, part)

    def scaled(self, number: float, least: int = 0) -> int:
        """So many at this scale."""
        return max(least, round(number * self.scale))
