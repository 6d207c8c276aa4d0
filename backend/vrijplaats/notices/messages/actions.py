"""Sending a message to a selection of volunteers, and stopping what has not gone yet."""

from uuid import UUID

from vrijplaats.core import clock, db, history
from vrijplaats.core.access import own_organisation
from vrijplaats.core.actor import Actor, Role
from vrijplaats.core.clock import midnight
from vrijplaats.core.errors import NotAllowedNow, NotFound
from vrijplaats.notices.messages import queries, rules
from vrijplaats.notices.messages.queries import MessageView, Selection
from vrijplaats.notices.messages.rules import MessageState, SelectionChanged, TooManyMessages
from vrijplaats.volunteers.naming import NamesSomebody, names_somebody

# one at a time of an organisation, so that of two at once the second counts the first
_ALONE = "select pg_advisory_xact_lock(hashtextextended('message:' || $1::text, 0))"
_SENT_TODAY = "select count(*) from message where organisation_id = $1 and created_at >= $2"
_PSEUDONYMS = """
select m.pseudonym from match m where m.organisation_id = $1
union select r.pseudonym from visit_request r where r.organisation_id = $1
"""
_PRISONS = "select facility_id from organisation_facility where organisation_id = $1"
_ADD = "insert into message (organisation_id, sent_by, text, created_at) values ($1, $2, $3, $4) returning id"
_FOR = """
insert into message_recipient (organisation_id, message_id, volunteer_id, person_id)
select $1, $2, x.volunteer, x.person from unnest($3::uuid[], $4::uuid[]) x (volunteer, person)
"""
_LOCK = "select id, cancelled_at from message where id = $1 and organisation_id = $2 for update"
_STOP = "update message set cancelled_at = $2, cancelled_by = $3 where id = $1"


async def send_message(actor: Actor, *, text: str, selection: Selection, expected: int) -> MessageView:
    """A short text to everybody of the selection who has an account; `expected` is for how many one saw that it is. It
    goes after a minute, by push and letter as each of them wants. Raises InvalidInput, PlanReference, CitizenNumber,
    SelectionChanged, TooManyMessages, NotFound."""
    organisation_id, now = own_organisation(actor, Role.COORDINATOR), clock.now()
    said = rules.clean_text(text)
    await _keep_names_out(actor, organisation_id, said)
    people = await queries.meant(actor, selection)
    if people is None:
        raise NotFound
    reached = [each for each in people if each.reached]
    rules.check_people(len(reached))
    if len(reached) != expected:
        raise SelectionChanged(count=len(reached))
    await db.fetch_value(_ALONE, str(organisation_id))
    if await db.fetch_value(_SENT_TODAY, organisation_id, midnight(clock.today())) >= rules.MOST_A_DAY:
        raise TooManyMessages(most=rules.MOST_A_DAY)
    message_id: UUID = await db.fetch_value(_ADD, organisation_id, actor.person_id, said, now)
    whom = ([each.id for each in reached], [each.person_id for each in reached])
    await db.execute(_FOR, organisation_id, message_id, *whom)
    await _record(actor, "message.send", message_id)
    return await _shown(actor, message_id)


async def stop_message(actor: Actor, *, message_id: UUID) -> MessageView:
    """Who has not been brought it yet, by push or letter, and did not open it, is not brought it any more. Raises
    NotFound, and NotAllowedNow when there is nothing left to stop."""
    found = await db.fetch_one(_LOCK, message_id, own_organisation(actor, Role.COORDINATOR))
    if found is None:
        raise NotFound
    if found["cancelled_at"] is not None:
        raise NotAllowedNow(reason=rules.STOPPED)
    if not (await _shown(actor, message_id)).counts.get(MessageState.WAITING):
        raise NotAllowedNow(reason=rules.ALL_SENT)
    await db.execute(_STOP, message_id, clock.now(), actor.person_id)
    await _record(actor, "message.stop", message_id)
    return await _shown(actor, message_id)


async def _keep_names_out(actor: Actor, organisation_id: UUID, text: str) -> None:
    """Raise when somebody for whom this organisation works or worked is named: by their pseudonym or their name."""
    pseudonyms = [row["pseudonym"] for row in await db.fetch(_PSEUDONYMS, organisation_id)]
    if rules.names_pseudonym(text, pseudonyms):
        raise rules.a_pseudonym()
    prisons = [row["facility_id"] for row in await db.fetch(_PRISONS, organisation_id)]
    if await names_somebody(actor, text, prisons):
        raise NamesSomebody(actor, field="text", label=rules.TEXT, requirement=rules.NO_NAME)


async def _shown(actor: Actor, message_id: UUID) -> MessageView:
    found = await queries.message(actor, message_id)
    assert found is not None  # it is of this transaction
    return found


async def _record(actor: Actor, verb: str, message_id: UUID) -> None:
    await history.record(actor, verb, subject={"message": message_id}, organisation_id=actor.organisation_id)
