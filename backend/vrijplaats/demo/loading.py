"""Loads the demo world into an empty database: invent everything, copy it in one transaction, publish two quarters."""

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter

import asyncpg

from vrijplaats.core import clock
from vrijplaats.demo import rows
from vrijplaats.demo.absences import holidays_and_pauses
from vrijplaats.demo.bonds import years_of_visits
from vrijplaats.demo.care import of_whom_to_think
from vrijplaats.demo.chaplaincy import chaplaincy
from vrijplaats.demo.imported import out_of_a_list
from vrijplaats.demo.messages import what_was_sent
from vrijplaats.demo.organisations import employ_staff, found_organisations
from vrijplaats.demo.people import can_be_called
from vrijplaats.demo.personas import name_personas, set_the_stage
from vrijplaats.demo.places import open_sites
from vrijplaats.demo.publications import publish_older_quarters
from vrijplaats.demo.register import recruit
from vrijplaats.demo.waiting import waiting_wishes
from vrijplaats.demo.wishes import unmet_wishes
from vrijplaats.demo.world import World
from vrijplaats.refusal import Refusal

Report = Callable[[str, int, int], None]
NATIONAL = 1.0
PARTS: tuple[Callable[[World], None], ...] = (
    open_sites,
    found_organisations,
    employ_staff,
    recruit,
    years_of_visits,
    unmet_wishes,
    holidays_and_pauses,
    set_the_stage,
    waiting_wishes,
    chaplaincy,
    name_personas,
    can_be_called,
    of_whom_to_think,
    what_was_sent,
    out_of_a_list,
)
_IS_DEMO = "select exists (select from demo_persona)"
_IS_USED = """
select exists (select from organisation) or exists (select from facility) or exists (select from person)
  or exists (select from history)
"""
_LOADED = "insert into history (verb, subject) values ('demo.loaded', jsonb_build_object('seed', $1::text))"


class NotEmpty(Refusal):
    """The database holds something that is not the demo."""

    def __init__(self) -> None:
        super().__init__("The database is not empty, and the demo goes into an empty one only.")


async def load(admin_url: str, *, seed: int, progress: Report, scale: float = NATIONAL) -> None:
    """Load the demo as a superuser. Nothing happens when it is there already; NotEmpty when anything else is.

    The same seed in the same minute gives the same rows, but for keys and sealed names, which have to be random.
    Below the national scale cells are too thin to be published, so that nothing is.
    """
    connection = await asyncpg.connect(admin_url)
    try:
        if await connection.fetchval(_IS_DEMO):
            return
        if await connection.fetchval(_IS_USED):
            raise NotEmpty
        world = invent(seed, progress, scale)
        async with connection.transaction():
            await _copy(connection, world, progress)
            await connection.execute(_LOADED, str(seed))
        await connection.execute("analyze")
    finally:
        await connection.close()
    if scale >= NATIONAL:
        await publish_older_quarters(world, progress)


def invent(seed: int, progress: Report, scale: float = NATIONAL) -> World:
    """The whole world, in memory."""
    world = World(seed, clock.now().replace(second=0, microsecond=0), clock.today(), scale)
    for number, part in enumerate(PARTS, start=1):
        part(world)
        progress("people and visits", number, len(PARTS))
    return world


def columns_of(kind: type) -> list[str]:
    """The columns of a table that the demo fills."""
    return [each.name for each in fields(kind)]


async def _copy(connection: "asyncpg.Connection[asyncpg.Record]", world: World, progress: Report) -> None:
    total, done = sum(map(len, world.rows.values())), 0
    for kind, table in rows.TABLES.items():
        columns = columns_of(kind)
        records = list(map(attrgetter(*columns), world.rows[kind]))
        await connection.copy_records_to_table(table, records=records, columns=columns)
        done += len(records)
        progress("rows", done, total)
