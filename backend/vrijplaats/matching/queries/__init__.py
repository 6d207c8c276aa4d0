"""Reads of this feature, scoped by the actor: candidates, offers, matches."""

from vrijplaats.matching.queries.candidates import eligibility_now, suggestions
from vrijplaats.matching.queries.matches import (
    given_names,
    match,
    match_counts,
    matches,
    matches_in_review,
    matches_of,
    matches_outside,
    my_matches,
    organisation_matches,
    paused_matches,
)
from vrijplaats.matching.queries.offers import my_offers, offer, offers, offers_of_request
from vrijplaats.matching.queries.views import (
    MatchView,
    NotEligibleView,
    OfferView,
    RequestCandidates,
    SuggestionView,
    VolunteerView,
)

__all__ = [
    "MatchView",
    "NotEligibleView",
    "OfferView",
    "RequestCandidates",
    "SuggestionView",
    "VolunteerView",
    "eligibility_now",
    "given_names",
    "match",
    "match_counts",
    "matches",
    "matches_in_review",
    "matches_of",
    "matches_outside",
    "my_matches",
    "my_offers",
    "offer",
    "offers",
    "offers_of_request",
    "organisation_matches",
    "paused_matches",
    "suggestions",
]
