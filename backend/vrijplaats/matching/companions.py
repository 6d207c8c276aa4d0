"""What the graph fetches beside a match or a request, for all of them in one operation at once."""

from uuid import UUID

from vrijplaats.core.actor import Actor
from vrijplaats.matching import queries
from vrijplaats.matching.continuity.queries import (
    DepartureView,
    PreviousView,
    ReviewView,
    departures_ahead,
    previous_of,
    reviews_of,
)
from vrijplaats.matching.waves.queries import WavesView, waves_of
from vrijplaats.visits.series.queries import SeriesView, series_of
from vrijplaats.volunteers.availability.queries import pauses as pauses_of
from vrijplaats.volunteers.rules import Pause

_NOBODY = queries.RequestCandidates(eligible=[], not_eligible=[])


async def candidates(actor: Actor, request_ids: list[UUID]) -> list[queries.RequestCandidates]:
    """Who can be asked and who cannot, for each of these requests; nobody for those that are not a coordinator's."""
    found = await queries.suggestions(actor, request_ids)
    return [found.get(request_id, _NOBODY) for request_id in request_ids]


async def offers(actor: Actor, request_ids: list[UUID]) -> list[list[queries.OfferView]]:
    """The invitations of each of these requests, for the coordinator."""
    found = await queries.offers_of_request(actor, request_ids)
    return [found.get(request_id, []) for request_id in request_ids]


async def waves(actor: Actor, request_ids: list[UUID]) -> list[WavesView | None]:
    """How each of these requests goes on by itself, for the coordinator."""
    found = await waves_of(actor, request_ids)
    return [found.get(request_id) for request_id in request_ids]


async def leaving(actor: Actor, request_ids: list[UUID]) -> list[DepartureView | None]:
    """Staff: that the person of each of these requests leaves, while the day has not come."""
    found = await departures_ahead(actor, request_ids)
    return [found.get(request_id) for request_id in request_ids]


async def pauses(_actor: Actor, volunteer_ids: list[UUID]) -> list[Pause | None]:
    """The pause in which each of these volunteers is today."""
    found = await pauses_of(volunteer_ids)
    return [found.get(volunteer_id) for volunteer_id in volunteer_ids]


async def series(actor: Actor, match_ids: list[UUID]) -> list[SeriesView | None]:
    """The rhythm of each of these matches."""
    found = await series_of(actor, match_ids)
    return [found.get(match_id) for match_id in match_ids]


async def reviews(_actor: Actor, match_ids: list[UUID]) -> list[ReviewView | None]:
    """What happened to each of these matches."""
    found = await reviews_of(match_ids)
    return [found.get(match_id) for match_id in match_ids]


async def previous(_actor: Actor, match_ids: list[UUID]) -> list[PreviousView | None]:
    """Who visited before in each of these matches, where both go together once."""
    found = await previous_of(match_ids)
    return [found.get(match_id) for match_id in match_ids]


async def given_names(actor: Actor, detainee_ids: list[UUID]) -> list[str | None]:
    """The first names this actor may read, each reading in the history."""
    found = await queries.given_names(actor, detainee_ids)
    return [found.get(detainee_id) for detainee_id in detainee_ids]
