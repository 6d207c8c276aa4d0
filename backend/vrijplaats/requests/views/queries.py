"""The own views, by name."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from vrijplaats.core import db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.requests.inbox.rules import Standing, Wanted, Whose
from vrijplaats.requests.rules import ActivityKind

_MINE = """
select v.id, v.name, v.facility_code, v.language, v.activity_kind, v.whose, v.standing, v.waiting_days,
  v.waiting_at_most, v.opens_first
from inbox_view v where v.organisation_id = $1 and v.person_id = $2 order by lower(v.name), v.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxViewView:
    """A set of filters by its name; at most one opens first."""

    id: UUID
    name: str
    wanted: Wanted
    opens_first: bool


async def inbox_views(actor: Actor) -> list[InboxViewView]:
    """Coordinator: one's own, in this organisation."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    return [_view(row) for row in await db.fetch(_MINE, organisation_id, actor.person_id)]


def _view(row: dict[str, Any]) -> InboxViewView:
    wanted = Wanted(
        facility=row["facility_code"],
        language=row["language"],
        activity_kind=ActivityKind(row["activity_kind"]) if row["activity_kind"] else None,
        whose=Whose(row["whose"]) if row["whose"] else None,
        standing=Standing(row["standing"]) if row["standing"] else None,
        waiting_days=row["waiting_days"],
        waiting_at_most=row["waiting_at_most"],
    )
    return InboxViewView(id=row["id"], name=row["name"], wanted=wanted, opens_first=row["opens_first"])
