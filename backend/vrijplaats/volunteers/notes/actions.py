"""Writing a note about a volunteer, and taking one away. The volunteer hears that one was written."""

from uuid import UUID

from vrijplaats.core import clock, db, outbox
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.volunteers.file.actions import locked, open_file, record
from vrijplaats.volunteers.naming import NamesSomebody, names_somebody
from vrijplaats.volunteers.notes import rules

_COUNT = "select count(*) from volunteer_note where organisation_id = $1 and volunteer_id = $2"
_WRITE = """
insert into volunteer_note (organisation_id, volunteer_id, note, written_by, written_at) values ($1, $2, $3, $4, $5)
returning id
"""
_REMOVE = "delete from volunteer_note where organisation_id = $1 and volunteer_id = $2 and id = $3"
_WHERE_THEY_COME = "select distinct facility_id from match where organisation_id = $1 and volunteer_id = $2"


async def write_note(actor: Actor, *, volunteer_id: UUID, text: str) -> None:
    """Something practical about the volunteer. Raises InvalidInput, NotFound, NotAllowedNow."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    file, note = await open_file(actor, volunteer_id), rules.clean_note(text)
    if await db.fetch_value(_COUNT, organisation_id, volunteer_id) >= rules.MOST_NOTES:
        raise NotAllowedNow(reason=rules.FULL)
    await _keep_names_out(actor, volunteer_id, note)
    made = await db.fetch_value(_WRITE, organisation_id, volunteer_id, note, actor.person_id, clock.now())
    await outbox.tell(
        "file.note_written",
        recipients=[file["person_id"]],
        payload={"volunteer": str(volunteer_id)},
        organisation_id=organisation_id,
    )
    await record(actor, "volunteer.write_note", volunteer_id, note=made)


async def remove_note(actor: Actor, *, volunteer_id: UUID, note_id: UUID) -> None:
    """It is kept nowhere any more; of who left too, whose file is read only otherwise. Raises NotFound."""
    await locked(actor, volunteer_id)
    if not await db.execute(_REMOVE, actor.organisation_id, volunteer_id, note_id):
        raise NotFound
    await record(actor, "volunteer.remove_note", volunteer_id, note=note_id)


async def _keep_names_out(actor: Actor, volunteer_id: UUID, note: str) -> None:
    """Raise when the note gives the full name of whom the volunteer visits or visited."""
    rows = await db.fetch(_WHERE_THEY_COME, actor.organisation_id, volunteer_id)
    if await names_somebody(actor, note, [row["facility_id"] for row in rows], volunteer_id):
        raise NamesSomebody(actor, field="note", label=rules.LABEL, requirement=rules.NAMED)
