"""The open invitations of somebody who cannot be asked for now: withdrawn, and their requests open to others again.

The order of locks is that of every answer to an invitation: the requests, the volunteer, the offers.
"""

from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, history
from vrijplaats.core.actor import Actor
from vrijplaats.matching.telling import tell_coordinators, tell_people

_LOCK_REQUESTS = """
select r.id from visit_request r where r.id in (
  select o.request_id from offer o where o.volunteer_id = $1 and o.state = 'LIVE')
order by r.id for update
"""
_LOCK_VOLUNTEER = "select person_id from volunteer where id = $1 for update"
# also one that was made between the two locks: who accepts it now finds that it is LIVE no more
_WITHDRAW = """
update offer set state = 'WITHDRAWN', answered_at = $2 where volunteer_id = $1 and state = 'LIVE'
returning id, request_id, organisation_id, facility_id
"""
_REOPEN = """
update visit_request r set state = 'OPEN' where r.id = any ($1) and r.state = 'OFFERED' and not exists (
  select from offer o where o.request_id = r.id and o.state = 'LIVE')
returning r.id as request_id, r.organisation_id, r.facility_id, exists (
  select from waves w where w.request_id = r.id and w.organisation_id = r.organisation_id and w.ended_at is null)
  as goes_on
"""
Withdrawn = list[dict[str, Any]]


async def withdraw_open_offers(volunteer_id: UUID) -> Withdrawn:
    """What was open of this volunteer, whose row is locked from here on. Their phones take the questions away, and
    coordinators hear which requests nobody can answer any more, unless the next are asked by themselves. To be noted in
    the history, last, by the caller."""
    await db.fetch(_LOCK_REQUESTS, volunteer_id)
    person_id = await db.fetch_value(_LOCK_VOLUNTEER, volunteer_id)
    withdrawn = await db.fetch(_WITHDRAW, volunteer_id, clock.now())
    reopened = await db.fetch(_REOPEN, sorted({row["request_id"] for row in withdrawn}))
    for offer in withdrawn:
        await tell_people("offer.withdrawn", [person_id], _about(offer) | {"offer_id": offer["id"]})
    for request in reopened:
        if not request["goes_on"]:
            await tell_coordinators("request.unanswered", _about(request))
    return withdrawn


async def record_withdrawn(actor: Actor, withdrawn: Withdrawn) -> None:
    """The history of it."""
    subjects = [{"offer": row["id"], "request": row["request_id"]} for row in withdrawn]
    await history.record_each(actor, "offer.withdraw", subjects=subjects, organisation_id=actor.organisation_id)


def _about(row: dict[str, Any]) -> dict[str, UUID]:
    return {name: row[name] for name in ("request_id", "organisation_id", "facility_id")}
