"""The viewer, and the names of organisations and prisons that every other feature shows."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated, Protocol
from uuid import UUID

import strawberry

from vrijplaats.accounts import actions, queries
from vrijplaats.core.actor import Role as ActorRole
from vrijplaats.core.graphql import Info, InvalidInput, NotAllowedNow, NotFound, actor_of, uuid_of, verb

Role = strawberry.enum(ActorRole, name="Role")


class NamedOrganisation(Protocol):
    """Any view of an organisation with its name."""

    @property
    def id(self) -> UUID: ...
    @property
    def name(self) -> str: ...


class NamedFacility(Protocol):
    """Any view of a prison with its name and place."""

    @property
    def id(self) -> UUID: ...
    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def city(self) -> str: ...


@strawberry.type
class Organisation:
    """A volunteers' organisation."""

    id: strawberry.ID
    name: str

    @classmethod
    def of(cls, view: NamedOrganisation) -> "Organisation":
        return cls(id=strawberry.ID(str(view.id)), name=view.name)


@strawberry.type
class Facility:
    """A prison location."""

    id: strawberry.ID
    code: str
    name: str
    city: str

    @classmethod
    def of(cls, view: NamedFacility) -> "Facility":
        return cls(id=strawberry.ID(str(view.id)), code=view.code, name=view.name, city=view.city)


@strawberry.type
class VolunteerRef:
    """The row a person has in their organisation's register."""

    id: strawberry.ID


@strawberry.type
class Membership:
    """One thing a person is."""

    id: strawberry.ID
    role: ActorRole
    organisation: Organisation | None
    facility: Facility | None
    volunteer: VolunteerRef | None
    contact_person: bool

    @classmethod
    def of(cls, view: queries.MembershipView) -> "Membership":
        return cls(
            id=strawberry.ID(str(view.id)),
            role=view.role,
            organisation=Organisation.of(view.organisation) if view.organisation else None,
            facility=Facility.of(view.facility) if view.facility else None,
            volunteer=VolunteerRef(id=strawberry.ID(str(view.volunteer_id))) if view.volunteer_id else None,
            contact_person=view.contact_person,
        )


@strawberry.type
class Viewer:
    """The person who looks; `current` is the membership this session acts in."""

    id: strawberry.ID
    display_name: str
    locale: str
    current: Membership
    memberships: list[Membership]
    demo: bool

    @classmethod
    def of(cls, view: queries.ViewerView, *, demo: bool) -> "Viewer":
        return cls(
            id=strawberry.ID(str(view.id)),
            display_name=view.display_name,
            locale=view.locale,
            current=Membership.of(view.current),
            memberships=[Membership.of(membership) for membership in view.memberships],
            demo=demo,
        )


@strawberry.input
class SetLocaleInput:
    """nl or en."""

    locale: str


@strawberry.type
class SetLocaleSuccess:
    """The viewer, in the language of choice."""

    viewer: Viewer


SetLocaleResult = Annotated[SetLocaleSuccess | InvalidInput, strawberry.union("SetLocaleResult")]


@strawberry.type
class Session:
    """Somewhere the viewer is signed in: the device in coarse words; `current` is where they look now. Where it is
    `over` they are signed in no more, and only notifications are still on."""

    id: strawberry.ID
    device: str
    created_at: datetime
    last_seen_at: datetime
    current: bool
    over: bool

    @classmethod
    def of(cls, view: queries.SessionView) -> "Session":
        return cls(
            id=strawberry.ID(str(view.id)),
            device=view.device,
            created_at=view.created_at,
            last_seen_at=view.last_seen_at,
            current=view.current,
            over=view.over,
        )


@strawberry.input
class EndSessionInput:
    """One of the viewer's own sessions."""

    session_id: strawberry.ID


@strawberry.type
class EndSessionSuccess:
    """Where the viewer is still signed in."""

    sessions: list[Session]


@strawberry.input
class EndOtherSessionsInput:
    """The session that stays, which is the one the viewer looks from."""

    this_session_id: strawberry.ID


@strawberry.type
class EndOtherSessionsSuccess:
    """Where the viewer is still signed in: here."""

    sessions: list[Session]


@strawberry.input
class SwitchMembershipInput:
    """One of the viewer's own memberships."""

    membership_id: strawberry.ID


@strawberry.type
class SwitchMembershipSuccess:
    """What the session acts as from the next request on."""

    membership: Membership


EndSessionResult = Annotated[EndSessionSuccess | NotFound, strawberry.union("EndSessionResult")]
EndOtherSessionsResult = Annotated[EndOtherSessionsSuccess | NotFound, strawberry.union("EndOtherSessionsResult")]
SwitchMembershipResult = Annotated[
    SwitchMembershipSuccess | NotAllowedNow | NotFound, strawberry.union("SwitchMembershipResult")
]


@strawberry.type
class Query:
    """Who looks."""

    @strawberry.field
    async def my_sessions(self, info: Info) -> list[Session]:
        """Where the viewer is signed in, this device included."""
        return [Session.of(view) for view in await queries.my_sessions(actor_of(info))]

    @strawberry.field
    async def viewer(self, info: Info) -> Viewer | None:
        """Null when nobody is signed in."""
        if info.context.actor is None:
            return None
        return Viewer.of(await queries.viewer(info.context.actor), demo=info.context.demo)


@strawberry.type
class Mutation:
    """What one may change about oneself."""

    @strawberry.mutation
    @verb
    async def set_locale(self, info: Info, input: SetLocaleInput) -> SetLocaleResult:
        actor = actor_of(info)
        await actions.set_locale(actor, locale=input.locale)
        speaking = replace(actor, locale=input.locale)
        return SetLocaleSuccess(viewer=Viewer.of(await queries.viewer(speaking), demo=info.context.demo))

    @strawberry.mutation
    @verb
    async def end_session(self, info: Info, input: EndSessionInput) -> EndSessionResult:
        actor = actor_of(info)
        await actions.end_session(actor, session_id=uuid_of(input.session_id))
        return EndSessionSuccess(sessions=[Session.of(view) for view in await queries.my_sessions(actor)])

    @strawberry.mutation
    @verb
    async def end_other_sessions(self, info: Info, input: EndOtherSessionsInput) -> EndOtherSessionsResult:
        actor = actor_of(info)
        await actions.end_other_sessions(actor, this_session_id=uuid_of(input.this_session_id))
        return EndOtherSessionsSuccess(sessions=[Session.of(view) for view in await queries.my_sessions(actor)])

    @strawberry.mutation
    @verb
    async def switch_membership(self, info: Info, input: SwitchMembershipInput) -> SwitchMembershipResult:
        actor, wanted = actor_of(info), uuid_of(input.membership_id)
        signed_in = await actions.switch_membership(actor, membership_id=wanted)
        info.context.signed_in = signed_in
        view = await queries.viewer(actor)
        return SwitchMembershipSuccess(
            membership=next(Membership.of(each) for each in view.memberships if each.id == wanted)
        )
