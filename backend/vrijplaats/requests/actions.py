"""The verbs of a wish: enter it, take it back, take it on. Each writes one history row and tells whom it concerns."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.access import own_facility, own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.facilities.queries import active_organisations
from vrijplaats.requests.errors import AlreadyClaimed, DuplicateRequest
from vrijplaats.requests.identity import identity_fingerprint, seal_identity
from vrijplaats.requests.models import Detainee, PoolEntry
from vrijplaats.requests.pseudonyms import draw_pseudonym
from vrijplaats.requests.queries import RequestView, visit_request
from vrijplaats.requests.rules import (
    ActivityKind,
    Denomination,
    Gender,
    RequestState,
    WithdrawReason,
    may_become,
    why_passed,
)
from vrijplaats.requests.wish import (
    DetaineeName,
    clean_languages,
    clean_name,
    clean_note,
    invalid,
    keep_name_out,
    need_consent,
    not_active_here,
    of_chaplaincy,
)

_PSEUDONYM_TRIES = 40

# Either unique key may be hit: the same person (they are found then) or a pseudonym that is taken (another is drawn).
_ENTER_DETAINEE = """
insert into detainee (facility_id, pseudonym, fingerprint) values ($1, $2, $3) on conflict do nothing returning id
"""
# The unique index decides about a second open request, also when two are sent at the same moment.
_ENTER_REQUEST = """
insert into visit_request (facility_id, organisation_id, detainee_id, pseudonym, activity_kind, languages,
  volunteer_gender, activity_denomination, note, consent_at, waiting_since, created_at, requested_by)
select $1, $2, d.id, d.pseudonym, $4, $5, $6, $7, $8, $9, $9, $9, $10 from detainee d where d.id = $3
on conflict (facility_id, detainee_id, activity_kind) where state in ('OPEN', 'OFFERED') do nothing
returning id
"""
_OPEN_ONE = """
select id from visit_request
where facility_id = $1 and detainee_id = $2 and activity_kind = $3 and state in ('OPEN', 'OFFERED')
"""
# The request is locked before its invitations, here and wherever one is accepted, so that no two wait for each other.
_WITHDRAW = """
update visit_request set state = 'WITHDRAWN', ended_at = $3, end_reason = $4
where id = $1 and facility_id = $2 and state = any ($5)
returning organisation_id
"""
_WITHDRAW_OFFERS = """
update offer set state = 'WITHDRAWN', answered_at = $2
where request_id = $1 and state = 'LIVE' returning id, organisation_id
"""
_IS_HERE = "select exists (select from detainee_identity where detainee_id = $1)"
_CLAIM = """
update visit_request set organisation_id = $2, claimed_by = $3, claimed_at = $4
where id = $1 and organisation_id is null and state = 'OPEN'
returning facility_id
"""


async def request_visit(
    actor: Actor,
    *,
    facility_id: UUID,
    activity_kind: ActivityKind,
    languages: Sequence[str],
    organisation_id: UUID | None,
    volunteer_gender: Gender | None,
    activity_denomination: Denomination | None = None,
    note: str | None,
    detainee: DetaineeName | None,
    detainee_id: UUID | None,
    consent: bool,
) -> RequestView:
    """Staff enters a detainee's own wish. Without an organisation it goes to all that are active at the facility."""
    if facility_id != own_facility(actor):
        raise NotFound
    need_consent(consent)
    spoken, practical = clean_languages(languages), clean_note(note)
    keep_name_out(practical, detainee)
    await _need_active(actor, facility_id, organisation_id)
    person = await _person(facility_id, detainee, detainee_id)
    of_activity = of_chaplaincy(activity_denomination, activity_kind)
    by_whom = (volunteer_gender and volunteer_gender.value, of_activity and of_activity.value)
    wanted = (activity_kind.value, list(spoken), *by_whom, practical)
    now = clock.now()
    request_id = await db.fetch_value(
        _ENTER_REQUEST, facility_id, organisation_id, person, *wanted, now, actor.person_id
    )
    if request_id is None:
        raise DuplicateRequest(request_id=await db.fetch_value(_OPEN_ONE, facility_id, person, activity_kind.value))
    if organisation_id is None:
        await PoolEntry.create(request_id=request_id, facility_id=facility_id)
    await _tell_coordinators("request.made", request_id, facility_id, organisation_id)
    await _remember(actor, "request.make", request_id, facility_id, organisation_id)
    return await _seen(actor, request_id)


async def withdraw_request(actor: Actor, *, request_id: UUID, reason: WithdrawReason) -> RequestView:
    """Staff takes a wish back, any time before there is a match; who was asked hears it."""
    facility_id, now = own_facility(actor), clock.now()
    before = [state.value for state in may_become(RequestState.WITHDRAWN)]
    done = await db.fetch_one(_WITHDRAW, request_id, facility_id, now, reason.value, before)
    if done is None:
        raise await _why_not_withdrawn(actor, request_id)
    if done["organisation_id"] is None:  # nobody was first, and nobody shall hear so
        await PoolEntry.filter(request_id=request_id).delete()
    for offer in await db.fetch(_WITHDRAW_OFFERS, request_id, now):
        await _tell_asked(offer, request_id, facility_id)
    await _tell_coordinators("request.withdrawn", request_id, facility_id, done["organisation_id"])
    await _remember(actor, "request.withdraw", request_id, facility_id, done["organisation_id"])
    return await _seen(actor, request_id)


