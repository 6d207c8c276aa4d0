"""Asking to be called and taking that back; saying "I call", "called" and "not called after all"."""

from typing import Any
from uuid import UUID

import asyncpg

from vrijplaats.core import clock, db, history, outbox
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.volunteers.calls import queries, rules
from vrijplaats.volunteers.calls.queries import CallView
from vrijplaats.volunteers.calls.rules import CallUrgency

_OPEN = "called_at is null and withdrawn_at is null"
_ASK = f"""
insert into call_request (organisation_id, volunteer_id, urgency, asked_at, urgent_since)
values ($1, $2, $3::text, $4::timestamptz, case when $3::text = 'TODAY' then $4::timestamptz end)
on conflict (organisation_id, volunteer_id) where {_OPEN} do nothing returning id
"""
_RAISE = f"""
update call_request set urgency = 'TODAY', urgent_since = $3, reminded_at = null
where organisation_id = $1 and volunteer_id = $2 and {_OPEN} and urgency = 'THIS_WEEK' returning id
"""
_WITHDRAW = f"update call_request set withdrawn_at = $3 where id = $1 and volunteer_id = $2 and {_OPEN}"
# locked, so that of two coordinators the second sees what the first did
_LOCK = f"""
select c.id, c.volunteer_id, c.organisation_id, c.taken_by, c.called_by, c.called_at, c.withdrawn_at,
  {queries.TAKER_IS_AWAY.format(today="$3::date")} as taker_is_away
from call_request c where c.id = $1 and c.organisation_id = $2 for update of c
"""
_TAKE = "update call_request set taken_by = $2, taken_at = $3 where id = $1"
_CALLED = "update call_request set called_by = $2, called_at = $3 where id = $1"
_UNDO = "update call_request set called_by = null, called_at = null where id = $1"
_WHO = "select person_id from volunteer where id = $1"
_NAME = "select display_name from person where id = $1"

_EVENTS = {CallUrgency.TODAY: "call.asked_today", CallUrgency.THIS_WEEK: "call.asked"}


async def ask_for_call(actor: Actor, *, urgency: CallUrgency) -> CallView:
    """Ask to be called. Who has asked already has one question still; asking again can make it more urgent, and tells
    the coordinators only then."""
    organisation_id = own_organisation(actor, Role.VOLUNTEER)
    whose, now = (organisation_id, actor.volunteer_id), clock.now()
    verb = "call.ask"
    call_id = await db.fetch_value(_ASK, *whose, urgency.value, now)
    if call_id is None and urgency is CallUrgency.TODAY:
        verb, call_id = "call.raise", await db.fetch_value(_RAISE, *whose, now)
    if call_id is not None:
        await outbox.tell(_EVENTS[urgency], recipients=[], payload=_about(call_id), organisation_id=organisation_id)
        await _record(actor, verb, call_id, organisation_id)
    found = await queries.my_call(actor)
    if found is None:  # it was answered at this very moment: there is nothing open, and nothing lost
        raise NotFound
    return found


async def withdraw_call(actor: Actor, *, call_id: UUID) -> None:
    """Take the own question back. Raises NotFound for another one's, NotAllowedNow when somebody has called."""
    organisation_id = own_organisation(actor, Role.VOLUNTEER)
    if not await db.execute(_WITHDRAW, call_id, actor.volunteer_id, clock.now()):
        if await queries.call(actor, call_id) is None:
            raise NotFound
        raise NotAllowedNow(reason=rules.WITHDRAWN)
    await outbox.tell("call.withdrawn", recipients=[], payload=_about(call_id), organisation_id=organisation_id)
    await _record(actor, "call.withdraw", call_id, organisation_id)


async def take_call(actor: Actor, *, call_id: UUID) -> CallView:
    """Say that one will call: the volunteer hears it, and no second coordinator calls too. Of who said it and is away
    by now somebody else takes it over. Raises NotAllowedNow."""
    found = await _open(actor, call_id)
    if found["taken_by"] not in (None, actor.person_id) and not found["taker_is_away"]:
        raise NotAllowedNow(reason=rules.by(rules.TAKEN, await _name(found["taken_by"])))
    mine = found["taken_by"] == actor.person_id
    if not mine or found["taker_is_away"]:
        await db.execute(_TAKE, call_id, actor.person_id, clock.now())
    if not mine:
        await _tell_volunteer("call.taken", found)
        await _record(actor, "call.take", call_id, found["organisation_id"])
    return await _shown(actor, call_id)


async def mark_called(actor: Actor, *, call_id: UUID) -> CallView:
    """Note that somebody called. Once: the second coordinator hears who did. Raises NotAllowedNow."""
    found = await _open(actor, call_id, also_mine=True)
    if found["called_at"] is None:
        await db.execute(_CALLED, call_id, actor.person_id, clock.now())
        await _tell_volunteer("call.done", found)
        await _record(actor, "call.done", call_id, found["organisation_id"])
    return await _shown(actor, call_id)


async def undo_called(actor: Actor, *, call_id: UUID) -> CallView:
    """Not called after all: the question is open again. For who marked it, for ten minutes. Raises NotAllowedNow."""
    found = await _locked(actor, call_id)
    if found["withdrawn_at"] is not None:
        raise NotAllowedNow(reason=rules.WITHDRAWN)
    if found["called_at"] is None:
        return await _shown(actor, call_id)
    if found["called_by"] != actor.person_id:
        raise NotAllowedNow(reason=rules.by(rules.CALLED, await _name(found["called_by"])))
    if not rules.can_be_undone(found["called_at"], clock.now()):
        raise NotAllowedNow(reason=rules.TOO_LATE)
    try:
        async with db.savepoint():
            await db.execute(_UNDO, call_id)
    except asyncpg.UniqueViolationError:
        raise NotAllowedNow(reason=rules.ASKED_ANEW) from None
    await _record(actor, "call.undo", call_id, found["organisation_id"])
    return await _shown(actor, call_id)


async def _open(actor: Actor, call_id: UUID, *, also_mine: bool = False) -> dict[str, Any]:
    """The question, locked, when somebody has still to call; `also_mine` lets pass what the actor marked already."""
    found = await _locked(actor, call_id)
    if found["withdrawn_at"] is not None:
        raise NotAllowedNow(reason=rules.WITHDRAWN)
    if found["called_at"] is not None and not (also_mine and found["called_by"] == actor.person_id):
        raise NotAllowedNow(reason=rules.by(rules.CALLED, await _name(found["called_by"])))
    return found


async def _locked(actor: Actor, call_id: UUID) -> dict[str, Any]:
    found = await db.fetch_one(_LOCK, call_id, own_organisation(actor, Role.COORDINATOR), clock.today())
    if found is None:
        raise NotFound
    return found


async def _shown(actor: Actor, call_id: UUID) -> CallView:
    found = await queries.call(actor, call_id)
    assert found is not None  # it is locked by this transaction
    return found


async def _name(person_id: UUID) -> str:
    return str(await db.fetch_value(_NAME, person_id))


async def _tell_volunteer(event: str, found: dict[str, Any]) -> None:
    person_id = await db.fetch_value(_WHO, found["volunteer_id"])
    payload, organisation_id = _about(found["id"]), found["organisation_id"]
    await outbox.tell(event, recipients=[person_id], payload=payload, organisation_id=organisation_id)


def _about(call_id: UUID) -> dict[str, str]:
    return {"call": str(call_id)}


async def _record(actor: Actor, verb: str, call_id: UUID, organisation_id: UUID) -> None:
    await history.record(actor, verb, subject={"call": call_id}, organisation_id=organisation_id)
