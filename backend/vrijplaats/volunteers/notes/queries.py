"""Notes about a volunteer: for the coordinators, and for the volunteer, who reads the same."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vrijplaats.core import db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role

_NOTES = """
select n.id, n.note, n.written_at, p.display_name as written_by from volunteer_note n
left join person p on p.id = n.written_by
where n.organisation_id = $1 and n.volunteer_id = $2 order by n.id desc
"""
_THERE = "select exists (select from volunteer where organisation_id = $1 and id = $2)"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A note, the day it was written, and by whom."""

    id: UUID
    note: str
    written_at: datetime
    written_by: str | None


async def notes_about(actor: Actor, volunteer_id: UUID) -> list[NoteView] | None:
    """Those about a volunteer of the own organisation, the newest first; None for somebody else."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    if not await db.fetch_value(_THERE, organisation_id, volunteer_id):
        return None
    return [NoteView(**row) for row in await db.fetch(_NOTES, organisation_id, volunteer_id)]


async def notes_about_me(actor: Actor) -> list[NoteView]:
    """Those about the volunteer who asks."""
    organisation_id = own_organisation(actor, Role.VOLUNTEER)
    return [NoteView(**row) for row in await db.fetch(_NOTES, organisation_id, actor.volunteer_id)]
