"""Making invitations and telling who is invited: for a coordinator who presses, and for a wave that goes by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db
from vrijplaats.matching.ranking import nearness, reasons
from vrijplaats.matching.rules import Wish
from vrijplaats.matching.telling import tell_people
from vrijplaats.volunteers.rules import Volunteer

_INSERT = """
insert into offer (organisation_id, facility_id, request_id, volunteer_id, wave, distance_kilometres, reasons,
  offered_by, expires_at, created_at)
select $1, $2, $3, x.volunteer_id,
  1 + coalesce((select max(o.wave) from offer o where o.organisation_id = $1 and o.request_id = $3), 0),
  x.kilometres, x.reasons, $4, $5, $6
from jsonb_to_recordset($7) as x (volunteer_id uuid, kilometres smallint, reasons jsonb)
returning id, volunteer_id
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
    rows = await db.fetch(
        _INSERT,
        *(sending.organisation_id, sending.facility_id, sending.wish.request_id, sending.offered_by),
        *(expires_at, clock.now(), [_invitation(volunteer, sending.wish) for volunteer in chosen]),
    )
    people = {volunteer.id: volunteer.person_id for volunteer in chosen}
    for row in rows:
        about = {
            "offer_id": row["id"],
            "organisation_id": sending.organisation_id,
            "facility_id": sending.facility_id,
        }
        await tell_people("offer.made", [people[row["volunteer_id"]]], about)
    return [row["id"] for row in rows]


def _invitation(volunteer: Volunteer, wish: Wish) -> dict[str, Any]:
    near = nearness(volunteer, wish.place)
    facts = reasons(volunteer, wish.languages, near)
    return {
        "volunteer_id": volunteer.id,
        "kilometres": near.kilometres,
        "reasons": [fact.to_json() for fact in facts],
    }
