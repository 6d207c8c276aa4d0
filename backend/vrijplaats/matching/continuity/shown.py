"""What was reported and what there is to choose, as types of the graph."""

from datetime import date, datetime

import strawberry

from vrijplaats.accounts.graphql import Facility
from vrijplaats.matching.continuity import queries
from vrijplaats.matching.continuity.near import NearView, TakeOverView
from vrijplaats.matching.continuity.rules import DepartureKind, ReviewChoice, VolunteerWish
from vrijplaats.volunteers.rules import kilometres_between

for each in (DepartureKind, ReviewChoice, VolunteerWish):
    strawberry.enum(each)


@strawberry.type
class Departure:
    """Somebody leaves: when, and where to."""

    id: strawberry.ID
    pseudonym: str
    kind: DepartureKind
    day: date
    to_facility: Facility | None
    to_place: str | None
    moved: bool = strawberry.field(description="The day has come: the prison does not see them any more.")

    @classmethod
    def of(cls, view: queries.DepartureView) -> "Departure":
        return cls(
            id=strawberry.ID(str(view.id)),
            pseudonym=view.pseudonym,
            kind=view.kind,
            day=view.day,
            to_facility=Facility.of(view.to_facility) if view.to_facility else None,
            to_place=view.to_place,
            moved=view.moved,
        )


@strawberry.type
class MatchReview:
    """What happened to the person of a match, what can be chosen, and what was."""

    kind: DepartureKind
    day: date
    to_facility: Facility | None
    to_place: str | None = strawberry.field(description="A town, if the person wants it known.")
    moved: bool = strawberry.field(description="The day has come; what was chosen before it, was done then.")
    volunteer_left: bool = strawberry.field(description="Whoever visited takes part no more: they do not go along.")
    waits: bool = strawberry.field(description="It was handed over after an earlier transfer: somebody is looked for.")
    formerly: str | None = strawberry.field(
        description="For a coordinator, sixty days after a transfer: the pseudonym at the prison of before."
    )
    active_there: bool = strawberry.field(description="The organisation is active at the new prison.")
    admission: str | None = strawberry.field(
        description="Of the volunteer at the new prison: REQUESTED, GRANTED, or null for none that is valid."
    )
    kilometres: int | None = strawberry.field(description="From the volunteer's town to the new prison.")
    wish: VolunteerWish | None
    choice: ReviewChoice | None
    together: bool = strawberry.field(description="The old and the new volunteer go once together.")
    met: bool
    successor: str | None = strawberry.field(description="Who comes next, once somebody said yes.")
    asked: str | None = strawberry.field(description="After a release: who is asked to take over.")
    answer: bool | None = strawberry.field(description="What they said; null while they have not.")
    together_at: datetime | None = strawberry.field(
        description="When the two go together: the next meeting at which both can be; null while none is planned."
    )

    @classmethod
    def of(cls, view: queries.ReviewView) -> "MatchReview":
        far = kilometres_between(*view.distance_from) if view.distance_from else None
        return cls(
            kind=view.kind,
            day=view.day,
            to_facility=Facility.of(view.to_facility) if view.to_facility else None,
            to_place=view.to_place,
            moved=view.moved,
            volunteer_left=view.volunteer_left,
            waits=view.waits,
            formerly=view.formerly,
            active_there=view.active_there,
            admission=view.admission,
            kilometres=None if far is None else round(far),
            wish=view.wish,
            choice=view.choice,
            together=view.together,
            met=view.met_at is not None,
            successor=view.successor,
            asked=view.asked,
            answer=None if view.answer is None else view.answer == "YES",
            together_at=view.together_at,
        )


@strawberry.type
class MatchCounts:
    """How many matches of the organisation run, and of those, how many are to be looked at and go on outside."""

    running: int
    in_review: int
    outside: int


@strawberry.type
class NearVolunteer:
    """Somebody with room, and how far they live from somebody's new home."""

    volunteer_id: strawberry.ID
    name: str
    place: str | None
    kilometres: int | None

    @classmethod
    def of(cls, view: NearView) -> "NearVolunteer":
        return cls(
            volunteer_id=strawberry.ID(str(view.volunteer.id)),
            name=view.volunteer.display_name,
            place=view.volunteer.place,
            kilometres=view.kilometres,
        )


@strawberry.type
class TakeOver:
    """The volunteer is asked to take over after a release: after whom and near where; nothing of the person."""

    match_id: strawberry.ID
    first: str = strawberry.field(description="Who meets them now, and goes along once.")
    place: str | None
    yes: bool = strawberry.field(description="They said yes, and the two go together once.")
    next: datetime | None = strawberry.field(description="When the two meet next, as far as that is known.")

    @classmethod
    def of(cls, view: TakeOverView) -> "TakeOver":
        return cls(
            match_id=strawberry.ID(str(view.match_id)),
            first=view.first,
            place=view.place,
            yes=view.yes,
            next=view.next,
        )


@strawberry.type
class PreviousVolunteer:
    """Who visited before, to go together with once."""

    name: str
    met: bool

    @classmethod
    def of(cls, view: queries.PreviousView) -> "PreviousVolunteer":
        return cls(name=view.name, met=view.met)
