"""A note about a volunteer: the volunteer reads the same, and it names nobody whom they visit."""

from __future__ import annotations

from uuid import UUID

import pytest
import pytest_asyncio

from tests.volunteers.desk import Desk, a_desk
from tests.world import World
from vrijplaats.core import db
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import InvalidInput, NotAllowedNow, NotFound
from vrijplaats.requests.identity import identity_fingerprint
from vrijplaats.volunteers.notes import actions, queries
from vrijplaats.volunteers.notes.rules import MOST_NOTES, clean_note

pytestmark = pytest.mark.usefixtures("db")
NOTE = "Liever bellen na zes uur, en niet op zaterdag."


@pytest_asyncio.fixture(loop_scope="module")
async def desk(world: World) -> Desk:
    return await a_desk(world)


async def _write(desk: Desk, volunteer: Actor, text: str = NOTE, actor: Actor | None = None) -> None:
    actor = actor or desk.anja
    assert volunteer.volunteer_id is not None
    async with db.transaction(actor):
        await actions.write_note(actor, volunteer_id=volunteer.volunteer_id, text=text)


async def _about(actor: Actor, volunteer: Actor) -> list[queries.NoteView] | None:
    assert volunteer.volunteer_id is not None
    async with db.transaction(actor, read_only=True):
        return await queries.notes_about(actor, volunteer.volunteer_id)


async def _remove(actor: Actor, volunteer: Actor, note_id: UUID) -> None:
    assert volunteer.volunteer_id is not None
    async with db.transaction(actor):
        await actions.remove_note(actor, volunteer_id=volunteer.volunteer_id, note_id=note_id)


async def test_the_volunteer_reads_what_the_coordinator_reads_and_hears_that_it_is_there(desk: Desk) -> None:
    els = await desk.volunteer("Els")
    await _write(desk, els, "  Liever bellen na zes uur,\nen niet op zaterdag. ")
    async with db.transaction(els, read_only=True):
        mine = await queries.notes_about_me(els)
    assert [(each.note, each.written_by) for each in mine] == [(NOTE, "Anja Mulder")]
    assert await _about(desk.anja, els) == mine
    assert await desk.told("file.note_written") == [[els.person_id]]
    await _remove(desk.anja, els, mine[0].id)
    assert await _about(desk.anja, els) == []
    assert await desk.verbs() == ["volunteer.write_note", "volunteer.remove_note"]


async def test_nobody_else_reads_it_or_writes_one(desk: Desk) -> None:
    els, bram, elsewhere = await desk.volunteer("Els"), await desk.volunteer("Bram"), await a_desk(desk.world)
    await _write(desk, els)
    (note,) = await _about(desk.anja, els) or []
    async with db.transaction(bram, read_only=True):
        assert await queries.notes_about_me(bram) == []
    assert await _about(elsewhere.anja, els) is None
    for attempt in (_write(desk, els, actor=elsewhere.anja), _remove(elsewhere.anja, els, note.id),
                    _remove(desk.anja, bram, note.id)):  # fmt: skip
        with pytest.raises(NotFound):
            await attempt
    assert await _about(desk.anja, els) == [note]


@pytest.mark.parametrize(
    "text",
    [
        "Staat in het re-integratieplan.",
        "Bezoekt iemand met een drugszaak.",
        "Zijn maatje is veroordeeld.",
        "Wil niet naar iemand met levenslang",
        "BSN 123456782",
        "",
        " \n ",
        "x" * 281,
    ],
)
def test_a_plan_an_offence_a_citizen_number_and_a_story_are_turned_back(text: str) -> None:
    with pytest.raises(InvalidInput):
        clean_note(text)


@pytest.mark.parametrize(
    "text", [NOTE, "Is van plan te verhuizen naar Assen", "Heeft een rijbewijs, rijdt graag mee", "Doof aan één oor"]
)
def test_something_practical_is_kept_as_it_is(text: str) -> None:
    assert clean_note(text) == text


async def test_the_name_of_whom_they_visit_is_turned_back_and_that_of_others_is_not_looked_for(desk: Desk) -> None:
    els = await desk.volunteer("Els")
    match = await desk.world.a_match(els, desk.facility)
    print_ = identity_fingerprint(desk.facility, "Ravi", "de Vries-Bakker")
    await desk.world.connection.execute("update detainee set fingerprint = $2 where id = $1", match.detainee_id, print_)
    for text in (
        "Gaat graag naar Ravi de Vries Bakker toe",
        "vraagt naar DE VRIES-BAKKER, RAVI",
        "Rávi de Vries-Bakker",
    ):
        with pytest.raises(InvalidInput) as refused:
            await _write(desk, els, text)
        assert "naam" in refused.value.message("nl")
    await _write(desk, els, "Werkt bij bakker de Vries in Assen")
    bram = await desk.volunteer("Bram")
    await _write(desk, bram, "Buurman van Ravi de Vries-Bakker")
    assert len(await _about(desk.anja, els) or []) == 1
    # no name was opened for it
    assert "identity.read" not in await desk.verbs()


async def test_there_are_so_many_notes_and_none_about_who_left(desk: Desk) -> None:
    els = await desk.volunteer("Els")
    for number in range(MOST_NOTES):
        await _write(desk, els, f"Notitie {number}")
    with pytest.raises(NotAllowedNow):
        await _write(desk, els)
    await desk.world.connection.execute("update volunteer set status = 'LEFT' where id = $1", els.volunteer_id)
    with pytest.raises(NotAllowedNow):
        await _write(desk, els)
    # what should not stand there can still be taken away
    note, *others = await _about(desk.anja, els) or []
    await _remove(desk.anja, els, note.id)
    assert await _about(desk.anja, els) == others
