"""A volunteer's file in the graph, for coordinators."""

from dataclasses import fields
from datetime import date
from typing import Annotated
from uuid import UUID

import strawberry

from vrijplaats.accounts.graphql import Facility
from vrijplaats.core.graphql import Info, InvalidInput, NotAllowedNow, NotFound, actor_of, uuid_of, uuid_or_none, verb
from vrijplaats.volunteers import places
from vrijplaats.volunteers.availability.graphql import Pause
from vrijplaats.volunteers.file import actions, queries
from vrijplaats.volunteers.graphql import (
    ActivityKind,
    AdmissionState,
    Denomination,
    Gender,
    PaperState,
    VolunteerStatus,
)


@strawberry.type
class StatusChange:
    """From this day on they were this; nobody is named for what happened by itself."""

    status: VolunteerStatus
    since: date
    set_by: str | None


@strawberry.type
class Credential:
    """A paper that was seen. It is never uploaded."""

    id: strawberry.ID
    issuer: str
    profile: str | None
    valid_from: date
    valid_until: date | None
    seen_on: date | None
    seen_by: str | None


@strawberry.type
class ShorterAt:
    """At this prison the paper ends sooner."""

    facility: Facility
    state: PaperState
    valid_until: date | None


@strawberry.type
class FilePaper:
    """One kind of paper of a volunteer, as it stands today, with those that were seen, the newest first."""

    kind: str
    name: str
    needed: bool
    state: PaperState
    valid_until: date | None
    shorter: list[ShorterAt] = strawberry.field(description="Where they are let in and it ends sooner.")
    credentials: list[Credential]

    @classmethod
    def of(cls, view: queries.PaperView) -> "FilePaper":
        return cls(
            kind=view.kind,
            name=view.name,
            needed=view.standing.needed,
            state=view.standing.state,
            valid_until=view.standing.valid_until,
            shorter=[
                ShorterAt(
                    facility=Facility.of(each.facility),
                    state=each.standing.state,
                    valid_until=each.standing.valid_until,
                )
                for each in view.shorter
            ],
            credentials=[_credential(each) for each in view.credentials],
        )


@strawberry.type
class FileAdmission:
    """One prison's permission for a volunteer: what it said, and how that stands today."""

    id: strawberry.ID
    facility: Facility
    answer: AdmissionState
    state: PaperState
    valid_from: date | None
    valid_until: date | None
    has_pass: bool = strawberry.field(description="Its number is known; `passNumber` opens it.")

    @classmethod
    def of(cls, view: queries.AdmissionView) -> "FileAdmission":
        return cls(
            id=strawberry.ID(str(view.id)),
            facility=Facility.of(view.facility),
            answer=view.state,
            state=view.standing.state,
            valid_from=view.valid_from,
            valid_until=view.valid_until,
            has_pass=view.has_pass,
        )


@strawberry.type
class VolunteerFile:
    """What the register keeps about a volunteer. Address and number are the person's own to change."""

    id: strawberry.ID
    membership_id: strawberry.ID | None = strawberry.field(description="Null for who left.")
    display_name: str
    email: str | None
    phone: str | None
    gender: Gender | None
    place: str | None
    languages: list[str]
    little_languages: list[str] = strawberry.field(description="Those of their languages that they speak a little.")
    kinds: list[ActivityKind]
    activity_denominations: list[Denomination] = strawberry.field(
        description="Of the chaplaincy they help with; never what they believe themselves."
    )
    capacity: int
    carrying: int
    joined: bool = strawberry.field(description="They can sign in; who was imported cannot yet.")
    status: VolunteerStatus
    status_since: date
    next_statuses: list[VolunteerStatus] = strawberry.field(description="What a coordinator can make of it now.")
    pause: Pause | None = strawberry.field(description="The one in which they are today.")
    changes: list[StatusChange] = strawberry.field(description="The newest first.")
    papers: list[FilePaper]
    admissions: list[FileAdmission]
    to_ask: list[Facility] = strawberry.field(description="Prisons that can be asked to let them in.")

    @classmethod
    def of(cls, view: queries.FileView) -> "VolunteerFile":
        same = (
            *("display_name", "email", "phone", "gender", "place", "capacity", "carrying", "joined"),
            *("status", "status_since"),
        )
        return cls(
            **{name: getattr(view, name) for name in same},
            id=strawberry.ID(str(view.id)),
            membership_id=strawberry.ID(str(view.membership_id)) if view.membership_id else None,
            languages=list(view.languages),
            little_languages=list(view.little_languages),
            kinds=list(view.kinds),
            activity_denominations=list(view.activity_denominations),
            next_statuses=list(view.next_statuses),
            pause=Pause.of(view.pause) if view.pause else None,
            changes=[StatusChange(status=e.status, since=e.since, set_by=e.set_by) for e in view.changes],
            papers=[FilePaper.of(each) for each in view.papers],
            admissions=[FileAdmission.of(each) for each in view.admissions],
            to_ask=[Facility.of(each) for each in view.to_ask],
        )


