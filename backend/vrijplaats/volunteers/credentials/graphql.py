"""Papers in the graph: what the organisation works with, and what was seen."""

from datetime import date
from typing import Annotated

import strawberry

from vrijplaats.core.graphql import Info, InvalidInput, NotAllowedNow, NotFound, actor_of, locale_of, uuid_of, verb
from vrijplaats.volunteers.credentials import actions, queries
from vrijplaats.volunteers.file.graphql import VolunteerFile, shown


@strawberry.type
class CredentialType:
    """A paper the organisation works with. `once`: seen once and good for ever; `validMonths`: how long the
    organisation lets one count, null for as long as it says itself."""

    code: str
    name: str
    has_profile: bool
    once: bool
    valid_months: int | None


@strawberry.input
class RecordCredentialInput:
    """A paper that was seen today. It is never uploaded. Without `validUntil` the organisation's policy says it."""

    volunteer_id: strawberry.ID
    kind: str
    issuer: str
    valid_from: date
    valid_until: date | None = None
    profile: str | None = None


@strawberry.input
class RemoveCredentialInput:
    """A line that was a mistake."""

    volunteer_id: strawberry.ID
    credential_id: strawberry.ID


@strawberry.type
class RecordCredentialSuccess:
    """The file as it is now."""

    file: VolunteerFile


@strawberry.type
class RemoveCredentialSuccess:
    """The file as it is now."""

    file: VolunteerFile


RecordCredentialResult = Annotated[
    RecordCredentialSuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("RecordCredentialResult")
]
RemoveCredentialResult = Annotated[
    RemoveCredentialSuccess | NotAllowedNow | NotFound, strawberry.union("RemoveCredentialResult")
]


@strawberry.type
class Query:
    """Which papers there are."""

    @strawberry.field
    async def credential_types(self, info: Info) -> list[CredentialType]:
        """Of the own organisation, by name."""
        policy, locale = await queries.policy_of(actor_of(info)), locale_of(info)
        return [
            CredentialType(
                code=each.code,
                name=policy.name_of(each.code, locale),
                has_profile=each.has_profile,
                once=each.once,
                valid_months=each.valid_months,
            )
            for each in policy.types.values()
        ]


@strawberry.type
class Mutation:
    """A paper was seen; or not, after all."""

    @strawberry.mutation
    @verb
    async def record_credential(self, info: Info, input: RecordCredentialInput) -> RecordCredentialResult:
        volunteer_id = uuid_of(input.volunteer_id)
        seen = actions.Seen(
            kind=input.kind,
            issuer=input.issuer,
            profile=input.profile,
            valid_from=input.valid_from,
            valid_until=input.valid_until,
        )
        await actions.record_credential(actor_of(info), volunteer_id=volunteer_id, seen=seen)
        return RecordCredentialSuccess(file=await shown(info, volunteer_id))

    @strawberry.mutation
    @verb
    async def remove_credential(self, info: Info, input: RemoveCredentialInput) -> RemoveCredentialResult:
        volunteer_id, credential_id = uuid_of(input.volunteer_id), uuid_of(input.credential_id)
        await actions.remove_credential(actor_of(info), volunteer_id=volunteer_id, credential_id=credential_id)
        return RemoveCredentialSuccess(file=await shown(info, volunteer_id))
