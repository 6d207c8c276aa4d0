"""What is sealed in a file, in the graph: opened by a question of its own, so that nobody reads it in passing."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import strawberry

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
from vrijplaats.volunteers.sealed import actions, queries, rules


@strawberry.enum
class SealedPart(StrEnum):
    """What was opened."""

    EMERGENCY_CONTACT = "EMERGENCY_CONTACT"
    ADMISSION_CARD = "ADMISSION_CARD"


PARTS = {queries.READ_EMERGENCY: SealedPart.EMERGENCY_CONTACT, queries.READ_PASS: SealedPart.ADMISSION_CARD}


@strawberry.type
class EmergencyContact:
    """Whom to call when something happens to a volunteer."""

    name: str
    phone: str
    relation: str | None
    set_at: datetime
    by_themselves: bool = strawberry.field(description="The volunteer wrote it down, and not a coordinator.")

    @classmethod
    def of(cls, view: queries.EmergencyView) -> "EmergencyContact":
        return cls(
            name=view.contact.name,
            phone=view.contact.phone,
            relation=view.contact.relation,
            set_at=view.set_at,
            by_themselves=view.by_themselves,
        )


@strawberry.type
class FileReading:
    """A coordinator opened something that is sealed."""

    id: strawberry.ID
    at: datetime
    reader_name: str | None
    part: SealedPart
    facility_name: str | None

    @classmethod
    def of(cls, view: queries.ReadingView) -> "FileReading":
        return cls(
            id=strawberry.ID(str(view.id)),
            at=view.at,
            reader_name=view.reader,
            part=PARTS[view.verb],
            facility_name=view.facility,
        )


@strawberry.type
class SealedFile:
    """What there is to open, and who opened it lately."""

    emergency_contact_set_at: datetime | None
    readings: list[FileReading]


@strawberry.type
class OwnPass:
    """The number of one's own pass for a prison."""

    id: strawberry.ID
    facility_name: str
    number: str


@strawberry.type
class OpenedPass:
    """The number of a pass."""

    number: str


@strawberry.input
class EmergencyContactInput:
    """Whom to call, and who they are to each other."""

    name: str
    phone: str
    relation: str | None = None


@strawberry.input
class SetEmergencyContactInput:
    """Whom to call, or nobody any more. A coordinator names the volunteer, who needs not name themselves."""

    contact: EmergencyContactInput | None = None
    volunteer_id: strawberry.ID | None = None


@strawberry.input
class SetPassNumberInput:
    """The number on the pass of a running admission; null takes it away."""

    volunteer_id: strawberry.ID
    admission_id: strawberry.ID
    number: str | None = None


@strawberry.type
class SetEmergencyContactSuccess:
    """It is sealed; the answer does not hold it."""

    is_set: bool


@strawberry.type
class SetPassNumberSuccess:
    """It is sealed; the answer does not hold it."""

    admission_id: strawberry.ID
    is_set: bool


SetEmergencyContactResult = Annotated[
    SetEmergencyContactSuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("SetEmergencyContactResult")
]
SetPassNumberResult = Annotated[
    SetPassNumberSuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("SetPassNumberResult")
]


@strawberry.type
class Query:
    """Opening it. A coordinator shows the passkey, and each time is noted for the volunteer to see."""

    @strawberry.field
    async def sealed_file(self, info: Info, volunteer_id: strawberry.ID) -> SealedFile | None:
        """What there is to open in a file of the own organisation."""
        known = uuid_or_none(volunteer_id)
        view = await queries.sealed_file(actor_of(info), known) if known else None
        if view is None:
            return None
        readings = [FileReading.of(each) for each in view.readings]
        return SealedFile(emergency_contact_set_at=view.emergency_set_at, readings=readings)

    @strawberry.field
    async def emergency_contact(self, info: Info, volunteer_id: strawberry.ID) -> EmergencyContact | None:
        """Opened by a coordinator."""
        known = uuid_or_none(volunteer_id)
        view = await queries.emergency_contact(actor_of(info), known) if known else None
        return EmergencyContact.of(view) if view else None

    @strawberry.field
    async def pass_number(
        self, info: Info, volunteer_id: strawberry.ID, admission_id: strawberry.ID
    ) -> OpenedPass | None:
        """Opened by a coordinator."""
        whose, which = uuid_or_none(volunteer_id), uuid_or_none(admission_id)
        number = await queries.pass_number(actor_of(info), whose, which) if whose and which else None
        return OpenedPass(number=number) if number else None

    @strawberry.field
    async def my_emergency_contact(self, info: Info) -> EmergencyContact | None:
        """The volunteer's own."""
        view = await queries.my_emergency_contact(actor_of(info))
        return EmergencyContact.of(view) if view else None

    @strawberry.field
    async def my_passes(self, info: Info) -> list[OwnPass]:
        """The volunteer's own, by prison."""
        return [
            OwnPass(id=strawberry.ID(str(view.id)), facility_name=view.facility, number=view.number)
            for view in await queries.my_passes(actor_of(info))
        ]

    @strawberry.field
    async def my_file_readings(self, info: Info) -> list[FileReading]:
        """Who opened what is sealed of the volunteer who asks, the latest first."""
        actor = actor_of(info)
        assert actor.volunteer_id is not None  # the field is for volunteers only
        return [FileReading.of(view) for view in await queries.readings(actor, actor.volunteer_id)]


@strawberry.type
class Mutation:
    """Writing it down."""

    @strawberry.mutation
    @verb
    async def set_emergency_contact(self, info: Info, input: SetEmergencyContactInput) -> SetEmergencyContactResult:
        whose = uuid_of(input.volunteer_id) if input.volunteer_id is not None else None
        said = input.contact
        contact = rules.emergency(said.name, said.phone, said.relation) if said else None
        await actions.set_emergency_contact(actor_of(info), volunteer_id=whose, contact=contact)
        return SetEmergencyContactSuccess(is_set=contact is not None)

    @strawberry.mutation
    @verb
    async def set_pass_number(self, info: Info, input: SetPassNumberInput) -> SetPassNumberResult:
        admission_id, number = uuid_of(input.admission_id), rules.pass_number(input.number)
        await actions.set_pass_number(
            actor_of(info), volunteer_id=uuid_of(input.volunteer_id), admission_id=admission_id, number=number
        )
        return SetPassNumberSuccess(admission_id=strawberry.ID(str(admission_id)), is_set=number is not None)