def _credential(view: queries.CredentialView) -> Credential:
    same = ("issuer", "profile", "valid_from", "valid_until", "seen_on", "seen_by")
    return Credential(id=strawberry.ID(str(view.id)), **{name: getattr(view, name) for name in same})


@strawberry.type
class HomePlace:
    """A town or village; `label` is how a file names it."""

    label: str
    region: str


@strawberry.input
class SetVolunteerPersonInput:
    """Only what is to change; null is not known. `place` as `homePlaces` names it."""

    volunteer_id: strawberry.ID
    gender: Gender | None = strawberry.UNSET
    place: str | None = strawberry.UNSET


@strawberry.input
class SetVolunteerWorkInput:
    """Only what is to change; null is as it is. Languages as BCP 47 codes; `littleLanguages`: those of them that they
    speak a little; `capacity`: how many people at a time. With the list as it was on the screen, what somebody else
    changed in it meanwhile stays."""

    volunteer_id: strawberry.ID
    languages: list[str] | None = None
    languages_were: list[str] | None = None
    little_languages: list[str] | None = None
    little_languages_were: list[str] | None = None
    kinds: list[ActivityKind] | None = None
    kinds_were: list[ActivityKind] | None = None
    activity_denominations: list[Denomination] | None = None
    activity_denominations_were: list[Denomination] | None = None
    capacity: int | None = None


@strawberry.input
class SetVolunteerStatusInput:
    """What they are from this day on."""

    volunteer_id: strawberry.ID
    status: VolunteerStatus
    since: date


@strawberry.type
class SetVolunteerPersonSuccess:
    """The file as it is now."""

    file: VolunteerFile


@strawberry.type
class SetVolunteerWorkSuccess:
    """The file as it is now."""

    file: VolunteerFile


@strawberry.type
class SetVolunteerStatusSuccess:
    """The file as it is now."""

    file: VolunteerFile


SetVolunteerPersonResult = Annotated[
    SetVolunteerPersonSuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("SetVolunteerPersonResult")
]
SetVolunteerWorkResult = Annotated[
    SetVolunteerWorkSuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("SetVolunteerWorkResult")
]
SetVolunteerStatusResult = Annotated[
    SetVolunteerStatusSuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("SetVolunteerStatusResult")
]


@strawberry.type
class Query:
    """What is kept about somebody, and places by name."""

    @strawberry.field
    async def volunteer_file(self, info: Info, volunteer_id: strawberry.ID) -> VolunteerFile | None:
        """The file of one volunteer of the own organisation."""
        known = uuid_or_none(volunteer_id)
        view = await queries.volunteer_file(actor_of(info), known) if known else None
        return VolunteerFile.of(view) if view else None

    @strawberry.field
    async def home_places(self, info: Info, typed: str) -> list[HomePlace]:
        """Places that begin with what was typed, the larger first; at most eight."""
        actor_of(info)
        return [HomePlace(label=each.label, region=each.region) for each in places.suggestions(typed[:60])]


@strawberry.type
class Mutation:
    """Changing a file."""

    @strawberry.mutation
    @verb
    async def set_volunteer_person(self, info: Info, input: SetVolunteerPersonInput) -> SetVolunteerPersonResult:
        actor, volunteer_id = actor_of(info), uuid_of(input.volunteer_id)
        gender = actions.AsIs.AS_IS if input.gender is strawberry.UNSET else input.gender
        place = actions.AsIs.AS_IS if input.place is strawberry.UNSET else input.place
        await actions.set_person(actor, volunteer_id=volunteer_id, gender=gender, place=place)
        return SetVolunteerPersonSuccess(file=await shown(info, volunteer_id))

    @strawberry.mutation
    @verb
    async def set_volunteer_work(self, info: Info, input: SetVolunteerWorkInput) -> SetVolunteerWorkResult:
        volunteer_id = uuid_of(input.volunteer_id)
        work = actions.Work(**{each.name: getattr(input, each.name) for each in fields(actions.Work)})
        await actions.set_work(actor_of(info), volunteer_id=volunteer_id, work=work)
        return SetVolunteerWorkSuccess(file=await shown(info, volunteer_id))

    @strawberry.mutation
    @verb
    async def set_volunteer_status(self, info: Info, input: SetVolunteerStatusInput) -> SetVolunteerStatusResult:
        actor, volunteer_id = actor_of(info), uuid_of(input.volunteer_id)
        await actions.set_status(actor, volunteer_id=volunteer_id, status=input.status, since=input.since)
        return SetVolunteerStatusSuccess(file=await shown(info, volunteer_id))


async def shown(info: Info, volunteer_id: UUID) -> VolunteerFile:
    """What every change of a file is answered with: as it is now, so that the screen need not ask."""
    view = await queries.volunteer_file(actor_of(info), volunteer_id)
    assert view is not None  # it was changed by this transaction
    return VolunteerFile.of(view)
