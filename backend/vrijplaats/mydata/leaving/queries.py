"""What one should know before one stops, and of whom the time is over."""

from dataclasses import dataclass
from uuid import UUID

from vrijplaats.accounts.people import queries as people
from vrijplaats.core import clock, db
from vrijplaats.core.actor import Actor
from vrijplaats.matching.leaving import queries as matching
from vrijplaats.matching.leaving.queries import LeavingView
from vrijplaats.mydata.leaving.rules import KEPT, LeavingObstacle, obstacle

_GONE = """
select p.id from person p join membership m on m.person_id = p.id
where p.erased_at is null group by p.id having count(*) = count(m.ended_at) and max(m.ended_at) <= $1 order by p.id
"""
# emptied once for each time they left
_LEFT = """
select v.id from volunteer v
where v.status = 'LEFT' and v.status_since <= $1 and (v.emptied_at is null or v.emptied_at < v.status_since +
$2::interval)
  and not exists (select from membership m where m.person_id = v.person_id and m.organisation_id = v.organisation_id
    and m.role = 'VOLUNTEER' and m.ended_at is null)
order by v.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MyLeavingView:
    """What the actor still does here, whether stopping closes the account, and what stands in the way of it."""

    left: LeavingView
    closes_account: bool
    obstacle: LeavingObstacle | None


async def my_leaving(actor: Actor) -> MyLeavingView:
    """Of the actor, in this session."""
    return MyLeavingView(
        left=await matching.my_own(actor),
        closes_account=not await people.is_more(actor),
        obstacle=obstacle(actor.role, last=await people.is_last(actor)),
    )


async def gone() -> list[UUID]:
    """Worker: people who have left everything, long enough ago."""
    return [row["id"] for row in await db.fetch(_GONE, clock.now() - KEPT)]


async def left() -> list[UUID]:
    """Worker: volunteers, of one organisation, who stopped long enough ago."""
    return [row["id"] for row in await db.fetch(_LEFT, clock.today() - KEPT, KEPT)]
