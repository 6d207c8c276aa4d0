"""Looking at a file, saying what it would do, and doing it: all of it or nothing. Opens its own transactions, because a
file is read before them and a screen hears how far it is."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from vrijplaats.core import clock, db, history
from vrijplaats.core.access import own_organisation, require_fresh
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import BadRequest
from vrijplaats.volunteers.importing import queries, writing
from vrijplaats.volunteers.importing.columns import (
    PAPER,
    Choice,
    Column,
    Marks,
    choices,
    guessed,
)
from vrijplaats.volunteers.importing.merging import Plan, Register, planned
from vrijplaats.volunteers.importing.queries import Known
from vrijplaats.volunteers.importing.reading import Row, Sheet, read_sheet
from vrijplaats.volunteers.importing.rules import Draft, Outcome, Reading, others_marks

# so many rows are read before others get their turn, and the screen hears of it
TURN = 200
# reading and comparing first, then writing
Progress = Callable[[str, int, int], None]
_LOCK = "select pg_advisory_xact_lock(hashtextextended('import|' || $1, 0))"
# whoever is visited, changed or stopped at this moment waits, or is read as they became
_HOLD = "select id from volunteer where organisation_id = $1 order by id for no key update"
_REMEMBER = """
insert into import_columns (organisation_id, columns, changed_by, changed_at) values ($1, $2, $3, $4)
on conflict (organisation_id) do update set columns = import_columns.columns || excluded.columns,
  changed_by = excluded.changed_by, changed_at = excluded.changed_at
"""


class Unwanted(Exception):
    """What a file would do is not what was agreed to: something is wrong in it, or the register has changed."""

    def __init__(self, plan: Plan) -> None:
        super().__init__("unwanted")
        self.plan = plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A file as the choice of its columns begins: the guess, and what there is to choose from."""

    sheet: Sheet
    guesses: list[str | None]
    choices: list[Choice]


async def look(actor: Actor, content: bytes) -> Look:
    """What is in a file. Raises Forbidden, FileRefused."""
    known, sheet = await _known(actor), await read_sheet(content)
    guesses = guessed(
        sheet.heading,
        known.papers,
        known.remembered,
        Marks(known.organisation_id),
        others=lambda at: others_marks(row.at(at).text for row in sheet.rows),
    )
    return Look(sheet=sheet, guesses=guesses, choices=choices(known.papers, actor.locale))


async def check(actor: Actor, content: bytes, columns: list[str | None], told: Progress) -> Plan:
    """What a file would do, and what is wrong in it; changes nothing. Raises Forbidden, BadRequest, FileRefused."""
    known, sheet = await _known(actor), await read_sheet(content)
    drafts = await _drafts(sheet, known, columns, told)
    async with db.transaction(actor, read_only=True):
        return await _plan(actor, drafts)


async def carry_out(actor: Actor, content: bytes, columns: list[str | None], *, agreed: str, told: Progress) -> Plan:
    """Do what was agreed to, whole. Whom it names hears nothing of it. Raises as check does, StepUpNeeded and
    PasskeyNeeded, and Unwanted when it is no longer that."""
    require_fresh(actor)
    known, sheet = await _known(actor), await read_sheet(content)
    drafts = await _drafts(sheet, known, columns, told)
    async with db.transaction(actor):
        # of two who import at once the second sees what the first made of it
        await db.execute(_LOCK, str(known.organisation_id))
        await db.execute(_HOLD, known.organisation_id)
        plan = await _plan(actor, drafts)
        if plan.count(Outcome.WRONG) or plan.agreed != agreed:
            raise Unwanted(plan)
        await writing.write(actor, plan, Marks(known.organisation_id), told)
        await _remember(actor, known, sheet, columns)
        subject = {"new": str(plan.count(Outcome.NEW)), "changed": str(plan.count(Outcome.CHANGED))}
        await history.record(actor, "register.import", subject=subject, organisation_id=actor.organisation_id)
    return plan


async def begin_export(actor: Actor, kind: str) -> None:
    """Write down that the actor takes the register out; before anything leaves. Raises Forbidden, StepUpNeeded and
    PasskeyNeeded."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    require_fresh(actor)
    await history.record(actor, "register.export", subject={"what": kind}, organisation_id=organisation_id)


async def _known(actor: Actor) -> Known:
    async with db.transaction(actor, read_only=True):
        return await queries.known(actor)


async def _drafts(sheet: Sheet, known: Known, columns: list[str | None], told: Progress) -> list[Draft]:
    reading = Reading(
        columns=_places(columns, sheet, known),
        papers=known.papers,
        somewhere=known.somewhere,
        today=clock.today(),
    )
    drafts: list[Draft] = []
    for at in range(0, len(sheet.rows), TURN):
        told("reading", at, len(sheet.rows))
        turn = sheet.rows[at : at + TURN]
        drafts.extend(await asyncio.to_thread(_turn, reading, turn))
    told("reading", len(sheet.rows), len(sheet.rows))
    return drafts


def _turn(reading: Reading, rows: Sequence[Row]) -> list[Draft]:
    return [draft for row in rows if (draft := reading.draft(row)) is not None]


def _places(columns: list[str | None], sheet: Sheet, known: Known) -> Mapping[str, int]:
    possible = {*Column, *(f"{PAPER}{code}" for code in known.papers)}
    found = {column: at for at, column in enumerate(columns) if column}
    if (
        len(columns) > len(sheet.heading)
        or not possible.issuperset(found)
        or len(found) != sum(column is not None for column in columns)
        or not found.keys() & {Column.NAME, Column.FAMILY_NAME, Column.GIVEN_NAME}
    ):
        raise BadRequest
    return found


async def _plan(actor: Actor, drafts: list[Draft]) -> Plan:
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    marks, kept = Marks(organisation_id), await queries.people(actor)
    today = clock.today()
    return await asyncio.to_thread(lambda: planned(drafts, Register(kept, marks), marks, today))


async def _remember(actor: Actor, known: Known, sheet: Sheet, columns: list[str | None]) -> None:
    marks = Marks(known.organisation_id)
    said = {
        marks.heading(heading): column or "" for heading, column in zip(sheet.heading, columns, strict=False) if heading
    }
    await db.execute(_REMEMBER, known.organisation_id, said, actor.person_id, clock.now())
