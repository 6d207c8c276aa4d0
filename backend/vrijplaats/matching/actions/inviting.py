"""Making invitations and telling who is invited: for a coordinator who presses, and for a wave that goes by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.matching.ranking import nearness, reasons
from vrijplaats.matching.rules import Wish
from vrijplaats.matching.telling import tell_each
from vrijplaats.volunteers.rules import Volunteer

_INSERT = """
insert into offer (organisation_id, facility_id, request_id, volunteer_id, wave, distance_kilometres, reasons,
  offered_by, expires_at, created_at)
select x.organisation_id, x.facility_id, x.request_id, x.volunteer_id,
  1 + coalesce((select max(o.wave) from offer o
    where o.organisation_id = x.organisation_id and o.request_id = x.request_id), 0),
  x.kilometres, x.reasons, x.offered_by, $1, $2
from jsonb_to_recordset($3) as x (organisation_id uuid, facility_id uuid, request_id uuid, volunteer_id uuid,
  offered_by uuid, kilometres smallint, reasons jsonb)
returning id, organisation_id, facility_id, volunteer_id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """Whose request it is, and in whose name people are asked."""

    organisation_id: UUID
    facility_id: UUID
    offered_by: UUID
    wish: Wish


async def invite(sending: Sending, chosen: Sequence[Volunteer], *, expires_at: datetime) -> list[UUID]:
    """The ids of the invitations: one wave of the request, whose row the caller has locked."""
    return await invite_each([(sending, volunteer) for volunteer in chosen], expires_at=expires_at)


async def invite_each(asked: Sequence[tuple[Sending, Volunteer]], *, expires_at: datetime) -> list[UUID]:
    """The same for any number of requests at once: of each one wave. However many, in two statements."""
    rows = await db.fetch(_INSERT, expires_at, clock.now(), [_invitation(*each) for each in asked])
    people = {volunteer.id: volunteer.person_id for _, volunteer in asked}
    await tell_each("offer.made", [(people[row["volunteer_id"]], _about(row)) for row in rows])
    return [row["id"] for row in rows]


def _about(row: Mapping[str, UUID]) -> dict[str, UUID]:
    return {
        "offer_id": row["id"],
        "organisation_id": row["organisation_id"],
        "facility_id": row["facility_id"],
    }


def _invitation(sending: Sending, volunteer: Volunteer) -> dict[str, Any]:
    near = nearness(volunteer, sending.wish.place)
    facts = reasons(volunteer, sending.wish.languages, near)
    return {
        "organisation_id": sending.organisation_id,
        "facility_id": sending.facility_id,
        "request_id": sending.wish.request_id,
        "volunteer_id": volunteer.id,
        "offered_by": sending.offered_by,
        "kilometres": near.kilometres,
        "reasons": [fact.to_json() for fact in facts],
    }
