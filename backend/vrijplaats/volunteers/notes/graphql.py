"""Notes about a volunteer in the graph."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import strawberry

from vrijplaats.core.actor import Actor
from vrijplaats.core.graphql import (
    Info,
    InvalidInput,
    NotAllowedNow,
    NotFound,
    actor_of,
    uuid_of,
    uuid_or_none,
    verb,
)
from vrijplaats.volunteers.notes import actions, queries


@strawberry.type
class VolunteerNote:
    """Something practical about a volunteer, who reads it too."""

    id: strawberry.ID
    note: str
    written_at: datetime
    written_by: str | None

    @classmethod
    def of(cls, view: queries.NoteView) -> "VolunteerNote":
        return cls(
            id=strawberry.ID(str(view.id)), note=view.note, written_at=view.written_at, written_by=view.written_by
        )


@strawberry.input
class WriteVolunteerNoteInput:
    """At most 280 signs; no names of whom they visit, no plan, no offence."""

    volunteer_id: strawberry.ID
    note: str


@strawberry.input
class RemoveVolunteerNoteInput:
    """Which one."""

    volunteer_id: strawberry.ID
    note_id: strawberry.ID


@strawberry.type
class WriteVolunteerNoteSuccess:
    """All of them as they are now."""

    notes: list[VolunteerNote]


@strawberry.type
class RemoveVolunteerNoteSuccess:
    """Those that are left."""

    notes: list[VolunteerNote]


WriteVolunteerNoteResult = Annotated[
    WriteVolunteerNoteSuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("WriteVolunteerNoteResult")
]
RemoveVolunteerNoteResult = Annotated[
    RemoveVolunteerNoteSuccess | NotFound, strawberry.union("RemoveVolunteerNoteResult")
]


@strawberry.type
class Query:
    """Reading them."""

    @strawberry.field
    async def volunteer_notes(self, info: Info, volunteer_id: strawberry.ID) -> list[VolunteerNote] | None:
        """Those about a volunteer of the own organisation, the newest first."""
        known = uuid_or_none(volunteer_id)
        return await _notes(actor_of(info), known) if known else None

    @strawberry.field
    async def my_notes(self, info: Info) -> list[VolunteerNote]:
        """What the coordinators wrote about the volunteer who asks: all of it."""
        return [VolunteerNote.of(view) for view in await queries.notes_about_me(actor_of(info))]


@strawberry.type
class Mutation:
    """Writing one, taking one away."""

    @strawberry.mutation
    @verb
    async def write_volunteer_note(self, info: Info, input: WriteVolunteerNoteInput) -> WriteVolunteerNoteResult:
        actor, volunteer_id = actor_of(info), uuid_of(input.volunteer_id)
        await actions.write_note(actor, volunteer_id=volunteer_id, text=input.note)
        return WriteVolunteerNoteSuccess(notes=await _notes(actor, volunteer_id) or [])

    @strawberry.mutation
    @verb
    async def remove_volunteer_note(self, info: Info, input: RemoveVolunteerNoteInput) -> RemoveVolunteerNoteResult:
        actor, volunteer_id = actor_of(info), uuid_of(input.volunteer_id)
        await actions.remove_note(actor, volunteer_id=volunteer_id, note_id=uuid_of(input.note_id))
        return RemoveVolunteerNoteSuccess(notes=await _notes(actor, volunteer_id) or [])


async def _notes(actor: Actor, volunteer_id: UUID) -> list[VolunteerNote] | None:
    views = await queries.notes_about(actor, volunteer_id)
    return None if views is None else [VolunteerNote.of(view) for view in views]
