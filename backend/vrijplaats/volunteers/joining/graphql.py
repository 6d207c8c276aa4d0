"""Those who were imported and their way in, in the graph, for coordinators."""

from datetime import datetime
from typing import Annotated

import strawberry

from vrijplaats.core.graphql import (
    Connection,
    Info,
    InvalidInput,
    NotAllowedNow,
    NotFound,
    actor_of,
    connection_of,
    encode_cursor,
    name_in,
    page_size,
    uuid_of,
    verb,
)
from vrijplaats.volunteers.graphql import VolunteerStatus
from vrijplaats.volunteers.joining import actions, queries, rules
from vrijplaats.volunteers.joining.rules import AccountState

strawberry.enum(AccountState)


@strawberry.type
class ImportedPerson:
    """Somebody who was imported: whether they have come in, and what became of asking them."""

    id: strawberry.ID = strawberry.field(description="Of their file in the register.")
    display_name: str
    email: str | None
    status: VolunteerStatus
    state: AccountState
    invited_at: datetime | None
    expires_at: datetime | None
    can_invite: bool

    @classmethod
    def of(cls, view: queries.ImportedView) -> "ImportedPerson":
        same = ("display_name", "email", "status", "state", "invited_at", "expires_at", "can_invite")
        return cls(id=strawberry.ID(str(view.id)), **{name: getattr(view, name) for name in same})


@strawberry.type
class AccountCount:
    """So many are there."""

    state: AccountState
    people: int


@strawberry.type
class ImportedCounts:
    """How many of those who were imported are where; each state once. `canInvite`: who can be asked now."""

    states: list[AccountCount]
    can_invite: int
    minutes: int = strawberry.field(description="Within how many minutes the letters to all of these have left.")

    @classmethod
    def of(cls, counts: queries.Counts) -> "ImportedCounts":
        return cls(
            states=[AccountCount(state=state, people=people) for state, people in counts.by_state.items()],
            can_invite=counts.can_invite,
            minutes=rules.minutes_for(counts.can_invite + counts.by_state[AccountState.WAITING]),
        )


@strawberry.input
class InviteImportedInput:
    """Whom: these, or all who can be asked; and how many the screen said that are."""

    expected: int
    volunteer_ids: list[strawberry.ID] | None = None


@strawberry.type
class InviteImportedSuccess:
    """So many letters leave, one after the other; and how it stands now."""

    invited: int
    counts: ImportedCounts


InviteImportedResult = Annotated[
    InviteImportedSuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("InviteImportedResult")
]


@strawberry.type
class Query:
    """Who was imported."""

    @strawberry.field
    async def imported_people(
        self,
        info: Info,
        first: int | None = None,
        after: str | None = None,
        states: list[AccountState] | None = None,
        search: str | None = None,
    ) -> Connection[ImportedPerson]:
        """By name; `search` is part of a name or an address."""
        views, total = await queries.imported_people(
            actor_of(info), states=states, search=search, most=page_size(first) + 1, after=name_in(after)
        )
        return connection_of(
            [ImportedPerson.of(view) for view in views],
            first=first,
            total=total,
            cursor=lambda person: encode_cursor(person.display_name, person.id),
        )

    @strawberry.field
    async def imported_counts(self, info: Info) -> ImportedCounts:
        """How far it is."""
        return ImportedCounts.of(await queries.counts(actor_of(info)))


@strawberry.type
class Mutation:
    """Asking them; the passkey is shown."""

    @strawberry.mutation
    @verb
    async def invite_imported(self, info: Info, input: InviteImportedInput) -> InviteImportedResult:
        actor = actor_of(info)
        chosen = None if input.volunteer_ids is None else {uuid_of(each) for each in input.volunteer_ids}
        invited = await actions.invite_imported(actor, volunteer_ids=chosen, expected=input.expected)
        return InviteImportedSuccess(invited=invited, counts=ImportedCounts.of(await queries.counts(actor)))
