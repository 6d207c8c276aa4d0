"""Visits in the graph: which there are, and their verbs."""

from datetime import date, datetime
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
from vrijplaats.facilities.graphql import VisitingMoment
from vrijplaats.visits import actions, queries, rules
from vrijplaats.visits.problems import (
    AlreadyLogged,
    DoubleBooked,
    FacilityBlocked,
    FacilityFull,
    LoggedDifferently,
    NotAdmitted,
    OutsideVisitingHours,
    TooEarly,
)
from vrijplaats.visits.rules import CancelCause, CancelSide, VisitOutcome, VisitRegime, VisitSetting
from vrijplaats.visits.shown import Visit


@strawberry.input
class ProposeVisitInput:
    """A moment with a zone, inside visiting hours; after a release any moment until half a year later."""

    match_id: strawberry.ID
    starts_at: datetime
    ends_at: datetime


@strawberry.input
class MoveVisitInput:
    """Another moment with a zone, inside visiting hours; after a release any moment until half a year later."""

    visit_id: strawberry.ID
    starts_at: datetime
    ends_at: datetime


@strawberry.input
class ConfirmVisitInput:
    """What the facility counts the visit as, and where it will be."""

    visit_id: strawberry.ID
    regime: VisitRegime
    setting: VisitSetting


@strawberry.input
class CancelVisitInput:
    """On whose side the cause lies, and which of that side's causes."""

    visit_id: strawberry.ID
    side: CancelSide
    cause: CancelCause


@strawberry.input
class LogVisitInput:
    """Minutes are 0 when the visit did not take place; kilometres with one decimal at most."""

    visit_id: strawberry.ID
    outcome: VisitOutcome
    minutes: int
    setting: VisitSetting
    travel_kilometres: float


@strawberry.type
class ProposeVisitSuccess:
    """The visit waits for the facility; outside it stands."""

    visit: Visit


@strawberry.type
class MoveVisitSuccess:
    """The visit waits for the facility again, at the other moment; outside it stands."""

    visit: Visit


@strawberry.type
class ConfirmVisitSuccess:
    """The facility expects the volunteer."""

    visit: Visit


@strawberry.type
class CancelVisitSuccess:
    """The visit is off."""

    visit: Visit


@strawberry.type
class LogVisitSuccess:
    """The visit is logged."""

    visit: Visit


ProposeVisitResult = Annotated[
    ProposeVisitSuccess
    | DoubleBooked
    | OutsideVisitingHours
    | FacilityBlocked
    | FacilityFull
    | NotAdmitted
    | InvalidInput
    | NotAllowedNow
    | NotFound,
    strawberry.union("ProposeVisitResult"),
]
MoveVisitResult = Annotated[
    MoveVisitSuccess
    | DoubleBooked
    | OutsideVisitingHours
    | FacilityBlocked
    | FacilityFull
    | NotAdmitted
    | InvalidInput
    | NotAllowedNow
    | NotFound,
    strawberry.union("MoveVisitResult"),
]
ConfirmVisitResult = Annotated[
    ConfirmVisitSuccess | FacilityFull | NotAdmitted | InvalidInput | NotAllowedNow | NotFound,
    strawberry.union("ConfirmVisitResult"),
]
CancelVisitResult = Annotated[
    CancelVisitSuccess | InvalidInput | NotAllowedNow | NotFound, strawberry.union("CancelVisitResult")
]
LogVisitResult = Annotated[
    LogVisitSuccess | TooEarly | AlreadyLogged | LoggedDifferently | InvalidInput | NotAllowedNow | NotFound,
    strawberry.union("LogVisitResult"),
]


@strawberry.type
class Query:
    """What one may ask about visits."""

    @strawberry.field
    async def facility_agenda(self, info: Info, date: date) -> list[Visit]:
        """Staff: who comes that day."""
        return [Visit.of(view) for view in await queries.facility_agenda(actor_of(info), date)]

    @strawberry.field
    async def visits_to_confirm(self, info: Info) -> list[Visit]:
        """Staff: visits that wait for confirmation, soonest first."""
        return [Visit.of(view) for view in await queries.visits_to_confirm(actor_of(info))]

    @strawberry.field
    async def visiting_moments(
        self, info: Info, match_id: strawberry.ID, days: int | None = queries.MOMENT_DAYS
    ) -> list[VisitingMoment]:
        """When a visit of this match could be asked for, from tomorrow on, with the places left."""
        actor, known = actor_of(info), uuid_or_none(match_id)
        if known is None:
            return []
        wanted = queries.MOMENT_DAYS if days is None else days
        return [VisitingMoment.of(view) for view in await queries.visiting_moments(actor, known, wanted)]

    @strawberry.field
    async def my_visits(
        self,
        info: Info,
        from_: Annotated[datetime | None, strawberry.argument(name="from")] = None,
        to: datetime | None = None,
    ) -> list[Visit]:
        """The volunteer's visits in order of time; without `from` those of the last half year on."""
        return [Visit.of(view) for view in await queries.my_visits(actor_of(info), since=from_, until=to)]

    @strawberry.field
    async def visit(self, info: Info, id: strawberry.ID) -> Visit | None:
        actor, known = actor_of(info), uuid_or_none(id)
        view = await queries.visit(actor, known) if known else None
        return Visit.of(view) if view else None


@strawberry.type
class Mutation:
    """The verbs of a visit."""

    @strawberry.mutation
    @verb
    async def propose_visit(self, info: Info, input: ProposeVisitInput) -> ProposeVisitResult:
        actor, match_id = actor_of(info), uuid_of(input.match_id)
        view = await actions.propose_visit(actor, match_id=match_id, starts_at=input.starts_at, ends_at=input.ends_at)
        return ProposeVisitSuccess(visit=Visit.of(view))

    @strawberry.mutation
    @verb
    async def move_visit(self, info: Info, input: MoveVisitInput) -> MoveVisitResult:
        actor, visit_id = actor_of(info), uuid_of(input.visit_id)
        view = await actions.move_visit(actor, visit_id=visit_id, starts_at=input.starts_at, ends_at=input.ends_at)
        return MoveVisitSuccess(visit=Visit.of(view))

    @strawberry.mutation
    @verb
    async def confirm_visit(self, info: Info, input: ConfirmVisitInput) -> ConfirmVisitResult:
        actor, visit_id = actor_of(info), uuid_of(input.visit_id)
        view = await actions.confirm_visit(actor, visit_id=visit_id, regime=input.regime, setting=input.setting)
        return ConfirmVisitSuccess(visit=Visit.of(view))

    @strawberry.mutation
    @verb
    async def cancel_visit(self, info: Info, input: CancelVisitInput) -> CancelVisitResult:
        actor, visit_id = actor_of(info), uuid_of(input.visit_id)
        view = await actions.cancel_visit(actor, visit_id=visit_id, side=input.side, cause=input.cause)
        return CancelVisitSuccess(visit=Visit.of(view))

    @strawberry.mutation
    @verb
    async def log_visit(self, info: Info, input: LogVisitInput) -> LogVisitResult:
        log = rules.Log(
            outcome=input.outcome,
            minutes=input.minutes,
            setting=input.setting,
            travel_kilometres=input.travel_kilometres,
        )
        view = await actions.log_visit(actor_of(info), visit_id=uuid_of(input.visit_id), log=log)
        return LogVisitSuccess(visit=Visit.of(view))
