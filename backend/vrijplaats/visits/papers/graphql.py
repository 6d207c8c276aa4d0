"""Own papers in the graph, and the answer at the gate."""

from datetime import date, datetime

import strawberry

from vrijplaats.accounts.graphql import Facility
from vrijplaats.core import clock
from vrijplaats.core.graphql import Info, actor_of
from vrijplaats.visits.papers import queries, reviewing
from vrijplaats.visits.rules import VisitState
from vrijplaats.volunteers.graphql import PaperState


@strawberry.type
class Paper:
    """A credential or an admission of the volunteer who looks, as it stands today."""

    name: str
    facility: Facility | None = strawberry.field(description="Of an admission, or where it counts for less.")
    state: PaperState
    valid_until: date | None
    validity: str | None = strawberry.field(description="Until when, in words.")
    advice: str | None = strawberry.field(description="What has to be done and who does it; null when nothing has.")

    @classmethod
    def of(cls, view: queries.PaperView) -> "Paper":
        return cls(
            name=view.name,
            facility=Facility.of(view.facility) if view.facility else None,
            state=view.standing.state,
            valid_until=view.standing.valid_until,
            validity=view.validity,
            advice=view.advice,
        )


@strawberry.type
class GateCheck:
    """One thing the gate opens for, or does not."""

    ok: bool
    title: str
    hint: str | None


@strawberry.type
class OwnCoordinator:
    """Whom a volunteer can call; `phone` in E.164, null when the coordinator filled in none. Who stands in says for
    whom, and until when."""

    name: str
    phone: str | None
    instead_of: str | None
    until: date | None

    @classmethod
    def of(cls, view: queries.CoordinatorView) -> "OwnCoordinator":
        return cls(name=view.name, phone=view.phone, instead_of=view.instead_of, until=view.until)


@strawberry.type
class GateAnswer:
    """Whether a prison's gate opens for the volunteer on a day: one yes or no, with what it comes from."""

    facility: Facility
    date: date
    ready: bool
    checks: list[GateCheck]
    coordinator: OwnCoordinator | None

    @classmethod
    def of(cls, view: queries.GateView) -> "GateAnswer":
        return cls(
            facility=Facility.of(view.facility),
            date=view.day,
            ready=view.ready,
            checks=[GateCheck(ok=check.ok, title=check.title, hint=check.hint) for check in view.checks],
            coordinator=OwnCoordinator.of(view.coordinator) if view.coordinator else None,
        )


@strawberry.type
class VisitToReview:
    """A planned visit at whose gate the volunteer would be turned away: a paper or an admission will have ended."""

    id: strawberry.ID
    confirmed: bool
    starts_at: datetime
    facility: Facility
    volunteer_id: strawberry.ID
    volunteer_name: str

    @classmethod
    def of(cls, view: reviewing.VisitToReview) -> "VisitToReview":
        return cls(
            id=strawberry.ID(str(view.id)),
            confirmed=view.state is VisitState.CONFIRMED,
            starts_at=view.starts_at,
            facility=Facility.of(view.facility),
            volunteer_id=strawberry.ID(str(view.volunteer_id)),
            volunteer_name=view.volunteer_name,
        )


@strawberry.type
class Query:
    """What a volunteer may ask about their own papers, and a coordinator about the visits that need them."""

    @strawberry.field
    async def visits_to_review(self, info: Info) -> list[VisitToReview]:
        """The soonest first."""
        return [VisitToReview.of(view) for view in await reviewing.visits_to_review(actor_of(info))]

    @strawberry.field
    async def my_papers(self, info: Info) -> list[Paper]:
        """Admissions, then what the work needs, then what else is kept."""
        return [Paper.of(view) for view in await queries.my_papers(actor_of(info))]

    @strawberry.field
    async def ready_for_gate(self, info: Info, date: date | None = None) -> list[GateAnswer]:
        """For each prison where the volunteer comes; today unless another day is asked."""
        return [GateAnswer.of(view) for view in await queries.ready_for_gate(actor_of(info), date or clock.today())]

    @strawberry.field
    async def my_coordinator(self, info: Info) -> OwnCoordinator | None:
        """Whom the volunteer can call."""
        view = await queries.my_coordinator(actor_of(info))
        return OwnCoordinator.of(view) if view else None
