"""Making an address for one's calendar, and taking it back."""

from uuid import UUID

from vrijplaats.core import clock, db, history
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotFound
from vrijplaats.visits.calendar import queries
from vrijplaats.visits.calendar.queries import FeedView

_MAKE = "insert into calendar_feed (person_id, created_at) values ($1, $2) on conflict do nothing"
_REVOKE = "delete from calendar_feed where id = $1 and person_id = $2"


async def make_feed(actor: Actor, *, replaces: UUID | None) -> FeedView:
    """The actor's feed: the one there is, or a new one; with `replaces` that one ends first. Raises NotFound."""
    require(actor, Role.VOLUNTEER)
    if replaces is not None:
        await revoke_feed(actor, feed_id=replaces)
    made = await db.execute(_MAKE, actor.person_id, clock.now())
    feed = await queries.my_feed(actor)
    assert feed is not None
    if made:
        await _record(actor, "calendar.make", feed.id)
    return feed


async def revoke_feed(actor: Actor, *, feed_id: UUID) -> None:
    """The address leads nowhere from now on. Raises NotFound when it is not the actor's."""
    require(actor, Role.VOLUNTEER)
    if not await db.execute(_REVOKE, feed_id, actor.person_id):
        raise NotFound
    await _record(actor, "calendar.revoke", feed_id)


async def _record(actor: Actor, verb: str, feed_id: UUID) -> None:
    await history.record(
        actor, verb, subject={"person": actor.person_id, "feed": feed_id}, organisation_id=actor.organisation_id
    )
