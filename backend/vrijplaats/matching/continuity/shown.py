"""What was reported and what there is to choose, as types of the graph."""

from datetime import date

import strawberry

from vrijplaats.accounts.graphql import Facility
from vrijplaats.matching.continuity import queries
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
    moved: bool = strawberry.field(description="The day has come; from then on it can be chosen how to go on.")
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

    @classmethod
    def of(cls, view: queries.ReviewView) -> "MatchReview":
        far = kilometres_between(*view.distance_from) if view.distance_from else None
        return cls(
            kind=view.kind,
            day=view.day,
            to_facility=Facility.of(view.to_facility) if view.to_facility else None,
            to_place=view.to_place,
            moved=view.moved,
            active_there=view.active_there,
            admission=view.admission,
            kilometres=None if far is None else round(far),
            wish=view.wish,
            choice=view.choice,
            together=view.together,
            met=view.met_at is not None,
            successor=view.successor,
        )


@strawberry.type
class PreviousVolunteer:
    """Who visited before, to go together with once."""

    name: str
    met: bool

    @classmethod
    def of(cls, view: queries.PreviousView) -> "PreviousVolunteer":
        return cls(name=view.name, met=view.met)
