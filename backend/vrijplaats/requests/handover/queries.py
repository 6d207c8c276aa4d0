"""Proposals to take over a request, for the two organisations they are between."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.accounts.queries import OrganisationView
from vrijplaats.core import clock, db
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.requests.handover.rules import HandOverState

_COLUMNS = """
select h.id, h.request_id, h.organisation_id, a.name, h.to_organisation_id, b.name as to_name, h.state, h.proposed_at,
  h.expires_at, h.answered_at
from hand_over h
join organisation a on a.id = h.organisation_id
join organisation b on b.id = h.to_organisation_id
join visit_request r on r.id = h.request_id
"""
# one past its time reads as over, also before the job has come by
_STANDS = "h.state = 'PROPOSED' and h.expires_at > $1 and r.state = 'OPEN'"
_OF_REQUESTS = f"{_COLUMNS} where h.request_id = any ($2) and {_STANDS}"
_INCOMING = f"{_COLUMNS} where h.to_organisation_id = $2 and {_STANDS} order by h.proposed_at, h.id limit 100"
_BESIDE = """
select o.id, o.name from organisation o
where o.id in (select organisations_beside(r.facility_id, $2) from visit_request r
  where r.id = $1 and r.organisation_id = $3)
order by o.name, o.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverView:
    """A proposal: who has the request, and who is asked to take it over."""

    id: UUID
    request_id: UUID
    organisation: OrganisationView
    to: OrganisationView
    state: HandOverState
    proposed_at: datetime
    expires_at: datetime
    incoming: bool


async def of_requests(actor: Actor, request_ids: list[UUID]) -> list[HandOverView | None]:
    """The proposal that stands for each of these requests, for a coordinator of either side."""
    if actor.role is not Role.COORDINATOR:
        return [None for _ in request_ids]
    rows = await db.fetch(_OF_REQUESTS, clock.now(), list(request_ids))
    found = {row["request_id"]: _view(actor, row) for row in rows}
    return [found.get(request_id) for request_id in request_ids]


async def incoming(actor: Actor) -> list[HandOverView]:
    """What other organisations ask this one to take over, the oldest first."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    return _views(actor, await db.fetch(_INCOMING, clock.now(), organisation_id))


async def organisations_for(actor: Actor, request_id: UUID) -> list[OrganisationView]:
    """Whom an own request can be proposed to: who else works there today, by name."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    rows = await db.fetch(_BESIDE, request_id, clock.today(), organisation_id)
    return [OrganisationView(**row) for row in rows]


def _views(actor: Actor, rows: Iterable[dict[str, Any]]) -> list[HandOverView]:
    return [_view(actor, row) for row in rows]


def _view(actor: Actor, row: dict[str, Any]) -> HandOverView:
    return HandOverView(
        **{name: row[name] for name in ("id", "request_id", "proposed_at", "expires_at")},
        organisation=OrganisationView(id=row["organisation_id"], name=row["name"]),
        to=OrganisationView(id=row["to_organisation_id"], name=row["to_name"]),
        state=HandOverState(row["state"]),
        incoming=row["to_organisation_id"] == actor.organisation_id,
    )
