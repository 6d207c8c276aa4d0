"""Verdeel in the graph: the proposal, and sending it."""

from datetime import datetime
from typing import Annotated

import strawberry

from vrijplaats.core.graphql import Info, InvalidInput, NotFound, actor_of, locale_of, uuid_of, verb
from vrijplaats.matching.assignment import actions, queries
from vrijplaats.matching.assignment.reasons import in_words
from vrijplaats.matching.assignment.rules import Pair
from vrijplaats.matching.shown import Suggestion, Volunteer
from vrijplaats.matching.waves.graphql import WavesInput
from vrijplaats.matching.weights.graphql import MatchingWeightsInput
from vrijplaats.requests.graphql import VisitRequest


@strawberry.input
class AssignmentPairInput:
    """A request and the volunteer to be asked for it."""

    request_id: strawberry.ID
    volunteer_id: strawberry.ID

    def as_pair(self) -> Pair:
        return Pair(request_id=uuid_of(self.request_id), volunteer_id=uuid_of(self.volunteer_id))


@strawberry.type
class AssignmentOther:
    """Somebody else who can be asked."""

    suggestion: Suggestion
    taken_for: str | None = strawberry.field(
        description="The pseudonym of whom they are for in the proposal, when they have no place beside that."
    )

    @classmethod
    def of(cls, view: queries.OtherView, locale: str) -> "AssignmentOther":
        return cls(suggestion=Suggestion.of(view.suggestion, locale), taken_for=view.taken_for)


@strawberry.type
class AssignmentPair:
    """Who would be asked for somebody who waits."""

    request: VisitRequest
    suggestion: Suggestion
    first: Volunteer | None = strawberry.field(
        description="Who is asked when each request, the longest waiting first, gets the first suggestion with a place."
    )
    why: str | None = strawberry.field(description="Why it is somebody else; null when it is the same.")
    kept: bool
    others: list[AssignmentOther]

    @classmethod
    def of(cls, view: queries.PairView, info: Info) -> "AssignmentPair":
        locale = locale_of(info)
        return cls(
            request=VisitRequest.of(view.request, info),
            suggestion=Suggestion.of(view.suggestion, locale),
            first=Volunteer.of(view.first) if view.first else None,
            why=in_words(view.why, locale) if view.why else None,
            kept=view.kept,
            others=[AssignmentOther.of(each, locale) for each in view.others],
        )


@strawberry.type
class AssignmentWithout:
    """Somebody for whom there is nobody now, and why."""

    request: VisitRequest
    reason: str

    @classmethod
    def of(cls, view: queries.WithoutView, info: Info) -> "AssignmentWithout":
        return cls(request=VisitRequest.of(view.request, info), reason=in_words(view.why, locale_of(info)))


@strawberry.type
class AssignmentTotals:
    """What a way to choose comes to."""

    people: int = strawberry.field(description="How many get somebody.")
    kilometres: int | None = strawberry.field(description="How far people usually go: the median.")

    @classmethod
    def of(cls, view: queries.TotalsView) -> "AssignmentTotals":
        return cls(people=view.people, kilometres=view.kilometres)


@strawberry.type
class AssignmentPreview:
    """The best choice for everybody who waits, at once. Nothing has been sent. The lists hold at most 200, the longest
    waiting first."""

    waiting: int
    invited: int = strawberry.field(
        description="Of them: an answer of volunteers or of another organisation is awaited, so they are not in it."
    )
    proposed: AssignmentTotals
    one_by_one: AssignmentTotals = strawberry.field(
        description="When each request, the longest waiting first, gets the first suggestion that has a place."
    )
    changed: int = strawberry.field(description="How many get somebody else than that.")
    pairs: list[AssignmentPair]
    without: list[AssignmentWithout]
    without_count: int

    @classmethod
    def of(cls, view: queries.PreviewView, info: Info) -> "AssignmentPreview":
        return cls(
            waiting=view.waiting,
            invited=view.invited,
            proposed=AssignmentTotals.of(view.proposed),
            one_by_one=AssignmentTotals.of(view.one_by_one),
            changed=view.changed,
            pairs=[AssignmentPair.of(each, info) for each in view.pairs],
            without=[AssignmentWithout.of(each, info) for each in view.without],
            without_count=view.without_count,
        )


@strawberry.input
class OfferAssignmentInput:
    """Up to 200 pairs, each request once, and until when people can answer. With `waves` each is the first round."""

    pairs: list[AssignmentPairInput]
    expires_at: datetime
    waves: WavesInput | None = None


@strawberry.type
class AssignmentRefused:
    """A pair that could not be asked, with why in words."""

    request_id: strawberry.ID
    volunteer_id: strawberry.ID
    code: str
    message: str

    @classmethod
    def of(cls, refused: actions.Refused, locale: str) -> "AssignmentRefused":
        return cls(
            request_id=strawberry.ID(str(refused.pair.request_id)),
            volunteer_id=strawberry.ID(str(refused.pair.volunteer_id)),
            code=refused.problem.code,
            message=refused.problem.message(locale),
        )


@strawberry.type
class OfferAssignmentSuccess:
    """Who was asked, and for which pairs that could not be any more."""

    invited_request_ids: list[strawberry.ID]
    refused: list[AssignmentRefused]


OfferAssignmentResult = Annotated[
    OfferAssignmentSuccess | InvalidInput | NotFound, strawberry.union("OfferAssignmentResult")
]


@strawberry.type
class Query:
    """What one may ask about Verdeel."""

    @strawberry.field
    async def assignment_preview(
        self, info: Info, kept: list[AssignmentPairInput] | None = None, weights: MatchingWeightsInput | None = None
    ) -> AssignmentPreview:
        """Coordinator: the proposal at this moment. Pairs in `kept` stay, if they can be; with `weights` one sees what
        would change, and nothing is kept."""
        pairs = [pair.as_pair() for pair in kept or ()]
        view = await queries.assignment_preview(
            actor_of(info), kept=pairs, weights=weights.as_weights() if weights else None
        )
        # what could not be kept may have been somebody else's
        info.context.refused |= sum(pair.kept for pair in view.pairs) < len(pairs)
        return AssignmentPreview.of(view, info)


@strawberry.type
class Mutation:
    """The verb of Verdeel."""

    @strawberry.mutation
    @verb
    async def offer_assignment(self, info: Info, input: OfferAssignmentInput) -> OfferAssignmentResult:
        """An invitation for each pair that still can be; the others stay as they are, with why."""
        sent = await actions.offer_assignment(
            actor_of(info),
            pairs=[pair.as_pair() for pair in input.pairs],
            expires_at=input.expires_at,
            waves=input.waves.as_rhythm() if input.waves else None,
        )
        info.context.refused |= bool(sent.refused)
        return OfferAssignmentSuccess(
            invited_request_ids=[strawberry.ID(str(pair.request_id)) for pair in sent.invited],
            refused=[AssignmentRefused.of(each, locale_of(info)) for each in sent.refused],
        )
