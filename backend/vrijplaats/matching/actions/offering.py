"""A coordinator puts a request to one or more volunteers; a request nobody has yet is taken on in the same move."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from vrijplaats.core import clock, db, history
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.matching import errors, queries, rules
from vrijplaats.matching.actions.inviting import Sending, invite
from vrijplaats.matching.facts import Fact
from vrijplaats.matching.queries.candidates import AskedWish, eligibility_now, wishes_of
from vrijplaats.matching.waves.keeping import count_from_now, start_waves
from vrijplaats.matching.waves.rules import Rhythm, check_rhythm
from vrijplaats.requests.handover.rules import IS_PROPOSED
from vrijplaats.volunteers.rules import Volunteer

# Locks the requests: everything that touches its offers takes this lock first (accept, decline, withdraw, expire).
_TAKE = """
update visit_request set organisation_id = $2, state = 'OFFERED',
  claimed_by = coalesce(claimed_by, $3), claimed_at = coalesce(claimed_at, $4)
where id = any ($1) and state in ('OPEN', 'OFFERED') and (organisation_id = $2 or organisation_id is null)
  and proposed_to is null
returning id, facility_id
"""
_EXPIRE = """
update offer set state = 'EXPIRED', answered_at = expires_at
where request_id = any ($1) and organisation_id = $2 and state = 'LIVE' and expires_at <= $3
"""
# a request that is not seen can still be known from the pool
_STANDING = """
select x.id, (select r.state from visit_request r where r.id = x.id) as state,
  exists (select from visit_request r where r.id = x.id and r.organisation_id = $2 and r.proposed_to is not null)
    as proposed,
  exists (select from pool_entry e where e.request_id = x.id) as in_pool
from unnest($1::uuid[]) x (id)
"""
WhyNot = NotFound | NotAllowedNow | errors.AlreadyMatched


async def offer_request(
    actor: Actor, *, request_id: UUID, volunteer_ids: Sequence[UUID], expires_at: datetime, waves: Rhythm | None = None
) -> list[queries.OfferView]:
    """An invitation for each of these volunteers, all or none. All must be eligible today and not be asked already.
    With `waves` they are the first round, and the next best are asked in that rhythm until somebody says yes."""
    organisation_id, now = own_organisation(actor, Role.COORDINATOR), clock.now()
    asked = list(dict.fromkeys(volunteer_ids))
    rules.check_offer(asked, expires_at, now)
    if waves is not None:
        check_rhythm(waves)
    places = await take(actor, [request_id])
    if request_id not in places:
        raise (await why_not(actor, [request_id]))[request_id]
    facility_id = places[request_id]
    wish = (await wishes_of(actor, [request_id]))[0]
    chosen = _checked(wish, asked, await eligibility_now(actor, wish.wish, asked))
    made = await invite(
        Sending(organisation_id=organisation_id, facility_id=facility_id, offered_by=actor.person_id, wish=wish.wish),
        chosen,
        expires_at=expires_at,
    )
    if waves is not None:
        await start_waves(actor, places, waves, expires_at=expires_at)
    else:
        await count_from_now(actor, places)
    await history.record(
        actor,
        "offer.make",
        subject={"request": request_id},
        organisation_id=organisation_id,
        facility_id=facility_id,
    )
    return await queries.offers(actor, made)


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


async def take(actor: Actor, request_ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """Take these on, as far as they still wait and are nobody else's, with what was over there noted as such. Gives the
    prison of each that was."""
    organisation_id, now = own_organisation(actor, Role.COORDINATOR), clock.now()
    taken = await db.fetch(_TAKE, request_ids, organisation_id, actor.person_id, now)
    prison = {row["id"]: row["facility_id"] for row in taken}
    places = {request_id: prison[request_id] for request_id in request_ids if request_id in prison}
    await db.execute(_EXPIRE, list(places), organisation_id, now)
    return places


async def why_not(actor: Actor, request_ids: Sequence[UUID]) -> dict[UUID, WhyNot]:
    """Why requests could not be taken: their state, that they are proposed to another organisation, or that one was
    first to take it from the pool."""
    rows = await db.fetch(_STANDING, request_ids, actor.organisation_id)
    proposed = NotAllowedNow(reason=IS_PROPOSED)
    return {row["id"]: proposed if row["proposed"] else _why_not(row["state"], row["in_pool"]) for row in rows}


def _why_not(state: str | None, in_pool: bool) -> WhyNot:
    if state == "MATCHED":
        return errors.AlreadyMatched()
    if state in errors.PASSED:
        return NotAllowedNow(reason=errors.PASSED[state])
    return NotAllowedNow(reason=errors.OTHERS_WERE_FIRST) if in_pool else NotFound()
