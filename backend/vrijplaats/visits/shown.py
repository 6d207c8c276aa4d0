"""What the graph shows of a visit."""

from datetime import datetime
from uuid import UUID

import strawberry

from vrijplaats.accounts.graphql import Facility, Organisation
from vrijplaats.core.graphql import Info, load
from vrijplaats.visits import companions, rules
from vrijplaats.visits.papers import queries as papers
from vrijplaats.visits.papers.graphql import GateAnswer
from vrijplaats.visits.rules import CancelCause, CancelSide, VisitOutcome, VisitRegime, VisitSetting, VisitState
from vrijplaats.visits.views import LogView, VisitView

for each in (VisitState, VisitRegime, VisitSetting, VisitOutcome, CancelSide):
    strawberry.enum(each)
strawberry.enum(CancelCause, description=f"Of each side: {rules.causes_in_words()}.")


@strawberry.type
class VisitLog:
    """What the volunteer wrote down afterwards; never anything about what was said."""

    outcome: VisitOutcome
    minutes: int
    setting: VisitSetting
    travel_kilometres: float
    logged_at: datetime
    corrected_at: datetime | None = strawberry.field(description="When a coordinator put it right, as was asked.")
    visit_id: strawberry.Private[UUID]

    @classmethod
    def of(cls, view: LogView, visit_id: UUID) -> "VisitLog":
        return cls(
            outcome=view.outcome,
            minutes=view.minutes,
            setting=view.setting,
            travel_kilometres=view.travel_kilometres,
            logged_at=view.logged_at,
            corrected_at=view.corrected_at,
            visit_id=visit_id,
        )

    @strawberry.field
    async def logged_by(self, info: Info) -> str | None:
        """Null: somebody whose name is not known here."""
        return (await load(info, companions.writers, self.visit_id)).logged_by

    @strawberry.field
    async def corrected_by(self, info: Info) -> str | None:
        """The coordinator who put it right."""
        return (await load(info, companions.writers, self.visit_id)).corrected_by


@strawberry.type
class Visit:
    """One meeting of a volunteer and somebody in prison."""

    id: strawberry.ID
    state: VisitState
    starts_at: datetime
    ends_at: datetime
    facility: Facility
    volunteer_name: str
    organisation: Organisation
    regime: VisitRegime
    planned_setting: VisitSetting
    room: str | None
    pseudonym: str
    cancel_side: CancelSide | None
    cancel_cause: CancelCause | None
    outside: bool = strawberry.field(description="After a release; no prison has a part in it, nor sees it.")
    match_id: strawberry.ID | None = strawberry.field(description="Volunteer and coordinator only.")
    log: VisitLog | None = strawberry.field(description="Volunteer and coordinator only; the facility never sees it.")
    view: strawberry.Private[VisitView]

    @classmethod
    def of(cls, view: VisitView) -> "Visit":
        return cls(
            id=strawberry.ID(str(view.id)),
            state=view.state,
            starts_at=view.starts_at,
            ends_at=view.ends_at,
            facility=Facility.of(view.facility),
            volunteer_name=view.volunteer_name,
            organisation=Organisation.of(view.organisation),
            regime=view.regime,
            planned_setting=view.planned_setting,
            room=view.room,
            pseudonym=view.pseudonym,
            cancel_side=view.cancel_side,
            cancel_cause=view.cancel_cause,
            outside=view.outside,
            match_id=strawberry.ID(str(view.match_id)) if view.match_id else None,
            log=VisitLog.of(view.log, view.id) if view.log else None,
            view=view,
        )

    @strawberry.field
    async def given_name(self, info: Info) -> str | None:
        """The matched volunteer only; each reading is audited."""
        return await load(info, companions.given_names, self.view)

    @strawberry.field
    async def series_id(self, info: Info) -> strawberry.ID | None:
        """The running rhythm it belongs to: visits with the same one belong together."""
        found = await load(info, companions.series_ids, self.view)
        return strawberry.ID(str(found)) if found else None

    @strawberry.field
    async def suggested_kilometres(self, info: Info) -> float | None:
        """For the log: kilometres of the last time, or else there and back."""
        return (await load(info, companions.travel, self.view)).kilometres

    @strawberry.field
    async def kilometre_rate_cents(self, info: Info) -> int | None:
        """Cents for each kilometre on the day of the visit, of the organisation."""
        return (await load(info, companions.travel, self.view)).rate_cents

    @strawberry.field
    async def admitted(self, info: Info) -> bool:
        """Admission and papers are valid on the day of the visit."""
        return await load(info, companions.admitted, self.view)

    @strawberry.field
    async def gate(self, info: Info) -> GateAnswer | None:
        """Ready for the gate on the day of the visit? The volunteer only."""
        view = await load(info, papers.gates_of, self.view)
        return GateAnswer.of(view) if view else None
