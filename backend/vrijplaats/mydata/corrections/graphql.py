"""Asking for a correction, in the graph."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import strawberry

from vrijplaats.core.graphql import Info, InvalidInput, NotAllowedNow, NotFound, actor_of, load, uuid_of, verb
from vrijplaats.mydata.corrections import actions, queries
from vrijplaats.mydata.corrections.queries import CorrectionView
from vrijplaats.mydata.corrections.rules import CorrectionItem, CorrectionOutcome, CorrectionReason
from vrijplaats.requests.problems import CitizenNumber, PlanReference
from vrijplaats.visits.rules import Log, VisitOutcome, VisitSetting
from vrijplaats.visits.shown import Visit

for each in (CorrectionItem, CorrectionOutcome, CorrectionReason):
    strawberry.enum(each)


@strawberry.type
class Correction:
    """What a volunteer asks to have corrected of themselves, and the answer. `dueOn` is the last day for it."""

    id: strawberry.ID
    item: CorrectionItem
    wanted: str
    asked_at: datetime
    due_on: date
    outcome: CorrectionOutcome | None
    reason: CorrectionReason | None
    answered_at: datetime | None
    volunteer_name: str
    visit_id: strawberry.Private[UUID | None]

    @classmethod
    def of(cls, view: CorrectionView) -> "Correction":
        return cls(
            id=strawberry.ID(str(view.id)),
            item=view.item,
            wanted=view.wanted,
            asked_at=view.asked_at,
            due_on=view.due_on,
            outcome=view.outcome,
            reason=view.reason,
            answered_at=view.answered_at,
            volunteer_name=view.volunteer_name,
            visit_id=view.visit_id,
        )

    @strawberry.field
    async def visit(self, info: Info) -> Visit | None:
        """The visit that is to be corrected, as it stands; null for anything else."""
        view = await load(info, queries.visits_of, self.visit_id) if self.visit_id else None
        return Visit.of(view) if view else None


@strawberry.input
class AskCorrectionInput:
    """Which thing, and what it should be: at most 200 characters. Of a visit, which: logged, or called off."""

    item: CorrectionItem
    wanted: str
    visit_id: strawberry.ID | None = None


@strawberry.input
class WithdrawCorrectionInput:
    """Which request."""

    correction_id: strawberry.ID


@strawberry.input
class AnswerCorrectionInput:
    """The answer; a reason belongs to what was not changed."""

    correction_id: strawberry.ID
    outcome: CorrectionOutcome
    reason: CorrectionReason | None = None


@strawberry.input
class CorrectVisitInput:
    """The request, and what the log of its visit becomes; by the rules of logVisit."""

    correction_id: strawberry.ID
    outcome: VisitOutcome
    minutes: int
    setting: VisitSetting
    travel_kilometres: float


@strawberry.type
class AskCorrectionSuccess:
    """The coordinators know."""

    correction: Correction


@strawberry.type
class WithdrawCorrectionSuccess:
    """Nobody has to answer any more."""

    correction_id: strawberry.ID


@strawberry.type
class AnswerCorrectionSuccess:
    """The volunteer is told."""

    correction: Correction


@strawberry.type
class CorrectVisitSuccess:
    """The log says so from now on, and the volunteer is told."""

    correction: Correction


AskCorrectionResult = Annotated[
    AskCorrectionSuccess | InvalidInput | PlanReference | CitizenNumber | NotAllowedNow | NotFound,
    strawberry.union("AskCorrectionResult"),
]
WithdrawCorrectionResult = Annotated[
    WithdrawCorrectionSuccess | NotFound | NotAllowedNow, strawberry.union("WithdrawCorrectionResult")
]
AnswerCorrectionResult = Annotated[
    AnswerCorrectionSuccess | InvalidInput | NotFound | NotAllowedNow, strawberry.union("AnswerCorrectionResult")
]

CorrectVisitResult = Annotated[
    CorrectVisitSuccess | InvalidInput | NotFound | NotAllowedNow, strawberry.union("CorrectVisitResult")
]


@strawberry.type
class Query:
    """Who asked what."""

    @strawberry.field
    async def my_corrections(self, info: Info) -> list[Correction]:
        """The volunteer's own: open ones first, then the newest."""
        return [Correction.of(view) for view in await queries.my_corrections(actor_of(info))]

    @strawberry.field
    async def corrections_waiting(self, info: Info) -> list[Correction]:
        """Those of the coordinator's organisation that wait for an answer, soonest due first."""
        return [Correction.of(view) for view in await queries.corrections_waiting(actor_of(info))]


@strawberry.type
class Mutation:
    """Asking, taking back, answering."""

    @strawberry.mutation
    @verb
    async def ask_correction(self, info: Info, input: AskCorrectionInput) -> AskCorrectionResult:
        visit_id = uuid_of(input.visit_id) if input.visit_id is not None else None
        view = await actions.ask_correction(actor_of(info), item=input.item, wanted=input.wanted, visit_id=visit_id)
        return AskCorrectionSuccess(correction=Correction.of(view))

    @strawberry.mutation
    @verb
    async def withdraw_correction(self, info: Info, input: WithdrawCorrectionInput) -> WithdrawCorrectionResult:
        await actions.withdraw_correction(actor_of(info), correction_id=uuid_of(input.correction_id))
        return WithdrawCorrectionSuccess(correction_id=input.correction_id)

    @strawberry.mutation
    @verb
    async def answer_correction(self, info: Info, input: AnswerCorrectionInput) -> AnswerCorrectionResult:
        view = await actions.answer_correction(
            actor_of(info), correction_id=uuid_of(input.correction_id), outcome=input.outcome, reason=input.reason
        )
        return AnswerCorrectionSuccess(correction=Correction.of(view))

    @strawberry.mutation
    @verb
    async def correct_visit(self, info: Info, input: CorrectVisitInput) -> CorrectVisitResult:
        log = Log(
            outcome=input.outcome,
            minutes=input.minutes,
            setting=input.setting,
            travel_kilometres=input.travel_kilometres,
        )
        view = await actions.correct_visit(actor_of(info), correction_id=uuid_of(input.correction_id), log=log)
        return CorrectVisitSuccess(correction=Correction.of(view))
