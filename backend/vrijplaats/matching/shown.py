"""Volunteers, suggestions and invitations as types of the graph."""

from datetime import datetime

import strawberry

from vrijplaats.accounts.graphql import Facility
from vrijplaats.core.actor import Actor, Role
from vrijplaats.matching import queries
from vrijplaats.matching.models import DeclineReason, MatchEndReason, MatchState, OfferState, WishAfterEnd
from vrijplaats.matching.ranking import Fit
from vrijplaats.matching.words import about, sentence
from vrijplaats.volunteers.graphql import ActivityKind

for each in (OfferState, MatchState, DeclineReason, MatchEndReason, WishAfterEnd, Fit):
    strawberry.enum(each)


@strawberry.type
class Volunteer:
    """Somebody of the organisation's register."""

    id: strawberry.ID
    display_name: str
    place: str | None

    @classmethod
    def of(cls, view: queries.VolunteerView) -> "Volunteer":
        return cls(id=strawberry.ID(str(view.id)), display_name=view.display_name, place=view.place)


@strawberry.type
class Suggestion:
    """Somebody who can be asked; reasons and cares are sentences in the viewer's language."""

    volunteer: Volunteer
    score: int
    fit: Fit
    reasons: list[str]
    cares: list[str]
    already_offered: bool

    @classmethod
    def of(cls, view: queries.SuggestionView, locale: str) -> "Suggestion":
        return cls(
            volunteer=Volunteer.of(view.volunteer),
            score=view.score,
            fit=view.fit,
            reasons=[sentence(fact, locale) for fact in view.reasons],
            cares=[sentence(fact, locale) for fact in view.cares],
            already_offered=view.already_offered,
        )


@strawberry.type
class NotEligibleVolunteer:
    """Somebody who cannot be asked now, with one reason in words."""

    volunteer: Volunteer
    reason: str

    @classmethod
    def of(cls, view: queries.NotEligibleView, locale: str) -> "NotEligibleVolunteer":
        return cls(volunteer=Volunteer.of(view.volunteer), reason=about(view.obstacle, locale))


@strawberry.type
class Offer:
    """A request put to one volunteer; nothing in it tells who asks."""

    id: strawberry.ID
    state: OfferState
    expires_at: datetime
    answered_at: datetime | None
    created_at: datetime
    facility: Facility
    activity_kind: ActivityKind
    languages: list[str]
    waiting_days: int
    distance_kilometres: int | None
    reasons: list[str]
    volunteer: Volunteer
    note: str | None = strawberry.field(description="The practical note of the request, without names.")
    match_id: strawberry.ID | None
    visiting_weekdays: list[int] = strawberry.field(description="1 = Monday: days with visiting hours.")
    suitable_weekdays: list[int] = strawberry.field(description="Those of them that suit this volunteer.")

    @classmethod
    def of(cls, view: queries.OfferView, actor: Actor) -> "Offer":
        personal = actor.role is Role.VOLUNTEER
        return cls(
            id=strawberry.ID(str(view.id)),
            state=view.state,
            expires_at=view.expires_at,
            answered_at=view.answered_at,
            created_at=view.created_at,
            facility=Facility.of(view.facility),
            activity_kind=ActivityKind(view.activity_kind),
            languages=view.languages,
            waiting_days=view.waiting_days,
            distance_kilometres=view.distance_kilometres,
            reasons=[sentence(fact, actor.locale, personal=personal) for fact in view.reasons],
            volunteer=Volunteer.of(view.volunteer),
            note=view.note,
            match_id=strawberry.ID(str(view.match_id)) if view.match_id else None,
            visiting_weekdays=view.visiting_weekdays,
            suitable_weekdays=view.suitable_weekdays,
        )


@strawberry.type
class MatchedDetainee:
    """The first name is all a volunteer ever sees of a name."""

    given_name: str
    pseudonym: str
