"""A coordinator puts a request to one or more volunteers; a request nobody has yet is taken on in the same move."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, history
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.matching import errors, queries, rules
from vrijplaats.matching.facts import Fact
from vrijplaats.matching.queries.candidates import AskedWish, eligibility_now, wishes_of
from vrijplaats.matching.ranking import nearness, reasons
from vrijplaats.matching.telling import tell_people
from vrijplaats.volunteers.rules import Volunteer

# Locks the request: everything that touches its offers takes this lock first (accept, decline, withdraw, expire).
_TAKE = """
update visit_request set organisation_id = $2, state = 'OFFERED',
  claimed_by = coalesce(claimed_by, $3), claimed_at = coalesce(claimed_at, $4)
where id = $1 and state in ('OPEN', 'OFFERED') and (organisation_id = $2 or organisation_id is null)
returning facility_id
"""
_EXPIRE = """
update offer set state = 'EXPIRED', answered_at = expires_at
where request_id = $1 and organisation_id = $2 and state = 'LIVE' and expires_at <= $3
"""
_INSERT = """
insert into offer (organisation_id, facility_id, request_id, volunteer_id, wave, distance_kilometres, reasons,
  offered_by, expires_at, created_at)
select $1, $2, $3, x.volunteer_id,
  1 + coalesce((select max(o.wave) from offer o where o.organisation_id = $1 and o.request_id = $3), 0),
  x.kilometres, x.reasons, $4, $5, $6
from jsonb_to_recordset($7) as x (volunteer_id uuid, kilometres smallint, reasons jsonb)
returning id, volunteer_id
"""
_PASSED = {"WITHDRAWN": errors.REQUEST_WITHDRAWN, "CLOSED": errors.REQUEST_CLOSED}


async def offer_request(
    actor: Actor, *, request_id: UUID, volunteer_ids: Sequence[UUID], expires_at: datetime
) -> list[queries.OfferView]:
    """An invitation for each of these volunteers, all or none. All must be eligible today and not be asked already."""
    organisation_id, now = own_organisation(actor, Role.COORDINATOR), clock.now()
    asked = list(dict.fromkeys(volunteer_ids))
    rules.check_offer(asked, expires_at, now)
    facility_id = await db.fetch_value(_TAKE, request_id, organisation_id, actor.person_id, now)
    if facility_id is None:
        raise await _why_not(request_id)
    await db.execute(_EXPIRE, request_id, organisation_id, now)
    wish = (await wishes_of(actor, [request_id]))[0]
    chosen = _checked(wish, asked, await eligibility_now(actor, wish.wish, asked))
    rows = await db.fetch(
        _INSERT, organisation_id, facility_id, request_id, actor.person_id, expires_at, now,
        [_invitation(volunteer, wish) for volunteer in chosen],
    )  # fmt: skip
    people = {volunteer.id: volunteer.person_id for volunteer in chosen}
    for row in rows:
        about = {"offer_id": row["id"], "organisation_id": organisation_id, "facility_id": facility_id}
        await tell_people("offer.made", [people[row["volunteer_id"]]], about)
    await history.record(
        actor,
        "offer.make",
        subject={"request": request_id},
        organisation_id=organisation_id,
        facility_id=facility_id,
    )
    return await queries.offers(actor, [row["id"] for row in rows])


def _checked(wish: AskedWish, asked: Sequence[UUID], found: Sequence[tuple[Volunteer, Fact | None]]) -> list[Volunteer]:
    """The chosen volunteers, or the first reason why they cannot all be asked."""
    if len(found) < len(asked):
        raise NotFound
    for volunteer, obstacle in found:
        if volunteer.id in wish.asked:
            raise errors.AlreadyOffered(name=volunteer.display_name)
        if obstacle is not None:
            raise errors.NotEligible.for_coordinator(volunteer.display_name, obstacle)
    return [volunteer for volunteer, _ in found]


def _invitation(volunteer: Volunteer, wish: AskedWish) -> dict[str, Any]:
    near = nearness(volunteer, wish.wish.place)
    facts = reasons(volunteer, wish.wish.languages, near)
    return {
        "volunteer_id": volunteer.id,
        "kilometres": near.kilometres,
        "reasons": [fact.to_json() for fact in facts],
    }


async def _why_not(request_id: UUID) -> NotFound | NotAllowedNow | errors.AlreadyMatched:
    """Why a request could not be taken: its state, or that another organisation was first to take it from the pool."""
    state = await db.fetch_value("select state from visit_request where id = $1", request_id)
    if state == "MATCHED":
        return errors.AlreadyMatched()
    if state in _PASSED:
        return NotAllowedNow(reason=_PASSED[state])
    in_pool = await db.fetch_value("select true from pool_entry where request_id = $1", request_id)
    return NotAllowedNow(reason=errors.OTHERS_WERE_FIRST) if in_pool else NotFound()
