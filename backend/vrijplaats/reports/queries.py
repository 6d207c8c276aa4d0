"""Reading publications: funders, coordinators and the operator. Nobody reads figures that were not published."""

from uuid import UUID

from vrijplaats.core import db
from vrijplaats.core.access import require
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotFound
from vrijplaats.reports.canonical import Frozen
from vrijplaats.reports.views import PublicationView, view_of

READERS = (Role.FUNDER, Role.COORDINATOR, Role.OPERATOR)
_COLUMNS = "select id, period_start, period_end, published_at, canonical, hash, signature from publication"


async def publications(actor: Actor) -> list[PublicationView]:
    """All of them, the latest period first."""
    require(actor, *READERS)
    rows = await db.fetch(f"{_COLUMNS} order by period_start desc")
    return [view_of(row, actor.locale) for row in rows]


async def publication(actor: Actor, publication_id: UUID) -> PublicationView:
    """One publication; raises NotFound."""
    require(actor, *READERS)
    row = await db.fetch_one(f"{_COLUMNS} where id = $1", publication_id)
    if row is None:
        raise NotFound
    return view_of(row, actor.locale)


async def frozen(actor: Actor, publication_id: UUID) -> Frozen:
    """The exact bytes that were published, with their proof; raises NotFound."""
    require(actor, *READERS)
    row = await db.fetch_one("select canonical, hash, signature from publication where id = $1", publication_id)
    if row is None:
        raise NotFound
    return Frozen(row["canonical"], row["hash"], row["signature"])
