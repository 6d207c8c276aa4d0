"""The policy for papers in the graph, for coordinators."""

from typing import Annotated

import strawberry

from vrijplaats.accounts.graphql import Facility
from vrijplaats.core import clock
from vrijplaats.core.graphql import Info, InvalidInput, NotAllowedNow, NotFound, actor_of, uuid_of, uuid_or_none, verb
from vrijplaats.volunteers.credentials import queries
from vrijplaats.volunteers.graphql import ActivityKind
from vrijplaats.volunteers.policy import actions
from vrijplaats.volunteers.policy.queries import Touched, ends_of, places_of, shortened_by, touched_by


@strawberry.type
class PolicyPaper:
    """A paper the organisation works with, with both its names."""

    code: str
    name: str
    name_en: str | None
    has_profile: bool
    once: bool
    valid_months: int | None
    ending: int = strawberry.field(description="How many recorded ones have an end, which goes when it is seen once.")


@strawberry.type
class PolicyRequirement:
    """This work needs this paper; everywhere when no prison is named."""

    activity_kind: ActivityKind
    kind: str
    facility_id: strawberry.ID | None


@strawberry.type
class PolicyValidity:
    """At this prison a paper counts for so many months."""

    kind: str
    facility_id: strawberry.ID
    valid_months: int


@strawberry.type
class PaperPolicy:
    """What the organisation asks of its volunteers; `facilities`: where it comes."""

    papers: list[PolicyPaper]
    requirements: list[PolicyRequirement]
    validities: list[PolicyValidity]
    facilities: list[Facility]


@strawberry.type
class RequirementTouches:
    """Whom a requirement would touch: who is ready or active and has no such paper, and planned visits at whose gate it
    will be missing. Of a shorter term: whose paper counts now and not any more then."""

    volunteers: int
    visits: int

    @classmethod
    def of(cls, found: Touched | None) -> "RequirementTouches | None":
        return cls(volunteers=found.volunteers, visits=found.visits) if found else None


@strawberry.input
class SetCredentialTypeInput:
    """A paper as it should be; without `code` a new one."""

    name: str
    has_profile: bool
    once: bool
    code: str | None = None
    name_en: str | None = None
    valid_months: int | None = None


@strawberry.input
class SetRequirementInput:
    """Whether this work needs this paper; everywhere without a prison."""

    activity_kind: ActivityKind
    kind: str
    needed: bool
    facility_id: strawberry.ID | None = None


@strawberry.input
class SetCredentialValidityInput:
    """For how many months a paper counts at a prison; null is as everywhere."""

    kind: str
    facility_id: strawberry.ID
    valid_months: int | None = None


@strawberry.type
class SetCredentialTypeSuccess:
    """The policy as it is now."""

    policy: PaperPolicy


@strawberry.type
class SetRequirementSuccess:
    """The policy as it is now."""

    policy: PaperPolicy


@strawberry.type
class SetCredentialValiditySuccess:
    """The policy as it is now."""

    policy: PaperPolicy


SetCredentialTypeResult = Annotated[
    SetCredentialTypeSuccess | InvalidInput | NotAllowedNow, strawberry.union("SetCredentialTypeResult")
]
SetRequirementResult = Annotated[
    SetRequirementSuccess | InvalidInput | NotFound, strawberry.union("SetRequirementResult")
]
SetCredentialValidityResult = Annotated[
    SetCredentialValiditySuccess | InvalidInput | NotFound, strawberry.union("SetCredentialValidityResult")
]


@strawberry.type
class Query:
    """What is asked of volunteers."""

    @strawberry.field
    async def paper_policy(self, info: Info) -> PaperPolicy:
        """Of the own organisation."""
        return await _policy(info)

    @strawberry.field
    async def requirement_touches(
        self, info: Info, activity_kind: ActivityKind, kind: str, facility_id: strawberry.ID | None = None
    ) -> RequirementTouches | None:
        """Before it is asked: everywhere, or at one prison."""
        place = uuid_or_none(facility_id) if facility_id is not None else None
        if facility_id is not None and place is None:
            return None
        found = await touched_by(actor_of(info), activity_kind=activity_kind, kind=kind, facility_id=place)
        return RequirementTouches.of(found)

    @strawberry.field
    async def validity_touches(
        self, info: Info, kind: str, facility_id: strawberry.ID, valid_months: int
    ) -> RequirementTouches | None:
        """Before a paper counts for so many months at one prison."""
        place, actor = uuid_or_none(facility_id), actor_of(info)
        found = await shortened_by(actor, kind=kind, facility_id=place, months=valid_months) if place else None
        return RequirementTouches.of(found)


@strawberry.type
class Mutation:
    """Changing it; the passkey is shown."""

    @strawberry.mutation
    @verb
    async def set_credential_type(self, info: Info, input: SetCredentialTypeInput) -> SetCredentialTypeResult:
        paper = actions.Paper(
            code=input.code,
            name=input.name,
            name_en=input.name_en,
            has_profile=input.has_profile,
            once=input.once,
            valid_months=input.valid_months,
        )
        await actions.set_credential_type(actor_of(info), paper)
        return SetCredentialTypeSuccess(policy=await _policy(info))

    @strawberry.mutation
    @verb
    async def set_requirement(self, info: Info, input: SetRequirementInput) -> SetRequirementResult:
        await actions.set_requirement(
            actor_of(info),
            activity_kind=input.activity_kind,
            kind=input.kind,
            facility_id=uuid_of(input.facility_id) if input.facility_id is not None else None,
            needed=input.needed,
        )
        return SetRequirementSuccess(policy=await _policy(info))

    @strawberry.mutation
    @verb
    async def set_credential_validity(
        self, info: Info, input: SetCredentialValidityInput
    ) -> SetCredentialValidityResult:
        await actions.set_validity(
            actor_of(info), kind=input.kind, facility_id=uuid_of(input.facility_id), valid_months=input.valid_months
        )
        return SetCredentialValiditySuccess(policy=await _policy(info))


async def _policy(info: Info) -> PaperPolicy:
    actor = actor_of(info)
    found, ends = await queries.policy_of(actor), await ends_of(actor)
    return PaperPolicy(
        papers=[
            PolicyPaper(
                code=each.code,
                name=each.name["nl"],
                name_en=each.name.get("en"),
                has_profile=each.has_profile,
                once=each.once,
                valid_months=each.valid_months,
                ending=ends.get(each.code, 0),
            )
            for each in found.types.values()
        ],
        requirements=[
            PolicyRequirement(
                activity_kind=ActivityKind(each.activity_kind),
                kind=each.credential_kind,
                facility_id=strawberry.ID(str(each.facility_id)) if each.facility_id else None,
            )
            for each in found.requirements
        ],
        validities=[
            PolicyValidity(kind=kind, facility_id=strawberry.ID(str(place)), valid_months=months)
            for (place, kind), months in found.months_at.items()
        ],
        facilities=[Facility.of(each) for each in await places_of(actor, clock.today())],
    )
