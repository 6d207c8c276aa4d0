"""Admissions in the graph, for coordinators."""

from datetime import date
from typing import Annotated

import strawberry

from vrijplaats.core.graphql import Info, InvalidInput, NotAllowedNow, NotFound, actor_of, uuid_of, verb
from vrijplaats.volunteers.admissions import actions
from vrijplaats.volunteers.file.graphql import VolunteerFile, shown


@strawberry.input
class RequestAdmissionInput:
    """Which prison was asked to let whom in."""

    volunteer_id: strawberry.ID
    facility_id: strawberry.ID


@strawberry.input
class GrantAdmissionInput:
    """What the prison said: from when, and until when if it said so."""

    volunteer_id: strawberry.ID
    admission_id: strawberry.ID
    valid_from: date
    valid_until: date | None = None


@strawberry.input
class AdmissionInput:
    """Which of a volunteer's admissions."""

    volunteer_id: strawberry.ID
    admission_id: strawberry.ID


@strawberry.type
class RequestAdmissionSuccess:
    """The file as it is now."""

    file: VolunteerFile


@strawberry.type
class GrantAdmissionSuccess:
    """The file as it is now."""

    file: VolunteerFile


@strawberry.type
class RefuseAdmissionSuccess:
    """The file as it is now."""

    file: VolunteerFile


@strawberry.type
class EndAdmissionSuccess:
    """The file as it is now."""

    file: VolunteerFile


RequestAdmissionResult = Annotated[
    RequestAdmissionSuccess | NotAllowedNow | NotFound, strawberry.union("RequestAdmissionResult")
]
GrantAdmissionResult = Annotated[
    GrantAdmissionSuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("GrantAdmissionResult")
]
RefuseAdmissionResult = Annotated[
    RefuseAdmissionSuccess | NotAllowedNow | NotFound, strawberry.union("RefuseAdmissionResult")
]
EndAdmissionResult = Annotated[EndAdmissionSuccess | NotAllowedNow | NotFound, strawberry.union("EndAdmissionResult")]


@strawberry.type
class Mutation:
    """Asking a prison, and writing down what it said."""

    @strawberry.mutation
    @verb
    async def request_admission(self, info: Info, input: RequestAdmissionInput) -> RequestAdmissionResult:
        volunteer_id, facility_id = uuid_of(input.volunteer_id), uuid_of(input.facility_id)
        await actions.request_admission(actor_of(info), volunteer_id=volunteer_id, facility_id=facility_id)
        return RequestAdmissionSuccess(file=await shown(info, volunteer_id))

    @strawberry.mutation
    @verb
    async def grant_admission(self, info: Info, input: GrantAdmissionInput) -> GrantAdmissionResult:
        volunteer_id, admission_id = uuid_of(input.volunteer_id), uuid_of(input.admission_id)
        await actions.grant_admission(
            actor_of(info),
            volunteer_id=volunteer_id,
            admission_id=admission_id,
            valid_from=input.valid_from,
            valid_until=input.valid_until,
        )
        return GrantAdmissionSuccess(file=await shown(info, volunteer_id))

    @strawberry.mutation
    @verb
    async def refuse_admission(self, info: Info, input: AdmissionInput) -> RefuseAdmissionResult:
        volunteer_id, admission_id = uuid_of(input.volunteer_id), uuid_of(input.admission_id)
        await actions.refuse_admission(actor_of(info), volunteer_id=volunteer_id, admission_id=admission_id)
        return RefuseAdmissionSuccess(file=await shown(info, volunteer_id))

    @strawberry.mutation
    @verb
    async def end_admission(self, info: Info, input: AdmissionInput) -> EndAdmissionResult:
        volunteer_id, admission_id = uuid_of(input.volunteer_id), uuid_of(input.admission_id)
        await actions.end_admission(actor_of(info), volunteer_id=volunteer_id, admission_id=admission_id)
        return EndAdmissionSuccess(file=await shown(info, volunteer_id))
