"""Planned visits for which a paper or an admission will have ended: nobody finds out at the gate."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from vrijplaats.accounts.queries import FacilityView
from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.clock import AMSTERDAM
from vrijplaats.visits import gate
from vrijplaats.visits.rules import VisitState

_PLANNED = """
select v.id, v.state, p.starts_at, v.organisation_id, v.facility_id, m.volunteer_id, m.activity_kind,
  f.code, f.name, f.city, n.display_name as volunteer_name
from visit v
join presence p on p.id = v.presence_id
join match m on m.id = v.match_id
join facility f on f.id = v.facility_id
join volunteer r on r.id = m.volunteer_id
join person n on n.id = r.person_id
where v.organisation_id = $1 and v.state in ('PROPOSED', 'CONFIRMED') and p.starts_at > $2 and not v.outside
order by p.starts_at, v.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitToReview:
    """A visit that lies ahead, at whose gate the volunteer would be turned away."""

    id: UUID
    state: VisitState
    starts_at: datetime
    facility: FacilityView
    volunteer_id: UUID
    volunteer_name: str


async def visits_to_review(actor: Actor) -> list[VisitToReview]:
    """Those of the coordinator's organisation, the soonest first."""
    return [_view(row) for row in await at_risk(own_organisation(actor, Role.COORDINATOR))]


async def at_risk(organisation_id: UUID) -> list[dict[str, Any]]:
    """The rows of those visits; two statements, by the gate's own rule."""
    rows = await db.fetch(_PLANNED, organisation_id, clock.now())
    may = await gate.may_enter(_entries(rows))
    return [row for row in rows if row["id"] not in may]


def _entries(rows: Iterable[dict[str, Any]]) -> Iterable[gate.Entry]:
    names = ("organisation_id", "facility_id", "volunteer_id", "activity_kind")
    return (gate.Entry(key=row["id"], day=_day(row), **{name: row[name] for name in names}) for row in rows)


def _day(row: dict[str, Any]) -> date:
    starts_at: datetime = row["starts_at"]
    return starts_at.astimezone(AMSTERDAM).date()


def _view(row: dict[str, Any]) -> VisitToReview:
    place = {name: row[name] for name in ("code", "name", "city")}
    return VisitToReview(
        id=row["id"],
        state=VisitState(row["state"]),
        starts_at=row["starts_at"],
        facility=FacilityView(id=row["facility_id"], **place),
        volunteer_id=row["volunteer_id"],
        volunteer_name=row["volunteer_name"],
    )
