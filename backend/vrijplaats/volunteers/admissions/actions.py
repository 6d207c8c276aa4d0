"""Asking a prison to let somebody in, and writing down what it said."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from vrijplaats.core import clock, db, outbox
from vrijplaats.core.actor import Actor
from vrijplaats.core.errors import NotAllowedNow, NotFound, Words
from vrijplaats.volunteers.admissions import rules
from vrijplaats.volunteers.admissions.rules import AdmissionState
from vrijplaats.volunteers.file.actions import open_file, record

_COMES = "select exists (select from organisation_facility where organisation_id = $1 and facility_id = $2)"
_ASK = """
insert into admission (organisation_id, facility_id, volunteer_id, state, requested_on)
values ($1, $2, $3, 'REQUESTED', $4) on conflict do nothing returning id
"""
_LOCK = """
select id, facility_id, state from admission where id = $1 and organisation_id = $2 and volunteer_id = $3 for update
"""
_GRANT = "update admission set state = 'GRANTED', valid_from = $2, valid_until = $3, decided_on = $4 where id = $1"
_REFUSE = "update admission set state = 'REFUSED', decided_on = $2 where id = $1"
# a renewal is a row of its own beside the one it follows: whoever is let in no more is let in by none of them
_END = """
update admission set state = 'ENDED', valid_until = greatest(valid_from, least(valid_until, $4)), decided_on = $4
where organisation_id = $1 and volunteer_id = $2 and facility_id = $3 and state = 'GRANTED'
"""


async def request_admission(actor: Actor, *, volunteer_id: UUID, facility_id: UUID) -> UUID:
    """The prison was asked to let them in, or to go on doing so. Raises NotFound, NotAllowedNow."""
    await open_file(actor, volunteer_id)
    if not await db.fetch_value(_COMES, actor.organisation_id, facility_id):
        raise NotFound
    made = await db.fetch_value(_ASK, actor.organisation_id, facility_id, volunteer_id, clock.today())
    if made is None:
        raise NotAllowedNow(reason=rules.ASKED)
    await record(actor, "admission.request", volunteer_id, admission=made)
    return UUID(str(made))


async def grant_admission(
    actor: Actor, *, volunteer_id: UUID, admission_id: UUID, valid_from: date, valid_until: date | None
) -> None:
    """The prison lets them in; they hear it. Raises InvalidInput, NotFound, NotAllowedNow."""
    person_id, found = await _found(actor, volunteer_id, admission_id, AdmissionState.REQUESTED, rules.ANSWERED)
    term = rules.term(valid_from, valid_until, clock.today())
    await db.execute(_GRANT, admission_id, *term, clock.today())
    await outbox.tell(
        "admission.granted",
        recipients=[person_id],
        payload={"volunteer": str(volunteer_id)},
        organisation_id=actor.organisation_id,
        facility_id=found["facility_id"],
    )
    await record(actor, "admission.grant", volunteer_id, admission=admission_id)


async def refuse_admission(actor: Actor, *, volunteer_id: UUID, admission_id: UUID) -> None:
    """The prison does not; why is not kept. The coordinator tells them. Raises NotFound, NotAllowedNow."""
    await _found(actor, volunteer_id, admission_id, AdmissionState.REQUESTED, rules.ANSWERED)
    await db.execute(_REFUSE, admission_id, clock.today())
    await record(actor, "admission.refuse", volunteer_id, admission=admission_id)


async def end_admission(actor: Actor, *, volunteer_id: UUID, admission_id: UUID) -> None:
    """They are not let in there any more, by a renewal neither; visits that are planned are raised (visits.papers).
    Raises NotFound, NotAllowedNow."""
    _, found = await _found(actor, volunteer_id, admission_id, AdmissionState.GRANTED, rules.NOT_GRANTED)
    await db.execute(_END, actor.organisation_id, volunteer_id, found["facility_id"], clock.today())
    await record(actor, "admission.end", volunteer_id, admission=admission_id)


async def _found(
    actor: Actor, volunteer_id: UUID, admission_id: UUID, expected: AdmissionState, otherwise: Words
) -> tuple[UUID, Mapping[str, Any]]:
    """Whose it is, and the admission itself, locked, in the state from which this goes on."""
    file = await open_file(actor, volunteer_id)
    found = await db.fetch_one(_LOCK, admission_id, actor.organisation_id, volunteer_id)
    if found is None:
        raise NotFound
    if found["state"] != expected:
        raise NotAllowedNow(reason=otherwise)
    return file["person_id"], found
