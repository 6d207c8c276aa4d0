"""What the verbs of going on are given."""

from datetime import date

import strawberry

from vrijplaats.matching.continuity.rules import DepartureKind, VolunteerWish


@strawberry.input
class ReportDepartureInput:
    """A request of the person who leaves; when, and to which prison. After a release at most a town, if the person
    wants it known. Never why."""

    request_id: strawberry.ID
    kind: DepartureKind
    day: date
    to_facility: str | None = strawberry.field(default=None, description="The prison's code.")
    to_place: str | None = None


@strawberry.input
class UndoDepartureInput:
    """It was a mistake."""

    departure_id: strawberry.ID


@strawberry.input
class KeepMatchInput:
    """The same volunteer goes to the new prison."""

    match_id: strawberry.ID


@strawberry.input
class HandOverMatchInput:
    """Somebody near the new prison is looked for; `together`: both volunteers go once together. After a release the
    volunteer who is asked, near the new home; then both always go once together."""

    match_id: strawberry.ID
    together: bool
    volunteer_id: strawberry.ID | None = None


@strawberry.input
class HandBackMatchInput:
    """The organisation does not come to the new prison; others who do find the wish in the pool there."""

    match_id: strawberry.ID


@strawberry.input
class AnswerTakeOverInput:
    """Who was asked says whether they take over."""

    match_id: strawberry.ID
    yes: bool


@strawberry.input
class TaperMatchInput:
    """People go on meeting outside, half a year after the release at most."""

    match_id: strawberry.ID


@strawberry.input
class SayWishInput:
    """What the volunteer would like."""

    match_id: strawberry.ID
    wish: VolunteerWish


@strawberry.input
class NoteMeetingInput:
    """The old or the new match: both volunteers were there."""

    match_id: strawberry.ID
