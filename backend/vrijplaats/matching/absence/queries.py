"""What runs while a volunteer would not be there, to be read before they say so; and where nobody comes."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation, require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.matching import queries
from vrijplaats.matching.models import MatchState
from vrijplaats.visits.queries import visits_of
from vrijplaats.visits.rules import VisitState
from vrijplaats.visits.views import VisitView
from vrijplaats.volunteers.availability.queries import whose_of

# further than anybody plans: of a pause without a last day
FAR = timedelta(days=800)
_OPEN_OFFERS = """
select count(*)::int from offer where organisation_id = $1 and volunteer_id = $2 and state = 'LIVE' and expires_at > $3
"""
_THERE = "select exists (select from volunteer where organisation_id = $1 and id = $2)"
_PLANNED = (VisitState.PROPOSED, VisitState.CONFIRMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceView:
    """What there is: matches that run, visits planned on those days, and invitations that are open."""

    matches: list[queries.MatchView]
    visits: list[VisitView]
    open_offers: int


async def my_absence(actor: Actor, first: date, last: date | None) -> AbsenceView:
    """What the volunteer's own absence would touch."""
    require(actor, Role.VOLUNTEER)
    return await absence_of(actor, first, last)


async def absence_in_file(actor: Actor, volunteer_id: UUID, first: date, last: date | None) -> AbsenceView | None:
    """The same of somebody in the register, for its coordinators; None for who is not in it."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    if not await db.fetch_value(_THERE, organisation_id, volunteer_id):
        return None
    return await absence_of(actor, first, last, volunteer_id)


async def absence_of(actor: Actor, first: date, last: date | None, volunteer_id: UUID | None = None) -> AbsenceView:
    """What a volunteer's absence would touch, from the first day up to and including the last: their own, or that of
    whom a coordinator names. Raises NotFound."""
    whose = whose_of(actor, volunteer_id)
    return AbsenceView(
        matches=[match for match in await queries.matches_of(actor, whose[1]) if match.state is not MatchState.ENDED],
        visits=await planned(actor, whose[1], first, last),
        open_offers=await db.fetch_value(_OPEN_OFFERS, *whose, clock.now()),
    )


async def planned(actor: Actor, volunteer_id: UUID, first: date, last: date | None) -> list[VisitView]:
    """The volunteer's visits that begin on these days and still can be called off, soonest first."""
    furthest = clock.today() + FAR
    if first > furthest:
        return []
    since = max(clock.midnight(max(first, clock.today())), clock.now())
    until = clock.midnight(min(last or furthest, furthest) + timedelta(days=1))
    found = await visits_of(actor, volunteer_id, since=since, until=until)
    return [visit for visit in found if visit.state in _PLANNED and visit.starts_at >= since]


async def paused_matches(actor: Actor) -> list[queries.MatchView]:
    """A coordinator's matches that run on without visits, because the volunteer has a pause today; by volunteer."""
    require(actor, Role.COORDINATOR)
    return await queries.paused_matches(actor)


async def lock_visits(visit_ids: list[UUID]) -> None:
    """Before anything is written about them, and in one order, so that nobody waits in a circle."""
    await db.fetch("select id from visit where id = any ($1) order by id for update", visit_ids)
