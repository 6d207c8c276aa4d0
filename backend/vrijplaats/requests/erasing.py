"""Erasing a name for good, by the facility's staff. What was asked and visited stays, under a pseudonym that leads to
nobody any more."""

from typing import Any
from uuid import UUID

from vrijplaats.core import db, outbox
from vrijplaats.core.access import own_facility, require_fresh
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.requests.actions import withdraw_request
from vrijplaats.requests.errors import StillMatched, StillWaiting
from vrijplaats.requests.identity import erase_identity
from vrijplaats.requests.queries import RequestView, visit_request
from vrijplaats.requests.rules import WithdrawReason

ALREADY_ERASED = {"nl": "de naam is al gewist", "en": "the name was erased already"}

_WHO = """
select d.id, d.erased_at is not null as erased from visit_request r
join detainee d on d.id = r.detainee_id and d.facility_id = r.facility_id
where r.id = $1 and r.facility_id = $2
"""
# whoever ends a match, moves somebody or takes that back locks these first as well
_LOCK = "select id from visit_request where facility_id = $1 and detainee_id = $2 order by id for update"
_WAITING = """
select id from visit_request where facility_id = $1 and detainee_id = $2 and state in ('OPEN', 'OFFERED') order by id
"""
_MATCHED = """
select string_agg(distinct o.name, ', ') from match m join organisation o on o.id = m.organisation_id
where m.facility_id = $1 and m.detainee_id = $2 and m.state <> 'ENDED' and not exists (select from departure x
  where x.facility_id = $1 and x.detainee_id = $2 and x.kind = 'RELEASE' and x.moved_at is not null
    and x.undone_at is null)
"""
# of each organisation that ever had to do with somebody, the latest wish of theirs; not one that goes on meeting
# outside: who does keeps the name until that ends
_CONCERNED = """
select distinct on (r.organisation_id) r.organisation_id, r.id from visit_request r
where r.facility_id = $1 and r.detainee_id = $2 and r.organisation_id is not null and not exists (select from match m
  where m.organisation_id = r.organisation_id and m.facility_id = $1 and m.detainee_id = $2 and m.state <> 'ENDED')
order by r.organisation_id, r.created_at desc, r.id
"""


async def erase_detainee(actor: Actor, *, request_id: UUID, withdraw: bool) -> RequestView:
    """Staff erases the name behind a request of the own facility; nobody can undo it.

    Raises StillMatched while somebody visits: the organisation ends that, and then nobody waits at the gate for a
    person without a name. After a release that is not asked, and the answer says nothing of it: what goes on outside is
    no prison's business (docs/decisions/0080). Raises StillWaiting while a wish runs, unless it may be withdrawn too.
    """
    facility_id = own_facility(actor)
    require_fresh(actor)
    who = await db.fetch_one(_WHO, request_id, facility_id)
    if who is None:
        raise NotFound
    if who["erased"]:
        raise NotAllowedNow(reason=ALREADY_ERASED)
    await db.fetch(_LOCK, facility_id, who["id"])
    await _need_no_match(facility_id, who["id"])
    # the wishes before the person, as an acceptance does: whoever is accepted meanwhile is found below
    for wish in await _waiting(facility_id, who["id"]):
        if not withdraw:
            raise StillWaiting
        await withdraw_request(actor, request_id=wish["id"], reason=WithdrawReason.DETAINEE_WISH)
    await _erase(actor, facility_id, who["id"])
    view = await visit_request(actor, request_id)
    assert view is not None
    return view


async def _erase(actor: Actor, facility_id: UUID, detainee_id: UUID) -> None:
    try:
        await erase_identity(actor, detainee_id)
    except NotFound:  # a colleague was a moment earlier
        raise NotAllowedNow(reason=ALREADY_ERASED) from None
    await _need_no_match(facility_id, detainee_id)
    if await _waiting(facility_id, detainee_id):
        raise StillWaiting
    await _tell(facility_id, detainee_id)


async def _need_no_match(facility_id: UUID, detainee_id: UUID) -> None:
    if organisation := await db.fetch_value(_MATCHED, facility_id, detainee_id):
        raise StillMatched(organisation=organisation)


async def _waiting(facility_id: UUID, detainee_id: UUID) -> list[dict[str, Any]]:
    return await db.fetch(_WAITING, facility_id, detainee_id)


async def _tell(facility_id: UUID, detainee_id: UUID) -> None:
    """The coordinators who could once read the name; the relay finds them."""
    for concerned in await db.fetch(_CONCERNED, facility_id, detainee_id):
        payload = {
            "audience": "coordinators",
            "request_id": str(concerned["id"]),
            "facility_id": str(facility_id),
        }
        await outbox.tell(
            "detainee.erased",
            recipients=[],
            payload=payload,
            organisation_id=concerned["organisation_id"],
            facility_id=facility_id,
        )
