"""What this feature's reads give: complete, typed, without a model behind them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from vrijplaats.accounts.queries import FacilityView, OrganisationView
from vrijplaats.matching.facts import Fact
from vrijplaats.matching.models import MatchEndReason, MatchState, OfferState, WishAfterEnd
from vrijplaats.matching.ranking import Fit


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerView:
    """A volunteer by name, as colleagues of the organisation know them."""

    id: UUID
    display_name: str
    place: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionView:
    """A volunteer who can be asked: a score from 0 to 100, and why."""

    volunteer: VolunteerView
    score: int
    fit: Fit
    reasons: tuple[Fact, ...]
    cares: tuple[Fact, ...]
    already_offered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NotEligibleView:
    """A volunteer who cannot be asked now, and the first reason."""

    volunteer: VolunteerView
    obstacle: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCandidates:
    """Everybody in the register for one request: who can be asked, best first, and who cannot, by name."""

    eligible: list[SuggestionView]
    not_eligible: list[NotEligibleView]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferView:
    """A request put to one volunteer, without anything the detainee could be known by."""

    id: UUID
    request_id: UUID
    state: OfferState
    expires_at: datetime
    answered_at: datetime | None
    created_at: datetime
    facility: FacilityView
    activity_kind: str
    languages: list[str]
    waiting_days: int
    distance_kilometres: int | None
    reasons: tuple[Fact, ...]
    volunteer: VolunteerView
    note: str | None
    match_id: UUID | None
    visiting_weekdays: list[int]
    suitable_weekdays: list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchView:
    """One volunteer and one detainee. The name is not in it: given_names reads that, and leaves a trace."""

    id: UUID
    request_id: UUID
    detainee_id: UUID
    state: MatchState
    facility: FacilityView
    activity_kind: str
    started_on: date
    ended_on: date | None
    end_reason: MatchEndReason | None
    pseudonym: str
    volunteer: VolunteerView
    organisation: OrganisationView
    coordinator_name: str | None
    outside_until: date | None
    wish_after_end: WishAfterEnd
