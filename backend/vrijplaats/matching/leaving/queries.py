"""What a volunteer would leave behind, to be read before anybody ends anything."""

from dataclasses import dataclass
from uuid import UUID

from vrijplaats.accounts.people import queries as people
from vrijplaats.core import clock, db
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role

_VOLUNTEER = "select id from volunteer where person_id = $1 and organisation_id = $2"
_LEFT = """
select
  (select count(*) from match m where m.volunteer_id = $1 and m.state <> 'ENDED') as matches,
  (select count(*) from visit v join presence p on p.id = v.presence_id join match m on m.id = v.match_id
    where m.volunteer_id = $1 and m.state <> 'ENDED' and v.state in ('PROPOSED', 'CONFIRMED') and p.starts_at > $2)
    as planned_visits,
  (select count(*) from offer o where o.volunteer_id = $1 and o.state = 'LIVE' and o.expires_at > $2) as open_offers
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingView:
    """How much there is still to be done of what a volunteer does."""

    matches: int
    planned_visits: int
    open_offers: int


async def leaving(actor: Actor, membership_id: UUID) -> LeavingView | None:
    """What ending this membership would leave behind; nothing at all for what is no volunteer's. None for who is not
    one of the coordinator's people."""
    require(actor, Role.COORDINATOR)
    found = await people.member(actor, membership_id)
    if found is None:
        return None
    volunteer = None if found.role is not Role.VOLUNTEER else await volunteer_of(actor, found.person_id)
    return await _left(volunteer)


async def my_own(actor: Actor) -> LeavingView:
    """What the actor would leave behind by stopping; nothing at all for who is no volunteer."""
    return await _left(actor.volunteer_id)


async def _left(volunteer_id: UUID | None) -> LeavingView:
    row = await db.fetch_one(_LEFT, volunteer_id, clock.now())
    assert row is not None
    return LeavingView(**row)


async def volunteer_of(actor: Actor, person_id: UUID) -> UUID | None:
    """This person in the register of the actor's organisation."""
    found: UUID | None = await db.fetch_value(_VOLUNTEER, person_id, actor.organisation_id)
    return found