async def claim_request(actor: Actor, *, request_id: UUID) -> RequestView:
    """A coordinator takes on an unclaimed request; the first one has it. Doing so twice is no failure."""
    organisation_id = own_organisation(actor, Role.COORDINATOR)
    done = await db.fetch_one(_CLAIM, request_id, organisation_id, actor.person_id, clock.now())
    if done is None:
        return await _already_ours(actor, request_id, organisation_id)
    await _remember(actor, "request.claim", request_id, done["facility_id"], organisation_id)
    return await _seen(actor, request_id)


async def _need_active(actor: Actor, facility_id: UUID, organisation_id: UUID | None) -> None:
    if organisation_id is None:
        return
    if organisation_id not in {each.id for each in await active_organisations(actor, facility_id)}:
        raise not_active_here()


async def _person(facility_id: UUID, name: DetaineeName | None, detainee_id: UUID | None) -> UUID:
    """Who it is for: somebody known here by id, or by name, or somebody new."""
    if (name is None) == (detainee_id is None):
        raise invalid("detainee", {"nl": "vul de naam in", "en": "fill in the name"})
    if name is not None:
        return await _person_by_name(facility_id, clean_name(name))
    assert detainee_id is not None
    if not await _held(detainee_id) or not await _is_here(detainee_id):
        raise NotFound
    return detainee_id


async def _held(detainee_id: UUID) -> bool:
    """Whether this is somebody of the own facility with a name; it is not erased while a wish is entered for them."""
    held: bool = await db.fetch_value("select hold_detainee($1)", detainee_id)
    return held


async def _is_here(detainee_id: UUID) -> bool:
    """Of who has left, to another prison or free, staff reads no name any more."""
    here: bool = await db.fetch_value(_IS_HERE, detainee_id)
    return here


async def _person_by_name(facility_id: UUID, name: DetaineeName) -> UUID:
    print_ = identity_fingerprint(facility_id, name.given_name, name.family_name)
    for attempt in range(_PSEUDONYM_TRIES):
        known = await Detainee.get_or_none(facility_id=facility_id, fingerprint=print_)
        if known is not None and await _held(known.id):
            return known.id
        entered: UUID | None = await db.fetch_value(_ENTER_DETAINEE, facility_id, draw_pseudonym(attempt), print_)
        if entered is not None:
            await seal_identity(
                detainee_id=entered,
                facility_id=facility_id,
                given_name=name.given_name,
                family_name=name.family_name,
                wing=name.wing,
            )
            return entered
    raise RuntimeError("no free pseudonym was drawn")


async def _why_not_withdrawn(actor: Actor, request_id: UUID) -> NotAllowedNow | NotFound:
    """By the state in which the prison sees it: after a release it has ended, whatever goes on outside."""
    view = await visit_request(actor, request_id)
    if view is None or view.facility.id != actor.facility_id:
        return NotFound()
    return NotAllowedNow(reason=why_passed(view.state))


async def _already_ours(actor: Actor, request_id: UUID, organisation_id: UUID) -> RequestView:
    seen = await visit_request(actor, request_id)
    if seen is not None and seen.organisation is not None and seen.organisation.id == organisation_id:
        return seen
    if await PoolEntry.exists(request_id=request_id):
        raise AlreadyClaimed
    raise NotFound


async def _seen(actor: Actor, request_id: UUID) -> RequestView:
    view = await visit_request(actor, request_id)
    if view is None:
        raise NotFound
    return view


async def _tell_coordinators(event: str, request_id: UUID, facility_id: UUID, organisation_id: UUID | None) -> None:
    """Those of the organisation, or of all active there. Staff may not see who they are: the relay finds them."""
    payload = {"audience": "coordinators", "request_id": str(request_id), "facility_id": str(facility_id)}
    await outbox.tell(event, recipients=[], payload=payload, organisation_id=organisation_id, facility_id=facility_id)


async def _tell_asked(offer: dict[str, Any], request_id: UUID, facility_id: UUID) -> None:
    """The volunteer who was asked, found by the relay through the offer."""
    payload = {"audience": "volunteer", "offer_id": str(offer["id"]), "request_id": str(request_id)}
    await outbox.tell(
        "offer.withdrawn",
        recipients=[],
        payload=payload,
        organisation_id=offer["organisation_id"],
        facility_id=facility_id,
    )


async def _remember(actor: Actor, verb: str, request_id: UUID, facility_id: UUID, organisation_id: UUID | None) -> None:
    subject = {"request": request_id}
    await history.record(actor, verb, subject=subject, organisation_id=organisation_id, facility_id=facility_id)
